#pragma once

#include "desks/funds/analysis_views.h"
#include "desks/funds/flags.h"
#include "desks/funds/views.h"
#include "funds/ledger/row_correction.h"

// The ledger as a person works with it: every row with its effects, its place and what it superseded; and what a person
// may say about it. Money is text with the currency's decimals.
namespace dossier::desks::funds {

// ---- looking ----

struct LedgerQuery {
  std::optional<std::string> as_of, known_on;
  std::optional<dossier::funds::RowKind> kind;
  std::int64_t page = 1, limit = 100;
  static const net::Fields& fields();
};

// A row that no longer counts.
struct OldRowView {
  std::int64_t id = 0;
  std::string kind;
  Date date;
  std::string amount;
  std::optional<std::string> type, description, printed;
  std::optional<PlaceView> source;
  std::string recorded_by;
  WallTime recorded_at;
  std::optional<WallTime> superseded_at;
  std::optional<std::int64_t> superseded_by;
  std::string superseded_who, superseded_why;
  static const net::Fields& fields();
};

struct RowView {
  std::int64_t id = 0;
  std::string kind;
  Date date;
  std::string date_precision;
  std::optional<std::string> type;
  std::string amount;
  std::optional<std::string> printed;
  std::string lp_cash, paid_in, distribution, unfunded, non_cash;
  std::optional<bool> recallable;
  std::optional<Date> recallable_until;
  std::optional<std::string> description, number;
  std::string status;
  double confidence = 1;
  std::optional<PlaceView> source;
  std::string origin, recorded_by;
  std::optional<std::string> reason;
  WallTime recorded_at;
  std::vector<OldRowView> supersedes;
  static const net::Fields& fields();
};

struct EnteredFigureView {
  std::int64_t id = 0;
  std::string name;
  Date date;
  std::string amount, why, recorded_by;
  WallTime recorded_at;
  std::optional<WallTime> superseded_at;
  std::optional<std::int64_t> superseded_by;
  std::optional<std::string> superseded_who, superseded_why;
  static const net::Fields& fields();
};

struct NavView {
  Date date;
  std::string nav;
  std::optional<std::string> printed;
  std::optional<PlaceView> source;
  static const net::Fields& fields();
};

// What a fund's documents hold in another currency than the fund's: kept apart, never added.
struct OtherLedgerView {
  std::string currency, message;
  std::int64_t rows = 0;
  static const net::Fields& fields();
};

struct LedgerView {
  std::int64_t fund_id = 0;
  std::string fund_name;
  std::optional<std::string> currency;
  std::optional<Date> as_of;
  std::optional<WallTime> known_on;
  std::vector<RowView> items;
  std::int64_t total = 0, page = 1, pages = 0;
  std::int64_t noticed = 0;
  std::vector<RowView> left_out;
  std::int64_t left_out_total = 0;
  std::vector<OldRowView> removed;
  std::vector<EnteredFigureView> entered_figures;
  std::vector<NavView> navs;
  std::optional<std::string> commitment;
  std::vector<RestatementView> restatements;
  std::vector<OtherLedgerView> other_ledgers;
  std::int64_t open_flags = 0;
  static const net::Fields& fields();
};

// Fails with invalid_argument when as_of is no day.
Result<LedgerView> ledger_view_of(const LedgerSnapshot& snapshot, const LedgerQuery& query);
// One row that stands, or stood; fails with not_found when the fund has none of that number.
Result<RowView> row_view_of(const LedgerSnapshot& snapshot, TransactionId row);

// ---- flags ----

struct FlagQuery {
  FlagState state = FlagState::open;
  std::int64_t page = 1, limit = 100;
  static const net::Fields& fields();
};

struct FlagView {
  std::int64_t id = 0;
  std::string code, message;
  PlaceView source;
  std::string state;
  std::optional<WallTime> resolved_at;
  std::optional<std::string> resolved_by, resolution;
  static const net::Fields& fields();
};

struct FlagPageView {
  std::vector<FlagView> items;
  std::int64_t total = 0, page = 1, pages = 0;
  static const net::Fields& fields();
};
FlagPageView view_of(const FlagPage& page, const FlagQuery& query);

// ---- changing ----

// A row as a person corrects or enters it. What is absent stays as it is.
struct RowBody {
  std::string reason;
  std::optional<dossier::funds::RowKind> kind;
  std::optional<dossier::funds::RowEffect> effect;
  std::optional<std::string> date, amount;
  std::optional<bool> recallable;
  std::optional<std::string> recallable_until;
  std::optional<std::string> type, description, number;
  std::optional<dossier::funds::RowStatus> status;
  static const net::Fields& fields();
};
// Fails with invalid_argument, naming the field.
Result<dossier::funds::RowCorrection> correction_of(const RowBody& body, Currency currency);

struct FigureBody {
  EnteredName name = EnteredName::nav;
  std::string date, amount, reason;
  std::optional<std::int64_t> replaces;
  static const net::Fields& fields();
};
Result<NewFigure> figure_of(const FigureBody& body, Currency currency);

struct ReasonBody {
  std::string reason;
  static const net::Fields& fields();
};

// What a change did.
struct RowChanged {
  std::int64_t fund_id = 0;
  std::optional<std::int64_t> row_id, supersedes;
  static const net::Fields& fields();
};

struct FigureChanged {
  std::int64_t fund_id = 0;
  std::optional<std::int64_t> figure_id, supersedes;
  static const net::Fields& fields();
};

struct FlagResolved {
  std::int64_t flag_id = 0;
  std::string resolution;
  static const net::Fields& fields();
};

}  // namespace dossier::desks::funds
