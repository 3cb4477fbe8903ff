// What the finders of attributions share: the document's layers, look-ups made once, and the drafts
// that they leave for attributions.cc to nest.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "claims/arguments.h"
#include "claims/sources.h"
#include "claims/word_set.h"
#include "document/document.h"
#include "knowledge/reporting.h"
#include "mentions/tree.h"

namespace selon {

// An attribution before it is nested.
struct Draft {
  WordSet cue;               // empty: carried on, or a label outside the words (then cue_span)
  Span cue_span;             // a turn's label
  int32_t cue_word = kNone;  // heads the cue; kNone without one
  Source source;
  bool source_is_cue = false;  // turns, signatures: the label is both
  WordSet content;
  Report report = Report::kIndirect;
  Certainty certainty = Certainty::kAsserted;
  std::string rule;
};

struct AttributionContext {
  AttributionContext(Document& document, const ReportingLexicon& reporting);

  // The innermost quotation around a word; kNone outside. Marks count as inside.
  int32_t quotation_at(int32_t word) const { return quotation_of[word]; }
  // The quotation whose opening (closing) mark is this word, or kNone; the outermost of several. No
  // quotation opens or closes outside the document, so a word beside its ends may be asked for.
  int32_t opens_at(int32_t word) const { return at(opening, word); }
  int32_t closes_at(int32_t word) const { return at(closing, word); }

  const Sentence& sentence_of(int32_t word) const {
    return doc.sentences[doc.words[word].sentence];
  }
  int32_t block_of(int32_t word) const { return sentence_of(word).block; }
  const Word& word(int32_t i) const { return doc.words[i]; }
  bool is_form(int32_t i, std::string_view form) const {
    return i >= 0 && i < static_cast<int32_t>(doc.words.size()) && doc.words[i].form == form;
  }
  bool is_mark(int32_t word) const;  // a quotation mark

  // All words below `root`, itself included, without the branches at `cut`.
  WordSet subtree(int32_t root, const std::vector<int32_t>& cut = {}) const;
  // The stretch in which a cue at `word` may govern: the innermost quotation around it, else the
  // sentence.
  WordRange scope(int32_t word) const;
  // The first word that begins at or behind that byte; the number of words when none does.
  int32_t first_word_at(uint32_t offset) const;
  // Whether a finite verb stands in [first, end).
  bool finite_between(int32_t first, int32_t end) const;
  // A content that reaches into a quotation takes all of it, and the quotation counts as
  // attributed; a content whose cue stands inside a quotation stays inside. How it is reported
  // follows.
  Report settle(WordSet& content, int32_t cue);
  // The verb's own subject; of two that a tree hangs on it, the one beside it. Relative pronouns do
  // not count.
  int32_t nearest_subject(int32_t verb) const;
  // The noun phrase that ends right before a finite cue, for trees that give its subject to another
  // verb or to an apposition: "le chef de la police, …, a averti". kNone.
  int32_t noun_before(const WordSet& cue) const;
  // Whether a clause begins between a verb and the noun behind it.
  bool parted(int32_t verb, int32_t subject) const;
  // Whether the quotation reads like somebody's sentence.
  bool sentence_like(int32_t quotation) const;

  Document& doc;
  const ReportingLexicon& lexicon;
  Tree tree;
  Arguments arguments;
  SourceReader sources;
  std::vector<int32_t> quotation_of, opening, closing;
  std::vector<Draft> drafts;
  std::vector<bool> attributed;  // one flag a quotation: a cue has been found for it
  std::vector<bool> cue_used;    // one flag a word: part of some cue

 private:
  static int32_t at(const std::vector<int32_t>& quotations, int32_t word) {
    return word >= 0 && word < static_cast<int32_t>(quotations.size()) ? quotations[word] : kNone;
  }
};

// The words of a table's phrase when its first lemma stands at `word`; empty: it does not.
std::vector<int32_t> match_phrase(const AttributionContext& c, int32_t word,
                                  const ReportingPhrase& phrase);

// The finders, in the order in which they run. Each adds drafts.
void find_verb_attributions(AttributionContext& c);         // "X affirme que", "« … », dit X"
void find_preposition_attributions(AttributionContext& c);  // "selon X", "in X's view", "dixit X"
void find_noun_attributions(AttributionContext& c);       // "l'annonce que", "… selon lesquelles"
void find_hearsay_attributions(AttributionContext& c);    // "C'est ce que j'ai entendu de X"
void find_colon_attributions(AttributionContext& c);      // "X : « … »", "… » (X)"
void find_block_attributions(AttributionContext& c);      // turns, epigraphs, notes
void find_interview_attributions(AttributionContext& c);  // answers without a label
void find_carried_attributions(AttributionContext& c);    // what goes on without a cue of its own

}  // namespace selon
