#include "syntax/french_trees.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "base/among.h"
#include "base/utf8.h"
#include "syntax/sentence_tree.h"

namespace selon {
namespace {

constexpr int32_t kReach = 12;   // words between an auxiliary and its participle
constexpr int kMostChanges = 8;  // a sentence
// What has "être" in its active past; so have all reflexive verbs.
constexpr std::array<std::string_view, 26> kMoves = {
    "advenir", "aller",      "arriver",  "demeurer", "descendre", "devenir",  "décéder",
    "entrer",  "intervenir", "monter",   "mourir",   "naître",    "partir",   "parvenir",
    "passer",  "provenir",   "rentrer",  "repartir", "rester",    "retomber", "retourner",
    "revenir", "sortir",     "survenir", "tomber",   "venir"};

class Mender : SentenceTree {
 public:
  using SentenceTree::SentenceTree;

  void run() {
    each([&](int32_t w) { return behind_name(w) && hang(w, word(word(w).head).head, "obl:arg"); });
    each(
        [&](int32_t w) { return behind_compound(w) && hang(w, word(w - 1).head, word(w).deprel); });
    each([&](int32_t w) { return hang(w, described_by_participle(w), "appos"); });
    each([&](int32_t w) { return word(w).lemma == "comme" && is(w, "case") && joins_subject(w); });
    each([&](int32_t w) {
      return word(w).upos == Upos::kVerb && (insert_verb(w) || insert_after_clause(w));
    });
    each([&](int32_t w) {
      const bool infinitive = word(w).morph.verb_form == VerbForm::kInf;
      return hang(w, noun_beyond_genitive(w), infinitive ? "acl" : "nmod");
    });
    each([&](int32_t w) { return hang(w, above_name(w), "xcomp"); });
    each([&](int32_t w) { return set_off(w); });
    each([&](int32_t w) {
      return word(w).lemma == "que" && (is(w, "mark") || is(w, "obj")) && relative(w);
    });
    each([&](int32_t w) {
      return lower(word(w).form) == "dément" && word(w).upos != Upos::kVerb && denies(w);
    });
    each([&](int32_t w) { return word(w).lemma == "lequel" && hang_relative(w); });
    each([&](int32_t w) { return auxiliary(w); });
  }

 private:
  // Tries f on every word; true: it changed the tree.
  template <typename F>
  void each(F f) {
    for (int32_t w = s_.first_word; w < s_.end_word && changes_ < kMostChanges; ++w)
      if (f(w)) {
        read();
        ++changes_;
      }
  }
  template <typename F>
  bool any_child(int32_t of, F f) const {
    return std::ranges::any_of(children(of), f);
  }
  // Hangs the word there, unless that is no word.
  bool hang(int32_t w, int32_t head, std::string_view relation) {
    if (head == kNone) return false;
    word(w).head = head;
    word(w).deprel = relation;
    return true;
  }

  // "Quant aux propos du maire, selon lesquels": the clause is its antecedent's.
  bool hang_relative(int32_t pronoun) {
    const int32_t clause = clause_of_relative(pronoun);
    const int32_t noun = clause == kNone ? kNone : antecedent(pronoun);
    if (noun == kNone) return false;
    // what opens the sentence is the main verb's
    for (int32_t up = noun; up != kNone; up = word(up).head)
      if (word(up).head == clause) word(up).head = word(clause).head;
    return hang(clause, noun, "acl:relcl");
  }

  // What "faire", "voir", "avoir" and "être" are to the verb they go with.
  bool auxiliary(int32_t w) {
    const std::string& lemma = word(w).lemma;
    if (lemma == "faire" && !is(w, "aux")) {
      if (!was_read()) read();
      const int32_t made = infinitive_of(w);
      if (made != kNone) join(w, made, "aux:caus");
      return made != kNone;
    }
    if (lemma == "voir" && !is(w, "aux")) {
      if (!was_read()) read();
      const int32_t done = infinitive_of(w);
      const int32_t self = done == kNone ? kNone : oneself(w, done);
      if (self == kNone) return false;
      join(w, done, "aux:caus");
      word(self).deprel = "expl:pass";
      return true;
    }
    if (lemma == "être" && word(w).deprel == "aux:tense") suffers(w);
    if (lemma != "avoir" || word(w).morph.verb_form != VerbForm::kFin) return false;
    if (!was_read()) read();
    const int32_t participle = lacks_object(w) ? participle_of(w) : kNone;
    if (participle != kNone) join(w, participle, "aux:tense");
    return participle != kNone;
  }

  // "a appelé Rome à céder, avant d'annoncer des sanctions": behind a comma, before or after what
  // the main verb tells, not what somebody is called upon to do.
  bool set_off(int32_t infinitive) {
    const int32_t inner = word(infinitive).head;
    if (!is(infinitive, "advcl") || word(infinitive).morph.verb_form != VerbForm::kInf ||
        inner == kNone || inner > infinitive || word(inner).morph.verb_form != VerbForm::kInf ||
        !is(inner, "xcomp"))
      return false;
    if (!was_read()) read();
    const int32_t mark = children(infinitive).empty() ? kNone : children(infinitive).front();
    const auto opens = [&](int32_t w) {
      return w > s_.first_word && (word(w).lemma == "avant" || word(w).lemma == "après") &&
             word(w - 1).form == ",";
    };
    const bool opened =
        mark != kNone && (opens(mark) || (word(mark).form == "," && opens(mark + 1)));
    if (!opened) return false;
    word(infinitive).head = word(inner).head;
    read();
    return true;
  }
  // "Oslo et Rome sont alliées": where the features say passive and the verb has "être" in no
  // active past, the relations follow.
  void suffers(int32_t auxiliary) {
    const int32_t verb = word(auxiliary).head;
    if (!was_read()) read();
    if (word(verb).feats.find("Voice=Pass") == std::string::npos ||
        among(word(verb).lemma, kMoves) ||
        any_child(verb, [&](int32_t c) { return is(c, "expl") || is(c, "obj"); }))
      return;
    for (int32_t c : children(verb))
      if (word(c).deprel == "nsubj" || c == auxiliary)
        word(c).deprel = c == auxiliary ? "aux:pass" : "nsubj:pass";
  }
  // "Oslo dément.", "ce que Rome dément": behind a name it is no adjective.
  bool denies(int32_t w) {
    if (w == s_.first_word || word(w - 1).upos != Upos::kPropn) return false;
    if (!was_read()) read();
    const int32_t name = word(w).head;
    const bool own = any_child(w, [&](int32_t c) { return is(c, "nsubj") && c < w; });
    if (!own) {
      if (name != w - 1) return false;
      for (int32_t c : children(name))
        if (c != w && (is(c, "punct") || c > w)) word(c).head = w;
      word(w).head = word(name).head;
      word(w).deprel = word(name).deprel;
      word(name).head = w;
      word(name).deprel = "nsubj";
    }
    word(w).upos = Upos::kVerb;
    word(w).lemma = "démentir";
    word(w).morph = Morph();
    word(w).morph.verb_form = VerbForm::kFin;
    word(w).morph.mood = Mood::kInd;
    word(w).morph.tense = Tense::kPres;
    return true;
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

  // "la flotte fantôme russe", "un avion espion chilien": an adjective right behind two nouns that
  // make one name of a thing qualifies the thing.
  bool behind_compound(int32_t w) {
    if (w < s_.first_word + 2 || word(w).upos != Upos::kAdj || !is(w, "amod")) return false;
    const Word &second = word(w - 1), &first = word(w - 2);
    return word(w).head == w - 1 && second.upos == Upos::kNoun && is(w - 1, "appos") &&
           second.head == w - 2 && first.upos == Upos::kNoun;
  }

  // "Oslo comme Rome ont dénoncé": a plural verb has both for its subject.
  bool joins_subject(int32_t as) {
    const int32_t other = word(as).head;
    if (other == kNone || other < as || as == s_.first_word ||
        (!is(other, "nmod") && !is(other, "obl")))
      return false;
    if (!was_read()) read();
    int32_t verb = word(other).head;
    if (verb != kNone && verb < as) verb = word(verb).head;
    if (verb == kNone || verb < other || word(verb).upos != Upos::kVerb) return false;
    const auto plural = [&](int32_t w) {
      return word(w).morph.verb_form == VerbForm::kFin && word(w).morph.number == Number::kPlur;
    };
    const bool of_many =
        plural(verb) || any_child(verb, [&](int32_t c) { return is(c, "aux") && plural(c); });
    const int32_t subject = noun_subject_before(verb);
    if (!of_many || subject == kNone || subject > as ||
        word(subject).morph.number == Number::kPlur ||
        any_child(subject, [&](int32_t c) { return is(c, "conj"); }))
      return false;
    word(other).head = subject;
    word(other).deprel = "conj";
    word(as).deprel = "cc";
    return true;
  }

  // The place of a verb's first auxiliary, else its own.
  int32_t opening_of(int32_t verb) {
    int32_t first = verb;
    for (int32_t c : children(verb))
      if (is(c, "aux") && c < first) first = c;
    return first;
  }
  int32_t child_behind(int32_t verb, std::string_view relation) {
    for (int32_t c : children(verb))
      if (c > verb && is(c, relation)) return c;
    return kNone;
  }
  int32_t noun_subject_before(int32_t verb) {
    for (int32_t c : children(verb))
      if (c < verb && is(c, "nsubj") && word(c).deprel == "nsubj") return c;
    return kNone;
  }

  // "Oslo a mené lundi des raids, a annoncé Rome": an inserted verb has its subject behind it; what
  // stands before its comma is the main verb's object.
  bool insert_verb(int32_t w) {
    if (!is(w, "parataxis") || word(w).head == kNone || word(w).head > w) return false;
    if (!was_read()) read();
    const int32_t before = noun_subject_before(w), behind = child_behind(w, "obj");
    const int32_t opening = opening_of(w), main = word(w).head;
    if (before == kNone || behind == kNone || word(before).upos == Upos::kPron || before < main ||
        opening <= s_.first_word || word(opening - 1).form != "," || before > opening)
      return false;
    word(before).head = main;
    word(before).deprel = child_behind(main, "obj") == kNone ? "obj" : "obl:arg";
    word(behind).deprel = "nsubj";
    return true;
  }

  // "Nul n'a respecté la trêve, déplore Oslo": a finite clause without a conjunction is no
  // adverbial of the verb behind its comma, but what it says.
  bool insert_after_clause(int32_t w) {
    if (is(w, "conj") || word(w).morph.verb_form != VerbForm::kFin) return false;
    if (!was_read()) read();
    const int32_t opening = opening_of(w), behind = child_behind(w, "obj");
    if (behind == kNone || opening <= s_.first_word + 1 || word(opening - 1).form != ",")
      return false;
    int32_t clause = kNone;
    for (int32_t c : children(w))
      if (c < w && word(c).deprel == "advcl" && word(c).upos == Upos::kVerb && finite(c) &&
          !any_child(c, [&](int32_t d) { return is(d, "mark") || is(d, "nsubj"); }))
        clause = c;
    const int32_t subject = clause == kNone ? kNone : noun_subject_before(w);
    if (subject == kNone || subject > clause) return false;
    word(subject).head = clause;
    word(clause).head = word(w).head;
    word(clause).deprel = word(w).deprel;
    word(w).head = clause;
    word(w).deprel = "parataxis:insert";
    word(behind).deprel = "nsubj";
    return true;
  }

  // What stands behind a noun's first complement and was hung elsewhere is the noun's:
  //   "la menace d'Oslo d'annexer l'île a choqué", the infinitive; not the verb's behind it
  //   "la libération par Oslo de dix otages", the otages; a name has none
  //   "la condamnation d'Ana par Oslo a été critiquée par Rome", Oslo; one agent is enough
  int32_t noun_beyond_genitive(int32_t w) {
    const Word& x = word(w);
    if (x.head == kNone) return kNone;
    if (x.morph.verb_form == VerbForm::kInf && is(w, "advcl") && x.head > w) {
      const int32_t opening = w - 1;
      if (opening <= s_.first_word || word(opening).lemma != "de") return kNone;
      return subject_noun_before(x.head, opening);
    }
    if (x.upos == Upos::kNoun && is(w, "nmod") && x.head < w && word(x.head).upos == Upos::kPropn &&
        is(x.head, "nmod")) {
      const int32_t name = x.head, noun = word(name).head;
      if (word(noun).upos != Upos::kNoun || noun > name || !under(name, "par") || !under(w, "de"))
        return kNone;
      return noun;
    }
    if (x.deprel == "obl:agent" && x.head > w && under(w, "par") &&
        any_child(x.head, [&](int32_t c) { return c > x.head && word(c).deprel == "obl:agent"; })) {
      int32_t opening = w;
      for (int32_t c : children(w)) opening = std::min(opening, c);
      return subject_noun_before(x.head, opening);
    }
    return kNone;
  }
  bool under(int32_t w, std::string_view preposition) {
    if (!was_read()) read();
    return any_child(w, [&](int32_t c) { return is(c, "case") && word(c).lemma == preposition; });
  }
  // The noun that is the verb's subject, whose phrase with a complement ends right there.
  int32_t subject_noun_before(int32_t verb, int32_t end) {
    if (!was_read()) read();
    for (int32_t c : children(verb)) {
      if (!is(c, "nsubj") || c > end || word(c).upos != Upos::kNoun) continue;
      int32_t up = end - 1;
      for (int step = 0; step < 6 && up != kNone && up > c; ++step) up = word(up).head;
      if (up == c && end - 1 > c) return c;
    }
    return kNone;
  }

  // "accuse Oslo et Rome de mentir": a name takes no infinitive, it is the verb's whose object the
  // name is; that verb.
  int32_t above_name(int32_t w) {
    const Word& x = word(w);
    if (x.morph.verb_form != VerbForm::kInf || !is(w, "acl") || x.head == kNone || x.head > w ||
        word(x.head).upos != Upos::kPropn)
      return kNone;
    int32_t object = x.head;
    if (is(object, "conj")) object = word(object).head;
    const int32_t verb = object == kNone ? kNone : word(object).head;
    if (verb == kNone || verb > object || !is(object, "obj") || word(verb).upos != Upos::kVerb)
      return kNone;
    if (!was_read()) read();
    return any_child(verb, [&](int32_t c) { return is(c, "xcomp") || is(c, "ccomp"); }) ? kNone
                                                                                        : verb;
  }

  // "le président déchu Ana Ruiz", "l'opposant emprisonné Ruiz": a name right behind a participle
  // that qualifies the noun before it is who the noun is; that noun.
  int32_t described_by_participle(int32_t w) {
    const int32_t p = w - 1;
    if (p <= s_.first_word || word(w).upos != Upos::kPropn || word(w).head != p) return kNone;
    if (word(p).morph.verb_form != VerbForm::kPart || word(p).morph.tense == Tense::kPres ||
        !(is(p, "acl") || is(p, "amod")) || word(p).head != p - 1 ||
        word(p - 1).upos != Upos::kNoun || word(p - 1).morph.number == Number::kPlur)
      return kNone;
    if (!was_read()) read();
    const bool bare = !any_child(w, [&](int32_t c) { return is(c, "case") || is(c, "det"); }) &&
                      !any_child(p, [&](int32_t c) { return c != w; });
    return bare ? p - 1 : kNone;
  }

  // "les propos du maire, élu en mars, selon lesquels il partirait": the predicate of a clause with
  // "lequel" that hangs on no noun before it, or on one that does not agree with it.
  int32_t clause_of_relative(int32_t relative) {
    if (!was_read()) read();
    int32_t clause = word(relative).head;
    for (int up = 0; up < 3 && clause != kNone && is(clause, "nmod"); ++up)
      clause = word(clause).head;
    if (clause == kNone || clause < relative || word(clause).head == kNone || !finite(clause))
      return kNone;
    const int32_t up = word(clause).head;
    if (is(clause, "acl") && up < relative)
      return disagrees(relative, up) || belongs_to_agreeing(relative, up) ? clause : kNone;
    return is(clause, "parataxis") || word(clause).deprel == "advcl" || is(clause, "acl") ? clause
                                                                                          : kNone;
  }
  // The last noun before the relative that agrees with it.
  int32_t antecedent(int32_t relative) {
    for (int32_t w = relative - 1; w >= std::max(s_.first_word, relative - 2 * kReach); --w)
      if (word(w).upos == Upos::kNoun && word(w).morph.gender != Gender::kNone &&
          !disagrees(relative, w))
        return w;
    return kNone;
  }
  // "les propos d'Anna, selon lesquels": a name, which shows nothing, of a noun that agrees.
  bool belongs_to_agreeing(int32_t relative, int32_t name) {
    if (word(name).upos != Upos::kPropn || !is(name, "nmod")) return false;
    const Morph &a = word(relative).morph, &b = word(word(name).head).morph;
    return a.gender == b.gender && a.number == b.number;
  }
  bool disagrees(int32_t relative, int32_t noun) {
    const Morph &a = word(relative).morph, &b = word(noun).morph;
    return (a.gender != b.gender && b.gender != Gender::kNone) ||
           (a.number != b.number && b.number != Number::kNone);
  }

  // "Oslo, que Rome accuse de mentir, a nié": a "que" right behind a noun whose clause has a
  // subject and no object is that noun, the clause's object.
  bool relative(int32_t que) {
    const int32_t verb = word(que).head;
    if (verb == kNone || verb < que || que < s_.first_word + 2) return false;
    const bool comma = word(que - 1).form == ",";
    int32_t noun = comma ? que - 2 : que - 1;
    if (word(noun).upos == Upos::kAdj || is(noun, "flat") || is(noun, "appos"))
      noun = word(noun).head;
    if (noun == kNone || noun > que ||
        (word(noun).upos != Upos::kNoun && word(noun).upos != Upos::kPropn))
      return false;
    const bool beside = word(verb).deprel == "acl:relcl" && word(verb).head == noun;
    if (beside && is(que, "obj") && word(que).upos == Upos::kPron) return false;  // it is already
    // "Le général, que Rome soutient, a fui", where the clause was hung on the verb of the general
    const bool before = comma && is(verb, "advcl") && is(noun, "nsubj") &&
                        word(noun).head == word(verb).head && word(noun).head > verb;
    if (!beside && !before) return false;
    if (!was_read()) read();
    bool subject = false;
    for (int32_t c : children(verb)) {
      if (c == que) continue;
      const bool under =
          any_child(c, [&](int32_t d) { return is(d, "case"); });  // "accuse de crimes"
      if ((is(c, "obj") && !under) || is(c, "ccomp") || word(c).deprel == "nsubj:pass" ||
          is(c, "cop"))
        return false;
      subject |= is(c, "nsubj");
    }
    if (!subject) return false;
    for (int32_t c : children(verb))
      if (c > verb && is(c, "obj")) word(c).deprel = "obl:arg";
    Word& pronoun = word(que);
    pronoun.upos = Upos::kPron;
    pronoun.deprel = "obj";
    pronoun.feats = "PronType=Rel";
    pronoun.morph.pron_type = PronType::kRel;
    word(verb).head = noun;
    word(verb).deprel = "acl:relcl";
    read();
    return true;
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

  // "s'est vu refuser l'asile (par Oslo)", "se voit accuser par Oslo": the pronoun of somebody to
  // whom it is done, by the infinitive's object or agent; kNone.
  int32_t oneself(int32_t see, int32_t done) {
    const bool undergone = any_child(done, [&](int32_t c) {
      return c > done && (is(c, "obj") || (is(c, "obl") && any_child(c, [&](int32_t d) {
                                             return is(d, "case") && word(d).lemma == "par";
                                           })));
    });
    if (!undergone) return kNone;
    for (int32_t c : children(see))
      if (c < see && word(c).upos == Upos::kPron && word(c).morph.reflexive) return c;
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

  int changes_ = 0;
};

}  // namespace

void mend_french_trees(Document& document) {
  for (const Sentence& sentence : document.sentences) Mender(document, sentence).run();
}

}  // namespace selon
