#include "desks/funds/metrics_shelf.h"
#include "desks/funds/moments.h"
#include "desks/funds/routes.h"
#include "desks/funds/views.h"

namespace dossier::desks::funds {
namespace {

using dossier::funds::RowKind;
using net::Body;
using net::Path;
using net::Query;
using net::Request;
using net::Response;
using net::Task;
using store::Session;
using store::Transaction;

Error no_such_fund() {
  return {ErrorCode::not_found, "Fund not found"};
}

// The contract's words for whatever was not found of a fund.
Error in_contract_words(Error error) {
  return error.code == ErrorCode::not_found ? no_such_fund() : error;
}

Result<FundView> view_with_metrics(Session& session, MetricsShelf& shelf, const Fund& fund) {
  FundView view = view_of(fund);
  TRY(view.metrics, newest_metrics(session, shelf, fund.id));
  return view;
}

Task<Result<std::vector<FundView>>> list_funds(Services& services, Context context, Skipping part) {
  auto look = [&services, part](Session& session) -> Result<std::vector<FundView>> {
    TRY(const auto funds, FundStore::list(session, part.skip, part.limit));
    std::vector<FundView> views;
    for (const Fund& fund : funds) {
      TRY(FundView view, view_with_metrics(session, services.metrics, fund));
      views.push_back(std::move(view));
    }
    return views;
  };
  return services.database.read(std::move(context), std::move(look));
}

Task<Result<FundView>> get_fund(Services& services, Context context, FundId id) {
  return services.database.read(std::move(context), [&services, id](Session& session) -> Result<FundView> {
    TRY(const std::optional<Fund> fund, FundStore::find(session, id));
    if (!fund) return no_such_fund();
    return view_with_metrics(session, services.metrics, *fund);
  });
}

Task<Result<MetricsView>> get_metrics(Services& services, Context context, FundId id, MomentQuery query) {
  return services.database.read(std::move(context), [&services, id, query](Session& session) -> Result<MetricsView> {
    TRY(const auto as_of, day_in(query.as_of, "as_of"));
    TRY(const auto known_on, known_on_moment(query.known_on));
    if (!as_of && !known_on) {
      Result<MetricsView> newest = newest_metrics(session, services.metrics, id);
      return newest ? std::move(newest) : in_contract_words(newest.error());
    }
    const auto snapshot = read_snapshot(session, id, known_on);
    if (!snapshot) return in_contract_words(snapshot.error());
    return view_of(compute_metrics(snapshot->ledger(), as_of), snapshot->ledger().currency);
  });
}

Task<Result<Response>> create_fund(Services& services, Context context, NewFund fund, Request request) {
  auto change = [&services, context, fund = std::move(fund)](Transaction& transaction) -> Result<FundView> {
    FundChange attributes{.name = fund.name};
    if (fund.gp_name) attributes.gp_name = fund.gp_name;
    if (fund.fund_type) attributes.fund_type = fund.fund_type;
    if (fund.vintage_year) attributes.vintage_year = fund.vintage_year;
    TRY(const FundId id, services.ledgers.funds().create(transaction, context, attributes));
    TRY(const auto made, FundStore::find(transaction, id));
    return view_of(made.value());
  };
  return once::change_once<FundView>(services.keeping(), context, once::repeatable(request, "POST /api/funds/"),
                                     std::move(change));
}

Task<Result<Response>> edit_fund(Services& services, Context context, FundId id, FundEdit edit, Request request) {
  auto change = [&services, context, id, edit = std::move(edit)](Transaction& transaction) -> Result<FundView> {
    FundChange attributes;
    if (edit.name.given && !edit.name.value)
      return Error{ErrorCode::invalid_argument, "a fund needs a name; leave the field out to keep it", "name"};
    if (edit.name.given) attributes.name = edit.name.value;
    if (edit.gp_name.given) attributes.gp_name = edit.gp_name.value;
    if (edit.fund_type.given) attributes.fund_type = edit.fund_type.value;
    if (edit.vintage_year.given) attributes.vintage_year = edit.vintage_year.value;
    if (const auto changed = services.ledgers.funds().change(transaction, context, id, attributes); !changed)
      return in_contract_words(changed.error());
    TRY(const auto fund, FundStore::find(transaction, id));
    return view_of(fund.value());
  };
  return once::change_once<FundView>(services.keeping(), context, once::repeatable(request, "PUT /api/funds/{id}"),
                                     std::move(change));
}

Task<Result<Response>> delete_fund(Services& services, Context context, FundId id, Request request) {
  auto change = [&services, context, id](Transaction& transaction) -> Result<Message> {
    if (const auto removed = services.ledgers.funds().remove(transaction, context, id); !removed)
      return in_contract_words(removed.error());
    return Message{"Fund deleted successfully"};
  };
  return once::change_once<Message>(services.keeping(), context, once::repeatable(request, "DELETE /api/funds/{id}"),
                                    std::move(change));
}

RowKind kind_of(TransactionList list) {
  switch (list) {
    case TransactionList::capital_calls: return RowKind::capital_call;
    case TransactionList::distributions: return RowKind::distribution;
    case TransactionList::adjustments: return RowKind::adjustment;
  }
  return RowKind::capital_call;
}

Task<Result<TransactionPage>> list_transactions(Services& services, Context context, FundId id,
                                                TransactionQuery query) {
  return services.database.read(std::move(context), [id, query](Session& session) -> Result<TransactionPage> {
    const auto rows =
        read_rows(session, id, kind_of(query.transaction_type), (query.page - 1) * query.limit, query.limit);
    if (!rows) return in_contract_words(rows.error());
    TransactionPage page{
        .items = {}, .total = rows->total, .page = query.page, .pages = (rows->total + query.limit - 1) / query.limit};
    for (const auto& item : rows->items) page.items.push_back(view_of(item, id, rows->minor_digits));
    return page;
  });
}

net::About about(std::string summary, std::vector<int> errors = {}) {
  return {.summary = std::move(summary), .tag = "Funds", .style = net::Style::funds, .errors = std::move(errors)};
}

net::About about_change(std::string summary, std::vector<int> errors, const net::Type& answer) {
  net::About described = about(std::move(summary), std::move(errors));
  described.answer = &answer;
  described.repeatable = true;
  return described;
}

}  // namespace

void add_fund_routes(net::Router& router, Services& s) {
  router.get("/api/funds/", about("The funds, with their metrics."),
             [&s](Context c, Query<Skipping> q) { return list_funds(s, std::move(c), *q); });
  router.post("/api/funds/", about_change("Enter a fund.", {400, 409}, net::type_of<FundView>()),
              [&s](Context c, Body<NewFund> b, Request r) {
                return create_fund(s, std::move(c), std::move(*b), std::move(r));
              });
  router.get("/api/funds/{id}", about("One fund, with its metrics.", {404}),
             [&s](Context c, Path<ById> p) { return get_fund(s, std::move(c), FundId{p->id}); });
  router.put("/api/funds/{id}", about_change("Change a fund.", {400, 404, 409}, net::type_of<FundView>()),
             [&s](Context c, Path<ById> p, Body<FundEdit> b, Request r) {
               return edit_fund(s, std::move(c), FundId{p->id}, std::move(*b), std::move(r));
             });
  router.del(
      "/api/funds/{id}", about_change("Delete a fund; its documents stay.", {404, 409}, net::type_of<Message>()),
      [&s](Context c, Path<ById> p, Request r) { return delete_fund(s, std::move(c), FundId{p->id}, std::move(r)); });
  router.get("/api/funds/{id}/metrics", about("The metrics of a fund, as of any day and as known on any.", {400, 404}),
             [&s](Context c, Path<ById> p, Query<MomentQuery> q) {
               return get_metrics(s, std::move(c), FundId{p->id}, std::move(*q));
             });
  router.get("/api/funds/{id}/transactions",
             about("Capital calls, distributions or adjustments of a fund, by date.", {404}),
             [&s](Context c, Path<ById> p, Query<TransactionQuery> q) {
               return list_transactions(s, std::move(c), FundId{p->id}, *q);
             });
}

}  // namespace dossier::desks::funds
