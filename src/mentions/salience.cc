#include "mentions/salience.h"

#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "knowledge/name_sort.h"
#include "mentions/name_shapes.h"

namespace selon {
namespace {

// Weights of an antecedent's grammatical role; Lappin & Leass's order, without their constant for
// sentence recency, which the halving per sentence replaces.
constexpr double kSubject = 100, kSubordinateSubject = 75, kObject = 55, kOblique = 40,
                 kGenitive = 22, kRoot = 60, kOther = 25;
constexpr double kParallel = 25;       // same role as the pronoun
constexpr double kThingFactor = 0.25;  // nouns that are nobody: our verbs mostly want somebody
constexpr double kQuotedFactor =
    0.5;                             // named inside a quotation that the pronoun stands outside of
constexpr double kPairFactor = 0.8;  // "X met Y. They …": named apart
constexpr double kSameClause = 50;   // possessive: depends on the same verb
constexpr double kConjunct = 300;    // possessive: "X et ses alliés"
constexpr double kInStead = 0.4;     // "ses frontières", of the head of a state
constexpr double kMatrix = 60;       // "Oslo a annoncé qu'il": the subject of the verb above
constexpr double kCalledSo = 8;      // "l'organisation", of what the text has called so
constexpr double kWhere = 150;       // "la visite de X à Y, où il …"
constexpr int kWindow = 4;           // sentences
constexpr int kMemory = 80;          // sentences that a state or an office holder is remembered

}  // namespace

Salience::Salience(const Document& doc, const Tree& tree, const Candidates& candidates,
                   const EntityTable& entities, const NounSenses& senses)
    : doc_(doc), tree_(tree), all_(candidates), entities_(entities), senses_(senses) {}

int32_t Salience::entity(int32_t c) const {
  for (size_t step = 0; c != kNone && step < all_.list.size(); ++step) {
    if (all_.list[c].mention.entity != kNone) return all_.list[c].mention.entity;
    c = all_.list[c].mention.coref;
  }
  return kNone;
}

int Salience::distance(int32_t from, int32_t to) const {
  return doc_.words[all_.list[to].mention.head].sentence -
         doc_.words[all_.list[from].mention.head].sentence;
}

bool Salience::visible(int32_t from, int32_t to) const {
  const int32_t a = doc_.sentences[doc_.words[all_.list[from].mention.head].sentence].block;
  const int32_t b = doc_.sentences[doc_.words[all_.list[to].mention.head].sentence].block;
  if (a == b || a == kNone) return true;
  switch (doc_.blocks[a].kind) {
    case BlockKind::kParagraph:
    case BlockKind::kTurn:
      return true;
    default:
      return false;
  }
}

// "Thousands of protesters marched": the role of the people is that of the amount they stand under.
double Salience::role(int32_t word) const {
  for (int step = 0; tree_.is(word, "conj") && step < 8; ++step) word = doc_.words[word].head;
  const int32_t above = doc_.words[word].head;
  if (above != kNone && tree_.is(word, "nmod") && senses_.amount(lower(doc_.words[above].lemma)))
    word = above;
  const Word& w = doc_.words[word];
  if (w.head == kNone) return kRoot;
  if (tree_.is(word, "nsubj")) {
    const int32_t verb = w.head;
    const bool aside = tree_.is(verb, "acl") || tree_.is(verb, "advcl") ||
                       tree_.is(verb, "ccomp") || tree_.is(verb, "xcomp");
    return aside ? kSubordinateSubject : kSubject;
  }
  if (tree_.is(word, "obj") || tree_.is(word, "iobj")) return kObject;
  if (tree_.is(word, "obl")) return kOblique;
  if (tree_.is(word, "nmod")) return kGenitive;
  return kOther;
}

std::vector<int32_t> Salience::coordination(int32_t c) const {
  std::vector<int32_t> members;
  const int32_t head = all_.list[c].mention.head;
  for (int32_t k : tree_.children(head)) {
    if (!tree_.is(k, "conj") || all_.at_word[k] == kNone) continue;
    const int32_t e = entity(all_.at_word[k]);
    if (e != kNone && std::find(members.begin(), members.end(), e) == members.end())
      members.push_back(e);
  }
  const int32_t own = entity(c);
  if (members.empty() || own == kNone) return {};
  if (std::find(members.begin(), members.end(), own) == members.end())
    members.insert(members.begin(), own);
  return members.size() > 1 ? members : std::vector<int32_t>();
}

// "X met Y in Oslo. They signed": a verb's subject and object, both persons or both states.
std::vector<int32_t> Salience::who_met(int32_t c) const {
  const int32_t head = all_.list[c].mention.head, own = entity(c);
  if (!tree_.is(head, "nsubj") || own == kNone || entities_[own].plural) return {};
  const int32_t verb = doc_.words[head].head;
  for (int32_t k : tree_.children(verb)) {
    const bool other = tree_.is(k, "obj") || (tree_.is(k, "obl") && meets(tree_.preposition(k)));
    if (!other || k < verb || all_.at_word[k] == kNone) continue;
    const int32_t e = entity(all_.at_word[k]);
    if (e == kNone || e == own || entities_[e].plural) continue;
    const EntityKind kind = entities_[e].kind;
    if (kind == entities_[own].kind && (kind == EntityKind::kPerson || kind == EntityKind::kState))
      return {own, e};
  }
  return {};
}

bool Salience::meets(std::string_view preposition) {
  return preposition == "with" || preposition == "avec";
}

bool Salience::agrees(const Candidate& p, int32_t index, double& factor) const {
  const Candidate& a = all_.list[index];
  const int32_t e = entity(index);
  const bool english = doc_.meta.language == "en";
  const bool possessive = p.kind == CandidateKind::kPossessive;
  // What a name's own words say comes before its body: "l'ONU … elle", "les Nations unies … elles".
  const bool plural = a.number == Number::kPlur ||
                      (e != kNone && a.kind != CandidateKind::kName && entities_[e].plural);
  if (p.number == Number::kPlur && !plural) {
    // A body takes "they"; in French now and then a state or a team takes "ils".
    const bool body = e != kNone && (entities_[e].kind == EntityKind::kOrganisation ||
                                     entities_[e].kind == EntityKind::kState);
    if (!body) return false;
    factor *= english ? 0.6 : 0.2;
  } else if (p.number == Number::kSing && plural) {
    // "the US … it", "the RSF … its": a plural name of one state, the letters of one body
    const bool letters = a.kind == CandidateKind::kName && all_capitals(all_.names[a.name].text);
    const bool one = english && e != kNone && (letters || entities_[e].kind == EntityKind::kState);
    if (!one) return false;
  }
  const bool person = e != kNone && entities_[e].kind == EntityKind::kPerson;
  const bool unknown = e != kNone && entities_[e].kind == EntityKind::kUnknown;
  if ((p.wanted == Wanted::kPerson || p.wanted == Wanted::kSufferer) && e != kNone &&
      (entities_[e].kind == EntityKind::kState || entities_[e].kind == EntityKind::kOrganisation ||
       entities_[e].kind == EntityKind::kOutlet))
    return false;
  if (p.wanted == Wanted::kState && person) factor *= kInStead;
  if (english) {
    if (p.gender != Gender::kNone && !person && !unknown) return false;   // he, she
    if (p.agent == AgentKind::kBody && (person || plural)) return false;  // it
  }
  // A person's gender is the entity's; a body's that of the words: "le Pérou", "la République".
  const Gender g = person && entities_[e].gender != Gender::kNone ? entities_[e].gender
                   : a.mention.form == MentionForm::kMetonym      ? Gender::kNone
                                                                  : a.gender;
  if (!possessive && p.gender != Gender::kNone && g != Gender::kNone && g != p.gender) {
    if (p.number != Number::kPlur) return false;
    if (!english) {
      if (p.gender == Gender::kFem) return false;  // elles: women only; ils: anybody
      factor *= 0.4;
    }
  }
  if (a.kind == CandidateKind::kThing) factor *= kThingFactor;
  // Persons speak and think; states and bodies do so less, things never.
  if (p.speaks) factor *= person ? 1.5 : (a.kind == CandidateKind::kThing ? 0 : 0.7);
  // A place where something happens is hardly meant.
  if (a.mention.form == MentionForm::kMetonym && located(a.mention.head)) factor *= 0.3;
  if (e != kNone && entities_[e].kind == EntityKind::kState && !possessive) factor *= 0.8;
  if (a.mention.form == MentionForm::kMetonym) factor *= 0.7;
  return true;
}

// What grammar rules out: another argument of the pronoun's own verb, a phrase that holds it.
bool Salience::bound(const Candidate& p, const Candidate& a) const {
  const int32_t pw = p.mention.head, aw = a.mention.head;
  const int32_t governor = doc_.words[pw].head;
  if (governor == kNone) return false;
  if (p.kind == CandidateKind::kPossessive) return within(pw, aw, true) && !first_conjunct(p, a);
  return governor == aw || within(pw, aw, false) || co_argument(p, a);
}

// "Keir a réclamé sa démission": of somebody else's.
bool Salience::demanded(int32_t noun, int32_t subject) const {
  const int32_t verb = doc_.words[noun].head;
  return verb != kNone && tree_.is(noun, "obj") && tree_.is(subject, "nsubj") &&
         doc_.words[subject].head == verb && senses_.of_another(doc_.words[verb].lemma);
}

// Inside the phrase, but not in a clause with a subject of its own: "les États, pressés par des
// rivaux qui les menacent". What is possessed may be in any clause: "le maire qui a vendu ses
// terres".
bool Salience::within(int32_t word, int32_t phrase, bool possessive) const {
  for (int32_t up = word; up != kNone; up = doc_.words[up].head) {
    if (up == phrase) return true;
    if (up == word || !tree_.is(up, "acl")) continue;
    if (possessive || (doc_.words[up].head != phrase && tree_.child(up, "nsubj") != kNone))
      return false;
  }
  return false;
}

bool Salience::located(int32_t word) const { return locative(tree_.preposition(word)); }

// "la visite de X à Oslo, où il parle": the clause of place hangs on the phrase that names X.
bool Salience::opens_on(const Candidate& p, const Candidate& a) const {
  int32_t clause = p.mention.head;
  while (clause != kNone && !tree_.is(clause, "acl")) clause = doc_.words[clause].head;
  if (clause == kNone || doc_.words[clause].head == kNone) return false;
  bool where = false;
  for (int32_t c : tree_.children(clause))
    where = where || doc_.words[c].lemma == "où" || doc_.words[c].lemma == "where";
  if (!where) return false;
  // the noun at the top of the phrase that the clause is part of
  int32_t top = doc_.words[clause].head;
  while (tree_.is(top, "nmod") && doc_.words[top].head != kNone) top = doc_.words[top].head;
  return a.mention.head != doc_.words[clause].head && tree_.is(a.mention.head, "nmod") &&
         tree_.below(a.mention.head, top);
}

// "Oslo a annoncé qu'il partirait": both are subjects, the pronoun's clause is what is said.
bool Salience::above(const Candidate& p, const Candidate& a) const {
  const int32_t clause = doc_.words[p.mention.head].head;
  return p.kind == CandidateKind::kPersonal && tree_.is(p.mention.head, "nsubj") &&
         tree_.is(clause, "ccomp") && tree_.is(a.mention.head, "nsubj") &&
         doc_.words[a.mention.head].head == doc_.words[clause].head;
}

// The verb that a word depends on through nouns.
int32_t Salience::clause_of(int32_t word) const {
  for (int step = 0; word != kNone && step < 8; ++step) {
    word = doc_.words[word].head;
    if (word != kNone &&
        (doc_.words[word].upos == Upos::kVerb || doc_.words[word].upos == Upos::kAdj))
      break;
  }
  return word;
}

// "Oslo et ses alliés": the possessive in a later conjunct takes up the first.
bool Salience::first_conjunct(const Candidate& p, const Candidate& a) const {
  int32_t up = doc_.words[p.mention.head].head;
  for (int step = 0; up != kNone && step < 6; ++step) {
    if (tree_.is(up, "conj") && doc_.words[up].head == a.mention.head) return true;
    if (up == a.mention.head) return false;
    up = tree_.is(up, "conj") || tree_.is(up, "nmod") ? doc_.words[up].head : kNone;
  }
  return false;
}

// "blamed X for attacking him", "a remercié X de l'avoir soutenu": a clause of what the object did.
bool Salience::of_object(int32_t clause) const {
  const int32_t above = doc_.words[clause].head;
  if (above == kNone || tree_.child(above, "obj") == kNone) return false;
  for (int32_t c : tree_.children(clause)) {
    const std::string_view mark = doc_.words[c].lemma;
    if (c < clause && (tree_.is(c, "mark") || tree_.is(c, "case")) &&
        (mark == "for" || mark == "of" || mark == "from" || mark == "de" || mark == "pour"))
      return true;
  }
  return false;
}

bool Salience::co_argument(const Candidate& p, const Candidate& a) const {
  const int32_t governor = doc_.words[p.mention.head].head;
  int32_t up = a.mention.head;
  for (int step = 0; tree_.is(up, "conj") && step < 8; ++step) up = doc_.words[up].head;
  const bool argument =
      tree_.is(up, "nsubj") || tree_.is(up, "obj") || tree_.is(up, "iobj") || tree_.is(up, "obl");
  if (!argument || governor == kNone) return false;
  if (doc_.words[up].head == governor) return true;
  // "X a reçu Y et lui a demandé", "X a répondu à Y en l'accusant": the subject of the first verb
  // is the second one's
  const auto shares_subject = [&](int32_t v) {
    const VerbForm form = doc_.words[v].morph.verb_form;
    const bool infinite =
        form == VerbForm::kInf || form == VerbForm::kPart || form == VerbForm::kGer;
    if (tree_.child(v, "nsubj") != kNone) return false;
    if (tree_.is(v, "conj")) return true;
    return tree_.is(v, "advcl") && infinite && !of_object(v);
  };
  int32_t verb = governor;
  for (int step = 0; step < 4 && verb != kNone && shares_subject(verb); ++step)
    verb = doc_.words[verb].head;
  return verb != governor && tree_.is(up, "nsubj") && doc_.words[up].head == verb;
}

Salience::Choice Salience::antecedent(int32_t index) const {
  const Candidate& p = all_.list[index];
  struct Sum {
    double weight = 0;
    int32_t last = kNone;
    int sentence = -1;       // of the mentions that were added last, and the heaviest of them:
    double in_sentence = 0;  // who is named three times in a sentence is not three times as likely
  };
  std::map<int32_t, Sum> sums;  // by entity; by -2 - candidate for things
  Choice best_group;
  double group_weight = 0;
  const bool possessive = p.kind == CandidateKind::kPossessive;
  const double own_role = role(p.mention.head);
  // Whoever is another argument of the pronoun's verb is not meant, wherever else named.
  std::vector<int32_t> excluded;
  if (p.kind != CandidateKind::kPossessive)
    for (int32_t j = index; j-- > 0 && distance(j, index) == 0;)
      if (entity(j) != kNone && all_.list[j].kind != CandidateKind::kAdjective &&
          co_argument(p, all_.list[j]))
        excluded.push_back(entity(j));
  if (p.wanted == Wanted::kSufferer)
    for (int32_t j = index; j-- > 0 && distance(j, index) == 0;)
      if (entity(j) != kNone &&
          demanded(doc_.words[p.mention.head].head, all_.list[j].mention.head))
        excluded.push_back(entity(j));
  // Nor is whoever speaks, inside their own words, nor the state they speak for.
  if (const int32_t word = all_.said_by[p.mention.head]; word != kNone) {
    const int32_t speaker = all_.at_word[word] == kNone ? kNone : entity(all_.at_word[word]);
    if (speaker != kNone) {
      excluded.push_back(speaker);
      const std::string& country = entities_[speaker].country;
      for (int32_t j = index; j-- > 0 && distance(j, index) <= kWindow;)
        if (const int32_t e = entity(j); e != kNone && !country.empty() &&
                                         entities_[e].kind == EntityKind::kState &&
                                         entities_[e].country == country)
          excluded.push_back(e);
    }
  }
  for (int32_t j = index; j-- > 0;) {
    const Candidate& a = all_.list[j];
    const int d = distance(j, index);
    if (d > kWindow) break;
    if (a.kind == CandidateKind::kAdjective || a.kind == CandidateKind::kSpeaker) continue;
    if (a.mention.span.begin >= p.mention.span.begin || !visible(j, index)) continue;
    if (bound(p, a)) continue;
    double weight = role(a.mention.head);
    if (d == 0 && weight == own_role) weight += kParallel;
    if (d == 1 && weight == own_role) weight += kParallel;
    if (possessive && d == 0) {
      if (first_conjunct(p, a)) weight += kConjunct;
      // another argument of the verb whose argument is possessed
      else if (clause_of(a.mention.head) == clause_of(p.mention.head))
        weight += kSameClause;
    }
    if (d == 0 && opens_on(p, a)) weight += kWhere;
    if (d == 0 && above(p, a)) weight += kMatrix;
    for (int k = 0; k < d; ++k) weight *= 0.5;
    if (all_.quoted[a.mention.head] != all_.quoted[p.mention.head]) weight *= kQuotedFactor;
    const int32_t e = entity(j);
    if (e != kNone && std::find(excluded.begin(), excluded.end(), e) != excluded.end()) continue;
    if (p.number == Number::kPlur && a.kind != CandidateKind::kThing) {
      std::vector<int32_t> members = coordination(j);
      double together = weight;
      if (members.empty() && d == 1) {
        members = who_met(j);
        together *= kPairFactor;
      }
      if (!members.empty() && together > group_weight) {
        group_weight = together;
        best_group = {j, std::move(members)};
      }
    }
    if (e == kNone && a.kind != CandidateKind::kThing) continue;
    if (a.kind == CandidateKind::kThing && (d > 1 || p.demonstrative)) continue;
    double factor = 1;
    if (!agrees(p, j, factor)) continue;
    // "celui-ci" takes up the nearest, not the subject
    const bool near = p.demonstrative && d <= 1;
    if (near) weight = std::max(1.0, (d == 0 ? 200.0 : 100.0) + a.mention.head - p.mention.head);
    Sum& sum = sums[e == kNone ? -2 - j : e];
    if (near) {
      sum.weight = std::max(sum.weight, weight * factor);
    } else {
      if (d != sum.sentence) sum.in_sentence = 0;
      sum.sentence = d;
      sum.weight += std::max(0.0, weight * factor - sum.in_sentence);
      sum.in_sentence = std::max(sum.in_sentence, weight * factor);
    }
    if (sum.last == kNone) sum.last = j;
  }
  Choice best;
  double best_weight = 0;
  for (const auto& [key, sum] : sums) {
    if (sum.weight > best_weight || (sum.weight == best_weight && sum.last > best.candidate)) {
      best_weight = sum.weight;
      best.candidate = sum.last;
    }
  }
  if (group_weight > 0 && group_weight >= 0.7 * best_weight) return best_group;
  if (best.candidate != kNone && all_.list[best.candidate].kind == CandidateKind::kThing) return {};
  return best;
}

// Whether a general noun may stand for a body: "l'agence" for Tass.
bool Salience::body_of_type(int32_t e, const Candidate& d) const {
  if (d.takes_up.empty()) return false;
  // "le site Vigie" has a name of its own.
  if (d.noun_end > 0 && d.noun_end < static_cast<int32_t>(doc_.words.size()) &&
      doc_.words[d.noun_end].sentence == doc_.words[d.mention.head].sentence &&
      starts_upper(doc_.words[d.noun_end].form))
    return false;
  // "les alliés" are an alliance; other plurals are several bodies.
  const Actor* actor = entities_.actor(e);
  const bool members = d.agent == AgentKind::kPerson && !d.country_noun;  // "the militants"
  if (members ? d.number != Number::kPlur || !d.definite
              : (d.number == Number::kPlur) != d.country_noun)
    return false;
  const std::string_view type = actor ? std::string_view(actor->type) : "unknown";
  // A body that is only described is taken up by its own noun: "l'armée birmane" by no "ONG".
  if (!actor && (entities_[e].kind != EntityKind::kOrganisation || entities_[e].plural ||
                 !entities_.named(e)))
    return false;
  if (!type.empty())
    for (const std::string& t : d.takes_up)
      if (t == type) return true;
  return false;
}

// A complement behind the noun, beside the words that the tables know: "les forces de soutien".
bool Salience::complemented(const Candidate& d) const {
  for (int32_t k : tree_.children(d.mention.head))
    if (tree_.is(k, "nmod") && k >= d.noun_end && !doc_.words[k].morph.possessive) return true;
  return false;
}

// "les unités spéciales" are not just any units spoken of before: an adjective that those lack.
bool Salience::of_another_kind(const Candidate& d, const Candidate& before) const {
  if ((d.agent == AgentKind::kPerson && !d.country_noun) || d.demonstrative) return false;
  for (int32_t k : tree_.children(d.mention.head)) {
    if (!tree_.is(k, "amod") || k < d.noun_end) continue;
    bool shared = false;
    for (int32_t w = before.mention.first_word; w < before.mention.end_word; ++w)
      shared = shared || doc_.words[w].lemma == doc_.words[k].lemma;
    if (!shared) return true;
  }
  return false;
}

int32_t Salience::described_before(int32_t index) const {
  const Candidate& d = all_.list[index];
  // "Ce membre du réseau", of whoever was named: what is added tells more of them
  const bool shown = d.demonstrative && d.agent == AgentKind::kPerson && d.number != Number::kPlur;
  if (d.nations.empty() && !shown && complemented(d)) return kNone;
  const bool plural = d.number == Number::kPlur;
  struct Sum {
    double weight = 0;
    int32_t last = kNone;
    int sentence = -1;       // of the mentions that were added last, and the heaviest of them:
    double in_sentence = 0;  // who is named three times in a sentence is not three times as likely
  };
  std::map<int32_t, Sum> sums;
  for (int32_t j = index; j-- > 0 && distance(j, index) <= kMemory;) {
    const Candidate& a = all_.list[j];
    if (a.kind == CandidateKind::kAdjective || a.kind == CandidateKind::kThing ||
        a.kind == CandidateKind::kSpeaker || a.kind == CandidateKind::kPossessive)
      continue;
    const int32_t e = entity(j);
    if (e == kNone || tree_.below(d.mention.head, a.mention.head)) continue;
    const Entity& who = entities_[e];
    // "les alliés du Golfe" are other allies
    const bool body = body_of_type(e, d) && !(d.country_noun && of_another_kind(d, a));
    const bool organised = who.kind == EntityKind::kOrganisation;
    if (who.plural != plural && !body && !(organised && (!plural || entities_.named(e)))) continue;
    const int gap = distance(j, index);
    const std::string former = d.former ? "former " : "";
    const bool called = (entities_.has_role(e, former + d.lemma) ||
                         (!d.office.empty() && entities_.has_role(e, former + d.office))) &&
                        !of_another_kind(d, a);
    const bool same = body || called;
    double weight = role(a.mention.head);
    if (called && organised && entities_.named(e)) weight *= kCalledSo;
    // "Rebels fought Vigie. The rebels …": rather whoever was called so
    if (body && !called && d.agent == AgentKind::kPerson) weight *= 0.5;
    for (int k = 0; k < std::min(gap, 6); ++k) weight *= same ? 0.8 : 0.5;
    if (!same) {
      // A general word for a person ("le diplomate", "l'homme") takes up whoever is spoken of, when
      // neither office nor sector speaks against it.
      const bool general =
          d.agent == AgentKind::kPerson && !d.country_noun && d.office.empty() && !plural &&
          who.kind == EntityKind::kPerson && gap <= 2 &&
          (shown || d.sector.empty() || d.sector == "CVL" || d.sector == who.sector);
      if (!general || !visible(j, index)) continue;
      if (shown ? gap == 0 : d.title && d.sector != who.sector) continue;
      weight *= a.name == kNone && !a.definite ? 0.25 : 0.5;  // rather somebody named
    }
    if (d.gender != Gender::kNone && who.gender != Gender::kNone && d.gender != who.gender &&
        who.kind == EntityKind::kPerson)
      continue;
    Sum& sum = sums[e];
    sum.weight += weight;
    if (sum.last == kNone) sum.last = j;
  }
  Sum best;
  for (const auto& [e, sum] : sums)
    if (sum.weight > best.weight || (sum.weight == best.weight && sum.last > best.last)) best = sum;
  return best.last;
}

int32_t Salience::scene(int32_t index) const {
  const int32_t sentence = doc_.words[all_.list[index].mention.head].sentence;
  for (int32_t j = index; j-- > 0;) {
    const Mention& m = all_.list[j].mention;
    if (doc_.words[m.head].sentence != sentence) return kNone;
    if (m.first_word > doc_.sentences[sentence].first_word + 1) continue;
    const bool set_off = doc_.words[m.end_word].form == ",";
    return all_.list[j].kind == CandidateKind::kName && set_off && located(m.head) ? j : kNone;
  }
  return kNone;
}

int32_t Salience::state_before(int32_t index) const {
  const Candidate& d = all_.list[index];
  std::map<std::string, double> sums;
  std::map<std::string, int32_t> last;
  // "Oslo accuse le royaume": not one's own
  std::string itself;
  if (d.country_noun && tree_.is(d.mention.head, "obj"))
    for (int32_t j = index; j-- > 0 && distance(j, index) == 0;)
      if (entity(j) != kNone && tree_.is(all_.list[j].mention.head, "nsubj") &&
          co_argument(d, all_.list[j]))
        itself = entities_[entity(j)].country;
  for (int32_t j = index; j-- > 0 && distance(j, index) <= kMemory;) {
    const int32_t e = entity(j);
    if (e == kNone || entities_[e].country.empty() || !entities_[e].members.empty()) continue;
    const Candidate& a = all_.list[j];
    double weight = a.kind == CandidateKind::kAdjective ? 30 : role(a.mention.head);
    const int d = distance(j, index);
    for (int k = 0; k < std::min(d, 10); ++k) weight *= 0.7;
    const std::string& country = entities_[e].country;
    if (country == itself) continue;
    sums[country] += weight;
    last.emplace(country, j);
  }
  int32_t best = kNone;
  double best_weight = 0;
  for (const auto& [country, weight] : sums)
    if (weight > best_weight || (weight == best_weight && last[country] > best)) {
      best_weight = weight;
      best = last[country];
    }
  return best;
}

int32_t Salience::same_sector_before(int32_t index) const {
  const Candidate& d = all_.list[index];
  if (d.sector != "MIL" && d.sector != "COP") return kNone;
  for (int32_t j = index; j-- > 0;) {
    if (distance(j, index) > 2) break;
    const int32_t e = entity(j);
    if (e == kNone || all_.list[j].kind == CandidateKind::kAdjective) continue;
    if (entities_[e].sector == d.sector && !entities_[e].country.empty()) return j;
  }
  return kNone;
}

std::vector<int32_t> Salience::most_salient(int32_t index, int count) const {
  const Candidate& d = all_.list[index];
  const bool persons = d.agent == AgentKind::kPerson && !d.country_noun;
  // "Washington urged both sides": whoever acts on them is neither, wherever else it is named.
  std::set<int32_t> acting;
  for (int32_t j = index; j-- > 0 && distance(j, index) == 0;)
    if (co_argument(d, all_.list[j]) && entity(j) != kNone) acting.insert(entity(j));
  struct Sum {
    double weight = 0;
    int32_t entity = kNone, last = kNone;
  };
  // "talks between X and Y (…) the two sides": as many as stand side by side
  for (int32_t j = index; j-- > 0 && distance(j, index) <= 2;) {
    const Candidate& a = all_.list[j];
    if (a.kind == CandidateKind::kThing || !visible(j, index) || d.lemma != "side") continue;
    if (std::vector<int32_t> side_by_side = coordination(j);
        static_cast<int>(side_by_side.size()) == count)
      return side_by_side;
  }
  std::map<std::string, Sum> sums;
  for (int32_t j = index; j-- > 0;) {
    const int gap = distance(j, index);
    if (gap > kWindow) break;
    const Candidate& a = all_.list[j];
    if (a.kind == CandidateKind::kThing || !visible(j, index) || co_argument(d, a)) continue;
    const int32_t e = entity(j);
    if (e == kNone || !entities_[e].members.empty() || acting.contains(e)) continue;
    const Entity& who = entities_[e];
    if (who.plural && who.kind != EntityKind::kState && !d.country_noun) continue;
    if (who.kind == EntityKind::kOutlet && d.sector != "JRN") continue;  // who tells it
    if (persons != (who.kind == EntityKind::kPerson) && !d.country_noun) continue;
    const std::string& key = d.country_noun ? who.country : who.id;
    if (key.empty()) continue;
    double weight = a.kind == CandidateKind::kAdjective ? 20 : role(a.mention.head);
    for (int k = 0; k < gap; ++k) weight *= 0.5;
    Sum& sum = sums[key];
    sum.weight += weight;
    if (sum.last == kNone) sum.last = j, sum.entity = e;
  }
  std::vector<Sum> best;
  for (const auto& [key, sum] : sums) best.push_back(sum);
  std::stable_sort(best.begin(), best.end(), [](const Sum& a, const Sum& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.last > b.last;
  });
  if (static_cast<int>(best.size()) > count) best.resize(static_cast<size_t>(count));
  std::sort(best.begin(), best.end(), [](const Sum& a, const Sum& b) { return a.last < b.last; });
  std::vector<int32_t> found;
  for (const Sum& sum : best) found.push_back(sum.entity);
  return found;
}

}  // namespace selon
