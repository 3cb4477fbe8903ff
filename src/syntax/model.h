// A trained model, read from its file and made ready for the kernels.
//
//   Result<Model> model = Model::open("models/fr.selon-model");
//   model->upos[3] == "AUX"
//
// docs/parser.md describes the network and the sections of the file; train/export_model.py writes
// it.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "document/morphology.h"
#include "selon/result.h"
#include "syntax/binary_file.h"
#include "syntax/features.h"
#include "syntax/kernels.h"
#include "syntax/string_table.h"

namespace selon {

inline constexpr std::string_view kModelMagic = "SELONMDL";
inline constexpr std::uint32_t kModelVersion = 4;

struct Model {
  // The rows of one feature: row 0 for a value that training has not seen.
  struct Table {
    StringTable keys;
    std::span<const std::int8_t> rows;  // (keys + 1) × width
    std::span<const float> scale;       // of each row
  };
  struct Norm {
    std::span<const float> scale, shift;
  };
  // A bias for each distance to the left and to the right, from -kFarthest to kFarthest; what is
  // farther has the last one's.
  static constexpr std::size_t kFarthest = 255;
  static constexpr std::size_t kDistances = 2 * kFarthest + 1;
  // Every word looks at all words of its sentence, through several heads.
  struct Attention {
    // row → what it asks, what it offers, what it tells; a head after the other each
    ByteMatrix inward;
    ByteMatrix outward;  // what was told, all heads side by side → what is added to the row
    std::vector<float> distance;  // heads × kDistances
  };
  struct Layer {
    ByteMatrix values;  // of three neighbouring rows
    ByteMatrix gates;   // of the row alone: how much of each value passes
    Norm norm;
    std::optional<Attention> attention;  // behind it
  };

  // Scores are divided by these before they become probabilities.
  struct Temperatures {
    float arc = 1, label = 1, tag = 1;
  };
  // logit(confidence) = slope * logit(arc's probability times relation's) + offset, so that of the
  // arcs said to be right with 0.8 eight in ten are.
  struct Odds {
    float slope = 1, offset = 0;
    float of(float probability) const;
  };

  // kNotFound, kNotReadable; kBadFormat with what is wrong with the file.
  static Result<Model> open(const std::string& path);
  static Result<Model> parse(BinaryFile file);

  std::string language;
  bool uses_lexicon = false;
  std::size_t width = 0, arc = 0, label = 0, attention_heads = 0;

  std::vector<Table> tables;
  std::vector<std::string_view> treebanks;
  std::size_t default_treebank = 0;
  std::span<const float> treebank_rows;  // treebanks × width, the input's bias included
  Norm input_norm;
  std::vector<Layer> layers;

  // What reads the rows of the last layer.
  struct Heads {
    ByteMatrix upos, feats;
    ByteMatrix arc_head, arc_dependent, label_head, label_dependent;
    ByteMatrix arc_matrix;  // without bias
    // What head times dependent say of the relation, what each says alone; the dependent's has the
    // bias.
    ByteMatrix label_pair, label_of_head, label_alone;
    std::span<const float> root_arc_head, root_label_head, arc_bias;
    // How well each tag goes with each relation and with each feature string: a row for each tag,
    // as wide as the scores that it is added to.
    AlignedFloats tag_relation, tag_feats;
    std::vector<float> tag_gain;  // the most that a tag can gain by both
    std::vector<float> distance;  // kDistances: of the head from its dependent
    float root_distance = 0;
    Temperatures temperatures;
    Odds odds;
  };
  // The first reads all text but that of the treebanks which have their own.
  std::vector<Heads> heads;
  std::vector<std::size_t> heads_of;  // treebank → place in `heads`
  ByteMatrix script_head;

  std::vector<std::string_view> upos_names, feats, deprels, scripts;
  std::vector<Upos> upos;
  std::vector<Morph> morphs;  // of each feature string
  std::size_t root_deprel = 0;
  std::optional<std::uint16_t> punct_deprel;

  StringTable lemma_keys;  // "form\tUPOS"
  std::vector<std::string_view> lemma_values;
  StringTable contraction_keys;
  std::span<const float> contraction_weights;

 private:
  explicit Model(BinaryFile f) : file(std::move(f)) {}
  BinaryFile file;
};

}  // namespace selon
