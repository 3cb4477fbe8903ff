#include "claims/attributions.h"

#include <algorithm>
#include <utility>

#include "base/utf8.h"
#include "claims/attribution_context.h"
#include "claims/speech_participles.h"
#include "mentions/lookup.h"

namespace selon {
namespace {

// Turns drafts into attributions: cited sources, pronouns that go back to the last speaker, who
// speaks inside whose words.
class Nesting {
 public:
  explicit Nesting(AttributionContext& c) : c_(c) {}

  void run() {
    drop_own_voice();
    resolve_pronouns();
    cited_sources();
    separate();
    std::stable_sort(c_.drafts.begin(), c_.drafts.end(), [&](const Draft& a, const Draft& b) {
      return a.content.front() != b.content.front() ? a.content.front() < b.content.front()
                                                    : a.content.size() > b.content.size();
    });
    const auto count = static_cast<int32_t>(c_.drafts.size());
    std::vector<int32_t> parent = holders();
    break_cycles(parent);
    same_speaker(parent);
    for (int32_t i = 0; i < count; ++i) emit(c_.drafts[i], parent[i]);
  }

 private:
  const Document& doc() const { return c_.doc; }

  static int32_t anchor(const Draft& d) { return d.cue_word != kNone ? d.cue_word : kNone; }

  // The narrator's outlet and author are no voices of their own article.
  void drop_own_voice() {
    const std::string outlet = fold(doc().meta.outlet), author = fold(doc().meta.author);
    std::erase_if(c_.drafts, [&](const Draft& d) {
      if (d.source.name.empty() || d.rule == "epigraph" || d.rule == "note") return false;
      const std::string name = fold(d.source.name);
      return name == author || (name == outlet && d.rule != "turn");
    });
  }

  // "Il a ajouté", "poursuit-elle": the last speaker, when the words leave it open or he fits.
  void resolve_pronouns() {
    std::stable_sort(c_.drafts.begin(), c_.drafts.end(),
                     [&](const Draft& a, const Draft& b) { return start(a) < start(b); });
    for (size_t i = 0; i < c_.drafts.size(); ++i) {
      Draft& d = c_.drafts[i];
      if (d.source.anaphoric) resolve_text(i);
      if (!d.source.pronoun) continue;
      if (d.source.entity != kNone && !fits(d.source.head, d.source)) {
        d.source.entity = kNone;
        d.source.name = doc().words[d.source.head].form;
        d.source.kind = "unnamed";
      }
      const Draft* last = nullptr;
      for (size_t j = first_of(i); j < i; ++j) {
        const Draft& other = c_.drafts[j];
        if (other.source.name.empty() || other.source.entity == kNone || other.rule == "turn" ||
            other.rule == "epigraph" || other.rule == "note")
          continue;
        if (c_.block_of(start(d)) - c_.block_of(start(other)) > 1) continue;
        if (c_.quotation_at(start(other)) != c_.quotation_at(start(d)) && !other.cue.empty())
          continue;
        // "Il" inside somebody's own words is not he
        if (other.content.contains(d.source.head)) continue;
        if (!fits(d.source.head, other.source)) continue;
        // "Il" and "he" are people rather than papers
        const auto human = [](const Draft& x) {
          return x.source.kind == "person" || x.source.kind == "unnamed";
        };
        if (last != nullptr && human(*last) && !human(other) && !neuter(d.source.head) &&
            c_.block_of(start(*last)) == c_.block_of(start(other)))
          continue;
        last = &other;
      }
      if (last == nullptr) continue;
      const bool speaks_on = d.report != Report::kIndirect || d.rule == "incise_indirect";
      if (d.source.entity != kNone && !speaks_on) continue;
      d.source.entity = last->source.entity;
      d.source.name = last->source.name;
      d.source.kind = last->source.kind;
    }
  }

  int32_t start(const Draft& d) const { return d.cue.empty() ? d.content.front() : d.cue.front(); }

  // How many attributions back somebody may be taken up again.
  static size_t first_of(size_t i) {
    constexpr size_t kReach = 60;
    return i > kReach ? i - kReach : 0;
  }

  // "Le rapport ajoute que": the source that was introduced with the same noun; "l'article": else
  // whoever spoke last.
  void resolve_text(size_t i) {
    Draft& d = c_.drafts[i];
    const std::string& lemma = doc().words[d.source.head].lemma;
    const bool authored = c_.lexicon.signed_document(lemma);
    const Draft* last = nullptr;
    for (size_t j = first_of(i); j < i; ++j) {
      const Draft& other = c_.drafts[j];
      if (other.source.name.empty() || other.source.head == kNone || other.rule == "turn" ||
          other.rule == "epigraph" || other.rule == "note" || other.source.anaphoric)
        continue;
      const bool same = doc().words[other.source.head].lemma == lemma;
      if (same || (authored && other.source.kind != "government")) last = &other;
    }
    if (last == nullptr) return;
    d.source.entity = last->source.entity;
    d.source.name = last->source.name;
    d.source.kind = last->source.kind;
  }

  bool neuter(int32_t pronoun) const { return lower(doc().words[pronoun].form) == "it"; }

  // Gender and number of a pronoun against an entity.
  bool fits(int32_t pronoun, const Source& source) const {
    if (pronoun == kNone) return true;
    const Entity& e = doc().entities[source.entity];
    const std::string form = lower(doc().words[pronoun].form);
    const bool plural = form.ends_with("ils") || form.ends_with("elles") || form == "they" ||
                        form == "ceux-ci" || form == "celles-ci";
    if (plural && e.kind == EntityKind::kPerson && !e.plural) return false;
    if (!plural && e.plural && form != "it") return false;
    const bool feminine = form.ends_with("elle") || form == "she" || form == "celle-ci";
    const bool masculine = form.ends_with("il") || form == "he" || form == "celui-ci";
    if (feminine && e.gender == Gender::kMasc) return false;
    if (masculine && e.gender == Gender::kFem) return false;
    if (form == "it") return e.kind != EntityKind::kPerson;
    if ((form == "he" || form == "she") && e.kind != EntityKind::kPerson &&
        e.kind != EntityKind::kUnknown)
      return false;
    return true;
  }

  // "selon X, cité par Y": Y says what X said. "affirme X, citant Y": X says what Y said.
  void cited_sources() {
    const size_t count = c_.drafts.size();
    for (size_t i = 0; i < count; ++i) {
      const Draft d = c_.drafts[i];
      if (d.source.head == kNone || d.cue.empty()) continue;
      for (int32_t child : c_.tree.children(d.source.head)) {
        const std::string& lemma = doc().words[child].lemma;
        if (!c_.tree.is(child, "acl") && !c_.tree.is(child, "advcl") && !c_.tree.is(child, "amod"))
          continue;
        if (!c_.lexicon.words().is(lemma, WordClass::kQuote)) continue;
        for (int32_t agent : c_.tree.children(child)) {
          const std::string_view by = c_.tree.preposition(agent);
          if (doc().words[agent].deprel != "obl:agent" && by != "par" && by != "by") continue;
          auto who = c_.sources.read(agent);
          if (!who || who->name.empty()) continue;
          Draft outer;
          outer.cue.add(child);
          outer.cue_word = child;
          outer.source = std::move(*who);
          outer.content = d.content;
          outer.content.add(d.cue);
          WordSet own = d.source.words;
          own.remove(outer.source.words);
          own.remove(outer.cue);
          outer.content.add(own);
          outer.report = Report::kIndirect;
          outer.rule = "cited_by";
          c_.drafts.push_back(std::move(outer));
        }
      }
    }
  }

  // A cue that governs a whole sentence takes its own words out of what others are given there.
  void separate() {
    std::vector<std::pair<int32_t, size_t>> cues;  // by word
    for (size_t i = 0; i < c_.drafts.size(); ++i)
      if (!c_.drafts[i].cue.empty()) cues.emplace_back(c_.drafts[i].cue_word, i);
    std::sort(cues.begin(), cues.end());
    for (const Draft& outer : c_.drafts) {
      if (outer.cue.empty() || outer.content.empty()) continue;
      auto at = std::lower_bound(cues.begin(), cues.end(),
                                 std::pair<int32_t, size_t>(outer.content.front(), 0));
      for (; at != cues.end() && at->first <= outer.content.back(); ++at) {
        Draft& inner = c_.drafts[at->second];
        if (&inner == &outer || !outer.content.contains(inner.cue_word) ||
            !inner.content.contains(outer.cue_word))
          continue;
        if (outer.content.size() < inner.content.size()) continue;
        inner.content.remove(outer.cue);
        inner.content.remove(outer.source.words);
      }
    }
    std::erase_if(c_.drafts, [](const Draft& d) { return d.content.empty(); });
  }

  // For each draft the smallest content that holds its cue, or all of a draft without one: the
  // contents are laid over the words, the longest first.
  std::vector<int32_t> holders() const {
    const auto count = static_cast<int32_t>(c_.drafts.size());
    std::vector<int32_t> order(count), parent(count, kNone), owner(doc().words.size(), kNone);
    for (int32_t i = 0; i < count; ++i) order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](int32_t a, int32_t b) {
      return c_.drafts[a].content.size() > c_.drafts[b].content.size();
    });
    for (int32_t i : order) {
      const Draft& d = c_.drafts[i];
      if (d.cue_word == kNone) {
        const int32_t above = owner[d.content.front()];
        if (above != kNone && c_.drafts[above].content.contains(d.content.back()) &&
            c_.drafts[above].content.size() > d.content.size())
          parent[i] = above;
      }
      for (const WordRange& r : d.content.ranges())
        std::fill(owner.begin() + r.first, owner.begin() + r.end, i);
    }
    for (int32_t i = 0; i < count; ++i)
      if (c_.drafts[i].cue_word != kNone && owner[c_.drafts[i].cue_word] != i)
        parent[i] = owner[c_.drafts[i].cue_word];
    return parent;
  }

  // Two cues inside each other's content: the longer content is the outer one.
  void break_cycles(std::vector<int32_t>& parent) const {
    const auto count = static_cast<int32_t>(parent.size());
    for (int32_t i = 0; i < count; ++i) {
      int32_t up = parent[i], steps = 0, longest = i;
      while (up != kNone && up != i && steps++ <= count) {
        if (c_.drafts[up].content.size() > c_.drafts[longest].content.size()) longest = up;
        up = parent[up];
      }
      if (up == i) {
        parent[longest] = kNone;
      } else if (steps > count) {
        parent[i] = kNone;
      }
    }
  }

  // Somebody inside his own words is one voice.
  void same_speaker(std::vector<int32_t>& parent) const {
    for (size_t i = 0; i < parent.size(); ++i)
      for (int32_t up = parent[i]; up != kNone; up = parent[up]) {
        const Source& own = c_.drafts[i].source;
        const Source& above = c_.drafts[up].source;
        const bool same = own.entity != kNone ? own.entity == above.entity
                                              : !own.name.empty() && own.name == above.name;
        if (!same || up != parent[i]) break;
        parent[i] = parent[up];
      }
  }

  // Commas at the ends of a content are the narrator's.
  void trim(WordSet& content) const {
    const auto comma = [&](int32_t w) {
      return doc().words[w].form == "," || doc().words[w].form == ":";
    };
    while (content.size() > 1 && comma(content.front()))
      content.remove(WordRange{content.front(), content.front() + 1});
    while (content.size() > 1 && comma(content.back()))
      content.remove(WordRange{content.back(), content.back() + 1});
  }

  void emit(Draft d, int32_t parent) const {
    trim(d.content);
    Attribution a;
    a.cue = d.cue.empty() ? d.cue_span : d.cue.span(doc());
    a.cue_word = d.cue_word;
    a.source = d.source_is_cue ? a.cue : d.source.words.span(doc());
    a.entity = d.source.entity;
    a.name = d.source.name;
    a.kind = d.source.kind;
    a.content = d.content.span(doc());
    a.words = d.content.ranges();
    a.report = d.report;
    a.certainty = d.certainty;
    a.parent = parent;
    a.rule = d.rule;
    c_.doc.attributions.push_back(std::move(a));
  }

  AttributionContext& c_;
};

}  // namespace

Result<AttributionFinder> AttributionFinder::open(const std::string& data_dir) {
  Result<ReportingLexicon> french = ReportingLexicon::open(data_dir, "fr");
  if (!french) return french.error();
  Result<ReportingLexicon> english = ReportingLexicon::open(data_dir, "en");
  if (!english) return english.error();
  AttributionFinder finder;
  finder.french_ = std::move(*french);
  finder.english_ = std::move(*english);
  return finder;
}

void AttributionFinder::mend(Document& doc) const { hang_speech_participles(doc, of(doc)); }

void AttributionFinder::run(Document& doc) const {
  if (doc.words.empty()) return;
  AttributionContext context(doc, of(doc));
  find_block_attributions(context);
  find_interview_attributions(context);
  find_preposition_attributions(context);
  find_hearsay_attributions(context);
  find_verb_attributions(context);
  find_noun_attributions(context);
  find_colon_attributions(context);
  find_carried_attributions(context);
  Nesting(context).run();
}

}  // namespace selon
