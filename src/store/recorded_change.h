#pragma once

#include "store/journal.h"

namespace dossier::store {

struct Column {
  const char* name;  // a literal
  Parameter value;
};
using Columns = std::vector<Column>;

// A change written to the tables and, word for word, to the journal, both in one transaction: what is in the tables can
// be rebuilt from the journal alone (replay). The tables have a column `id INTEGER PRIMARY KEY`. A change too large for
// one event becomes several that follow each other. Lives within the function that was given the transaction.
class RecordedChange {
 public:
  RecordedChange(Transaction& transaction, const Journal& journal, const Context& context, std::string stream,
                 std::string kind);
  ~RecordedChange();  // after finish(), unless the transaction fails
  RecordedChange(const RecordedChange&) = delete;
  RecordedChange& operator=(const RecordedChange&) = delete;

  // Gives the new row's id.
  Result<std::int64_t> insert(const char* table, const Columns& columns);
  // Fails with not_found when there is no such row.
  Result<void> update(const char* table, std::int64_t id, const Columns& columns);
  // Appends the event; none when nothing was changed. The last call.
  Result<void> finish();

 private:
  Result<void> record(const char* operation, const char* table, std::int64_t id, const Columns& columns);
  Result<void> flush();

  Transaction& transaction_;
  const Journal& journal_;
  const Context& context_;
  const std::string stream_, kind_;
  std::string changes_;  // JSON objects with commas between
};

// Makes the changes of one event's payload again, on tables without them. Fails with unreadable when the payload is
// none of a RecordedChange.
Result<void> replay(Transaction& transaction, const std::string& payload);

}  // namespace dossier::store
