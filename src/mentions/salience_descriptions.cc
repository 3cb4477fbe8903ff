// Salience: whom a description takes up ("le ministre", "les deux pays", "l'agence").
#include <algorithm>
#include <map>
#include <set>

#include "base/utf8.h"
#include "mentions/salience.h"

namespace selon {
namespace {

constexpr double kCalledSo = 8;  // "l'organisation", of what the text has called so
constexpr int kMemory = 80;      // sentences that a state or an office holder is remembered

}  // namespace

// Whether a general noun may stand for a body: "l'agence" for Tass.
bool Salience::body_of_type(int32_t e, const Candidate& d) const {
  if (d.takes_up.empty()) return false;
  // "le site Vigie" has a name of its own.
  if (d.noun_end > 0 && d.noun_end < static_cast<int32_t>(doc_.words.size()) &&
      doc_.words[d.noun_end].sentence == doc_.words[d.mention.head].sentence &&
      starts_upper(doc_.words[d.noun_end].form))
    return false;
  // "les alliés" are an alliance; other plurals are several bodies.
  const Actor* actor = entities_.actor(e);
  const bool members = d.agent == AgentKind::kPerson && !d.country_noun;  // "the militants"
  if (members ? d.number != Number::kPlur || !d.definite
              : (d.number == Number::kPlur) != d.country_noun)
    return false;
  const std::string_view type = actor ? std::string_view(actor->type) : "unknown";
  // A body that is only described is taken up by its own noun: "l'armée birmane" by no "ONG".
  if (!actor && (entities_[e].kind != EntityKind::kOrganisation || entities_[e].plural ||
                 !entities_.named(e)))
    return false;
  if (!type.empty())
    for (const std::string& t : d.takes_up)
      if (t == type) return true;
  return false;
}

// A complement behind the noun, beside the words that the tables know: "les forces de soutien".
bool Salience::complemented(const Candidate& d) const {
  for (int32_t k : tree_.children(d.mention.head))
    if (tree_.is(k, "nmod") && k >= d.noun_end && !doc_.words[k].morph.possessive) return true;
  return false;
}

// "les unités spéciales" are not just any units spoken of before: an adjective that those lack.
bool Salience::of_another_kind(const Candidate& d, const Candidate& before) const {
  if ((d.agent == AgentKind::kPerson && !d.country_noun) || d.demonstrative) return false;
  for (int32_t k : tree_.children(d.mention.head)) {
    if (!tree_.is(k, "amod") || k < d.noun_end) continue;
    bool shared = false;
    for (int32_t w = before.mention.first_word; w < before.mention.end_word; ++w)
      shared = shared || doc_.words[w].lemma == doc_.words[k].lemma;
    if (!shared) return true;
  }
  return false;
}

int32_t Salience::described_before(int32_t index) const {
  const Candidate& d = all_.list[index];
  // "Ce membre du réseau", of whoever was named: what is added tells more of them
  const bool shown = d.demonstrative && d.agent == AgentKind::kPerson && d.number != Number::kPlur;
  if (d.nations.empty() && !shown && complemented(d)) return kNone;
  const bool plural = d.number == Number::kPlur;
  struct Sum {
    double weight = 0;
    int32_t last = kNone;
  };
  std::map<int32_t, Sum> sums;
  for (int32_t j = index; j-- > 0 && distance(j, index) <= kMemory;) {
    const Candidate& a = all_.list[j];
    if (a.kind == CandidateKind::kAdjective || a.kind == CandidateKind::kThing ||
        a.kind == CandidateKind::kSpeaker || a.kind == CandidateKind::kPossessive)
      continue;
    const int32_t e = entity(j);
    if (e == kNone || tree_.below(d.mention.head, a.mention.head)) continue;
    const Entity& who = entities_[e];
    // "les alliés du Golfe" are other allies
    const bool body = body_of_type(e, d) && !(d.country_noun && of_another_kind(d, a));
    const bool organised = who.kind == EntityKind::kOrganisation;
    if (who.plural != plural && !body && !(organised && (!plural || entities_.named(e)))) continue;
    const int gap = distance(j, index);
    const std::string former = d.former ? "former " : "";
    const bool called = (entities_.has_role(e, former + d.lemma) ||
                         (!d.office.empty() && entities_.has_role(e, former + d.office))) &&
                        !of_another_kind(d, a);
    const bool same = body || called;
    double weight = role(a.mention.head);
    if (called && organised && entities_.named(e)) weight *= kCalledSo;
    // "Rebels fought Vigie. The rebels …": rather whoever was called so
    if (body && !called && d.agent == AgentKind::kPerson) weight *= 0.5;
    for (int k = 0; k < std::min(gap, 6); ++k) weight *= same ? 0.8 : 0.5;
    if (!same) {
      // A general word for a person ("le diplomate", "l'homme") takes up whoever is spoken of, when
      // neither office nor sector speaks against it.
      const bool general =
          d.agent == AgentKind::kPerson && !d.country_noun && d.office.empty() && !plural &&
          who.kind == EntityKind::kPerson && gap <= 2 &&
          (shown || d.sector.empty() || d.sector == "CVL" || d.sector == who.sector);
      if (!general || !visible(j, index)) continue;
      if (shown ? gap == 0 : d.title && d.sector != who.sector) continue;
      weight *= a.name == kNone && !a.definite ? 0.25 : 0.5;  // rather somebody named
    }
    if (d.gender != Gender::kNone && who.gender != Gender::kNone && d.gender != who.gender &&
        who.kind == EntityKind::kPerson)
      continue;
    Sum& sum = sums[e];
    sum.weight += weight;
    if (sum.last == kNone) sum.last = j;
  }
  Sum best;
  for (const auto& [e, sum] : sums)
    if (sum.weight > best.weight || (sum.weight == best.weight && sum.last > best.last)) best = sum;
  return best.last;
}

int32_t Salience::scene(int32_t index) const {
  const int32_t sentence = doc_.words[all_.list[index].mention.head].sentence;
  for (int32_t j = index; j-- > 0;) {
    const Mention& m = all_.list[j].mention;
    if (doc_.words[m.head].sentence != sentence) return kNone;
    if (m.first_word > doc_.sentences[sentence].first_word + 1) continue;
    const bool set_off = doc_.words[m.end_word].form == ",";
    return all_.list[j].kind == CandidateKind::kName && set_off && located(m.head) ? j : kNone;
  }
  return kNone;
}

// "Accused by Paris, the junta expelled two men", "the army attacked Kyiv": a state that does
// something to a government or an army, or undergoes it, is another one than theirs.
std::set<std::string> Salience::states_opposite(int32_t index) const {
  std::set<std::string> out;
  const Candidate& noun = all_.list[index];
  if (doc_.meta.language != "en" || noun.country_noun ||
      (noun.sector != "GOV" && noun.sector != "MIL"))
    return out;
  const int32_t verb = doc_.words[noun.mention.head].head;
  const int32_t sentence = doc_.words[noun.mention.head].sentence;
  for (size_t k = 0; k < all_.list.size(); ++k) {
    const Candidate& a = all_.list[k];
    if (doc_.words[a.mention.head].sentence != sentence || a.kind != CandidateKind::kName) continue;
    const int32_t e = entity(static_cast<int32_t>(k));
    if (e == kNone || entities_[e].kind != EntityKind::kState) continue;
    const int32_t other = doc_.words[a.mention.head].head;
    const bool participle = other != kNone && verb != kNone && tree_.is(other, "advcl") &&
                            doc_.words[other].head == verb && tree_.is(a.mention.head, "obl") &&
                            tree_.preposition(a.mention.head) == "by" &&
                            tree_.is(noun.mention.head, "nsubj");
    const bool argument = tree_.is(a.mention.head, "nsubj") || tree_.is(a.mention.head, "obj") ||
                          tree_.preposition(a.mention.head) == "by";
    if (participle || (argument && co_argument(noun, a))) out.insert(entities_[e].country);
  }
  return out;
}

int32_t Salience::state_before(int32_t index) const {
  const Candidate& noun = all_.list[index];
  const std::set<std::string> opposite = states_opposite(index);
  std::map<std::string, double> sums;
  std::map<std::string, int32_t> last;
  // "Oslo accuse le royaume", "la Chine soutient la junte": not one's own
  std::string itself;
  const bool body = noun.agent == AgentKind::kBody && noun.definite;
  if ((noun.country_noun || body) && tree_.is(noun.mention.head, "obj"))
    for (int32_t j = index; j-- > 0 && distance(j, index) == 0;)
      if (entity(j) != kNone && tree_.is(all_.list[j].mention.head, "nsubj") &&
          co_argument(noun, all_.list[j]) &&
          (noun.country_noun || entities_[entity(j)].kind == EntityKind::kState))
        itself = entities_[entity(j)].country;
  for (int32_t j = index; j-- > 0 && distance(j, index) <= kMemory;) {
    const int32_t e = entity(j);
    if (e == kNone || entities_[e].country.empty() || !entities_[e].members.empty()) continue;
    const Candidate& a = all_.list[j];
    // "le pays" is no pronoun's of a person: "il" keeps the person in mind, not the state
    if (noun.country_noun && entities_[e].kind == EntityKind::kPerson &&
        a.mention.form == MentionForm::kPronoun)
      continue;
    double weight = a.kind == CandidateKind::kAdjective ? 30 : role(a.mention.head);
    // "Le Hamas a tiré. L'armée a riposté": the army of no movement
    if (noun.sector == "MIL" && entities_[e].kind == EntityKind::kOrganisation &&
        entities_[e].sector != "MIL" && entities_[e].sector != "GOV")
      continue;
    const int d = distance(j, index);
    for (int k = 0; k < std::min(d, 10); ++k) weight *= 0.7;
    const std::string& country = entities_[e].country;
    if (country == itself || opposite.contains(country)) continue;
    sums[country] += weight;
    last.emplace(country, j);
  }
  int32_t best = kNone;
  double best_weight = 0;
  for (const auto& [country, weight] : sums)
    if (weight > best_weight || (weight == best_weight && last[country] > best)) {
      best_weight = weight;
      best = last[country];
    }
  return best;
}

int32_t Salience::same_sector_before(int32_t index) const {
  const Candidate& d = all_.list[index];
  if (d.sector != "MIL" && d.sector != "COP") return kNone;
  for (int32_t j = index; j-- > 0;) {
    if (distance(j, index) > 2) break;
    const int32_t e = entity(j);
    if (e == kNone || all_.list[j].kind == CandidateKind::kAdjective) continue;
    if (entities_[e].sector == d.sector && !entities_[e].country.empty()) return j;
  }
  return kNone;
}

std::vector<int32_t> Salience::most_salient(int32_t index, int count) const {
  const Candidate& d = all_.list[index];
  const bool persons = d.agent == AgentKind::kPerson && !d.country_noun;
  // "Washington urged both sides": whoever acts on them is neither, wherever else it is named.
  std::set<int32_t> acting;
  for (int32_t j = index; j-- > 0 && distance(j, index) == 0;)
    if (co_argument(d, all_.list[j]) && entity(j) != kNone) acting.insert(entity(j));
  struct Sum {
    double weight = 0;
    int32_t entity = kNone, last = kNone;
  };
  // "talks between X and Y (…) the two sides": as many as stand side by side
  for (int32_t j = index; j-- > 0 && distance(j, index) <= 2;) {
    const Candidate& a = all_.list[j];
    if (a.kind == CandidateKind::kThing || !visible(j, index) || d.lemma != "side") continue;
    if (std::vector<int32_t> side_by_side = coordination(j);
        static_cast<int>(side_by_side.size()) == count)
      return side_by_side;
  }
  std::map<std::string, Sum> sums;
  for (int32_t j = index; j-- > 0;) {
    const int gap = distance(j, index);
    if (gap > kWindow) break;
    const Candidate& a = all_.list[j];
    if (a.kind == CandidateKind::kThing || !visible(j, index) || co_argument(d, a)) continue;
    const int32_t e = entity(j);
    if (e == kNone || !entities_[e].members.empty() || acting.contains(e)) continue;
    const Entity& who = entities_[e];
    // "both sides" may be rebels
    if (who.plural && who.kind != EntityKind::kState && !d.country_noun &&
        !(d.lemma == "side" && who.sector == "REB"))
      continue;
    if (who.kind == EntityKind::kOutlet && d.sector != "JRN") continue;  // who tells it
    if (a.relational && who.country.empty()) continue;                   // "the enemy"
    if (persons != (who.kind == EntityKind::kPerson) && !d.country_noun) continue;
    // "both sides": a state and its army are one
    const bool one = d.country_noun || (d.lemma == "side" && !who.country.empty()) ||
                     (!persons && (d.sector == "GOV" || d.sector == "MIL"));
    // "Oslo, an ally of both governments": neither
    if (tree_.below(d.mention.head, a.mention.head)) continue;
    const bool against = d.lemma == "side" && who.sector == "REB";  // no part of their state
    const std::string& key = one && !against ? who.country : who.id;
    if (key.empty()) continue;
    double weight = a.kind == CandidateKind::kAdjective ? 20 : role(a.mention.head);
    for (int k = 0; k < gap; ++k) weight *= 0.5;
    Sum& sum = sums[key];
    sum.weight += weight;
    if (sum.last == kNone) sum.last = j, sum.entity = e;
  }
  std::vector<Sum> best;
  for (const auto& [key, sum] : sums) best.push_back(sum);
  std::stable_sort(best.begin(), best.end(), [](const Sum& a, const Sum& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.last > b.last;
  });
  if (static_cast<int>(best.size()) > count) best.resize(static_cast<size_t>(count));
  std::sort(best.begin(), best.end(), [](const Sum& a, const Sum& b) { return a.last < b.last; });
  std::vector<int32_t> found;
  for (const Sum& sum : best) found.push_back(sum.entity);
  return found;
}

}  // namespace selon
