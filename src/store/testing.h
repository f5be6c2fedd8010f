#pragma once

#include "base/check.h"

#include <cstdlib>
#include <filesystem>
#include <string>
#include <system_error>

namespace dossier::store {

// A fresh folder for one test, removed with all it holds. For tests of every room that stores. In memory where the system
// has such a place (what is synced there costs nothing; a killed process loses nothing there either), unless TMPDIR says
// otherwise.
class TemporaryFolder {
 public:
  TemporaryFolder() {
    std::string name = "/dev/shm/dossier-test-XXXXXX";
    if (std::getenv("TMPDIR") != nullptr || mkdtemp(name.data()) == nullptr) {
      name = (std::filesystem::temp_directory_path() / "dossier-test-XXXXXX").string();
      DOSSIER_CHECK(mkdtemp(name.data()) != nullptr);
    }
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
