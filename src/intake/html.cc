// Which part of a page is the article is decided as Readability does, by our own sums: every
// paragraph gives points to the element that holds it, by its length and commas, and half of them
// to the element around that; links take points away. The best element, widened to its <article>,
// is the article.
#include "intake/html.h"

#include <algorithm>
#include <vector>

#include "base/utf8.h"
#include "intake/page_tree.h"

namespace selon {
namespace {

constexpr size_t kLeastArticle =
    200;  // bytes; less text than this, and class names were misleading

class Extractor {
 public:
  explicit Extractor(const PageTree& tree) : tree_(tree) {}

  // Indices of the article's blocks, in page order.
  std::vector<size_t> run() {
    std::vector<size_t> found = choose(/*use_drops=*/true);
    if (bytes(found) < kLeastArticle) {
      std::vector<size_t> all = choose(/*use_drops=*/false);
      if (bytes(all) > 2 * bytes(found)) found = std::move(all);
    }
    // A page of nothing but links is shown as it is.
    if (found.empty())
      for (size_t i = 0; i < tree_.blocks.size(); ++i) found.push_back(i);
    return found;
  }

 private:
  size_t bytes(const std::vector<size_t>& blocks) const {
    size_t n = 0;
    for (size_t i : blocks) n += tree_.blocks[i].text.size();
    return n;
  }

  std::vector<size_t> choose(bool use_drops) const {
    const size_t n = tree_.containers.size();
    std::vector<bool> dropped(n, false);
    for (size_t c = 1; use_drops && c < n; ++c)
      dropped[c] = tree_.containers[c].dropped || dropped[tree_.containers[c].parent];

    std::vector<double> score(n, 0);
    for (const PageBlock& block : tree_.blocks) {
      if (dropped[block.container] || block.part != PagePart::kText) continue;
      if (block.text.size() < 40) continue;
      const double links = static_cast<double>(block.link_bytes) / block.text.size();
      const double points = points_of(block) * (1 - links);
      const uint32_t parent = tree_.containers[block.container].parent;
      score[block.container] += points;
      if (parent != block.container) score[parent] += points / 2;
    }
    size_t best = 0;
    for (size_t c = 1; c < n; ++c)
      if (score[c] > score[best]) best = c;
    // The article around the best element, or the element that holds several good ones.
    size_t root = best;
    for (size_t c = best; c != 0; c = tree_.containers[c].parent)
      if (tree_.containers[c].article) {
        root = c;
        break;
      }
    if (!tree_.containers[root].article) root = widen(best, score);

    std::vector<size_t> out;
    const std::vector<bool> inside = below(root);
    std::vector<size_t> titles;
    for (size_t i = 0; i < tree_.blocks.size(); ++i) {
      const PageBlock& block = tree_.blocks[i];
      if (dropped[block.container]) continue;
      if (block.part == PagePart::kTitle) titles.push_back(i);
      if (inside[block.container] && !link_list(block)) out.push_back(i);
    }
    // A title above the article's element, and perhaps a byline between the two.
    const bool has_title = std::any_of(
        out.begin(), out.end(), [&](size_t i) { return tree_.blocks[i].part == PagePart::kTitle; });
    if (!has_title && !out.empty()) {
      const auto above =
          std::find_if(titles.rbegin(), titles.rend(), [&](size_t i) { return i < out.front(); });
      if (above != titles.rend()) {
        std::vector<size_t> head = {*above};
        for (size_t i = *above + 1; i < out.front(); ++i)
          if (!dropped[tree_.blocks[i].container] && tree_.blocks[i].part != PagePart::kText &&
              !link_list(tree_.blocks[i]))
            head.push_back(i);
        out.insert(out.begin(), head.begin(), head.end());
      }
    }
    return out;
  }

  static double points_of(const PageBlock& block) {
    const auto commas = std::count(block.text.begin(), block.text.end(), ',');
    return 1 + static_cast<double>(commas) + std::min(block.text.size() / 100.0, 5.0);
  }

  // Paragraphs may each stand in an element of their own: go up while that wins much text.
  size_t widen(size_t best, const std::vector<double>& score) const {
    std::vector<double> sum = score;  // own points, those of all below added
    for (size_t c = tree_.containers.size(); c-- > 1;) sum[tree_.containers[c].parent] += sum[c];
    size_t root = best;
    while (root != 0) {
      const size_t parent = tree_.containers[root].parent;
      if (sum[parent] < 1.3 * sum[root]) break;
      root = parent;
    }
    return root;
  }

  std::vector<bool> below(size_t root) const {
    std::vector<bool> out(tree_.containers.size(), false);
    out[root] = true;
    for (size_t c = root + 1; c < out.size(); ++c) out[c] = out[tree_.containers[c].parent];
    return out;
  }

  static bool link_list(const PageBlock& block) {
    if (block.part == PagePart::kTitle || block.part == PagePart::kByline) return false;
    const size_t bound = block.item ? 50 : 80;  // per cent
    return block.link_bytes * 100 > block.text.size() * bound;
  }

  const PageTree& tree_;
};

void hint(const PageBlock& block, bool first_title, RoleHint& out) {
  out.known = true;
  switch (block.part) {
    case PagePart::kTitle:
      out.kind = first_title ? BlockKind::kTitle : BlockKind::kSubtitle;
      break;
    case PagePart::kHeading:
    case PagePart::kSubtitle:
      out.kind = BlockKind::kSubtitle;
      // Class names promise more than they keep: a subtitle is short.
      out.known = block.text.size() <= 600;
      break;
    case PagePart::kCaption:
      out.kind = BlockKind::kCaption;
      break;
    case PagePart::kByline:
    case PagePart::kDate:
      out.kind = block.part == PagePart::kByline ? BlockKind::kByline : BlockKind::kDateline;
      out.known = block.text.size() <= 150;
      break;
    case PagePart::kText:
      out.known = false;
      break;
  }
  if (!out.known) out.kind = BlockKind::kParagraph;
}

}  // namespace

HtmlArticle read_html(std::string_view page, const IntakeTables& tables) {
  const PageTree tree = read_page(page, tables);
  HtmlArticle out;
  PageMetadata meta = tree.meta;
  bool title = false;
  for (size_t i : Extractor(tree).run()) {
    const PageBlock& block = tree.blocks[i];
    if (!out.text.empty()) out.text += "\n\n";
    RoleHint p;
    p.paragraph.span.begin = static_cast<uint32_t>(out.text.size());
    out.text += block.text;
    p.paragraph.span.end = static_cast<uint32_t>(out.text.size());
    p.paragraph.blank_before = true;
    hint(block, !title, p);
    out.paragraphs.push_back(p);
    if (title || block.part != PagePart::kTitle) continue;
    title = true;
    // Above <meta>: what is printed on the page has no outlet's name behind it.
    meta.title(PageMetadata::Rank::kMeta, block.text);
  }
  out.meta = meta.result();
  return out;
}

std::string declared_charset(std::string_view page) {
  constexpr size_t kHead = 4096;
  const std::string head = [&] {
    std::string out(page.substr(0, kHead));
    for (char& c : out) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
    return out;
  }();
  size_t at = head.find("charset=");
  if (at == std::string::npos) return "";
  at += std::string_view("charset=").size();
  if (at < head.size() && (head[at] == '"' || head[at] == '\'')) ++at;
  const size_t end = head.find_first_of("\"' />;?", at);
  const std::string name = head.substr(at, end == std::string::npos ? end : end - at);
  return name.size() <= 40 ? name : "";
}

}  // namespace selon
