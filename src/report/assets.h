// The page's parts, compiled in from report.html, report.css and report.js.
#pragma once
#include <string_view>

namespace selon {

extern const std::string_view kReportHtml, kReportCss, kReportJs;

}  // namespace selon
