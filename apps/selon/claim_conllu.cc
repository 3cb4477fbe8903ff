#include "claim_conllu.h"

#include <algorithm>
#include <cstdint>
#include <map>
#include <utility>

#include "base/utf8.h"
#include "claim_text.h"
#include "terminal.h"

namespace selon {
namespace {

constexpr size_t kColumns = 10, kForm = 1, kLemma = 2, kMisc = 9;
constexpr std::string_view kHidden = "█";  // redaction.h

// A stretch of the text in code points.
struct Stretch {
  size_t begin = 0, end = 0;
  bool overlaps(const Stretch& other) const { return begin < other.end && other.begin < end; }
};

class SentenceWriter {
 public:
  // `bytes`: code point → byte of the text, its end included. `claims`: those whose triggers the
  // sentence holds.
  SentenceWriter(const Document& d, const CodePointIndex& points,
                 const std::vector<uint32_t>& bytes, const StoredSentence& sentence,
                 std::vector<const Claim*> claims)
      : d_(d), points_(points), bytes_(bytes), sentence_(sentence), claims_(std::move(claims)) {
    place_ = {sentence.begin, sentence.begin};
  }

  std::string text() {
    std::string out;
    for (std::string_view line : split(sentence_.conllu, '\n')) {
      if (line.starts_with("# sent_id")) {
        out += "# sent_id = " + d_.meta.sha256.substr(0, 16) + '-' +
               std::to_string(sentence_.position + 1) + '\n';
      } else if (line.starts_with("# text =")) {
        const std::string text = words({sentence_.begin, sentence_.end});
        out += "# text = " + text + '\n';
        for (const Claim* claim : claims_)
          out += "# claim = " + claim->id + ' ' +
                 one_line(claim_text(d_, *claim) + ", according to " + voices_text(d_, *claim)) +
                 '\n';
      } else if (line.starts_with('#')) {
        out += std::string(line) + '\n';
      } else if (!line.empty()) {
        out += word(line) + '\n';
      }
    }
    return out + '\n';
  }

 private:
  Stretch stretch(Span span) const { return {points_.at(span.begin), points_.at(span.end)}; }

  // What stands there, on one line, as a cell of CoNLL-U holds it.
  std::string words(const Stretch& s) const {
    const size_t begin = byte(s.begin), end = byte(s.end);
    std::string out = d_.text.substr(begin, end - begin);
    std::replace_if(
        out.begin(), out.end(), [](char c) { return c == '\t' || c == '\n' || c == '\r'; }, ' ');
    return out;
  }
  size_t byte(size_t point) const { return bytes_[std::min(point, bytes_.size() - 1)]; }

  // A line of a word or of a multi-word token, with what the claims say of it.
  std::string word(std::string_view line) {
    std::vector<std::string> cells;
    for (std::string_view cell : split(line, '\t')) cells.emplace_back(cell);
    if (cells.size() != kColumns) return std::string(line);
    const bool token = cells[0].find('-') != std::string::npos;
    const int number = std::stoi(cells[0]);
    if (token || number > inside_until_) place_ = find(cells[kForm]);
    if (token) inside_until_ = std::stoi(cells[0].substr(cells[0].find('-') + 1));
    const std::string shown = words(place_);
    if (shown.find(kHidden) != std::string::npos) {
      cells[kForm] = shown;
      if (!token) cells[kLemma] = shown;
    }
    // A multi-word token's words carry the marks, as they carry the tags.
    if (!token) cells[kMisc] = misc(cells[kMisc]);
    std::string out;
    for (const std::string& cell : cells) out += (&cell == &cells.front() ? "" : "\t") + cell;
    return out;
  }

  // Where the next token stands: from where its first character, or a hidden one, does.
  Stretch find(const std::string& form) const {
    const size_t length = count_code_points(form);
    size_t first = 0, begin = place_.end;
    decode(form, first);
    while (begin + length < sentence_.end) {
      const std::string here = words({begin, begin + 1});
      if (here == kHidden || here == form.substr(0, first)) break;
      ++begin;
    }
    return {begin, std::min(begin + length, sentence_.end)};
  }

  std::string misc(const std::string& given) const {
    std::map<std::string, std::string> marks;  // in the order of the alphabet, as UD has it
    const auto mark = [&](const char* name, const Claim* claim, Span span) {
      if (!stretch(span).overlaps(place_)) return;
      std::string& ids = marks[name];
      if (ids.find(claim->id) == std::string::npos) ids += (ids.empty() ? "" : ",") + claim->id;
    };
    for (const Claim* claim : claims_) {
      for (int32_t m : claim->actors) mark("Actor", claim, d_.mentions[m].span);
      mark("Claim", claim, claim->trigger);
      for (int32_t m : claim->recipients) mark("Recipient", claim, d_.mentions[m].span);
    }
    std::string out;
    for (const auto& [name, ids] : marks) out += (out.empty() ? "" : "|") + name + "=" + ids;
    if (given != "_") out += (out.empty() ? "" : "|") + given;
    return out.empty() ? "_" : out;
  }

  const Document& d_;
  const CodePointIndex& points_;
  const std::vector<uint32_t>& bytes_;
  const StoredSentence& sentence_;
  std::vector<const Claim*> claims_;
  Stretch place_;         // of the token at hand
  int inside_until_ = 0;  // the last word of the multi-word token at hand
};

}  // namespace

std::string claim_conllu(const Document& d, const std::vector<StoredSentence>& sentences) {
  const CodePointIndex points(d.text);
  std::vector<uint32_t> bytes;
  for (size_t at = 0; at < d.text.size(); decode(d.text, at))
    bytes.push_back(static_cast<uint32_t>(at));
  bytes.push_back(static_cast<uint32_t>(d.text.size()));
  std::vector<std::pair<size_t, const Claim*>> triggers;  // by place
  for (const Claim& claim : d.claims) triggers.emplace_back(points.at(claim.trigger.begin), &claim);
  const auto by_place = [](const auto& a, const auto& b) { return a.first < b.first; };
  std::stable_sort(triggers.begin(), triggers.end(), by_place);
  std::string out;
  auto next = triggers.begin();
  for (const StoredSentence& sentence : sentences) {
    std::vector<const Claim*> claims;
    for (; next != triggers.end() && next->first < sentence.end; ++next)
      if (next->first >= sentence.begin) claims.push_back(next->second);
    if (claims.empty()) continue;
    if (out.empty()) out = "# newdoc id = " + one_line(d.meta.id) + '\n';
    out += SentenceWriter(d, points, bytes, sentence, std::move(claims)).text();
  }
  return out;
}

}  // namespace selon
