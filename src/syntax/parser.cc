#include "syntax/parser.h"

#include <algorithm>
#include <mutex>
#include <span>
#include <utility>
#include <vector>

#include "knowledge/word_classes.h"
#include "syntax/contractions.h"
#include "syntax/english_trees.h"
#include "syntax/french_trees.h"
#include "syntax/lemmatizer.h"
#include "syntax/lexicon.h"
#include "syntax/model.h"
#include "syntax/network.h"
#include "syntax/topics.h"

namespace selon {
namespace {

constexpr std::size_t kBatchWords = 128;  // a batch's rows then stay in a core's second-level cache
// The arcs of a sentence cost the square of its length. A longer one is read in pieces, and each
// piece's root is hung from the first piece's.
constexpr int32_t kLongestPiece = 512;

struct Piece {
  int32_t first, end;  // words of the document
  int32_t sentence;
};

std::vector<Piece> pieces_of(const Document& document) {
  std::vector<Piece> out;
  for (std::size_t s = 0; s < document.sentences.size(); ++s) {
    const Sentence& sentence = document.sentences[s];
    for (int32_t at = sentence.first_word; at < sentence.end_word; at += kLongestPiece) {
      out.push_back({at, std::min(at + kLongestPiece, sentence.end_word), static_cast<int32_t>(s)});
    }
  }
  return out;
}

// Of each word what the network sees; the views are of the document's forms and the mask's tables.
std::vector<NameMask::Shown> shown_words(const Document& document, const NameMask* mask) {
  std::vector<std::string_view> forms;
  for (const Word& word : document.words) forms.push_back(word.form);
  std::vector<NameMask::Shown> out;
  for (const std::string_view form : forms) out.push_back({form, {}, false});
  if (mask == nullptr) return out;
  for (const Sentence& s : document.sentences) {
    const auto shown = mask->show(std::span(forms).subspan(s.first_word, s.end_word - s.first_word),
                                  lang_of(document.meta.language));
    std::copy(shown.begin(), shown.end(), out.begin() + s.first_word);
  }
  return out;
}

// Workspaces that no thread uses at the moment.
class Workspaces {
 public:
  std::unique_ptr<Network::Workspace> take() {
    const std::lock_guard lock(mutex_);
    if (free_.empty()) return std::make_unique<Network::Workspace>();
    auto out = std::move(free_.back());
    free_.pop_back();
    return out;
  }
  void give_back(std::unique_ptr<Network::Workspace> space) {
    const std::lock_guard lock(mutex_);
    free_.push_back(std::move(space));
  }

 private:
  std::mutex mutex_;
  std::vector<std::unique_ptr<Network::Workspace>> free_;
};

}  // namespace

struct Parser::Parts {
  Model model;
  Lexicon lexicon;
  Network network;
  WordClasses words;
  mutable Workspaces workspaces = {};

  Parts(Model m, Lexicon l, std::size_t treebank, WordClasses w)
      : model(std::move(m)),
        lexicon(std::move(l)),
        network(model, lexicon, treebank),
        words(std::move(w)) {}

  void write(const Piece& piece, const Prediction& prediction, int32_t sentence_root,
             Document& document) const;
  void write_lemmas(std::span<const Piece> pieces, std::span<const NameMask::Shown> shown,
                    Network::Workspace& space, std::vector<Prediction>& predictions,
                    Document& document) const;
};

Parser::Parser(std::unique_ptr<const Parts> parts) : parts_(std::move(parts)) {}
Parser::Parser(Parser&&) noexcept = default;
Parser& Parser::operator=(Parser&&) noexcept = default;
Parser::~Parser() = default;

Result<Parser> Parser::open(const ParserFiles& files) {
  auto model = Model::open(files.model);
  if (!model) return model.error();
  Lexicon lexicon;
  if (model->uses_lexicon) {
    auto read = Lexicon::open(files.lexicon);
    if (!read) return read.error();
    lexicon = std::move(*read);
  }
  std::size_t treebank = model->default_treebank;
  if (!files.treebank.empty()) {
    const auto found = std::ranges::find(model->treebanks, files.treebank);
    if (found == model->treebanks.end()) {
      std::string known;
      for (const std::string_view name : model->treebanks)
        known.append(known.empty() ? "" : ", ").append(name);
      return Error{ErrorCode::kBadArgument,
                   "no treebank \"" + files.treebank + "\"; it has " + known, files.model};
    }
    treebank = static_cast<std::size_t>(found - model->treebanks.begin());
  }
  auto words = WordClasses::open(files.data_dir, model->language);
  if (!words) return words.error();
  return Parser(
      std::make_unique<Parts>(std::move(*model), std::move(lexicon), treebank, std::move(*words)));
}

const std::string& Parser::language() const { return parts_->model.language; }

void Parser::decide_contractions(Document& document, const NameMask* mask) const {
  selon::decide_contractions(parts_->model, parts_->lexicon, mask, document);
}

void Parser::run(Document& document, const NameMask* mask) const {
  decide_contractions(document, mask);
  parse_words(document, mask);
}

void Parser::parse_words(Document& document, const NameMask* mask) const {
  const std::vector<NameMask::Shown> shown = shown_words(document, mask);
  auto space = parts_->workspaces.take();
  const std::vector<Piece> pieces = pieces_of(document);
  int32_t sentence = kNone;
  int32_t root = kNone;  // of the sentence that the last piece belongs to
  for (std::size_t begin = 0; begin < pieces.size();) {
    std::vector<Forms> batch;
    std::size_t words = 0;
    std::size_t end = begin;
    while (end < pieces.size() &&
           (batch.empty() || words + pieces[end].end - pieces[end].first <= kBatchWords)) {
      Forms& forms = batch.emplace_back();
      for (int32_t w = pieces[end].first; w < pieces[end].end; ++w) forms.push_back(shown[w].form);
      words += forms.size();
      ++end;
    }
    std::vector<Prediction> predictions = parts_->network.run(batch, *space);
    for (std::size_t k = 0; k < predictions.size(); ++k) {
      const Piece& piece = pieces[begin + k];
      if (piece.sentence != sentence) root = kNone;
      sentence = piece.sentence;
      parts_->write(piece, predictions[k], root, document);
      for (std::size_t i = 0; i < predictions[k].size() && root == kNone; ++i) {
        if (predictions[k][i].head == 0) root = piece.first + static_cast<int32_t>(i);
      }
    }
    parts_->write_lemmas(std::span(pieces).subspan(begin, end - begin), shown, *space, predictions,
                         document);
    begin = end;
  }
  parts_->workspaces.give_back(std::move(space));
  if (language() == "en") mend_english_trees(document, parts_->words);
  if (language() == "fr") mend_french_trees(document, parts_->words);
  mend_topics(document);
}

void Parser::Parts::write(const Piece& piece, const Prediction& prediction, int32_t sentence_root,
                          Document& document) const {
  for (std::size_t i = 0; i < prediction.size(); ++i) {
    const PredictedWord& from = prediction[i];
    Word& word = document.words[piece.first + static_cast<int32_t>(i)];
    word.upos = model.upos[from.upos];
    word.feats = model.feats[from.feats];
    word.morph = model.morphs[from.feats];
    word.sentence = piece.sentence;
    word.confidence = from.confidence;
    word.tag_confidence = from.tag_confidence;
    word.deprel = model.deprels[from.deprel];
    word.head = from.head == 0 ? kNone : piece.first + from.head - 1;
    if (from.head == 0 && sentence_root != kNone) {
      word.head = sentence_root;
      word.deprel = "parataxis";
    }
  }
}

// The lemmas of the pieces' words, which have their parts of speech: of a masked demonym from the
// tables, else as seen in training, else guessed.
void Parser::Parts::write_lemmas(std::span<const Piece> pieces,
                                 std::span<const NameMask::Shown> shown, Network::Workspace& space,
                                 std::vector<Prediction>& predictions, Document& document) const {
  const Lemmatizer lemmatizer(model, lexicon);
  std::vector<Network::Place> unseen;
  const auto at = [&](const Network::Place& place) {
    return static_cast<std::size_t>(pieces[place.sentence].first) + place.word;
  };
  for (std::size_t k = 0; k < pieces.size(); ++k) {
    for (std::size_t i = 0; i < predictions[k].size(); ++i) {
      Word& word = document.words[at({k, i})];
      const std::string_view lemma = shown[at({k, i})].lemma;
      if (!lemma.empty() && word.upos != Upos::kPropn) {
        word.lemma = lemma;
      } else if (auto seen = lemmatizer.seen(word.form, word.upos)) {
        word.lemma = std::move(*seen);
      } else {
        unseen.push_back({k, i});
      }
    }
  }
  network.add_scripts(unseen, space, predictions);
  for (const Network::Place& place : unseen) {
    Word& word = document.words[at(place)];
    const std::string_view script = model.scripts[predictions[place.sentence][place.word].script];
    word.lemma = lemmatizer.guess(word.form, word.upos, script);
  }
}

}  // namespace selon
