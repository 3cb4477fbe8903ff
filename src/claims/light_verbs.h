// The verbs that lend an event noun its participants.
//
//   "a mené une attaque", "une attaque menée par Oslo"      Oslo acts
//   "fait l'objet de sanctions"                             whose subject undergoes it
//   "a provoqué la colère de Rome"                          anger is at the subject, a war by it
//   "des sanctions visant Oslo"                             the verb aims: its object undergoes it
//
// Needs words with trees, mentions.
#pragma once
#include <cstdint>
#include <string_view>
#include <vector>

#include "claims/arguments.h"
#include "claims/events.h"
#include "claims/phrase_matcher.h"
#include "document/document.h"
#include "knowledge/events.h"
#include "mentions/tree.h"

namespace selon {

class LightVerbs {
 public:
  // All must outlive the object.
  LightVerbs(const Document& doc, const Tree& tree, const Arguments& arguments,
             const EventLexicon& lexicon, const PhraseMatcher& phrases)
      : doc_(doc), tree_(tree), arguments_(arguments), lexicon_(lexicon), phrases_(phrases) {}

  // Whether an act is the verb's subject: "les sanctions visent X".
  bool aims(int32_t verb) const;

  // Finds the light verb above or below an event noun; sets the event's light verb and aspect and
  // adds whom the verb names to its actors and recipients.
  void lend(int32_t noun, FoundEvent& e) const;

  // "the sanctions imposed by Oslo target Rome": whom the noun of the event's phrase aims at.
  void lend_aim(const FoundEvent& e, std::vector<int32_t>& recipients) const;

 private:
  void add_aimed_at(int32_t noun, FoundEvent& e) const;
  bool add_ascribed_to(int32_t noun, const Arguments::Words& participles, FoundEvent& e) const;
  bool opposed(int32_t noun) const;
  bool lend_from_above(int32_t noun, FoundEvent& e) const;
  Arguments::Words participles_of(int32_t noun) const;
  bool carried(int32_t noun) const;
  bool lend_by(int32_t verb, const Arguments::Words& subjects, int32_t noun, FoundEvent& e) const;
  bool only_tells(int32_t mention, int32_t noun) const;
  bool beside_object(const LightVerb& v, int32_t verb, int32_t noun) const;
  const LightVerb* row(int32_t verb) const;
  bool reciprocal(int32_t noun) const;
  bool ends(int32_t noun) const;
  std::string_view type_of(int32_t noun) const;  // empty: of no event
  bool turned_down(int32_t verb, int32_t noun) const;
  bool resented(int32_t noun) const;
  bool around(int32_t noun) const;
  bool opens_with(int32_t noun) const;
  const Word& word(int32_t i) const { return doc_.words[i]; }

  const Document& doc_;
  const Tree& tree_;
  const Arguments& arguments_;
  const EventLexicon& lexicon_;
  const PhraseMatcher& phrases_;
};

}  // namespace selon
