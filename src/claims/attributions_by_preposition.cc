// Attributions whose cue is a preposition or a formula around the source. UD hangs "Selon" below
// its noun and the noun below the verb of the content:
//
//   case(Oslo, Selon)  obl:mod(tient, Oslo)          "Selon Oslo, la trêve tient."
//
// At the head or the tail of a sentence the cue governs all of it; between commas inside a
// subordinate clause, that clause. "Selon la saison" names nobody who speaks.
#include <algorithm>

#include "base/utf8.h"
#include "claims/attribution_context.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// Longest source of a formula that closes behind it: "in the prime minister's view".
constexpr int32_t kMaxBracketed = 8;

class PrepositionFinder {
 public:
  explicit PrepositionFinder(AttributionContext& c) : c_(c) {
    for (const Word& w : c.doc.words) lower_.push_back(lower(w.form));
  }

  void run() {
    for (int32_t w = 0; w < count(); ++w) {
      if (c_.cue_used[w]) continue;
      for (const ReportingPreposition& p : c_.lexicon.prepositions(lower_[w]))
        if (matches(w, p.before) && attribute(w, p)) break;
    }
  }

 private:
  int32_t count() const { return static_cast<int32_t>(c_.doc.words.size()); }
  const Word& word(int32_t i) const { return c_.doc.words[i]; }

  bool matches(int32_t at, const std::vector<std::string>& forms) const {
    const int32_t end = c_.sentence_of(at).end_word;
    for (size_t i = 0; i < forms.size(); ++i) {
      const int32_t w = at + static_cast<int32_t>(i);
      // "du" is the words "de le": the table's "de" meets it
      if (w >= end || lower_[w] != forms[i]) return false;
    }
    return true;
  }

  bool nominal(int32_t w) const {
    const Upos p = word(w).upos;
    return p == Upos::kNoun || p == Upos::kPropn || p == Upos::kPron || p == Upos::kNum ||
           p == Upos::kX || p == Upos::kSym;
  }

  // The head of the noun phrase that begins at `from`.
  int32_t phrase_head(int32_t from, int32_t end) const {
    if (const int32_t name = whole_name(from); name != kNone) return name;
    int32_t head = kNone;
    for (int32_t w = from; w < end && w < from + kMaxBracketed; ++w) {
      if (word(w).upos == Upos::kPunct && !c_.is_mark(w)) break;
      if (nominal(w) || (word(w).upos == Upos::kDet && word(w).morph.possessive && w + 1 < end &&
                         word(w + 1).upos == Upos::kAdp)) {
        head = w;
        break;
      }
      if (word(w).upos == Upos::kVerb && word(w).morph.verb_form != VerbForm::kPart) break;
    }
    if (head == kNone) {  // "selon certains", an adjective used as a noun
      for (int32_t w = from; w < end && w < from + 3; ++w)
        if (word(w).upos == Upos::kAdj || (word(w).upos == Upos::kDet && word(w).head < w))
          return w;
      return kNone;
    }
    // "Yonhap news agency": the first noun may only qualify the head
    for (int32_t up = word(head).head; up != kNone && up > head && up < end && nominal(up);
         up = word(up).head) {
      const std::string& relation = word(head).deprel;
      if (!relation.starts_with("compound") && !relation.starts_with("nmod") &&
          !relation.starts_with("flat") && !relation.starts_with("amod") &&
          !relation.starts_with("nummod") && !relation.starts_with("det"))
        break;
      head = up;
    }
    return head;
  }

  // "Human Rights Watch": a known name of several words that ends at a comma, or in which the
  // parser saw a verb, is the phrase, whatever the tree makes of it; kNone.
  int32_t whole_name(int32_t from) const {
    for (const Mention& m : c_.doc.mentions) {
      if (m.first_word != from || m.form != MentionForm::kName || m.end_word < from + 2) continue;
      bool whole = m.end_word < count() && word(m.end_word).upos == Upos::kPunct;
      for (int32_t w = from; w < m.end_word; ++w) whole |= word(w).upos == Upos::kVerb;
      if (whole) return m.head;
    }
    return kNone;
  }

  // "selon ce que rapporte X", "according to what X reports": the subject of the relative clause.
  int32_t teller_of(int32_t head) const {
    if (lower_[head] != "ce" && lower_[head] != "what") return kNone;
    for (int32_t verb : c_.tree.children(head))
      if (c_.tree.is(verb, "acl") && !c_.lexicon.verbs(lower(word(verb).lemma)).empty())
        for (int32_t subject : c_.arguments.subject(verb))
          if (c_.sources.read(subject)) return subject;
    return kNone;
  }

  bool attribute(int32_t at, const ReportingPreposition& p) {
    const Sentence& s = c_.sentence_of(at);
    const auto before = static_cast<int32_t>(p.before.size());
    Draft d;
    d.cue = WordSet(at, at + before);
    d.cue_word = at;
    d.certainty = p.certainty;
    d.rule = "preposition";
    int32_t end = at + before;
    if (!p.has_source) {
      d.source.kind = "unnamed";
      d.source.name = std::string(c_.doc.str(d.cue.span(c_.doc)));
      d.source.words = d.cue;
    } else {
      // "in X's view": what closes the formula is no part of the source
      int32_t limit = s.end_word;
      for (int32_t w = at + before; !p.after.empty() && w < s.end_word; ++w)
        if (matches(w, p.after)) {
          limit = w;
          break;
        }
      int32_t head = phrase_head(at + before, limit);
      if (head == kNone) return false;
      if (const int32_t teller = teller_of(head); teller != kNone) head = teller;
      if (p.before.front() == "pour" && p.before.size() == 1 && !opens_view(at, head)) return false;
      if (p.actors_only && !c_.sources.is_actor(head)) return false;
      auto who = c_.sources.read(head);
      if (!who && p.anything) {
        who.emplace();
        who->head = head;
        who->kind = "unnamed";
        who->words = WordSet(at, head + 1);
        who->name = std::string(c_.doc.str(who->words.span(c_.doc)));
      }
      if (!who) return false;
      if (c_.word(head).morph.person == 1) return false;
      d.source = std::move(*who);
      // A pronoun relative to a noun ("selon lesquelles") belongs to the noun
      if (word(head).morph.pron_type == PronType::kRel) return false;
      end = std::max(end, d.source.words.back() + 1);
      const int32_t phrase_end = source_end(head, s.end_word);
      end = std::max(end, phrase_end);
      if (!p.after.empty()) {
        if (!close(p, end, s.end_word, d)) return false;
        end = std::max(end, d.cue.back() + 1);
      }
      // "Selon des informations" hedges, whoever spread them
      const std::string noun = lower(word(head).lemma);
      const auto& said = c_.lexicon.nouns(noun);
      if (d.source.name.empty() ||
          (c_.lexicon.source_noun(noun) == SourceNoun::kWords && !said.empty() &&
           said.front().certainty != Certainty::kAsserted))
        d.certainty = Certainty::kHedged;
    }
    const WordRange phrase{at, end};
    d.content = p.passes_on ? cited(at) : content(at, phrase, d.source.head);
    d.content.remove(phrase);
    if (d.content.empty()) return false;
    d.report = c_.settle(d.content, at);
    for (int32_t w = at; w < at + before; ++w) c_.cue_used[w] = true;
    c_.drafts.push_back(std::move(d));
    return true;
  }

  // Where the source's phrase ends, with its relative clauses and appositions.
  int32_t source_end(int32_t head, int32_t limit) const {
    const WordSet all = c_.subtree(head);
    int32_t end = head + 1;
    for (const WordRange& r : all.ranges())
      if (r.first <= end) end = std::max(end, r.end);
    // An aside closes the source, unless it describes it: "selon X, qui …"
    for (int32_t w = head + 1; w < end; ++w)
      if (word(w).form == "," && c_.finite_between(w, limit) &&
          word(w + 1).morph.pron_type != PronType::kRel)
        return w;
    return std::min(end, limit);
  }

  // The words that close a formula: "in X 's view".
  bool close(const ReportingPreposition& p, int32_t& end, int32_t limit, Draft& d) const {
    for (int32_t w = d.cue.back() + 2; w < std::min(limit, d.cue.back() + kMaxBracketed); ++w)
      if (matches(w, p.after)) {
        d.cue.add(WordRange{w, w + static_cast<int32_t>(p.after.size())});
        d.source.words.clip({0, w});
        end = w + static_cast<int32_t>(p.after.size());
        return !d.source.words.empty();
      }
    return false;
  }

  // "Pour Moscou, la trêve tient": at the head of the sentence, a proper name or a pronoun, then a
  // comma and a clause; never an infinitive, a purpose or a price.
  bool opens_view(int32_t at, int32_t head) const {
    const WordRange scope = c_.scope(at);
    int32_t first = scope.first;
    while (first < at && (word(first).upos == Upos::kPunct || word(first).upos == Upos::kCconj ||
                          word(first).upos == Upos::kAdv))
      ++first;
    if (first != at) return false;
    const int32_t mention = mention_at_head(c_.doc, head);
    const int32_t entity = mention == kNone ? kNone : resolve(c_.doc, mention);
    if (entity == kNone) return false;
    const SourceNoun noun = c_.lexicon.source_noun(lower(word(head).lemma));
    if (!starts_upper(c_.doc.entities[entity].name) && noun != SourceNoun::kUnnamed &&
        noun != SourceNoun::kOutlet)
      return false;
    const int32_t end = source_end(head, scope.end);
    return c_.is_form(end, ",") && c_.finite_between(end, scope.end) &&
           word(head).morph.person != 1;
  }

  // "selon X, citant Y": what X says is Y's, all but X himself.
  WordSet cited(int32_t at) const {
    const WordRange scope = c_.scope(at);
    WordSet said(scope.first, scope.end);
    for (auto d = c_.drafts.rbegin(); d != c_.drafts.rend(); ++d) {  // in text order so far
      if (d->cue.empty() || d->cue.front() < scope.first) break;
      said.remove(d->cue);
      said.remove(d->source.words);
    }
    return said;
  }

  WordSet content(int32_t at, WordRange phrase, int32_t head) const {
    const WordRange scope = c_.scope(at);
    // Behind "that" or a colon the cue governs what follows only
    int32_t first = scope.first;
    while (first < at && (word(first).upos == Upos::kPunct || word(first).upos == Upos::kCconj ||
                          word(first).upos == Upos::kAdv || word(first).upos == Upos::kSconj))
      ++first;
    WordSet all(scope.first, scope.end);
    if (first == at) return all;
    int32_t before = at - 1;
    while (before > scope.first && word(before).upos == Upos::kPunct) --before;
    // "l'ambassadeur, coupable selon elle d'ingérence, …": what is said is the description
    const bool describes =
        word(before).upos == Upos::kAdj ||
        (word(before).morph.verb_form == VerbForm::kPart && c_.tree.child(before, "aux") == kNone);
    if (describes && before == at - 1 && before > scope.first && c_.is_form(before - 1, ",")) {
      int32_t end = phrase.end;
      while (end < scope.end && word(end).form != ",") ++end;
      return WordSet(before, end);
    }
    int32_t last = phrase.end;
    while (last < scope.end && word(last).upos == Upos::kPunct) ++last;
    if (last >= scope.end && separated(at)) return all;
    // "…, selon X, ce que Y conteste": what comes behind the comma judges all of it
    if (last > phrase.end && last + 1 < scope.end && c_.is_form(last - 1, ",") &&
        c_.is_form(last, "ce") &&
        (c_.is_form(last + 1, "que") || c_.is_form(last + 1, "qu'") || c_.is_form(last + 1, "qui")))
      return WordSet(scope.first, at);
    // In the middle: behind "que", "which" their clause; else the smallest subordinate clause on
    // both sides of the cue
    if (word(before).upos == Upos::kSconj || word(before).morph.pron_type == PronType::kRel)
      return WordSet(before, scope.end);
    // "en comparant, selon X, …"
    const VerbForm form = word(before).morph.verb_form;
    if (word(before).upos == Upos::kVerb && c_.is_form(at - 1, ",") &&
        (form == VerbForm::kGer || form == VerbForm::kInf ||
         (form == VerbForm::kPart && word(before).morph.tense == Tense::kPres)))
      return WordSet(before, scope.end);
    int32_t after = phrase.end;
    while (after < scope.end - 1 && word(after).upos == Upos::kPunct) ++after;
    for (int32_t from : {before, head == kNone ? word(at).head : word(head).head}) {
      for (int32_t up = from; up != kNone; up = word(up).head) {
        const bool clause = c_.tree.is(up, "acl") || c_.tree.is(up, "advcl") ||
                            c_.tree.is(up, "ccomp") || c_.tree.is(up, "csubj") ||
                            c_.tree.is(up, "parataxis");
        if (!clause || !c_.arguments.verbal(up)) continue;
        WordSet inside = c_.subtree(up);
        inside.clip(scope);
        if (inside.front() < at && (from != before || inside.contains(after) || after <= at))
          return inside;
      }
    }
    // "A arrive et, selon X, B part": the second half
    for (int32_t w = at - 1; w >= scope.first && w >= at - 2; --w)
      if (word(w).upos == Upos::kCconj && c_.finite_between(scope.first, w) &&
          c_.finite_between(phrase.end, scope.end))
        return WordSet(w, scope.end);
    return all;
  }

  // Whether a comma, dash or bracket (or a quotation's end) stands before the cue.
  bool separated(int32_t at) const {
    if (at == 0) return true;
    const std::string& form = word(at - 1).form;
    if (form == "," || form == "(" || form == "–" || form == "—" || form == "-" ||
        c_.closes_at(at - 1) != kNone)
      return true;
    // No comma: "la trêve tient selon Oslo" governs the clause all the same
    return !c_.word(at).deprel.empty();
  }

  AttributionContext& c_;
  std::vector<std::string> lower_;
};

}  // namespace

void find_preposition_attributions(AttributionContext& c) { PrepositionFinder(c).run(); }

}  // namespace selon
