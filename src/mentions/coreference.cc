#include "mentions/coreference.h"

#include <algorithm>

#include "base/utf8.h"
#include "mentions/linker.h"
#include "mentions/noun_phrase.h"

namespace selon {
namespace {

// Shares of a text's names or places: of the state that it speaks of most, and of the next one at
// most.
constexpr double kOnlyState = 0.6, kSecondState = 0.25;
constexpr int kMaxDepth = 100;  // "l'ami de l'ami de l'ami …"

}  // namespace

Linker::Linker(const Document& doc, const Tree& tree, const Actors& actors,
               const NounSenses& senses, Candidates& candidates)
    : doc_(doc),
      tree_(tree),
      actors_(actors),
      senses_(senses),
      all_(candidates),
      list_(candidates.list),
      day_(parse_day(doc.meta.published)),
      lang_(lang_of(doc.meta.language)),
      table_(actors, day_),
      names_(doc, tree, candidates, table_),
      salience_(doc, tree, candidates, table_, senses),
      owners_(doc, tree, candidates),
      taken_up_(doc, tree, candidates, table_, senses),
      main_(main_state(doc, tree, senses, candidates.names, table_)) {
  done_.assign(list_.size(), false);
}

std::vector<Entity> Linker::run() {
  names_.link_acronyms();
  for (Candidate& c : list_)
    if (c.kind == CandidateKind::kName) describe_name(c);
  for (size_t i = 0; i < list_.size(); ++i) compatriot(static_cast<int32_t>(i));
  for (size_t i = 0; i < list_.size(); ++i) link(static_cast<int32_t>(i));
  for (size_t i = 0; i < list_.size(); ++i) named_with_age(static_cast<int32_t>(i));
  of_the_only_state();
  of_the_scene();
  for (const auto& [e, origin] : joined_)
    if (table_.origin(e).base == "UNK") table_.enrich(e, &origin, "", false);
  for (size_t i = 0; i < list_.size(); ++i) mark_private(static_cast<int32_t>(i));
  return table_.take();
}

// "le Britannique Reid": the demonym tells where the person named behind it comes from.
void Linker::compatriot(int32_t i) {
  Candidate& c = list_[i];
  if (c.kind != CandidateKind::kName || c.mention.rule == "name") return;
  const Name& n = all_.names[c.name];
  if (n.guess != NameGuess::kTable || n.plural ||
      (n.reading.kind != NameKind::kPeople && n.reading.kind != NameKind::kAdjective))
    return;
  for (size_t j = i + 1; j < list_.size() && j < static_cast<size_t>(i) + 3; ++j) {
    Candidate& person = list_[j];
    if (person.mention.first_word != c.mention.end_word || person.name == kNone ||
        !all_.names[person.name].person())
      continue;
    const Origin origin = table_.origin(c.mention.entity);
    table_.enrich(person.mention.entity, &origin, "", false);
    refer(i, static_cast<int32_t>(j));
    return;
  }
}

// The title that stands before a name tells whose minister it is.
void Linker::describe_name(Candidate& c) {
  const int32_t e = c.mention.entity;
  if (e == kNone) return;
  if (table_[e].gender == Gender::kNone) table_[e].gender = c.gender;
  if (!c.lemma.empty()) return teach(e, c);
  const std::vector<Origin> origins = origins_of(c);
  if (!origins.empty()) table_.enrich(e, &origins.front(), "", false);
}

void Linker::teach(int32_t e, const Candidate& c) {
  std::vector<Origin> origins = origins_of(c);
  if (origins.size() == 1 && only_joined(c, origins.front())) {
    joined_.emplace(e, origins.front());
    origins.clear();
  }
  table_.enrich(e, origins.empty() ? nullptr : &origins.front(), c.sector,
                c.title || !c.sector.empty());
  const Origin own = table_.origin(e);
  if (table_[e].kind == EntityKind::kUnknown)
    table_[e].kind =
        c.agent == AgentKind::kPerson ? EntityKind::kPerson : EntityKind::kOrganisation;
  if (table_[e].gender == Gender::kNone && table_[e].kind == EntityKind::kPerson)
    table_[e].gender = c.gender;
  table_.add_role(e, role_of(c, c.lemma));
  if (!c.office.empty()) table_.add_role(e, role_of(c, c.office));
  if (!c.former) table_.add_key(key_of(c, own), e);
  if (std::string town = town_of(c); !town.empty()) towns_.emplace(e, std::move(town));
}

int32_t Linker::candidate_at(int32_t word) const { return owners_.candidate_at(word); }

int32_t Linker::entity(int32_t c) const {
  for (size_t step = 0; c != kNone && step < list_.size(); ++step) {
    if (list_[c].mention.entity != kNone) return list_[c].mention.entity;
    c = list_[c].mention.coref;
  }
  return kNone;
}

void Linker::link(int32_t i) {
  if (done_[i] || depth_ > kMaxDepth) return;
  done_[i] = true;
  ++depth_;
  link_one(i);
  --depth_;
}

void Linker::link_one(int32_t i) {
  switch (list_[i].kind) {
    case CandidateKind::kName:
      return context_of_name(i);
    case CandidateKind::kAdjective:
    case CandidateKind::kSpeaker:
    case CandidateKind::kThing:
      return;
    case CandidateKind::kDescription:
      return description(i);
    case CandidateKind::kRelative:
      return relative(i);
    case CandidateKind::kReflexive:
      return reflexive(i);
    case CandidateKind::kPersonal:
    case CandidateKind::kPossessive:
      return pronoun(i);
  }
}

void Linker::refer(int32_t i, int32_t antecedent) {
  list_[i].mention.coref = antecedent;
  list_[i].mention.entity = entity(antecedent);
}

void Linker::relative(int32_t i) {
  const int32_t head = list_[i].owners.front();
  const int32_t antecedent = candidate_at(head);
  if (antecedent == kNone || antecedent == i) return;
  link(antecedent);
  refer(i, antecedent);
}

void Linker::reflexive(int32_t i) {
  const int32_t verb = doc_.words[list_[i].mention.head].head;
  if (verb == kNone) return;
  const int32_t subject = tree_.child(verb, "nsubj");
  const int32_t antecedent = subject == kNone ? kNone : candidate_at(subject);
  if (antecedent == kNone) return;
  link(antecedent);
  refer(i, antecedent);
}

// "il (Ferrand)": an editor's gloss.
int32_t Linker::gloss(int32_t i) const {
  const auto is = [&](int32_t word, std::string_view form) {
    return word < static_cast<int32_t>(doc_.words.size()) && doc_.words[word].form == form;
  };
  const int32_t bracket = list_[i].mention.end_word;
  if (!is(bracket, "(") || bracket + 1 >= static_cast<int32_t>(doc_.words.size())) return kNone;
  const int32_t name = candidate_at(bracket + 1);
  const bool closed = name != kNone && list_[name].kind == CandidateKind::kName &&
                      is(list_[name].mention.end_word, ")");
  return closed ? name : kNone;
}

void Linker::pronoun(int32_t i) {
  if (const int32_t name = gloss(i); name != kNone) return refer(i, name);
  // The speaker must be known first, to be left out.
  if (const int32_t said_by = all_.said_by[list_[i].mention.head]; said_by != kNone)
    if (const int32_t speaker = candidate_at(said_by); speaker != kNone) link(speaker);
  if (const int32_t first = owners_.conjoined(i); first != kNone && entity(first) != kNone)
    return refer(i, first);
  if (const int32_t object = owners_.controlled(i); object != kNone) {
    link(object);
    if (entity(object) != kNone) return refer(i, object);
  }
  if (const int32_t subject = owners_.fronted(i); subject != kNone) {
    link(subject);
    if (list_[i].number == Number::kPlur) {
      for (int32_t k : tree_.children(list_[subject].mention.head))
        if (tree_.is(k, "conj") && candidate_at(k) != kNone) link(candidate_at(k));
      if (std::vector<int32_t> group = salience_.coordination(subject); !group.empty())
        return refer_to_group(i, subject, group);
    }
    if (entity(subject) != kNone) return refer(i, subject);
  }
  if (const int32_t thing = thing_before(i); thing != kNone) {
    const int32_t owner = whose(thing);
    if (owner != kNone) refer(i, owner);
    return;
  }
  const Salience::Choice choice = salience_.antecedent(i);
  if (choice.candidate == kNone) return;
  if (choice.group.empty()) return refer(i, choice.candidate);
  refer_to_group(i, choice.candidate, choice.group);
}

// "Oslo praised the Peruvian decision. Rome criticised it.": an object pronoun goes on from the
// thing that was the object of the sentence before; kNone: no thing was.
int32_t Linker::thing_before(int32_t i) const {
  const int32_t pronoun = list_[i].mention.head;
  const Word& word = doc_.words[pronoun];
  if (word.lemma != "it" || !tree_.is(pronoun, "obj") || word.sentence == 0) return kNone;
  const Sentence& before = doc_.sentences[word.sentence - 1];
  if (before.block != doc_.sentences[word.sentence].block) return kNone;
  for (int32_t w = before.first_word; w < before.end_word; ++w) {
    if (!tree_.is(w, "obj") || doc_.words[w].upos != Upos::kNoun ||
        doc_.words[w].morph.number == Number::kPlur)
      continue;
    const int32_t c = candidate_at(w);
    if (c != kNone && list_[c].kind != CandidateKind::kThing) continue;
    if (const int32_t verb = doc_.words[w].head; verb != kNone && doc_.words[verb].head == kNone)
      return w;
  }
  return kNone;
}

// The candidate whose a thing is: "the Peruvian decision", "the decision of Peru"; kNone.
int32_t Linker::whose(int32_t thing) const {
  for (int32_t c : tree_.children(thing))
    if ((tree_.is(c, "amod") || tree_.is(c, "nmod") || tree_.is(c, "compound")) &&
        candidate_at(c) != kNone)
      return candidate_at(c);
  return kNone;
}

void Linker::refer_to_group(int32_t i, int32_t antecedent, const std::vector<int32_t>& members) {
  list_[i].mention.coref = antecedent;
  list_[i].mention.entity = table_.group(members, words_of(list_[antecedent]));
}

// "A Norwegian climber has been detained. Erik Dahl, 41, …": a name with an age is of whoever was
// described right before, where his country was told.
void Linker::named_with_age(int32_t i) {
  constexpr int kNear = 2;  // sentences
  const Candidate& c = list_[i];
  const int32_t e = c.mention.entity, end = c.mention.end_word;
  if (e == kNone || c.kind != CandidateKind::kName || !c.lemma.empty() || table_.actor(e) ||
      table_[e].kind != EntityKind::kPerson || table_.origin(e).base != "UNK" ||
      end + 1 >= static_cast<int32_t>(doc_.words.size()) || doc_.words[end].form != "," ||
      doc_.words[end + 1].upos != Upos::kNum)
    return;
  int32_t described = kNone;
  for (int32_t k = i; k-- > 0;) {
    const Candidate& a = list_[k];
    if (doc_.words[c.mention.head].sentence - doc_.words[a.mention.head].sentence > kNear) break;
    const int32_t who = a.mention.entity;
    if (a.kind != CandidateKind::kDescription || a.agent != AgentKind::kPerson || a.title ||
        a.number == Number::kPlur || who == kNone || table_[who].country.empty())
      continue;
    if (described != kNone && table_[who].country != table_[described].country) return;
    described = who;
  }
  if (described == kNone) return;
  const Origin origin = table_.origin(described);
  table_.enrich(e, &origin, "", false);
}

// Where a text speaks of hardly any other state, its unknown persons, bodies and people are taken
// to be of that one.
void Linker::of_the_only_state() {
  if (main_.share < kOnlyState) return;
  const bool alone = main_.next <= kSecondState;
  const int32_t state = table_.state(main_.country);
  if (state == kNone) return;
  const Origin origin = table_.origin(state);
  for (const Candidate& c : list_) {
    const int32_t e = c.mention.entity;
    if (e == kNone || table_.actor(e) || table_.origin(e).base != "UNK") continue;
    if (alone && opponent_at_home(c)) table_.enrich(e, &origin, "", false);
    if (c.relational) continue;
    const bool name =
        c.kind == CandidateKind::kName &&
        (table_[e].kind == EntityKind::kPerson || table_[e].kind == EntityKind::kOrganisation);
    const bool described = c.kind == CandidateKind::kDescription && table_[e].members.empty();
    const bool body = described && (c.agent == AgentKind::kBody || (c.title && c.definite) ||
                                    (c.agent == AgentKind::kGroup && c.definite &&
                                     c.sector.empty() && c.number != Number::kPlur));
    bool of_state = false;  // citizens, police, soldiers: of where the text is
    for (const char* sector : {"CVL", "COP", "MIL", "GOV", "LEG", "JUD"})
      of_state = of_state || c.sector == sector;
    if (name || body || (described && of_state && alone)) table_.enrich(e, &origin, "", false);
  }
}

// "the candidate's opponents": whoever stands against somebody without an office, where the text
// speaks of one state only.
bool Linker::opponent_at_home(const Candidate& c) {
  if (c.kind != CandidateKind::kDescription || !c.relational || !c.nations.empty() ||
      c.owners.size() != 1 || c.agent != AgentKind::kPerson)
    return false;
  const int32_t owner = candidate_at(c.owners.front());
  const int32_t e = owner == kNone ? kNone : entity(owner);
  if (e == kNone || table_[e].country != main_.country) return false;
  const std::string& sector = table_[e].sector;
  return table_[e].kind == EntityKind::kPerson && sector != "GOV" && sector != "MIL" &&
         sector != "SPY";
}

// Where all that a text tells happens in one state, those of everyday life are of that one; and
// whoever is only named, where the text speaks of it most.
void Linker::of_the_scene() {
  if (main_.scene_share < kOnlyState || main_.scene_next > kSecondState) return;
  const int32_t state = table_.state(main_.scene);
  if (state == kNone) return;
  const Origin origin = table_.origin(state);
  // Shiites and Christians live in many states; here they are this one's.
  const auto of_faith = [&](int32_t e) {
    const Actor* who = e == kNone ? nullptr : table_.actor(e);
    return who && who->type == "religious" && who->base == "UNK";
  };
  for (Candidate& c : list_) {
    const int32_t e = c.mention.entity;
    if (e == kNone || c.relational || c.sided) continue;
    if (of_faith(e) && (c.kind == CandidateKind::kName || c.kind == CandidateKind::kAdjective)) {
      c.mention.entity = table_.keyed(main_.scene + "|" + table_.actor(e)->slug,
                                      EntityKind::kPeople, table_[e].name, &origin, "");
      table_[c.mention.entity].plural = table_[e].plural;
      continue;
    }
    const bool name =
        c.kind == CandidateKind::kName && main_.country == main_.scene &&
        (table_[e].kind == EntityKind::kPerson || table_[e].kind == EntityKind::kOrganisation);
    if ((!name && c.kind != CandidateKind::kDescription) || table_.actor(e) ||
        !table_[e].members.empty() || table_.origin(e).base != "UNK" ||
        senses_.from_elsewhere(c.lemma))
      continue;
    bool everyday = name || joined_.contains(e) ||
                    doc_.words[c.mention.head].upos == Upos::kNum;  // "killing four"
    for (const char* sector : {"CVL", "EDU", "AGR", "LAB", "MED", "BUS", "REL", "COP", "JUD", "LEG",
                               "OPP", "PTY", "JRN"})
      everyday = everyday || c.sector == sector;
    if (!c.nations.empty() && !joined_.contains(e))
      everyday = std::all_of(c.nations.begin(), c.nations.end(),
                             [&](int32_t n) { return of_faith(names_.entity(n)); });
    if (everyday) table_.enrich(e, &origin, "", false);
  }
}

// A person without office or public role in text or tables.
void Linker::mark_private(int32_t i) {
  const Candidate& c = list_[i];
  const int32_t e = c.mention.entity;
  if (e == kNone || table_[e].kind != EntityKind::kPerson) return;
  if (c.kind == CandidateKind::kDescription && (c.title || !c.sector.empty()))
    table_[e].is_public = true;
}

std::vector<Entity> link_candidates(const Document& doc, const Tree& tree, const Actors& actors,
                                    const NounSenses& senses, Candidates& candidates) {
  return Linker(doc, tree, actors, senses, candidates).run();
}

}  // namespace selon
