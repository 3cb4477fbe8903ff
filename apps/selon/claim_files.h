// Claims as records of other programs' formats. `points` is of the document's text.
#pragma once
#include <cstdint>
#include <nlohmann/json_fwd.hpp>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/edtf.h"
#include "base/utf8.h"
#include "document/document.h"
#include "document/records.h"

namespace selon {

// 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict; 0: no event of PLOVER's.
int quad_code(std::string_view event);
// The event's own days; where the text tells none, its article's.
std::optional<DayRange> days_of(const Document& document, const Claim& claim);
// The claim's places where it happened, without those that stand for who speaks or acts: "Selon
// Oslo, …", "L'Iran et la Syrie …". Indices of the document's places.
std::vector<int32_t> scenes(const Document& document, const Claim& claim);
// To a metre; the gazetteer knows no more.
double degrees(double value);

// A GeoJSON feature (RFC 7946): where the claim's places lie, several as a MultiPoint, with the
// columns of CSV as properties. A place that stands for who speaks or acts is not drawn. Nothing
// for a claim without a place that the gazetteer locates.
std::optional<nlohmann::ordered_json> geojson_feature(const Document& document, const Claim& claim,
                                                      const CodePointIndex& points);

// An event as PLOVER's JSON has it. Nothing for ALLIED, HOSTILE and MEMBER, which are lasting
// relations and no events. PLOVER has no place for whose word it is: "voices", "according_to",
// "certainty" and "confidence" are our own fields, and "comment" says them for people. What is
// negated or denied has the auxiliary mode "negation" behind its mode.
std::optional<nlohmann::ordered_json> plover_event(const Document& document, const Claim& claim,
                                                   const Coder& coder,
                                                   const CodePointIndex& points);

// A Web Annotation (W3C) on the claim's quote: what is claimed and on whose word, its type as a
// tag. The quote is found again by its words, with 32 code points before and behind, and by its
// place, counted in code points of the text whose sha256 stands beside. The target is the article's
// address, or, without one, "hash://sha256/…" of its bytes.
nlohmann::ordered_json web_annotation(const Document& document, const Claim& claim,
                                      const Coder& coder, const CodePointIndex& points,
                                      const std::string& text_sha256);

}  // namespace selon
