#pragma once

#include "base/clock.h"
#include "base/result.h"
#include "extract/channel.h"
#include "store/hash.h"

#include <chrono>
#include <filesystem>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace dossier::documents {

// The hash whose hexadecimal it is; nothing when it is none's.
std::optional<store::Hash> hash_named(std::string_view hexadecimal);

// A file that lies among the blobs, its name safe on the disk.
struct KeptBlob {
  store::Hash hash{};
  std::int64_t bytes = 0;
};

// The first bytes of any file, `bytes_max` or all there are. Blocks.
Result<std::string> beginning_of(const std::filesystem::path& file, std::size_t bytes_max);

// Files named after what they contain: `<data>/blobs/ab/cdef...` in hexadecimal of the BLAKE2b-256 of their bytes. A
// blob never changes. Thread-safe; everything here blocks, and belongs on a pool.
class Blobs {
 public:
  explicit Blobs(const std::filesystem::path& data_folder) : folder_(data_folder / "blobs") {}

  // Takes over a file on the same file system whose bytes are already synced: it is moved, and gone from its place
  // afterwards in every case. When this has returned, the blob survives a power cut.
  Result<KeptBlob> keep(const std::filesystem::path& file) const;

  // Open for reading; not_found when the blob is not there.
  Result<extract::Descriptor> open(const store::Hash& hash) const;
  // Its bytes; not_found as above, too_large when there are more than `bytes_max`.
  Result<std::string> read(const store::Hash& hash, std::size_t bytes_max) const;
  bool holds(const store::Hash& hash) const;

  // All blobs that were last kept before `moment`.
  Result<std::vector<store::Hash>> older_than(WallTime moment) const;
  bool is_older_than(const store::Hash& hash, WallTime moment) const;
  void remove(const store::Hash& hash) const;

  // Copies what `target` does not have; gives how many that were. For backup, after the database was copied: then every
  // document of the copy has its bytes. For restore, before the database is put back.
  Result<std::size_t> copy_to(const Blobs& target) const;

  std::filesystem::path path_of(const store::Hash& hash) const;

 private:
  std::filesystem::path folder_;
};

}  // namespace dossier::documents
