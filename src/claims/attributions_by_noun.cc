// Attributions whose cue is a noun, and hearsay that points back to what was just said:
//
//   acl       "l'annonce par X que le pont fermerait"              content: que … fermerait
//   relative  "les accusations de X selon lesquelles Y aurait …"   content: Y aurait …
//   copula    "la conviction de X est que …"                       content: que …
//   hearsay   "Il a vu Y. C'est ce que m'a dit X."                 content: the sentences before
#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/utf8.h"
#include "claims/attribution_context.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

class NounFinder {
 public:
  explicit NounFinder(AttributionContext& c) : c_(c) {}

  void run() {
    for (int32_t w = 0; w < static_cast<int32_t>(c_.doc.words.size()); ++w) {
      if (word(w).upos != Upos::kNoun || c_.cue_used[w]) continue;
      for (const ReportingPhrase& entry : c_.lexicon.nouns(lower(word(w).lemma)))
        if (!match_phrase(c_, w, entry).empty() && attribute(w, entry)) break;
    }
  }

 private:
  const Word& word(int32_t i) const { return c_.doc.words[i]; }

  bool attribute(int32_t noun, const ReportingPhrase& entry) {
    int32_t root = kNone, link = kNone;
    if ((entry.ways & kThat) != 0) find_clause(noun, root, link);
    if (root == kNone && (entry.ways & kOfDoing) != 0) find_doing(noun, root);
    if (root == kNone) return before_colon(noun);
    auto who = owner(noun, entry, root);
    if (!who) return false;
    Draft d;
    d.cue.add(noun);
    d.cue_word = noun;
    if (link != kNone) {
      d.cue.add(link);
      if (link > 0 && c_.word(link - 1).upos == Upos::kAdp) d.cue.add(link - 1);
    }
    d.source = std::move(*who);
    d.certainty = entry.certainty;
    if (d.source.name.empty() && d.certainty == Certainty::kAsserted)
      d.certainty = Certainty::kHedged;
    d.rule = "noun";
    d.content = c_.subtree(root);
    d.content.clip({noun + 1, c_.sentence_of(noun).end_word});
    d.content.remove(d.cue);
    d.content.remove(d.source.words);
    if (const int32_t q = c_.quotation_at(noun); q != kNone)
      d.content.clip({c_.doc.quotations[q].first_word, c_.doc.quotations[q].end_word});
    if (d.content.empty()) return false;
    c_.cue_used[noun] = true;
    c_.drafts.push_back(std::move(d));
    return true;
  }

  // "X apporte une précision : le pont est fermé": the noun is the object of somebody's verb, and
  // what follows the colon is no quotation with a cue of its own.
  bool before_colon(int32_t noun) {
    const WordRange scope = c_.scope(noun);
    const int32_t verb = word(noun).head;
    if (verb == kNone || verb > noun || !c_.arguments.verbal(verb)) return false;
    if (!c_.tree.is(noun, "obj") && !c_.tree.is(noun, "obl")) return false;
    for (int32_t w = noun + 1; w < scope.end; ++w) {
      if (word(w).morph.verb_form == VerbForm::kFin || word(w).form == ",") return false;
      if (word(w).form != ":") continue;
      if (!c_.finite_between(w + 1, scope.end) || c_.opens_at(w + 1) != kNone) return false;
      for (int32_t subject : c_.arguments.subject(verb)) {
        auto who = c_.sources.read(subject);
        if (!who || who->name.empty()) continue;
        Draft d;
        d.cue = WordSet(verb, noun + 1);
        d.cue_word = verb;
        d.source = std::move(*who);
        d.content = WordSet(w + 1, scope.end);
        d.report = c_.settle(d.content, noun);
        d.rule = "noun_colon";
        c_.cue_used[noun] = true;
        c_.drafts.push_back(std::move(d));
        return true;
      }
      return false;
    }
    return false;
  }

  // "l'annonce que …", "les propos selon lesquels …", "la crainte est que …"
  void find_clause(int32_t noun, int32_t& root, int32_t& link) const {
    for (int32_t child : c_.tree.children(noun)) {
      if (child < noun) continue;
      if (c_.tree.is(child, "acl") || c_.tree.is(child, "ccomp") || c_.tree.is(child, "advcl")) {
        for (int32_t x : c_.tree.children(child)) {
          const std::string form = lower(word(x).form);
          if (c_.tree.is(x, "mark") && (form == "que" || form == "qu'" || form == "that")) {
            root = child;
            return;
          }
        }
      }
    }
    // By position: "selon lesquelles" within the next words, before any finite verb
    const Sentence& s = c_.sentence_of(noun);
    for (int32_t w = noun + 1; w + 1 < s.end_word && w < noun + 40; ++w) {
      if (!c_.is_form(w, "selon") && !c_.is_form(w, "according")) continue;
      const int32_t pronoun = c_.is_form(w, "selon") ? w + 1 : w + 2;
      if (pronoun >= s.end_word) return;
      constexpr std::array<std::string_view, 5> kWhich = {"lequel", "laquelle", "lesquels",
                                                          "lesquelles", "which"};
      if (!among(lower(word(pronoun).form), kWhich)) return;
      if (nearer_noun(noun, w)) return;
      link = pronoun;
      root = clause_of(pronoun);
      return;
    }
    // "La crainte de X est que …"
    const int32_t up = word(noun).head;
    if (up != kNone && c_.tree.is(noun, "nsubj") && c_.tree.child(up, "cop") != kNone) {
      const int32_t mark = c_.tree.child(up, "mark");
      if (mark != kNone &&
          (c_.is_form(mark, "que") || c_.is_form(mark, "qu'") || c_.is_form(mark, "that")))
        root = up;
    }
  }

  // Another noun of saying stands between: the relative belongs to that one.
  bool nearer_noun(int32_t noun, int32_t relative) const {
    for (int32_t w = noun + 1; w < relative; ++w)
      if (word(w).upos == Upos::kNoun && !c_.lexicon.nouns(lower(word(w).lemma)).empty())
        return true;
    return false;
  }

  // The clause that a relative pronoun introduces: its verb, else the next finite verb's.
  int32_t clause_of(int32_t pronoun) const {
    const Sentence& s = c_.sentence_of(pronoun);
    int32_t up = word(pronoun).head;
    while (up != kNone && up < pronoun) up = word(up).head;
    if (up != kNone && up > pronoun) return up;
    for (int32_t w = pronoun + 1; w < s.end_word; ++w)
      if (word(w).morph.verb_form == VerbForm::kFin)
        return word(w).upos == Upos::kAux && word(w).head > pronoun ? word(w).head : w;
    return kNone;
  }

  // "les accusations d'avoir menti", "allegations of having lied"
  void find_doing(int32_t noun, int32_t& root) const {
    for (int32_t child : c_.tree.children(noun)) {
      if (child < noun || !c_.tree.is(child, "acl")) continue;
      const Word& x = word(child);
      bool marked = false;
      for (int32_t m : c_.tree.children(child))
        marked |= (c_.tree.is(m, "mark") || c_.tree.is(m, "case")) &&
                  (word(m).lemma == "de" || word(m).lemma == "of");
      if (marked && (x.morph.verb_form == VerbForm::kInf || x.morph.verb_form == VerbForm::kGer ||
                     x.morph.verb_form == VerbForm::kPart))
        root = child;
    }
  }

  // Whose word the noun is: "de X", "par X", "sa", "américaines", or the subject of a light verb
  // ("X a exprimé la crainte que"). Nobody: the content is hedged without a voice.
  std::optional<Source> owner(int32_t noun, const ReportingPhrase& entry, int32_t content) const {
    for (int32_t child : c_.tree.children(noun)) {
      if (child == content) continue;
      const std::string_view by = c_.tree.preposition(child);
      const bool of = (c_.tree.is(child, "nmod") || c_.tree.is(child, "obl")) &&
                      (by == "de" || by == "d'" || by == "of" || by == "par" || by == "by" ||
                       by == "from" || word(child).deprel == "nmod:poss");
      const bool beside = (word(child).morph.possessive || c_.tree.is(child, "amod") ||
                           c_.tree.is(child, "compound")) &&
                          mention_at_head(c_.doc, child) != kNone;
      if (!of && !beside) continue;
      if (word(child).morph.possessive && word(child).morph.person == 1) return std::nullopt;
      if (auto s = c_.sources.read(child)) return s;
    }
    // A participle that names its author: "lancées par X"
    for (int32_t child : c_.tree.children(noun))
      if (c_.tree.is(child, "acl") && child != content)
        for (int32_t agent : c_.arguments.subject(child))
          if (auto s = c_.sources.read(agent)) return s;
    const int32_t up = word(noun).head;
    if (up != kNone && c_.arguments.verbal(up) &&
        (c_.tree.is(noun, "obj") || c_.tree.is(noun, "obl"))) {
      if (c_.lexicon.words().is(word(up).lemma, WordClass::kUtter))
        for (int32_t w : c_.arguments.subject(up)) return c_.sources.read(w);
    }
    if ((entry.ways & kNobody) == 0) return std::nullopt;
    Source nobody;
    nobody.kind = "unnamed";
    return nobody;
  }

  AttributionContext& c_;
};

// "C'est ce que …", "X me l'a dit", "This is what X told me": the content was said before.
class HearsayFinder {
 public:
  explicit HearsayFinder(AttributionContext& c) : c_(c) {}

  void run() {
    for (int32_t w = 0; w < static_cast<int32_t>(c_.doc.words.size()); ++w) {
      const Upos pos = c_.word(w).upos;
      if (pos != Upos::kVerb || c_.cue_used[w]) continue;
      const auto& entries = c_.lexicon.verbs(lower(c_.word(w).lemma));
      if (!entries.empty() || hears(w)) try_verb(w, entries);
    }
  }

 private:
  bool hears(int32_t w) const { return c_.lexicon.words().is(c_.word(w).lemma, WordClass::kHear); }

  // "c'est ce que …", "voilà ce que …", "that is what …": the relative clause around the verb.
  bool points_back(int32_t verb, int32_t& cue_first) const {
    const WordRange scope = c_.scope(verb);
    for (int32_t w = verb - 1; w >= scope.first && w > verb - 12; --w) {
      const std::string form = lower(c_.word(w).form);
      const bool what = (form == "que" || form == "qu'" || form == "dont") && w > scope.first &&
                        lower(c_.word(w - 1).form) == "ce";
      if (!what && form != "what") continue;
      const int32_t first = what ? w - 1 : w;
      for (int32_t v = first - 1; v >= scope.first && v >= first - 3; --v) {
        const std::string before = lower(c_.word(v).form);
        if (before == "voilà" || before == "c'" || before == "that" || before == "this") {
          cue_first = v;
          // At the head of its sentence, or behind a colon: it picks up what stands before
          for (int32_t x = part_start(scope.first, v); x < v; ++x)
            if (c_.word(x).upos == Upos::kVerb) return false;
          return true;
        }
      }
      return false;
    }
    return false;
  }

  // Where the part of the sentence around a word begins: behind a colon, a semicolon or a dash.
  int32_t part_start(int32_t first, int32_t w) const {
    for (int32_t x = w - 1; x > first; --x) {
      const std::string& form = c_.word(x).form;
      if (form == ":" || form == ";" || form == "–" || form == "—") return x + 1;
    }
    return first;
  }

  // "X me l'a dit", "X told me so"
  bool neuter_object(int32_t verb, int32_t& cue_first) const {
    for (int32_t child : c_.tree.children(verb)) {
      const std::string form = lower(c_.word(child).form);
      if (child < verb && c_.tree.is(child, "obj") && (form == "l'" || form == "le")) {
        // Nothing else that it could mean: no complement of its own
        for (int32_t other : c_.tree.children(verb))
          if (other > verb && (c_.tree.is(other, "ccomp") || c_.tree.is(other, "xcomp")))
            return false;
        bool to_me = false;
        for (int32_t other : c_.tree.children(verb))
          to_me |= c_.tree.is(other, "iobj") && c_.word(other).morph.person == 1;
        for (int32_t w = std::max(0, child - 1); w < child; ++w)
          to_me |= lower(c_.word(w).form) == "me" || lower(c_.word(w).form) == "nous";
        cue_first = child;
        return to_me;
      }
      if (child > verb && form == "so" && c_.tree.child(verb, "iobj") != kNone) {
        cue_first = verb;
        return true;
      }
    }
    return false;
  }

  void try_verb(int32_t verb, const std::vector<ReportingPhrase>& entries) {
    int32_t first = kNone;
    const bool back = points_back(verb, first);
    const bool says = std::any_of(entries.begin(), entries.end(), [](const ReportingPhrase& p) {
      return p.lemmas.size() == 1 && !p.pronominal;
    });
    if (!says && !hears(verb)) return;
    if (!back && (entries.empty() || !neuter_object(verb, first))) return;
    std::optional<Source> who;
    if (hears(verb)) {
      // From whom: "de X", "de la part de X", "from X"
      for (int32_t child : c_.tree.children(verb)) {
        if (child < verb || !c_.tree.is(child, "obl")) continue;
        who = c_.sources.read(child);
        for (int32_t below : c_.tree.children(child))
          if ((!who || who->name.empty()) && c_.tree.is(below, "nmod"))
            who = c_.sources.read(below);
        if (!who && mention_at_head(c_.doc, child) == kNone) who = nearest_person(child);
        if (who) break;
      }
      if (!who) who = nearest_person(verb);
    } else {
      for (int32_t w : c_.arguments.subject(verb))
        if ((who = c_.sources.read(w))) break;
      // "ce qu'a affirmé le ministre": the tree may call him the object
      for (int32_t child : c_.tree.children(verb))
        if (!who && child > verb && c_.tree.is(child, "obj")) who = c_.sources.read(child);
    }
    if (!who || who->name.empty()) return;
    const Sentence& s = c_.sentence_of(verb);
    Draft d;
    d.cue = WordSet(std::max(first, s.first_word), verb + 1);
    d.cue_word = verb;
    d.source = std::move(*who);
    d.rule = "hearsay";
    const int32_t part = part_start(s.first_word, d.cue.front());
    d.content = part > s.first_word ? WordSet(s.first_word, part - 1) : before(verb);
    if (d.content.empty()) return;
    c_.cue_used[verb] = true;
    c_.drafts.push_back(std::move(d));
  }

  // The first mention behind the verb, for "de la part de X" with a tree that loses its way.
  std::optional<Source> nearest_person(int32_t from) const {
    const Sentence& s = c_.sentence_of(from);
    for (int32_t w = from + 1; w < s.end_word && w < from + 8; ++w) {
      if (c_.word(w).upos == Upos::kPunct) break;
      if (mention_at_head(c_.doc, w) != kNone)
        if (auto who = c_.sources.read(w)) return who;
    }
    return std::nullopt;
  }

  // What was said before: within a quotation or a turn its paragraph so far, in running text the
  // sentence before.
  WordSet before(int32_t verb) const {
    const Sentence& s = c_.sentence_of(verb);
    const int32_t index = c_.word(verb).sentence;
    const int32_t q = c_.quotation_at(verb);
    const bool spoken = q != kNone || c_.doc.blocks[s.block].kind == BlockKind::kTurn;
    WordSet content;
    constexpr int32_t kMaxSentences = 40;
    for (int32_t i = index - 1;
         i >= std::max(0, index - kMaxSentences) && c_.doc.sentences[i].block == s.block; --i) {
      content.add(WordRange{c_.doc.sentences[i].first_word, c_.doc.sentences[i].end_word});
      if (!spoken) break;
    }
    if (content.empty() && index > 0 && !spoken) {
      const Sentence& last = c_.doc.sentences[index - 1];
      content.add(WordRange{last.first_word, last.end_word});
    }
    if (q != kNone) content.clip({c_.doc.quotations[q].first_word, c_.doc.quotations[q].end_word});
    return content;
  }

  AttributionContext& c_;
};

}  // namespace

void find_noun_attributions(AttributionContext& c) { NounFinder(c).run(); }
void find_hearsay_attributions(AttributionContext& c) { HearsayFinder(c).run(); }

}  // namespace selon
