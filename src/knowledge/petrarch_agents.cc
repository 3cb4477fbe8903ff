// TABARI's and PETRARCH's agents: nouns with the sector that they stand for.
#include <algorithm>
#include <set>

#include "base/utf8.h"
#include "knowledge/names.h"
#include "knowledge/petrarch_lines.h"

namespace selon::petrarch {
namespace {

// The word that the phrase is about: "minister of the sea" → minister.
std::string head_of(std::string_view phrase) {
  std::string head;
  for (std::string_view word : split(phrase, ' ')) {
    if (!head.empty() && (word == "of" || word == "for" || word == "in" || word == "to" ||
                          word == "on" || word == "at"))
      break;
    head = word;
  }
  return head;
}

std::string kind_of(const std::string& phrase, const Actors& actors) {
  const std::string head = head_of(phrase);
  if (const Agent* agent = actors.agent(head, Lang::kEn)) {
    if (agent->country) return "country";
    return agent->kind == AgentKind::kPerson  ? "person"
           : agent->kind == AgentKind::kGroup ? "group"
                                              : "body";
  }
  if (actors.title(head, Lang::kEn) != nullptr) return "person";
  for (std::string_view ending : {"er", "or", "ist", "ian", "man", "men", "woman", "ant", "ee",
                                  "eer", "person", "ess", "al", "an"})
    if (head.ends_with(ending)) return "person";
  return head.ends_with('s') ? "group" : "body";
}

}  // namespace

void read_agents(const std::vector<Line>& lines, const PetrarchReader::Knowledge& k,
                 const std::string& name, PetrarchImport& out) {
  std::map<std::string, std::vector<std::string>> sets;  // "!MINIST!" → its words
  std::set<std::string> seen;
  std::string table =
      "# Nouns from a TABARI or PETRARCH agents dictionary; written anew by each import of it.\n"
      "# As lang/en/agents.tsv: noun; sector; kind; forms\n";
  const size_t header = table.size();
  for (const Line& line : lines) {
    const std::string_view text = trim(line.text);
    const auto bad = [&](std::string reason) {
      reject(out, line.number, std::move(reason), line.text);
    };
    if (const size_t equals = text.find('='); text.starts_with('!') && equals != text.npos) {
      std::vector<std::string>& words = sets[std::string(trim(text.substr(0, equals)))];
      for (std::string_view word : split(text.substr(equals + 1), ','))
        if (!trim(word).empty()) words.emplace_back(trim(word));
      ++out.used;
      continue;
    }
    std::string noun;
    std::vector<std::string> codes;
    if (!split_codes(text, noun, codes)) {
      bad("brackets that do not match");
      continue;
    }
    if (codes.size() != 1) {
      bad(codes.empty() ? "no code" : "more than one code");
      continue;
    }
    if (!codes[0].starts_with('~')) {
      bad("an agent's code begins with ~; this one names an actor");
      continue;
    }
    const std::string sector = codes[0].substr(1);
    if (sector.size() < 3 ||
        !std::all_of(sector.begin(), sector.end(), [](char c) { return c >= 'A' && c <= 'Z'; })) {
      bad("no sector");
      continue;
    }
    std::vector<std::string> plurals;
    if (const size_t brace = noun.find('{'); brace != std::string::npos) {
      const size_t close = noun.find('}', brace);
      if (close == std::string::npos) {
        bad("braces that do not match");
        continue;
      }
      for (std::string_view form :
           split(std::string_view(noun).substr(brace + 1, close - brace - 1), ' '))
        if (!trim(form).empty()) plurals.push_back(lower(words_of(form)));
      noun = trim(noun.substr(0, brace));
    }
    std::vector<std::string> nouns = {noun};
    if (const size_t mark = noun.find('!'); mark != std::string::npos) {
      const size_t end = noun.find('!', mark + 1);
      const auto set =
          end == std::string::npos ? sets.end() : sets.find(noun.substr(mark, end + 1 - mark));
      if (set == sets.end()) {
        bad("a set of words that stands nowhere above");
        continue;
      }
      nouns.clear();
      for (const std::string& word : set->second)
        nouns.push_back(noun.substr(0, mark) + word + noun.substr(end + 1));
    }
    bool known = true, used = false;
    std::string problem;
    for (const std::string& one : nouns) {
      const std::string lemma = lower(words_of(one));
      if (name_atoms(lemma).empty() || lemma.find_first_of("+*&$%^(){}[]|~!;\t") != lemma.npos ||
          lemma.starts_with('#')) {
        problem = "a sign that is no part of a noun";
        continue;
      }
      const Agent* agent = k.actors->agent(lemma, Lang::kEn);
      const Title* title = k.actors->title(lemma, Lang::kEn);
      if ((agent != nullptr && agent->sector == sector) ||
          (title != nullptr && title->sector == sector))
        continue;
      known = false;
      used = true;
      if (!seen.insert(lemma).second) continue;
      table += lemma + '\t' + sector + '\t' + kind_of(lemma, *k.actors) + '\t';
      for (size_t i = 0; i < plurals.size(); ++i) table += (i > 0 ? ";p:" : "p:") + plurals[i];
      if (plurals.empty()) table += '-';
      table += '\n';
    }
    if (used)
      ++out.used;
    else if (!problem.empty())
      bad(problem);
    else if (known)
      ++out.known;
  }
  if (table.size() > header) out.tables["lang/en/agents." + name + ".tsv"] = table;
}

}  // namespace selon::petrarch
