#include "query.h"

#include <algorithm>
#include <optional>

#include "base/utf8.h"
#include "knowledge/actors.h"
#include "knowledge/data_dir.h"
#include "knowledge/event_types.h"

namespace selon {

void QueryArguments::add_store(CLI::App& command) {
  command.add_option("--store", store, "The store's file")->required();
  command.add_option("--run", query.run, "Take this run's codings instead of the latest")
      ->check(CLI::PositiveNumber);
}

void QueryArguments::add_filters(CLI::App& command) {
  command
      .add_option("--according-to", query.according_to,
                  "Whose word it is: innermost voice, or the article's own (several: A,B)")
      ->delimiter(',');
  command.add_option("--via", query.via, "Who stands anywhere in the chain of voices");
  command.add_option("--actor", query.actor, "Who does it: a name, a code (IRN), a slug");
  command.add_option("--recipient", query.recipient, "To whom");
  command.add_option("--event", query.event, "PLOVER type (ASSAULT), or ALLIED, HOSTILE, MEMBER")
      ->check(CLI::IsMember(std::vector<std::string>(kEventTypes.begin(), kEventTypes.end()),
                            CLI::ignore_case));
  command.add_option("--certainty", query.certainty, "How firmly it is said")
      ->check(CLI::IsMember({"asserted", "hedged", "possible", "questioned", "denied"}));
  command
      .add_option("--min-confidence", query.min_confidence,
                  "How sure the parser must be of what the claim rests on, 0 to 1")
      ->check(CLI::Range(0.0, 1.0));
  command.add_option(
      "--since", query.since,
      "Not before this day, month or year: the event's own date, where the text tells "
      "none its article's");
  command.add_option("--until", query.until, "Not after");
  command.add_option("--text", query.text, "Words, \"a phrase\" or a prefi* in the quote");
  command.add_option("--document", query.document, "Only this article");
}

namespace {

// Whether the name has all words that were typed: "Boris Johnson" of "Johnson". Then the words find
// it, and whoever else is called so; the tables would know one Johnson of many.
bool has_words_of(const std::string& name, const std::string& typed) {
  const std::string folded = fold(name), wanted = fold(typed);
  const std::vector<std::string_view> words = split(folded, ' ');
  for (std::string_view word : split(wanted, ' '))
    if (std::find(words.begin(), words.end(), word) == words.end()) return false;
  return true;
}

}  // namespace

ClaimQuery QueryArguments::resolved() const {
  ClaimQuery out = query;
  if (out.according_to.empty() && out.via.empty() && out.actor.empty() && out.recipient.empty())
    return out;
  const Result<std::string> data = find_data_dir();
  if (!data) return out;
  const Result<Actors> actors = Actors::open(*data);
  if (!actors) return out;
  const auto canonical = [&](const std::string& name) {
    for (Lang lang : {Lang::kFr, Lang::kEn})
      if (const Match match = actors->match_name(name, lang); match && !match.readings.empty()) {
        const std::string& known = match.readings.front().actor->name;
        return has_words_of(known, name) ? name : known;
      }
    return name;
  };
  for (const std::string& name : query.according_to)
    if (const std::string known = canonical(name); known != name) out.according_to.push_back(known);
  for (std::string* name : {&out.via, &out.actor, &out.recipient})
    if (!name->empty()) *name = canonical(*name);
  return out;
}

std::string QueryArguments::described() const {
  std::string out, voices;
  const auto add = [&out](const std::string& what, const std::string& value) {
    if (!value.empty()) out += (out.empty() ? "" : "; ") + what + " " + value;
  };
  for (const std::string& voice : query.according_to)
    voices += (voices.empty() ? "" : " or ") + voice;
  add("according to", voices);
  add("via", query.via);
  add("actor", query.actor);
  add("recipient", query.recipient);
  add("event", query.event);
  add("certainty", query.certainty);
  add("since", query.since);
  add("until", query.until);
  add("with the words", query.text);
  add("in the article", query.document);
  if (query.min_confidence > 0)
    add("confidence at least", CLI::detail::to_string(query.min_confidence));
  if (query.run > 0) add("run", std::to_string(query.run));
  return out;
}

Status for_each_hit(
    Store& store, const std::vector<ClaimHit>& hits,
    const std::function<bool(const Document&, const Claim&, const CodePointIndex&)>& take) {
  Document document;
  std::optional<CodePointIndex> points;
  int64_t loaded = 0;
  for (const ClaimHit& hit : hits) {
    if (hit.coding != loaded) {
      Result<Document> next = store.load(hit.coding);
      if (!next) return next.error();
      document = std::move(*next);
      points.emplace(document.text);
      loaded = hit.coding;
    }
    if (!take(document, document.claims[hit.position], *points)) break;
  }
  return Ok{};
}

}  // namespace selon
