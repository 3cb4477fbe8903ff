#include "mentions/name_entities.h"

#include <algorithm>

#include "base/utf8.h"
#include "knowledge/name_sort.h"

namespace selon {
namespace {

std::string folded_name(std::string_view text) {
  std::string key = fold(text);
  std::replace(key.begin(), key.end(), '-', ' ');
  return key;
}

std::string_view last_word(std::string_view text) {
  const size_t space = text.rfind(' ');
  return space == std::string_view::npos ? text : text.substr(space + 1);
}

}  // namespace

NameEntities::NameEntities(const Document& doc, const Tree& tree, Candidates& candidates,
                           EntityTable& table)
    : doc_(doc), tree_(tree), all_(candidates), list_(candidates.list), table_(table) {
  candidates_.assign(all_.names.size(), kNone);
  entities_.assign(all_.names.size(), kNone);
  for (size_t i = 0; i < list_.size(); ++i)
    if (list_[i].name != kNone) candidates_[list_[i].name] = static_cast<int32_t>(i);
  // The tables' names and unknown full names first: single words may be short for them.
  std::vector<size_t> longest_first;
  for (size_t n = 0; n < all_.names.size(); ++n) {
    if (all_.names[n].guess != NameGuess::kTable) {
      longest_first.push_back(n);
      continue;
    }
    const int32_t e = entities_[n] = table_name(n);
    if (table_[e].kind == EntityKind::kPerson) remember_parts(folded_name(all_.names[n].text), e);
  }
  std::stable_sort(longest_first.begin(), longest_first.end(), [&](size_t a, size_t b) {
    return all_.names[a].end - all_.names[a].first > all_.names[b].end - all_.names[b].first;
  });
  for (size_t n : longest_first) entities_[n] = unknown(all_.names[n]);
  for (size_t n = 0; n < all_.names.size(); ++n)
    if (!all_.names[n].adjective()) name_roles(all_.names[n], entities_[n]);
  for (size_t n = 0; n < all_.names.size(); ++n)
    if (candidates_[n] != kNone) list_[candidates_[n]].mention.entity = entities_[n];
}

// "jean marie le pen" is also "marie le pen", "le pen", "pen" and, as a first name, "jean".
void NameEntities::remember_parts(const std::string& key, int32_t entity) {
  surnames_.emplace(std::string(last_word(key)), entity);
  const size_t space = key.find(' ');
  if (space == std::string::npos) return;
  first_names_.emplace(key.substr(0, space), entity);
  for (size_t at = space; at != std::string::npos; at = key.find(' ', at + 1))
    surnames_.emplace(key.substr(at + 1), entity);
}

int32_t NameEntities::table_name(size_t index) {
  const Name& name = all_.names[index];
  const Actor& actor = *name.reading.actor;
  const bool people = name.reading.kind == NameKind::kPeople ||
                      (name.adjective() && candidates_[index] != kNone &&
                       list_[candidates_[index]].kind == CandidateKind::kName);
  // A capital stands for the government of its time: Prague in 1968.
  if (name.reading.kind == NameKind::kMetonym && actor.kind == ActorKind::kCountry)
    return table_.state(table_.state_of_the_time(actor.country));
  if (!people || actor.kind == ActorKind::kPeople) return table_.of_actor(actor);
  const int32_t state = table_.of_actor(actor);
  const Origin origin = table_.origin(state);
  if (!name.plural && !plural_name(name))  // "un Russe": somebody from there
    return table_.local(EntityKind::kPerson, name.text, &origin, "");
  const std::string key = "people|" + actor.slug;
  const int32_t e = table_.keyed(key, EntityKind::kPeople, name.text, &origin, "");
  table_[e].plural = true;
  return e;
}

bool NameEntities::plural_name(const Name& name) const {
  if (doc_.words[name.head].morph.number == Number::kPlur) return true;
  const int32_t det = tree_.child(name.head, "det");
  if (det != kNone) return doc_.words[det].morph.number == Number::kPlur;
  return doc_.meta.language == "en" && doc_.words[name.head].form.ends_with('s');
}

// "Forces unies du Sud" may be "ces forces", "Front national" "le front": the noun that a body's
// name begins with.
void NameEntities::name_roles(const Name& name, int32_t e) {
  table_.mark_named(e);
  if (table_[e].kind != EntityKind::kOrganisation || name.end - name.first < 2) return;
  int32_t first = name.first;
  while (first + 1 < name.end && doc_.words[first].upos == Upos::kDet) ++first;
  for (const std::string& noun : {lower(doc_.words[first].lemma), lower(doc_.words[first].form)})
    table_.add_role(e, noun);
}

int32_t NameEntities::unknown(const Name& name) {
  const std::string key = folded_name(name.text);
  const bool single = key.find(' ') == std::string::npos;
  // A surname may also be a town's name: it is one only behind a preposition.
  if (name.guess != NameGuess::kPlace || tree_.preposition(name.head).empty()) {
    if (const auto it = surnames_.find(key); it != surnames_.end()) return it->second;
    if (single && name.guess != NameGuess::kOrganisation)
      if (const auto it = first_names_.find(key); it != first_names_.end()) return it->second;
  }
  const std::string slot = "name|" + key;
  if (const int32_t known = table_.find_key(slot); known != kNone) return known;
  Origin origin;
  EntityKind kind = EntityKind::kUnknown;
  std::string_view sector;
  if (name.guess == NameGuess::kPlace) {
    origin.base = origin.country = origin.of = table_.state_of_the_time(name.country);
    if (origin.base.empty()) origin.base = "UNK";
    kind = EntityKind::kState;
  } else if (name.guess == NameGuess::kPerson) {
    kind = EntityKind::kPerson;
  } else if (name.guess == NameGuess::kOrganisation) {
    kind = EntityKind::kOrganisation;
    if (!name.country.empty())  // "l'indien Tata"
      origin.base = origin.country = origin.of = table_.state_of_the_time(name.country);
  }
  const int32_t e = table_.keyed(slot, kind, name.text, &origin, sector);
  if (!name.id.empty()) table_[e].id = name.id;
  table_[e].gender = name.gender;
  if (kind == EntityKind::kPerson) {
    table_[e].is_public = false;
    remember_parts(key, e);
  }
  return e;
}

void NameEntities::link_acronyms() {
  link_bracketed();
  link_bare();
  const auto final_entity = [&](int32_t e) {
    for (int step = 0; step < 8 && same_.contains(e); ++step) e = same_.at(e);
    return e;
  };
  for (Candidate& c : list_) c.mention.entity = final_entity(c.mention.entity);
  for (int32_t& e : entities_) e = final_entity(e);
}

// "Ligue ouvrière unie (LOU)": the capitals in brackets are another name of what stands before.
void NameEntities::link_bracketed() {
  for (size_t i = 0; i < list_.size(); ++i) {
    Candidate& c = list_[i];
    if (c.kind != CandidateKind::kName || c.mention.first_word < 2) continue;
    const int32_t bracket = c.mention.first_word - 1;
    if (doc_.words[bracket].form != "(" && doc_.words[bracket].form != "[") continue;
    const std::string_view acronym = doc_.str(c.mention.span);
    for (size_t j = i; j-- > 0 && i - j < 8;) {
      Candidate& full = list_[j];
      if (full.mention.end_word != bracket || !initials(full, acronym)) continue;
      const std::string_view text = doc_.str(full.mention.span);
      const int32_t short_entity = c.mention.entity;
      // the text's own words win over a body that the tables know by those letters
      const bool other = table_.actor(short_entity) &&
                         !table_.called_like(short_entity, text, lang_of(doc_.meta.language));
      if (full.kind == CandidateKind::kDescription && full.agent != AgentKind::kPerson &&
          (full.apposed == kNone || full.apposed == static_cast<int32_t>(i))) {
        full.apposed = static_cast<int32_t>(i);
        if (other)
          same_[short_entity] = table_.keyed("name|" + folded_name(text), EntityKind::kOrganisation,
                                             std::string(text), nullptr, full.sector);
      } else if (full.kind == CandidateKind::kName) {
        const int32_t long_entity = full.mention.entity;
        const bool known = table_.actor(short_entity) && !table_.actor(long_entity) && !other;
        if (short_entity != long_entity)
          same_[known ? long_entity : short_entity] = known ? short_entity : long_entity;
      }
      break;
    }
  }
}

// "le PNR" after "Parti national régional": exactly the initials of one body named here. Of three
// letters or more they win over another body that the tables know by them: "RSF" after "Rapid
// Support Forces".
void NameEntities::link_bare() {
  struct Body {
    int32_t entity;  // kNone: of several
    int32_t first;   // word
  };
  std::unordered_map<std::string, Body> bodies;  // by initials
  for (size_t n = 0; n < all_.names.size(); ++n) {
    const Name& name = all_.names[n];
    if (entities_[n] == kNone || table_[entities_[n]].kind != EntityKind::kOrganisation) continue;
    std::string letters;
    for (int32_t w = name.first; w < name.end; ++w)
      if (doc_.words[w].upos != Upos::kAdp && doc_.words[w].upos != Upos::kDet &&
          doc_.words[w].upos != Upos::kCconj && doc_.words[w].upos != Upos::kPunct)
        letters += fold(doc_.words[w].form).substr(0, 1);
    if (letters.size() < 2) continue;
    const auto [it, added] = bodies.emplace(letters, Body{entities_[n], name.first});
    if (!added && it->second.entity != entities_[n]) it->second.entity = kNone;
  }
  for (const Candidate& c : list_) {
    if (c.kind != CandidateKind::kName || c.mention.entity == kNone) continue;
    const std::string& text = all_.names[c.name].text;
    const bool unknown = c.mention.rule == "unknown-organisation";
    const bool known = text.size() >= 3 && all_capitals(text) &&
                       table_[c.mention.entity].kind == EntityKind::kOrganisation;
    const bool capitals = lower(text) != text && text.find(' ') == std::string::npos;
    const auto it = capitals && (unknown || known) ? bodies.find(fold(text)) : bodies.end();
    if (it == bodies.end()) continue;
    const auto [body, first] = it->second;
    if (body != kNone && body != c.mention.entity && (unknown || first < c.mention.first_word) &&
        !same_.contains(c.mention.entity) && !same_.contains(body))
      same_[c.mention.entity] = body;
  }
}

bool NameEntities::initials(const Candidate& full, std::string_view acronym) const {
  std::string letters;
  for (int32_t w = full.mention.first_word; w < full.mention.end_word; ++w)
    letters += fold(doc_.words[w].form).substr(0, 1);
  const std::string wanted = fold(acronym);
  size_t at = 0;
  for (char l : letters)
    if (at < wanted.size() && l == wanted[at]) ++at;
  return wanted.size() > 1 && at == wanted.size();
}

}  // namespace selon
