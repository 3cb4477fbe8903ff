// The bytes of a web archive, unpacked where they are packed, in constant memory. A packed archive
// is a row of members, so that a damaged one costs no other: of gzip's (.warc.gz), each with one
// record, or of Zstandard's frames (.warc.zst), of which a record may take several. Those may need
// a dictionary that the archive's first frame holds.
//
//   ArchiveBytes bytes(std::fopen("crawl.warc.gz", "rb"), "");
//   do {
//     for (std::string_view some; !(some = bytes.peek()).empty(); bytes.take(some.size()))
//       use(some);
//   } while (bytes.next_member());
#pragma once
#include <sys/types.h>

#include <cstdint>
#include <cstdio>
#include <optional>
#include <string>
#include <string_view>

#include "intake/inflater.h"

namespace selon {

class ArchiveBytes {
 public:
  // Closes the file, unless it is standard input. `begun`: what was read of it already.
  ArchiveBytes(std::FILE* file, std::string begun);
  ~ArchiveBytes();
  ArchiveBytes(const ArchiveBytes&) = delete;
  ArchiveBytes& operator=(const ArchiveBytes&) = delete;

  // Bytes at hand, at least one; empty at the end of a member, of the file, or where it is damaged.
  std::string_view peek();
  // Precondition: n ≤ peek().size().
  void take(size_t n);
  // On to the next member; false at the end of the file. An archive that is not packed has one.
  bool next_member();

  // Place in the file: of the byte at hand, or, packed, of the member that holds it.
  uint64_t offset() const { return packed() ? member_ : begun_at_ + at_; }
  bool packed() const { return packing_.has_value(); }
  // Whether a record may go on in the next member.
  bool records_go_on() const { return packing_ == Packing::kZstd; }
  // Why the member could not be unpacked to its end; empty while all is well.
  const std::string& damage() const { return damage_; }
  // Of the file so far; what was read twice counts once.
  uint64_t read() const { return furthest_; }
  int failed() const { return failed_; }  // errno, or 0

  // Goes back to just behind the offset, where a search for what can be read begins; stays where it
  // is when the file cannot be read again (a pipe), or was read again too often already.
  void go_back_behind(uint64_t offset);
  // To the next member that begins with a WARC record; to the end of the file if none does.
  void find_member();

 private:
  bool fill(size_t wanted);
  void read_dictionary();

  std::FILE* file_;
  std::optional<off_t> file_begins_;  // nothing: a pipe. Standard input may begin inside a file
  std::string input_;                 // of the file; from at_ on not used yet
  size_t at_ = 0;
  uint64_t begun_at_ = 0;           // place in the file of input_'s first byte
  std::optional<Packing> packing_;  // nothing: not packed
  std::optional<ZstdDictionary> dictionary_;
  std::optional<Inflater> inflater_;  // of the member that is being unpacked
  std::string output_;                // of the inflater; from output_at_ on not used yet
  size_t output_at_ = 0;
  uint64_t member_ = 0, furthest_ = 0, read_again_ = 0;
  std::string damage_;
  int failed_ = 0;
};

// Whether a file's first bytes are a web archive's, packed or not.
bool begins_as_archive(std::string_view bytes);

}  // namespace selon
