#pragma once

#include "base/context.h"
#include "store/session.h"

#include <filesystem>
#include <memory>
#include <unordered_map>

struct sqlite3;

namespace dossier::store {

// One connection of SQLite: used by one thread at a time. Nothing outside this room sees it.
class Connection {
 public:
  enum class Mode { read_only, read_write, create };

  static Result<std::unique_ptr<Connection>> open(const std::filesystem::path& file, Mode mode);
  ~Connection();
  Connection(const Connection&) = delete;
  Connection& operator=(const Connection&) = delete;

  Result<void> run(std::string_view sql, Bindings bindings, const Session::Visit& visit);
  Result<void> run(std::string_view sql) { return run(sql, {}, {}); }
  // Several statements without parameters or rows: migrations and pragmas.
  Result<void> run_script(std::string_view sql);

  // While it lives, statements end with deadline_exceeded or cancelled soon after the deadline or once `stopped` is
  // true.
  class Guard {
   public:
    Guard(Connection& connection, Deadline deadline, std::function<bool()> stopped);
    ~Guard();
    Guard(const Guard&) = delete;
    Guard& operator=(const Guard&) = delete;

   private:
    friend class Connection;
    Connection& connection_;
    Deadline deadline_;
    std::function<bool()> stopped_;
  };

  bool in_transaction() const;
  std::int64_t last_insert_id() const;
  std::int64_t changes() const;
  // What went wrong last, as an Error that names the file.
  Error error(int code) const;
  sqlite3* handle() { return handle_; }

 private:
  Connection(sqlite3* handle, std::filesystem::path file) : handle_(handle), file_(std::move(file)) {}

  Result<sqlite3_stmt*> take_statement(std::string_view sql);
  void put_back(std::string_view sql, sqlite3_stmt* statement);
  Result<void> step_through(sqlite3_stmt* statement, std::string_view sql, const Session::Visit& visit);
  static int on_progress(void* guard);

  sqlite3* handle_;
  const std::filesystem::path file_;
  const Guard* guard_ = nullptr;
  std::unordered_map<std::string, sqlite3_stmt*> statements_;  // prepared and idle
};

}  // namespace dossier::store
