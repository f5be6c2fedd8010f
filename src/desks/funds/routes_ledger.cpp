#include "desks/funds/ledger_work.h"
#include "desks/funds/moments.h"
#include "desks/funds/routes.h"

namespace dossier::desks::funds {
namespace {

using net::Body;
using net::Path;
using net::Query;
using net::Request;
using net::Response;
using net::Task;
using store::Session;
using store::Transaction;

struct RowPath {
  std::int64_t id = 0, row = 0;
  static const net::Fields& fields() {
    static const auto table =
        net::Fields::of<RowPath>("RowPath", "A row of a fund.",
                                 {net::field<&RowPath::id>("id", "The fund."),
                                  net::field<&RowPath::row>("row", "The row's number: its version.")});
    return table;
  }
};

struct FigurePath {
  std::int64_t id = 0, figure = 0;
  static const net::Fields& fields() {
    static const auto table = net::Fields::of<FigurePath>(
        "FigurePath", "A figure a person entered for a fund.",
        {net::field<&FigurePath::id>("id", "The fund."), net::field<&FigurePath::figure>("figure", "Its number.")});
    return table;
  }
};

// ---- looking ----

Task<Result<LedgerView>> get_ledger(Services& services, Context context, FundId id, LedgerQuery query) {
  auto look = [id, query = std::move(query)](Session& session) -> Result<LedgerView> {
    TRY(const auto known_on, known_on_moment(query.known_on));
    TRY(const LedgerSnapshot snapshot, read_snapshot(session, id, known_on));
    return ledger_view_of(snapshot, query);
  };
  return services.database.read(std::move(context), std::move(look));
}

Task<Result<RowView>> get_row(Services& services, Context context, RowPath path) {
  return services.database.read(std::move(context), [path](Session& session) -> Result<RowView> {
    TRY(const LedgerSnapshot snapshot, read_snapshot(session, FundId{path.id}));
    return row_view_of(snapshot, TransactionId{path.row});
  });
}

Task<Result<FlagPageView>> get_flags(Services& services, Context context, FlagChoice choice, FlagQuery query) {
  choice.state = query.state;
  return services.database.read(std::move(context), [choice, query](Session& session) -> Result<FlagPageView> {
    if (choice.fund) {
      TRY(const auto fund, FundStore::find(session, *choice.fund));
      if (!fund) return Error{ErrorCode::not_found, "Fund not found"};
    }
    if (choice.document) TRY_DO(documents::Documents::get(session, *choice.document));
    TRY(const FlagPage page, read_flags(session, choice, (query.page - 1) * query.limit, query.limit));
    return view_of(page, query);
  });
}

// ---- changing ----

// What all these changes share: work(transaction, context) done once, told as T.
template <class T, class F>
Task<Result<Response>> change(Services& services, Context context, Request request, const char* route, F work) {
  auto body = [context, work = std::move(work)](Transaction& transaction) { return work(transaction, context); };
  return once::change_once<T>(services.keeping(), context, once::repeatable(request, route), std::move(body));
}

constexpr const char* kEnter = "POST /api/funds/{id}/ledger";
constexpr const char* kCorrect = "POST /api/funds/{id}/ledger/{row}/correction";
constexpr const char* kRemove = "POST /api/funds/{id}/ledger/{row}/removal";
constexpr const char* kFigure = "POST /api/funds/{id}/figures";
constexpr const char* kWithdraw = "POST /api/funds/{id}/figures/{figure}/withdrawal";
constexpr const char* kResolve = "POST /api/flags/{id}/resolution";

net::About about(std::string summary, std::vector<int> errors = {400, 404}) {
  return {.summary = std::move(summary), .tag = "Ledger", .errors = std::move(errors)};
}

template <class T>
net::About about_change(std::string summary) {
  net::About described = about(std::move(summary), {400, 404, 409, 413});
  described.answer = &net::type_of<T>();
  described.repeatable = true;
  return described;
}

std::string pattern_of(const char* route) {
  return std::string(route).substr(std::string_view("POST ").size());
}

void add_row_changes(net::Router& router, Services& s) {
  router.post(pattern_of(kEnter), about_change<RowChanged>("Enter a flow that no document holds."),
              [&s](Context c, Path<ById> p, Body<RowBody> b, Request r) {
                return change<RowChanged>(s, std::move(c), std::move(r), kEnter,
                                          [&s, id = FundId{p->id}, body = *b](Transaction& t, const Context& context) {
                                            return enter_row(s.ledgers, t, context, id, body);
                                          });
              });
  router.post(pattern_of(kCorrect), about_change<RowChanged>("Correct a row; the old one stays visible."),
              [&s](Context c, Path<RowPath> p, Body<RowBody> b, Request r) {
                return change<RowChanged>(s, std::move(c), std::move(r), kCorrect,
                                          [&s, path = *p, body = *b](Transaction& t, const Context& context) {
                                            return correct_row(s.ledgers, t, context, FundId{path.id},
                                                               TransactionId{path.row}, body);
                                          });
              });
  router.post(pattern_of(kRemove), about_change<RowChanged>("Remove a row; it stays visible among the removed."),
              [&s](Context c, Path<RowPath> p, Body<ReasonBody> b, Request r) {
                return change<RowChanged>(s, std::move(c), std::move(r), kRemove,
                                          [&s, path = *p, body = *b](Transaction& t, const Context& context) {
                                            return remove_row(s.ledgers, t, context, FundId{path.id},
                                                              TransactionId{path.row}, body.reason);
                                          });
              });
}

void add_figure_changes(net::Router& router, Services& s) {
  router.post(
      pattern_of(kFigure), about_change<FigureChanged>("Enter the NAV of a day, or the commitment from a day on."),
      [&s](Context c, Path<ById> p, Body<FigureBody> b, Request r) {
        return change<FigureChanged>(s, std::move(c), std::move(r), kFigure,
                                     [&s, id = FundId{p->id}, body = *b](Transaction& t, const Context& context) {
                                       return enter_figure(s.ledgers, t, context, id, body);
                                     });
      });
  router.post(pattern_of(kWithdraw), about_change<FigureChanged>("Withdraw an entered figure."),
              [&s](Context c, Path<FigurePath> p, Body<ReasonBody> b, Request r) {
                return change<FigureChanged>(s, std::move(c), std::move(r), kWithdraw,
                                             [&s, path = *p, body = *b](Transaction& t, const Context& context) {
                                               return withdraw_figure(s.ledgers, t, context, FundId{path.id},
                                                                      EnteredFigureId{path.figure}, body.reason);
                                             });
              });
  router.post(pattern_of(kResolve), about_change<FlagResolved>("Say that a person has looked at a flag."),
              [&s](Context c, Path<ById> p, Body<ReasonBody> b, Request r) {
                return change<FlagResolved>(
                    s, std::move(c), std::move(r), kResolve,
                    [&s, flag = FlagId{p->id}, body = *b](Transaction& t, const Context& context) {
                      return resolve_flag(s.ledgers, t, context, flag, body.reason);
                    });
              });
}

}  // namespace

void add_ledger_routes(net::Router& router, Services& s) {
  router.get("/api/funds/{id}/ledger", about("A fund's rows, as of any day and as known on any."),
             [&s](Context c, Path<ById> p, Query<LedgerQuery> q) {
               return get_ledger(s, std::move(c), FundId{p->id}, std::move(*q));
             });
  router.get("/api/funds/{id}/ledger/{row}", about("One row with what it superseded.", {404}),
             [&s](Context c, Path<RowPath> p) { return get_row(s, std::move(c), *p); });
  router.get("/api/funds/{id}/flags", about("What a person should look at, in a fund's documents.", {404}),
             [&s](Context c, Path<ById> p, Query<FlagQuery> q) {
               return get_flags(s, std::move(c), {.fund = FundId{p->id}}, *q);
             });
  router.get("/api/documents/{id}/flags", about("What a person should look at, in a document.", {404}),
             [&s](Context c, Path<ById> p, Query<FlagQuery> q) {
               return get_flags(s, std::move(c), {.document = DocumentId{p->id}}, *q);
             });
  add_row_changes(router, s);
  add_figure_changes(router, s);
}

}  // namespace dossier::desks::funds
