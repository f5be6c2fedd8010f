#pragma once

#include "desks/funds/views.h"
#include "funds/ledger/checks.h"
#include "funds/ledger/horizon.h"
#include "funds/ledger/market_equivalent.h"
#include "funds/ledger/nav_bridge.h"
#include "funds/ledger/pooling.h"

// Everything that follows from a ledger, each figure with its working. Ratios and rates are plain numbers (0.1524 is
// 15.24 %), money is text with the currency's decimals, null has its reason.
namespace dossier::desks::funds {

enum class NavChoice { of_the_day, rolled_forward };
constexpr auto names_of(NavChoice) {
  return std::array{std::string_view("of_the_day"), std::string_view("rolled_forward")};
}
inline dossier::funds::NavRule rule_of(NavChoice choice) {
  return choice == NavChoice::rolled_forward ? dossier::funds::NavRule::rolled_forward
                                             : dossier::funds::NavRule::of_the_day;
}

struct AnalysisQuery {
  std::optional<std::string> as_of, known_on;
  NavChoice nav = NavChoice::of_the_day;
  static const net::Fields& fields();
};

// How a figure names the rows it used: by their numbers, or where nothing is stored by their place in the list.
using RowNames = std::vector<std::int64_t>;
RowNames row_numbers(const dossier::funds::Ledger& ledger);
RowNames row_places(const dossier::funds::Ledger& ledger);

struct FigureView {
  std::string name, unit;
  std::optional<double> value;
  std::optional<std::string> amount;
  std::string text;
  std::optional<std::string> reason, note;
  std::string formula;
  std::vector<std::string> steps;
  std::vector<std::int64_t> rows;
  std::vector<PlaceView> sources;
  static const net::Fields& fields();
};
FigureView figure_view_of(const dossier::funds::MetricValue& figure, Currency currency, const RowNames& rows);
FigureView figure_view_of(const dossier::funds::WorkedFigure& figure, Currency currency, const RowNames& rows);

struct CheckView {
  std::string metric, printed;
  FigureView computed;
  std::optional<bool> agrees;
  std::optional<std::string> note;
  std::optional<PlaceView> source;
  static const net::Fields& fields();
};

struct RestatementView {
  std::string what;
  Date date;
  std::string before, now, message;
  std::optional<PlaceView> before_source, now_source;
  static const net::Fields& fields();
};
std::vector<RestatementView> restatements_of(const dossier::funds::Ledger& ledger);

struct AnalysisView {
  std::int64_t fund_id = 0;
  std::string fund_name;
  std::optional<std::string> currency;
  std::optional<Date> as_of;
  std::optional<WallTime> known_on;
  std::string nav_basis;
  std::vector<FigureView> figures;
  std::vector<CheckView> checks;
  std::vector<std::int64_t> left_out, noticed;
  std::vector<RestatementView> restatements;
  std::vector<std::string> other_currencies;
  static const net::Fields& fields();
};
AnalysisView analysis_view_of(const LedgerSnapshot& snapshot, std::optional<Date> as_of,
                              std::optional<WallTime> known_on, NavChoice nav);

struct BridgeView {
  std::optional<std::string> currency;
  Date from, to;
  std::vector<FigureView> lines;
  static const net::Fields& fields();
};
BridgeView view_of(const dossier::funds::NavBridge& bridge, Currency currency, const RowNames& rows);

struct SeriesPointView {
  Date date;
  std::string net_cash, paid_in, distributions;
  std::optional<double> dpi, tvpi;
  static const net::Fields& fields();
};
struct SeriesView {
  std::optional<std::string> currency;
  std::optional<Date> as_of;
  std::vector<SeriesPointView> points;
  static const net::Fields& fields();
};
SeriesView series_view_of(const dossier::funds::Ledger& ledger, std::optional<Date> as_of);

struct HorizonView {
  std::optional<std::int32_t> years;
  Date from, to;
  FigureView irr, irr_period;
  static const net::Fields& fields();
};
HorizonView view_of(const dossier::funds::HorizonReturn& made, std::optional<std::int32_t> years, Currency currency,
                    const RowNames& rows);
struct HorizonsView {
  std::optional<Date> as_of;
  std::vector<HorizonView> horizons;
  static const net::Fields& fields();
};
// One, three and five years until `as_of`, or from `from` when it is given.
HorizonsView horizons_of(const dossier::funds::Ledger& ledger, std::optional<Date> as_of, std::optional<Date> from,
                         const RowNames& rows);

struct MarketView {
  std::string index;
  Date index_from, index_to;
  std::int64_t index_levels = 0;
  std::optional<Date> as_of;
  std::vector<FigureView> figures;
  static const net::Fields& fields();
};
MarketView market_view_of(const dossier::funds::Ledger& ledger, const dossier::funds::MetricSet& metrics,
                          const dossier::funds::MarketIndex& index, const RowNames& rows);

struct PooledFundView {
  std::int64_t id = 0;
  std::string name;
  static const net::Fields& fields();
};
struct PoolView {
  std::optional<std::string> currency;
  std::vector<PooledFundView> funds;
  std::optional<Date> as_of;
  std::vector<FigureView> figures;
  std::vector<std::string> missing;
  static const net::Fields& fields();
};
struct PoolsView {
  std::vector<PoolView> pools;
  std::optional<std::string> message;
  static const net::Fields& fields();
};
// `stored`: funds and rows have numbers; else they are named by their place in the lists.
PoolsView pools_view_of(std::span<const dossier::funds::Ledger* const> ledgers, std::optional<Date> as_of, bool stored);

}  // namespace dossier::desks::funds
