#include "intake/intake.h"

#include <cassert>

#include "base/utf8.h"
#include "intake/block_roles.h"
#include "intake/charset.h"
#include "intake/dates.h"
#include "intake/html.h"
#include "intake/language.h"
#include "intake/metadata.h"

namespace selon {
namespace {

void set(std::string& field, const std::string& value) {
  if (field.empty()) field = value;
}

// What the page declares, behind what the record gave.
void add_declared(const Metadata& page, Metadata& meta) {
  set(meta.language, page.language);
  set(meta.title, page.title);
  set(meta.subtitle, page.subtitle);
  set(meta.outlet, page.outlet);
  set(meta.author, page.author);
  set(meta.url, page.url);
  set(meta.published, page.published);
}

}  // namespace

Result<Document> make_document(RawArticle article, const IntakeOptions& options,
                               const IntakeTables& tables, const Actors* actors) {
  const std::string file = article.given.file, url = article.given.url;
  const auto in_file = [&](Error error) {
    if (error.file.empty()) error.file = file;
    // A place in an archive tells people little.
    if (!url.empty()) error.message = url + ": " + error.message;
    return error;
  };
  Document doc;
  doc.meta = std::move(article.given);
  doc.meta.sha256 = std::move(article.sha256);
  if (!options.published.empty()) {
    doc.meta.published = iso_date(options.published);
    if (doc.meta.published.empty())
      return Error{ErrorCode::kBadArgument, "no ISO 8601 date: " + options.published};
  }
  if (!options.language.empty()) doc.meta.language = options.language;

  std::string charset = article.charset;
  if (charset.empty() && article.html) charset = declared_charset(article.bytes);
  Result<DecodedText> decoded = to_utf8(std::move(article.bytes), charset);
  if (!decoded) return in_file(decoded.error());
  doc.meta.charset = decoded->charset;
  std::vector<RoleHint> paragraphs;
  std::string declared_language;
  if (article.html) {
    HtmlArticle page = read_html(decoded->text, tables);
    if (page.text.empty()) return in_file({ErrorCode::kBadFormat, "holds no text"});
    doc.text = std::move(page.text);
    paragraphs = std::move(page.paragraphs);
    declared_language = std::move(page.meta.language);
    page.meta.language.clear();
    add_declared(page.meta, doc.meta);
  } else {
    doc.text = std::move(decoded->text);
    for (const Paragraph& p : find_paragraphs(doc.text))
      paragraphs.push_back({p, false, BlockKind::kParagraph});
  }
  // Pages in many languages share one template: the text decides, the page is asked when in doubt.
  set(doc.meta.language, detect_language(doc.text, tables));
  set(doc.meta.language, declared_language);

  const OutletNames outlets(actors);
  doc.blocks = find_roles(doc.text, paragraphs, doc.meta.language, tables, outlets);
  find_metadata(doc.text, doc.blocks, tables, outlets, doc.meta);
  assert(check_invariants(doc).empty());
  return doc;
}

}  // namespace selon
