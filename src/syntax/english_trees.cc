#include "syntax/english_trees.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

#include "base/among.h"
#include "syntax/english_gerunds.h"
#include "syntax/english_tags.h"
#include "syntax/sentence_tree.h"

namespace selon {
namespace {

constexpr int kMostChanges = 8;  // a sentence

// Prepositions that are conjunctions, too.
constexpr std::array<std::string_view, 4> kAlsoMarks = {"after", "before", "since", "until"};

class Mender : SentenceTree {
 public:
  Mender(Document& doc, const Sentence& sentence, const WordClasses& words)
      : SentenceTree(doc, sentence), words_(words) {
    read();
  }

  void run() {
    if (mend_english_tags(doc_, s_, words_)) read();
    if (mend_gerunds(doc_, s_, words_)) read();
    for (int32_t w = s_.first_word; w < s_.end_word; ++w)
      if (claims_at_end(w) || told_at_end(w)) read();
    if (make_main()) read();
    int changes = 0;
    for (int32_t w = s_.first_word; w < s_.end_word && changes < kMostChanges; ++w) {
      if (word(w).upos != Upos::kVerb) continue;
      int32_t main = main_behind(w);
      if (main == kNone) main = main_behind_agent(w);
      if (main != kNone)
        make_participle(w, main);
      else if (!verdict(w) && !conjunction_not_relative(w) && !perfect(w) && !join_with_past(w) &&
               !past_behind_gerund(w) && !open_behind_noun(w) && !part_from_source(w) &&
               !told_behind(w) && !praise_and_blame(w) && !subject_behind_mark(w) &&
               !subject_behind_after(w) && !decision_to(w) && !also_passive(w))
        continue;
      read();
      ++changes;
    }
  }

 private:
  // "…, Kyiv claims": the parser takes the verb for one more noun.
  bool claims_at_end(int32_t w) {
    const int32_t name = w - 1, root = root_of_sentence();
    if (word(w).form != "claims" || word(w).upos != Upos::kNoun || root == kNone || root >= w ||
        name <= s_.first_word || word(name).upos != Upos::kPropn || word(name).head != w ||
        w + 2 != s_.end_word || word(w + 1).upos != Upos::kPunct)
      return false;
    const int32_t comma = first_below(name) - 1;
    if (comma < s_.first_word || word(comma).form != ",") return false;
    Word& x = word(w);
    x.head = root;
    x.deprel = "parataxis";
    x.upos = Upos::kVerb;
    x.lemma = "claim";
    x.feats = "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin";
    x.morph = parse_morph(x.feats);
    word(name).deprel = "nsubj";
    return true;
  }
  // "Rome will not bow to threats from Oslo, Anna Vik vowed.": a past of saying right before the
  // end and behind a name has it for its subject, though the parser listed that with the last noun
  // and took the verb for its participle.
  bool told_at_end(int32_t verb) {
    const int32_t root = root_of_sentence();
    if (verb + 2 != s_.end_word || word(verb + 1).upos != Upos::kPunct || root == kNone ||
        root >= verb || word(verb).upos != Upos::kVerb || word(verb).morph.tense != Tense::kPast ||
        !is(verb, "acl") || !words_.is(word(verb).lemma, WordClass::kSpeech))
      return false;
    constexpr int32_t kLongest = 8;
    int32_t comma = verb - 1;
    while (comma > s_.first_word && word(comma).form != ",") --comma;
    if (comma <= root || verb - comma < 2 || verb - comma > kLongest) return false;
    int32_t subject = kNone;
    for (int32_t w = comma + 1; w < verb; ++w) {
      if (word(w).upos == Upos::kVerb || word(w).upos == Upos::kAux || word(w).upos == Upos::kCconj)
        return false;
      if (word(w).head >= comma && word(w).head != verb) continue;
      if (subject != kNone || (!is(w, "conj") && !is(w, "appos") && !is(w, "flat"))) return false;
      subject = w;
    }
    if (subject == kNone || word(subject).upos != Upos::kPropn) return false;
    for (int32_t c : children(verb))
      if (c != verb + 1 && c > comma && c < verb) return false;
    word(subject).head = verb;
    word(subject).deprel = "nsubj";
    word(verb).head = root;
    word(verb).deprel = "parataxis";
    word(verb).morph.verb_form = VerbForm::kFin;
    word(verb).feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
    word(comma).head = verb;
    return true;
  }
  int32_t root_of_sentence() {
    for (int32_t w = s_.first_word; w < s_.end_word; ++w)
      if (word(w).head == kNone) return w;
    return kNone;
  }
  int32_t first_below(int32_t w) const {
    const std::vector<int32_t>& below = children(w);
    return below.empty() ? w : std::min(w, below.front());
  }
  // "is reported to have supplied arms", "had supplied arms": not the arms that were supplied.
  bool perfect(int32_t have) {
    const int32_t main = have + 1;
    if (word(have).lemma != "have" || main >= s_.end_word || !is(main, "amod") ||
        word(main).upos != Upos::kVerb || word(main).morph.verb_form != VerbForm::kPart ||
        word(main).morph.tense == Tense::kPres)
      return false;
    const int32_t object = word(main).head;
    if (object < main || word(object).head != have || !is(object, "obj")) return false;
    for (int32_t c : children(have))
      if (c != object) word(c).head = main;
    word(main).head = word(have).head;
    word(main).deprel = word(have).deprel;
    word(object).head = main;
    word(have).head = main;
    word(have).deprel = "aux";
    word(have).upos = Upos::kAux;
    return true;
  }

  // "no evidence that Rome struck the ship": a clause with its own subject and object has no place
  // for a relative pronoun, so "that" is the conjunction.
  bool conjunction_not_relative(int32_t verb) {
    if (word(verb).deprel != "acl:relcl") return false;
    int32_t that = kNone;
    bool subject = false, object = false;
    for (int32_t c : children(verb)) {
      const bool pronoun = word(c).upos == Upos::kPron && !is(c, "nsubj") && !is(c, "obj");
      if (c < verb && word(c).form == "that" && (pronoun || is(c, "mark"))) that = c;
      subject |= is(c, "nsubj");
      object |= is(c, "obj") && c > verb;
    }
    if (that == kNone || !subject || !object || that != word(verb).head + 1) return false;
    word(that).upos = Upos::kSconj;
    word(that).deprel = "mark";
    word(that).feats = "_";
    word(that).morph = Morph{};
    word(verb).deprel = "acl";
    return true;
  }

  // "The court found Oslo guilty of fraud": of whom the verdict is said is the verb's object,
  // though the parser took the name for the verdict's, or the verdict for the noun's.
  bool verdict(int32_t verb) {
    if (!words_.is(word(verb).lemma, WordClass::kFinds)) return false;
    for (int32_t c : children(verb)) {
      if (c < verb || (!is(c, "xcomp") && !is(c, "obj"))) continue;
      const bool says = words_.is(word(c).form, WordClass::kVerdict);
      for (int32_t d : children(c)) {
        const bool said = words_.is(word(d).form, WordClass::kVerdict);
        if (says && d < c && (is(d, "compound") || is(d, "nsubj"))) return part_verdict(verb, d, c);
        if (said && d > c && is(d, "amod") && is(c, "obj")) {
          word(d).head = verb;
          word(d).deprel = "xcomp";
          return true;
        }
      }
    }
    return false;
  }

  bool part_verdict(int32_t verb, int32_t who, int32_t verdict) {
    for (int32_t c : children(verdict))
      if (c < who) word(c).head = who;
    word(who).head = verb;
    word(who).deprel = "obj";
    Word& v = word(verdict);
    v.head = verb;
    v.deprel = "xcomp";
    v.upos = Upos::kAdj;
    v.lemma = v.form;
    v.feats = "Degree=Pos";
    v.morph = parse_morph(v.feats);
    return true;
  }

  // "under the pretext that X fired": what stands before "that" is no part of its clause, but the
  // noun that the clause hangs on.
  bool open_behind_noun(int32_t verb) {
    const int32_t above = word(verb).head;
    for (int32_t mark : children(verb)) {
      if (!is(mark, "mark") || word(mark).form != "that" || mark - 1 < s_.first_word) continue;
      const int32_t noun = mark - 1;
      if (word(noun).upos != Upos::kNoun || word(noun).head != verb || above < s_.first_word ||
          above > noun || !is(noun, "obl"))
        return false;
      word(noun).head = above;
      word(verb).head = noun;
      word(verb).deprel = "acl";
      return true;
    }
    return false;
  }

  // "Gunmen stormed a hotel in Oslo, police and witnesses said.": a verb of saying behind what is
  // said has its subject right before it, though the parser listed that with the last noun.
  bool told_behind(int32_t verb) {
    if (word(verb).lemma != "say" || word(verb).morph.verb_form != VerbForm::kFin) return false;
    bool content = is(verb, "parataxis") && word(verb).head < verb;
    for (int32_t c : children(verb)) {
      if (is(c, "nsubj") || is(c, "expl") || is(c, "aux") || is(c, "cc") || is(c, "mark"))
        return false;
      content |= is(c, "ccomp") && c < verb;
    }
    constexpr int32_t kLongest = 8;
    int32_t comma = verb - 1;
    while (comma > s_.first_word && word(comma).form != ",") --comma;
    if (!content || comma <= s_.first_word || verb - comma < 2 || verb - comma > kLongest)
      return false;
    std::vector<int32_t> listed;  // what hangs on words before the comma
    for (int32_t w = comma + 1; w < verb; ++w) {
      if (word(w).upos == Upos::kVerb || word(w).upos == Upos::kAux) return false;
      if (word(w).head < comma) listed.push_back(w);
    }
    if (listed.empty() || listed.size() > 2) return false;
    for (int32_t w : listed)
      if ((!is(w, "conj") && !is(w, "appos")) ||
          (word(w).upos != Upos::kNoun && word(w).upos != Upos::kPropn))
        return false;
    const int32_t subject = listed.front();
    for (int32_t c : children(subject))
      if (is(c, "cc") && c < subject) return false;  // "…, and police said"
    word(subject).head = verb;
    word(subject).deprel = "nsubj";
    if (listed.size() > 1) word(listed.back()).head = subject;
    for (int32_t c : children(subject))
      if (word(c).form == ",") word(c).head = verb;
    return true;
  }

  // "after troops killed two men": what stands between the conjunction and a finite verb without a
  // subject is its subject.
  bool subject_behind_mark(int32_t verb) {
    if (word(verb).morph.verb_form != VerbForm::kFin) return false;
    int32_t mark = kNone, before = kNone;
    for (int32_t c : children(verb)) {
      if (is(c, "nsubj") || is(c, "csubj") || is(c, "expl") || is(c, "aux") || is(c, "cop"))
        return false;
      if (is(c, "mark")) mark = c;
      if (word(c).deprel == "obl" && c == verb - 1) before = c;
    }
    if (mark == kNone || before <= mark || word(before).upos != Upos::kNoun ||
        !case_of(before).empty())
      return false;
    word(before).deprel = "nsubj";
    return true;
  }

  // "after marines seized a boat": so is what "after" was taken for the preposition of.
  bool subject_behind_after(int32_t verb) {
    if (word(verb).morph.verb_form != VerbForm::kFin || !is(verb, "advcl")) return false;
    const int32_t noun = verb - 1, above = word(verb).head;
    if (noun <= s_.first_word || !is(noun, "obl") || word(noun).head != above || above > noun ||
        (word(noun).upos != Upos::kNoun && word(noun).upos != Upos::kPropn))
      return false;
    bool object = false;
    for (int32_t c : children(verb)) {
      if (is(c, "nsubj") || is(c, "csubj") || is(c, "expl") || is(c, "aux") || is(c, "cop") ||
          is(c, "mark") || is(c, "cc"))
        return false;
      object |= is(c, "obj") && c > verb;
    }
    if (!object) return false;
    for (int32_t c : children(noun)) {
      if (!is(c, "case")) continue;
      if (!among(word(c).form, kAlsoMarks)) return false;
      word(c).head = verb;
      word(c).deprel = "mark";
      word(noun).head = verb;
      word(noun).deprel = "nsubj";
      return true;
    }
    return false;
  }

  // "drew praise from Oslo and criticism from Rome": a noun with the same preposition below it is
  // coordinated with the first noun, not with the name under it.
  bool praise_and_blame(int32_t verb) {
    for (int32_t object : children(verb)) {
      if (!is(object, "obj") || word(object).upos != Upos::kNoun) continue;
      for (int32_t above : {object, verb})
        for (int32_t name : children(above))
          if (name > object && (is(name, "nmod") || is(name, "obl")) &&
              word(name).upos == Upos::kPropn && raise_conjunct(name, object))
            return true;
    }
    return false;
  }

  bool raise_conjunct(int32_t name, int32_t object) {
    const std::string preposition = case_of(name);
    for (int32_t other : children(name)) {
      if (!is(other, "conj") || word(other).upos != Upos::kNoun || preposition.empty() ||
          !case_of(other).empty())
        continue;
      for (int32_t below : children(other)) {
        if (!is(below, "nmod") || case_of(below) != preposition) continue;
        word(other).head = object;
        return true;
      }
    }
    return false;
  }

  // "over a judge's decision to charge him": right behind a noun of what is meant to be done the
  // infinitive is the noun's, though the parser hung it on the verb.
  bool decision_to(int32_t verb) {
    if (!is(verb, "advcl") || word(verb).morph.verb_form != VerbForm::kInf) return false;
    int32_t to = kNone;
    for (int32_t c : children(verb)) {
      if (is(c, "mark") && word(c).form == "to") to = c;
      if (c < verb && !is(c, "mark") && !is(c, "advmod")) return false;
    }
    if (to <= s_.first_word || word(verb).head >= to) return false;
    const int32_t noun = to - 1;
    if (word(noun).upos != Upos::kNoun || word(noun).head < s_.first_word ||
        !words_.is(word(noun).lemma, WordClass::kMeant))
      return false;
    bool own = false;  // "the decision", "a judge's decision"
    for (int32_t c : children(noun)) own |= c < noun && (is(c, "det") || is(c, "nmod"));
    if (!own) return false;
    word(verb).head = noun;
    word(verb).deprel = "acl";
    return true;
  }

  // "was arrested and sentenced to five years": without an object the second is a passive, too.
  bool also_passive(int32_t verb) {
    Morph& m = word(verb).morph;
    const int32_t first = word(verb).head;
    if (!is(verb, "conj") || m.tense != Tense::kPast || m.verb_form != VerbForm::kFin ||
        first < s_.first_word || first > verb ||
        !words_.is(word(verb).lemma, WordClass::kUndergone))
      return false;
    bool passive = false;
    for (int32_t c : children(first)) passive |= word(c).deprel == "aux:pass";
    if (!passive) return false;
    for (int32_t c : children(verb))
      if (is(c, "obj") || is(c, "nsubj") || is(c, "aux") || is(c, "ccomp") || is(c, "iobj"))
        return false;
    word(verb).feats = "Tense=Past|VerbForm=Part|Voice=Pass";
    m = parse_morph(word(verb).feats);
    return true;
  }

  // "which, according to X, Y and Z have criticised": a verb without a subject has it in those
  // that the parser listed with the source.
  bool part_from_source(int32_t verb) {
    int32_t first = verb;
    bool finite = word(verb).morph.verb_form == VerbForm::kFin;
    for (int32_t c : children(verb)) {
      if (is(c, "nsubj") || is(c, "csubj") || is(c, "expl") || is(c, "cc")) return false;
      if (is(c, "aux") || is(c, "cop")) {
        first = std::min(first, c);
        finite = finite || word(c).morph.verb_form == VerbForm::kFin;
      }
    }
    if (!finite || is(verb, "conj") || first <= s_.first_word) return false;
    int32_t listed = first - 1;
    for (int steps = 0; steps < 4 && !is(listed, "conj"); ++steps) {
      listed = word(listed).head;
      if (listed < s_.first_word || listed >= first) return false;
    }
    const int32_t source = is(listed, "conj") ? word(listed).head : kNone;
    if (source < s_.first_word || source > listed) return false;
    bool according = false;
    for (int32_t c : children(source)) according |= is(c, "case") && word(c).lemma == "accord";
    for (int32_t c : children(source))
      according |= is(c, "case") && word(c).form.ends_with("ccording");
    if (!according) return false;
    int32_t subject = kNone;
    for (int32_t c : children(source)) {
      if (!is(c, "conj") || c > first) continue;
      if (subject == kNone)
        subject = c;
      else
        word(c).head = subject;
    }
    if (subject == kNone) return false;
    word(subject).head = verb;
    word(subject).deprel = "nsubj";
    word(source).head = verb;
    word(source).deprel = "obl";
    return true;
  }

  // "A coalition bombed the port." whose root is the coalition: a sentence without a finite verb,
  // where a participle right behind its noun stands before what it does something to.
  bool make_main() {
    if (s_.end_word - s_.first_word < 4 || word(s_.end_word - 1).form != ".") return false;
    int32_t root = kNone;
    for (int32_t w = s_.first_word; w < s_.end_word; ++w) {
      if (word(w).morph.verb_form == VerbForm::kFin) return false;
      if (is(w, "root")) root = w;
    }
    if (root == kNone || (word(root).upos != Upos::kNoun && word(root).upos != Upos::kPropn))
      return false;
    // "A coalition led by Rome bombed the port.": the second, with an object of its own
    int32_t verb = root + 1;
    for (int32_t w : children(root)) {
      if (w < root + 2 || !is(w, "acl") || word(w).upos != Upos::kVerb ||
          word(w).morph.tense != Tense::kPast || word(w - 1).upos == Upos::kPunct)
        continue;
      bool object = false, other = false;
      for (int32_t c : children(w)) {
        object |= is(c, "obj") && c > w;
        other |= is(c, "aux") || is(c, "mark") || is(c, "nsubj");
      }
      if (object && !other) verb = w;
    }
    if (word(verb).head != root || !is(verb, "acl") || word(verb).upos != Upos::kVerb ||
        word(verb).morph.tense != Tense::kPast || verb + 1 >= s_.end_word)
      return false;
    const Upos next = word(verb + 1).upos;
    // "Unions called for a strike."
    const bool speaks = next == Upos::kAdp && word(verb + 1).form != "by" &&
                        words_.is(word(verb).lemma, WordClass::kSpeech);
    if (next != Upos::kDet && next != Upos::kPropn && next != Upos::kNoun && next != Upos::kAdj &&
        !speaks)
      return false;
    for (int32_t c : children(root))
      if (c > verb || word(c).upos == Upos::kPunct) word(c).head = verb;
    word(verb).head = kNone;
    word(verb).deprel = "root";
    word(verb).morph.verb_form = VerbForm::kFin;
    word(verb).feats = "Tense=Past|VerbForm=Fin";
    word(root).head = verb;
    word(root).deprel = "nsubj";
    return true;
  }

  // A past without auxiliary, object or clause whose subject is a noun: it may be a participle.
  int32_t subject_of_bare_past(int32_t verb) {
    const Morph& m = word(verb).morph;
    if (m.verb_form != VerbForm::kFin || m.tense != Tense::kPast) return kNone;
    int32_t subject = kNone;
    for (int32_t c : children(verb)) {
      if (is(c, "aux") || is(c, "cop") || is(c, "obj") || is(c, "ccomp") || is(c, "mark"))
        return kNone;
      if (is(c, "nsubj") && c < verb) subject = c;
    }
    if (subject == kNone) return kNone;
    const Upos upos = word(subject).upos;
    return upos == Upos::kNoun || upos == Upos::kPropn ? subject : kNone;
  }

  // A finite verb below a bare past, behind it, that has no subject and that nothing joins to it.
  int32_t main_behind(int32_t verb) {
    if (subject_of_bare_past(verb) == kNone) return kNone;
    for (int32_t w : children(verb)) {
      if (w < verb || (!is(w, "advcl") && !is(w, "ccomp") && !is(w, "conj") &&
                       !is(w, "parataxis") && !is(w, "xcomp")))
        continue;
      int32_t finite = word(w).morph.verb_form == VerbForm::kFin ? w : kNone;
      bool joined = false;
      for (int32_t c : children(w)) {
        joined |= is(c, "nsubj") || is(c, "csubj") || is(c, "expl") || is(c, "mark") || is(c, "cc");
        if ((is(c, "aux") || is(c, "cop")) && word(c).morph.verb_form == VerbForm::kFin && c < w)
          finite = finite == kNone ? c : std::min(finite, c);
      }
      if (joined || finite == kNone || finite == w || finite == verb + 1) continue;
      bool clause = false;  // "wanted more because it was right, is …" has one in between
      for (int32_t k = verb + 1; k < finite; ++k)
        clause |= word(k).morph.verb_form == VerbForm::kFin;
      const Upos before = word(finite - 1).upos;
      if (clause || before == Upos::kPunct || before == Upos::kCconj || before == Upos::kSconj ||
          before == Upos::kPron)
        continue;
      return w;
    }
    return kNone;
  }

  // "A raid carried out by troops targeted rebels.": behind the agent of what was taken for the
  // main verb, a past with an object of its own, hung on the agent as its participle.
  int32_t main_behind_agent(int32_t verb) {
    if (subject_of_bare_past(verb) == kNone) return kNone;
    for (int32_t agent : children(verb)) {
      if (agent < verb || !is(agent, "obl") || case_of(agent) != "by") continue;
      for (int32_t w : children(agent)) {
        if (w < agent || !is(w, "acl") || word(w).upos != Upos::kVerb ||
            word(w).morph.tense != Tense::kPast || word(w - 1).upos == Upos::kPunct)
          continue;
        bool object = false, own = false;
        for (int32_t c : children(w)) {
          object |= is(c, "obj") && c > w;
          own |= is(c, "nsubj") || is(c, "aux") || is(c, "mark") || (is(c, "obj") && c < w);
        }
        if (object && !own) return w;
      }
    }
    return kNone;
  }

  void make_participle(int32_t verb, int32_t main) {
    const int32_t subject = subject_of_bare_past(verb);
    bool passive = false;
    for (int32_t c : children(main)) passive |= word(c).deprel == "aux:pass";
    for (int32_t c : children(verb))
      if (c != main && (c > main || c < subject)) word(c).head = main;
    word(main).head = word(verb).head;
    word(main).deprel = word(verb).deprel;
    if (word(main).morph.verb_form != VerbForm::kFin && !passive) {
      bool aux = false;
      for (int32_t c : children(main)) aux |= is(c, "aux");
      if (!aux) {
        word(main).feats = "Mood=Ind|Tense=Past|VerbForm=Fin";
        word(main).morph = parse_morph(word(main).feats);
      }
    }
    word(subject).head = main;
    word(subject).deprel = passive ? "nsubj:pass" : "nsubj";
    word(verb).head = subject;
    word(verb).deprel = "acl";
    word(verb).morph.verb_form = VerbForm::kPart;
    word(verb).feats = "Tense=Past|VerbForm=Part|Voice=Pass";
  }

  // "accused the minister of lying and called for his resignation": a past is coordinated with the
  // past above, not with the gerund between.
  bool past_behind_gerund(int32_t verb) {
    Morph& m = word(verb).morph;
    const int32_t gerund = word(verb).head;
    if (!is(verb, "conj") || m.tense != Tense::kPast || gerund < s_.first_word || gerund > verb ||
        word(gerund).head < s_.first_word)
      return false;
    const Morph& first = word(gerund).morph;
    bool marked = false;  // "of fabricating": a gerund, though called a participle
    for (int32_t c : children(gerund)) marked |= is(c, "mark") && c < gerund;
    if (first.verb_form != VerbForm::kGer &&
        (first.verb_form != VerbForm::kPart || first.tense != Tense::kPres || !marked))
      return false;
    int32_t above = word(gerund).head;
    if (is(gerund, "acl") && word(above).upos != Upos::kVerb) above = word(above).head;
    if (above < s_.first_word || above > gerund || word(above).upos != Upos::kVerb ||
        word(above).morph.verb_form != VerbForm::kFin || word(above).morph.tense != Tense::kPast)
      return false;
    for (int32_t c : children(verb))
      if (is(c, "aux") || is(c, "cop") || is(c, "nsubj") || is(c, "mark")) return false;
    for (int32_t c : children(gerund))
      if (is(c, "aux")) return false;  // "for having lied and called"
    m.verb_form = VerbForm::kFin;
    word(verb).head = above;
    return true;
  }

  // "said its ships had left and accused": the past is coordinated with "said".
  bool join_with_past(int32_t verb) {
    if (!is(verb, "conj") || !words_.is(word(verb).lemma, WordClass::kSpeech)) return false;
    Morph& m = word(verb).morph;
    if (m.tense != Tense::kPast) return false;
    const int32_t first = word(verb).head;
    if (first < s_.first_word || !is(first, "ccomp")) return false;
    const int32_t above = word(first).head;
    if (above < s_.first_word || above > first || word(above).upos != Upos::kVerb ||
        word(above).morph.verb_form != VerbForm::kFin || word(above).morph.tense != Tense::kPast)
      return false;
    bool object = false, had = false, passive = false;
    for (int32_t c : children(verb)) {
      if (is(c, "aux") || is(c, "cop") || is(c, "nsubj") || is(c, "mark")) return false;
      object |= is(c, "obj") && c > verb;
    }
    for (int32_t c : children(first)) {
      had |= is(c, "aux") && word(c).lemma == "have" && c < first;
      passive |= word(c).deprel == "aux:pass";
    }
    if (!had || word(first).morph.verb_form != VerbForm::kPart) return false;
    // "had been hit and vowed revenge": nothing that is undergone takes an object
    if (m.verb_form != VerbForm::kFin && !(passive && object)) return false;
    m.verb_form = VerbForm::kFin;
    word(verb).head = above;
    return true;
  }

  const WordClasses& words_;
};

}  // namespace

void mend_english_trees(Document& document, const WordClasses& words) {
  for (const Sentence& s : document.sentences) Mender(document, s, words).run();
}

}  // namespace selon
