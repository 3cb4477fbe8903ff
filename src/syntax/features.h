// What the network sees of a word: nine strings, each looked up in a table of its own.
//
//   WordFeatures f;
//   f.compute("L’Élysée", "prn/mas,sg");
//   f[Feature::kForm] == "l'élysée"   f[Feature::kSuffix2] == "ée"   f[Feature::kShape] == "A'Aaa"
//
// This is the only implementation: training reads its output through tools/training_features.cc.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace selon {

enum class Feature {
  kForm,
  kSuffix1,
  kSuffix2,
  kSuffix3,
  kSuffix4,
  kPrefix2,
  kPrefix3,
  kShape,
  kLexicon
};
inline constexpr std::size_t kFeatureCount = 9;

// One spelling for what typography varies: ’ ʼ ‘ to ', “ „ to «, ” to », œ to oe, … to ...,
// no-break spaces to a space, dashes of all lengths to -. Case is kept.
void normalize_form(std::string_view form, std::string& out);
std::string normalize_form(std::string_view form);

// Holds the buffers that the features look into, so it is reused from word to word and not copied.
class WordFeatures {
 public:
  WordFeatures() = default;
  WordFeatures(const WordFeatures&) = delete;
  WordFeatures& operator=(const WordFeatures&) = delete;

  // `lexicon_class` must live as long as the features are looked at.
  void compute(std::string_view form, std::string_view lexicon_class);

  std::string_view operator[](Feature feature) const {
    return values_[static_cast<std::size_t>(feature)];
  }
  const std::array<std::string_view, kFeatureCount>& values() const { return values_; }

 private:
  std::string normal_;
  std::string lower_;
  std::string shape_;
  std::array<std::string_view, kFeatureCount> values_;
};

}  // namespace selon
