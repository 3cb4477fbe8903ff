// Incises: a cue behind or inside what it reports, set off by commas or marks.
//
//   « La trêve tient », a déclaré le maire.      "It holds," the mayor said, "for now."
//   La trêve, a-t-il ajouté, tient.              Le pont est fermé, a indiqué la police.
//
// With a quotation beside it the incise governs the quotation; else the sentence around it.
#include <algorithm>

#include "claims/verb_cue.h"

namespace selon {
namespace {

class InciseFinder {
 public:
  InciseFinder(AttributionContext& c, const CueReader& reader)
      : c_(c), reader_(reader), french_(c.doc.french()) {}

  bool run(const Cue& cue) {
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
    Draft d = cue_draft(cue, found->source, "incise");
    as_own_version(d);
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
      if (has_own_content(cue) || foretold(cue)) return false;
      // "After soldiers took Oslo, Rome closed its border": what it does to a thing is no speech
      if (!c_.doc.french() && (cue.phrase->ways & kThat) == 0 &&
          c_.tree.child(cue.verb, "obj") != kNone)
        return false;
      if (!c_.sources.read(found->source.head)) return false;  // no marks: somebody who can speak
      WordRange scope = c_.scope(cue.verb);
      // ", dit-il," may come first; ", dit le maire" only behind what he says
      const bool clitic =
          word(found->source.head).form.starts_with('-') || word(found->first).upos == Upos::kSconj;
      if (!c_.finite_between(scope.first, found->first) &&
          !((clitic || parts(*found, cue)) && c_.finite_between(found->end, scope.end)))
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
    add_draft(c_, reader_, cue, std::move(d));
    return true;
  }

 private:
  // Where the subject of an incise stands: "dit-il", "dit le maire", "the mayor said".
  struct Incise {
    int32_t first = kNone, end = kNone;
    Source source;
  };

  // "If Oslo attacks, Rome will respond": what will be said is not said by what stands before it.
  bool foretold(const Cue& cue) const {
    for (int32_t child : c_.tree.children(cue.verb)) {
      const std::string& lemma = word(child).lemma;
      if (is(child, "aux") && (lemma == "will" || lemma == "would" || lemma == "shall" ||
                               lemma == "must" || lemma == "may" || lemma == "might"))
        return true;
    }
    return false;
  }

  // "Le pont, a indiqué la police, est fermé": the incise parts a subject from its verb.
  bool parts(const Incise& incise, const Cue& cue) const {
    const int32_t main = word(cue.verb).head;
    if (main == kNone || main < incise.end) return false;
    for (int32_t child : c_.tree.children(main))
      if (is(child, "nsubj") && child < incise.first) return true;
    return false;
  }

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
    // Right behind a quotation, whosever subject the tree makes of it: “…,” said the mayor
    if (!before && cue.all.front() > 0 && c_.closes_at(cue.all.front() - 1) != kNone)
      for (int32_t w = cue.all.back() + 1;
           w < std::min(c_.sentence_of(cue.verb).end_word, cue.all.back() + 5); ++w) {
        if (word(w).upos != Upos::kNoun && word(w).upos != Upos::kPropn) continue;
        subject = w;
        for (int32_t up = word(w).head;
             up != kNone && up > w && up < w + 6 &&
             (word(up).upos == Upos::kNoun || word(up).upos == Upos::kPropn);
             up = word(up).head)
          subject = up;
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
    bool finite = false;
    for (int32_t w = cue.all.front(); w <= cue.all.back(); ++w)
      finite |= cue.all.contains(w) && word(w).morph.verb_form == VerbForm::kFin;
    if (!finite) return std::nullopt;
    // "comme l'a dit X", "as X said": an incise wherever it stands
    const int32_t as = c_.tree.child(cue.verb, "mark");
    const bool comme = as != kNone && as < out.first && as + 8 > out.first &&
                       (word(as).lemma == "comme" || word(as).lemma == "as");
    if (!inverted(cue, subject)) {
      // "…", the mayor said
      for (int32_t child : c_.tree.children(cue.verb))
        if (is(child, "nsubj") && child < cue.verb) subject = child;
      if (subject == kNone && comme)  // "comme l'a dit le maire", taken for somebody else's subject
        for (int32_t w = cue.all.back() + 1; w < std::min(s.end_word, cue.all.back() + 4); ++w)
          if (subject == kNone && (word(w).upos == Upos::kNoun || word(w).upos == Upos::kPropn))
            subject = w;
      if (subject == kNone || french_) {
        const bool inserted = (is(cue.verb, "parataxis") || comme) && subject != kNone;
        if (!inserted) return std::nullopt;
      }
      const WordSet np = c_.subtree(subject);
      if (np.back() + 4 < cue.all.front()) return std::nullopt;
      out.first = std::min(np.front(), cue.all.front());
      while (out.first < subject && word(out.first).upos == Upos::kPunct) ++out.first;
    }
    // Adverbs between the comma and the verb: ", toutefois, a dit"
    while (out.first > s.first_word && word(out.first - 1).upos == Upos::kAdv &&
           c_.tree.below(out.first - 1, cue.verb))
      --out.first;
    if (comme) {
      out.first = as;
    } else if (!starts_incise(out.first, s.first_word)) {
      return std::nullopt;
    }
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
        if (c_.is_form(out.first - 1, ",") && !c_.tree.below(next, subject)) break;
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
      if (cue.has(up)) return true;
      if (up < first) return false;
    }
    return false;
  }

  // A clause with "que" of its own: no incise, however it looks.
  bool has_own_content(const Cue& cue) const {
    const Clause found = reader_.clause(cue);
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
    // "…", it added; and, later, "…"
    for (int32_t k = w, steps = 0; k < s.end_word && steps < 6; ++k, ++steps) {
      const Upos pos = word(k).upos;
      if (c_.opens_at(k) != kNone) {
        w = k;
        break;
      }
      if (pos != Upos::kPunct && pos != Upos::kAdv && pos != Upos::kCconj) break;
    }
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

  const Word& word(int32_t i) const { return c_.doc.words[i]; }
  bool is(int32_t w, std::string_view relation) const { return c_.tree.is(w, relation); }

  AttributionContext& c_;
  const CueReader& reader_;
  bool french_;
};

}  // namespace

bool find_incise(AttributionContext& c, const CueReader& reader, const Cue& cue) {
  return InciseFinder(c, reader).run(cue);
}

}  // namespace selon
