#pragma once

#include "base/result.h"
#include "store/row.h"

#include <functional>

namespace dossier::store {

class Connection;

// One consistent view of the database: everything asked of one session sees the same state. Given to a function for the
// time of its call, on a thread that may block; it must not be kept. SQL texts are literals of the room that owns the
// tables; what varies is bound. Failures:
//   unavailable         the disk is full or failing, or the file is damaged
//   conflict            a constraint of the schema does not allow the change
//   deadline_exceeded   stopped by the deadline of the read or the bulk write
//   internal            the statement is wrong
class Session {
 public:
  using Visit = std::function<Result<void>(const Row&)>;

  // Calls visit with each row, in order; its first error ends the query and is handed on.
  Result<void> each(std::string_view sql, Bindings bindings, const Visit& visit);

  // All rows, each made by make(row). The query bounds their number.
  template <class F>
  auto all(std::string_view sql, Bindings bindings, F make)
      -> Result<std::vector<std::invoke_result_t<F&, const Row&>>> {
    std::vector<std::invoke_result_t<F&, const Row&>> rows;
    TRY_DO(each(sql, bindings, [&](const Row& row) -> Result<void> {
      rows.push_back(make(row));
      return {};
    }));
    return rows;
  }

  // The first row, or nothing when there is none.
  template <class F>
  auto first(std::string_view sql, Bindings bindings, F make)
      -> Result<std::optional<std::invoke_result_t<F&, const Row&>>> {
    std::optional<std::invoke_result_t<F&, const Row&>> found;
    TRY_DO(each(sql, bindings, [&](const Row& row) -> Result<void> {
      if (!found) found.emplace(make(row));
      return {};
    }));
    return found;
  }

  // The one number of a query that always has one, such as a count.
  Result<std::int64_t> number(std::string_view sql, Bindings bindings = {});

 protected:
  friend class Database;
  explicit Session(Connection& connection) : connection_(connection) {}
  Connection& connection_;
};

// A session that may also change. All its changes are kept together, or none. Runs on the writer's thread, which all
// writes of the program share: compute before, and be done within 5 ms (interactive) or 100 ms (bulk).
class Transaction : public Session {
 public:
  // Runs one statement; gives the number of rows it inserted, updated or deleted.
  Result<std::int64_t> execute(std::string_view sql, Bindings bindings = {});
  // Runs one INSERT; gives the number of the row.
  Result<std::int64_t> insert(std::string_view sql, Bindings bindings);

  // Calls `hook` on the writer's thread once this transaction is on the disk, never if it fails. It must not block.
  void after_commit(std::function<void()> hook) { hooks_.push_back(std::move(hook)); }

 private:
  friend class Writer;
  explicit Transaction(Connection& connection) : Session(connection) {}
  std::vector<std::function<void()>> hooks_;
};

}  // namespace dossier::store
