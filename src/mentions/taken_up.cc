#include "mentions/taken_up.h"

#include <algorithm>
#include <map>

namespace selon {
namespace {

constexpr int32_t kNear = 3;          // sentences back that "le Belge", "son voisin" look
constexpr double kPerSentence = 0.6;  // what a mention weighs for each sentence in between

}  // namespace

int32_t TakenUp::entity(int32_t c) const {
  for (size_t step = 0; c != kNone && step < all_.list.size(); ++step) {
    if (all_.list[c].mention.entity != kNone) return all_.list[c].mention.entity;
    c = all_.list[c].mention.coref;
  }
  return kNone;
}

int32_t TakenUp::compatriot(int32_t index) const {
  const Candidate& d = all_.list[index];
  const Name& name = all_.names[d.name];
  const bool demonym = name.guess == NameGuess::kTable && !name.plural &&
                       (name.reading.kind == NameKind::kPeople || name.adjective());
  if (!demonym || !d.definite || d.number == Number::kPlur || d.mention.entity == kNone ||
      entities_[d.mention.entity].kind != EntityKind::kPerson)
    return kNone;
  const std::string& country = entities_[d.mention.entity].country;
  int32_t best = kNone;
  double best_weight = 0;
  for (int32_t k = index; k-- > 0 && sentence(index) - sentence(k) <= kNear;) {
    const Candidate& a = all_.list[k];
    const int32_t e = entity(k);
    if (e == kNone || e == d.mention.entity || entities_[e].kind != EntityKind::kPerson ||
        entities_[e].plural || a.kind == CandidateKind::kSpeaker)
      continue;
    if (sentence(k) == sentence(index)) continue;  // two people of one sentence have two names
    const Gender own = entities_[e].gender;
    if (own != Gender::kNone && d.gender != Gender::kNone && own != d.gender) continue;
    const bool same = entities_[e].country == country;
    if (!same && !entities_[e].country.empty()) continue;
    double weight = tree_.is(a.mention.head, "nsubj") ? 2 : 1;
    if (same) weight *= 3;
    if (!entities_.named(e)) weight *= 0.5;
    for (int32_t gap = sentence(index) - sentence(k); gap > 1; --gap) weight *= kPerSentence;
    if (weight > best_weight) best_weight = weight, best = k;
  }
  return best;
}

int32_t TakenUp::counterpart(int32_t index, const std::string& owner) const {
  const Candidate& d = all_.list[index];
  if (owner.empty() || d.number == Number::kPlur) return kNone;
  std::map<std::string, double> weights;
  std::map<std::string, int32_t> last;
  for (int32_t k = index; k-- > 0 && sentence(index) - sentence(k) <= kNear;) {
    const int32_t e = entity(k);
    if (e == kNone || !entities_[e].members.empty()) continue;
    const std::string& country = entities_[e].country;
    if (country.empty() || country == owner) continue;
    double weight = all_.list[k].kind == CandidateKind::kAdjective ? 0.5 : 1;
    for (int32_t gap = sentence(index) - sentence(k); gap > 0; --gap) weight *= kPerSentence;
    weights[country] += weight;
    last.emplace(country, k);
  }
  // of two only: where three are spoken of, any may be meant
  double first = 0, second = 0;
  int32_t best = kNone;
  for (const auto& [country, weight] : weights) {
    if (weight > first) {
      second = first;
      first = weight;
      best = last[country];
    } else {
      second = std::max(second, weight);
    }
  }
  return second > 0.5 * first ? kNone : best;
}

int32_t TakenUp::sender(int32_t index) const {
  const Candidate& d = all_.list[index];
  const int32_t verb = doc_.words[d.mention.head].head;
  if (verb == kNone || (d.sector != "MIL" && d.sector != "COP" && d.sector != "SPY")) return kNone;
  if (!senses_.sending(doc_.words[verb].lemma)) return kNone;
  if (tree_.is(d.mention.head, "obj")) {
    const int32_t subject = tree_.child(verb, "nsubj");
    return subject != kNone && doc_.words[subject].deprel == "nsubj" ? subject : kNone;
  }
  for (int32_t k : tree_.children(verb))  // "des soldats déployés par X"
    if (doc_.words[k].deprel == "obl:agent") return k;
  return kNone;
}

}  // namespace selon
