#include "store/folder_lock.h"

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <string>
#include <system_error>

namespace dossier::store {

namespace {

Error cannot_use(const std::filesystem::path& folder, const std::string& reason) {
  return {ErrorCode::unavailable,
          "the data folder cannot be used (" + reason +
              "); check its path, owner and permissions, or name another with --data",
          folder.string()};
}

std::string holder(int descriptor) {
  std::array<char, 32> text{};
  const ssize_t length = pread(descriptor, text.data(), text.size() - 1, 0);
  std::string pid(text.data(), length > 0 ? static_cast<std::size_t>(length) : 0);
  pid.erase(pid.find_last_not_of('\n') + 1);
  return pid.empty() ? "another process" : "process " + pid;
}

}  // namespace

Result<FolderLock> FolderLock::take(const std::filesystem::path& folder) {
  std::error_code error;
  std::filesystem::create_directories(folder, error);
  if (error) return cannot_use(folder, error.message());
  const std::filesystem::path file = folder / "dossier.lock";
  const int descriptor = open(file.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0) return cannot_use(folder, std::strerror(errno));
  FolderLock lock(descriptor);
  if (flock(descriptor, LOCK_EX | LOCK_NB) != 0) {
    if (errno != EWOULDBLOCK) return cannot_use(folder, std::strerror(errno));
    return Error{
        ErrorCode::conflict,
        "the data folder is in use by " + holder(descriptor) + "; stop it first, or name another folder with --data",
        folder.string()};
  }
  const std::string pid = std::to_string(getpid()) + "\n";
  // The number only helps people: failing to write it costs nothing else.
  if (ftruncate(descriptor, 0) == 0) static_cast<void>(!pwrite(descriptor, pid.data(), pid.size(), 0));
  return lock;
}

FolderLock::~FolderLock() {
  if (descriptor_ >= 0) close(descriptor_);
}

}  // namespace dossier::store
