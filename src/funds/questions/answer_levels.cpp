#include "funds/questions/answering.h"

namespace dossier::funds {
namespace {

MetricValue amount(Metric metric, Money money) {
  MetricValue value{.metric = metric};
  value.money = money;
  return value;
}

MetricValue multiple(Metric metric, std::optional<double> number) {
  MetricValue value{.metric = metric};
  value.number = number;
  if (!number) value.reason = "the paid-in capital is nil, and nothing can be divided by it";
  return value;
}

bool takes_nav(Metric metric) {
  return metric == Metric::nav || metric == Metric::total_value || metric == Metric::rvpi || metric == Metric::tvpi ||
         metric == Metric::moic || metric == Metric::irr;
}

}  // namespace

std::optional<MetricValue> level_on(const Ledger& ledger, const RunningPoint& point, Metric metric, Date day) {
  switch (metric) {
    case Metric::dpi: return multiple(metric, point.dpi);
    case Metric::pic: return amount(metric, point.paid_in);
    case Metric::total_distributions: return amount(metric, point.distributions);
    case Metric::net_cash: return amount(metric, point.net_cash);
    case Metric::called_share: {
      auto commitment = commitment_on(ledger, day);
      if (!commitment) return std::nullopt;
      return multiple(metric, ratio(point.paid_in, commitment->value));
    }
    default: break;
  }
  if (!takes_nav(metric) || nav_on(ledger, day)) return std::nullopt;
  MetricValue unknown{.metric = metric};
  unknown.reason = "no net asset value of that day is given";
  return unknown;
}

}  // namespace dossier::funds
