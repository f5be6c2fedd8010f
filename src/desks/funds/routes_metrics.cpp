#include "desks/funds/breakdown_views.h"
#include "desks/funds/moments.h"
#include "desks/funds/routes.h"

namespace dossier::desks::funds {
namespace {

using net::Path;
using net::Query;
using net::Task;

Task<Result<MetricAnswer>> get_breakdown(Services& services, Context context, FundId id, BreakdownQuery query) {
  return services.database.read(std::move(context), [id, query](store::Session& session) -> Result<MetricAnswer> {
    const BreakdownMetric metric = query.metric.value_or(BreakdownMetric::all);
    TRY(const auto as_of, day_in(query.as_of, "as_of"));
    TRY(const auto known_on, known_on_moment(query.known_on));
    const auto snapshot = read_snapshot(session, id, known_on);
    if (!snapshot && snapshot.error().code == ErrorCode::not_found)
      return Error{ErrorCode::not_found, "Fund not found"};
    if (!snapshot) return snapshot.error();
    if (metric != BreakdownMetric::all) return MetricAnswer(breakdown_of(*snapshot, metric, as_of));
    const auto& ledger = snapshot->ledger();
    return MetricAnswer(
        AllMetricsView{id.value, snapshot->fund.name, view_of(compute_metrics(ledger, as_of), ledger.currency)});
  });
}

}  // namespace

void add_metric_routes(net::Router& router, Services& s) {
  router.get("/api/metrics/funds/{id}/metrics",
             {.summary = "The metrics of a fund, or one of them with its working.",
              .tag = "Metrics",
              .style = net::Style::funds,
              .errors = {400, 404}},
             [&s](Context c, Path<ById> p, Query<BreakdownQuery> q) {
               return get_breakdown(s, std::move(c), FundId{p->id}, std::move(*q));
             });
}

}  // namespace dossier::desks::funds
