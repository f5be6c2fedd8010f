#include "store/backup.h"

#include "store/database.h"
#include "store/file_sync.h"
#include "store/journal_chain.h"

#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>

namespace dossier::store {

namespace fs = std::filesystem;

namespace {

constexpr int kPagesPerStep = 1'000;  // 4 MiB between two looks at the deadline

fs::path with(const fs::path& file, const std::string& ending) {
  return file.string() + ending;
}

Error cannot_write(const fs::path& file, const std::string& why) {
  return {ErrorCode::unavailable, "cannot write (" + why + "); check the path, its permissions and the free space",
          file.string()};
}

// Removes a half-made file however the function that makes it ends.
struct Partial {
  explicit Partial(fs::path made) : path(std::move(made)) { remove(); }
  ~Partial() { remove(); }
  Partial(const Partial&) = delete;
  Partial& operator=(const Partial&) = delete;
  void remove() const {
    std::error_code ignored;
    for (const char* ending : {"", "-journal", "-wal", "-shm"}) fs::remove(with(path, ending), ignored);
  }
  const fs::path path;
};

Result<void> require_sound(Connection& connection, const fs::path& file) {
  std::string problem;
  for (const char* check : {"PRAGMA integrity_check(1)", "PRAGMA foreign_key_check"}) {
    const Result<void> checked = connection.run(check, {}, [&](const Row& row) -> Result<void> {
      const std::string text = row.text(0);
      if (text != "ok" && problem.empty()) problem = text;
      return {};
    });
    if (!checked && problem.empty()) problem = checked.error().message;
  }
  if (problem.empty()) return {};
  return Error{ErrorCode::unreadable, "the database is damaged (" + problem + "); use another backup", file.string()};
}

// One snapshot of `from` into the empty `to`. A read transaction on `from` keeps writers from making it start again.
Result<void> copy_pages(Connection& from, Connection& to, Deadline deadline) {
  TRY_DO(from.run("BEGIN"));
  TRY_DO(from.run("SELECT count(*) FROM sqlite_schema"));
  sqlite3_backup* copy = sqlite3_backup_init(to.handle(), "main", from.handle(), "main");
  if (copy == nullptr) return to.error(sqlite3_errcode(to.handle()));
  int code = SQLITE_OK;
  while (code == SQLITE_OK && !deadline.passed()) code = sqlite3_backup_step(copy, kPagesPerStep);
  sqlite3_backup_finish(copy);
  TRY_DO(from.run("ROLLBACK"));
  if (code == SQLITE_OK)
    return Error{ErrorCode::deadline_exceeded, "the backup took longer than allowed; nothing was kept"};
  if (code != SQLITE_DONE) return to.error(code);
  return {};
}

Result<void> rename_durably(const fs::path& from, const fs::path& to) {
  std::error_code error;
  fs::rename(from, to, error);
  if (error) return cannot_write(to, error.message());
  return sync_folder_of(to);
}

// Keeps the old database under another name. It is linked, not moved: at no moment is there no database.
Result<fs::path> keep_old(const fs::path& file, const Clock& clock) {
  if (!fs::exists(file)) return fs::path();
  {
    // Closing the last connection moves what is left in the WAL into the file. A damaged one is kept as it is.
    const auto old = Connection::open(file, Connection::Mode::read_write);
    if (old) static_cast<void>((*old)->run_script("PRAGMA wal_checkpoint(TRUNCATE)").has_value());
  }
  const fs::path kept = with(file, ".before-restore-" + iso_time(clock.wall()));
  if (link(file.c_str(), kept.c_str()) != 0) return cannot_write(kept, std::strerror(errno));
  std::error_code ignored;
  fs::rename(with(file, "-wal"), with(kept, "-wal"), ignored);
  fs::remove(with(file, "-shm"), ignored);
  return kept;
}

}  // namespace

Result<void> backup(const fs::path& folder, const fs::path& destination, Deadline deadline) {
  const fs::path source = Database::file_in(folder);
  if (!fs::exists(source)) {
    return Error{ErrorCode::not_found, "there is no database in the data folder; name the right folder with --data",
                 folder.string()};
  }
  if (fs::exists(destination)) {
    return Error{ErrorCode::conflict, "the file exists already; name a new one", destination.string()};
  }
  const Partial partial(with(destination, ".partial"));
  {
    TRY(const std::unique_ptr<Connection> from, Connection::open(source, Connection::Mode::read_only));
    TRY(const std::unique_ptr<Connection> to, Connection::open(partial.path, Connection::Mode::create));
    TRY_DO(copy_pages(*from, *to, deadline));
    // One file that can be read from anywhere, also where nothing can be written beside it.
    TRY_DO(to->run_script("PRAGMA journal_mode=DELETE"));
    TRY_DO(require_sound(*to, partial.path));
  }
  TRY_DO(sync_file(partial.path));
  return rename_durably(partial.path, destination);
}

Result<fs::path> restore(const fs::path& backup_file, const fs::path& folder, const std::vector<Migration>& known_steps,
                         const Clock& clock) {
  if (!fs::exists(backup_file)) {
    return Error{ErrorCode::not_found, "there is no such file; name a backup made by `dossier backup`",
                 backup_file.string()};
  }
  TRY(const FolderLock lock, FolderLock::take(folder));
  const fs::path file = Database::file_in(folder);
  const Partial partial(with(file, ".restoring"));
  std::error_code error;
  fs::copy_file(backup_file, partial.path, error);
  if (error) return cannot_write(partial.path, error.message());
  {
    TRY(const std::unique_ptr<Connection> copy, Connection::open(partial.path, Connection::Mode::read_write));
    TRY_DO(require_sound(*copy, backup_file));
    TRY_DO(require_known(*copy, known_steps));
  }
  TRY_DO(sync_file(partial.path));
  TRY(fs::path kept, keep_old(file, clock));
  TRY_DO(rename_durably(partial.path, file));
  return kept;
}

}  // namespace dossier::store
