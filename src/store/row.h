#pragma once

#include "store/value.h"

struct sqlite3_stmt;

namespace dossier::store {

// One line of a query's answer; valid only inside the function it is given to. A column that does not hold what is
// asked for (impossible in STRICT tables while query and schema agree) yields a nil value and makes the query fail
// afterwards.
class Row {
 public:
  // T is std::int64_t, int, bool, double, std::string, Blob, Date, WallTime, an Id, or std::optional of one of them.
  template <class T>
  T get(int column) const;

  bool is_null(int column) const;
  std::int64_t integer(int column) const;
  double real(int column) const;
  std::string text(int column) const;
  Blob blob(int column) const;
  Date date(int column) const;

  // For Session: the first column that did not hold what was asked for, or -1.
  explicit Row(sqlite3_stmt* statement) : statement_(statement) {}
  int faulty_column() const { return faulty_column_; }

 private:
  bool expect(int column, int type) const;

  sqlite3_stmt* statement_;
  mutable int faulty_column_ = -1;
};

namespace detail {

template <class T>
struct Column;
template <>
struct Column<std::int64_t> {
  static std::int64_t read(const Row& row, int column) { return row.integer(column); }
};
template <>
struct Column<int> {
  static int read(const Row& row, int column) { return static_cast<int>(row.integer(column)); }
};
template <>
struct Column<bool> {
  static bool read(const Row& row, int column) { return row.integer(column) != 0; }
};
template <>
struct Column<double> {
  static double read(const Row& row, int column) { return row.real(column); }
};
template <>
struct Column<std::string> {
  static std::string read(const Row& row, int column) { return row.text(column); }
};
template <>
struct Column<Blob> {
  static Blob read(const Row& row, int column) { return row.blob(column); }
};
template <>
struct Column<Date> {
  static Date read(const Row& row, int column) { return row.date(column); }
};
template <>
struct Column<WallTime> {
  static WallTime read(const Row& row, int column) { return from_micros(row.integer(column)); }
};
template <class Tag>
struct Column<Id<Tag>> {
  static Id<Tag> read(const Row& row, int column) { return {row.integer(column)}; }
};
template <class T>
struct Column<std::optional<T>> {
  static std::optional<T> read(const Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return Column<T>::read(row, column);
  }
};

}  // namespace detail

template <class T>
T Row::get(int column) const {
  return detail::Column<T>::read(*this, column);
}

}  // namespace dossier::store
