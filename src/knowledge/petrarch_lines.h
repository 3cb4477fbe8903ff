// Lines of PETRARCH dictionaries, as petrarch_actors, petrarch_agents and petrarch_verbs read them.
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "knowledge/petrarch.h"

namespace selon::petrarch {

struct Line {
  size_t number = 0;
  std::string text;  // without its comment, trimmed at the end; leading white space kept
};

// Lines that are neither empty nor comments; those that are not UTF-8 are rejected. A comment
// begins with # or, as in TABARI, with ;
std::vector<Line> lines_of(std::string_view text, PetrarchImport& out);

// "[USAGOV 010120-090120] [USA]" → "USAGOV 010120-090120", "USA". `rest`: what stands before the
// first bracket. False when a bracket is not closed or something stands behind one.
bool split_codes(std::string_view text, std::string& rest, std::vector<std::string>& codes);

// "JANE_Q._DOE_" → "JANE Q. DOE"
std::string words_of(std::string_view name);
// "JANE Q. DOE" → "Jane Q. Doe", "UNION OF THE SEAS" → "Union of the Seas"; a word of up to three
// letters alone, or one with digits, keeps its capitals.
std::string in_title_case(std::string_view name);

// An EDTF day from YYMMDD (up to 30: of this century) or YYYYMMDD; nothing for what is no day.
std::optional<std::string> day_of(std::string_view digits);
// "010120-090120", ">010120", "<090120" → "2001-01-20..2009-01-20", "2001-01-20..",
// "..2009-01-20"; "" for "".
std::optional<std::string> range_of(std::string_view dates);

void reject(PetrarchImport& out, size_t line, std::string reason, std::string_view text);

void read_actors(const std::vector<Line>& lines, const PetrarchReader::Knowledge& k,
                 const std::string& name, PetrarchImport& out);
void read_agents(const std::vector<Line>& lines, const PetrarchReader::Knowledge& k,
                 const std::string& name, PetrarchImport& out);
void read_verbs(const std::vector<Line>& lines, const PetrarchReader::Knowledge& k,
                const std::string& name, PetrarchImport& out);

}  // namespace selon::petrarch
