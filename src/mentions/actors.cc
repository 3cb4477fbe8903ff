#include "mentions/actors.h"

#include <algorithm>
#include <cassert>

#include "mentions/candidates.h"
#include "mentions/coreference.h"
#include "mentions/names.h"
#include "mentions/places.h"
#include "mentions/tree.h"

namespace selon {

struct ActorMentions::Parts {
  const Actors& actors;
  const Gazetteer& gazetteer;
  NameFinder names;
  Impersonal impersonal;
  NounSenses french_senses, english_senses;
  ReportingLexicon french, english;
};

ActorMentions::ActorMentions(std::unique_ptr<Parts> parts) : parts_(std::move(parts)) {}
ActorMentions::ActorMentions(ActorMentions&&) noexcept = default;
ActorMentions& ActorMentions::operator=(ActorMentions&&) noexcept = default;
ActorMentions::~ActorMentions() = default;

Result<ActorMentions> ActorMentions::open(const std::string& data_dir, const Actors& actors,
                                          const Gazetteer& gazetteer) {
  Result<NameFinder> names = NameFinder::open(data_dir, actors, gazetteer);
  if (!names) return names.error();
  Result<Impersonal> impersonal = Impersonal::open(data_dir);
  if (!impersonal) return impersonal.error();
  Result<NounSenses> french_senses = NounSenses::open(data_dir, "fr");
  if (!french_senses) return french_senses.error();
  Result<NounSenses> english_senses = NounSenses::open(data_dir, "en");
  if (!english_senses) return english_senses.error();
  Result<ReportingLexicon> french = ReportingLexicon::open(data_dir, "fr");
  if (!french) return french.error();
  Result<ReportingLexicon> english = ReportingLexicon::open(data_dir, "en");
  if (!english) return english.error();
  return ActorMentions(std::unique_ptr<Parts>(new Parts{
      actors, gazetteer, std::move(*names), std::move(*impersonal), std::move(*french_senses),
      std::move(*english_senses), std::move(*french), std::move(*english)}));
}

namespace {

// Things only competed; a relative pronoun without an actor before it is nobody's.
bool worth_keeping(const Candidate& c) {
  if (c.kind == CandidateKind::kThing) return false;
  if (c.kind == CandidateKind::kRelative || c.kind == CandidateKind::kReflexive)
    return c.mention.entity != kNone || c.mention.coref != kNone;
  return true;
}

void store(Document& doc, const std::vector<Candidate>& candidates, std::vector<Entity> entities) {
  std::vector<int32_t> kept;
  for (size_t i = 0; i < candidates.size(); ++i)
    if (worth_keeping(candidates[i])) kept.push_back(static_cast<int32_t>(i));
  std::stable_sort(kept.begin(), kept.end(), [&](int32_t a, int32_t b) {
    const Mention &x = candidates[a].mention, &y = candidates[b].mention;
    return x.head != y.head ? x.head < y.head : x.span.begin < y.span.begin;
  });
  std::vector<int32_t> place(candidates.size(), kNone);
  for (size_t k = 0; k < kept.size(); ++k) place[kept[k]] = static_cast<int32_t>(k);

  // Only entities that somebody refers to, numbered by first use.
  std::vector<int32_t> number(entities.size(), kNone);
  std::vector<int32_t> order;
  const auto use = [&](auto&& self, int32_t e) -> void {
    if (e == kNone || number[e] != kNone) return;
    number[e] = static_cast<int32_t>(order.size());
    order.push_back(e);
    for (int32_t m : entities[e].members) self(self, m);
  };
  for (int32_t k : kept) use(use, candidates[k].mention.entity);
  for (int32_t e : order) {
    Entity entity = entities[e];
    for (int32_t& m : entity.members) m = number[m];
    if (entity.id.starts_with("local/")) entity.id = "local/" + std::to_string(number[e]);
    doc.entities.push_back(std::move(entity));
  }
  for (int32_t k : kept) {
    Mention m = candidates[k].mention;
    if (m.entity != kNone) m.entity = number[m.entity];
    // An antecedent that was not kept hands on its own.
    for (size_t step = 0; m.coref != kNone && place[m.coref] == kNone && step < 16; ++step)
      m.coref = candidates[m.coref].mention.coref;
    if (m.coref != kNone) m.coref = place[m.coref];
    doc.mentions.push_back(std::move(m));
  }
}

}  // namespace

void ActorMentions::run(Document& doc) const {
  assert(doc.entities.empty() && doc.mentions.empty());
  const Tree tree(doc);
  std::vector<Name> names = parts_->names.find(doc, tree);
  const NounSenses& senses = doc.french() ? parts_->french_senses : parts_->english_senses;
  Candidates candidates =
      find_candidates(doc, tree, parts_->actors, parts_->impersonal, senses,
                      doc.french() ? parts_->french : parts_->english, std::move(names));
  std::vector<Entity> entities = link_candidates(doc, tree, parts_->actors, senses, candidates);
  find_places(doc, tree, candidates, parts_->gazetteer);
  store(doc, candidates.list, std::move(entities));
}

}  // namespace selon
