#include "syntax/english_gerunds.h"

#include <string_view>

#include "syntax/sentence_tree.h"

namespace selon {
namespace {

class Gerunds : SentenceTree {
 public:
  Gerunds(Document& doc, const Sentence& sentence, const WordClasses& words)
      : SentenceTree(doc, sentence), words_(words) {
    read();
  }

  bool run() {
    bool changed = false;
    for (int32_t w = s_.first_word; w < s_.end_word; ++w)
      if (gerund(w) || gerund_of_name(w) || complement(w)) {
        read();
        changed = true;
      }
    return changed;
  }

 private:
  // "accused Oslo of bombing hospitals", "denied bombing hospitals": a bare plural is the gerund's
  // object, though the parser took the gerund for a noun that describes it.
  bool gerund(int32_t w) {
    const Word& x = word(w);
    const int32_t object = x.head;
    if (x.form.size() < 5 || !x.form.ends_with("ing") || object < w || w == s_.first_word ||
        !(is(w, "compound") || is(w, "amod")) || word(object).upos != Upos::kNoun ||
        word(object).morph.number != Number::kPlur ||
        words_.is(word(object).lemma, WordClass::kDeed))
      return false;
    for (int32_t k = w + 1; k < object; ++k)
      if (word(k).head != object || is(k, "punct")) return false;
    const int32_t before = w - 1;
    if (joins_gerund(w, object)) return true;
    const bool prepositional = word(before).upos == Upos::kAdp && is(before, "case") &&
                               (word(before).head == object || word(before).head == w);
    int32_t charged = kNone;  // hung on what he did
    for (int32_t c : children(object)) {
      if (c >= before) break;
      if (!prepositional || charged != kNone || word(c).upos != Upos::kPropn) return false;
      charged = c;
    }
    int32_t verb = word(object).head;
    if (prepositional) {
      while (verb != kNone && is(verb, "obj") && !words_.is(word(verb).lemma, WordClass::kCharges))
        verb = word(verb).head;  // hung on whoever is charged
      if (verb == kNone || verb > before || !words_.is(word(verb).lemma, WordClass::kCharges))
        return false;
    } else if (verb != before || !is(object, "obj") ||
               !words_.is(word(verb).lemma, WordClass::kBeforeGerund)) {
      return false;
    }
    if (charged != kNone) {
      word(charged).head = verb;
      word(charged).deprel = "obj";
    }
    if (prepositional) {
      word(before).head = w;
      word(before).deprel = "mark";
    }
    make_gerund(w, object, verb, prepositional ? "advcl" : "xcomp");
    return true;
  }
  // "accused Oslo of poisoning Anna Vik": a name right behind the gerund is its object.
  bool gerund_of_name(int32_t w) {
    const Word& x = word(w);
    const int32_t name = w + 1, before = w - 1;
    if (x.upos != Upos::kNoun || x.form.size() < 5 || !x.form.ends_with("ing") ||
        w == s_.first_word || name >= s_.end_word || word(name).head != w ||
        word(name).upos != Upos::kPropn || word(before).head != w || !is(before, "case"))
      return false;
    int32_t verb = x.head;
    if (verb != kNone && is(verb, "obj") && is(w, "nmod")) verb = word(verb).head;
    if (verb == kNone || verb > before || !words_.is(word(verb).lemma, WordClass::kCharges))
      return false;
    word(before).deprel = "mark";
    make_gerund(w, name, verb, "advcl");
    return true;
  }
  // "denies backing rebels": it describes no verb, it is what is denied.
  bool complement(int32_t w) {
    const int32_t verb = word(w).head;
    if (!is(w, "acl") || verb != w - 1 || word(w).morph.verb_form != VerbForm::kGer ||
        word(verb).upos != Upos::kVerb || !words_.is(word(verb).lemma, WordClass::kBeforeGerund))
      return false;
    word(w).deprel = "xcomp";
    return true;
  }
  // "of attacking hospitals and shelling schools"
  bool joins_gerund(int32_t w, int32_t object) {
    const int32_t first = word(object).head, conjunction = w - 1;
    if (!is(object, "conj") || word(conjunction).upos != Upos::kCconj || !is(first, "obj") ||
        word(word(first).head).morph.verb_form != VerbForm::kGer)
      return false;
    word(conjunction).head = w;
    make_gerund(w, object, word(first).head, "conj");
    return true;
  }
  void make_gerund(int32_t w, int32_t object, int32_t head, std::string_view relation) {
    Word& x = word(w);
    x.head = head;
    x.deprel = relation;
    x.upos = Upos::kVerb;
    x.feats = "VerbForm=Ger";
    x.morph = parse_morph(x.feats);
    if (x.lemma.ends_with("ing")) x.lemma.resize(x.lemma.size() - 3);
    word(object).head = w;
    word(object).deprel = "obj";
  }

  const WordClasses& words_;
};

}  // namespace

bool mend_gerunds(Document& document, const Sentence& sentence, const WordClasses& words) {
  return Gerunds(document, sentence, words).run();
}

}  // namespace selon
