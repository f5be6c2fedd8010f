#include "funds/ledger/metric_sums.h"
#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

MetricValue& prepare(MetricSet& set, Metric metric, std::string formula, const std::vector<std::size_t>& rows) {
  MetricValue& figure = set.values[static_cast<std::size_t>(metric)];
  figure.metric = metric;
  figure.formula = std::move(formula);
  figure.rows = rows;
  return figure;
}

void take(MetricValue& figure, const IrrAnswer& answer, std::size_t flows) {
  figure.number = answer.rate;
  if (!answer.rate) {
    figure.reason = answer.reason;
    return;
  }
  figure.steps.push_back(
      fmt::format("{} solved for the rate at which their present value is nil: {:.6f}, proven between "
                  "{:.12f} and {:.12f}",
                  counted(flows, "flow", "flows"), *answer.rate, *answer.low, *answer.high));
  if (answer.status == IrrStatus::multiple) figure.note = answer.reason;
}

// Mean time in years of what is paid (sign -1) or received (1), by amount.
double mean_time(const std::vector<DatedFlow>& flows, int sign, Date first) {
  double sum = 0, moment = 0;
  for (const DatedFlow& flow : flows) {
    if (flow.amount * sign <= 0) continue;
    sum += std::abs(flow.amount);
    moment += std::abs(flow.amount) * (flow.date - first) / 365.0;
  }
  return sum > 0 ? moment / sum : 0;
}

// A root close to -100 % may be one of arithmetic alone: discounted so hard, a small receipt after the last call
// outweighs all that was paid before it. Such a rate loses many times more than the fund did: over the time between the
// mean days of paying and receiving it would leave far less than the multiple of received to paid that there is.
bool contradicts_the_multiple(const std::vector<DatedFlow>& flows, double rate, Date first) {
  constexpr double kNearTotalLoss = -0.95, kTimesLess = 10;
  if (rate > kNearTotalLoss || rate <= -1) return false;
  double paid = 0, received = 0;
  for (const DatedFlow& flow : flows) (flow.amount < 0 ? paid : received) += std::abs(flow.amount);
  const double years = mean_time(flows, 1, first) - mean_time(flows, -1, first);
  const double left = years > 0 ? std::pow(1 + rate, years) : 0;
  return received > kTimesLess * left * paid;
}

// GIPS: a return of less than a year is not annualised. The XIRR compounded over the days that have passed.
void net_rates(const Ledger& ledger, const MetricSums& sums, Money nav, MetricValue& yearly, MetricValue& period,
               MetricSet& set) {
  auto flows = cash_flows(ledger, sums.as_of, nav);
  set.irr = xirr(flows);
  auto earliest = [](const DatedFlow& a, const DatedFlow& b) { return a.date < b.date; };
  auto first = std::min_element(flows.begin(), flows.end(), earliest);
  int days = flows.empty() ? 0 : sums.as_of - first->date;
  take(yearly, set.irr, flows.size());
  if (yearly.number && contradicts_the_multiple(flows, *yearly.number, first->date)) {
    yearly.reason = fmt::format(
        "the rate at which the present value of the flows is nil is {}, which loses far more than the fund did: it "
        "follows from arithmetic, not from a return",
        percent_text(*yearly.number));
    yearly.number.reset();
    yearly.steps.clear();
  }
  if (!yearly.number) {
    period.reason = yearly.reason;
    return;
  }
  if (days >= 365) {
    period.reason = "the period is a year or longer, so the annual rate applies";
    return;
  }
  period.number = std::expm1(std::log1p(*yearly.number) * days / 365);
  period.steps = yearly.steps;
  period.steps.push_back(fmt::format("compounded over {} days: {:.6f}", days, *period.number));
  period.note = "not annualised: the period is under one year";
  yearly.number.reset();
  yearly.steps.clear();
  yearly.reason = fmt::format(
      "only {} days have passed since the first flow, and returns of less than a year are not "
      "annualised; the return of the period is {}",
      days, percent_text(*period.number));
}

// The old system's figure: the list of calls and distributions in order of date, at equal steps.
IrrAnswer equal_steps(const Ledger& ledger, Date as_of) {
  std::vector<const Transaction*> rows;
  for (const Transaction& row : ledger.transactions) {
    if (row.date <= as_of && row.kind != RowKind::adjustment && !row.effects.lp_cash.zero()) rows.push_back(&row);
  }
  std::stable_sort(rows.begin(), rows.end(), [](auto a, auto b) { return a->date < b->date; });
  std::vector<double> amounts;
  for (const Transaction* row : rows) amounts.push_back(static_cast<double>(row->effects.lp_cash.minor()));
  IrrAnswer answer = periodic_irr(amounts);
  auto nearer_nil = [](double a, double b) { return std::abs(a) < std::abs(b); };
  if (answer.rates.size() > 1) answer.rate = *std::min_element(answer.rates.begin(), answer.rates.end(), nearer_nil);
  return answer;
}

void skip_auxiliary(MetricSet& set) {
  for (Metric metric : {Metric::irr_cash, Metric::irr_periodic}) {
    MetricValue& value = set.values[static_cast<std::size_t>(metric)];
    value.metric = metric;
    value.reason = "it was not asked for";
  }
}

}  // namespace

void fill_rates(const Ledger& ledger, const MetricSums& sums, std::optional<Money> nav, Rates rates, MetricSet& set) {
  MetricValue& yearly = prepare(
      set, Metric::irr, "net IRR: sum of flow / (1 + IRR)^(days / 365) = 0, NAV as the last flow", sums.cash_rows);
  MetricValue& period =
      prepare(set, Metric::irr_period, "return of the period = (1 + IRR)^(days / 365) - 1", sums.cash_rows);
  if (nav) net_rates(ledger, sums, *nav, yearly, period, set);

  if (rates == Rates::net_only) return skip_auxiliary(set);
  MetricValue& cash =
      prepare(set, Metric::irr_cash, "cash IRR: sum of flow / (1 + IRR)^(days / 365) = 0, no NAV", sums.cash_rows);
  auto flows = cash_flows(ledger, sums.as_of, {});
  take(cash, xirr(flows), flows.size());
  if (cash.number) {
    std::string several = cash.note.empty() ? "" : "; " + cash.note;
    cash.note = "cash alone, as if what the fund still holds were worthless: not the fund's IRR" + several;
  }

  MetricValue& steps =
      prepare(set, Metric::irr_periodic, "rate per flow, as if all flows were equally spaced", sums.cash_rows);
  take(steps, equal_steps(ledger, sums.as_of), sums.cash_rows.size());
  if (steps.number) steps.note = "ignores the dates and the adjustments; kept for comparison with older systems";
}

}  // namespace dossier::funds
