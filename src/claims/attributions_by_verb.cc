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

#include "base/utf8.h"
#include "claims/verb_cue.h"

namespace selon {
namespace {

class VerbFinder {
 public:
  explicit VerbFinder(AttributionContext& c) : c_(c), reader_(c), french_(c.doc.french()) {}

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
      reader_.complete(cue);
      if (attribute(cue)) return;
    }
  }

  bool attribute(const Cue& cue) {
    const uint16_t ways = cue.phrase->ways;
    if (find_incise(c_, reader_, cue)) return true;
    const Clause found = reader_.clause(cue);
    if (found.root != kNone && (ways & found.way) != 0 && by_clause(cue, found)) return true;
    if ((ways & kOfDoing) != 0 && (ways & kAs) == 0 && of_doing(cue)) return true;
    if ((ways & kDirect) != 0 && found.root == kNone && quotation_after(cue)) return true;
    if ((ways & kAs) != 0 && by_predicate(cue)) return true;
    if ((ways & (kQuotedObject | kWholeObject | kDirect | kThat)) != 0 && by_object(cue))
      return true;
    return (ways & kDirect) != 0 && after_colon(cue);
  }

  bool by_clause(const Cue& cue, const Clause& found) {
    auto who = reader_.source(cue, false);
    if (!who && cue.phrase->stance == Stance::kHear) who = heard_from(cue);
    if (!who) return false;
    // The infinitive of an order or a wish is no content: "demande à X de partir"
    Draft d = cue_draft(cue, std::move(*who), "verb_clause");
    if (found.way == kInfinitive) d.rule = "verb_infinitive";
    if (found.way == kIf) {
      d.rule = "verb_question";
      d.certainty = Certainty::kQuestioned;
    }
    if (found.way == kHow) d.rule = "verb_how";
    d.content = found.end != kNone ? WordSet(found.root, reader_.until_break(found.root, found.end))
                                   : reader_.clause_words(cue, found.root);
    d.content.clip({cue.words.back() + 1, c_.sentence_of(cue.verb).end_word});
    d.report = c_.settle(d.content, cue.verb);
    add_draft(c_, reader_, cue, std::move(d));
    return true;
  }

  // "nous avons appris de X que": whoever the speaker himself has it from.
  std::optional<Source> heard_from(const Cue& cue) const {
    for (int32_t child : c_.tree.children(cue.verb)) {
      const std::string_view by = c_.tree.preposition(child);
      if (is(child, "obl") && (by == "de" || by == "d'" || by == "par" || by == "from"))
        if (auto who = c_.sources.read(child)) return who;
    }
    return std::nullopt;
  }

  // "accuse X d'avoir menti", "accuses X of lying", "denies having lied"
  bool of_doing(const Cue& cue) {
    for (int32_t child : c_.tree.children(cue.verb)) {
      if (child < cue.verb || cue.has(child)) continue;
      const bool complement = is(child, "xcomp") || is(child, "obl") || is(child, "advcl") ||
                              is(child, "ccomp") || is(child, "nmod") || is(child, "acl");
      if (complement && done(cue, child)) return content_of_doing(cue, child);
      // "accused the government of lying": hung on who is accused
      if (is(child, "obj"))
        for (int32_t below : c_.tree.children(child))
          if (is(below, "acl") && c_.arguments.verbal(below) && done(cue, below))
            return content_of_doing(cue, below);
    }
    return false;
  }

  // Whether what hangs there is told with "de", "of", "for", "with" a deed ("charged X with
  // killing", not "with rebels attacking"), or as a bare gerund.
  bool done(const Cue& cue, int32_t content) const {
    std::string_view by = reader_.first_lemma_of(content, "mark");
    if (by.empty()) by = c_.tree.preposition(content);
    const bool bare = word(content).head == cue.verb;
    if (const int32_t first = c_.subtree(content).front(); by.empty() && bare && first < content)
      by = word(first).lemma;  // the mark hangs deeper
    const bool gerund = by.empty() && bare && !french_ && c_.arguments.verbal(content);
    const bool with =
        by == "with" && c_.arguments.verbal(content) && c_.tree.child(content, "nsubj") == kNone;
    const bool reason = by == "pour" && c_.tree.child(content, "aux") != kNone;  // "avoir tué"
    return by == "de" || by == "d'" || by == "of" || by == "for" || with || reason || gerund;
  }

  bool content_of_doing(const Cue& cue, int32_t content) {
    auto who = reader_.source(cue, false);
    if (!who) return false;
    Draft d = cue_draft(cue, std::move(*who), "verb_of_doing");
    d.content = c_.subtree(content);
    if (!french_) leave_asides(content, d.content);
    d.report = c_.settle(d.content, cue.verb);
    add_draft(c_, reader_, cue, std::move(d));
    return true;
  }

  // "denied arming the rebels, who have killed hundreds", "accused Rome of ramming a ship, a charge
  // Rome denied": of whom a gerund tells, what a comma adds is told by the author.
  void leave_asides(int32_t content, WordSet& told) const {
    const WordSet all = told;
    for (const WordRange& r : all.ranges())
      for (int32_t w = std::max(r.first, content + 1); w < r.end; ++w) {
        const bool clause = word(w).deprel == "acl:relcl";
        if (!clause && c_.arguments.subject_of_summed(w).empty()) continue;
        const WordSet below = c_.subtree(w);
        const int32_t first = below.front();
        if (first > content && (word(first).form == "," || word(first - 1).form == ","))
          told.remove(WordRange{first, below.back() + 1});
      }
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
      auto who = reader_.source(cue, true);
      if (!who || who->name.empty()) return false;
      Draft d = cue_draft(cue, std::move(*who), "verb_quotation");
      d.content = WordSet(c_.doc.quotations[q].first_word, c_.doc.quotations[q].end_word);
      d.report = Report::kDirect;
      if (colon || c_.sentence_like(q)) as_own_version(d);
      c_.attributed[q] = true;
      c_.doc.quotations[q].speech = true;
      add_draft(c_, reader_, cue, std::move(d));
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
        auto who = reader_.source(cue, false);
        if (!who || who->name.empty()) return false;
        Draft d = cue_draft(cue, std::move(*who), "verb_colon");
        d.content = WordSet(w + 1, scope.end);
        as_own_version(d);
        d.report = c_.settle(d.content, cue.verb);
        add_draft(c_, reader_, cue, std::move(d));
        return true;
      }
      if (word(w).morph.verb_form == VerbForm::kFin) return false;
    }
    return false;
  }

  // "qualifie l'accord d'historique", "calls the vote a farce", "se dit prêt à négocier"
  bool by_predicate(const Cue& cue) {
    WordSet content;
    bool predicate = false, object = false;
    for (int32_t child : c_.tree.children(cue.verb)) {
      if (cue.has(child) || cue.all.contains(child)) continue;
      const std::string_view by = c_.tree.preposition(child);
      const bool comme = by == "comme" || by == "as" ||
                         ((cue.phrase->ways & kOfDoing) != 0 && (by == "de" || by == "d'")) ||
                         ((cue.phrase->ways & kAsTo) != 0 && (by == "à" || by == "to")) ||
                         by == "among";
      if (child < cue.verb && is(child, "obj")) continue;
      predicate |= object && is(child, "obj");  // "calls the strike an act of war"
      object |= is(child, "obj");
      if (is(child, "obj"))
        for (int32_t below : c_.tree.children(child)) {
          const std::string_view as = c_.tree.preposition(below);
          // "qualifie la frappe d'agression": the tree may hang the new name on the old one
          const bool bare = (cue.phrase->ways & kOfDoing) != 0 && (as == "de" || as == "d'") &&
                            c_.tree.child(below, "det") == kNone;
          predicate |= below > child && (as == "as" || as == "comme" || bare);
        }
      if (is(child, "obj") || (is(child, "nsubj") && reader_.passive(cue))) {
        content.add(c_.subtree(child));
      } else if (is(child, "xcomp") || ((is(child, "obl") || is(child, "advcl")) && comme)) {
        if (child < cue.verb) continue;
        content.add(c_.subtree(child));
        predicate = true;
      }
    }
    if (!predicate) return false;
    auto who = reader_.source(cue, false);
    if (!who || who->name.empty()) return false;  // "is called X" is nobody's word
    Draft d = cue_draft(cue, std::move(*who), "verb_predicate");
    d.content = std::move(content);
    d.report = c_.settle(d.content, cue.verb);
    add_draft(c_, reader_, cue, std::move(d));
    return true;
  }

  // "revendique l'attentat"; "dénonce une « trahison »": only the words in marks
  // "le directeur du « Matin »": a capital and no verb is a title, not what somebody says.
  bool names_something(int32_t quotation) const {
    const Quotation& it = c_.doc.quotations[quotation];
    return starts_upper(word(it.first_word + 1).form) && !c_.sentence_like(quotation);
  }

  bool by_object(const Cue& cue) {
    const bool whole = (cue.phrase->ways & kWholeObject) != 0;
    for (int32_t w : cue.words)
      for (int32_t child : c_.tree.children(w)) {
        if (cue.has(child) || cue.all.contains(child)) continue;
        const bool undergone = reader_.passive(cue);
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
              if (names_something(q)) continue;
              quoted.add(WordRange{c_.doc.quotations[q].first_word, c_.doc.quotations[q].end_word});
              c_.attributed[q] = true;
            }
          content = std::move(quoted);
        }
        if (content.empty()) continue;
        // "fait la lumière sur un complot …, un complot qui …": what follows describes it
        if (whole && cue.words.size() > 1 && child > cue.words.back())
          content = WordSet(content.front(),
                            reader_.until_break(content.front(), c_.sentence_of(child).end_word));
        auto who = reader_.source(cue, false);
        if (!who || who->name.empty()) return false;
        Draft d = cue_draft(cue, std::move(*who), "verb_object");
        d.content = std::move(content);
        d.report = whole ? Report::kIndirect : Report::kMixed;
        add_draft(c_, reader_, cue, std::move(d));
        return true;
      }
    return false;
  }

  AttributionContext& c_;
  CueReader reader_;
  bool french_;
};

}  // namespace

Draft cue_draft(const Cue& cue, Source source, std::string rule) {
  Draft d;
  d.cue = cue.all;
  d.cue_word = cue.verb;
  d.source = std::move(source);
  d.certainty = cue.phrase->certainty;
  d.rule = std::move(rule);
  return d;
}

void as_own_version(Draft& draft) {
  if (draft.certainty == Certainty::kDenied) draft.certainty = Certainty::kAsserted;
}

void add_draft(AttributionContext& c, const CueReader& reader, const Cue& cue, Draft draft) {
  // "ne nie pas que", "on ne peut nier que": what is not denied is not in doubt
  if (draft.certainty == Certainty::kDenied && reader.negated(cue))
    draft.certainty = Certainty::kAsserted;
  draft.content.remove(draft.cue);
  draft.content.remove(draft.source.words);
  if (draft.content.empty()) return;
  if (const int32_t before = reader.speaks_on(cue); before != kNone)
    c.drafts[before].content.remove(WordRange{cue.all.front(), c.sentence_of(cue.verb).end_word});
  for (int32_t w : cue.words) c.cue_used[w] = true;
  c.drafts.push_back(std::move(draft));
}

void find_verb_attributions(AttributionContext& c) { VerbFinder(c).run(); }

}  // namespace selon
