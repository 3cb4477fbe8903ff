#include "network_files.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <map>
#include <string_view>

#include "base/utf8.h"
#include "engine/version.h"
#include "terminal.h"

namespace selon {
namespace {

// An attribute of an edge: its name, and what it is of one.
struct Attribute {
  std::string_view name;
  std::string (*of)(const Tie& tie);
};
constexpr std::array<Attribute, 4> kAttributes = {{
    {"according_to", [](const Tie& t) { return t.voice; }},
    {"sign", [](const Tie& t) { return std::string(sign_text(t.edge.sign)); }},
    {"claims",
     [](const Tie& t) {
       std::string out;
       for (const std::string& id : t.edge.claims) out += (out.empty() ? "" : " ") + id;
       return out;
     }},
    {"standing", [](const Tie& t) { return std::string(standing_text(t.edge)); }},
}};

std::vector<std::string> parties(const Document& d, const std::vector<int32_t>& mentions) {
  std::vector<std::string> out;
  for (const Participant& p : participants(d, mentions))
    if (p.entity != kNone && !d.entities[p.entity].name.empty())
      out.push_back(one_line(d.entities[p.entity].name));
  return out;
}

// Parallel edges differ in it, as Gephi wants it.
std::string kind(const Tie& tie) {
  return tie.voice + " " + sign_text(tie.edge.sign) + (tie.edge.open ? " open" : "");
}

std::string weight(const Tie& tie) { return std::to_string(tie.edge.claims.size()); }

// Escaped, without what XML 1.0 has no place for, so that any name leaves the file well-formed.
std::string xml(std::string_view text) {
  std::string out;
  if (find_invalid_utf8(text)) return "?";  // a path that is no text
  for (size_t at = 0; at < text.size();) {
    const char32_t c = decode(text, at);
    if (c == '&')
      out += "&amp;";
    else if (c == '<')
      out += "&lt;";
    else if (c == '>')
      out += "&gt;";
    else if (c == '"')
      out += "&quot;";
    else if (c < 0x20 || c == 0xFFFE || c == 0xFFFF)
      out += ' ';
    else
      append_utf8(c, out);
  }
  return out;
}

std::string description(const std::string& about) {
  return xml("Who stands with whom and against whom, according to each voice" +
             (about.empty() ? std::string() : "; claims: " + about));
}

// Node → its number, in the order of the names.
std::map<std::string, size_t> numbered_nodes(const std::vector<Tie>& ties) {
  std::map<std::string, size_t> nodes;
  for (const Tie& tie : ties)
    for (const std::string* name : {&tie.edge.actor, &tie.edge.recipient}) nodes[*name] = 0;
  size_t number = 0;
  for (auto& [name, n] : nodes) n = number++;
  return nodes;
}

std::string key(std::string_view id, std::string_view of, std::string_view type) {
  return "<key id=\"" + std::string(id) + "\" for=\"" + std::string(of) + "\" attr.name=\"" +
         std::string(id) + "\" attr.type=\"" + std::string(type) + "\"/>\n";
}

std::string data(std::string_view id, std::string_view value) {
  return "<data key=\"" + std::string(id) + "\">" + xml(value) + "</data>";
}

}  // namespace

Telling telling_of(const Document& d, const Claim& c) {
  const std::string voice =
      c.voices.empty() ? narrator(d) : one_line(d.attributions[c.voices.back()].name);
  return {c.id, voice, c.event, parties(d, c.actors), parties(d, c.recipients), standing_of(c)};
}

void report_rejected(const std::vector<Telling>& tellings) {
  const auto rejected = std::count_if(tellings.begin(), tellings.end(), [](const Telling& t) {
    return t.standing == Standing::kRejected;
  });
  if (rejected > 0)
    std::fprintf(stderr, "selon: %zu of %zu claims are negated or denied and tie nobody\n",
                 static_cast<size_t>(rejected), tellings.size());
}

std::vector<Tie> find_ties(const std::vector<Telling>& tellings) {
  std::vector<Tie> ties;
  for (const auto& [voice, edges] : worlds(tellings))
    for (const Edge& edge : edges) ties.push_back({voice, edge});
  return ties;
}

const char* sign_text(Sign sign) {
  return sign == Sign::kPositive ? "+" : sign == Sign::kNegative ? "-" : "?";
}

const char* standing_text(const Edge& edge) { return edge.open ? "open" : "told"; }

std::string as_gexf(const std::vector<Tie>& ties, const std::string& about) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<gexf xmlns=\"http://gexf.net/1.3\" version=\"1.3\">\n"
      "<meta><creator>Selon " +
      std::string(kVersion) + "</creator><description>" + description(about) +
      "</description></meta>\n<graph defaultedgetype=\"directed\">\n<attributes class=\"edge\">\n";
  for (size_t i = 0; i < kAttributes.size(); ++i)
    out += "<attribute id=\"" + std::to_string(i) + "\" title=\"" +
           std::string(kAttributes[i].name) + "\" type=\"string\"/>\n";
  out += "</attributes>\n<nodes>\n";
  for (const auto& [node, number] : numbered_nodes(ties))
    out += "<node id=\"" + xml(node) + "\" label=\"" + xml(node) + "\"/>\n";
  out += "</nodes>\n<edges>\n";
  for (size_t i = 0; i < ties.size(); ++i) {
    out += "<edge id=\"" + std::to_string(i) + "\" source=\"" + xml(ties[i].edge.actor) +
           "\" target=\"" + xml(ties[i].edge.recipient) + "\" weight=\"" + weight(ties[i]) +
           "\" kind=\"" + xml(kind(ties[i])) + "\"><attvalues>";
    for (size_t a = 0; a < kAttributes.size(); ++a)
      out += "<attvalue for=\"" + std::to_string(a) + "\" value=\"" +
             xml(kAttributes[a].of(ties[i])) + "\"/>";
    out += "</attvalues></edge>\n";
  }
  return out + "</edges>\n</graph>\n</gexf>\n";
}

std::string as_graphml(const std::vector<Tie>& ties, const std::string& about) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
      "<graphml xmlns=\"http://graphml.graphdrawing.org/xmlns\">\n<desc>" +
      description(about) + "; Selon " + kVersion + "</desc>\n" + key("label", "node", "string") +
      key("weight", "edge", "double") + key("kind", "edge", "string");
  for (const Attribute& attribute : kAttributes) out += key(attribute.name, "edge", "string");
  out += "<graph id=\"selon\" edgedefault=\"directed\">\n";
  const std::map<std::string, size_t> nodes = numbered_nodes(ties);
  for (const auto& [node, number] : nodes)
    out += "<node id=\"n" + std::to_string(number) + "\">" + data("label", node) + "</node>\n";
  for (size_t i = 0; i < ties.size(); ++i) {
    out += "<edge id=\"e" + std::to_string(i) + "\" source=\"n" +
           std::to_string(nodes.at(ties[i].edge.actor)) + "\" target=\"n" +
           std::to_string(nodes.at(ties[i].edge.recipient)) + "\">" +
           data("weight", weight(ties[i])) + data("kind", kind(ties[i]));
    for (const Attribute& attribute : kAttributes)
      out += data(attribute.name, attribute.of(ties[i]));
    out += "</edge>\n";
  }
  return out + "</graph>\n</graphml>\n";
}

}  // namespace selon
