#include "store/connection.h"

#include "base/limits.h"

#include <sqlite3.h>

namespace dossier::store {

namespace {

constexpr int kProgressSteps = 2'000;  // of SQLite's machine between two looks at the deadline: some 20 microseconds
constexpr int kBusyTimeoutMs = 5'000;  // another process' checkpoint or backup holds a lock for moments only

void bind(sqlite3_stmt* statement, int index, const Parameter& parameter) {
  struct Binder {
    sqlite3_stmt* statement;
    int index;
    int operator()(std::monostate) const { return sqlite3_bind_null(statement, index); }
    int operator()(std::int64_t value) const { return sqlite3_bind_int64(statement, index, value); }
    int operator()(double value) const { return sqlite3_bind_double(statement, index, value); }
    int operator()(std::string_view text) const {
      return sqlite3_bind_text64(statement, index, text.data() == nullptr ? "" : text.data(), text.size(), nullptr,
                                 SQLITE_UTF8);
    }
    int operator()(const std::string& text) const { return (*this)(std::string_view(text)); }
    int operator()(Parameter::BlobView blob) const {
      return sqlite3_bind_blob64(statement, index, blob.bytes.data() == nullptr ? "" : blob.bytes.data(),
                                 blob.bytes.size(), nullptr);
    }
  };
  DOSSIER_CHECK(std::visit(Binder{statement, index}, parameter.value()) == SQLITE_OK);
}

Error trouble_with_the_disk(const std::string& file, const char* detail) {
  return {ErrorCode::unavailable,
          std::string("the disk is full or failing (") + detail +
              "); nothing of this change was kept: free some space or check the disk, then try again",
          file};
}

}  // namespace

Result<std::unique_ptr<Connection>> Connection::open(const std::filesystem::path& file, Mode mode) {
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  flags |= mode == Mode::read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE;
  if (mode == Mode::create) flags |= SQLITE_OPEN_CREATE;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(file.c_str(), &handle, flags, nullptr);
  std::unique_ptr<Connection> connection(new Connection(handle, file));
  if (code != SQLITE_OK) return connection->error(code);
  sqlite3_busy_timeout(handle, kBusyTimeoutMs);
  sqlite3_progress_handler(handle, kProgressSteps, on_progress, connection.get());
  // A file of the operator's is not trusted to bring code along (triggers and views that call functions).
  TRY_DO(connection->run_script("PRAGMA foreign_keys=ON; PRAGMA trusted_schema=OFF; PRAGMA secure_delete=ON;"));
  return connection;
}

Connection::~Connection() {
  for (const auto& [sql, statement] : statements_) sqlite3_finalize(statement);
  sqlite3_close(handle_);
}

Result<void> Connection::run(std::string_view sql, Bindings bindings, const Session::Visit& visit) {
  TRY(sqlite3_stmt* const statement, take_statement(sql));
  const std::span<const Parameter> values = bindings.values();
  DOSSIER_CHECK(sqlite3_bind_parameter_count(statement) == static_cast<int>(values.size()));
  for (std::size_t i = 0; i < values.size(); ++i) bind(statement, static_cast<int>(i) + 1, values[i]);
  Result<void> result = step_through(statement, sql, visit);
  sqlite3_reset(statement);
  sqlite3_clear_bindings(statement);
  put_back(sql, statement);
  return result;
}

Result<void> Connection::step_through(sqlite3_stmt* statement, std::string_view sql, const Session::Visit& visit) {
  while (true) {
    const int code = sqlite3_step(statement);
    if (code == SQLITE_DONE) return {};
    if (code != SQLITE_ROW) return error(code);
    if (!visit) continue;
    const Row row(statement);
    TRY_DO(visit(row));
    if (row.faulty_column() >= 0) {
      return Error{ErrorCode::internal,
                   "column " + std::to_string(row.faulty_column()) + " does not hold what the program expects",
                   std::string(sql)};
    }
  }
}

Result<void> Connection::run_script(std::string_view sql) {
  const int code = sqlite3_exec(handle_, std::string(sql).c_str(), nullptr, nullptr, nullptr);
  if (code != SQLITE_OK) return error(code);
  return {};
}

Result<sqlite3_stmt*> Connection::take_statement(std::string_view sql) {
  // Taken out while in use: a visitor may run the same text again.
  if (auto found = statements_.extract(std::string(sql)); !found.empty()) return found.mapped();
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()), SQLITE_PREPARE_PERSISTENT,
                                      &statement, nullptr);
  if (code != SQLITE_OK) return error(code);
  DOSSIER_CHECK(statement != nullptr);
  return statement;
}

void Connection::put_back(std::string_view sql, sqlite3_stmt* statement) {
  if (statements_.size() < limits::kStatementsKeptMax && statements_.emplace(sql, statement).second) return;
  sqlite3_finalize(statement);
}

Connection::Guard::Guard(Connection& connection, Deadline deadline, std::function<bool()> stopped)
    : connection_(connection), deadline_(deadline), stopped_(std::move(stopped)) {
  DOSSIER_CHECK(connection_.guard_ == nullptr);
  connection_.guard_ = this;
}

Connection::Guard::~Guard() {
  connection_.guard_ = nullptr;
}

int Connection::on_progress(void* connection) {
  const Guard* guard = static_cast<Connection*>(connection)->guard_;
  if (guard == nullptr) return 0;
  return guard->deadline_.passed() || (guard->stopped_ && guard->stopped_()) ? 1 : 0;
}

bool Connection::in_transaction() const {
  return sqlite3_get_autocommit(handle_) == 0;
}
std::int64_t Connection::last_insert_id() const {
  return sqlite3_last_insert_rowid(handle_);
}
std::int64_t Connection::changes() const {
  return sqlite3_changes64(handle_);
}

Error Connection::error(int code) const {
  const char* detail = handle_ == nullptr ? "no memory" : sqlite3_errmsg(handle_);
  switch (code & 0xFF) {
    case SQLITE_FULL:
    case SQLITE_IOERR: return trouble_with_the_disk(file_.string(), detail);
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return {ErrorCode::unavailable, std::string("the database is damaged (") + detail + "); restore a backup",
              file_.string()};
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
    case SQLITE_READONLY:
      return {ErrorCode::unavailable,
              std::string("the database cannot be opened or written (") + detail +
                  "); check the data folder, its owner and its permissions",
              file_.string()};
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
      return {ErrorCode::unavailable, "another process holds the database; end it, then try again", file_.string()};
    case SQLITE_CONSTRAINT: return {ErrorCode::conflict, std::string("the stored data do not allow this: ") + detail};
    case SQLITE_INTERRUPT:
      if (guard_ != nullptr && guard_->deadline_.passed()) {
        return {ErrorCode::deadline_exceeded, "the time allowed ran out in the database; ask for less or try again"};
      }
      return {ErrorCode::cancelled, "the work in the database was stopped because nobody waits for it any more"};
    case SQLITE_TOOBIG: return {ErrorCode::too_large, "a value is too large for the database"};
    default: return {ErrorCode::internal, std::string("the database refused a statement: ") + detail, file_.string()};
  }
}

}  // namespace dossier::store
