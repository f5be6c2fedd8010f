#include "desks/funds/row_book.h"

#include "desks/funds/ledger_mapping.h"

#include <algorithm>

namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::Row;
using store::Session;

namespace {

constexpr int kRowStart = 12;  // of kRowColumns in the query

RecordedRow recorded_row(const Row& row, std::int64_t moment) {
  RecordedRow made{.row = transaction_of(row, kRowStart, row.text(1), row.get<DocumentId>(0)),
                   .reading = row.integer(2),
                   .position = row.get<int>(3),
                   .by_person = row.get<bool>(4),
                   .recorded_by = row.text(5),
                   .reason = row.text(6),
                   .recorded_at = row.get<WallTime>(7)};
  const auto ended = row.get<std::optional<std::int64_t>>(8);
  if (!ended || *ended > moment) return made;
  made.superseded_at = store::from_micros(*ended);
  made.superseded_by = TransactionId{row.get<std::optional<std::int64_t>>(9).value_or(0)};
  made.superseded_who = row.get<std::optional<std::string>>(10).value_or("");
  made.superseded_why = row.get<std::optional<std::string>>(11).value_or("");
  return made;
}

}  // namespace

Result<void> RowBook::add_where(Session& session, const char* condition, std::int64_t id, std::int64_t moment) {
  const std::string query =
      std::string(
          "SELECT coalesce(d.document, 0), coalesce(d.file, ''), r.fund_reading, r.position, r.origin = 'person', "
          "r.recorded_by, r.reason, r.recorded_at, r.superseded_at, r.superseded_by, r.superseded_who, "
          "r.superseded_why, ") +
      kRowColumns +
      " FROM ledger_row r JOIN fund_reading f ON f.id = r.fund_reading LEFT JOIN document_reading d ON d.id = "
      "f.reading WHERE r.recorded_at <= ?2 AND " +
      condition;
  return session.each(query, {id, moment}, [&](const Row& row) -> Result<void> {
    RecordedRow made = recorded_row(row, moment);
    rows_.emplace(made.row.id, std::move(made));
    return {};
  });
}

Result<void> RowBook::add_reading(Session& session, std::int64_t reading, std::int64_t moment) {
  TRY_DO(add_where(session, "r.fund_reading = ?1 ORDER BY r.position, r.id", reading, moment));
  std::vector<const RecordedRow*> own;
  for (const auto& [id, row] : rows_) {
    if (row.reading == reading) own.push_back(&row);
  }
  std::stable_sort(own.begin(), own.end(), [](auto a, auto b) { return a->position < b->position; });
  auto& roots = roots_[reading];
  roots.clear();
  int position = -1;
  std::vector<TransactionId> elsewhere;  // what superseded them may belong to another reading, even one long gone
  for (const RecordedRow* row : own) {
    if (row->position != position) roots.push_back(row->row.id);
    position = row->position;
    if (row->superseded_by && find(row->superseded_by) == nullptr) elsewhere.push_back(row->superseded_by);
  }
  while (!elsewhere.empty()) {
    const TransactionId next = elsewhere.back();
    elsewhere.pop_back();
    TRY_DO(add_where(session, "r.id = ?1", next.value, moment));
    const RecordedRow* found = find(next);
    if (found != nullptr && found->superseded_by && find(found->superseded_by) == nullptr)
      elsewhere.push_back(found->superseded_by);
  }
  return {};
}

const RecordedRow* RowBook::find(TransactionId row) const {
  const auto at = rows_.find(row);
  return at == rows_.end() ? nullptr : &at->second;
}

const RecordedRow* RowBook::successor(const RecordedRow& row) const {
  const RecordedRow* at = &row;
  while (at != nullptr && at->superseded_at) at = at->superseded_by ? find(at->superseded_by) : nullptr;
  return at;
}

std::vector<pure::Transaction> RowBook::standing(std::int64_t reading) const {
  std::vector<pure::Transaction> rows;
  const auto roots = roots_.find(reading);
  if (roots == roots_.end()) return rows;
  rows.reserve(roots->second.size());
  for (const TransactionId id : roots->second) {
    const RecordedRow& root = rows_.at(id);
    const RecordedRow* stands = successor(root);
    if (stands == nullptr) continue;
    rows.push_back(stands->row);
    rows.back().place = root.row.place;
    rows.back().by_person = stands->by_person;
  }
  return rows;
}

std::vector<const RecordedRow*> RowBook::predecessors(TransactionId row) const {
  std::vector<const RecordedRow*> before;
  for (const auto& [id, old] : rows_) {
    if (!old.superseded_at) continue;
    const RecordedRow* now = successor(old);
    if (now != nullptr && now->row.id == row) before.push_back(&old);
  }
  return before;
}

std::vector<pure::Transaction> RowBook::uncorrected(std::int64_t reading) const {
  std::vector<pure::Transaction> rows;
  for (const auto& [id, row] : rows_) {
    if (row.reading == reading && !row.by_person && !row.superseded_at) rows.push_back(row.row);
  }
  return rows;
}

std::vector<const RecordedRow*> RowBook::superseded(std::int64_t reading) const {
  std::vector<const RecordedRow*> rows;
  for (const auto& [id, row] : rows_) {
    if (row.reading == reading && row.superseded_at) rows.push_back(&row);
  }
  return rows;
}

std::vector<const RecordedRow*> RowBook::removed() const {
  std::vector<const RecordedRow*> gone;
  for (const auto& [id, row] : rows_) {
    if (successor(row) == nullptr) gone.push_back(&row);
  }
  return gone;
}

}  // namespace dossier::desks::funds
