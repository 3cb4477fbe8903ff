#include "syntax/english_speech.h"

#include <algorithm>
#include <string_view>
#include <vector>

namespace selon {
namespace {

constexpr int32_t kLongest = 8;  // words from the comma to the verb of saying

int32_t root_of(const SentenceTree& t) {
  for (int32_t w = t.first(); w < t.end(); ++w)
    if (t.word(w).head == kNone) return w;
  return kNone;
}

// The verb is the last word but for the full stop, and the root is not behind it; the root, or
// kNone.
int32_t root_before_last(const SentenceTree& t, int32_t verb) {
  if (verb + 2 != t.end() || t.word(verb + 1).upos != Upos::kPunct) return kNone;
  const int32_t root = root_of(t);
  return root < verb ? root : kNone;
}

// The comma before the few words that end in the verb; kNone.
int32_t comma_before(const SentenceTree& t, int32_t verb) {
  int32_t comma = verb - 1;
  while (comma > t.first() && t.word(comma).form != ",") --comma;
  return comma > t.first() && verb - comma >= 2 && verb - comma <= kLongest ? comma : kNone;
}

// "…, Kyiv claims": the parser takes the verb for one more noun.
bool claims_at_end(SentenceTree& t, int32_t w) {
  const int32_t name = w - 1;
  if (t.word(w).form != "claims" || t.word(w).upos != Upos::kNoun || name <= t.first() ||
      t.word(name).upos != Upos::kPropn || t.word(name).head != w)
    return false;
  const int32_t root = root_before_last(t, w), comma = t.opening(name) - 1;
  if (root == kNone || comma < t.first() || t.word(comma).form != ",") return false;
  t.hang(w, root, "parataxis");
  t.word(w).lemma = "claim";
  retag(t.word(w), Upos::kVerb, "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin");
  t.word(name).deprel = "nsubj";
  return true;
}

// The one name between the comma and the verb that was listed with the last noun before; kNone.
int32_t name_listed_before(const SentenceTree& t, int32_t comma, int32_t verb) {
  int32_t name = kNone;
  for (int32_t w = comma + 1; w < verb; ++w) {
    const Upos upos = t.word(w).upos;
    if (upos == Upos::kVerb || upos == Upos::kAux || upos == Upos::kCconj) return kNone;
    if (t.word(w).head >= comma && t.word(w).head != verb) continue;
    if (name != kNone || !t.is(w, "conj", "appos", "flat")) return kNone;
    name = w;
  }
  return name != kNone && t.word(name).upos == Upos::kPropn ? name : kNone;
}

// "Rome will not bow to threats from Oslo, Anna Vik vowed.": a past of saying right before the end
// and behind a name has it for its subject, though the parser listed that with the last noun and
// took the verb for its participle.
bool told_at_end(SentenceTree& t, int32_t verb, const WordClasses& words) {
  if (t.word(verb).upos != Upos::kVerb || t.word(verb).morph.tense != Tense::kPast ||
      !t.is(verb, "acl") || !words.is(t.word(verb).lemma, WordClass::kSpeech))
    return false;
  const int32_t root = root_before_last(t, verb), comma = comma_before(t, verb);
  if (root == kNone || comma <= root) return false;
  const int32_t subject = name_listed_before(t, comma, verb);
  if (subject == kNone || t.any_child(verb, [&](int32_t c) { return c > comma && c < verb; }))
    return false;
  t.hang(subject, verb, "nsubj");
  t.hang(verb, root, "parataxis");
  t.word(verb).morph.verb_form = VerbForm::kFin;
  t.word(verb).feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
  t.word(comma).head = verb;
  return true;
}

}  // namespace

bool mend_said_at_end(SentenceTree& t, int32_t w, const WordClasses& words) {
  return claims_at_end(t, w) || told_at_end(t, w, words);
}

// A verb of saying behind what is said has its subject right before it, though the parser listed
// that with the last noun.
bool mend_said_behind(SentenceTree& t, int32_t verb) {
  const bool tells = t.word(verb).lemma == "tell";  // "…, Anna Vik told Rome"
  if ((t.word(verb).lemma != "say" && !tells) || t.word(verb).morph.verb_form != VerbForm::kFin ||
      t.has(verb, "nsubj", "expl", "aux", "cc", "mark"))
    return false;
  const bool beside = t.is(verb, "parataxis") || (tells && t.is(verb, "advcl"));
  const bool inserted = beside && t.word(verb).head < verb;
  const bool has_content =
      t.any_child(verb, [&](int32_t c) { return t.is(c, "ccomp") && c < verb; });
  const int32_t comma = comma_before(t, verb);
  if ((!inserted && !has_content) || comma == kNone) return false;
  std::vector<int32_t> listed;  // what hangs on words before the comma
  for (int32_t w = comma + 1; w < verb; ++w) {
    if (t.word(w).upos == Upos::kVerb || t.word(w).upos == Upos::kAux) return false;
    if (t.word(w).head < comma) listed.push_back(w);
  }
  if (listed.empty() || listed.size() > 2) return false;
  for (int32_t w : listed)
    if (!t.is(w, "conj", "appos") ||
        (t.word(w).upos != Upos::kNoun && t.word(w).upos != Upos::kPropn))
      return false;
  const int32_t subject = listed.front();
  // "…, and police said"
  if (t.any_child(subject, [&](int32_t c) { return t.is(c, "cc") && c < subject; })) return false;
  t.hang(subject, verb, "nsubj");
  if (t.is(verb, "advcl")) t.word(verb).deprel = "parataxis";
  if (listed.size() > 1) t.word(listed.back()).head = subject;
  for (int32_t c : t.children(subject))
    if (t.word(c).form == ",") t.word(c).head = verb;
  return true;
}

// A verb without a subject has it in those that the parser listed with the source.
bool mend_listed_with_source(SentenceTree& t, int32_t verb) {
  if (!t.finite(verb) || t.is(verb, "conj") || t.has(verb, "nsubj", "csubj", "expl", "cc"))
    return false;
  int32_t first = verb;
  for (int32_t c : t.children(verb))
    if (t.is(c, "aux", "cop")) first = std::min(first, c);
  if (first <= t.first()) return false;
  int32_t listed = first - 1;
  for (int steps = 0; steps < 4 && !t.is(listed, "conj"); ++steps) {
    listed = t.word(listed).head;
    if (listed < t.first() || listed >= first) return false;
  }
  const int32_t source = t.is(listed, "conj") ? t.word(listed).head : kNone;
  if (source < t.first() || source > listed) return false;
  const bool according = t.any_child(source, [&](int32_t c) {
    return t.is(c, "case") && (t.word(c).lemma == "accord" || t.word(c).form.ends_with("ccording"));
  });
  if (!according) return false;
  int32_t subject = kNone;
  for (int32_t c : t.children(source)) {
    if (!t.is(c, "conj") || c > first) continue;
    if (subject == kNone)
      subject = c;
    else
      t.word(c).head = subject;
  }
  if (subject == kNone) return false;
  t.hang(subject, verb, "nsubj");
  t.hang(source, verb, "obl");
  return true;
}

// Right before a verb of saying at the end stands who says it, though the parser took him for the
// subject of what was done, and who did it for the speaker.
bool mend_said_behind_participle(SentenceTree& t, int32_t verb, const WordClasses& words) {
  const Word& x = t.word(verb);
  if ((x.lemma != "say" && !words.is(x.lemma, WordClass::kSpeech)) ||
      x.morph.verb_form != VerbForm::kFin || t.has(verb, "ccomp", "aux", "mark", "cc"))
    return false;
  int32_t doer = kNone;
  for (int32_t c : t.children(verb)) {
    if (!t.is(c, "nsubj")) continue;
    if (doer != kNone || c > verb) return false;
    doer = c;
  }
  const int32_t done = doer + 1, source = verb - 1;
  if (doer == kNone || t.word(done).head != doer || !t.is(done, "acl") ||
      t.word(done).upos != Upos::kVerb || t.word(done).morph.tense != Tense::kPast ||
      t.word(source).head != done || !t.is(source, "nsubj"))
    return false;
  const int32_t comma = t.opening(source) - 1;
  if (comma <= done || t.word(comma).form != ",") return false;
  for (int32_t c : t.children(verb))
    if (c < comma) t.word(c).head = done;
  t.word(source).head = verb;
  t.hang(done, verb, "ccomp");
  retag(t.word(done), Upos::kVerb, "Mood=Ind|Tense=Past|VerbForm=Fin");
  return true;
}

}  // namespace selon
