// Finds everybody who acts or is spoken of, says who they are, and where the places are.
//
//   "Le ministre iranien a reçu son homologue cubain à Oslo."  (2020-11-06)
//     mentions  "Le ministre iranien" IRNGOV · "iranien" IRN (adjective) · "son" → le ministre
//               "son homologue cubain" CUBGOV · "cubain" CUB · "Oslo" NOR (metonym)
//     places    Oslo
//
// Needs words with trees, meta.language and meta.published. Adds entities, mentions (in order of
// head word, then span: lookup.h relies on it) and places. One object serves any number of threads.
#pragma once
#include <memory>
#include <string>

#include "document/document.h"
#include "knowledge/actors.h"
#include "knowledge/gazetteer.h"
#include "selon/result.h"

namespace selon {

class ActorMentions {
 public:
  // Reads actors/first_names.tsv, actors/nation_prefixes.tsv, lang/*/{name_words,impersonal,
  // relational_nouns,no_actors,reporting_*}.tsv. kNotFound, kBadFormat. The tables must outlive the
  // object.
  static Result<ActorMentions> open(const std::string& data_dir, const Actors& actors,
                                    const Gazetteer& gazetteer);
  ActorMentions(ActorMentions&&) noexcept;
  ActorMentions& operator=(ActorMentions&&) noexcept;
  ~ActorMentions();

  void run(Document& doc) const;

 private:
  struct Parts;
  explicit ActorMentions(std::unique_ptr<Parts> parts);
  std::unique_ptr<Parts> parts_;
};

}  // namespace selon
