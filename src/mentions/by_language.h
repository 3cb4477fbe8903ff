// The tables of both languages, and those of a document's one.
//
//   auto tables = ByLanguage<Tables>::open([&](const std::string& language) { … });
//   tables->of(doc).words
#pragma once
#include <memory>
#include <string>

#include "document/document.h"
#include "selon/result.h"

namespace selon {

template <typename T>
class ByLanguage {
 public:
  // `open_one("fr")` gives a Result<T>; the first error of the two is passed on.
  template <typename Open>
  static Result<ByLanguage> open(const Open& open_one) {
    ByLanguage out;
    for (const auto& [language, slot] :
         {std::pair("fr", &out.french_), std::pair("en", &out.english_)}) {
      Result<T> tables = open_one(std::string(language));
      if (!tables) return tables.error();
      *slot = std::make_shared<const T>(std::move(*tables));
    }
    return out;
  }
  const T& of(const Document& doc) const { return doc.french() ? *french_ : *english_; }

 private:
  std::shared_ptr<const T> french_, english_;
};

}  // namespace selon
