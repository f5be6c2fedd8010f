#pragma once

#include "funds/ledger/ledger.h"

#include <string>

// Ledgers written as sentences. For tests only. Amounts in whole units; page and box tell the rows apart.
namespace dossier::funds::testing {

inline Date day(const char* iso) {
  return *Date::parse_iso(iso);
}
inline Money units(std::int64_t amount) {
  return Money::of_major(amount);
}

inline Transaction row(RowKind kind, const char* date, std::int64_t amount, Effects effects) {
  Transaction row{.kind = kind, .date = day(date)};
  row.amount = units(amount);
  row.printed = "$" + row.amount.grouped();
  row.date_printed = date;
  row.effects = effects;
  return row;
}

inline Transaction call(const char* date, std::int64_t amount, std::string description = {}, std::string number = {}) {
  Money money = units(amount);
  Transaction made =
      row(RowKind::capital_call, date, amount, {.lp_cash = -money, .paid_in = money, .unfunded = -money});
  made.description = std::move(description);
  made.number = std::move(number);
  return made;
}

inline Transaction distribution(const char* date, std::int64_t amount, std::string type = {}, bool recallable = false,
                                std::string description = {}) {
  Money money = units(amount);
  Transaction made = row(RowKind::distribution, date, amount,
                         {.lp_cash = money, .distribution = money, .unfunded = recallable ? money : Money()});
  made.type = std::move(type);
  made.recallable = recallable;
  made.description = std::move(description);
  return made;
}

// Excess called capital handed back: printed positive, the LP receives cash.
inline Transaction call_rebalance(const char* date, std::int64_t amount, std::string description = {}) {
  Money money = units(amount);
  Transaction made = row(RowKind::adjustment, date, amount, {.lp_cash = money, .paid_in = -money, .unfunded = money});
  made.type = "Rebalance of Capital Call";
  made.description = std::move(description);
  return made;
}

// An overstated distribution paid back by the LP: printed negative.
inline Transaction distribution_rebalance(const char* date, std::int64_t amount, std::string description = {}) {
  Money money = units(amount);
  Transaction made = row(RowKind::adjustment, date, -amount, {.lp_cash = -money, .distribution = -money});
  made.type = "Rebalance of Distribution";
  made.description = std::move(description);
  return made;
}

template <class T>
Sourced<T> printed(T value, std::string text, int page = 2) {
  return {value, std::move(text), {.file = "report.pdf", .page = page, .box = {300, 500, 360, 512}}};
}

// Gives every row its place and sets the fund's name, currency (USD) and date of report.
inline Ledger ledger(std::string name, const char* as_of, std::vector<Transaction> rows) {
  Ledger made{.name = std::move(name)};
  made.currency = *Currency::parse("USD");
  made.as_of = day(as_of);
  double y = 100;
  for (Transaction& one : rows) {
    one.place = {.file = "report.pdf", .page = 1, .box = {200, y, 260, y + 12}};
    y += 14;
  }
  made.transactions = std::move(rows);
  return made;
}

inline void set_nav(Ledger& ledger, const char* date, std::int64_t amount) {
  ledger.nav_history.push_back({day(date),
                                units(amount),
                                "$" + units(amount).grouped(),
                                {.file = "report.pdf", .page = 2, .box = {300, 480, 360, 492}}});
}

}  // namespace dossier::funds::testing
