#include "store/migrations.h"

#include "store/connection.h"
#include "store/hash.h"

#include <algorithm>
#include <map>

namespace dossier::store {

namespace {

// "DOSS": tells our files from any other SQLite database.
constexpr std::int64_t kApplicationId = 0x444F5353;

constexpr const char* kMigrationTable = R"sql(
  CREATE TABLE IF NOT EXISTS migration (
    sequence   INTEGER PRIMARY KEY,
    room       TEXT NOT NULL,
    version    INTEGER NOT NULL,
    name       TEXT NOT NULL,
    sql_hash   BLOB NOT NULL,
    applied_at TEXT NOT NULL DEFAULT (strftime('%Y-%m-%dT%H:%M:%SZ', 'now')),
    UNIQUE (room, version)
  ) STRICT)sql";

using Key = std::pair<std::string, int>;
using Applied = std::map<Key, Blob>;

Result<std::int64_t> number(Connection& connection, std::string_view sql) {
  std::int64_t value = 0;
  TRY_DO(connection.run(sql, {}, [&](const Row& row) -> Result<void> {
    value = row.integer(0);
    return {};
  }));
  return value;
}

Result<Applied> applied_steps(Connection& connection) {
  Applied applied;
  TRY(const std::int64_t known, number(connection, "SELECT count(*) FROM sqlite_schema WHERE name = 'migration'"));
  if (known == 0) return applied;
  TRY_DO(connection.run("SELECT room, version, sql_hash FROM migration", {}, [&](const Row& row) -> Result<void> {
    applied.emplace(Key{row.text(0), row.get<int>(1)}, row.blob(2));
    return {};
  }));
  return applied;
}

Blob hash_of(const Migration& step) {
  return to_blob(Hasher().text(step.sql).finish());
}

Result<void> compare(const Applied& applied, const std::vector<Migration>& steps) {
  for (const auto& [key, hash] : applied) {
    const auto step = std::find_if(steps.begin(), steps.end(),
                                   [&](const Migration& s) { return s.room == key.first && s.version == key.second; });
    const std::string name = key.first + " " + std::to_string(key.second);
    if (step == steps.end()) {
      return Error{ErrorCode::unsupported, "the database was written by a newer version of dossier (step " + name +
                                               "); install that version, or restore a backup made before the update"};
    }
    if (hash_of(*step) != hash) {
      return Error{ErrorCode::internal, "step " + name + " of the database reads differently in this program"};
    }
  }
  return {};
}

Result<void> apply(Connection& connection, const Migration& step) {
  TRY_DO(connection.run("BEGIN IMMEDIATE"));
  Result<void> done = connection.run_script(step.sql);
  if (done) {
    done = connection.run("INSERT INTO migration (room, version, name, sql_hash) VALUES (?, ?, ?, ?)",
                          {step.room, step.version, step.name, hash_of(step)}, {});
  }
  if (done) done = connection.run("COMMIT");
  if (done) return {};
  if (connection.in_transaction()) static_cast<void>(connection.run("ROLLBACK"));
  Error error = std::move(done).error();
  error.where = "migration " + step.room + " " + std::to_string(step.version) + " (" + step.name + ")";
  return error;
}

// Each room counts its steps 1, 2, 3 ... and its steps stand in that order.
void check_list(const std::vector<Migration>& steps) {
  std::map<std::string, int> last;
  for (const Migration& step : steps) DOSSIER_CHECK(step.version == ++last[step.room]);
}

}  // namespace

Result<void> require_ours(Connection& connection) {
  TRY(const std::int64_t id, number(connection, "PRAGMA application_id"));
  if (id == kApplicationId) return {};
  TRY(const std::int64_t tables, number(connection, "SELECT count(*) FROM sqlite_schema"));
  if (id == 0 && tables == 0) return {};
  return Error{ErrorCode::unsupported, "this is a database of another program; name another data folder"};
}

Result<void> migrate(Connection& connection, const std::vector<Migration>& steps) {
  check_list(steps);
  TRY_DO(require_ours(connection));
  TRY_DO(connection.run_script("PRAGMA application_id=" + std::to_string(kApplicationId)));
  TRY(const Applied before, applied_steps(connection));
  TRY_DO(compare(before, steps));
  TRY_DO(connection.run_script(kMigrationTable));
  for (const Migration& step : steps) {
    if (!before.contains({step.room, step.version})) TRY_DO(apply(connection, step));
  }
  return {};
}

Result<void> require_known(Connection& connection, const std::vector<Migration>& steps) {
  check_list(steps);
  TRY_DO(require_ours(connection));
  TRY(const Applied applied, applied_steps(connection));
  if (applied.empty())
    return Error{ErrorCode::unreadable, "there is no database of dossier in this file; name another"};
  return compare(applied, steps);
}

Result<void> require_migrated(Connection& connection, const std::vector<Migration>& steps) {
  TRY_DO(require_known(connection, steps));
  TRY(const Applied applied, applied_steps(connection));
  if (applied.size() == steps.size()) return {};
  return Error{
      ErrorCode::conflict,
      "the database was written by an earlier version of dossier; start `dossier serve` once to bring it up to date"};
}

}  // namespace dossier::store
