// Attributions whose cue is a verb:
//
//   ccomp       "M. Petit affirme que le pont est fermé"      content: que … fermé
//   xcomp       "elle assure avoir reçu l'ordre"              content: avoir … ordre
//   quotation   "il répond : « Non »", "« Non », répond-il"   content: the quotation
//   incise      "le pont, dit-il, est fermé"                  content: the sentence but for the cue
//   object      "il dénonce une « trahison »"                 content: the words in marks
//   predicate   "elle qualifie l'accord d'historique"         content: object and predicate
//
// Quotation marks decide before the tree does: trees of such sentences are the least reliable.
#include <algorithm>
#include <array>

#include "base/utf8.h"
#include "claims/attribution_context.h"

namespace selon {
namespace {

// How far behind its verb "que" may stand when the tree does not link them.
constexpr int32_t kMaxToQue = 9;

using Words = std::vector<int32_t>;

bool has(const Words& words, int32_t word) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

// A verb that may be a cue, with what it needs around it.
struct Cue {
  const ReportingPhrase* phrase = nullptr;
  Words words;           // the phrase's own words, in text order
  int32_t verb = kNone;  // the one that governs subject and content in the tree
  WordSet all;           // with auxiliaries and clitics
};

class VerbFinder {
 public:
  explicit VerbFinder(AttributionContext& c) : c_(c), french_(c.doc.french()) {}

  void run() {
    for (int32_t w = 0; w < static_cast<int32_t>(c_.doc.words.size()); ++w) try_word(w);
  }

 private:
  const Word& word(int32_t i) const { return c_.doc.words[i]; }
  bool is(int32_t w, std::string_view relation) const { return c_.tree.is(w, relation); }

  void try_word(int32_t w) {
    const auto& entries = c_.lexicon.verbs(lower(word(w).lemma));
    if (entries.empty() || c_.cue_used[w]) return;
    const Upos pos = word(w).upos;
    if (pos != Upos::kVerb && pos != Upos::kAux && pos != Upos::kAdj) return;
    if (word(w).deprel.starts_with("case") || word(w).deprel.starts_with("mark")) return;
    size_t longest = 0;
    for (const ReportingPhrase& entry : entries) {
      if (entry.lemmas.size() < longest) break;
      if (entry.lemmas.size() == 1 && pos == Upos::kAux) break;
      Cue cue{.phrase = &entry, .words = match_phrase(c_, w, entry), .verb = w, .all = {}};
      if (cue.words.empty()) continue;
      longest = entry.lemmas.size();
      complete(cue);
      if (attribute(cue)) return;
    }
  }

  // Finds the governing word, auxiliaries and clitics.
  void complete(Cue& cue) const {
    // "être conscient", "faire savoir": the word that the others hang on
    for (int32_t w : cue.words)
      if (word(w).head == kNone || !has(cue.words, word(w).head)) {
        if (w == cue.words.front() || has(cue.words, word(cue.words.front()).head)) cue.verb = w;
      }
    for (int32_t w : cue.words) {
      cue.all.add(w);
      for (int32_t child : c_.tree.children(w))
        if (((is(child, "aux") || is(child, "cop")) && child < w) || is(child, "expl") ||
            (is(child, "obj") && word(child).upos == Upos::kPron && child + 3 > w && child < w) ||
            (is(child, "iobj") && child < w) || word(child).deprel == "compound:prt")
          cue.all.add(child);
    }
  }

  // ------------------------------------------------------------------ who

  // "être conscient", "be concerned" look like passives and are none.
  static bool state(const Cue& cue) {
    const std::string& first = cue.phrase->lemmas.front();
    return cue.words.size() > 1 && (first == "être" || first == "be");
  }
  bool passive(const Cue& cue) const { return !state(cue) && c_.arguments.passive(cue.verb); }

  // The subject, or the agent of a passive.
  Words subjects(const Cue& cue) const {
    if (passive(cue)) return c_.arguments.subject(cue.verb);
    for (int32_t w : cue.words)
      if (const int32_t s = c_.nearest_subject(w); s != kNone) return {s};
    for (int32_t w : cue.words) {
      const int32_t own = c_.tree.child(w, "nsubj");
      if (own != kNone && word(own).morph.pron_type != PronType::kRel) continue;
      if (w == cue.verb || own != kNone)
        if (Words found = c_.arguments.surface_subject(w); !found.empty()) return found;
    }
    // "Il savait que" taken for "il faut que"
    for (int32_t w : cue.words)
      for (int32_t child : c_.tree.children(w))
        if (word(child).deprel == "expl:subj") return {child};
    if (const int32_t before = c_.noun_before(cue.all); before != kNone) return {before};
    return {};
  }

  // "Il est dit que", "est accusé de": a cue without anybody.
  bool impersonal(const Cue& cue) const { return passive(cue); }

  // "…, soulignant que …", "…, adding that …": a participle behind a comma goes on with the speaker
  // of the verb before it, and ends what that verb was given. kNone: none.
  int32_t speaks_on(const Cue& cue) const {
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
    int32_t best = kNone;
    for (size_t i = 0; i < c_.drafts.size(); ++i) {
      const Draft& d = c_.drafts[i];
      if (d.cue_word == kNone || d.source.name.empty() || d.rule == "preposition") continue;
      if (d.cue_word < s.first_word || d.cue_word >= before || !word(d.cue_word).deprel.size())
        continue;
      if (c_.quotation_at(d.cue_word) != c_.quotation_at(cue.verb)) continue;
      if (best == kNone || c_.drafts[best].cue_word < d.cue_word) best = static_cast<int32_t>(i);
    }
    return best;
  }

  std::optional<Source> source(const Cue& cue, bool lenient) const {
    if (const int32_t before = speaks_on(cue); before != kNone) {
      Source same = c_.drafts[before].source;
      same.words = WordSet();
      return same;
    }
    const Words found = subjects(cue);
    for (int32_t w : found)
      if (auto s = c_.sources.read(w, lenient)) return s;
    if (found.empty() && impersonal(cue)) {
      // Thinking and knowing need no agent: "est convaincu" is no passive in meaning
      Source nobody;
      nobody.kind = "unnamed";
      return nobody;
    }
    return std::nullopt;
  }

  // ------------------------------------------------------------------ what

  struct Clause {
    int32_t root = kNone;
    Way way = kThat;
    int32_t end = kNone;  // set: the content is [root, end), whatever the tree says
  };

  std::string_view first_lemma_of(int32_t root, std::string_view relation) const {
    const int32_t child = c_.tree.child(root, relation);
    return child == kNone ? std::string_view() : std::string_view(word(child).lemma);
  }

  // Which way a clause is introduced.
  Way way_of(int32_t root) const {
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
      if (std::find(kQuestions.begin(), kQuestions.end(), lower(word(child).lemma)) !=
          kQuestions.end())
        return kHow;
    }
    return kThat;
  }

  bool infinitive(int32_t w) const {
    if (!french_) return first_lemma_of(w, "mark") == "to";
    if (word(w).morph.verb_form == VerbForm::kInf) return true;
    for (int32_t child : c_.tree.children(w))
      if ((is(child, "aux") || is(child, "cop")) && word(child).morph.verb_form == VerbForm::kInf)
        return true;
    return false;
  }

  // "la façon dont", "the way in which"
  static bool names_manner(std::string_view lemma) {
    constexpr std::array<std::string_view, 8> kManner = {"façon", "manière", "raison", "point",
                                                         "way",   "manner",  "reason", "extent"};
    return std::find(kManner.begin(), kManner.end(), lemma) != kManner.end();
  }

  // The clause that the cue governs, by the tree.
  Clause clause(const Cue& cue) const {
    if (const Clause found = linked_by_position(cue); found.end != kNone && found.way == kHow)
      return found;
    for (int32_t w : cue.words)
      for (int32_t child : c_.tree.children(w)) {
        if (has(cue.words, child) || child < cue.words.front()) continue;
        if (is(child, "ccomp") || (is(child, "csubj") && !c_.tree.children(child).empty())) {
          const Way way = way_of(child);
          const bool marked = c_.tree.child(child, "mark") != kNone;
          if (infinitive(child) && way == kThat) return {child, kInfinitive};
          if (way != kThat || marked || !french_) return {child, way};
        }
        if (is(child, "xcomp") && infinitive(child)) return {child, kInfinitive};
        // "qui a appris que" with the clause mislabelled
        if (is(child, "advcl") || is(child, "acl")) {
          const std::string_view mark = first_lemma_of(child, "mark");
          if ((mark == "que" || mark == "that") && child - cue.words.back() < 2 * kMaxToQue &&
              c_.tree.children(child).front() - cue.words.back() < kMaxToQue)
            return {child, kThat};
        }
        const bool noun = is(child, "obj") || is(child, "obl") || is(child, "nmod");
        if (noun && (names_manner(word(child).lemma) || word(child).form == "ce" ||
                     word(child).form == "what"))
          for (int32_t below : c_.tree.children(child))
            if (is(below, "acl") && word(below).upos != Upos::kNoun) return {child, kHow};
      }
    return linked_by_position(cue);
  }

  // "que" right behind the cue, whatever the tree makes of it.
  Clause linked_by_position(const Cue& cue) const {
    const WordRange scope = c_.scope(cue.verb);
    const int32_t from = cue.all.back() + 1;
    bool adverbs = true;  // nothing else so far
    for (int32_t w = from; w < std::min(scope.end, from + kMaxToQue); ++w) {
      const Word& x = word(w);
      if (w > from && word(w - 1).upos != Upos::kAdv) adverbs = false;
      if (names_manner(x.lemma) && w + 1 < scope.end &&
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

  // ------------------------------------------------------------------ drafts

  Draft draft(const Cue& cue, Source source, std::string rule) const {
    Draft d;
    d.cue = cue.all;
    d.cue_word = cue.verb;
    d.source = std::move(source);
    d.certainty = cue.phrase->certainty;
    d.rule = std::move(rule);
    return d;
  }

  void add(Draft d, const Cue& cue) {
    d.content.remove(d.cue);
    d.content.remove(d.source.words);
    if (d.content.empty()) return;
    if (const int32_t before = speaks_on(cue); before != kNone)
      c_.drafts[before].content.remove(
          WordRange{cue.all.front(), c_.sentence_of(cue.verb).end_word});
    for (int32_t w : cue.words) c_.cue_used[w] = true;
    c_.drafts.push_back(std::move(d));
  }

  bool attribute(const Cue& cue) {
    const uint16_t ways = cue.phrase->ways;
    if (incise(cue)) return true;
    const Clause found = clause(cue);
    if (found.root != kNone && (ways & found.way) != 0 && by_clause(cue, found)) return true;
    if ((ways & kOfDoing) != 0 && of_doing(cue)) return true;
    if ((ways & kDirect) != 0 && found.root == kNone && quotation_after(cue)) return true;
    if ((ways & kAs) != 0 && by_predicate(cue)) return true;
    if ((ways & (kQuotedObject | kWholeObject | kDirect | kThat)) != 0 && by_object(cue))
      return true;
    return (ways & kDirect) != 0 && after_colon(cue);
  }

  bool by_clause(const Cue& cue, const Clause& found) {
    auto who = source(cue, false);
    if (!who) return false;
    // The infinitive of an order or a wish is no content: "demande à X de partir"
    Draft d = draft(cue, std::move(*who), "verb_clause");
    if (found.way == kInfinitive) d.rule = "verb_infinitive";
    if (found.way == kIf) {
      d.rule = "verb_question";
      d.certainty = Certainty::kQuestioned;
    }
    if (found.way == kHow) d.rule = "verb_how";
    d.content = found.end != kNone ? WordSet(found.root, until_break(found.root, found.end))
                                   : clause_words(cue, found.root);
    d.content.clip({cue.words.back() + 1, c_.sentence_of(cue.verb).end_word});
    d.report = c_.settle(d.content, cue.verb);
    add(std::move(d), cue);
    return true;
  }

  // Mood, tense and modal of a clause's finite word.
  std::string finite_shape(int32_t root) const {
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
  bool goes_on(int32_t cue, int32_t root, int32_t branch) const {
    if (c_.tree.child(branch, "nsubj") != kNone) return false;
    const std::string shape = finite_shape(branch);
    return !shape.empty() && shape == finite_shape(root) && shape != finite_shape(cue);
  }

  // A semicolon, or a dash before "et", ends what "que" began.
  int32_t until_break(int32_t first, int32_t end) const {
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
  WordSet clause_words(const Cue& cue, int32_t root) const {
    WordSet below = c_.subtree(root, cue.words);
    below.remove(WordRange{0, cue.words.back() + 1});
    if (below.empty()) return below;
    const int32_t end = c_.sentence_of(cue.verb).end_word;
    int32_t last = below.back();
    for (int32_t w = last + 1; w < end; ++w) {
      int32_t branch = w;
      while (branch != kNone && !has(cue.words, word(branch).head)) branch = word(branch).head;
      if (branch != kNone && branch > below.front() &&
          (is(branch, "ccomp") || is(branch, "obj") || is(branch, "xcomp") || is(branch, "aux") ||
           (is(branch, "conj") && goes_on(cue.verb, root, branch))))
        last = w;
    }
    return WordSet(below.front(), until_break(below.front(), last + 1));
  }

  // "accuse X d'avoir menti", "accuses X of lying", "denies having lied"
  bool of_doing(const Cue& cue) {
    for (int32_t child : c_.tree.children(cue.verb)) {
      if (child < cue.verb || has(cue.words, child)) continue;
      if (!is(child, "xcomp") && !is(child, "obl") && !is(child, "advcl") && !is(child, "ccomp") &&
          !is(child, "nmod") && !is(child, "acl"))
        continue;
      std::string_view by = first_lemma_of(child, "mark");
      if (by.empty()) by = c_.tree.preposition(child);
      if (by.empty()) by = word(c_.subtree(child).front()).lemma;  // the mark hangs deeper
      const bool gerund = by.empty() && !french_ && c_.arguments.verbal(child);
      if (by != "de" && by != "d'" && by != "of" && by != "for" && !gerund) continue;
      auto who = source(cue, false);
      if (!who) return false;
      Draft d = draft(cue, std::move(*who), "verb_of_doing");
      d.content = c_.subtree(child);
      d.report = c_.settle(d.content, cue.verb);
      add(std::move(d), cue);
      return true;
    }
    return false;
  }

  // Marks and commas between a cue and its quotation.
  bool only_links(int32_t first, int32_t end) const {
    for (int32_t w = first; w < end; ++w)
      if (word(w).upos != Upos::kPunct || word(w).form == "." || word(w).form == ";") return false;
    return true;
  }

  // "Il a répondu : « … »", "Il a dit au général « … »"
  bool quotation_after(const Cue& cue) {
    const Sentence& s = c_.sentence_of(cue.verb);
    const int32_t around = c_.quotation_at(cue.verb);
    for (int32_t w = cue.all.back() + 1; w < s.end_word; ++w) {
      const int32_t q = c_.opens_at(w);
      const bool verb = word(w).morph.verb_form == VerbForm::kFin;
      if (q == kNone || c_.doc.quotations[q].parent != around) {
        if (verb && !below_relative(w, cue.verb)) return false;
        if (around != kNone && c_.quotation_at(w) == kNone) return false;
        continue;
      }
      const bool colon = w > 0 && c_.is_form(w - 1, ":");
      if (!colon && !c_.sentence_like(q) && !(w == cue.all.back() + 1)) return false;
      if (!colon && !c_.doc.quotations[q].speech && w != cue.all.back() + 1) return false;
      if (!colon && embedded(w - 1)) return false;
      auto who = source(cue, true);
      if (!who) return false;
      Draft d = draft(cue, std::move(*who), "verb_quotation");
      d.content = WordSet(c_.doc.quotations[q].first_word, c_.doc.quotations[q].end_word);
      d.report = Report::kDirect;
      c_.attributed[q] = true;
      c_.doc.quotations[q].speech = true;
      add(std::move(d), cue);
      return true;
    }
    return false;
  }

  // Behind a preposition, an article or a conjunction the marks only pick words out of a clause.
  bool embedded(int32_t before) const {
    const Upos pos = word(before).upos;
    return pos == Upos::kAdp || pos == Upos::kDet || pos == Upos::kSconj || pos == Upos::kCconj;
  }

  // A verb of a relative clause beside the cue's own noun does not stand between cue and content.
  bool below_relative(int32_t w, int32_t cue) const {
    for (int32_t up = w; up != kNone && up != cue; up = word(up).head)
      if (word(up).deprel == "acl:relcl") return true;
    return false;
  }

  // "Il a dit : tout le monde savait."
  bool after_colon(const Cue& cue) {
    const WordRange scope = c_.scope(cue.verb);
    for (int32_t w = cue.all.back() + 1; w < scope.end; ++w) {
      if (word(w).form == ":") {
        if (!c_.finite_between(w + 1, scope.end)) return false;
        auto who = source(cue, false);
        if (!who || who->name.empty()) return false;
        Draft d = draft(cue, std::move(*who), "verb_colon");
        d.content = WordSet(w + 1, scope.end);
        d.report = c_.settle(d.content, cue.verb);
        add(std::move(d), cue);
        return true;
      }
      if (word(w).morph.verb_form == VerbForm::kFin) return false;
    }
    return false;
  }

  // "qualifie l'accord d'historique", "calls the vote a farce", "se dit prêt à négocier"
  bool by_predicate(const Cue& cue) {
    WordSet content;
    bool predicate = false;
    for (int32_t child : c_.tree.children(cue.verb)) {
      if (has(cue.words, child) || cue.all.contains(child)) continue;
      const std::string_view by = c_.tree.preposition(child);
      const bool comme = by == "comme" || by == "as" || by == "de" || by == "d'" || by == "à" ||
                         by == "pour" || by == "to" || by == "with" || by == "among";
      if (child < cue.verb && is(child, "obj")) continue;
      if (is(child, "obj"))
        for (int32_t below : c_.tree.children(child)) {
          const std::string_view as = c_.tree.preposition(below);
          predicate |= below > child && (as == "as" || as == "comme");
        }
      if (is(child, "obj") || (is(child, "nsubj") && passive(cue))) {
        content.add(c_.subtree(child));
      } else if (is(child, "xcomp") || ((is(child, "obl") || is(child, "advcl")) && comme)) {
        if (child < cue.verb) continue;
        content.add(c_.subtree(child));
        predicate = true;
      }
    }
    if (!predicate) return false;
    auto who = source(cue, false);
    if (!who) return false;
    Draft d = draft(cue, std::move(*who), "verb_predicate");
    d.content = std::move(content);
    d.report = c_.settle(d.content, cue.verb);
    add(std::move(d), cue);
    return true;
  }

  // "revendique l'attentat"; "dénonce une « trahison »": only the words in marks
  bool by_object(const Cue& cue) {
    const bool whole = (cue.phrase->ways & kWholeObject) != 0;
    for (int32_t w : cue.words)
      for (int32_t child : c_.tree.children(w)) {
        if (has(cue.words, child) || cue.all.contains(child)) continue;
        const bool undergone = passive(cue);
        const bool object = (is(child, "obj") && !undergone) || (is(child, "nsubj") && undergone) ||
                            (cue.words.size() > 1 && (is(child, "obl") || is(child, "nmod"))) ||
                            (is(child, "xcomp") && child > w);
        if (!object) continue;
        WordSet content = c_.subtree(child);
        if (!whole) {
          WordSet quoted;
          for (const WordRange& r : content.ranges())
            for (int32_t i = r.first; i < r.end; ++i) {
              const int32_t q = c_.opens_at(i);
              if (q == kNone || c_.doc.quotations[q].parent != c_.quotation_at(cue.verb)) continue;
              quoted.add(WordRange{c_.doc.quotations[q].first_word, c_.doc.quotations[q].end_word});
              c_.attributed[q] = true;
            }
          content = std::move(quoted);
        }
        if (content.empty()) continue;
        // "fait la lumière sur un plan …, un plan qui …": what follows describes it
        if (whole && cue.words.size() > 1 && child > cue.words.back())
          content = WordSet(content.front(),
                            until_break(content.front(), c_.sentence_of(child).end_word));
        auto who = source(cue, false);
        if (!who || who->name.empty()) return false;
        Draft d = draft(cue, std::move(*who), "verb_object");
        d.content = std::move(content);
        d.report = whole ? Report::kIndirect : Report::kMixed;
        add(std::move(d), cue);
        return true;
      }
    return false;
  }

  // ------------------------------------------------------------------ incise

  // Where the subject of an incise stands: "dit-il", "dit le maire", "the mayor said".
  struct Incise {
    int32_t first = kNone, end = kNone;
    Source source;
  };

  bool inverted(const Cue& cue, int32_t& subject) const {
    for (int32_t w : cue.words)
      for (int32_t child : c_.tree.children(w))
        if (is(child, "nsubj") && child > cue.words.front()) {
          subject = child;
          return true;
        }
    // Taken for an object by the tree: ", a déclaré le ministre"
    bool before = false;
    for (int32_t child : c_.tree.children(cue.verb))
      before |= is(child, "nsubj") && child < cue.verb;
    if (!before)
      for (int32_t child : c_.tree.children(cue.verb))
        if (child > cue.all.back() &&
            (is(child, "obj") || is(child, "xcomp") || is(child, "obl")) &&
            c_.tree.preposition(child).empty() && c_.opens_at(child - 1) == kNone &&
            c_.sources.read(child)) {
          subject = child;
          return true;
        }
    // "a-t-il", "dit-il": a clitic that the tree may hang anywhere
    for (int32_t w = cue.all.front();
         w <= std::min(cue.all.back() + 2, c_.sentence_of(cue.verb).end_word - 1); ++w)
      if (word(w).upos == Upos::kPron && word(w).form.starts_with('-')) {
        subject = w;
        return true;
      }
    return false;
  }

  // The boundary that an incise follows: a comma, a dash, a bracket or a quotation's end.
  bool starts_incise(int32_t first, int32_t sentence_first) const {
    if (first <= sentence_first) return false;
    const int32_t before = first - 1;
    if (c_.closes_at(before) != kNone) return true;
    const std::string& form = word(before).form;
    return form == "," || form == "–" || form == "—" || form == "-" || form == "(" || form == "…" ||
           form == "?" || form == "!";
  }

  std::optional<Incise> incise_at(const Cue& cue) const {
    const Sentence& s = c_.sentence_of(cue.verb);
    int32_t subject = kNone;
    Incise out;
    out.first = cue.all.front();
    if (word(out.first).morph.verb_form != VerbForm::kFin) return std::nullopt;
    if (!inverted(cue, subject)) {
      // "…", the mayor said
      for (int32_t child : c_.tree.children(cue.verb))
        if (is(child, "nsubj") && child < cue.verb) subject = child;
      if (subject == kNone || french_) {
        const bool inserted = is(cue.verb, "parataxis") && subject != kNone;
        if (!inserted) return std::nullopt;
      }
      const WordSet np = c_.subtree(subject);
      if (np.back() + 4 < cue.all.front()) return std::nullopt;
      out.first = np.front();
    }
    // Adverbs between the comma and the verb: ", toutefois, a dit"
    while (out.first > s.first_word && word(out.first - 1).upos == Upos::kAdv &&
           c_.tree.below(out.first - 1, cue.verb))
      --out.first;
    if (!starts_incise(out.first, s.first_word)) return std::nullopt;
    // "comme l'a dit X" is an incise of its own, wherever it stands
    auto who = c_.sources.read(subject, true);
    if (!who) return std::nullopt;
    out.source = std::move(*who);

    const WordSet np = c_.subtree(subject);
    out.end =
        std::max({cue.all.back(), subject, np.ranges().size() == 1 ? np.back() : subject}) + 1;
    while (out.end < s.end_word && c_.opens_at(out.end) == kNone) {
      if (word(out.end).upos == Upos::kPunct) {
        const int32_t next = out.end + 1;
        if (next >= s.end_word || !own(next, cue, out.first)) break;
        // ", dit-il, la trêve tient": behind the second comma only what describes the speaker
        if (word(out.first - 1).form == "," && !c_.tree.below(next, subject)) break;
      } else if (!own(out.end, cue, out.first)) {
        break;
      }
      ++out.end;
    }
    return out;
  }

  // Whether a word behind the cue belongs to the incise: it hangs on the cue, and not through the
  // content, which stands before it.
  bool own(int32_t w, const Cue& cue, int32_t first) const {
    for (int32_t up = w; up != kNone; up = word(up).head) {
      if (has(cue.words, up)) return true;
      if (up < first) return false;
    }
    return false;
  }

  bool incise(const Cue& cue) {
    if ((cue.phrase->ways & (kDirect | kThat)) == 0) return false;
    const auto found = incise_at(cue);
    if (!found) return false;
    const Sentence& s = c_.sentence_of(cue.verb);
    const int32_t around = c_.quotation_at(cue.verb);

    // The quotation that ends right before the incise, or that it interrupts
    int32_t before = found->first - 1;
    while (before > s.first_word && word(before).form == ",") --before;
    int32_t q = c_.closes_at(before);
    if (q == kNone && before > 0 && c_.is_mark(before)) q = c_.closes_at(before);
    Draft d = draft(cue, found->source, "incise");
    if (q != kNone && c_.doc.quotations[q].parent == around) {
      const Quotation& it = c_.doc.quotations[q];
      d.content = WordSet(it.first_word, it.end_word);
      c_.attributed[q] = true;
      c_.doc.quotations[q].speech = true;
      d.report = Report::kDirect;
      // Words of the same sentence before the marks: « La ville " tient ", dit X »
      if (it.first_word > s.first_word) {
        const int32_t from = leading_clause(s.first_word, it.first_word, around);
        if (from < it.first_word) {
          d.content.add(WordRange{from, it.first_word});
          d.report = Report::kMixed;
        }
      }
      if (const int32_t next = reopened(found->end, s); next != kNone) {
        const Quotation& more = c_.doc.quotations[next];
        d.content.add(WordRange{more.first_word, more.end_word});
        c_.attributed[next] = true;
      }
    } else if (around != kNone && interrupts(*found, around)) {
      const Quotation& it = c_.doc.quotations[around];
      d.content = WordSet(it.first_word, it.end_word);
      c_.attributed[around] = true;
      d.report = Report::kDirect;
    } else {
      if (has_own_content(cue)) return false;
      WordRange scope = c_.scope(cue.verb);
      // ", dit-il," may come first; ", dit le maire" only behind what he says
      const bool clitic = word(found->source.head).form.starts_with('-');
      if (!c_.finite_between(scope.first, found->first) &&
          !(clitic && c_.finite_between(found->end, scope.end)))
        return false;
      d.content = WordSet(leading_clause(scope.first, found->first, around), scope.end);
      d.rule = "incise_indirect";
      d.report = Report::kIndirect;
      for (int32_t w = scope.first; w < scope.end; ++w)
        if (const int32_t inner = c_.opens_at(w); inner != kNone && inner != around) {
          d.report = Report::kMixed;
          c_.attributed[inner] = true;
        }
    }
    d.content.remove(WordRange{found->first, found->end});
    add(std::move(d), cue);
    return true;
  }

  // A clause with "que" of its own: no incise, however it looks.
  bool has_own_content(const Cue& cue) const {
    const Clause found = clause(cue);
    return found.root != kNone && found.root > cue.verb;
  }

  // Where the reported part of a sentence begins: behind an earlier incise or a narrator's clause
  // that ends in a colon.
  int32_t leading_clause(int32_t first, int32_t end, int32_t around) const {
    int32_t from = first;
    for (int32_t w = first; w < end; ++w)
      if (c_.quotation_at(w) == around && word(w).form == ":") from = w + 1;
    while (from < end && word(from).upos == Upos::kPunct) ++from;
    return from;
  }

  // "…", said X, "…"
  int32_t reopened(int32_t end, const Sentence& s) const {
    int32_t w = end;
    while (w < s.end_word && (word(w).form == "," || word(w).form == ":" || word(w).form == "."))
      ++w;
    return w < static_cast<int32_t>(c_.doc.words.size()) &&
                   (w < s.end_word || c_.block_of(w) == s.block)
               ? c_.opens_at(w)
               : kNone;
  }

  // « Le pont, a dit X, est fermé »: nobody has been given these marks yet, and the incise is not
  // about somebody whom the quotation's own speaker reports ("je").
  bool interrupts(const Incise& incise, int32_t quotation) const {
    if (c_.attributed[quotation]) return false;
    const Quotation& it = c_.doc.quotations[quotation];
    // Reported within somebody's quotation: a long one, or one introduced by a colon
    if (it.first_word > 0 && c_.is_form(it.first_word - 1, ":")) return false;
    const Sentence& s = c_.sentence_of(it.first_word);
    return incise.first > it.first_word + 1 &&
           word(incise.first).sentence == word(s.first_word).sentence;
  }

  AttributionContext& c_;
  bool french_;
};

}  // namespace

void find_verb_attributions(AttributionContext& c) { VerbFinder(c).run(); }

}  // namespace selon
