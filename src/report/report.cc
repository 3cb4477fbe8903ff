#include "report/report.h"

#include <map>
#include <nlohmann/json.hpp>

#include "base/edtf.h"
#include "corpus/lineage.h"
#include "corpus/worlds.h"
#include "report/assets.h"

namespace selon {
namespace {

using Json = nlohmann::ordered_json;

void replace_all(std::string& text, std::string_view what, std::string_view with) {
  for (size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + with.size()))
    text.replace(at, what.size(), with);
}

}  // namespace

struct ReportBuilder::State {
  // The party that a participant counts for: its country, else its organisation, else itself.
  // Rebels and oppositions do not act for the country they come from.
  std::string party(const Json& who) {
    const std::string country = who.value("country", ""), sector = who.value("sector", "");
    if (country.empty() || sector.find("REB") != std::string::npos ||
        sector.find("OPP") != std::string::npos)
      return itself(who);
    name_of(country);
    return country;
  }

  // The participant under its own name; a state is its country.
  std::string itself(const Json& who) {
    const std::string country = who.value("country", ""), code = who.value("code", "UNK");
    const std::string name = who.value("name", "");
    if (!country.empty() && (name.empty() || name == name_of(country))) return country;
    const std::string key =
        name.empty() || (code != "UNK" && country.empty() && !who["entity"].is_string()) ? code
                                                                                         : name;
    parties.emplace(key, name.empty() ? key : name);
    return key;
  }

  const std::string& name_of(const std::string& country) {
    std::string& known = parties[country];
    if (known.empty() && country_name) known = country_name(country);
    if (known.empty()) known = country;
    return known;
  }

  // What goes on inside a country ties the actors themselves, where both would count for it.
  void add_inner(const Telling& told, const Json& one, const Json& other, bool side_by_side) {
    if (party(one) != party(other) || itself(one) == itself(other)) return;
    Telling inner = told;
    inner.actors = {itself(one)};
    inner.recipients.clear();
    (side_by_side ? inner.actors : inner.recipients).push_back(itself(other));
    tellings.push_back(std::move(inner));
  }

  std::function<std::string(const std::string&)> country_name;
  Json documents = Json::array();
  std::vector<Telling> tellings;
  std::vector<LineageInput> lineage;
  std::map<std::string, std::string> parties;
  size_t claims = 0;
};

ReportBuilder::ReportBuilder(std::function<std::string(const std::string&)> country_name)
    : state_(std::make_unique<State>()) {
  state_->country_name = std::move(country_name);
}
ReportBuilder::~ReportBuilder() = default;

void ReportBuilder::add(const Document& document, const Coder& coder) {
  State& s = *state_;
  Json d = {{"blocks", Json::array()}, {"claims", Json::array()}, {"parts", Json::object()}};
  const std::string whose = narrator(document);
  size_t claim = 0;  // records of claims come in the document's order
  for_each_record(document, coder, {.with_text = true}, [&](const Json& r) {
    const std::string kind = r["record"];
    if (kind == "document") {
      d["document"] = r;
    } else if (kind == "block") {
      d["blocks"].push_back(r);
    } else if (kind == "time" || kind == "place" || kind == "quantity") {
      Json& part = d["parts"][r["id"].get<std::string>()] = r;
      if (kind != "time" || r["kind"] == "duration") return;
      if (const auto days = day_range(r["value"].get<std::string>())) {
        part["from"] = days->from;
        part["to"] = days->to;
      }
    } else if (kind == "claim") {
      Telling t;
      t.claim = std::to_string(s.claims++);
      t.voice = r["voices"].empty() ? whose : r["voices"].back()["name"].get<std::string>();
      t.event = r["event"];
      t.standing = standing_of(document.claims[claim++]);
      for (const Json& a : r["actors"]) t.actors.push_back(s.party(a));
      for (const Json& a : r["recipients"]) t.recipients.push_back(s.party(a));
      s.tellings.push_back(t);
      const Json &actors = r["actors"], &recipients = r["recipients"];
      for (const Json& a : actors)
        for (const Json& b : recipients) s.add_inner(t, a, b, false);
      if (recipients.empty())
        for (size_t i = 0; i < actors.size(); ++i)
          for (size_t j = i + 1; j < actors.size(); ++j) s.add_inner(t, actors[i], actors[j], true);
      d["claims"].push_back(r);
    }
  });
  d["narrator"] = whose;
  LineageInput line{.text = {},
                    .published = document.meta.published,
                    .title = document.meta.title,
                    .outlet = document.meta.outlet,
                    .language = document.meta.language,
                    .original_title = document.meta.original.title,
                    .original_outlet = document.meta.original.outlet};
  for (const Block& b : document.blocks)
    if (b.prose()) line.text.append(document.str(b.span)).append("\n");
  s.lineage.push_back(std::move(line));
  s.documents.push_back(std::move(d));
}

std::string ReportBuilder::html(const std::string& source, const std::string& query) const {
  const State& s = *state_;
  Json data = {{"source", source},
               {"query", query},
               {"documents", s.documents},
               {"worlds", Json::array()},
               {"parties", s.parties}};
  for (const auto& [voice, edges] : worlds(s.tellings)) {
    Json world = {{"voice", voice}, {"edges", Json::array()}};
    for (const Edge& e : edges) {
      Json claims = Json::array();
      for (const std::string& c : e.claims) claims.push_back(std::stoi(c));
      const char* sign = e.sign == Sign::kPositive ? "+" : e.sign == Sign::kNegative ? "-" : "?";
      world["edges"].push_back({{"actor", e.actor},
                                {"recipient", e.recipient},
                                {"sign", sign},
                                {"open", e.open},
                                {"claims", claims}});
    }
    data["worlds"].push_back(std::move(world));
  }
  const std::vector<LineageLink> links = lineage(s.lineage);
  data["lineage"] = Json::array();
  for (const LineageLink& l : links)
    data["lineage"].push_back(
        {{"later", l.later},
         {"earlier", l.earlier},
         {"kinship", l.kinship == Kinship::kReprints ? "reprints" : "translates"},
         {"share", l.share}});
  data["origins"] = origins(s.lineage.size(), links);

  // Inside a script element "<" could end it; as an escape it is the same JSON.
  std::string json = data.dump(-1, ' ', false, Json::error_handler_t::replace);
  replace_all(json, "<", "\\u003c");
  std::string page(kReportHtml);
  const auto put = [&](std::string_view mark, std::string_view text) {
    const size_t at = page.find(mark);
    if (at != std::string::npos) page.replace(at, mark.size(), text);
  };
  put("/*CSS*/", kReportCss);
  put("/*JS*/", kReportJs);
  put("/*DATA*/", json);
  return page;
}

}  // namespace selon
