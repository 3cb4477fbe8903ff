#include "intake/dates.h"

#include <algorithm>
#include <chrono>
#include <cstdio>

#include "base/utf8.h"

namespace selon {
namespace {

bool possible(const WrittenDate& d) {
  if (d.month < 1 || d.month > 12) return false;
  if (d.year != 0 && (d.year < 1400 || d.year > 2200)) return false;
  if (d.day == 0) return d.year != 0;
  using namespace std::chrono;
  const int y = d.year != 0 ? d.year : 2000;  // a leap year: 29 February may be meant
  return year_month_day(year(y), month(d.month), day(d.day)).ok();
}

int number(const re2::StringPiece& s) {
  int out = 0;
  for (char c : s) out = out * 10 + (c - '0');
  return out;
}

// "1er" after the day, "of" between day and month.
constexpr const char* kDay = R"((\d{1,2})(?:er|st|nd|rd|th)?)";
constexpr const char* kClock =
    R"re((?:[\s\x{A0}\x{202F},|–-]*(?:à|at|@|T)?[\s\x{A0}\x{202F}]*(\d{1,2})[\s\x{A0}\x{202F}]?[hH:](\d{2})?(?::\d{2})?)?)re";

}  // namespace

std::string WrittenDate::edtf() const {
  if (year == 0) return "";
  char buffer[32];
  if (day == 0)
    std::snprintf(buffer, sizeof buffer, "%04d-%02d", year, month);
  else
    std::snprintf(buffer, sizeof buffer, "%04d-%02d-%02d", year, month, day);
  return buffer + (clock.empty() ? "" : "T" + clock);
}

// The order is find_dates' switch.
std::vector<std::unique_ptr<re2::RE2>> compile_dates(const std::vector<std::string>& months) {
  std::string names;
  for (const std::string& m : months) names += (names.empty() ? "" : "|") + m;
  const std::string month = "(" + names + R"()\.?)";
  const std::string gap = R"([\s\x{A0}\x{202F}]+)";
  std::vector<std::unique_ptr<re2::RE2>> out;
  for (const std::string& pattern :
       {R"(\b(\d{4})-(\d{2})-(\d{2}))" + std::string(kClock),
        R"(\b)" + (kDay + gap) + "(?:of )?" + month + ",?" + gap + R"((\d{4}|\d{2}\b))" + kClock,
        R"(\b)" + month + gap + kDay + ",?" + gap + R"((\d{4}))" + kClock,
        R"(\b(\d{1,2})[/.](\d{1,2})[/.](\d{4}))" + std::string(kClock),
        R"(\b)" + (kDay + gap) + "(?:of )?" + month, R"(\b)" + month + gap + R"((\d{4})\b)",
        R"(\b)" + month + gap + kDay + R"(\b)"})
    out.push_back(std::make_unique<re2::RE2>("(?i)" + pattern));
  return out;
}

std::vector<WrittenDate> find_dates(std::string_view text, const IntakeTables& tables) {
  std::vector<WrittenDate> out;
  const re2::StringPiece whole(text.data(), text.size());
  for (size_t p = 0; p < tables.dates.size(); ++p) {
    const re2::RE2& pattern = *tables.dates[p];
    const int groups = pattern.NumberOfCapturingGroups();
    re2::StringPiece m[6];
    size_t at = 0;
    while (at < text.size() &&
           pattern.Match(whole, at, text.size(), re2::RE2::UNANCHORED, m, groups + 1)) {
      WrittenDate d;
      d.span = {static_cast<uint32_t>(m[0].data() - text.data()),
                static_cast<uint32_t>(m[0].data() - text.data() + m[0].size())};
      at = std::max<size_t>(d.span.end, at + 1);
      const auto month = [&](int i) {
        const auto found = tables.months.find(fold({m[i].data(), m[i].size()}));
        return found == tables.months.end() ? 0 : found->second;
      };
      const auto year = [&](int i) {
        d.short_year = m[i].size() == 2;
        d.year = number(m[i]) + (d.short_year ? 2000 : 0);
      };
      int clock = 0;
      switch (p) {
        case 0:
          year(1), d.month = number(m[2]), d.day = number(m[3]), clock = 4;
          break;
        case 1:
          d.day = number(m[1]), d.month = month(2), year(3), clock = 4;
          break;
        case 2:
          d.month = month(1), d.day = number(m[2]), year(3), clock = 4;
          break;
        case 3:
          d.day = number(m[1]), d.month = number(m[2]), year(3), clock = 4;
          if (d.month > 12) std::swap(d.day, d.month);
          break;
        case 4:
          d.day = number(m[1]), d.month = month(2);
          break;
        case 5:
          d.month = month(1), year(2);
          break;
        default:
          d.month = month(1), d.day = number(m[2]);
      }
      if (clock && !m[clock].empty()) {
        const int hour = number(m[clock]);
        const int minute = m[clock + 1].empty() ? 0 : number(m[clock + 1]);
        char buffer[32];
        std::snprintf(buffer, sizeof buffer, "%02d:%02d", hour, minute);
        if (hour < 24 && minute < 60) d.clock = buffer;
      }
      size_t next = d.span.end;
      const bool inside_word =
          next < text.size() && is_boundary(text, next) && is_letter(decode(text, next));
      const bool overlaps = std::any_of(out.begin(), out.end(), [&](const WrittenDate& other) {
        return other.span.overlaps(d.span);
      });
      if (possible(d) && !inside_word && !overlaps) out.push_back(d);
    }
  }
  std::sort(out.begin(), out.end(),
            [](const WrittenDate& a, const WrittenDate& b) { return a.span < b.span; });
  return out;
}

WrittenDate add_days(WrittenDate date, int days) {
  using namespace std::chrono;
  const year_month_day moved =
      sys_days(year(date.year) / month(date.month) / day(date.day)) + std::chrono::days(days);
  date.year = static_cast<int>(moved.year());
  date.month = static_cast<int>(static_cast<unsigned>(moved.month()));
  date.day = static_cast<int>(static_cast<unsigned>(moved.day()));
  return date;
}

std::string iso_date(std::string_view text) {
  text = trim(text);
  const auto digits = [&](size_t from, size_t n) {
    if (text.size() < from + n) return -1;
    int out = 0;
    for (size_t i = from; i < from + n; ++i) {
      if (!is_digit(static_cast<unsigned char>(text[i]))) return -1;
      out = out * 10 + (text[i] - '0');
    }
    return out;
  };
  WrittenDate d;
  d.year = digits(0, 4);
  if (d.year < 0) return "";
  if (text.size() >= 8 && digits(0, 8) >= 0) {  // 20210129
    d.month = digits(4, 2), d.day = digits(6, 2);
    return possible(d) ? d.edtf() : "";
  }
  if (text.size() == 4) return d.year >= 1400 && d.year <= 2200 ? std::string(text) : "";
  if (text[4] != '-' || (d.month = digits(5, 2)) < 0) return "";
  if (text.size() == 7) return possible(d) ? d.edtf() : "";
  if (text[7] != '-' || (d.day = digits(8, 2)) < 0 || !possible(d)) return "";
  if (text.size() >= 16 && (text[10] == 'T' || text[10] == ' ') && text[13] == ':' &&
      digits(11, 2) >= 0 && digits(11, 2) < 24 && digits(14, 2) >= 0 && digits(14, 2) < 60)
    d.clock = std::string(text.substr(11, 5));
  return d.edtf();
}

}  // namespace selon
