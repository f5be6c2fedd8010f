#include "net/incoming.h"

#include "async/pool.h"
#include "base/json_writer.h"
#include "base/limits.h"

#include <system_error>

namespace dossier::net {

IncomingFile& IncomingFile::operator=(IncomingFile&& other) noexcept {
  if (this != &other) {
    discard();
    path_ = std::exchange(other.path_, {});
    disk_ = std::exchange(other.disk_, nullptr);
  }
  return *this;
}

void IncomingFile::discard() noexcept {
  if (path_.empty()) return;
  const auto remove = [path = std::exchange(path_, {})](async::Turn) {
    std::error_code ignored;  // what cannot be removed now is removed by prepare_incoming at the next start
    std::filesystem::remove(path, ignored);
  };
  // A full or closing pool must not leave the file behind: then this thread pays for it.
  if (disk_ == nullptr || !disk_->post(remove)) remove(async::Turn::run);
}

std::string harmless_file_name(std::string_view given) {
  const std::size_t slash = given.find_last_of("/\\");
  if (slash != std::string_view::npos) given.remove_prefix(slash + 1);
  std::string name;
  for (char c : valid_utf8(given)) {
    if (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F) name += c;
  }
  if (name.size() > limits::kFileNameBytesMax) {
    // The end carries the kind of file, so the middle goes.
    const std::size_t dot = name.rfind('.');
    const std::string kind = dot != std::string::npos && name.size() - dot <= 16 ? name.substr(dot) : "";
    std::size_t keep = limits::kFileNameBytesMax - kind.size();
    while (keep > 0 && (static_cast<unsigned char>(name[keep]) & 0xC0) == 0x80) --keep;
    name = name.substr(0, keep) + kind;
  }
  const bool only_dots_and_blanks = name.find_first_not_of(". ") == std::string::npos;
  return only_dots_and_blanks ? "unnamed" : name;
}

Result<void> prepare_incoming(const std::filesystem::path& folder) {
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  if (fault) {
    return Error{ErrorCode::unavailable,
                 "the folder for uploads cannot be made (" + fault.message() + "); give another --data", folder};
  }
  for (const auto& entry : std::filesystem::directory_iterator(folder, fault)) {
    std::error_code ignored;
    if (entry.is_regular_file(ignored)) std::filesystem::remove(entry.path(), ignored);
  }
  if (fault) return Error{ErrorCode::unavailable, "the folder for uploads cannot be read: " + fault.message(), folder};
  return {};
}

}  // namespace dossier::net
