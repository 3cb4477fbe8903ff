#include "syntax/english_participles.h"

#include <algorithm>

namespace selon {
namespace {

// A past hung on a noun as its participle, with no comma between them.
bool is_past_of_noun(const SentenceTree& t, int32_t w) {
  return t.is(w, "acl") && t.word(w).upos == Upos::kVerb && t.word(w).morph.tense == Tense::kPast &&
         t.word(w - 1).upos != Upos::kPunct;
}
bool has_object_behind(const SentenceTree& t, int32_t verb) {
  return t.any_child(verb, [&](int32_t c) { return t.is(c, "obj") && c > verb; });
}

// A past without auxiliary, object or clause whose subject is a noun: it may be a participle.
int32_t subject_of_bare_past(const SentenceTree& t, int32_t verb) {
  const Morph& m = t.word(verb).morph;
  if (m.verb_form != VerbForm::kFin || m.tense != Tense::kPast ||
      t.has(verb, "aux", "cop", "obj", "ccomp", "mark"))
    return kNone;
  int32_t subject = kNone;
  for (int32_t c : t.children(verb))
    if (t.is(c, "nsubj") && c < verb) subject = c;
  if (subject == kNone) return kNone;
  const Upos upos = t.word(subject).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn ? subject : kNone;
}

// A finite verb below a bare past, behind it, that has no subject and that nothing joins to it.
int32_t main_behind(const SentenceTree& t, int32_t verb) {
  for (int32_t w : t.children(verb)) {
    if (w < verb || !t.is(w, "advcl", "ccomp", "conj", "parataxis", "xcomp") ||
        t.has(w, "nsubj", "csubj", "expl", "mark", "cc"))
      continue;
    int32_t finite = t.word(w).morph.verb_form == VerbForm::kFin ? w : kNone;
    for (int32_t c : t.children(w))
      if (t.is(c, "aux", "cop") && t.word(c).morph.verb_form == VerbForm::kFin && c < w)
        finite = finite == kNone ? c : std::min(finite, c);
    if (finite == kNone || finite == w || finite == verb + 1) continue;
    bool clause = false;  // "wanted more because it was right, is …" has one in between
    for (int32_t k = verb + 1; k < finite; ++k)
      clause |= t.word(k).morph.verb_form == VerbForm::kFin;
    const Upos before = t.word(finite - 1).upos;
    if (clause || before == Upos::kPunct || before == Upos::kCconj || before == Upos::kSconj ||
        before == Upos::kPron)
      continue;
    return w;
  }
  return kNone;
}

// "A raid carried out by troops targeted rebels.": behind the agent of what was taken for the main
// verb, a past with an object of its own, hung on the agent as its participle.
int32_t main_behind_agent(const SentenceTree& t, int32_t verb) {
  for (int32_t agent : t.children(verb)) {
    if (agent < verb || !t.is(agent, "obl") || t.case_of(agent) != "by") continue;
    for (int32_t w : t.children(agent)) {
      if (w < agent || !is_past_of_noun(t, w) || !has_object_behind(t, w)) continue;
      const bool own = t.any_child(w, [&](int32_t c) {
        return t.is(c, "nsubj", "aux", "mark") || (t.is(c, "obj") && c < w);
      });
      if (!own) return w;
    }
  }
  return kNone;
}

// `main` takes the place of the past `verb`, which describes their subject.
void make_participle(SentenceTree& t, int32_t verb, int32_t subject, int32_t main) {
  const bool passive = t.has(main, "aux:pass");
  for (int32_t c : t.children(verb))
    if (c != main && (c > main || c < subject)) t.word(c).head = main;
  t.take_place(main, verb);
  if (t.word(main).morph.verb_form != VerbForm::kFin && !passive && !t.has(main, "aux"))
    retag(t.word(main), t.word(main).upos, "Mood=Ind|Tense=Past|VerbForm=Fin");
  t.hang(subject, main, passive ? "nsubj:pass" : "nsubj");
  t.hang(verb, subject, "acl");
  t.word(verb).morph.verb_form = VerbForm::kPart;
  t.word(verb).feats = "Tense=Past|VerbForm=Part|Voice=Pass";
}

// The noun that is the root of a sentence without a finite verb; kNone.
int32_t verbless_root(const SentenceTree& t) {
  int32_t root = kNone;
  for (int32_t w = t.first(); w < t.end(); ++w) {
    if (t.word(w).morph.verb_form == VerbForm::kFin) return kNone;
    if (t.is(w, "root")) root = w;
  }
  if (root == kNone) return kNone;
  const Upos upos = t.word(root).upos;
  return upos == Upos::kNoun || upos == Upos::kPropn ? root : kNone;
}

// Whether what stands behind the verb may be what it does something to, or whom it calls for.
bool before_object(const SentenceTree& t, int32_t verb, const WordClasses& words) {
  const Upos next = t.word(verb + 1).upos;
  if (next == Upos::kAdp)  // "Unions called for a strike."
    return t.word(verb + 1).form != "by" && words.is(t.word(verb).lemma, WordClass::kSpeech);
  return next == Upos::kDet || next == Upos::kPropn || next == Upos::kNoun || next == Upos::kAdj;
}

// What hangs on the noun, and on the agents of its participles: "Marches called by unions paralysed
// Rome."
std::vector<int32_t> beside_or_below_agent(const SentenceTree& t, int32_t noun) {
  std::vector<int32_t> out = t.children(noun);
  for (int32_t participle : t.children(noun))
    if (t.is(participle, "acl"))
      for (int32_t agent : t.children(participle))
        if (agent > participle && t.is(agent, "obl") && t.case_of(agent) == "by")
          out.insert(out.end(), t.children(agent).begin(), t.children(agent).end());
  return out;
}

}  // namespace

// A sentence without a finite verb, where a participle right behind its noun stands before what it
// does something to.
bool mend_verbless(SentenceTree& t, const WordClasses& words) {
  if (t.end() - t.first() < 4 || t.word(t.end() - 1).form != ".") return false;
  const int32_t root = verbless_root(t);
  if (root == kNone) return false;
  // "A coalition led by Rome bombed the port.": the second, with an object of its own
  int32_t verb = root + 1;
  for (int32_t w : beside_or_below_agent(t, root))
    if (w >= root + 2 && is_past_of_noun(t, w) && has_object_behind(t, w) &&
        !t.has(w, "aux", "mark", "nsubj"))
      verb = w;
  if ((verb == root + 1 && t.word(verb).head != root) || !is_past_of_noun(t, verb) ||
      verb + 1 >= t.end() || !before_object(t, verb, words))
    return false;
  for (int32_t c : t.children(root))
    if (c > verb || t.word(c).upos == Upos::kPunct) t.word(c).head = verb;
  t.hang(verb, kNone, "root");
  t.word(verb).morph.verb_form = VerbForm::kFin;
  t.word(verb).feats = "Tense=Past|VerbForm=Fin";
  t.hang(root, verb, "nsubj");
  return true;
}

bool mend_participle_as_main(SentenceTree& t, int32_t verb) {
  const int32_t subject = subject_of_bare_past(t, verb);
  if (subject == kNone) return false;
  int32_t main = main_behind(t, verb);
  if (main == kNone) main = main_behind_agent(t, verb);
  if (main == kNone) return false;
  make_participle(t, verb, subject, main);
  return true;
}

// "is reported to have supplied arms"
bool mend_perfect(SentenceTree& t, int32_t have) {
  const int32_t main = have + 1;
  if (t.word(have).lemma != "have" || main >= t.end() || !t.is(main, "amod") ||
      t.word(main).upos != Upos::kVerb || t.word(main).morph.verb_form != VerbForm::kPart ||
      t.word(main).morph.tense == Tense::kPres)
    return false;
  const int32_t object = t.word(main).head;
  if (object < main || t.word(object).head != have || !t.is(object, "obj")) return false;
  for (int32_t c : t.children(have))
    if (c != object) t.word(c).head = main;
  t.take_place(main, have);
  t.word(object).head = main;
  t.hang(have, main, "aux");
  t.word(have).upos = Upos::kAux;
  return true;
}

// Without an object the second is a passive, too.
bool mend_joined_passive(SentenceTree& t, int32_t verb, const WordClasses& words) {
  const Morph& m = t.word(verb).morph;
  const int32_t first = t.word(verb).head;
  if (!t.is(verb, "conj") || m.tense != Tense::kPast || m.verb_form != VerbForm::kFin ||
      first < t.first() || first > verb || !words.is(t.word(verb).lemma, WordClass::kUndergone) ||
      !t.has(first, "aux:pass") || t.has(verb, "obj", "nsubj", "aux", "ccomp", "iobj"))
    return false;
  retag(t.word(verb), Upos::kVerb, "Tense=Past|VerbForm=Part|Voice=Pass");
  return true;
}

}  // namespace selon
