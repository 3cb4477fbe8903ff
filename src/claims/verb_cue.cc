#include "claims/verb_cue.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/utf8.h"

namespace selon {
namespace {

// "said that Oslo would leave, a step Rome criticised": what sums up the clause that is told is not
// told with it.
void leave_what_sums_up(const AttributionContext& c, int32_t root, WordSet& told) {
  // in French it hangs as often on the clause's last noun
  for (int32_t w = root + 1; w <= told.back(); ++w) {
    if (c.doc.words[w].head != root && !(c.doc.french() && c.tree.below(w, root))) continue;
    if (!told.contains(w) || c.arguments.subject_of_summed(w).empty()) continue;
    bool clause = false;
    for (int32_t d : c.tree.children(w))
      clause |=
          d > w && (c.doc.french() ? c.doc.words[d].deprel == "acl:relcl" : c.tree.is(d, "acl"));
    if (!clause) continue;
    told.remove(WordRange{c.subtree(w).front(), c.sentence_of(w).end_word});
    break;
  }
}

// How far behind its verb "que" may stand when the tree does not link them.
constexpr int32_t kMaxToQue = 9;

// "être conscient", "be concerned" look like passives and are none.
bool is_state(const Cue& cue) {
  const std::string& first = cue.phrase->lemmas.front();
  return cue.words.size() > 1 && (first == "être" || first == "be");
}

}  // namespace

// Finds the governing word, auxiliaries and clitics.
void CueReader::complete(Cue& cue) const {
  // "être conscient", "faire savoir": the word that the others hang on
  for (int32_t w : cue.words)
    if (word(w).head == kNone || !cue.has(word(w).head)) {
      if (w == cue.words.front() || cue.has(word(cue.words.front()).head)) cue.verb = w;
    }
  for (int32_t w : cue.words) {
    cue.all.add(w);
    for (int32_t child : c_.tree.children(w))
      if (((is(child, "aux") || is(child, "cop")) && child < w) || is(child, "expl") ||
          (is(child, "obj") && word(child).upos == Upos::kPron &&
           word(child).morph.pron_type != PronType::kRel && child + 3 > w && child < w) ||
          (is(child, "iobj") && child < w) || word(child).deprel == "compound:prt")
        cue.all.add(child);
  }
}

bool CueReader::passive(const Cue& cue) const {
  return !is_state(cue) && c_.arguments.passive(cue.verb);
}

bool CueReader::negated(const Cue& cue) const {
  constexpr std::array<std::string_view, 6> kNot = {"pas", "jamais", "point",
                                                    "not", "n't",    "never"};
  const auto has = [&](int32_t w, bool particle_alone) {
    for (int32_t child : c_.tree.children(w)) {
      const std::string form = lower(word(child).form);
      if (among(form, kNot)) return true;
      if (particle_alone && (form == "ne" || form == "n'")) return true;
    }
    return false;
  };
  if (has(cue.verb, false)) return true;
  const int32_t up = word(cue.verb).head;
  return up != kNone && is(cue.verb, "xcomp") && word(up).lemma == "pouvoir" && has(up, true);
}

// The subject, or the agent of a passive.
std::vector<int32_t> CueReader::subjects(const Cue& cue) const {
  if (passive(cue)) return c_.arguments.subject(cue.verb);
  // "il est à noter que": nobody notes
  if (word(cue.verb).morph.verb_form == VerbForm::kInf && c_.tree.child(cue.verb, "cop") != kNone)
    return {};
  for (int32_t w : cue.words)
    if (const int32_t s = c_.nearest_subject(w); s != kNone) return {s};
  // "a dû faire comprendre": the subject of what the infinitive hangs on, unless somebody is made
  // to say it; "il n'est pas exact de dire": nobody's
  if (word(cue.verb).morph.verb_form == VerbForm::kInf)
    for (int32_t up = word(cue.verb).head; up != kNone; up = word(up).head) {
      for (int32_t child : c_.tree.children(up))
        if (word(child).deprel == "expl:subj" || (is(child, "expl") && !french_)) return {};
      if (c_.tree.child(up, "obj") != kNone || c_.tree.child(up, "iobj") != kNone) break;
      if (const int32_t s = c_.nearest_subject(up); s != kNone) {
        if (c_.arguments.passive(up)) break;
        return {s};
      }
      if (!is(up, "xcomp")) break;
    }
  for (int32_t w : cue.words) {
    const int32_t own = c_.tree.child(w, "nsubj");
    if (own != kNone && word(own).morph.pron_type != PronType::kRel) continue;
    if (w == cue.verb || own != kNone)
      if (std::vector<int32_t> found = c_.arguments.surface_subject(w); !found.empty())
        return found;
  }
  // "Il savait que" taken for "il faut que"
  for (int32_t w : cue.words)
    for (int32_t child : c_.tree.children(w))
      if (word(child).deprel == "expl:subj") return {child};
  if (const int32_t before = c_.noun_before(cue.all); before != kNone) return {before};
  return {};
}

// "…, soulignant que …", "…, adding that …": a participle behind a comma goes on with the speaker
// of the verb before it, and ends what that verb was given. kNone: none.
int32_t CueReader::speaks_on(const Cue& cue) const {
  const Word& w = word(cue.verb);
  const bool present = w.morph.verb_form == VerbForm::kGer ||
                       (w.morph.verb_form == VerbForm::kPart && w.morph.tense == Tense::kPres);
  if (!present || cue.all.size() > static_cast<int32_t>(cue.words.size())) return kNone;
  const Sentence& s = c_.sentence_of(cue.verb);
  int32_t before = cue.words.front() - 1;
  while (before > s.first_word &&
         (word(before).upos == Upos::kAdv || word(before).form == "en" ||
          word(before).upos == Upos::kCconj || word(before).upos == Upos::kSconj))
    --before;
  if (before <= s.first_word || word(before).form != ",") return kNone;
  // Verbs leave their drafts in text order, so the last one comes first
  for (auto i = static_cast<int32_t>(c_.drafts.size()) - 1; i >= 0; --i) {
    const Draft& d = c_.drafts[i];
    if (d.cue_word == kNone || d.cue_word < s.first_word) break;
    if (d.source.name.empty() || d.rule == "preposition" || d.cue_word >= before) continue;
    if (c_.quotation_at(d.cue_word) == c_.quotation_at(cue.verb)) return i;
  }
  return kNone;
}

std::optional<Source> CueReader::source(const Cue& cue, bool lenient) const {
  if (const int32_t before = speaks_on(cue); before != kNone) {
    Source same = c_.drafts[before].source;
    same.words = WordSet();
    return same;
  }
  const std::vector<int32_t> found = subjects(cue);
  for (int32_t w : found)
    if (auto s = c_.sources.read(w, lenient)) return s;
  if (found.empty() && passive(cue)) {
    // Thinking and knowing need no agent: "est convaincu" is no passive in meaning
    Source nobody;
    nobody.kind = "unnamed";
    return nobody;
  }
  return std::nullopt;
}

std::string_view CueReader::first_lemma_of(int32_t root, std::string_view relation) const {
  const int32_t child = c_.tree.child(root, relation);
  return child == kNone ? std::string_view() : std::string_view(word(child).lemma);
}

// Which way a clause is introduced.
Way CueReader::way_of(int32_t root) const {
  for (int32_t child : c_.tree.children(root)) {
    if (child > root) break;
    const std::string form = lower(word(child).form);
    if (is(child, "mark")) {
      if (form == "si" || form == "s'" || form == "if" || form == "whether") return kIf;
      return kThat;
    }
  }
  constexpr std::array<std::string_view, 16> kQuestions = {
      "comment", "pourquoi", "combien", "où",  "quand", "quel",  "qui",   "lequel",
      "how",     "why",      "what",    "who", "when",  "where", "which", "quoi"};
  for (int32_t child : c_.tree.children(root)) {
    if (child > root) break;
    if (among(lower(word(child).lemma), kQuestions)) return kHow;
  }
  return kThat;
}

bool CueReader::infinitive(int32_t w) const {
  if (!french_) return first_lemma_of(w, "mark") == "to";
  if (word(w).morph.verb_form == VerbForm::kInf) return true;
  for (int32_t child : c_.tree.children(w))
    if ((is(child, "aux") || is(child, "cop")) && word(child).morph.verb_form == VerbForm::kInf)
      return true;
  return false;
}

// Whether the clause begins behind the cue and its adverbs of time, with its own subject and
// without a mark between them.
bool CueReader::follows_directly(const Cue& cue, int32_t root) const {
  const int32_t subject = c_.tree.child(root, "nsubj");
  if (subject == kNone || subject < cue.words.back()) return false;
  const int32_t first = c_.subtree(subject).front();
  if (first - cue.words.back() > kMaxToQue) return false;
  for (int32_t w = cue.words.back() + 1; w < first; ++w)
    if (word(w).upos == Upos::kPunct || word(w).upos == Upos::kVerb || c_.opens_at(w) != kNone)
      return false;
  return true;
}

// The clause that the cue governs, by the tree.
Clause CueReader::clause(const Cue& cue) const {
  if (const Clause found = linked_by_position(cue); found.end != kNone && found.way == kHow)
    return found;
  for (int32_t w : cue.words)
    for (int32_t child : c_.tree.children(w)) {
      if (cue.has(child) || child < cue.words.front()) continue;
      if (is(child, "ccomp") || (is(child, "csubj") && !c_.tree.children(child).empty())) {
        const Way way = way_of(child);
        const bool marked = c_.tree.child(child, "mark") != kNone;
        if (infinitive(child) && way == kThat) return {child, kInfinitive};
        if (way != kThat || marked || !french_) return {child, way};
      }
      if (is(child, "xcomp") && infinitive(child)) return {child, kInfinitive};
      // "confirmed on Friday it would stay": a clause without "that" that was hung beside its verb
      if (!french_ && is(child, "parataxis") && (cue.phrase->ways & kThat) != 0 &&
          follows_directly(cue, child))
        return {child, kThat};
      // "qui a appris que" with the clause mislabelled
      if (is(child, "advcl") || is(child, "acl")) {
        const std::string_view mark = first_lemma_of(child, "mark");
        if ((mark == "que" || mark == "that") && child - cue.words.back() < 2 * kMaxToQue &&
            c_.tree.children(child).front() - cue.words.back() < kMaxToQue)
          return {child, kThat};
      }
      const bool noun = is(child, "obj") || is(child, "obl") || is(child, "nmod");
      if (noun && (c_.lexicon.words().is(word(child).lemma, WordClass::kManner) ||
                   word(child).form == "ce" || word(child).form == "what"))
        for (int32_t below : c_.tree.children(child))
          if (is(below, "acl") && word(below).upos != Upos::kNoun) return {child, kHow};
    }
  return linked_by_position(cue);
}

// "que" right behind the cue, whatever the tree makes of it.
Clause CueReader::linked_by_position(const Cue& cue) const {
  const WordRange scope = c_.scope(cue.verb);
  const int32_t from = cue.all.back() + 1;
  bool adverbs = true;  // nothing else so far
  for (int32_t w = from; w < std::min(scope.end, from + kMaxToQue); ++w) {
    const Word& x = word(w);
    if (w > from && word(w - 1).upos != Upos::kAdv) adverbs = false;
    if (c_.lexicon.words().is(x.lemma, WordClass::kManner) && w + 1 < scope.end &&
        (word(w + 1).form == "dont" || word(w + 1).form == "in"))
      return {w, kHow, scope.end};
    if (adverbs &&
        (x.lemma == "comment" || x.lemma == "pourquoi" || x.lemma == "how" || x.lemma == "why"))
      return {w, kHow, scope.end};
    // "affirmait hier, avoir reçu"
    if (x.morph.verb_form == VerbForm::kInf && french_ && c_.tree.child(w, "mark") == kNone &&
        c_.tree.child(w, "case") == kNone && (cue.phrase->ways & kInfinitive) != 0)
      return {x.upos == Upos::kAux && x.head > w ? x.head : w, kInfinitive};
    const std::string form = lower(x.form);
    if (form == "que" || form == "qu'" || (form == "that" && x.upos == Upos::kSconj)) {
      if (x.upos == Upos::kAdv || x.morph.pron_type == PronType::kRel) return {};
      const int32_t root = x.head;
      if (root != kNone && root > w && is(w, "mark") && !is(root, "advcl")) return {root, kThat};
      // Right behind the cue it is the conjunction, even where the tree has lost it
      if (adverbs && x.upos == Upos::kSconj && c_.finite_between(w, scope.end))
        return {w, kThat, scope.end};
      return {};
    }
    if (x.form == ":" || x.form == ";" || c_.opens_at(w) != kNone) return {};
    if (x.morph.verb_form == VerbForm::kFin || x.upos == Upos::kVerb) return {};
  }
  return {};
}

// Mood, tense and modal of a clause's finite word.
std::string CueReader::finite_shape(int32_t root) const {
  const auto shape = [&](int32_t w) {
    const Morph& m = word(w).morph;
    return std::to_string(static_cast<int>(m.mood)) + std::to_string(static_cast<int>(m.tense)) +
           (french_ ? std::string() : word(w).lemma);
  };
  for (int32_t child : c_.tree.children(root))
    if (is(child, "aux") && (word(child).morph.verb_form == VerbForm::kFin)) return shape(child);
  return french_ ? shape(root) : std::string();
}

// "said it would stay and would fight", "a dit qu'il resterait et lutterait": a second verb in
// the mood of the content and without a subject is content too, wherever the tree hangs it.
bool CueReader::goes_on(int32_t cue, int32_t root, int32_t branch) const {
  if (c_.tree.child(branch, "nsubj") != kNone) return false;
  // "a démenti avoir tiré et accusé Rome": beside an infinitive it is the cue's
  for (int32_t c : c_.tree.children(root))
    if (french_ && is(c, "aux") && word(c).morph.verb_form == VerbForm::kInf) return false;
  const std::string shape = finite_shape(branch);
  return !shape.empty() && shape == finite_shape(root) && shape != finite_shape(cue);
}

// A semicolon, or a dash before "et", ends what "que" began.
int32_t CueReader::until_break(int32_t first, int32_t end) const {
  for (int32_t w = first; w < end; ++w) {
    if (c_.quotation_at(w) != c_.quotation_at(first)) continue;
    const std::string& form = word(w).form;
    if (form == ";") return w;
    if ((form == "-" || form == "–" || form == "—") && w + 1 < end &&
        word(w + 1).upos == Upos::kCconj)
      return w;
  }
  return end;
}

// The clause without gaps: from its conjunction to the last word that hangs on it, or on the cue
// as nothing else could ("a déclaré qu'il partirait, s'il le fallait, demain").
WordSet CueReader::clause_words(const Cue& cue, int32_t root) const {
  WordSet below = c_.subtree(root, cue.words);
  below.remove(WordRange{0, cue.words.back() + 1});
  if (below.empty()) return below;
  const int32_t end = c_.sentence_of(cue.verb).end_word;
  int32_t last = below.back();
  for (int32_t w = last + 1; w < end; ++w) {
    int32_t branch = w;
    while (branch != kNone && !cue.has(word(branch).head)) branch = word(branch).head;
    if (branch != kNone && branch > below.front() &&
        (is(branch, "ccomp") || is(branch, "obj") || is(branch, "xcomp") || is(branch, "aux") ||
         (is(branch, "conj") && goes_on(cue.verb, root, branch))))
      last = w;
  }
  WordSet words(below.front(), until_break(below.front(), last + 1));
  leave_what_sums_up(c_, root, words);
  return words;
}

}  // namespace selon
