#pragma once

#include "funds/ledger/ledger.h"
#include "store/session.h"

#include <limits>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace dossier::desks::funds {

// The moment of "now" among recorded moments, in micros: later than all.
inline constexpr std::int64_t kNow = std::numeric_limits<std::int64_t>::max();

// One row as it was recorded, and what became of it.
struct RecordedRow {
  dossier::funds::Transaction row;
  std::int64_t reading = 0;  // its fund_reading
  int position = 0;          // in the reading; a correction has that of the row it supersedes
  bool by_person = false;
  std::string recorded_by;
  std::string reason;  // why a person entered it
  WallTime recorded_at;
  std::optional<WallTime> superseded_at = {};
  TransactionId superseded_by = {};  // 0: still stands, or was removed
  std::string superseded_who = {}, superseded_why = {};
};

// The rows of some readings with everything that was put in their place since, as known at a moment. A value.
class RowBook {
 public:
  // Takes in the rows of one fund_reading.
  Result<void> add_reading(store::Session& session, std::int64_t reading, std::int64_t moment);

  // The rows that stand for a reading, in its order: its own, or what superseded them, at the place of its own. A row
  // that was removed has none.
  std::vector<dossier::funds::Transaction> standing(std::int64_t reading) const;
  // Null when it is not in the book.
  const RecordedRow* find(TransactionId row) const;
  // The row that stands in its place, itself when nothing superseded it; null when it was removed.
  const RecordedRow* successor(const RecordedRow& row) const;
  // What `row` stands for now: the rows it superseded, oldest first.
  std::vector<const RecordedRow*> predecessors(TransactionId row) const;
  // The rows of a reading that stand as the document printed them.
  std::vector<dossier::funds::Transaction> uncorrected(std::int64_t reading) const;
  // The rows of a reading that were superseded, oldest first.
  std::vector<const RecordedRow*> superseded(std::int64_t reading) const;
  // What a person removed, with all that led to it; oldest first.
  std::vector<const RecordedRow*> removed() const;

 private:
  Result<void> add_where(store::Session& session, const char* condition, std::int64_t id, std::int64_t moment);

  std::map<TransactionId, RecordedRow> rows_;
  std::map<std::int64_t, std::vector<TransactionId>> roots_;  // by reading: as they were first recorded, in order
};

}  // namespace dossier::desks::funds
