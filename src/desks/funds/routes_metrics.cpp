#include "desks/funds/breakdown_views.h"
#include "desks/funds/routes.h"

namespace dossier::desks::funds {
namespace {

using net::Path;
using net::Query;
using net::Task;

Task<Result<MetricAnswer>> get_breakdown(Services& services, Context context, FundId id, BreakdownMetric metric) {
  return services.database.read(std::move(context), [id, metric](store::Session& session) -> Result<MetricAnswer> {
    const auto snapshot = read_snapshot(session, id);
    if (!snapshot && snapshot.error().code == ErrorCode::not_found)
      return Error{ErrorCode::not_found, "Fund not found"};
    if (!snapshot) return snapshot.error();
    if (metric != BreakdownMetric::all) return MetricAnswer(breakdown_of(*snapshot, metric));
    const auto& ledger = snapshot->ledger();
    return MetricAnswer(
        AllMetricsView{id.value, snapshot->fund.name, view_of(compute_metrics(ledger), ledger.currency)});
  });
}

}  // namespace

void add_metric_routes(net::Router& router, Services& s) {
  router.get("/api/metrics/funds/{id}/metrics",
             {.summary = "The metrics of a fund, or one of them with its working.",
              .tag = "Metrics",
              .style = net::Style::funds,
              .errors = {404}},
             [&s](Context c, Path<ById> p, Query<BreakdownQuery> q) {
               return get_breakdown(s, std::move(c), FundId{p->id}, q->metric.value_or(BreakdownMetric::all));
             });
}

}  // namespace dossier::desks::funds
