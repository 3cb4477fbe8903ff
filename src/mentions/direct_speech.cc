#include "mentions/direct_speech.h"

#include <algorithm>

namespace selon {
namespace {

void mark_quotes(const Document& doc, std::vector<uint8_t>& quoted) {
  quoted.assign(doc.words.size(), 0);
  int32_t block = kNone;
  int depth = 0;
  bool plain = false;
  for (const Sentence& s : doc.sentences) {
    const Block* b = s.block == kNone ? nullptr : &doc.blocks[s.block];
    if (s.block != block) {
      depth = 0;
      plain = false;
      block = s.block;
    }
    const bool spoken = b && (b->kind == BlockKind::kTurn || b->kind == BlockKind::kEpigraph);
    for (int32_t w = s.first_word; w < s.end_word; ++w) {
      const std::string& form = doc.words[w].form;
      if (form == "«" || form == "“" || form == "‹") ++depth;
      if (form == "\"" || form == "''" || form == "``") plain = !plain;
      quoted[w] = spoken || depth > 0 || plain;
      if ((form == "»" || form == "”" || form == "›") && depth > 0) --depth;
    }
  }
}

// The subject of the first verb of saying among the words [from, to).
int32_t sayer(const Document& doc, const Tree& tree, const ReportingLexicon& reporting,
              const std::vector<uint8_t>& quoted, int32_t from, int32_t to) {
  for (int32_t w = from; w < to; ++w) {
    if (doc.words[w].upos != Upos::kVerb || reporting.verbs(doc.words[w].lemma).empty()) continue;
    const int32_t subject = tree.child(w, "nsubj");
    if (subject != kNone && !quoted[subject]) return subject;
  }
  return kNone;
}

// Who says what stands between quotation marks: the subject of the verb of saying before it in
// its sentence, or behind it. Only whole sentences in the speaker's own voice count: in "il dit
// qu'il « viendra si on l'invite »" the pronouns keep the writer's view.
void find_speakers(const Document& doc, const Tree& tree, const ReportingLexicon& reporting,
                   DirectSpeech& speech) {
  speech.said_by.assign(doc.words.size(), kNone);
  const auto size = static_cast<int32_t>(doc.words.size());
  for (int32_t b = 0; b < size; ++b) {
    if (!speech.quoted[b] || (b > 0 && speech.quoted[b - 1])) continue;
    int32_t e = b;
    bool own_voice = b > 0 && doc.words[b - 1].form == ":";
    for (; e < size && speech.quoted[e]; ++e)
      own_voice = own_voice || (doc.words[e].upos == Upos::kPron && doc.words[e].morph.person == 1);
    const Sentence& first = doc.sentences[doc.words[b].sentence];
    const Sentence& last = doc.sentences[doc.words[e - 1].sentence];
    int32_t speaker = sayer(doc, tree, reporting, speech.quoted, first.first_word, b);
    if (speaker == kNone && e < last.end_word)
      speaker = sayer(doc, tree, reporting, speech.quoted, e, last.end_word);
    // Whole sentences are the speaker's own, also where the first began inside the writer's.
    if (speaker != kNone)
      for (int32_t w = own_voice ? b : std::min(e, first.end_word); w < e; ++w)
        speech.said_by[w] = speaker;
    b = e;
  }
}

}  // namespace

DirectSpeech find_direct_speech(const Document& doc, const Tree& tree,
                                const ReportingLexicon& reporting) {
  DirectSpeech speech;
  mark_quotes(doc, speech.quoted);
  find_speakers(doc, tree, reporting, speech);
  return speech;
}

}  // namespace selon
