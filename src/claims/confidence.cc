#include "claims/confidence.h"

#include <algorithm>
#include <cmath>

namespace selon {
namespace {

int32_t depth_of(const Document& d, int32_t word) {
  int32_t depth = 0;
  while (d.words[word].head != kNone) word = d.words[word].head, ++depth;
  return depth;
}

// The least probable arc on the way from one word of a sentence to another.
float weakest_arc(const Document& d, int32_t a, int32_t b) {
  float least = 1;
  int32_t depth_a = depth_of(d, a), depth_b = depth_of(d, b);
  while (a != b) {
    int32_t& lower = depth_a >= depth_b ? a : b;
    int32_t& depth = depth_a >= depth_b ? depth_a : depth_b;
    if (d.words[lower].head == kNone) break;
    least = std::min(least, d.words[lower].confidence);
    lower = d.words[lower].head;
    --depth;
  }
  return least;
}

}  // namespace

double confidence_of(const Document& d, const Claim& claim) {
  if (claim.trigger_word == kNone) return 1;
  const Word& trigger = d.words[claim.trigger_word];
  float least = trigger.tag_confidence;
  const auto rests_on = [&](int32_t word) {
    if (word == kNone || d.words[word].sentence != trigger.sentence) return;
    least = std::min(least, weakest_arc(d, word, claim.trigger_word));
  };
  for (const auto* mentions : {&claim.actors, &claim.recipients})
    for (const int32_t m : *mentions) rests_on(d.mentions[m].head);
  for (const int32_t voice : claim.voices) rests_on(d.attributions[voice].cue_word);
  return std::round(double{least} * 1000) / 1000;
}

}  // namespace selon
