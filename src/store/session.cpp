#include "store/session.h"

#include "store/connection.h"

#include <sqlite3.h>

#include <algorithm>

namespace dossier::store {

std::int64_t to_micros(WallTime time) {
  return std::chrono::duration_cast<std::chrono::microseconds>(time.time_since_epoch()).count();
}

WallTime from_micros(std::int64_t micros) {
  // The clock counts nanoseconds; a number beyond what it holds (only a tampered file has one) becomes its nearest
  // time.
  const std::int64_t held = std::clamp(micros, to_micros(WallTime::min()), to_micros(WallTime::max()));
  return WallTime(std::chrono::duration_cast<WallTime::duration>(std::chrono::microseconds(held)));
}

Result<void> Session::each(std::string_view sql, Bindings bindings, const Visit& visit) {
  return connection_.run(sql, bindings, visit);
}

Result<std::int64_t> Session::number(std::string_view sql, Bindings bindings) {
  TRY(const std::optional<std::int64_t> value, first(sql, bindings, [](const Row& row) { return row.integer(0); }));
  if (!value) return Error{ErrorCode::internal, "a query that always has a row gave none", std::string(sql)};
  return *value;
}

Result<std::int64_t> Transaction::execute(std::string_view sql, Bindings bindings) {
  TRY_DO(connection_.run(sql, bindings, {}));
  return connection_.changes();
}

Result<std::int64_t> Transaction::insert(std::string_view sql, Bindings bindings) {
  TRY_DO(connection_.run(sql, bindings, {}));
  return connection_.last_insert_id();
}

bool Row::is_null(int column) const {
  return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::int64_t Row::integer(int column) const {
  return expect(column, SQLITE_INTEGER) ? sqlite3_column_int64(statement_, column) : 0;
}

double Row::real(int column) const {
  if (sqlite3_column_type(statement_, column) == SQLITE_INTEGER) return sqlite3_column_double(statement_, column);
  return expect(column, SQLITE_FLOAT) ? sqlite3_column_double(statement_, column) : 0;
}

std::string Row::text(int column) const {
  if (!expect(column, SQLITE_TEXT)) return {};
  const auto* bytes = static_cast<const char*>(static_cast<const void*>(sqlite3_column_text(statement_, column)));
  return {bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column))};
}

Blob Row::blob(int column) const {
  if (!expect(column, SQLITE_BLOB)) return {};
  const auto* bytes = static_cast<const char*>(sqlite3_column_blob(statement_, column));
  return {
      std::string(bytes == nullptr ? "" : bytes, static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)))};
}

Date Row::date(int column) const {
  const std::optional<Date> date = Date::parse_iso(text(column));
  if (!date && faulty_column_ < 0) faulty_column_ = column;
  return date.value_or(*Date::of_days(0));
}

bool Row::expect(int column, int type) const {
  if (sqlite3_column_type(statement_, column) == type) return true;
  if (faulty_column_ < 0) faulty_column_ = column;
  return false;
}

}  // namespace dossier::store
