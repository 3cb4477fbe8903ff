#include "mentions/salience.h"

#include <algorithm>
#include <map>

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
    0.5;  // named inside a quotation that the pronoun stands outside of
constexpr double kSatelliteFactor = 0.5;  // "his lawyer", of a pronoun behind
constexpr double kPairFactor = 0.8;       // "X met Y. They …": named apart
constexpr double kSameClause = 50;        // possessive: depends on the same verb
constexpr double kConjunct = 300;         // possessive: "X et ses alliés"
constexpr double kInStead = 0.4;          // "ses frontières", of the head of a state
constexpr double kMatrix = 60;            // "Oslo a annoncé qu'il": the subject of the verb above
constexpr double kWhere = 150;            // "la visite de X à Y, où il …"

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
    if (!body || (!english && a.mention.form == MentionForm::kMetonym)) return false;
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
  // of an English possessive it is the owner's: "her courage"
  if ((english || !possessive) && p.gender != Gender::kNone && g != Gender::kNone &&
      g != p.gender) {
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
  if (verb == kNone || !tree_.is(subject, "nsubj")) return false;
  int32_t first = verb;  // "a critiqué Keir et réclamé sa démission"
  for (int step = 0; tree_.is(first, "conj") && step < 4; ++step) first = doc_.words[first].head;
  if (doc_.words[subject].head != verb && doc_.words[subject].head != first) return false;
  if (tree_.is(noun, "obl")) return tree_.preposition(noun) == "for";  // "called for his release"
  return tree_.is(noun, "obj") && senses_.of_another(doc_.words[verb].lemma);
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
  const bool argument = tree_.is(up, "nsubj") || tree_.is(up, "obj") || tree_.is(up, "iobj") ||
                        tree_.is(up, "obl") ||
                        doc_.words[up].deprel == "expl:subj";  // "il lui a promis de partir"
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

// "It broke off relations with Oslo": whom the object of the pronoun's verb is shared with.
bool Salience::shared_object(const Candidate& p, const Candidate& a) const {
  const int32_t shared = doc_.words[a.mention.head].head;
  return shared != kNone && tree_.is(a.mention.head, "nmod") &&
         meets(tree_.preposition(a.mention.head)) && tree_.is(shared, "obj") &&
         doc_.words[shared].head == doc_.words[p.mention.head].head;
}

// "Her lawyer condemned it. Congress refused to hear her": whoever is told of as another's is less
// in mind than that other, unless he speaks next.
bool Salience::a_satellite(const Candidate& p, const Candidate& a) const {
  if (doc_.meta.language != "en" || p.speaks || p.gender == Gender::kNone ||
      a.mention.form != MentionForm::kDescription)
    return false;
  for (int32_t c : tree_.children(a.mention.head))
    if (c < a.mention.head && doc_.words[c].morph.possessive) return true;
  return false;
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
  // also one named behind it: "It broke off relations with Oslo"
  if (p.kind == CandidateKind::kPersonal)
    for (int32_t j = index + 1; j < static_cast<int32_t>(all_.list.size()); ++j) {
      const Candidate& a = all_.list[j];
      if (doc_.words[a.mention.head].sentence != doc_.words[p.mention.head].sentence) break;
      if (a.kind == CandidateKind::kName && entity(j) != kNone &&
          (co_argument(p, a) || shared_object(p, a)))
        excluded.push_back(entity(j));
    }
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
    if (d > 0 && a_satellite(p, a)) weight *= kSatelliteFactor;
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

}  // namespace selon
