#include "claims/speech_participles.h"

namespace selon {
namespace {

constexpr int kDeepest = 6;  // arcs from the participle up to the reported clause

bool present_participle(const Word& w) {
  return w.upos == Upos::kVerb && w.morph.tense == Tense::kPres &&
         (w.morph.verb_form == VerbForm::kPart || w.morph.verb_form == VerbForm::kGer);
}

// The verb of saying whose reported clause the word stands in, behind all of that clause; kNone.
int32_t verb_of_saying(const Document& doc, const ReportingLexicon& reporting, int32_t w) {
  int32_t up = doc.words[w].head;
  for (int step = 0; up != kNone && up < w && step < kDeepest; ++step) {
    const Word& x = doc.words[up];
    if (x.deprel == "ccomp" && x.head != kNone && x.head < up)
      return doc.words[x.head].upos == Upos::kVerb &&
                     !reporting.verbs(doc.words[x.head].lemma).empty()
                 ? x.head
                 : kNone;
    up = x.head;
  }
  return kNone;
}

// Whether quotation marks that open behind `from` are still open at `to`.
bool quoted_since(const Document& doc, int32_t from, int32_t to) {
  int open = 0;
  bool straight = false;
  for (int32_t w = from; w < to; ++w) {
    const std::string& form = doc.words[w].form;
    if (form == "«" || form == "“") ++open;
    if (form == "»" || form == "”") --open;
    if (form == "\"") straight = !straight;
  }
  return open > 0 || straight;
}

}  // namespace

void hang_speech_participles(Document& document, const ReportingLexicon& reporting) {
  // what has a subject, a preposition or a conjunction of its own stays where it is
  std::vector<bool> own(document.words.size(), false);
  for (const Word& w : document.words)
    if (w.head != kNone &&
        (w.deprel == "mark" || w.deprel == "case" || w.deprel.starts_with("nsubj")))
      own[static_cast<size_t>(w.head)] = true;
  for (const Sentence& s : document.sentences)
    for (int32_t w = s.first_word + 1; w < s.end_word; ++w) {
      Word& participle = document.words[w];
      if (!present_participle(participle) || own[static_cast<size_t>(w)] ||
          !(participle.deprel == "advcl" || participle.deprel == "acl") ||
          document.words[w - 1].form != "," || reporting.verbs(participle.lemma).empty())
        continue;
      const int32_t verb = verb_of_saying(document, reporting, w);
      if (verb == kNone || quoted_since(document, verb, w)) continue;
      participle.head = verb;
      participle.deprel = "advcl";
      document.words[w - 1].head = w;
    }
}

}  // namespace selon
