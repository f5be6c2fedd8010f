#pragma once

#include "base/result.h"

#include <filesystem>

namespace dossier::store {

// Makes sure that a file's bytes, or that the names in the folder of `file`, survive a power cut. Fail with
// unavailable.
Result<void> sync_file(const std::filesystem::path& file);
Result<void> sync_folder_of(const std::filesystem::path& file);

}  // namespace dossier::store
