// The days that an EDTF value can mean.
//
//   day_range("2020-02")    → 2020-02-01 … 2020-02-29
//   day_range("201X")       → 2010-01-01 … 2019-12-31
//   day_range("2015/2016")  → 2015-01-01 … 2016-12-31
//   day_range("P3D")        → nothing
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace selon {

struct DayRange {
  std::string from, to;  // ISO 8601 days, both inclusive
};

// Nothing for an empty or unresolved value, a duration, or what is no EDTF. An open end of an
// interval ("2015/..") takes the other end's day.
std::optional<DayRange> day_range(std::string_view edtf);

}  // namespace selon
