#pragma once

#include "desks/funds/views.h"

// The answers of /api/metrics: one metric with its working, in the form that the existing clients show.
namespace dossier::desks::funds {

enum class BreakdownMetric { dpi, irr, tvpi, rvpi, pic, all };
constexpr auto names_of(BreakdownMetric) {
  return std::array{std::string_view("dpi"),  std::string_view("irr"), std::string_view("tvpi"),
                    std::string_view("rvpi"), std::string_view("pic"), std::string_view("all")};
}

struct BreakdownQuery {
  std::optional<BreakdownMetric> metric;
  std::optional<std::string> as_of, known_on;
  static const net::Fields& fields();
};

// A row as a breakdown lists it. Fields that do not belong to its kind are null.
struct BreakdownRow {
  Date date;
  double amount = 0;
  std::optional<std::string> type, description;
  std::optional<bool> is_recallable;
  std::optional<PlaceView> source;
  static const net::Fields& fields();
};

struct BreakdownRows {
  std::vector<BreakdownRow> capital_calls, distributions, adjustments;
  static const net::Fields& fields();
};

struct CashFlowView {
  Date date;
  double amount = 0;
  std::string type;  // capital_call, distribution, adjustment or nav
  static const net::Fields& fields();
};

struct CashFlowSummary {
  double total_outflows = 0, total_inflows = 0, net_cash_flow = 0;
  static const net::Fields& fields();
};

struct Breakdown {
  std::string metric, formula, explanation;
  std::optional<double> result;
  std::optional<std::string> reason;  // why there is no result
  std::vector<std::string> steps;
  std::optional<double> pic, total_distributions, total_calls, total_adjustments, nav;
  std::optional<BreakdownRows> transactions;
  std::optional<std::vector<CashFlowView>> cash_flows;
  std::optional<CashFlowSummary> cash_flow_summary;
  std::optional<std::string> irr_basis;
  std::optional<Date> as_of;
  std::vector<BreakdownRow> left_out;
  std::vector<PlaceView> sources;
  static const net::Fields& fields();
};

struct BreakdownView {
  std::int64_t fund_id = 0;
  std::string fund_name, metric_name;
  std::optional<double> value;
  Breakdown breakdown;
  static const net::Fields& fields();
};

struct AllMetricsView {
  std::int64_t fund_id = 0;
  std::string fund_name;
  MetricsView metrics;
  static const net::Fields& fields();
};

using MetricAnswer = std::variant<AllMetricsView, BreakdownView>;

// `metric` is not `all`.
BreakdownView breakdown_of(const LedgerSnapshot& snapshot, BreakdownMetric metric, std::optional<Date> as_of);

}  // namespace dossier::desks::funds
