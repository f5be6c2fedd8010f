#include "funds/ledger/restating.h"

#include "funds/ledger/phrasing.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

std::string in_document(const Place& place) {
  if (place.file.empty()) return "another document";
  return place.page > 0 ? fmt::format("{} page {}", place.file, place.page) : place.file;
}

std::string_view word_of(std::optional<RowKind> kind) {
  if (!kind) return "NAV";
  switch (*kind) {
    case RowKind::capital_call: return "capital call";
    case RowKind::distribution: return "distribution";
    case RowKind::adjustment: return "adjustment";
  }
  return "row";
}

void tell(Ledger& into, Restatement made, const char* why) {
  made.message = fmt::format("the {} of {} is {} in {} and {} in {}; {}", word_of(made.kind), date_text(made.date),
                             money_text(made.before, into.currency), in_document(made.before_place),
                             money_text(made.now, into.currency), in_document(made.now_place), why);
  into.restatements.push_back(std::move(made));
}

constexpr const char* kLaterCounts = "the later report counts";
constexpr const char* kPersonCounts = "what a person said counts";

}  // namespace

bool counts_against(const Ledger& from, const Ledger& into) {
  return !into.as_of || !from.as_of || *from.as_of >= *into.as_of;
}

Restating::Key Restating::key_of(const Transaction& row) {
  // A number tells events of one day apart better than words, which reports rephrase.
  const std::string words = row.number.empty() ? reading::fold(row.type + " " + row.description) : "no " + row.number;
  return {row.kind, row.date, words};
}

Restating::Restating(Ledger& into, const Ledger& from) : into_(into), from_counts_(counts_against(from, into)) {
  for (std::size_t k = 0; k < into.transactions.size(); ++k) there_[key_of(into.transactions[k])].push_back(k);
  for (const Transaction& row : from.transactions) new_[key_of(row)].push_back(row.amount);
}

bool Restating::take(const Transaction& row) {
  const Key key = key_of(row);
  const auto there = there_.find(key);
  if (there == there_.end() || there->second.size() != 1 || new_[key].size() != 1) return false;
  Transaction& known = into_.transactions[there->second.front()];
  if (known.status != row.status || known.amount == row.amount) return false;
  Restatement made{.kind = row.kind, .date = row.date, .by_person = known.by_person, .message = {}};
  if (known.by_person || !from_counts_) {
    made.before = row.amount, made.before_place = row.place;
    made.now = known.amount, made.now_place = known.place;
    tell(into_, std::move(made), known.by_person ? kPersonCounts : kLaterCounts);
    return true;
  }
  made.before = known.amount, made.before_place = known.place;
  made.now = row.amount, made.now_place = row.place;
  known = row;
  tell(into_, std::move(made), kLaterCounts);
  return true;
}

Flag flag_of(const Restatement& made) {
  return {FlagCode::restated, made.message, made.by_person ? made.before_place : made.now_place};
}

void restate_nav(Ledger& into, DatedNav& known, const DatedNav& other, bool other_counts) {
  const DatedNav before = other_counts ? known : other;
  if (other_counts) known = other;
  tell(into,
       {.kind = std::nullopt,
        .date = known.date,
        .before = before.nav,
        .now = known.nav,
        .before_place = before.place,
        .now_place = known.place,
        .message = {}},
       kLaterCounts);
}

}  // namespace dossier::funds
