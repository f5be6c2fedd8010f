#include "funds/ledger/restating.h"

#include "funds/ledger/merge.h"
#include "funds/ledger/phrasing.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

namespace dossier::funds {
namespace {

std::string in_document(const Place& place) {
  if (place.file.empty()) return "another document";
  return place.page > 0 ? fmt::format("{} page {}", place.file, place.page) : place.file;
}

void tell(Ledger& into, Restatement made, const char* why) {
  made.message =
      fmt::format("the {} of {} is {} in {} and {} in {}; {}", made.kind ? title_of(*made.kind) : "NAV",
                  date_text(made.date), money_text(made.before, into.currency), in_document(made.before_place),
                  money_text(made.now, into.currency), in_document(made.now_place), why);
  into.restatements.push_back(std::move(made));
}

constexpr const char* kLaterCounts = "the later report counts";
constexpr const char* kPersonCounts = "what a person said counts";
constexpr const char* kStatementCounts = "one was only announced; the statement counts";

// Whether a statement's row can be what a notice announced with another amount: due that day, or not much more or less
// within the days that a payment may differ from its announcement.
bool can_settle(const Transaction& settled, const Transaction& announced) {
  if (settled.kind != announced.kind || settled.date == announced.date) return settled.kind == announced.kind;
  const Money off = (settled.amount - announced.amount).abs();
  return std::abs(settled.date - announced.date) <= kNoticeDaysApart && off + off + off + off <= announced.amount.abs();
}

// Whether a document of that day tells of everything up to `date`.
bool covers(const Ledger& document, Date date) {
  return document.as_of && *document.as_of >= date;
}

bool one_row_near(const std::vector<Transaction>& rows, const Transaction& event, RowStatus status) {
  return std::count_if(rows.begin(), rows.end(), [&](const Transaction& t) {
           return t.status == status && t.kind == event.kind && std::abs(t.date - event.date) <= kNoticeDaysApart;
         }) == 1;
}

}  // namespace

bool counts_against(const Ledger& from, const Ledger& into) {
  return !into.as_of || !from.as_of || *from.as_of >= *into.as_of;
}

Restating::Key Restating::key_of(const Transaction& row) {
  // A number tells events of one day apart better than words, which reports rephrase.
  const std::string words = row.number.empty() ? reading::fold(row.type + " " + row.description) : "no " + row.number;
  return {row.kind, row.date, words};
}

Restating::Restating(Ledger& into, const Ledger& from)
    : into_(into), from_(from), from_counts_(counts_against(from, into)) {
  for (std::size_t k = 0; k < into.transactions.size(); ++k) {
    there_[key_of(into.transactions[k])].push_back(k);
    if (into.transactions[k].status == RowStatus::noticed) announced_.push_back(k);
  }
  for (const Transaction& row : from.transactions) new_[key_of(row)].push_back(row.amount);
}

bool Restating::take(const Transaction& row) {
  if (restates(row)) return true;
  return row.status == RowStatus::settled ? settles(row) : announces_what_is_settled(row);
}

bool Restating::settles(const Transaction& row) {
  for (const std::size_t k : announced_) {
    Transaction& known = into_.transactions[k];
    if (known.status != RowStatus::noticed || !can_settle(row, known) || !covers(from_, known.date)) continue;
    if (!one_row_near(into_.transactions, known, RowStatus::noticed) ||
        !one_row_near(from_.transactions, known, RowStatus::settled))
      continue;
    Restatement made{.kind = row.kind, .date = row.date, .by_person = known.by_person, .message = {}};
    const Transaction& counts = known.by_person ? known : row;
    const Transaction& other = known.by_person ? row : known;
    made.before = other.amount, made.before_place = other.place;
    made.now = counts.amount, made.now_place = counts.place;
    tell(into_, std::move(made), known.by_person ? kPersonCounts : kStatementCounts);
    if (!known.by_person) known = row;
    return true;
  }
  return false;
}

// A notice that comes after its statement. Only of the very day: near it may be what another notice announced.
bool Restating::announces_what_is_settled(const Transaction& row) {
  if (!covers(into_, row.date) || !one_row_near(into_.transactions, row, RowStatus::settled)) return false;
  const auto known = std::find_if(into_.transactions.begin(), into_.transactions.end(), [&](const Transaction& t) {
    return t.status == RowStatus::settled && t.kind == row.kind && t.date == row.date;
  });
  if (known == into_.transactions.end()) return false;
  Restatement made{.kind = row.kind, .date = row.date, .by_person = known->by_person, .message = {}};
  made.before = row.amount, made.before_place = row.place;
  made.now = known->amount, made.now_place = known->place;
  tell(into_, std::move(made), known->by_person ? kPersonCounts : kStatementCounts);
  return true;
}

bool Restating::restates(const Transaction& row) {
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
