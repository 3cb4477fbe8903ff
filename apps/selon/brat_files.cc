#include "brat_files.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>
#include <vector>

#include "base/files.h"
#include "base/utf8.h"
#include "claim_files.h"
#include "claim_text.h"
#include "knowledge/event_types.h"
#include "terminal.h"

namespace selon {
namespace {

constexpr std::array<std::string_view, 9> kThings = {
    "Person", "Organisation", "State", "People", "Outlet", "Somebody", "Source", "Place", "Time"};

const char* type_of(EntityKind kind) {
  switch (kind) {
    case EntityKind::kPerson:
      return "Person";
    case EntityKind::kOrganisation:
      return "Organisation";
    case EntityKind::kState:
      return "State";
    case EntityKind::kPeople:
      return "People";
    case EntityKind::kOutlet:
      return "Outlet";
    default:
      return "Somebody";
  }
}

// What ends a line for Python's readers, and the tab, which parts brat's fields.
bool parts_lines(char32_t c) {
  return (c >= 0x09 && c <= 0x0D) || (c >= 0x1C && c <= 0x1E) || c == 0x85 || c == 0x2028 ||
         c == 0x2029;
}

// The annotations of one article: things are written once, however many claims they belong to.
class Annotations {
 public:
  explicit Annotations(const Document& d) : d_(d), points_(d.text) {}

  void add(const Claim& claim) {
    const std::string event = "E" + std::to_string(++events_);
    std::string line = event + '\t' + claim.event + ':' + thing(claim.event, claim.trigger);
    std::map<std::string, int> roles;
    const auto argument = [&](const std::string& role, const std::string& id) {
      const int n = ++roles[role];  // "Actor", "Actor2" …
      if (!id.empty()) line += ' ' + role + (n > 1 ? std::to_string(n) : "") + ':' + id;
    };
    for (int32_t m : claim.actors) argument("Actor", mention(m));
    for (int32_t m : claim.recipients) argument("Recipient", mention(m));
    for (int32_t p : scenes(d_, claim)) argument("Place", thing("Place", d_.places[p].span));
    for (int32_t t : claim.when) argument("Time", thing("Time", d_.times[t].span));
    for (int32_t v : claim.voices)
      if (!d_.attributions[v].source.empty())
        argument("Voice", thing("Source", d_.attributions[v].source));
    out_ += line + '\n';
    attribute("Certainty", event, std::string(to_string(claim.certainty)));
    if (claim.polarity == Polarity::kNeg) attribute("Negated", event, "");
    if (claim.hypothetical) attribute("Hypothetical", event, "");
    attribute("Tense", event, std::string(to_string(claim.time)));
    note(event,
         claim.id + ": " + claim_text(d_, claim) + ", according to " + voices_text(d_, claim));
  }

  std::string text() const { return out_; }

 private:
  // The id of the annotation on these words; writes it where it is new.
  std::string thing(const std::string& type, Span span) {
    const auto [at, is_new] = things_.insert({{type, span.begin, span.end}, ""});
    if (!is_new) return at->second;
    const auto [places, words] = pieces(span);
    if (places.empty()) return "";
    at->second = "T" + std::to_string(++numbered_);
    out_ += at->second + '\t' + type + ' ' + places + '\t' + words + '\n';
    return at->second;
  }

  std::string mention(int32_t index) {
    const Mention& m = d_.mentions[index];
    const Entity* entity = m.entity == kNone ? nullptr : &d_.entities[m.entity];
    const size_t before = numbered_;
    const std::string id = thing(type_of(entity ? entity->kind : EntityKind::kUnknown), m.span);
    if (entity && numbered_ > before)
      note(id, entity->name + (entity->code.empty() ? "" : " (" + entity->code + ")"));
    return id;
  }

  // "24 32" and the words; "24 32;33 40" where a line ends between.
  std::pair<std::string, std::string> pieces(Span span) const {
    std::string places, words;
    uint32_t begin = span.begin;
    const auto take = [&](uint32_t end) {
      if (end == begin) return;
      if (!places.empty()) places += ';', words += ' ';
      places += std::to_string(points_.at(begin)) + ' ' + std::to_string(points_.at(end));
      words += d_.text.substr(begin, end - begin);
    };
    for (size_t at = span.begin; at < span.end;) {
      const auto here = static_cast<uint32_t>(at);
      if (!parts_lines(decode(d_.text, at))) continue;
      take(here);
      begin = static_cast<uint32_t>(at);
    }
    take(span.end);
    return {places, words};
  }

  void attribute(const char* name, const std::string& of, const std::string& value) {
    out_ += "A" + std::to_string(++attributes_) + '\t' + name + ' ' + of +
            (value.empty() ? "" : " " + value) + '\n';
  }
  void note(const std::string& of, const std::string& words) {
    out_ +=
        "#" + std::to_string(++notes_) + "\tAnnotatorNotes " + of + '\t' + one_line(words) + '\n';
  }

  const Document& d_;
  const CodePointIndex points_;
  std::string out_;
  std::map<std::tuple<std::string, uint32_t, uint32_t>, std::string> things_;
  size_t numbered_ = 0, events_ = 0, attributes_ = 0, notes_ = 0;
};

}  // namespace

std::string brat_annotations(const Document& d) {
  Annotations annotations(d);
  for (const Claim& claim : d.claims) annotations.add(claim);
  return annotations.text();
}

std::string brat_configuration() {
  std::string out = "[entities]\n";
  for (std::string_view thing : kThings) out += std::string(thing) + '\n';
  out += "\n[relations]\n\n[events]\n";
  for (std::string_view event : kEventTypes)
    out += std::string(event) +
           " Actor*:<ENTITY>, Recipient*:<ENTITY>, Place*:Place, Time*:Time, Voice*:Source\n";
  return out +
         "\n[attributes]\n"
         "Certainty Arg:<EVENT>, Value:asserted|hedged|possible|questioned|denied\n"
         "Tense Arg:<EVENT>, Value:past|present|future\n"
         "Negated Arg:<EVENT>\nHypothetical Arg:<EVENT>\n";
}

std::string brat_name(const Document& d) {
  constexpr size_t kLongest = 60;
  const std::string& id = d.meta.id;
  const size_t slash = id.rfind('/');
  std::string name;
  for (char c : id.substr(slash == std::string::npos ? 0 : slash + 1)) {
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    if (plain)
      name += c;
    else if (!name.empty() && name.back() != '-')
      name += '-';
  }
  name.resize(std::min(name.size(), kLongest));
  if (!name.empty() && name.back() != '-') name += '-';
  return name + sha256(id).substr(0, 8);
}

}  // namespace selon
