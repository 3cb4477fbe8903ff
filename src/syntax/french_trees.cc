#include "syntax/french_trees.h"

#include <algorithm>
#include <string_view>

#include "syntax/sentence_tree.h"

namespace selon {
namespace {

constexpr int32_t kReach = 12;   // words between an auxiliary and its participle
constexpr int kMostChanges = 8;  // a sentence

class Mender : SentenceTree {
 public:
  using SentenceTree::SentenceTree;

  void run() {
    int changes = 0;
    for (int32_t w = s_.first_word; w < s_.end_word && changes < kMostChanges; ++w)
      if (behind_name(w)) {
        const int32_t named = word(w).head;
        word(w).head = word(named).head;
        word(w).deprel = "obl:arg";
        read();
        ++changes;
      }
    for (int32_t w = s_.first_word; w < s_.end_word && changes < kMostChanges; ++w) {
      if (word(w).lemma == "faire" && !is(w, "aux")) {
        if (!was_read()) read();
        if (const int32_t made = infinitive_of(w); made != kNone) {
          join(w, made, "aux:caus");
          read();
          ++changes;
        }
        continue;
      }
      if (word(w).lemma != "avoir" || word(w).morph.verb_form != VerbForm::kFin) continue;
      if (!was_read()) read();
      if (!lacks_object(w)) continue;
      const int32_t p = participle_of(w);
      if (p == kNone) continue;
      join(w, p, "aux:tense");
      read();
      ++changes;
    }
  }

 private:
  template <typename F>
  bool any_child(int32_t of, F f) const {
    return std::ranges::any_of(children(of), f);
  }

  // "accuse le président Diaz de massacres", "accuse Diaz de crimes": a noun without an article
  // says nothing of a name, it is the verb's whose object the name is.
  bool behind_name(int32_t w) {
    const Word& x = word(w);
    if (x.upos != Upos::kNoun || !is(w, "nmod") || x.head == kNone || x.head > w) return false;
    if (!was_read()) read();
    const int32_t named = x.head, verb = word(named).head;
    if (!is(named, "obj") || verb == kNone || verb > named || word(verb).upos != Upos::kVerb)
      return false;
    bool de = false;
    for (int32_t c : children(w)) {
      if (is(c, "det")) return false;
      de |= is(c, "case") && word(c).lemma == "de";
    }
    if (!de) return false;
    if (word(named).upos == Upos::kPropn) return x.morph.number == Number::kPlur;
    return any_child(named, [&](int32_t c) {
      return c > named && c < w && word(c).upos == Upos::kPropn &&
             (is(c, "appos") || is(c, "flat"));
    });
  }

  // A finite "avoir" with a subject that is no auxiliary and has nothing.
  bool lacks_object(int32_t w) {
    if (is(w, "aux")) return false;
    return any_child(w, [&](int32_t c) { return is(c, "nsubj") && c < w; }) &&
           !any_child(w, [&](int32_t c) {
             return is(c, "obj") || is(c, "expl") || (is(c, "ccomp") && finite(c)) ||
                    word(c).lemma == "y";
           });
  }
  bool finite(int32_t w) {
    return word(w).morph.verb_form == VerbForm::kFin || any_child(w, [&](int32_t c) {
             return (is(c, "aux") || is(c, "cop")) && word(c).morph.verb_form == VerbForm::kFin;
           });
  }

  // The past participle behind it that hangs on it, or on a phrase between them, and on nothing of
  // its own; commas, if any, on both sides of what stands between.
  int32_t participle_of(int32_t have) {
    const int32_t end = std::min(s_.end_word, have + 2 + kReach);
    for (int32_t p = have + 1; p < end; ++p) {
      const Word& x = word(p);
      if (x.morph.verb_form == VerbForm::kFin || x.form == ";" || x.form == ":") return kNone;
      if (x.upos != Upos::kVerb || x.morph.verb_form != VerbForm::kPart ||
          x.morph.tense == Tense::kPres)
        continue;
      const int32_t up = x.head;
      const bool below =
          up == have || (up != kNone && up > have && up < p && word(up).head == have);
      if (!below || is(p, "amod")) return kNone;
      const bool opened = word(have + 1).form == ",", closed = word(p - 1).form == ",";
      if (opened != closed) return kNone;
      if (up != have && !closed) return kNone;  // "à la suite des raids menés": describes
      const bool own = any_child(p, [&](int32_t c) {
        return c < p && (is(c, "cc") || is(c, "mark") || is(c, "nsubj") || is(c, "aux"));
      });
      return own ? kNone : p;
    }
    return kNone;
  }

  // "a fait assassiner le général": the infinitive behind it, with nothing but adverbs and pronouns
  // between them, that hangs on it.
  int32_t infinitive_of(int32_t make) {
    for (int32_t w = make + 1; w < s_.end_word && w <= make + 4; ++w) {
      const Word& x = word(w);
      if (x.upos == Upos::kVerb && x.morph.verb_form == VerbForm::kInf)
        return x.head == make && (is(w, "xcomp") || is(w, "ccomp")) &&
                       !any_child(w, [&](int32_t c) { return is(c, "mark") || is(c, "case"); })
                   ? w
                   : kNone;
      const bool passed = x.upos == Upos::kAdv || x.upos == Upos::kPron;
      if (!passed || x.lemma == "que") return kNone;  // "ne fait que répéter"
    }
    return kNone;
  }

  // The auxiliary's place and all that hangs on it become its participle's or infinitive's.
  void join(int32_t have, int32_t p, std::string_view relation) {
    for (int32_t w = s_.first_word; w < s_.end_word; ++w) {
      if (word(w).head == have && w != p) word(w).head = p;
      // a bare noun that it took for a predicate
      if (word(w).head == p && w > p && word(w).deprel == "xcomp" &&
          (word(w).upos == Upos::kNoun || word(w).upos == Upos::kPropn) &&
          !any_child(w, [&](int32_t c) { return is(c, "case"); }))
        word(w).deprel = "obj";
    }
    word(p).head = word(have).head;
    word(p).deprel = word(have).deprel;
    word(have).head = p;
    word(have).deprel = relation;
    word(have).upos = Upos::kAux;
  }
};

}  // namespace

void mend_french_trees(Document& document) {
  for (const Sentence& sentence : document.sentences) Mender(document, sentence).run();
}

}  // namespace selon
