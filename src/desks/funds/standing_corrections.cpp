#include "desks/funds/standing_corrections.h"

#include "desks/funds/entered_figures.h"
#include "desks/funds/row_book.h"
#include "funds/ledger/merge.h"
#include "funds/ledger/phrasing.h"

#include <algorithm>
#include <map>
#include <set>

namespace dossier::desks::funds {

namespace pure = dossier::funds;
using store::Row;
using store::Session;

namespace {

Result<std::vector<std::int64_t>> readings_with_corrections(Session& session, FundId fund) {
  return session.all(
      "SELECT DISTINCT f.id FROM fund_reading f JOIN ledger_row r ON r.fund_reading = f.id "
      "WHERE f.fund = ? AND r.superseded_at IS NOT NULL ORDER BY f.id",
      {fund}, [](const Row& row) { return row.integer(0); });
}

Result<std::vector<std::int64_t>> readings_in_force(Session& session, FundId fund, std::int64_t except) {
  return session.all(
      "SELECT id FROM fund_reading WHERE fund = ? AND id <> ? AND reading IS NOT NULL AND superseded_at IS NULL",
      {fund, except}, [](const Row& row) { return row.integer(0); });
}

// What was corrected, one list per reading: two readings with the same event are not two corrections.
struct Corrections {
  struct Rule {
    const RecordedRow* old;
    const RecordedRow* stands;  // null: removed
  };
  std::map<std::int64_t, RowBook> books;
  std::map<std::int64_t, std::vector<Rule>> rules;

  // The longest list of rules for rows like this one.
  std::vector<Rule> of(const pure::Transaction& row) const {
    std::vector<Rule> longest;
    for (const auto& [reading, all] : rules) {
      std::vector<Rule> found;
      std::set<int> positions;
      for (const Rule& rule : all) {
        if (pure::same_event(rule.old->row, row) && positions.insert(rule.old->position).second) found.push_back(rule);
      }
      if (found.size() > longest.size()) longest = std::move(found);
    }
    return longest;
  }
};

Result<Corrections> corrections_of(Session& session, FundId fund) {
  Corrections all;
  TRY(const auto readings, readings_with_corrections(session, fund));
  for (const std::int64_t reading : readings) {
    RowBook& book = all.books[reading];
    TRY_DO(book.add_reading(session, reading, kNow));
    for (const RecordedRow* old : book.superseded(reading)) {
      const RecordedRow* stands = book.successor(*old);
      if (stands == nullptr && old->by_person && !old->row.place.document) continue;
      all.rules[reading].push_back({old, stands});
    }
  }
  return all;
}

// How many rows like this one stand uncorrected in the document that has most of them.
std::size_t uncorrected(const std::vector<std::vector<pure::Transaction>>& documents, const pure::Transaction& row) {
  std::size_t most = 0;
  for (const auto& rows : documents) {
    const auto equal =
        std::count_if(rows.begin(), rows.end(), [&](const auto& other) { return pure::same_event(other, row); });
    most = std::max(most, static_cast<std::size_t>(equal));
  }
  return most;
}

Repeated repeated(std::size_t index, const pure::Transaction& row, const Corrections::Rule& rule, Currency currency) {
  Repeated made{.row = index, .who = rule.old->superseded_who, .why = rule.old->superseded_why, .flag = {}};
  std::string now = "was removed";
  if (rule.stands != nullptr) {
    made.by = rule.stands->row.id.value;
    made.says_the_same = pure::same_event(rule.stands->row, row) && rule.stands->row.date == row.date;
    now = "was corrected to " + pure::money_text(rule.stands->row.amount, currency) + " of " +
          pure::date_text(rule.stands->row.date);
  }
  made.flag = {pure::FlagCode::corrected_before,
               "The document repeats " + pure::money_text(row.amount, currency) + " of " + pure::date_text(row.date) +
                   ", which " + now + " (" + made.why +
                   "); the correction stands. Correct it again if the document is right.",
               row.place};
  return made;
}

}  // namespace

Result<std::vector<Repeated>> repeated_rows(Session& session, FundId fund, std::int64_t reading,
                                            const std::vector<pure::Transaction>& rows, Currency currency) {
  std::vector<Repeated> found;
  TRY(const Corrections corrections, corrections_of(session, fund));
  if (corrections.rules.empty()) return found;
  TRY(const auto others, readings_in_force(session, fund, reading));
  std::vector<std::vector<pure::Transaction>> documents;
  for (const std::int64_t other : others) {
    RowBook book;
    TRY_DO(book.add_reading(session, other, kNow));
    documents.push_back(book.uncorrected(other));
  }
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const auto rules = corrections.of(rows[k]);
    if (rules.empty()) continue;
    const auto ordinal = static_cast<std::size_t>(
        std::count_if(rows.begin(), rows.begin() + static_cast<std::ptrdiff_t>(k),
                      [&](const auto& earlier) { return pure::same_event(earlier, rows[k]); }));
    const std::size_t plain = uncorrected(documents, rows[k]);
    if (ordinal < plain || ordinal - plain >= rules.size()) continue;
    found.push_back(repeated(k, rows[k], rules[ordinal - plain], currency));
  }
  return found;
}

Result<std::vector<pure::Flag>> differing_figures(Session& session, FundId fund, const pure::Ledger& ledger) {
  std::vector<pure::Flag> flags;
  TRY(const auto entered, read_entered_figures(session, fund, kNow));
  const auto differs = [&](const EnteredFigure& figure, Money printed, const pure::Place& place) {
    if (printed == figure.amount) return;
    flags.push_back({pure::FlagCode::entered_differs,
                     "The document prints a " + std::string(figure.name == EnteredName::nav ? "NAV" : "commitment") +
                         " of " + pure::money_text(printed, ledger.currency) + ", but " +
                         pure::money_text(figure.amount, ledger.currency) + " was entered for " +
                         pure::date_text(figure.date) + " by " + figure.recorded_by +
                         "; the entry stands. Enter the other value if the document is right.",
                     place});
  };
  const EnteredFigure* commitment = nullptr;  // the one in force on the day of the document
  for (const EnteredFigure& figure : entered) {
    if (figure.superseded_at) continue;
    if (figure.name == EnteredName::commitment && ledger.as_of && figure.date <= *ledger.as_of) commitment = &figure;
    if (figure.name != EnteredName::nav) continue;
    for (const pure::DatedNav& nav : ledger.nav_history) {
      if (nav.date == figure.date) differs(figure, nav.nav, nav.place);
    }
  }
  if (commitment != nullptr && ledger.commitment)
    differs(*commitment, ledger.commitment->value, ledger.commitment->place);
  return flags;
}

}  // namespace dossier::desks::funds
