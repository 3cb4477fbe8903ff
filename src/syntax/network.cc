#include "syntax/network.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>
#include <functional>

#include "syntax/features.h"
#include "syntax/spanning_tree.h"

namespace selon {

namespace {

// out[row] = layer(in[row]) for every row.
void apply(const Kernels& k, const ByteMatrix& layer, const ByteRows& in, bool relu,
           AlignedFloats& out) {
  out.ensure(in.row_count() * layer.padded_columns());
  k.byte_product(in.with(layer), relu, out.data(), layer.padded_columns());
}

// The scores of a word's arcs: one for the root and each word, and what fills up the lanes.
std::size_t arcs_stride(std::size_t words) { return (words + 1 + kLanes - 1) / kLanes * kLanes; }

constexpr std::size_t kAttendedTogether = 64;  // words, unless one sentence is longer

// The rows of words that were looked up lately: in a text, most words come again.
class RecentRows {
 public:
  // The form's row; or nullptr, and where to put it, which is nullptr for forms too long to keep.
  const float* find(std::string_view form, std::size_t width, float*& put) {
    put = nullptr;
    if (form.size() > kLongest) return nullptr;
    if (keys_.empty()) {
      keys_.resize(kSlots);
      rows_.ensure(kSlots * width);
    }
    const std::size_t slot = std::hash<std::string_view>()(form) % kSlots;
    Key& key = keys_[slot];
    float* row = rows_.data() + slot * width;
    if (std::string_view(key.text.data(), key.size) == form) return row;
    key.size = static_cast<std::uint8_t>(form.size());
    std::ranges::copy(form, key.text.begin());
    put = row;
    return nullptr;
  }

 private:
  static constexpr std::size_t kSlots = 8192, kLongest = 31;
  struct Key {
    std::uint8_t size = 0;  // no form is empty
    std::array<char, kLongest> text;
  };
  std::vector<Key> keys_;
  AlignedFloats rows_;
};

}  // namespace

// The words of a batch as rows of one matrix: a row of nobody, then each sentence with a row of
// nobody behind it, which the layers see as zeroes: none sees across a sentence's ends.
struct Network::Workspace::Batch {
  std::vector<ByteRows::Block> sentences;  // each one's rows
  std::size_t rows = 0;                    // the rows of nobody included
  AlignedFloats x, next;                   // rows × width
  ByteRows bytes;                          // of what the next product takes
  AlignedFloats tags, feats;               // rows × scores, padded
  // What the choices were made from, kept for mend().
  AlignedFloats arcs;                // each sentence's words × (words + 1, padded) scores
  std::vector<std::size_t> arcs_at;  // where each sentence's begin
  AlignedFloats label_heads, label_dependents;  // rows × label
  AlignedFloats label_of_head, label_alone;     // rows × relations, padded
  // Of one step, kept for the memory.
  AlignedFloats scores, heads, dependents, asked, bias, none, relations;
  ByteRows rounded;
  TurnedColumns turned;
  RecentRows recent;

  void round(const Kernels& k, std::size_t width) {
    bytes.round(k, x.data(), rows, width, sentences);
  }
};

Network::Workspace::Workspace() : batch_(std::make_unique<Batch>()) {}
Network::Workspace::Workspace(Workspace&&) noexcept = default;
Network::Workspace& Network::Workspace::operator=(Workspace&&) noexcept = default;
Network::Workspace::~Workspace() = default;

namespace {

// Adds the bias of each distance from `place` to row[0 … count).
void add_distances(const float* biases, std::size_t place, std::size_t count, float* row) {
  constexpr std::size_t kFar = Model::kFarthest;
  const std::size_t first = place > kFar ? place - kFar : 0;
  const std::size_t end = std::min(count, place + kFar + 1);
  for (std::size_t i = 0; i < first; ++i) row[i] += biases[0];
  for (std::size_t i = first; i < end; ++i) row[i] += biases[i + kFar - place];
  for (std::size_t i = end; i < count; ++i) row[i] += biases[Model::kDistances - 1];
}

}  // namespace

// Each head's biases of the distances between a word and those around it, from the farthest behind
// to the farthest ahead: what a sentence's first word takes; each further word's begin one earlier.
class Network::DistanceRows {
 public:
  DistanceRows(const Model::Attention& attention, std::size_t heads,
               std::span<const ByteRows::Block> sentences, AlignedFloats& memory)
      : rows_(memory) {
    for (const ByteRows::Block& sentence : sentences) longest_ = std::max(longest_, sentence.count);
    width_ = 2 * longest_ + kPanel;
    rows_.ensure(heads * width_);
    std::fill_n(rows_.data(), heads * width_, 0.0f);
    for (std::size_t head = 0; head < heads; ++head)
      add_distances(attention.distance.data() + head * Model::kDistances, longest_, 2 * longest_,
                    rows_.data() + head * width_);
  }
  const float* first(std::size_t head) const { return rows_.data() + head * width_ + longest_; }

 private:
  AlignedFloats& rows_;
  std::size_t longest_ = 0, width_ = 0;
};

std::vector<Prediction> Network::run(const std::vector<Forms>& sentences, Workspace& space) const {
  std::vector<Prediction> out;
  Batch& batch = *space.batch_;
  batch.sentences.clear();
  batch.rows = 1;
  for (const Forms& forms : sentences) {
    assert(!forms.empty());
    batch.sentences.push_back({batch.rows, forms.size()});
    batch.rows += forms.size() + 1;
    out.emplace_back(forms.size());
  }
  if (sentences.empty()) return out;
  batch.x.ensure(batch.rows * model_.width);
  batch.next.ensure(batch.rows * model_.width);
  embed(sentences, batch);
  encode(batch);
  batch.round(kernels_, model_.width);
  tag(batch, out);
  attach(batch, out);
  name_arcs(batch, out);
  mend(batch, out);
  for (Prediction& sentence : out) {
    for (PredictedWord& word : sentence) word.confidence = heads_.odds.of(word.confidence);
  }
  return out;
}

void Network::embed(const std::vector<Forms>& sentences, Batch& batch) const {
  const std::size_t width = model_.width;
  Lexicon::Entry entry;
  WordFeatures features;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t i = 0; i < sentences[s].size(); ++i) {
      const std::string_view form = sentences[s][i];
      float* row = batch.x.data() + (batch.sentences[s].first + i) * width;
      float* put = nullptr;
      if (const float* seen = batch.recent.find(form, width, put)) {
        std::copy_n(seen, width, row);
        continue;
      }
      lexicon_.lookup(form, entry);
      features.compute(form, entry.lexicon_class);
      std::copy_n(model_.treebank_rows.data() + treebank_ * width, width, row);
      for (std::size_t k = 0; k < kFeatureCount; ++k) {
        const Model::Table& table = model_.tables[k];
        const std::uint32_t key = table.keys.find(features.values()[k]);
        const std::size_t at = key == StringTable::kMissing ? 0 : key + 1;
        kernels_.add_scaled(table.rows.data() + at * width, table.scale[at], row, width);
      }
      for (std::size_t c = 0; c < width; ++c) row[c] = std::max(row[c], 0.0f);
      kernels_.layer_norm(row, 1, width, model_.input_norm.scale.data(),
                          model_.input_norm.shift.data());
      if (put != nullptr) std::copy_n(row, width, put);
    }
  }
}

void Network::encode(Batch& batch) const {
  const std::size_t width = model_.width;
  const std::size_t inner = batch.rows - 2;  // all but the outermost rows of nobody
  for (const Model::Layer& layer : model_.layers) {
    batch.round(kernels_, width);
    kernels_.gated_product(batch.bytes.windows(layer.values), batch.bytes.inner(layer.gates),
                           batch.x.data() + width, batch.next.data() + width, width);
    kernels_.layer_norm(batch.next.data() + width, inner, width, layer.norm.scale.data(),
                        layer.norm.shift.data());
    std::swap(batch.x, batch.next);
    if (layer.attention) attend(*layer.attention, batch);
  }
}

void Network::attend(const Model::Attention& attention, Batch& batch) const {
  const std::size_t width = model_.width;
  const std::size_t stride = attention.inward.padded_columns();
  const std::vector<ByteRows::Block>& sentences = batch.sentences;
  batch.round(kernels_, width);
  const DistanceRows distances(attention, model_.attention_heads, sentences, batch.bias);
  for (std::size_t s = 0; s < sentences.size();) {
    // As many sentences at a time as what they ask, offer and tell stays in the nearer caches.
    const std::size_t first = sentences[s].first;
    std::size_t end = s, count = 0;
    do {
      count = sentences[end].first + sentences[end].count - first;
      ++end;
    } while (end < sentences.size() && count + sentences[end].count < kAttendedTogether);
    batch.heads.ensure(count * stride);
    kernels_.byte_product(batch.bytes.with(attention.inward, first, count), false,
                          batch.heads.data(), stride);
    for (; s < end; ++s)
      attend(distances, batch.heads.data() + (sentences[s].first - first) * stride, stride,
             sentences[s], batch);
  }
  batch.bytes.round(kernels_, batch.next.data(), batch.rows, width, width);
  AlignedFloats& added = batch.scores;
  apply(kernels_, attention.outward, batch.bytes, false, added);
  for (std::size_t i = 0; i < batch.rows * width; ++i) batch.x.data()[i] += added.data()[i];
}

// One sentence, given what each of its words asks, offers and tells, side by side; into batch.next.
void Network::attend(const DistanceRows& distances, const float* rows, std::size_t stride,
                     const ByteRows::Block& sentence, Batch& batch) const {
  const std::size_t n = sentence.count, width = model_.width;
  const std::size_t side = width / model_.attention_heads;
  batch.none.ensure(std::max(side, kPanel));
  for (std::size_t head = 0; head < model_.attention_heads; ++head) {
    const float* asks = rows + head * side;
    const FloatPanels offers = batch.turned.turn(asks + width, n, side, stride);
    const FloatPanels tells{asks + 2 * width, stride, kPanel, side, n};
    const std::size_t columns = offers.row_width();
    batch.scores.ensure(n * columns);
    kernels_.float_product({asks, n, stride, offers, distances.first(head), -1},
                           batch.scores.data(), columns);
    for (std::size_t i = 0; i < n; ++i) {
      float* row = batch.scores.data() + i * columns;
      std::fill(row + n, row + columns, kNoScore);
      kernels_.softmax(row, columns);
    }
    kernels_.float_product({batch.scores.data(), n, columns, tells, batch.none.data()},
                           batch.next.data() + sentence.first * width + head * side, width);
  }
}

// The scores of tags and features; name_arcs() chooses among them.
void Network::tag(Batch& batch, std::vector<Prediction>& out) const {
  apply(kernels_, heads_.feats, batch.bytes, false, batch.feats);
  apply(kernels_, heads_.upos, batch.bytes, false, batch.tags);
  const std::size_t stride = heads_.upos.padded_columns();
  for (std::size_t s = 0; s < out.size(); ++s) {
    const float* row = batch.tags.data() + batch.sentences[s].first * stride;
    for (PredictedWord& word : out[s]) {
      word.upos = static_cast<std::uint16_t>(kernels_.place_of_largest(row, stride));
      row += stride;
    }
  }
}

void Network::add_scripts(std::span<const Place> asked, Workspace& space,
                          std::vector<Prediction>& out) const {
  if (asked.empty()) return;
  Batch& batch = *space.batch_;
  assert(out.size() == batch.sentences.size());  // what the last run in this space returned
  std::vector<std::size_t> rows;
  for (const Place& place : asked)
    rows.push_back(batch.sentences[place.sentence].first + place.word);
  batch.rounded.pick(batch.bytes, rows);
  apply(kernels_, model_.script_head, batch.rounded, false, batch.scores);
  const std::size_t stride = model_.script_head.padded_columns();
  for (std::size_t k = 0; k < asked.size(); ++k) {
    out[asked[k].sentence][asked[k].word].script = static_cast<std::uint16_t>(
        kernels_.place_of_largest(batch.scores.data() + k * stride, stride));
  }
}

void Network::attach(Batch& batch, std::vector<Prediction>& out) const {
  const std::size_t arc = model_.arc;
  apply(kernels_, heads_.arc_head, batch.bytes, true, batch.heads);
  apply(kernels_, heads_.arc_dependent, batch.bytes, true, batch.dependents);
  batch.rounded.round(kernels_, batch.dependents.data(), batch.rows, arc, arc);
  apply(kernels_, heads_.arc_matrix, batch.rounded, false, batch.asked);
  batch.arcs_at.clear();
  std::size_t all = 0;
  for (const Prediction& sentence : out) {
    batch.arcs_at.push_back(all);
    all += sentence.size() * arcs_stride(sentence.size());
  }
  batch.arcs.ensure(all);
  for (std::size_t s = 0; s < out.size(); ++s) {
    const std::size_t n = out[s].size();
    // The root takes the row of nobody before the sentence.
    float* candidates = batch.heads.data() + (batch.sentences[s].first - 1) * arc;
    std::ranges::copy(heads_.root_arc_head, candidates);
    const FloatPanels offers = batch.turned.turn(candidates, n + 1, arc, arc);
    const std::size_t stride = arcs_stride(n);
    batch.bias.ensure(stride);
    std::fill_n(batch.bias.data(), n + 1, 0.0f);
    std::fill(batch.bias.data() + n + 1, batch.bias.data() + stride, kNoScore);
    kernels_.add_dots(candidates, n + 1, heads_.arc_bias.data(), arc, batch.bias.data());
    float* scores = batch.arcs.data() + batch.arcs_at[s];
    kernels_.float_product(
        {batch.asked.data() + batch.sentences[s].first * arc, n, arc, offers, batch.bias.data()},
        scores, stride);
    std::vector<int> chosen(n + 1, 0);
    for (std::size_t d = 1; d <= n; ++d) {
      float* row = scores + (d - 1) * stride;
      row[0] += heads_.root_distance;
      add_distances(heads_.distance.data(), d - 1, n, row + 1);
      row[d] = kNoScore;  // no word is its own head
      chosen[d] = static_cast<int>(kernels_.place_of_largest(row, stride));
    }
    if (!is_tree(chosen)) {
      ArcScores table(n);
      for (std::size_t d = 1; d <= n; ++d) {
        const float* row = scores + (d - 1) * stride;
        for (std::size_t h = 0; h <= n; ++h) {
          if (h != d) table.at(d, h) = std::clamp(row[h], -1e5f, 1e5f);
        }
      }
      chosen = best_tree(table);
    }
    for (std::size_t d = 1; d <= n; ++d) {
      const auto head = static_cast<std::size_t>(chosen[d]);
      out[s][d - 1].head = chosen[d];
      out[s][d - 1].confidence =
          kernels_.probability(scores + (d - 1) * stride, stride, head, heads_.temperatures.arc);
    }
  }
}

// The scores of all relations between each dependent and its head, given as pairs of rows.
const float* Network::score_relations(std::span<const std::pair<std::size_t, std::size_t>> pairs,
                                      Batch& batch) const {
  const std::size_t label = model_.label, stride = heads_.label_pair.padded_columns();
  batch.dependents.ensure(pairs.size() * label);
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const float* dependent = batch.label_dependents.data() + pairs[k].first * label;
    const float* head = batch.label_heads.data() + pairs[k].second * label;
    float* both = batch.dependents.data() + k * label;
    for (std::size_t i = 0; i < label; ++i) both[i] = dependent[i] * head[i];
  }
  batch.rounded.round(kernels_, batch.dependents.data(), pairs.size(), label, label);
  apply(kernels_, heads_.label_pair, batch.rounded, false, batch.relations);
  for (std::size_t k = 0; k < pairs.size(); ++k) {
    const float* alone = batch.label_alone.data() + pairs[k].first * stride;
    const float* of_head = batch.label_of_head.data() + pairs[k].second * stride;
    float* scores = batch.relations.data() + k * stride;
    for (std::size_t i = 0; i < stride; ++i) scores[i] += alone[i] + of_head[i];
    scores[model_.root_deprel] = kNoScore;  // only the root's word is "root"
  }
  return batch.relations.data();
}

// Chooses the tag, the features and the relation of the word in this row that go best together,
// given the scores of its relations; without them its relation stays.
void Network::choose_together(std::size_t row, const float* relations, Batch& batch,
                              PredictedWord& word) const {
  const std::size_t tag_stride = heads_.upos.padded_columns();
  const std::size_t relation_stride = heads_.label_alone.padded_columns();
  const std::size_t feats_stride = heads_.feats.padded_columns();
  const float* tags = batch.tags.data() + row * tag_stride;
  const float* feats = batch.feats.data() + row * feats_stride;
  const auto with_relation = [&](std::size_t tag) {
    return heads_.tag_relation.data() + tag * relation_stride;
  };
  const auto with_feats = [&](std::size_t tag) {
    return heads_.tag_feats.data() + tag * feats_stride;
  };
  const auto score = [&](std::size_t tag) {
    const float of_relation =
        relations == nullptr ? with_relation(tag)[word.deprel]
                             : kernels_.largest_sum(relations, with_relation(tag), relation_stride);
    return tags[tag] + of_relation + kernels_.largest_sum(feats, with_feats(tag), feats_stride);
  };
  // Most tags are too unlikely to win, however well they would go with the rest.
  const float others =
      feats[kernels_.place_of_largest(feats, feats_stride)] +
      (relations == nullptr ? 0 : relations[kernels_.place_of_largest(relations, relation_stride)]);
  float best = score(word.upos);
  for (std::size_t tag = 0; tag < model_.upos.size(); ++tag) {
    if (tags[tag] + heads_.tag_gain[tag] + others <= best) continue;
    if (const float s = score(tag); s > best) {
      best = s;
      word.upos = static_cast<std::uint16_t>(tag);
    }
  }
  word.tag_confidence = kernels_.probability(tags, tag_stride, word.upos, heads_.temperatures.tag);
  word.feats = static_cast<std::uint16_t>(
      kernels_.place_of_largest_sum(feats, with_feats(word.upos), feats_stride));
  if (relations == nullptr) return;
  word.deprel = static_cast<std::uint16_t>(
      kernels_.place_of_largest_sum(relations, with_relation(word.upos), relation_stride));
  word.confidence *=
      kernels_.probability(relations, relation_stride, word.deprel, heads_.temperatures.label);
}

void Network::name_arcs(Batch& batch, std::vector<Prediction>& out) const {
  const std::size_t label = model_.label;
  apply(kernels_, heads_.label_head, batch.bytes, true, batch.label_heads);
  apply(kernels_, heads_.label_dependent, batch.bytes, true, batch.label_dependents);
  // What needs no scores: the root, and punctuation, which has one relation in all treebanks.
  std::vector<std::pair<std::size_t, std::size_t>> asked;  // rows of the dependent and of its head
  std::vector<PredictedWord*> asked_word;
  for (std::size_t s = 0; s < out.size(); ++s) {
    const std::size_t first = batch.sentences[s].first;
    std::ranges::copy(heads_.root_label_head, batch.label_heads.data() + (first - 1) * label);
    for (std::size_t i = 0; i < out[s].size(); ++i) {
      PredictedWord& word = out[s][i];
      const bool punct = model_.upos[word.upos] == Upos::kPunct && model_.punct_deprel;
      if (word.head == 0 || punct) {
        word.deprel =
            word.head == 0 ? static_cast<std::uint16_t>(model_.root_deprel) : *model_.punct_deprel;
        choose_together(first + i, nullptr, batch, word);
      } else {
        asked.emplace_back(first + i, first - 1 + static_cast<std::size_t>(word.head));
        asked_word.push_back(&word);
      }
    }
  }
  batch.rounded.round(kernels_, batch.label_heads.data(), batch.rows, label, label);
  apply(kernels_, heads_.label_of_head, batch.rounded, false, batch.label_of_head);
  batch.rounded.round(kernels_, batch.label_dependents.data(), batch.rows, label, label);
  apply(kernels_, heads_.label_alone, batch.rounded, false, batch.label_alone);
  const std::size_t stride = heads_.label_pair.padded_columns();
  const float* relations = score_relations(asked, batch);
  for (std::size_t k = 0; k < asked.size(); ++k)
    choose_together(asked[k].first, relations + k * stride, batch, *asked_word[k]);
}

// Changes the trees that break a rule of grammar (tree_repair.h); most sentences break none.
void Network::mend(Batch& batch, std::vector<Prediction>& out) const {
  const std::size_t relations = model_.deprels.size();
  const std::size_t label_stride = heads_.label_pair.padded_columns();
  const auto log_softmax = [](const float* scores, std::size_t count, std::vector<float>& to) {
    const float best = *std::max_element(scores, scores + count);
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += std::exp(scores[i] - best);
    const float shift = best + std::log(sum);
    to.resize(count);
    for (std::size_t i = 0; i < count; ++i) to[i] = scores[i] - shift;
  };
  std::vector<float> arc_row, label_row;
  for (std::size_t s = 0; s < out.size(); ++s) {
    const std::size_t n = out[s].size();
    RepairTree tree{std::vector<int>(n + 1, 0), std::vector<std::uint16_t>(n + 1, 0)};
    for (std::size_t d = 1; d <= n; ++d) {
      tree.heads[d] = out[s][d - 1].head;
      tree.relations[d] = out[s][d - 1].deprel;
    }
    if (price_of(tree, roles_) == 0) continue;
    const std::size_t arc_stride = arcs_stride(n);
    const float* arcs = batch.arcs.data() + batch.arcs_at[s];
    const auto raw_relations = [&](std::size_t d, std::size_t h) {
      const std::size_t root = batch.sentences[s].first - 1;
      const std::pair pair(root + d, root + h);
      return score_relations({&pair, 1}, batch);
    };
    const RepairScores scores{[&](std::size_t d) {
                                log_softmax(arcs + (d - 1) * arc_stride, n + 1, arc_row);
                                return static_cast<const float*>(arc_row.data());
                              },
                              [&](std::size_t d, std::size_t h) {
                                log_softmax(raw_relations(d, h), relations, label_row);
                                return static_cast<const float*>(label_row.data());
                              }};
    const RepairTree before = tree;
    if (!repair(tree, roles_, scores)) continue;
    for (std::size_t d = 1; d <= n; ++d) {
      if (tree.heads[d] == before.heads[d] && tree.relations[d] == before.relations[d]) continue;
      PredictedWord& word = out[s][d - 1];
      word.head = tree.heads[d];
      word.deprel = tree.relations[d];
      const auto head = static_cast<std::size_t>(word.head);
      word.confidence = kernels_.probability(arcs + (d - 1) * arc_stride, arc_stride, head,
                                             heads_.temperatures.arc) *
                        kernels_.probability(raw_relations(d, head), label_stride, word.deprel,
                                             heads_.temperatures.label);
    }
  }
}

}  // namespace selon
