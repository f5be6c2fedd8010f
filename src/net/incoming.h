#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace dossier::async {
class Pool;
}

namespace dossier::net {

// An uploaded file: whoever keeps it moves it elsewhere; what still stands at path() when this is destroyed is removed,
// so that a handover that fails leaves nothing behind. Movable, not copyable. The removal runs on the pool the file was
// written by, which outlives it.
class IncomingFile {
 public:
  IncomingFile() = default;
  IncomingFile(std::filesystem::path path, async::Pool* disk) : path_(std::move(path)), disk_(disk) {}
  IncomingFile(IncomingFile&& other) noexcept
      : path_(std::exchange(other.path_, {})), disk_(std::exchange(other.disk_, nullptr)) {}
  IncomingFile& operator=(IncomingFile&& other) noexcept;
  ~IncomingFile() { discard(); }

  const std::filesystem::path& path() const { return path_; }

 private:
  void discard() noexcept;

  std::filesystem::path path_;
  async::Pool* disk_ = nullptr;
};

// One file of a multipart form, whole and synced to disk.
struct UploadedFile {
  std::string field;         // name of the form's field
  std::string name;          // last part of the name the client gave, made harmless; "unnamed" when nothing is left
  std::string content_type;  // as the client says
  std::uint64_t bytes = 0;
  IncomingFile file;
};

// The name a client gave a file, without folders, control characters, broken UTF-8 and excess length. Never empty,
// never
// "." or "..". It is shown to people; files are never stored under it.
std::string harmless_file_name(std::string_view given);

// Removes what uploads of an earlier process left in the folder, and makes the folder if it is missing.
Result<void> prepare_incoming(const std::filesystem::path& folder);

}  // namespace dossier::net
