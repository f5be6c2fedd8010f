#pragma once

#include "base/check.h"

#include <sqlite3.h>

#include <filesystem>
#include <string>

namespace dossier::store {

// The hand of someone who opens the database file with a tool of their own, past every rule of ours. For tests only.
class RawFile {
 public:
  explicit RawFile(const std::filesystem::path& file) {
    DOSSIER_CHECK(sqlite3_open(file.c_str(), &handle_) == SQLITE_OK);
    sqlite3_busy_timeout(handle_, 5'000);
  }
  ~RawFile() { sqlite3_close(handle_); }
  RawFile(const RawFile&) = delete;
  RawFile& operator=(const RawFile&) = delete;

  // False when SQLite refuses.
  bool run(const std::string& sql) {
    return sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr) == SQLITE_OK;
  }
  // The first column of the first row as text, empty when there is none.
  std::string text(const std::string& sql) {
    sqlite3_stmt* statement = nullptr;
    DOSSIER_CHECK(sqlite3_prepare_v2(handle_, sql.c_str(), -1, &statement, nullptr) == SQLITE_OK);
    std::string value;
    if (sqlite3_step(statement) == SQLITE_ROW && sqlite3_column_type(statement, 0) != SQLITE_NULL) {
      const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement, 0));
      value.assign(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement, 0)));
    }
    sqlite3_finalize(statement);
    return value;
  }

 private:
  sqlite3* handle_ = nullptr;
};

}  // namespace dossier::store
