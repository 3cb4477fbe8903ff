# HTML trees, charset detection, JSON, patterns, packed archives, and the languages beyond French and English.
pkg_check_modules(GUMBO REQUIRED IMPORTED_TARGET gumbo)
pkg_check_modules(UCHARDET REQUIRED IMPORTED_TARGET uchardet)
pkg_check_modules(SIMDJSON REQUIRED IMPORTED_TARGET simdjson)
pkg_check_modules(RE2 REQUIRED IMPORTED_TARGET re2)
pkg_check_modules(ZLIB REQUIRED IMPORTED_TARGET zlib)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
find_library(CLD2_LIBRARY cld2 REQUIRED)
target_link_libraries(selon_intake PUBLIC PkgConfig::RE2 PRIVATE PkgConfig::GUMBO PkgConfig::UCHARDET
                      PkgConfig::SIMDJSON PkgConfig::ICU PkgConfig::ZLIB PkgConfig::ZSTD
                      ${CLD2_LIBRARY})
