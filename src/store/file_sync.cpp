#include "store/file_sync.h"

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace dossier::store {

namespace {

Result<void> sync(const std::filesystem::path& path, int flags) {
  const int descriptor = open(path.c_str(), flags | O_CLOEXEC);
  const bool synced = descriptor >= 0 && fsync(descriptor) == 0;
  const int reason = errno;
  if (descriptor >= 0) close(descriptor);
  if (synced) return {};
  return Error{ErrorCode::unavailable,
               std::string("the disk did not confirm what was written (") + std::strerror(reason) +
                   "); check the disk and its free space",
               path.string()};
}

}  // namespace

Result<void> sync_file(const std::filesystem::path& file) {
  return sync(file, O_RDONLY);
}

Result<void> sync_folder_of(const std::filesystem::path& file) {
  const std::filesystem::path folder = file.has_parent_path() ? file.parent_path() : ".";
  return sync(folder, O_RDONLY | O_DIRECTORY);
}

}  // namespace dossier::store
