#include "syntax/network.h"

#include <algorithm>
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
  ByteRows bytes;                   // of what the next product takes
  // What the choices were made from, kept for mend().
  std::vector<std::vector<float>> arcs;         // each sentence's words × (words + 1) scores
  AlignedFloats label_heads;  // rows × label
  ByteRows label_dependents;  // rows × label
  AlignedFloats label_alone;  // rows × relations, padded

  void clear_between(std::size_t width) {
    std::memset(x.data(), 0, width * sizeof(float));
    for (std::size_t s = 0; s < first.size(); ++s) {
      std::memset(x.data() + (first[s] + length[s]) * width, 0, width * sizeof(float));
    }
  }
};

namespace {

constexpr std::size_t kLabelRows = 12;  // words whose relations are scored together

std::size_t best_of(const float* scores, std::size_t count) {
  return static_cast<std::size_t>(std::max_element(scores, scores + count) - scores);
}

// Adds the bias of each distance from `place` to row[0 … count).
void add_distances(const float* biases, std::size_t place, std::size_t count, float* row) {
  constexpr std::size_t kFar = Model::kFarthest;
  const std::size_t first = place > kFar ? place - kFar : 0;
  const std::size_t end = std::min(count, place + kFar + 1);
  for (std::size_t i = 0; i < first; ++i) row[i] += biases[0];
  for (std::size_t i = first; i < end; ++i) row[i] += biases[i + kFar - place];
  for (std::size_t i = end; i < count; ++i) row[i] += biases[Model::kDistances - 1];
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
  batch.bytes.round(kernels_, batch.x.data(), batch.rows, model_.width, model_.width);
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
    batch.bytes.round(kernels_, batch.x.data(), inner, width, layer.gated.depth);
    kernels_.gated_product(batch.bytes.with(layer.gated), batch.x.data() + width,
                           batch.next.data() + width, width);
    kernels_.layer_norm(batch.next.data() + width, inner, width, layer.norm.scale.data(),
                        layer.norm.shift.data());
    std::swap(batch.x, batch.next);
    batch.clear_between(width);
    if (layer.attention) attend(*layer.attention, batch);
  }
}

namespace {

// out[row] = layer(in[row]) for every row.
AlignedFloats apply(const Kernels& k, const ByteMatrix& layer, const ByteRows& in, bool relu) {
  AlignedFloats out(in.row_count() * layer.padded_columns());
  k.byte_product(in.with(layer), relu, out.data(), layer.padded_columns());
  return out;
}

}  // namespace

void Network::attend(const Model::Attention& attention, Batch& batch) const {
  const std::size_t width = model_.width;
  const std::size_t side = width / model_.heads;
  const std::size_t stride = attention.inward.padded_columns();
  batch.bytes.round(kernels_, batch.x.data(), batch.rows, width, width);
  const AlignedFloats rows = apply(kernels_, attention.inward, batch.bytes, false);
  AlignedFloats scores, none;
  FloatMatrix offered, told;
  for (std::size_t s = 0; s < batch.first.size(); ++s) {
    const std::size_t n = batch.length[s];
    for (std::size_t head = 0; head < model_.heads; ++head) {
      const float* asks = rows.data() + batch.first[s] * stride + head * side;
      const float* offers = asks + width;
      const float* tells = offers + width;
      offered.pack(offers, n, side, stride);
      const std::size_t columns = offered.padded_columns();
      none.ensure(std::max(columns, side));
      scores.ensure(n * columns);
      kernels_.float_product(asks, n, stride, offered.data.data(), offered.panels(), side,
                             none.data(), scores.data(), columns);
      for (std::size_t i = 0; i < n; ++i) {
        float* row = scores.data() + i * columns;
        add_distances(attention.distance.data() + head * Model::kDistances, i, n, row);
        std::fill(row + n, row + columns, -1e9f);
        kernels_.softmax(row, columns);
      }
      told.pack(tells, side, n, 1, stride);
      kernels_.float_product(scores.data(), n, columns, told.data.data(), told.panels(), n,
                             none.data(),
                             batch.next.data() + batch.first[s] * width + head * side, width);
    }
  }
  batch.bytes.round(kernels_, batch.next.data(), batch.rows, width, width);
  const AlignedFloats added = apply(kernels_, attention.outward, batch.bytes, false);
  for (std::size_t i = 0; i < batch.rows * width; ++i) batch.x.data()[i] += added.data()[i];
  batch.clear_between(width);
}

void Network::tag(const Batch& batch, std::vector<Prediction>& out) const {
  const auto choose = [&](const ByteMatrix& head, std::uint16_t PredictedWord::*field) {
    const std::size_t stride = head.padded_columns();
    AlignedFloats scores = apply(kernels_, head, batch.bytes, false);
    for (std::size_t s = 0; s < out.size(); ++s) {
      for (std::size_t i = 0; i < out[s].size(); ++i) {
        const float* row = scores.data() + (batch.first[s] + i) * stride;
        out[s][i].*field = static_cast<std::uint16_t>(best_of(row, head.columns));
      }
    }
    return scores;
  };
  choose(model_.feats_head, &PredictedWord::feats);
  choose(model_.script_head, &PredictedWord::script);
  const AlignedFloats scores = choose(model_.upos_head, &PredictedWord::upos);
  const std::size_t tags = model_.upos_head.columns;
  for (std::size_t s = 0; s < out.size(); ++s) {
    for (std::size_t i = 0; i < out[s].size(); ++i) {
      const float* row =
          scores.data() + (batch.first[s] + i) * model_.upos_head.padded_columns();
      PredictedWord& word = out[s][i];
      word.tag_confidence = share(row, tags, row[word.upos], model_.temperatures.tag);
    }
  }
}

void Network::attach(Batch& batch, std::vector<Prediction>& out) const {
  const std::size_t arc = model_.arc;
  AlignedFloats heads = apply(kernels_, model_.arc_head, batch.bytes, true);
  const AlignedFloats dependents = apply(kernels_, model_.arc_dependent, batch.bytes, true);
  ByteRows rounded;
  rounded.round(kernels_, dependents.data(), batch.rows, arc, arc);
  const AlignedFloats asked = apply(kernels_, model_.arc_matrix, rounded, false);
  FloatMatrix candidates;
  AlignedFloats bias, scores;
  for (std::size_t s = 0; s < out.size(); ++s) {
    const std::size_t n = out[s].size();
    // The root takes the row of zeroes before the sentence.
    float* candidate_rows = heads.data() + (batch.first[s] - 1) * arc;
    std::ranges::copy(model_.root_arc_head, candidate_rows);
    candidates.pack(candidate_rows, n + 1, arc, arc);
    const std::size_t stride = candidates.padded_columns();
    bias.ensure(stride);
    std::fill_n(bias.data(), stride, 0.0f);
    kernels_.add_dots(candidate_rows, n + 1, model_.arc_bias.data(), arc, bias.data());
    scores.ensure(n * stride);
    kernels_.float_product(asked.data() + batch.first[s] * arc, n, arc, candidates.data.data(),
                           candidates.panels(), arc, bias.data(), scores.data(), stride);
    std::vector<int> chosen(n + 1, 0);
    std::vector<float>& kept = batch.arcs.emplace_back();
    kept.reserve(n * (n + 1));
    for (std::size_t d = 1; d <= n; ++d) {
      float* row = scores.data() + (d - 1) * stride;
      row[0] += model_.root_distance;
      add_distances(model_.distance.data(), d - 1, n, row + 1);
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
  batch.label_heads = apply(kernels_, model_.label_head, batch.bytes, true);
  const AlignedFloats dependents = apply(kernels_, model_.label_dependent, batch.bytes, true);
  batch.label_dependents.round(kernels_, dependents.data(), batch.rows, label, label);
  batch.label_alone = apply(kernels_, model_.label_alone, batch.label_dependents, false);
  AlignedFloats& heads = batch.label_heads;
  const std::size_t stride = model_.label_alone.padded_columns();
  AlignedFloats scores(batch.rows * stride);
  std::copy_n(batch.label_alone.data(), batch.rows * stride, scores.data());
  std::vector<std::size_t> head_row(batch.rows, 0);
  for (std::size_t s = 0; s < out.size(); ++s) {
    std::ranges::copy(model_.root_label_head, heads.data() + (batch.first[s] - 1) * label);
    for (std::size_t i = 0; i < out[s].size(); ++i) {
      head_row[batch.first[s] + i] = batch.first[s] - 1 + static_cast<std::size_t>(out[s][i].head);
    }
  }
  const std::size_t asked_stride = model_.label_pairs.padded_columns();
  AlignedFloats asked(kLabelRows * asked_stride);
  for (std::size_t row = 0; row < batch.rows; row += kLabelRows) {
    const std::size_t count = std::min(kLabelRows, batch.rows - row);
    kernels_.byte_product(batch.label_dependents.with(model_.label_pairs, row, count), false,
                          asked.data(), asked_stride);
    for (std::size_t k = 0; k < count; ++k) {
      kernels_.add_dots(asked.data() + k * asked_stride, relations,
                        heads.data() + head_row[row + k] * label, label,
                        scores.data() + (row + k) * stride);
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
    AlignedFloats asked(model_.label_pairs.padded_columns());
    std::size_t asked_for = 0;
    const RepairScores scores{
        [&](std::size_t d) {
          log_softmax(batch.arcs[s].data() + (d - 1) * (n + 1), n + 1, arc_row);
          return static_cast<const float*>(arc_row.data());
        },
        [&](std::size_t d, std::size_t h) {
          const std::size_t row = batch.first[s] + d - 1;
          if (asked_for != d) {
            kernels_.byte_product(batch.label_dependents.with(model_.label_pairs, row, 1), false,
                                  asked.data(), model_.label_pairs.padded_columns());
            asked_for = d;
          }
          const float* head = batch.label_heads.data() + (batch.first[s] + h - 1) * label;
          const std::size_t stride = model_.label_alone.padded_columns();
          std::copy_n(batch.label_alone.data() + row * stride, relations, raw.data());
          kernels_.add_dots(asked.data(), relations, head, label, raw.data());
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
