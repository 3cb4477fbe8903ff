#include "knowledge/gazetteer.h"

#include <algorithm>
#include <cstring>
#include <utility>

#include "base/mapped_file.h"
#include "knowledge/gazetteer_file.h"
#include "knowledge/names.h"

namespace selon {

struct Gazetteer::File {
  MappedFile mapped;
  const GazetteerHeader* header = nullptr;
  std::span<const GazetteerPlace> places;
  std::span<const GazetteerKey> keys;
  const char* strings = nullptr;

  explicit File(MappedFile m) : mapped(std::move(m)) {}
  std::string_view text(uint32_t offset) const { return strings + offset; }

  // The first key that is not less than `key`.
  std::span<const GazetteerKey>::iterator lower(std::string_view key) const {
    return std::lower_bound(
        keys.begin(), keys.end(), key,
        [&](const GazetteerKey& k, std::string_view wanted) { return text(k.text) < wanted; });
  }

  std::vector<GazetteerEntry> entries(std::string_view key) const {
    std::vector<GazetteerEntry> out;
    for (auto k = lower(key); k != keys.end() && text(k->text) == key; ++k) {
      const GazetteerPlace& p = places[k->entry];
      out.push_back({.name = text(p.name),
                     .country = p.country,
                     .id = text(p.id),
                     .lat = p.lat,
                     .lon = p.lon,
                     .population = p.population,
                     .kind = static_cast<PlaceKind>(p.kind),
                     .primary = k->primary != 0});
    }
    return out;
  }
};

Gazetteer::Gazetteer(std::unique_ptr<File> file) : file_(std::move(file)) {}
Gazetteer::Gazetteer(Gazetteer&&) noexcept = default;
Gazetteer& Gazetteer::operator=(Gazetteer&&) noexcept = default;
Gazetteer::~Gazetteer() = default;

Result<Gazetteer> Gazetteer::open(const std::string& data_dir) {
  const std::string path = data_dir + "/gazetteer.bin";
  Result<MappedFile> mapped = MappedFile::open(path);
  if (!mapped) return mapped.error();
  const std::string_view bytes = mapped->bytes();
  const Error bad{ErrorCode::kBadFormat, "is no gazetteer of this version", path};
  if (bytes.size() < sizeof(GazetteerHeader)) return bad;
  const char* base = bytes.data();
  auto file = std::make_unique<File>(std::move(*mapped));
  file->header = reinterpret_cast<const GazetteerHeader*>(base);
  const GazetteerHeader& h = *file->header;
  const size_t wanted = sizeof h + size_t{h.entries} * sizeof(GazetteerPlace) +
                        size_t{h.keys} * sizeof(GazetteerKey) + h.strings;
  if (std::memcmp(h.magic, kGazetteerMagic, sizeof h.magic) != 0 || wanted != bytes.size() ||
      h.strings == 0 || bytes.back() != '\0')
    return bad;
  const char* at = base + sizeof h;
  file->places = {reinterpret_cast<const GazetteerPlace*>(at), h.entries};
  at += file->places.size_bytes();
  file->keys = {reinterpret_cast<const GazetteerKey*>(at), h.keys};
  file->strings = at + file->keys.size_bytes();
  return Gazetteer(std::move(file));
}

Gazetteer::Match Gazetteer::match(std::span<const std::string_view> words, size_t first) const {
  Match best;
  std::string key;
  for (size_t i = first; i < words.size(); ++i) {
    const std::vector<CasedAtom> atoms = cased_atoms(words[i]);
    if (atoms.empty()) {
      if (i == first || (words[i] != "-" && words[i] != "'" && words[i] != "’")) break;
      continue;
    }
    if (i == first && !atoms.front().first_upper) break;
    for (const CasedAtom& atom : atoms) {
      if (!key.empty()) key += ' ';
      key += atom.text;
    }
    const auto at = file_->lower(key);
    if (at == file_->keys.end() || !file_->text(at->text).starts_with(key)) break;
    if (file_->text(at->text) == key && atoms.back().first_upper) {
      best.end = i + 1;
      best.entries = file_->entries(key);
    }
  }
  return best;
}

std::vector<GazetteerEntry> Gazetteer::find(std::string_view name) const {
  std::string key;
  for (const std::string& atom : name_atoms(name)) key += (key.empty() ? "" : " ") + atom;
  return file_->entries(key);
}

size_t Gazetteer::size() const { return file_->keys.size(); }

std::string Gazetteer::hash() const {
  return std::string(file_->header->hash, sizeof file_->header->hash);
}

}  // namespace selon
