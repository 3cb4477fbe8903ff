#include "intake/page_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <array>
#include <memory>
#include <unordered_set>

#include "base/utf8.h"
#include "intake/html_nesting.h"

namespace selon {
namespace {

std::string_view attribute(const GumboNode* node, const char* name) {
  const GumboAttribute* a = gumbo_get_attribute(&node->v.element.attributes, name);
  return a ? std::string_view(a->value) : std::string_view();
}

bool space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f'; }

// The words of class and id, cut at capitals and marks: "articleBody main-nav" → article body main
// nav
std::vector<std::string> class_words(const GumboNode* node) {
  std::vector<std::string> out;
  for (const char* name : {"class", "id", "itemprop"}) {
    std::string word;
    for (char c : attribute(node, name)) {
      const bool upper = c >= 'A' && c <= 'Z', letter = upper || (c >= 'a' && c <= 'z');
      if (!letter || (upper && !word.empty() && !(word.back() >= 'A' && word.back() <= 'Z'))) {
        if (!word.empty()) out.push_back(lower(word));
        word.clear();
      }
      if (letter) word += c;
    }
    if (!word.empty()) out.push_back(lower(word));
  }
  return out;
}

bool hidden_tag(GumboTag tag) {
  constexpr std::array<GumboTag, 18> kTags = {
      GUMBO_TAG_SCRIPT, GUMBO_TAG_STYLE,    GUMBO_TAG_NOSCRIPT, GUMBO_TAG_NAV,
      GUMBO_TAG_ASIDE,  GUMBO_TAG_FOOTER,   GUMBO_TAG_FORM,     GUMBO_TAG_SELECT,
      GUMBO_TAG_BUTTON, GUMBO_TAG_TEXTAREA, GUMBO_TAG_TEMPLATE, GUMBO_TAG_IFRAME,
      GUMBO_TAG_SVG,    GUMBO_TAG_MENU,     GUMBO_TAG_CANVAS,   GUMBO_TAG_AUDIO,
      GUMBO_TAG_VIDEO,  GUMBO_TAG_HEAD};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}
bool inline_tag(GumboTag tag) {
  constexpr std::array<GumboTag, 24> kTags = {
      GUMBO_TAG_A,    GUMBO_TAG_SPAN, GUMBO_TAG_ABBR, GUMBO_TAG_CITE,   GUMBO_TAG_Q,
      GUMBO_TAG_SUB,  GUMBO_TAG_SUP,  GUMBO_TAG_TIME, GUMBO_TAG_LABEL,  GUMBO_TAG_MARK,
      GUMBO_TAG_INS,  GUMBO_TAG_DEL,  GUMBO_TAG_VAR,  GUMBO_TAG_KBD,    GUMBO_TAG_SAMP,
      GUMBO_TAG_DFN,  GUMBO_TAG_BDI,  GUMBO_TAG_BDO,  GUMBO_TAG_WBR,    GUMBO_TAG_ACRONYM,
      GUMBO_TAG_RUBY, GUMBO_TAG_DATA, GUMBO_TAG_BR,   GUMBO_TAG_UNKNOWN};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}
bool container_tag(GumboTag tag) {
  constexpr std::array<GumboTag, 8> kTags = {GUMBO_TAG_BODY,    GUMBO_TAG_DIV,   GUMBO_TAG_ARTICLE,
                                             GUMBO_TAG_SECTION, GUMBO_TAG_MAIN,  GUMBO_TAG_TD,
                                             GUMBO_TAG_CENTER,  GUMBO_TAG_HEADER};
  return std::find(kTags.begin(), kTags.end(), tag) != kTags.end();
}

class Walker {
 public:
  Walker(PageTree& tree, const IntakeTables& tables) : tree_(tree), tables_(tables) {
    tree_.containers.push_back({});
  }

  void run(const GumboNode* root) {
    std::vector<Frame> stack;
    stack.push_back(enter(root, {}));
    while (!stack.empty()) {
      Frame& frame = stack.back();
      const GumboVector* children = children_of(frame.node);
      if (!children || frame.next == children->length) {
        leave(frame);
        stack.pop_back();
        continue;
      }
      const auto* child = static_cast<const GumboNode*>(children->data[frame.next++]);
      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA ||
          child->type == GUMBO_NODE_WHITESPACE) {
        if (!frame.state.hidden) add_text(child->v.text.text, frame.state);
      } else if (child->type == GUMBO_NODE_ELEMENT || child->type == GUMBO_NODE_TEMPLATE) {
        stack.push_back(enter(child, frame.state));
      }
    }
    flush();
  }

 private:
  struct State {
    bool hidden = false, link = false, item = false, pre = false;
    PagePart part = PagePart::kText;
    uint32_t container = 0;
  };
  struct Frame {
    const GumboNode* node = nullptr;
    unsigned next = 0;
    State state;
    bool block = false;  // its end ends a block
  };

  static const GumboVector* children_of(const GumboNode* node) {
    if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
    if (node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE)
      return &node->v.element.children;
    return nullptr;
  }

  Frame enter(const GumboNode* node, State state) {
    Frame frame{node, 0, state, false};
    if (node->type == GUMBO_NODE_DOCUMENT) return frame;
    const GumboTag tag = node->v.element.tag;
    declare(node, tag);
    frame.block = !inline_tag(tag);
    if (frame.block) flush();
    State& s = frame.state;
    if (hidden_tag(tag) || gumbo_get_attribute(&node->v.element.attributes, "hidden"))
      s.hidden = true;
    if (tag == GUMBO_TAG_BR) line_break();
    if (tag == GUMBO_TAG_A) s.link = true;
    if (tag == GUMBO_TAG_LI || tag == GUMBO_TAG_TD || tag == GUMBO_TAG_DD || tag == GUMBO_TAG_DT)
      s.item = true;
    if (tag == GUMBO_TAG_PRE) s.pre = true;
    if (tag == GUMBO_TAG_H1) s.part = PagePart::kTitle;
    if (tag >= GUMBO_TAG_H2 && tag <= GUMBO_TAG_H6) s.part = PagePart::kHeading;
    if (tag == GUMBO_TAG_FIGCAPTION) s.part = PagePart::kCaption;
    if (attribute(node, "rel") == "author" || tag == GUMBO_TAG_ADDRESS) s.part = PagePart::kByline;
    bool drop = false, article = tag == GUMBO_TAG_ARTICLE || tag == GUMBO_TAG_MAIN;
    classes(node, tag, s, drop, article);
    if (container_tag(tag) || drop) {
      tree_.containers.push_back({s.container, article, drop});
      s.container = static_cast<uint32_t>(tree_.containers.size() - 1);
      if (drop) flush();
    }
    return frame;
  }

  void leave(const Frame& frame) {
    if (frame.block) flush();
  }

  void classes(const GumboNode* node, GumboTag tag, State& s, bool& drop, bool& article) const {
    bool holds_article = article;
    for (const std::string& word : class_words(node)) {
      const auto found = tables_.page_parts.find(word);
      if (found == tables_.page_parts.end()) continue;
      const std::string& part = found->second;
      const bool text = s.part == PagePart::kText;
      if (part == "drop") drop = true;
      if (part == "article") holds_article = true;
      if (part == "byline" && text) s.part = PagePart::kByline;
      if (part == "date" && text) s.part = PagePart::kDate;
      if (part == "subtitle" && text) s.part = PagePart::kSubtitle;
      if (part == "caption" && text) s.part = PagePart::kCaption;
    }
    if (attribute(node, "itemprop") == "articleBody") article = holds_article = true;
    if (holds_article || tag == GUMBO_TAG_BODY || tag == GUMBO_TAG_HTML || tag == GUMBO_TAG_H1)
      drop = false;
  }

  // What an element says about the page.
  void declare(const GumboNode* node, GumboTag tag) {
    using Rank = PageMetadata::Rank;
    PageMetadata& meta = tree_.meta;
    const std::string_view itemprop = attribute(node, "itemprop");
    if (tag == GUMBO_TAG_META) {
      for (const char* name : {"property", "name", "itemprop"})
        if (!attribute(node, name).empty())
          meta.add_meta(attribute(node, name), attribute(node, "content"));
      if (lower(attribute(node, "http-equiv")) == "content-language")
        meta.add_meta("content-language", attribute(node, "content"));
    } else if (tag == GUMBO_TAG_LINK) {
      if (attribute(node, "rel") == "canonical") meta.url(Rank::kElement, attribute(node, "href"));
    } else if (tag == GUMBO_TAG_HTML) {
      meta.language(Rank::kElement, attribute(node, "lang"));
    } else if (tag == GUMBO_TAG_TIME) {
      meta.published(itemprop == "datePublished" ? Rank::kMeta : Rank::kElement,
                     attribute(node, "datetime"));
    } else if (tag == GUMBO_TAG_TITLE) {
      meta.title(Rank::kGuess, own_text(node));
    } else if (tag == GUMBO_TAG_SCRIPT &&
               lower(attribute(node, "type")).find("ld+json") != std::string::npos) {
      meta.add_json(own_text(node));
    } else if (attribute(node, "rel") == "author" || itemprop == "author") {
      meta.author(Rank::kElement, own_text(node));
    }
  }

  static std::string own_text(const GumboNode* node) {
    std::string out;
    const GumboVector& children = node->v.element.children;
    for (unsigned i = 0; i < children.length; ++i) {
      const auto* child = static_cast<const GumboNode*>(children.data[i]);
      if (child->type == GUMBO_NODE_TEXT || child->type == GUMBO_NODE_CDATA)
        out += child->v.text.text;
    }
    return out;
  }

  void add_text(std::string_view text, const State& s) {
    if (block_.text.empty() && !pending_space_) start(s);
    for (char c : text) {
      if (space(c)) {
        if (s.pre && c == '\n') {
          line_break();
          continue;
        }
        pending_space_ = !block_.text.empty();
        continue;
      }
      if (block_.text.empty()) start(s);
      if (pending_space_ && block_.text.back() != '\n') block_.text += ' ';
      pending_space_ = false;
      block_.text += c;
      block_.link_bytes += s.link;
    }
  }

  void start(const State& s) {
    block_.part = s.part;
    block_.item = s.item;
    block_.container = s.container;
  }

  // Two line breaks part paragraphs, one does not.
  void line_break() {
    if (block_.text.empty()) return;
    if (block_.text.back() == '\n') return flush();
    block_.text += '\n';
    pending_space_ = false;
  }

  void flush() {
    while (!block_.text.empty() && space(block_.text.back())) block_.text.pop_back();
    if (!trim(block_.text).empty()) tree_.blocks.push_back(std::move(block_));
    block_ = {};
    pending_space_ = false;
  }

  PageTree& tree_;
  const IntakeTables& tables_;
  PageBlock block_;
  bool pending_space_ = false;
};

}  // namespace

PageTree read_page(std::string_view page, const IntakeTables& tables) {
  PageTree tree;
  const std::string tame = limit_nesting(page);
  GumboOptions options = kGumboDefaultOptions;
  options.max_errors = 0;
  GumboOutput* output = gumbo_parse_with_options(&options, tame.data(), tame.size());
  if (!output) return tree;
  Walker(tree, tables).run(output->document);
  gumbo_destroy_output(&options, output);
  return tree;
}

}  // namespace selon
