#include "syntax/network.h"

#include <algorithm>
#include <array>
#include <cassert>
#include <cmath>
#include <cstring>

#include "syntax/features.h"
#include "syntax/spanning_tree.h"

namespace selon {

// The words of a batch as rows of one matrix: a row of zeroes, then each sentence with a row of
// zeroes behind it, so that no layer sees across a sentence's ends.
struct Network::Batch {
  std::vector<std::size_t> first;   // row of each sentence's first word
  std::vector<std::size_t> length;  // words of each sentence
  std::size_t rows = 0;             // the rows of zeroes included
  AlignedFloats x, next;            // rows × width
  // What the choices were made from, kept for mend().
  std::vector<std::vector<float>> arcs;         // each sentence's words × (words + 1) scores
  AlignedFloats label_heads, label_dependents;  // rows × label
  AlignedFloats label_alone;                    // rows × relations, padded

  void clear_between(std::size_t width) {
    std::memset(x.data(), 0, width * sizeof(float));
    for (std::size_t s = 0; s < first.size(); ++s) {
      std::memset(x.data() + (first[s] + length[s]) * width, 0, width * sizeof(float));
    }
  }
};

namespace {

constexpr std::size_t kLabelRows = 48;  // words whose relations are scored together

std::size_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

constexpr std::size_t kSideBuckets = 16;  // of distances on one side

// As in train/network.py: twice the binary logarithm of the distance, then the side.
std::size_t distance_bucket(std::size_t dependent, std::size_t head) {
  static const auto buckets = [] {
    std::array<std::uint8_t, 256> out{};
    for (std::size_t far = 0; far < out.size(); ++far) {
      const auto bucket = static_cast<std::size_t>(std::log2(static_cast<float>(far) + 1) * 2);
      out[far] = static_cast<std::uint8_t>(std::min(bucket, kSideBuckets - 1));
    }
    return out;
  }();
  if (head == 0) return 2 * kSideBuckets;
  const std::size_t far = head > dependent ? head - dependent : dependent - head;
  return buckets[std::min(far, buckets.size() - 1)] + (head > dependent ? kSideBuckets : 0);
}

// The probability of what has the score `chosen` among all `scores`.
float share(const float* scores, std::size_t count, float chosen, float temperature) {
  float sum = 0;
  for (std::size_t i = 0; i < count; ++i) sum += std::exp((scores[i] - chosen) / temperature);
  return 1 / sum;
}

}  // namespace

std::vector<Prediction> Network::run(const std::vector<Forms>& sentences) const {
  std::vector<Prediction> out;
  Batch batch;
  batch.rows = 1;
  for (const Forms& forms : sentences) {
    assert(!forms.empty());
    batch.first.push_back(batch.rows);
    batch.length.push_back(forms.size());
    batch.rows += forms.size() + 1;
    out.emplace_back(forms.size());
  }
  if (sentences.empty()) return out;
  batch.x.ensure(batch.rows * model_.width);
  batch.next.ensure(batch.rows * model_.width);
  embed(sentences, batch);
  encode(batch);
  tag(batch, out);
  attach(batch, out);
  name_arcs(batch, out);
  mend(batch, out);
  return out;
}

void Network::embed(const std::vector<Forms>& sentences, Batch& batch) const {
  const std::size_t width = model_.width;
  Lexicon::Entry entry;
  WordFeatures features;
  for (std::size_t s = 0; s < sentences.size(); ++s) {
    for (std::size_t i = 0; i < sentences[s].size(); ++i) {
      const std::string_view form = sentences[s][i];
      lexicon_.lookup(form, entry);
      features.compute(form, entry.lexicon_class);
      float* row = batch.x.data() + (batch.first[s] + i) * width;
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
    }
  }
}

void Network::encode(Batch& batch) const {
  const std::size_t width = model_.width;
  const std::size_t inner = batch.rows - 2;  // all but the outermost rows of zeroes
  for (const Model::Layer& layer : model_.layers) {
    // The three rows that a word sees lie side by side: one product of depth 3 × width.
    kernels_.gated_product(batch.x.data(), inner, width, layer.gated.weights.data.data(),
                           layer.gated.weights.panels(), layer.gated.weights.depth,
                           layer.gated.bias.data(), batch.x.data() + width,
                           batch.next.data() + width, width);
    kernels_.layer_norm(batch.next.data() + width, inner, width, layer.norm.scale.data(),
                        layer.norm.shift.data());
    std::swap(batch.x, batch.next);
    batch.clear_between(width);
    if (layer.attention) attend(*layer.attention, batch);
  }
}

namespace {

// out[row] = layer(x[row]) for every row.
AlignedFloats apply(const Kernels& k, const Model::Dense& layer, const float* x, std::size_t rows,
                    bool relu) {
  AlignedFloats out(rows * layer.weights.padded_columns());
  k.product(x, rows, layer.weights.depth, layer.weights.data.data(), layer.weights.panels(),
            layer.weights.depth, layer.bias.data(), relu, out.data(),
            layer.weights.padded_columns());
  return out;
}

}  // namespace

void Network::attend(const Model::Attention& attention, Batch& batch) const {
  const std::size_t width = model_.width;
  const std::size_t side = width / model_.heads;
  const std::size_t stride = attention.inward.weights.padded_columns();
  const AlignedFloats rows = apply(kernels_, attention.inward, batch.x.data(), batch.rows, false);
  AlignedFloats scores, none, turned;
  PackedMatrix offered, told;
  for (std::size_t s = 0; s < batch.first.size(); ++s) {
    const std::size_t n = batch.length[s];
    for (std::size_t head = 0; head < model_.heads; ++head) {
      const float* asks = rows.data() + batch.first[s] * stride + head * side;
      const float* offers = asks + width;
      const float* tells = offers + width;
      const float* bias = attention.distance.data() + head * 2 * kSideBuckets;
      offered.pack(offers, n, side, stride);
      const std::size_t columns = offered.padded_columns();
      none.ensure(std::max(columns, side));
      std::memset(none.data(), 0, std::max(columns, side) * sizeof(float));
      scores.ensure(n * columns);
      kernels_.product(asks, n, stride, offered.data.data(), offered.panels(), side, none.data(),
                       false, scores.data(), columns);
      turned.ensure(side * n);
      for (std::size_t i = 0; i < n; ++i) {
        float* row = scores.data() + i * columns;
        for (std::size_t k = 0; k < n; ++k) row[k] += bias[distance_bucket(i + 1, k + 1)];
        std::fill(row + n, row + columns, -1e9f);
        kernels_.softmax(row, columns);
        for (std::size_t c = 0; c < side; ++c) turned.data()[c * n + i] = tells[i * stride + c];
      }
      told.pack(turned.data(), side, n, n);
      kernels_.product(scores.data(), n, columns, told.data.data(), told.panels(), n, none.data(),
                       false, batch.next.data() + batch.first[s] * width + head * side, width);
    }
  }
  const AlignedFloats added =
      apply(kernels_, attention.outward, batch.next.data(), batch.rows, false);
  for (std::size_t i = 0; i < batch.rows * width; ++i) batch.x.data()[i] += added.data()[i];
  batch.clear_between(width);
}

void Network::tag(const Batch& batch, std::vector<Prediction>& out) const {
  const auto choose = [&](const Model::Dense& head, std::uint16_t PredictedWord::*field) {
    const std::size_t stride = head.weights.padded_columns();
    AlignedFloats scores = apply(kernels_, head, batch.x.data(), batch.rows, false);
    for (std::size_t s = 0; s < out.size(); ++s) {
      for (std::size_t i = 0; i < out[s].size(); ++i) {
        const float* row = scores.data() + (batch.first[s] + i) * stride;
        out[s][i].*field = static_cast<std::uint16_t>(best_of(row, head.outputs()));
      }
    }
    return scores;
  };
  choose(model_.feats_head, &PredictedWord::feats);
  choose(model_.script_head, &PredictedWord::script);
  const AlignedFloats scores = choose(model_.upos_head, &PredictedWord::upos);
  const std::size_t tags = model_.upos_head.outputs();
  for (std::size_t s = 0; s < out.size(); ++s) {
    for (std::size_t i = 0; i < out[s].size(); ++i) {
      const float* row =
          scores.data() + (batch.first[s] + i) * model_.upos_head.weights.padded_columns();
      PredictedWord& word = out[s][i];
      word.tag_confidence = share(row, tags, row[word.upos], model_.temperatures.tag);
    }
  }
}

void Network::attach(Batch& batch, std::vector<Prediction>& out) const {
  const std::size_t arc = model_.arc;
  AlignedFloats heads = apply(kernels_, model_.arc_head, batch.x.data(), batch.rows, true);
  const AlignedFloats dependents =
      apply(kernels_, model_.arc_dependent, batch.x.data(), batch.rows, true);
  const AlignedFloats asked =
      apply(kernels_, model_.arc_matrix, dependents.data(), batch.rows, false);
  PackedMatrix candidates;
  AlignedFloats bias, scores;
  for (std::size_t s = 0; s < out.size(); ++s) {
    const std::size_t n = out[s].size();
    // The root takes the row of zeroes before the sentence.
    float* candidate_rows = heads.data() + (batch.first[s] - 1) * arc;
    std::ranges::copy(model_.root_arc_head, candidate_rows);
    candidates.pack(candidate_rows, n + 1, arc, arc);
    const std::size_t stride = candidates.padded_columns();
    bias.ensure(stride);
    for (std::size_t h = 0; h <= n; ++h) {
      bias.data()[h] = kernels_.dot(candidate_rows + h * arc, model_.arc_bias.data(), arc);
    }
    scores.ensure(n * stride);
    kernels_.product(asked.data() + batch.first[s] * arc, n, arc, candidates.data.data(),
                     candidates.panels(), arc, bias.data(), false, scores.data(), stride);
    std::vector<int> chosen(n + 1, 0);
    std::vector<float>& kept = batch.arcs.emplace_back();
    kept.reserve(n * (n + 1));
    for (std::size_t d = 1; d <= n; ++d) {
      float* row = scores.data() + (d - 1) * stride;
      for (std::size_t h = 0; h <= n; ++h) row[h] += model_.distance[distance_bucket(d, h)];
      row[d] = -1e9f;  // no word is its own head
      kept.insert(kept.end(), row, row + n + 1);
      chosen[d] = static_cast<int>(best_of(row, n + 1));
    }
    if (!is_tree(chosen)) {
      ArcScores table(n);
      for (std::size_t d = 1; d <= n; ++d) {
        const float* row = scores.data() + (d - 1) * stride;
        for (std::size_t h = 0; h <= n; ++h) {
          if (h != d) table.at(d, h) = std::clamp(row[h], -1e5f, 1e5f);
        }
      }
      chosen = best_tree(table);
    }
    for (std::size_t d = 1; d <= n; ++d) {
      const float* row = scores.data() + (d - 1) * stride;
      out[s][d - 1].head = chosen[d];
      out[s][d - 1].confidence = share(row, n + 1, row[chosen[d]], model_.temperatures.arc);
    }
  }
}

void Network::name_arcs(Batch& batch, std::vector<Prediction>& out) const {
  const std::size_t label = model_.label;
  const std::size_t relations = model_.deprels.size();
  batch.label_heads = apply(kernels_, model_.label_head, batch.x.data(), batch.rows, true);
  batch.label_dependents =
      apply(kernels_, model_.label_dependent, batch.x.data(), batch.rows, true);
  AlignedFloats& heads = batch.label_heads;
  const AlignedFloats& dependents = batch.label_dependents;
  AlignedFloats scores = apply(kernels_, model_.label_alone, dependents.data(), batch.rows, false);
  batch.label_alone = apply(kernels_, model_.label_alone, dependents.data(), batch.rows, false);
  const std::size_t stride = model_.label_alone.weights.padded_columns();
  std::vector<std::size_t> head_row(batch.rows, 0);
  for (std::size_t s = 0; s < out.size(); ++s) {
    std::ranges::copy(model_.root_label_head, heads.data() + (batch.first[s] - 1) * label);
    for (std::size_t i = 0; i < out[s].size(); ++i) {
      head_row[batch.first[s] + i] = batch.first[s] - 1 + static_cast<std::size_t>(out[s][i].head);
    }
  }
  const std::size_t panels = label / kPanel;
  AlignedFloats asked(kLabelRows * label);
  for (std::size_t row = 0; row < batch.rows; row += kLabelRows) {
    const std::size_t count = std::min(kLabelRows, batch.rows - row);
    for (std::size_t r = 0; r < relations; ++r) {
      kernels_.product(dependents.data() + row * label, count, label,
                       model_.label_pairs.weights.data.data() + r * label * label, panels, label,
                       model_.label_pairs.bias.data() + r * label, false, asked.data(), label);
      for (std::size_t k = 0; k < count; ++k) {
        scores.data()[(row + k) * stride + r] +=
            kernels_.dot(asked.data() + k * label, heads.data() + head_row[row + k] * label, label);
      }
    }
  }
  for (std::size_t s = 0; s < out.size(); ++s) {
    for (std::size_t i = 0; i < out[s].size(); ++i) {
      PredictedWord& word = out[s][i];
      float* row = scores.data() + (batch.first[s] + i) * stride;
      if (word.head == 0) {
        word.deprel = static_cast<std::uint16_t>(model_.root_deprel);
        continue;
      }
      row[model_.root_deprel] = -1e9f;  // only the root's word is "root"
      word.deprel = static_cast<std::uint16_t>(best_of(row, relations));
      word.confidence *= share(row, relations, row[word.deprel], model_.temperatures.label);
    }
  }
}

// Changes the trees that break a rule of grammar (tree_repair.h); most sentences break none.
void Network::mend(const Batch& batch, std::vector<Prediction>& out) const {
  const std::size_t label = model_.label, relations = model_.deprels.size();
  const std::size_t panels = label / kPanel;
  const auto log_softmax = [](const float* scores, std::size_t count, std::vector<float>& to) {
    const float best = *std::max_element(scores, scores + count);
    float sum = 0;
    for (std::size_t i = 0; i < count; ++i) sum += std::exp(scores[i] - best);
    const float shift = best + std::log(sum);
    to.resize(count);
    for (std::size_t i = 0; i < count; ++i) to[i] = scores[i] - shift;
  };
  for (std::size_t s = 0; s < out.size(); ++s) {
    const std::size_t n = out[s].size();
    RepairTree tree{std::vector<int>(n + 1, 0), std::vector<std::uint16_t>(n + 1, 0)};
    for (std::size_t d = 1; d <= n; ++d) {
      tree.heads[d] = out[s][d - 1].head;
      tree.relations[d] = out[s][d - 1].deprel;
    }
    if (price_of(tree, roles_) == 0) continue;
    std::vector<float> arc_row, label_row, raw(relations);
    // W_r · dependent for each relation, for the word that is being tried
    AlignedFloats asked(relations * label);
    std::size_t asked_for = 0;
    const RepairScores scores{
        [&](std::size_t d) {
          log_softmax(batch.arcs[s].data() + (d - 1) * (n + 1), n + 1, arc_row);
          return static_cast<const float*>(arc_row.data());
        },
        [&](std::size_t d, std::size_t h) {
          const std::size_t row = batch.first[s] + d - 1;
          if (asked_for != d) {
            for (std::size_t r = 0; r < relations; ++r)
              kernels_.product(batch.label_dependents.data() + row * label, 1, label,
                               model_.label_pairs.weights.data.data() + r * label * label, panels,
                               label, model_.label_pairs.bias.data() + r * label, false,
                               asked.data() + r * label, label);
            asked_for = d;
          }
          const float* head = batch.label_heads.data() + (batch.first[s] + h - 1) * label;
          const float* alone =
              batch.label_alone.data() + row * model_.label_alone.weights.padded_columns();
          for (std::size_t r = 0; r < relations; ++r)
            raw[r] = alone[r] + kernels_.dot(asked.data() + r * label, head, label);
          raw[model_.root_deprel] = -1e9f;
          log_softmax(raw.data(), relations, label_row);
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
      scores.relations(d, head);  // leaves its raw scores in `raw`
      const float* arcs = batch.arcs[s].data() + (d - 1) * (n + 1);
      word.confidence = share(arcs, n + 1, arcs[head], model_.temperatures.arc) *
                        share(raw.data(), relations, raw[word.deprel], model_.temperatures.label);
    }
  }
}

}  // namespace selon
