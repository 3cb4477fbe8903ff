#include "syntax/model.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>
#include <utility>

#include "base/utf8.h"

namespace selon {
namespace {

constexpr std::size_t kSideBuckets = 16;  // of distances on one side
constexpr std::size_t kMostLayers = 64;
constexpr std::size_t kMostOwnHeads = 64;
constexpr std::size_t kLargest =
    4096;  // of any width or depth: refuses absurd files before they cost memory

// As in train/network.py: twice the binary logarithm of the distance, then the side. `place` counts
// from what is farthest to the left.
std::size_t distance_bucket(std::size_t place) {
  const bool right = place > Model::kFarthest;
  const std::size_t far = right ? place - Model::kFarthest : Model::kFarthest - place;
  const auto bucket = static_cast<std::size_t>(std::log2(static_cast<float>(far) + 1) * 2);
  return std::min(bucket, kSideBuckets - 1) + (right ? kSideBuckets : 0);
}

// Reads sections and remembers the first thing that is wrong, so that the list of sections below
// stays a list.
class SectionReader {
 public:
  explicit SectionReader(const BinaryFile& file) : file_(file) {}

  bool failed() const { return error_.has_value(); }
  const Error& error() const { return *error_; }
  void fail(std::string_view section, const std::string& reason) {
    if (!error_) error_ = file_.bad_section(section, reason);
  }

  template <typename T>
  std::span<const T> array(const std::string& name, std::size_t count) {
    auto found = file_.array<T>(name, count);
    if (!found) {
      if (!error_) error_ = found.error();
      return {};
    }
    if constexpr (std::is_floating_point_v<T>) {
      if (!std::ranges::all_of(*found, [](T x) { return std::isfinite(x); }))
        fail(name, "holds what is no number");
    }
    return *found;
  }

  std::vector<std::string_view> lines(const std::string& name) {
    auto found = file_.lines(name);
    if (found) return std::move(*found);
    if (!error_) error_ = found.error();
    return {};
  }

  // int8 weights [outputs][inputs] with a scale for each output.
  ByteMatrix matrix(const std::string& name, std::size_t outputs, std::size_t inputs,
                    bool with_bias = true) {
    const auto weights = array<std::int8_t>(name + ".weight", outputs * inputs);
    const auto scale = array<float>(name + ".scale", outputs);
    const auto bias = with_bias ? array<float>(name + ".bias", outputs) : std::span<const float>();
    return failed() ? ByteMatrix() : ByteMatrix(weights, scale, bias, outputs, inputs);
  }

  // Rows of floats, each filled up with zeroes to `stride`.
  AlignedFloats rows(const std::string& name, std::size_t count, std::size_t width,
                     std::size_t stride) {
    const auto values = array<float>(name, count * width);
    AlignedFloats out(count * stride);
    for (std::size_t r = 0; r < count && !failed(); ++r)
      std::copy_n(values.data() + r * width, width, out.data() + r * stride);
    return out;
  }

  // The buckets' biases of each head, spread over the distances.
  std::vector<float> distances(std::span<const float> buckets, std::size_t heads) {
    std::vector<float> out;
    for (std::size_t head = 0; head < heads && !failed(); ++head) {
      for (std::size_t place = 0; place < Model::kDistances; ++place)
        out.push_back(buckets[head * 2 * kSideBuckets + distance_bucket(place)]);
    }
    return out;
  }

  Model::Norm norm(const std::string& name, std::size_t width) {
    return {array<float>(name + ".norm.scale", width), array<float>(name + ".norm.shift", width)};
  }

 private:
  const BinaryFile& file_;
  std::optional<Error> error_;
};

struct Meta {
  std::string language, treebank;
  bool lexicon = false;
  std::size_t width = 0, depth = 0, arc = 0, label = 0, heads = 0;
  std::vector<bool> attention;              // which layers have one behind them
  std::vector<std::string_view> own_heads;  // treebanks that have their own
};

Meta read_meta(SectionReader& in) {
  Meta meta;
  for (const std::string_view line : in.lines("meta")) {
    const std::size_t tab = std::min(line.find('\t'), line.size());
    const std::string_view key = line.substr(0, tab);
    const std::string_view value = line.substr(std::min(tab + 1, line.size()));
    const auto number = [&](std::size_t& to) {
      const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), to);
      if (error != std::errc() || end != value.data() + value.size()) {
        in.fail("meta", std::string(key) + " is no number");
      }
    };
    if (key == "language") meta.language = value;
    if (key == "treebank") meta.treebank = value;
    if (key == "lexicon") meta.lexicon = value == "yes";
    if (key == "width") number(meta.width);
    if (key == "depth") number(meta.depth);
    if (key == "arc") number(meta.arc);
    if (key == "label") number(meta.label);
    if (key == "heads") number(meta.heads);
    if (key == "own heads") {
      meta.own_heads.push_back(value);
      if (meta.own_heads.size() > kMostOwnHeads) in.fail("meta", "has too many lines");
    }
    if (key == "attention") {
      meta.attention.push_back(value == "yes");
      if (meta.attention.size() > kMostLayers) in.fail("meta", "has too many lines");
    }
  }
  const auto usable = [](std::size_t n) { return n > 0 && n <= kLargest && n % kPanel == 0; };
  if (!usable(meta.width) || !usable(meta.arc) || !usable(meta.label) || meta.depth == 0 ||
      meta.depth > kMostLayers) {
    in.fail("meta", "has sizes that no network of this program has");
  } else if (meta.attention.size() != meta.depth) {
    in.fail("meta", "does not say of each layer whether it has attention");
  } else if (meta.heads == 0 || meta.width % meta.heads != 0 || !usable(meta.width / meta.heads)) {
    in.fail("meta", "has a width that its heads cannot share");
  }
  return meta;
}

// The sections of heads are named alike for all treebanks, behind a prefix.
Model::Heads read_heads(SectionReader& in, const Model& m, const std::string& prefix) {
  Model::Heads h;
  const std::size_t relations = m.deprels.size();
  h.upos = in.matrix(prefix + "upos", m.upos_names.size(), m.width);
  h.feats = in.matrix(prefix + "feats", m.feats.size(), m.width);
  h.arc_head = in.matrix(prefix + "arc_head", m.arc, m.width);
  h.arc_dependent = in.matrix(prefix + "arc_dependent", m.arc, m.width);
  h.label_head = in.matrix(prefix + "label_head", m.label, m.width);
  h.label_dependent = in.matrix(prefix + "label_dependent", m.label, m.width);
  h.arc_matrix = in.matrix(prefix + "arc_matrix", m.arc, m.arc, /*with_bias=*/false);
  h.label_pair = in.matrix(prefix + "label_pair", relations, m.label, /*with_bias=*/false);
  h.label_of_head = in.matrix(prefix + "label_of_head", relations, m.label, /*with_bias=*/false);
  h.label_alone = in.matrix(prefix + "label_alone", relations, m.label);
  h.tag_relation = in.rows(prefix + "tag_relation", m.upos_names.size(), relations,
                           h.label_alone.padded_columns());
  h.tag_feats =
      in.rows(prefix + "tag_feats", m.upos_names.size(), m.feats.size(), h.feats.padded_columns());
  for (std::size_t tag = 0; tag < m.upos_names.size() && !in.failed(); ++tag) {
    const auto most = [tag](const AlignedFloats& rows, std::size_t stride) {
      return *std::max_element(rows.data() + tag * stride, rows.data() + (tag + 1) * stride);
    };
    h.tag_gain.push_back(most(h.tag_relation, h.label_alone.padded_columns()) +
                         most(h.tag_feats, h.feats.padded_columns()));
  }
  h.root_arc_head = in.array<float>(prefix + "root.arc_head", m.arc);
  h.root_label_head = in.array<float>(prefix + "root.label_head", m.label);
  h.arc_bias = in.array<float>(prefix + "arc_bias", m.arc);
  const auto distance = in.array<float>(prefix + "distance", 2 * kSideBuckets + 1);
  h.distance = in.distances(distance, 1);
  if (!in.failed()) h.root_distance = distance.back();
  if (const auto t = in.array<float>(prefix + "temperature", 3); !in.failed()) {
    h.temperatures = {t[0], t[1], t[2]};
    const auto usable = [](float x) { return x >= 0.05f && x <= 20; };
    if (!std::ranges::all_of(t, usable)) in.fail(prefix + "temperature", "is no temperature");
  }
  if (const auto o = in.array<float>(prefix + "odds", 2); !in.failed()) {
    h.odds = {o[0], o[1]};
    const bool usable = o[0] >= 0.05f && o[0] <= 20 && std::abs(o[1]) <= 20;
    if (!usable) in.fail(prefix + "odds", "are no slope and offset");
  }
  return h;
}

}  // namespace

float Model::Odds::of(float probability) const {
  if (probability <= 0 || probability >= 1) return probability;
  const float logit = std::log(probability / (1 - probability));
  return 1 / (1 + std::exp(-(slope * logit + offset)));
}

Result<Model> Model::open(const std::string& path) {
  auto file = BinaryFile::open(path, kModelMagic, kModelVersion);
  if (!file) return file.error();
  return parse(std::move(*file));
}

Result<Model> Model::parse(BinaryFile binary) {
  Model m(std::move(binary));
  SectionReader in(m.file);
  const Meta meta = read_meta(in);
  if (in.failed()) return in.error();
  m.language = meta.language;
  m.uses_lexicon = meta.lexicon;
  m.width = meta.width;
  m.arc = meta.arc;
  m.label = meta.label;
  m.attention_heads = meta.heads;

  m.upos_names = in.lines("upos");
  m.feats = in.lines("feats");
  m.deprels = in.lines("deprels");
  m.scripts = in.lines("scripts");
  m.treebanks = in.lines("treebanks");
  for (const auto* names : {&m.upos_names, &m.feats, &m.deprels, &m.scripts, &m.treebanks}) {
    if (names->empty() || names->size() > kLargest)
      in.fail("upos", "or another list of names is empty or too long");
  }
  const auto find = [&](const std::vector<std::string_view>& names, std::string_view name,
                        std::string_view section) -> std::size_t {
    const auto at = std::ranges::find(names, name);
    if (at == names.end()) in.fail(section, "has no \"" + std::string(name) + "\"");
    return static_cast<std::size_t>(at - names.begin());
  };
  m.root_deprel = find(m.deprels, "root", "deprels");
  if (const auto at = std::ranges::find(m.deprels, "punct"); at != m.deprels.end())
    m.punct_deprel = static_cast<std::uint16_t>(at - m.deprels.begin());
  m.default_treebank = find(m.treebanks, meta.treebank, "treebanks");
  if (in.failed()) return in.error();
  for (const std::string_view name : m.upos_names) m.upos.push_back(parse_upos(name));
  for (const std::string_view feats : m.feats) m.morphs.push_back(parse_morph(feats));

  for (std::size_t k = 0; k < kFeatureCount; ++k) {
    const std::string name = "table" + std::to_string(k);
    Table table;
    table.keys = StringTable(in.lines(name + ".keys"));
    table.rows = in.array<std::int8_t>(name + ".weight", (table.keys.size() + 1) * m.width);
    table.scale = in.array<float>(name + ".scale", table.keys.size() + 1);
    m.tables.push_back(std::move(table));
  }
  m.treebank_rows = in.array<float>("treebank.rows", m.treebanks.size() * m.width);
  m.input_norm = in.norm("input", m.width);
  for (std::size_t i = 0; i < meta.depth; ++i) {
    const std::string name = "layer" + std::to_string(i);
    Layer layer;
    layer.values = in.matrix(name + ".values", m.width, 3 * m.width);
    layer.gates = in.matrix(name + ".gates", m.width, m.width);
    layer.norm = in.norm(name, m.width);
    if (meta.attention[i]) {
      const std::string own = "attend" + std::to_string(i);
      layer.attention = {
          in.matrix(own + ".inward", 3 * m.width, m.width),
          in.matrix(own + ".outward", m.width, m.width),
          in.distances(in.array<float>(own + ".distance", m.attention_heads * 2 * kSideBuckets),
                       m.attention_heads)};
    }
    m.layers.push_back(std::move(layer));
  }
  m.script_head = in.matrix("script", m.scripts.size(), m.width);
  m.heads.push_back(read_heads(in, m, ""));
  m.heads_of.assign(m.treebanks.size(), 0);
  for (const std::string_view name : meta.own_heads) {
    const std::size_t treebank = find(m.treebanks, name, "treebanks");
    if (in.failed()) return in.error();
    m.heads_of[treebank] = m.heads.size();
    m.heads.push_back(read_heads(in, m, std::to_string(treebank) + "/"));
  }

  m.lemma_keys = StringTable(in.lines("lemma.keys"));
  m.lemma_values = in.lines("lemma.values");
  if (m.lemma_values.size() != m.lemma_keys.size())
    in.fail("lemma.values", "has not one line a key");
  m.contraction_keys = StringTable(in.lines("contraction.keys"));
  m.contraction_weights = in.array<float>("contraction.weights", m.contraction_keys.size());
  if (in.failed()) return in.error();
  return m;
}

}  // namespace selon
