#include "syntax/english_tags.h"

#include <array>
#include <string>
#include <string_view>

#include "base/among.h"
#include "syntax/sentence_tree.h"

namespace selon {
namespace {

// Adverbs of verbs such as "hand over" that are prepositions elsewhere.
constexpr std::array<std::string_view, 5> kParticles = {"over", "off", "up", "in", "down"};

class TagMender : SentenceTree {
 public:
  TagMender(Document& doc, const Sentence& sentence, const WordClasses& words)
      : SentenceTree(doc, sentence), words_(words) {
    read();
  }

  bool run() {
    for (int32_t w = s_.first_word; w < s_.end_word; ++w) mend_word(w);
    bool changed = false;
    for (int32_t w = s_.first_word; w < s_.end_word; ++w) changed |= again(never_noun(w));
    read();
    for (int32_t w = s_.first_word; w < s_.end_word; ++w)
      changed |= again(infinitive_not_noun(w) || object_not_predicate(w) || at_least(w) ||
                       verb_behind_and(w));
    return changed;
  }

 private:
  bool again(bool changed) {
    if (changed) read();
    return changed;
  }

  // "denies" is of "deny", "freed" of "free"; in "Fighting between X and Y goes on" fighting is a
  // noun.
  void mend_word(int32_t w) {
    Word& x = word(w);
    if (x.form == "I" && w > s_.first_word && word(w - 1).form == "War") {  // "World War I"
      x.upos = Upos::kNum;
      x.feats = "NumType=Card";
      x.morph = parse_morph(x.feats);
    }
    if (x.upos == Upos::kNoun && x.lemma == "troops") x.lemma = "troop";  // one, as for "soldiers"
    if (x.upos != Upos::kVerb) return;
    if (x.lemma.size() > 4 && x.lemma.ends_with("ie") && x.form.ends_with("ies") &&
        !words_.is(x.lemma, WordClass::kInIe))
      x.lemma.replace(x.lemma.size() - 2, 2, "y");
    if (x.form.size() > 4 && x.form.ends_with("ied") && !x.lemma.ends_with('y') &&
        !words_.is(x.lemma, WordClass::kInIe))
      x.lemma = x.lemma.substr(0, x.lemma.rfind('i')) + 'y';  // "allied" is of "ally"
    if (x.form.ends_with("eed") && x.form.size() == x.lemma.size() + 2 &&
        x.form.starts_with(x.lemma))
      x.lemma += 'e';  // "freed" is of "free"
    if (!x.form.ends_with("ing") || w + 1 >= s_.end_word || word(w + 1).form != "between" ||
        x.morph.verb_form == VerbForm::kFin)
      return;
    for (int32_t c : children(w))
      if (c < w) return;  // "was choosing between"
    x.upos = Upos::kNoun;
    x.lemma = x.form;
    for (char& c : x.lemma) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    x.morph = Morph{};
    x.morph.number = Number::kSing;
    x.feats = "Number=Sing";
    for (int32_t c : children(w))
      if (is(c, "obl")) word(c).deprel = "nmod";
    if (x.head == kNone || !is(w, "advcl") || x.head < w) return;
    for (int32_t c : children(x.head))
      if (is(c, "nsubj")) return;
    x.deprel = "nsubj";
  }

  // "Rome denies attacking Oslo": before a gerund the parser takes "denies", which is never a noun,
  // for one, and what is denied for its participle or its verb.
  bool never_noun(int32_t w) {
    Word& x = word(w);
    if (x.upos != Upos::kNoun || (x.form != "denies" && x.form != "Denies")) return false;
    int32_t subject = kNone, content = kNone;
    for (int32_t c : children(w)) {
      if (c < w && (is(c, "compound") || is(c, "nsubj"))) subject = c;
      if (c > w && is(c, "acl") && content == kNone) content = c;
    }
    const bool above = content == kNone && is(w, "nsubj") && x.head > w;
    if (above) content = x.head;
    if (subject == kNone || content == kNone || word(content).upos != Upos::kVerb) return false;
    for (int32_t c : children(w))
      if (c < w && c != subject && word(c).upos != Upos::kPunct) word(c).head = subject;
    if (above) {
      x.head = word(content).head;
      x.deprel = word(content).deprel;
      word(content).head = w;
    }
    word(subject).deprel = "nsubj";
    word(content).deprel = "ccomp";
    x.upos = Upos::kVerb;
    x.lemma = "deny";
    x.feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
    x.morph = parse_morph(x.feats);
    return true;
  }

  // "refused to hand over the man", "a decision to sanction three men": behind "to" the parser took
  // a verb that is also a noun for the noun.
  bool infinitive_not_noun(int32_t w) {
    Word& x = word(w);
    const int32_t to = w - 1, next = w + 1;
    if (x.upos != Upos::kNoun || to <= s_.first_word || next >= s_.end_word ||
        word(to).form != "to" || word(to).head != w)
      return false;
    const bool marked = is(to, "mark") && (is(w, "xcomp") || is(w, "acl") || is(w, "advcl"));
    const int32_t meant = to - 1;
    const Upos behind = word(next).upos;
    const bool of_decision = is(to, "case") && word(meant).upos == Upos::kNoun && x.head == meant &&
                             words_.is(word(meant).lemma, WordClass::kMeant) &&
                             x.morph.number == Number::kSing &&
                             (behind == Upos::kDet || behind == Upos::kNum ||
                              behind == Upos::kPropn || behind == Upos::kAdj);
    if (!marked && !of_decision) return false;
    for (int32_t c : children(w))
      if (c != to && c < w) return false;
    x.upos = Upos::kVerb;
    x.feats = "VerbForm=Inf";
    x.morph = parse_morph(x.feats);
    if (of_decision) {
      x.deprel = "acl";
      word(to).upos = Upos::kPart;
      word(to).deprel = "mark";
    }
    int32_t object = kNone;
    for (int32_t c : children(w)) {
      // what the particle of "hand over" was taken for the preposition of
      const bool beside = is(c, "appos") || is(c, "nmod") || is(c, "obl") || is(c, "flat");
      if (c < w || object != kNone || (!beside && !is(c, "obj"))) continue;
      const std::vector<int32_t>& below = children(c);
      const bool particle = is(c, "obl") && !below.empty() && below.front() == next &&
                            is(next, "case") && among(word(next).form, kParticles);
      if (particle) {
        word(next).head = w;
        word(next).deprel = "compound:prt";
      } else if (!case_of(c).empty()) {
        continue;
      }
      word(c).deprel = "obj";
      object = c;
    }
    if (of_decision)
      for (int32_t c : children(w))
        if (c > w && is(c, "flat") && object != kNone && c < object) word(c).head = object;
    return true;
  }

  // "shot dead at least 60 men": the verb's object, which the parser took for a circumstance.
  bool at_least(int32_t at) {
    const int32_t least = at + 1, number = at + 2;
    if (number >= s_.end_word || word(at).form != "at" || !is(at, "case") ||
        (word(least).form != "least" && word(least).form != "most") ||
        word(number).upos != Upos::kNum)
      return false;
    const int32_t noun = word(number).head;
    if (noun < number || word(noun).upos != Upos::kNoun || !is(noun, "obl") ||
        word(noun).head < s_.first_word || word(noun).head > at ||
        (word(at).head != least && word(at).head != noun))
      return false;
    for (int32_t c : children(noun))
      if (is(c, "case") && c != at) return false;
    for (int32_t c : children(word(noun).head))
      if (is(c, "obj")) return false;
    word(at).head = least;
    word(least).head = number;
    word(least).deprel = "advmod";
    word(noun).deprel = "obj";
    return true;
  }

  // "annexed Crimea and backed separatists": right behind "and" a past before a bare plural is
  // rather one more verb than what describes it, unless people are often called so, "killed two and
  // wounded soldiers".
  bool verb_behind_and(int32_t w) {
    const int32_t noun = word(w).head, conjunction = w - 1;
    if (word(w).upos != Upos::kVerb || !is(w, "amod") || word(w).morph.tense != Tense::kPast ||
        noun < w || noun > w + 2 || !is(noun, "conj") ||
        (word(noun).upos != Upos::kPropn &&
         (word(noun).upos != Upos::kNoun || word(noun).morph.number != Number::kPlur)) ||
        conjunction <= s_.first_word || word(conjunction).form != "and" ||
        words_.is(word(w).form, WordClass::kDescribing))
      return false;
    for (int32_t c : children(noun))
      if (c < noun && c != w && c != conjunction && !is(c, "amod")) return false;
    const int32_t object = word(noun).head;
    if (object > conjunction || object < s_.first_word || !is(object, "obj") ||
        (word(object).upos != Upos::kPropn && word(object).upos != Upos::kNoun))
      return false;
    const int32_t verb = word(object).head;
    if (verb < s_.first_word || verb > object || word(verb).upos != Upos::kVerb ||
        word(verb).morph.verb_form != VerbForm::kFin || word(verb).morph.tense != Tense::kPast)
      return false;
    for (int32_t c : children(object))
      if (is(c, "amod") && word(c).morph.verb_form == VerbForm::kPart) return false;
    Word& x = word(w);
    x.head = verb;
    x.deprel = "conj";
    x.feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
    x.morph = parse_morph(x.feats);
    word(conjunction).head = w;
    word(noun).head = w;
    word(noun).deprel = "obj";
    return true;
  }

  // "bombed Sanaa": a bare name right behind a verb that makes nobody anything is its object,
  // though the parser took it for what somebody is called or becomes.
  bool object_not_predicate(int32_t w) {
    const int32_t verb = w - 1;
    if (!is(w, "xcomp") || word(w).upos != Upos::kPropn || verb < s_.first_word ||
        word(w).head != verb || word(verb).upos != Upos::kVerb ||
        words_.is(word(verb).lemma, WordClass::kBecomes))
      return false;
    for (int32_t c : children(verb))
      if (is(c, "obj") || word(c).deprel == "aux:pass" || is(c, "iobj")) return false;
    for (int32_t c : children(w))
      if (is(c, "case") || is(c, "mark") || is(c, "cop")) return false;
    word(w).deprel = "obj";
    return true;
  }

  const WordClasses& words_;
};

}  // namespace

bool mend_english_tags(Document& document, const Sentence& sentence, const WordClasses& words) {
  return TagMender(document, sentence, words).run();
}

}  // namespace selon
