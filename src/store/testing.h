#pragma once

#include "base/check.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace dossier::store {

// A fresh folder for one test, removed with all it holds. For tests of every room that stores.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = (std::filesystem::temp_directory_path() / "dossier-test-XXXXXX").string();
    DOSSIER_CHECK(mkdtemp(name.data()) != nullptr);
    path_ = name;
  }
  ~TemporaryFolder() {
    std::error_code ignored;
    std::filesystem::remove_all(path_, ignored);
  }
  TemporaryFolder(const TemporaryFolder&) = delete;
  TemporaryFolder& operator=(const TemporaryFolder&) = delete;

  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

}  // namespace dossier::store
