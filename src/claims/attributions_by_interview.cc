// An interview without labels: questions to "you" alternate with answers that say "I" and "we".
//
//   "Interview with Ana Moraru"
//   "Do you think that the truce will hold?"
//   "I hope so. Our neighbours have broken it before."       content of Ana Moraru
//
// Whoever is named before the first question and most often in the text answers; what precedes that
// question is the narrator's, and so are the questions. Nothing is read where turns are labelled.
#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/utf8.h"
#include "claims/attribution_context.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// Fewer questions, or fewer answers in the first person, make no interview.
constexpr int kLeastQuestions = 3, kLeastAnswers = 3;

class InterviewFinder {
 public:
  explicit InterviewFinder(AttributionContext& c) : c_(c), french_(c.doc.french()) {}

  void run() {
    for (const Block& b : c_.doc.blocks)
      if (b.kind == BlockKind::kTurn) return;
    int questions = 0, answers = 0;
    size_t first = c_.doc.sentences.size();
    for (size_t i = 0; i < c_.doc.sentences.size(); ++i) {
      const Sentence& s = c_.doc.sentences[i];
      if (!plain(s)) continue;
      if (asks(s)) {
        first = std::min(first, i);
        ++questions;
      } else {
        answers += has(s, first_person());
      }
    }
    if (questions < kLeastQuestions || answers < kLeastAnswers) return;
    const int32_t guest = guest_before(c_.doc.sentences[first].first_word);
    if (guest == kNone) return;
    WordSet run;
    for (size_t i = first; i < c_.doc.sentences.size(); ++i) {
      const Sentence& s = c_.doc.sentences[i];
      if (plain(s) && !asks(s)) {
        run.add(WordRange{s.first_word, s.end_word});
      } else if (!run.empty()) {
        answer(guest, std::move(run));
        run = WordSet();
      }
    }
    if (!run.empty()) answer(guest, std::move(run));
  }

 private:
  using Forms = std::array<std::string_view, 12>;
  const Forms& first_person() const {
    static constexpr Forms kFrench = {"je", "j'",  "j’",   "moi",   "me",  "m'",
                                      "m’", "mon", "nous", "notre", "nos", "ma"};
    static constexpr Forms kEnglish = {"i",   "me",   "my",     "we",   "us",  "our",
                                       "i'm", "i've", "myself", "ours", "i'd", "mine"};
    return french_ ? kFrench : kEnglish;
  }
  const Forms& second_person() const {
    static constexpr Forms kFrench = {"vous", "votre", "vos",   "-vous", "tu",  "-tu",
                                      "ton",  "ta",    "vôtre", "toi",   "tes", "te"};
    static constexpr Forms kEnglish = {"you",   "your",   "yours", "yourself", "you're", "you've",
                                       "you'd", "you'll", "ya",    "u",        "yer",    "thou"};
    return french_ ? kFrench : kEnglish;
  }

  // A sentence of running text, outside quotations.
  bool plain(const Sentence& s) const {
    return s.first_word < s.end_word && s.block != kNone &&
           c_.doc.blocks[s.block].kind == BlockKind::kParagraph &&
           c_.quotation_at(s.first_word) == kNone;
  }

  bool has(const Sentence& s, const Forms& forms) const {
    for (int32_t w = s.first_word; w < s.end_word; ++w)
      if (c_.quotation_at(w) == kNone && among(lower(c_.word(w).form), forms)) return true;
    return false;
  }

  // A question to "you" in which nobody says "I": "Don't you think that …?", "How do you see it."
  bool asks(const Sentence& s) const {
    if (!has(s, second_person()) || has(s, first_person())) return false;
    for (int32_t w = s.end_word - 1; w >= s.first_word && w > s.end_word - 3; --w)
      if (c_.is_form(w, "?")) return true;
    static constexpr std::array<std::string_view, 22> kOpens = {
        "how",      "what",      "why",    "who", "where", "when",    "which", "do",
        "does",     "did",       "are",    "is",  "have",  "comment", "quel",  "quelle",
        "pourquoi", "qu'est-ce", "est-ce", "que", "où",    "qu'"};
    const std::string& opening = lower(c_.word(s.first_word).form);
    return among(std::string_view(opening), kOpens) && c_.is_form(s.end_word - 1, ".") &&
           subject_behind(s);
  }

  // "How do you approach it": an auxiliary or verb stands before "you".
  bool subject_behind(const Sentence& s) const {
    for (int32_t w = s.first_word + 1; w < s.end_word && w < s.first_word + 5; ++w)
      if (among(lower(c_.word(w).form), second_person()))
        return c_.word(w - 1).upos == Upos::kAux || c_.word(w).form.starts_with('-');
    return false;
  }

  // The person who is named before the first question and oftenest in all; the first of equals.
  int32_t guest_before(int32_t question) const {
    std::vector<int> named(c_.doc.entities.size(), 0);
    std::vector<int32_t> introduced;
    for (size_t m = 0; m < c_.doc.mentions.size(); ++m) {
      const Mention& it = c_.doc.mentions[m];
      const int32_t e = resolve(c_.doc, static_cast<int32_t>(m));
      if (e == kNone || it.form != MentionForm::kName ||
          c_.doc.entities[e].kind != EntityKind::kPerson)
        continue;
      ++named[e];
      if (it.first_word < question) introduced.push_back(e);
    }
    int32_t best = kNone;
    for (int32_t e : introduced)
      if (best == kNone || named[e] > named[best]) best = e;
    return best;
  }

  void answer(int32_t guest, WordSet words) {
    const Entity& e = c_.doc.entities[guest];
    Draft d;
    d.source.entity = guest;
    d.source.name = e.name;
    d.source.kind = voice_kind(e);
    d.source_is_cue = true;
    d.content = std::move(words);
    d.report = Report::kDirect;
    d.rule = "turn";
    c_.drafts.push_back(std::move(d));
  }

  AttributionContext& c_;
  bool french_;
};

}  // namespace

void find_interview_attributions(AttributionContext& c) { InterviewFinder(c).run(); }

}  // namespace selon
