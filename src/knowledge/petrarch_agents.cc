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

class AgentReader {
 public:
  AgentReader(const PetrarchReader::Knowledge& k, PetrarchImport& out) : k_(k), out_(out) {}

  void read(const Line& line) {
    const std::string_view text = trim(line.text);
    if (const size_t equals = text.find('='); text.starts_with('!') && equals != text.npos) {
      word_set(text.substr(0, equals), text.substr(equals + 1));
      ++out_.used;
    } else if (const std::string bad = agent(text); !bad.empty()) {
      reject(out_, line.number, bad, line.text);
    }
  }

  // Empty when no line was of use.
  std::string table() const {
    return rows_.empty() ? ""
                         : "# Nouns from a TABARI or PETRARCH agents dictionary; written anew by "
                           "each import of it.\n"
                           "# As lang/en/agents.tsv: noun; sector; kind; forms\n" +
                               rows_;
  }

 private:
  // "!MINIST! = MINISTER, MINISTRY"
  void word_set(std::string_view name, std::string_view list) {
    std::vector<std::string>& words = sets_[std::string(trim(name))];
    for (std::string_view word : split(list, ','))
      if (!trim(word).empty()) words.emplace_back(trim(word));
  }

  // "GUERRILLA {GUERRILLAS} [~REB]"; what is wrong with it, or empty.
  std::string agent(std::string_view text) {
    std::string noun;
    std::vector<std::string> codes, plurals, nouns;
    if (!split_codes(text, noun, codes)) return "brackets that do not match";
    if (codes.size() != 1) return codes.empty() ? "no code" : "more than one code";
    if (!codes[0].starts_with('~')) return "an agent's code begins with ~; this one names an actor";
    const std::string sector = codes[0].substr(1);
    if (sector.size() < 3 ||
        !std::all_of(sector.begin(), sector.end(), [](char c) { return c >= 'A' && c <= 'Z'; }))
      return "no sector";
    if (!take_plurals(noun, plurals)) return "braces that do not match";
    if (!with_set(noun, nouns)) return "a set of words that stands nowhere above";
    return add(nouns, sector, plurals);
  }

  // Cuts the braces behind the noun; false: they do not match.
  static bool take_plurals(std::string& noun, std::vector<std::string>& plurals) {
    const size_t brace = noun.find('{');
    if (brace == std::string::npos) return true;
    const size_t close = noun.find('}', brace);
    if (close == std::string::npos) return false;
    for (std::string_view form :
         split(std::string_view(noun).substr(brace + 1, close - brace - 1), ' '))
      if (!trim(form).empty()) plurals.push_back(lower(words_of(form)));
    noun = trim(noun.substr(0, brace));
    return true;
  }

  // The noun, or with "!MINIST!" in it one for each word of the set; false: there is no such set.
  bool with_set(const std::string& noun, std::vector<std::string>& nouns) const {
    const size_t mark = noun.find('!');
    if (mark == std::string::npos) {
      nouns = {noun};
      return true;
    }
    const size_t end = noun.find('!', mark + 1);
    const auto set =
        end == std::string::npos ? sets_.end() : sets_.find(noun.substr(mark, end + 1 - mark));
    if (set == sets_.end()) return false;
    for (const std::string& word : set->second)
      nouns.push_back(noun.substr(0, mark) + word + noun.substr(end + 1));
    return true;
  }

  std::string add(const std::vector<std::string>& nouns, const std::string& sector,
                  const std::vector<std::string>& plurals) {
    bool known = true, used = false;
    std::string problem;
    for (const std::string& one : nouns) {
      const std::string lemma = lower(words_of(one));
      if (name_atoms(lemma).empty() || lemma.find_first_of("+*&$%^(){}[]|~!;\t") != lemma.npos ||
          lemma.starts_with('#')) {
        problem = "a sign that is no part of a noun";
        continue;
      }
      const Agent* agent = k_.actors->agent(lemma, Lang::kEn);
      const Title* title = k_.actors->title(lemma, Lang::kEn);
      if ((agent != nullptr && agent->sector == sector) ||
          (title != nullptr && title->sector == sector))
        continue;
      known = false;
      used = true;
      if (!seen_.insert(lemma).second) continue;
      rows_ += lemma + '\t' + sector + '\t' + kind_of(lemma, *k_.actors) + '\t';
      for (size_t i = 0; i < plurals.size(); ++i) rows_ += (i > 0 ? ";p:" : "p:") + plurals[i];
      if (plurals.empty()) rows_ += '-';
      rows_ += '\n';
    }
    out_.used += used;
    if (!used && !problem.empty()) return problem;
    out_.known += !used && known;
    return {};
  }

  const PetrarchReader::Knowledge& k_;
  PetrarchImport& out_;
  std::map<std::string, std::vector<std::string>> sets_;  // "!MINIST!" → its words
  std::set<std::string> seen_;
  std::string rows_;
};

}  // namespace

void read_agents(const std::vector<Line>& lines, const PetrarchReader::Knowledge& k,
                 const std::string& name, PetrarchImport& out) {
  AgentReader reader(k, out);
  for (const Line& line : lines) reader.read(line);
  if (const std::string table = reader.table(); !table.empty())
    out.tables["lang/en/agents." + name + ".tsv"] = table;
}

}  // namespace selon::petrarch
