// Builds gazetteer.bin from GeoNames' towns and regions, the ISO list of countries and our own
// table of places.
//
//   build_gazetteer cities15000.txt admin1Codes.txt iso_3166-1.json places.tsv gazetteer.bin
#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "base/files.h"
#include "base/table.h"
#include "base/utf8.h"
#include "knowledge/gazetteer.h"
#include "knowledge/gazetteer_file.h"
#include "knowledge/names.h"

namespace selon {
namespace {

// Towns above this are known by their names in all languages of Latin script: Londres, Pékin.
constexpr uint32_t kManyNames = 100'000;

struct Town {
  std::string name, country, region, id;
  double lat = 0, lon = 0;
  uint32_t population = 0;
  PlaceKind kind = PlaceKind::kTown;
};

struct Name {
  std::string key;
  uint32_t place;
  bool primary;
};

std::string join_atoms(std::string_view name) {
  std::string key;
  for (const std::string& atom : name_atoms(name)) key += (key.empty() ? "" : " ") + atom;
  return key;
}

// Latin letters only, a capital first, and not an airport's code.
bool is_usable_variant(std::string_view name) {
  size_t letters = 0, lower_case = 0;
  for (size_t at = 0; at < name.size();) {
    const char32_t c = decode(name, at);
    if (is_digit(c) || c > 0x24F) return false;
    letters += is_letter(c);
    lower_case += is_letter(c) && !is_upper(c);
  }
  return letters >= 4 && lower_case > 0 && starts_upper(name);
}

// "Nord", "Central": regions that are named by where they lie would be found everywhere.
bool is_direction(const std::string& key) {
  static const std::set<std::string> kWords = {
      "north",     "south",        "east",         "west",       "nord",       "sud",
      "est",       "ouest",        "centre",       "center",     "central",    "northern",
      "southern",  "eastern",      "western",      "capital",    "littoral",   "norte",
      "sur",       "este",         "oeste",        "northwest",  "northeast",  "southwest",
      "southeast", "coast",        "upper east",   "upper west", "nord ouest", "nord est",
      "sud ouest", "sud est",      "north west",   "north east", "union",      "atlantic",
      "colon",     "independence", "saint george", "saint john", "lakes",      "unity"};
  return kWords.contains(key);
}

std::map<std::string, std::string, std::less<>> read_codes(const std::string& json) {
  std::map<std::string, std::string, std::less<>> codes = {{"XK", "XKX"}};
  const std::string two = "\"alpha_2\": \"", three = "\"alpha_3\": \"";
  for (size_t at = json.find(two); at != std::string::npos; at = json.find(two, at + 1)) {
    const size_t next = json.find(three, at);
    if (next == std::string::npos) break;
    codes[json.substr(at + two.size(), 2)] = json.substr(next + three.size(), 3);
  }
  return codes;
}

class Builder {
 public:
  uint32_t add_place(const Town& town) {
    GazetteerPlace place{};
    place.lat = static_cast<float>(town.lat);
    place.lon = static_cast<float>(town.lon);
    place.population = town.population;
    place.name = string(town.name);
    place.id = string(town.id);
    std::memcpy(place.country, town.country.c_str(), std::min<size_t>(3, town.country.size()));
    place.kind = static_cast<uint32_t>(town.kind);
    places_.push_back(place);
    return static_cast<uint32_t>(places_.size() - 1);
  }

  void add_name(std::string_view name, uint32_t place, bool primary) {
    std::string key = join_atoms(name);
    if (!key.empty()) names_.push_back({std::move(key), place, primary});
  }

  std::string finish() {
    // Likeliest first: our own places, capitals, then size; a variant counts half.
    auto weight = [&](const Name& n) {
      const GazetteerPlace& p = places_[n.place];
      const bool own = std::string_view(strings_.data() + p.id).starts_with("place/");
      const bool capital = p.kind == static_cast<uint32_t>(PlaceKind::kCapital);
      return (p.population + 1.0) * (n.primary ? 2 : 1) * (capital ? 10 : 1) + (own ? 1e9 : 0);
    };
    std::stable_sort(names_.begin(), names_.end(), [&](const Name& a, const Name& b) {
      if (a.key != b.key) return a.key < b.key;
      return weight(a) > weight(b);
    });
    std::vector<GazetteerKey> keys;
    std::set<uint32_t> of_key;  // places that the present key has
    std::string_view previous;
    for (const Name& n : names_) {
      if (n.key != previous) of_key.clear();
      previous = n.key;
      if (of_key.insert(n.place).second)
        keys.push_back({string(n.key), n.place, n.primary ? 1u : 0u});
    }
    auto bytes = [](const auto& v) {
      return std::string(reinterpret_cast<const char*>(v.data()), v.size() * sizeof(v[0]));
    };
    const std::string body = bytes(places_) + bytes(keys) + strings_;
    GazetteerHeader header{};
    std::memcpy(header.magic, kGazetteerMagic, sizeof header.magic);
    std::memcpy(header.hash, sha256(body).data(), sizeof header.hash);
    header.entries = static_cast<uint32_t>(places_.size());
    header.keys = static_cast<uint32_t>(keys.size());
    header.strings = static_cast<uint32_t>(strings_.size());
    std::printf("gazetteer: %zu places, %zu names, %zu bytes\n", places_.size(), keys.size(),
                body.size() + sizeof header);
    return std::string(reinterpret_cast<const char*>(&header), sizeof header) + body;
  }

 private:
  uint32_t string(const std::string& s) {
    auto [it, fresh] = offsets_.try_emplace(s, static_cast<uint32_t>(strings_.size()));
    if (fresh) strings_ += s + '\0';
    return it->second;
  }

  std::vector<GazetteerPlace> places_;
  std::vector<Name> names_;
  std::string strings_;
  std::map<std::string, uint32_t> offsets_;
};

Status build(char** argv) {
  std::string texts[3];
  for (int i = 0; i < 3; ++i) {
    Result<std::string> text = read_file(argv[i + 1]);
    if (!text) return text.error();
    texts[i] = std::move(*text);
  }
  const auto codes = read_codes(texts[2]);
  auto alpha3 = [&](std::string_view two) {
    auto it = codes.find(two);
    return it == codes.end() ? std::string() : it->second;
  };
  Builder builder;

  // Towns: geonameid name asciiname alternates lat lon class code country cc2 admin1 … population
  std::map<std::string, Town> largest;  // of each region, for where it lies
  for (std::string_view line : split(texts[0], '\n')) {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() < 15) continue;
    Town town;
    town.name = cells[2].empty() ? cells[1] : cells[2];
    town.country = alpha3(cells[8]);
    town.region = std::string(cells[8]) + "." + std::string(cells[10]);
    town.id = "geonames:" + std::string(cells[0]);
    town.lat = std::atof(std::string(cells[4]).c_str());
    town.lon = std::atof(std::string(cells[5]).c_str());
    town.population = static_cast<uint32_t>(std::atoll(std::string(cells[14]).c_str()));
    town.kind = cells[7] == "PPLC" ? PlaceKind::kCapital : PlaceKind::kTown;
    const uint32_t place = builder.add_place(town);
    builder.add_name(cells[1], place, true);
    builder.add_name(cells[2], place, true);
    if (town.population >= kManyNames || town.kind == PlaceKind::kCapital)
      for (std::string_view variant : split(cells[3], ','))
        if (is_usable_variant(variant)) builder.add_name(variant, place, false);
    Town& top = largest[town.region];
    if (top.name.empty() || top.population < town.population) top = town;
  }

  // Regions: code name asciiname geonameid
  for (std::string_view line : split(texts[1], '\n')) {
    const std::vector<std::string_view> cells = split(line, '\t');
    if (cells.size() < 4) continue;
    auto seat = largest.find(std::string(cells[0]));
    if (seat == largest.end() || is_direction(join_atoms(cells[2]))) continue;
    Town region = seat->second;
    region.name = cells[2];
    region.id = "geonames:" + std::string(cells[3]);
    region.population = 0;
    region.kind = PlaceKind::kRegion;
    const uint32_t place = builder.add_place(region);
    builder.add_name(cells[1], place, true);
    builder.add_name(cells[2], place, true);
  }

  // Our own: name, names, country, lat, lon, kind
  const Status own = read_table(argv[4], 6, 6, [&](const Row& row) -> std::string {
    Town town{.name = row.string(0), .country = row.string(2), .region = {}, .id = "place/"};
    for (const std::string& atom : name_atoms(row[0]))
      town.id += (town.id.back() == '/' ? "" : "-") + atom;
    const auto lat = row.number(3, -90, 90), lon = row.number(4, -180, 180);
    if (!lat || !lon) return "latitude and longitude are no degrees";
    town.lat = *lat;
    town.lon = *lon;
    if (row[5] == "region")
      town.kind = PlaceKind::kRegion;
    else if (row[5] == "area")
      town.kind = PlaceKind::kArea;
    else if (row[5] != "town")
      return "kind is not town, region or area";
    const uint32_t place = builder.add_place(town);
    builder.add_name(row[0], place, true);
    for (const std::string& name : row.list(1)) builder.add_name(name, place, true);
    return {};
  });
  if (!own) return own;
  return write_file(argv[5], builder.finish());
}

}  // namespace
}  // namespace selon

int main(int argc, char** argv) {
  if (argc != 6) {
    std::fprintf(
        stderr,
        "usage: build_gazetteer cities15000.txt admin1Codes.txt iso_3166-1.json places.tsv "
        "gazetteer.bin\n");
    return 2;
  }
  if (selon::Status done = selon::build(argv); !done) {
    std::fprintf(stderr, "%s\n", done.error().to_string().c_str());
    return 1;
  }
  return 0;
}
