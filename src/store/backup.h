#pragma once

#include "base/context.h"
#include "store/migrations.h"

#include <filesystem>

namespace dossier::store {

// Copies the database of a data folder into one file, while a server may be using it. The copy is one consistent state,
// checked before it gets its name. Fails with conflict when `destination` exists, with unavailable when the copy cannot
// be written or is not sound. Blocks: for a pool or the command line.
Result<void> backup(const std::filesystem::path& folder, const std::filesystem::path& destination,
                    Deadline deadline = Deadline::never());

// Puts a backup into a data folder. Fails with conflict while any process holds the folder, with unreadable when the
// file is damaged or no database of ours, with unsupported when it is of a newer program; then nothing was changed. The
// database that was there is kept beside the new one: its path is the answer, empty when there was none.
Result<std::filesystem::path> restore(const std::filesystem::path& backup_file, const std::filesystem::path& folder,
                                      const std::vector<Migration>& known_steps, const Clock& clock = system_clock());

}  // namespace dossier::store
