// Keeps a page's nesting within what a tree needs, before it is parsed: a page of 200,000 open
// <div> has its text, and no deep tree. Browsers do the same.
//
//   limit_nesting("<b><i><div>Oslo</div></i></b>")  →  "<div>Oslo</div>"
//
// Formatting tags (b, i, font …) go altogether: an article's text does not need them, and unclosed
// ones make a tree quadratic. So do pictures' svg, and tags longer than 8 KiB. Linear in the page.
#pragma once
#include <string>
#include <string_view>

namespace selon {

inline constexpr size_t kMaxNesting = 256;

std::string limit_nesting(std::string_view page);

}  // namespace selon
