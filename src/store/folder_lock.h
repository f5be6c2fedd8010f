#pragma once

#include "base/result.h"

#include <filesystem>
#include <utility>

namespace dossier::store {

// That this process, and no other, changes what is in a data folder. Held while the object lives; the system gives it
// back however the process ends.
class FolderLock {
 public:
  // Makes the folder when it is missing. Fails with conflict, naming the process, when another one holds it.
  static Result<FolderLock> take(const std::filesystem::path& folder);
  FolderLock(FolderLock&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
  FolderLock& operator=(FolderLock&&) = delete;
  ~FolderLock();

 private:
  explicit FolderLock(int descriptor) : descriptor_(descriptor) {}
  int descriptor_;
};

}  // namespace dossier::store
