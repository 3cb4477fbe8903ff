// Runs the network of a Model over sentences: scores become tags, features, lemma scripts and
// trees.
//
//   Network network(model, lexicon, model.default_treebank);
//   Network::Workspace space;
//   std::vector<Prediction> out = network.run(sentences, space);  // a sentence is a list of forms
//   network.add_scripts(places, space, out);  // of the words whose lemmas nothing else tells
//
// All words of the batch go through each layer together. A sentence's result does not depend on the
// others in the batch.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string_view>
#include <utility>
#include <vector>

#include "syntax/lexicon.h"
#include "syntax/model.h"
#include "syntax/tree_repair.h"

namespace selon {

struct PredictedWord {
  std::uint16_t upos = 0, feats = 0, deprel = 0;  // lines of the model's lists
  std::uint16_t script = 0;                       // the same, once it was asked for
  std::int32_t head = 0;                          // place in the sentence from 1 on; 0: the root
  float confidence = 0;      // probability of the head times that of the relation, calibrated
  float tag_confidence = 0;  // probability of the part of speech
};
using Prediction = std::vector<PredictedWord>;
using Forms = std::vector<std::string_view>;

class Network {
 public:
  // The memory of a run, and the rows of words seen lately: kept from run to run, for one network
  // and one thread at a time.
  class Workspace {
   public:
    Workspace();
    Workspace(Workspace&&) noexcept;
    Workspace& operator=(Workspace&&) noexcept;
    ~Workspace();

   private:
    friend class Network;
    struct Batch;
    std::unique_ptr<Batch> batch_;
  };

  // Model and lexicon must outlive the network; a treebank is a line of model.treebanks.
  Network(const Model& model, const Lexicon& lexicon, std::size_t treebank,
          const Kernels& arithmetic = kernels())
      : model_(model),
        lexicon_(lexicon),
        heads_(model.heads[model.heads_of[treebank]]),
        treebank_(treebank),
        kernels_(arithmetic),
        roles_(roles_of(model.deprels)) {}

  // Sentences must not be empty; the work grows with the square of their length.
  std::vector<Prediction> run(const std::vector<Forms>& sentences, Workspace& space) const;

  struct Place {
    std::size_t sentence, word;
  };
  // The lemma scripts of these words of the space's last run, into what that run returned: three
  // in four words need none, since training has seen them (lemmatizer.h).
  void add_scripts(std::span<const Place> asked, Workspace& space,
                   std::vector<Prediction>& out) const;

 private:
  using Batch = Workspace::Batch;
  void embed(const std::vector<Forms>& sentences, Batch& batch) const;
  void encode(Batch& batch) const;
  class DistanceRows;
  void attend(const Model::Attention& attention, Batch& batch) const;
  void attend(const DistanceRows& distances, const float* rows, std::size_t stride,
              const ByteRows::Block& sentence, Batch& batch) const;
  void tag(Batch& batch, std::vector<Prediction>& out) const;
  void attach(Batch& batch, std::vector<Prediction>& out) const;
  const float* score_relations(std::span<const std::pair<std::size_t, std::size_t>> pairs,
                               Batch& batch) const;
  void choose_together(std::size_t row, const float* relations, Batch& batch,
                       PredictedWord& word) const;
  void name_arcs(Batch& batch, std::vector<Prediction>& out) const;
  void mend(Batch& batch, std::vector<Prediction>& out) const;

  const Model& model_;
  const Lexicon& lexicon_;
  const Model::Heads& heads_;
  std::size_t treebank_;
  const Kernels& kernels_;
  std::vector<RelationRole> roles_;  // of the model's relations
};

}  // namespace selon
