// Who "je" and "nous" are: known once attributions are.
#include <algorithm>
#include <map>

#include "mentions/coreference.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

constexpr size_t kNested = 64;  // attributions looked back over: deeper nesting is no prose

// Share of what is named of other states that makes one of them "the enemy" of whoever speaks.
constexpr double kOpponent = 0.6;

// "notre armée": what the speaker calls theirs is of the speaker's state.
void give_to(Document& doc, const Mention& possessive) {
  const int32_t owned = mention_at_head(doc, doc.words[possessive.head].head);
  const Entity& speaker = doc.entities[possessive.entity];
  if (owned == kNone || speaker.country.empty()) return;
  Mention& m = doc.mentions[owned];
  if (m.form != MentionForm::kDescription || m.entity == kNone || m.coref != kNone) return;
  Entity entity = doc.entities[m.entity];
  if (entity.code != "UNK" || !entity.id.starts_with("local/") || !entity.members.empty()) return;
  entity.country = speaker.country;
  if (entity.kind == EntityKind::kState) {  // "notre pays"
    entity.id = "state/" + speaker.country;
    const auto known = std::find_if(doc.entities.begin(), doc.entities.end(),
                                    [&](const Entity& e) { return e.id == entity.id; });
    if (known != doc.entities.end()) {
      m.entity = static_cast<int32_t>(known - doc.entities.begin());
      return;
    }
  }
  entity.code = speaker.country + entity.sector;
  doc.entities[m.entity] = std::move(entity);
}

// Who is asked where answers bear no label: the one guest of an interview; kNone.
int32_t guest_of(const Document& doc) {
  int32_t guest = kNone;
  for (const Attribution& a : doc.attributions) {
    if (a.rule != "turn") continue;
    if (a.cue.size() > 0 || a.entity == kNone || (guest != kNone && guest != a.entity))
      return kNone;
    guest = a.entity;
  }
  return guest;
}

// "The enemy will pay", says a side of two: the state that the text speaks of most beside the
// speaker's own.
class Opponents {
 public:
  explicit Opponents(Document& doc) : doc_(doc) {
    for (const Mention& m : doc.mentions)
      if (m.entity != kNone && m.form != MentionForm::kPronoun &&
          m.form != MentionForm::kPossessive && !doc.entities[m.entity].country.empty())
        ++named_[doc.entities[m.entity].country];
  }

  void run() {
    constexpr int kMost = 500;  // of them, in a text
    int seen = 0;
    for (Mention& m : doc_.mentions)
      if (foe(m) && ++seen < kMost)
        if (const std::string country = of_speaker(m); !country.empty()) name(m, opponent(country));
  }

 private:
  bool foe(const Mention& m) const {
    const std::string& lemma = doc_.words[m.head].lemma;
    if (m.form != MentionForm::kDescription || m.entity == kNone ||
        (lemma != "enemy" && lemma != "ennemi" && lemma != "adversary"))
      return false;
    const Entity& e = doc_.entities[m.entity];
    const std::string& first = doc_.words[m.first_word].lemma;
    return e.code == "UNK" && e.members.empty() && (first == "the" || first == "le");
  }

  std::string of_speaker(const Mention& m) const {
    const Attribution* innermost = nullptr;
    for (const Attribution& a : doc_.attributions)
      if (a.entity != kNone && a.content.contains(m.span) &&
          (!innermost || a.content.size() < innermost->content.size()))
        innermost = &a;
    return innermost ? doc_.entities[innermost->entity].country : std::string();
  }

  std::string opponent(const std::string& own) const {
    int all = 0, most = 0;
    std::string best;
    for (const auto& [country, count] : named_) {
      if (country == own) continue;
      all += count;
      if (count > most) most = count, best = country;
    }
    return most >= 2 && most >= kOpponent * all ? best : std::string();
  }

  void name(Mention& m, const std::string& country) {
    if (country.empty()) return;
    Entity foe = doc_.entities[m.entity];
    foe.id += "/" + country;  // another speaker's enemy is somebody else
    foe.country = country;
    foe.code = country + foe.sector;
    const auto known = std::find_if(doc_.entities.begin(), doc_.entities.end(),
                                    [&](const Entity& e) { return e.id == foe.id; });
    m.entity = static_cast<int32_t>(known - doc_.entities.begin());
    if (known == doc_.entities.end()) doc_.entities.push_back(std::move(foe));
  }

  Document& doc_;
  std::map<std::string, int> named_;  // mentions by country
};

}  // namespace

void resolve_speakers(Document& doc) {
  std::vector<int32_t> direct;  // by where their words begin
  for (size_t a = 0; a < doc.attributions.size(); ++a)
    if (doc.attributions[a].report != Report::kIndirect && doc.attributions[a].entity != kNone)
      direct.push_back(static_cast<int32_t>(a));
  std::stable_sort(direct.begin(), direct.end(), [&](int32_t a, int32_t b) {
    return doc.attributions[a].content.begin < doc.attributions[b].content.begin;
  });
  for (Mention& m : doc.mentions) {
    if ((m.rule != "speaker" && m.rule != "author") || m.entity != kNone) continue;
    const auto behind = std::upper_bound(
        direct.begin(), direct.end(), m.span.begin,
        [&](uint32_t at, int32_t a) { return at < doc.attributions[a].content.begin; });
    const Attribution* innermost = nullptr;
    for (auto it = behind; it != direct.begin() && static_cast<size_t>(behind - it) < kNested;) {
      const Attribution& a = doc.attributions[*--it];
      if (a.content.contains(m.span) &&
          (!innermost || a.content.size() < innermost->content.size()))
        innermost = &a;
    }
    // outside quotation marks only an interview's answers are not the author's
    if (innermost && (m.rule == "speaker" || innermost->rule == "turn")) {
      m.entity = innermost->entity;
      m.rule = "speaker";
    }
  }
  if (const int32_t guest = guest_of(doc); guest != kNone) {
    std::vector<Span> answers;
    for (const Attribution& a : doc.attributions)
      if (a.rule == "turn") answers.push_back(a.content);
    std::sort(answers.begin(), answers.end(),
              [](const Span& a, const Span& b) { return a.begin < b.begin; });
    for (Mention& m : doc.mentions) {
      if (m.rule != "addressee" || m.entity != kNone) continue;
      const auto behind =
          std::upper_bound(answers.begin(), answers.end(), m.span.begin,
                           [](uint32_t at, const Span& answer) { return at < answer.begin; });
      if (behind == answers.begin() || !(behind - 1)->contains(m.span)) m.entity = guest;
    }
  }
  Opponents(doc).run();
  for (size_t m = 0; m < doc.mentions.size(); ++m)
    if (doc.mentions[m].rule == "speaker" && doc.mentions[m].form == MentionForm::kPossessive &&
        doc.mentions[m].entity != kNone)
      give_to(doc, doc.mentions[m]);
}

}  // namespace selon
