#include "syntax/topics.h"

#include <algorithm>

namespace selon {
namespace {

constexpr int32_t kLongestTopic = 5;  // words

bool nominal(const Word& w) { return w.upos == Upos::kNoun || w.upos == Upos::kPropn; }

bool is_subject(const Word& w) { return w.deprel == "nsubj" || w.deprel.starts_with("nsubj:"); }

// The colon behind a few words without a verb that begin the sentence; kNone.
int32_t colon_of(const Document& doc, const Sentence& s) {
  const int32_t end = std::min(s.end_word, s.first_word + kLongestTopic + 1);
  for (int32_t w = s.first_word; w < end; ++w) {
    const Word& x = doc.words[w];
    if (x.form == ":") return w > s.first_word && w + 1 < s.end_word ? w : kNone;
    if (x.upos == Upos::kVerb || x.upos == Upos::kAux || x.upos == Upos::kPunct ||
        x.upos == Upos::kPron)
      return kNone;
  }
  return kNone;
}

bool has_preposition(const Document& doc, const Sentence& s, int32_t noun) {
  for (int32_t w = s.first_word; w < noun; ++w)
    if (doc.words[w].head == noun && doc.words[w].deprel == "case") return true;
  return false;
}

void mend(Document& doc, const Sentence& s) {
  const int32_t colon = colon_of(doc, s);
  if (colon == kNone) return;
  const auto in_topic = [&](int32_t w) { return w >= s.first_word && w < colon; };
  int32_t topic = kNone;
  for (int32_t w = s.first_word; w < colon; ++w)
    if (doc.words[w].head == kNone || !in_topic(doc.words[w].head)) topic = w;
  if (topic == kNone) return;
  const int32_t verb = doc.words[topic].head;
  if (verb == kNone || verb < colon) return;
  const bool taken = is_subject(doc.words[topic]);  // for the verb's subject
  // "Vol MH17 : Kiev et Oslo se brouillent": else the verb may lack one
  if (!taken && doc.words[verb].morph.verb_form != VerbForm::kFin) return;
  int32_t own = kNone;    // the verb's subject behind the colon
  int32_t drawn = kNone;  // the first noun there that hangs on the topic
  for (int32_t w = colon + 1; w < s.end_word; ++w) {
    const Word& x = doc.words[w];
    if (own == kNone && x.head == verb && is_subject(x)) own = w;
    if (drawn == kNone && w < verb && nominal(x) && x.head != kNone && in_topic(x.head)) drawn = w;
  }
  if (own == kNone && drawn == kNone) return;  // "Oslo : avec ses alliés, attaque Rome"
  if (!taken && (own != kNone || has_preposition(doc, s, drawn))) return;
  if (own == kNone) {
    doc.words[drawn].head = verb;
    doc.words[drawn].deprel = taken ? doc.words[topic].deprel : "nsubj";
  }
  for (int32_t w = colon + 1; w < s.end_word; ++w)
    if (doc.words[w].head != kNone && in_topic(doc.words[w].head)) {
      doc.words[w].head = verb;
      if (doc.words[w].upos != Upos::kPunct) doc.words[w].deprel = "parataxis";
    }
  doc.words[topic].deprel = "dislocated";
}

}  // namespace

void mend_topics(Document& document) {
  for (const Sentence& sentence : document.sentences) mend(document, sentence);
}

}  // namespace selon
