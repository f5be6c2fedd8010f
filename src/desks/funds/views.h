#pragma once

#include "desks/funds/ledger_snapshot.h"
#include "funds/ledger/metrics.h"
#include "net/fields.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

// What the fund desk's routes send and take, and how it is made of the values of the trade. Money in rows is text with
// decimals, in metrics a number: so the existing clients expect it.
namespace dossier::desks::funds {

struct ById {
  std::int64_t id = 0;
  static const net::Fields& fields();
};

struct Skipping {
  std::int64_t skip = 0, limit = 100;
  static const net::Fields& fields();
};

struct Message {
  std::string message;
  static const net::Fields& fields();
};

// What a document leaves open is null, not "".
std::optional<std::string> unless_empty(const std::string& text);

// Where a figure stands in its document.
struct PlaceView {
  std::int64_t document_id = 0;
  std::string file_name;
  std::int32_t page = 0;
  std::vector<double> box;  // x0, y0, x1, y1
  static const net::Fields& fields();
};
std::optional<PlaceView> view_of(const dossier::funds::Place& place);

// ---- metrics ----

struct MetricsView {
  std::optional<double> dpi, irr, tvpi, rvpi, pic, total_distributions, nav;
  std::string irr_basis = "none";
  std::optional<double> irr_periodic;
  std::optional<Date> as_of;
  std::string nav_basis = "none";
  std::int64_t left_out = 0;
  static const net::Fields& fields();
};
MetricsView view_of(const dossier::funds::MetricSet& metrics, Currency currency);

// Of which day, as known when, for the contract's routes.
struct MomentQuery {
  std::optional<std::string> as_of, known_on;
  static const net::Fields& fields();
};

// A figure as a JSON number: money in whole units, multiples with four decimals, rates in percent with two.
std::optional<double> number_of(const dossier::funds::MetricValue& value, Currency currency);

// ---- funds ----

struct NewFund {
  std::string name;
  std::optional<std::string> gp_name, fund_type;
  std::optional<std::int32_t> vintage_year;
  static const net::Fields& fields();
};

struct FundEdit {
  net::Patch<std::string> name, gp_name, fund_type;
  net::Patch<std::int32_t> vintage_year;
  static const net::Fields& fields();
};

struct FundView {
  std::string name;
  std::optional<std::string> gp_name, fund_type;
  std::optional<std::int32_t> vintage_year;
  std::int64_t id = 0;
  net::NaiveUtc created_at;
  std::optional<MetricsView> metrics;
  static const net::Fields& fields();
};
FundView view_of(const Fund& fund);

// ---- transactions ----

enum class TransactionList { capital_calls, distributions, adjustments };
constexpr auto names_of(TransactionList) {
  return std::array{std::string_view("capital_calls"), std::string_view("distributions"),
                    std::string_view("adjustments")};
}

struct TransactionQuery {
  TransactionList transaction_type = TransactionList::capital_calls;
  std::int64_t page = 1, limit = 50;
  static const net::Fields& fields();
};

struct CapitalCallView {
  std::int64_t fund_id = 0;
  Date call_date;
  std::optional<std::string> call_type;
  std::string amount;
  std::optional<std::string> description;
  std::int64_t id = 0;
  net::NaiveUtc created_at;
  std::optional<PlaceView> source;
  static const net::Fields& fields();
};

struct DistributionView {
  std::int64_t fund_id = 0;
  Date distribution_date;
  std::optional<std::string> distribution_type;
  bool is_recallable = false;
  std::optional<Date> recallable_until;
  std::string amount;
  std::optional<std::string> description;
  std::int64_t id = 0;
  net::NaiveUtc created_at;
  std::optional<PlaceView> source;
  static const net::Fields& fields();
};

struct AdjustmentView {
  std::int64_t fund_id = 0;
  Date adjustment_date;
  std::optional<std::string> adjustment_type, category;
  std::string amount;
  bool is_contribution_adjustment = false;
  std::optional<std::string> description;
  std::int64_t id = 0;
  net::NaiveUtc created_at;
  std::optional<PlaceView> source;
  static const net::Fields& fields();
};

using TransactionView = std::variant<CapitalCallView, DistributionView, AdjustmentView>;

struct TransactionPage {
  std::vector<TransactionView> items;
  std::int64_t total = 0, page = 1, pages = 0;
  static const net::Fields& fields();
};
TransactionView view_of(const RowPage::Item& item, FundId fund, int minor_digits);

}  // namespace dossier::desks::funds
