#include "async/run_on.h"
#include "base/limits.h"
#include "desks/funds/analysis_views.h"
#include "desks/funds/index_file.h"
#include "desks/funds/moments.h"
#include "desks/funds/routes.h"

#include <charconv>
#include <fstream>
#include <sstream>

namespace dossier::desks::funds {
namespace {

namespace pure = dossier::funds;
using net::Form;
using net::Path;
using net::Query;
using net::Task;
using store::Session;

// ---- what is asked ----

struct BridgeQuery {
  std::string from, to;
  std::optional<std::string> known_on;
  static const net::Fields& fields() {
    using B = BridgeQuery;
    static const auto table = net::Fields::of<B>(
        "BridgeQuery", "From which day to which.",
        {net::field<&B::from>("from", "Opening day.", net::format("date")),
         net::field<&B::to>("to", "Closing day.", net::format("date")),
         net::field<&B::known_on>("known_on", "As it was known at the end of this day, or at this moment (UTC).")});
    return table;
  }
};

struct HorizonQuery {
  std::optional<std::string> from, as_of, known_on;
  static const net::Fields& fields() {
    using H = HorizonQuery;
    static const auto table = net::Fields::of<H>(
        "HorizonQuery", "Until which day.",
        {net::field<&H::from>("from", "Absent: one, three and five years before as_of.", net::format("date")),
         net::field<&H::as_of>("as_of", "Absent: the day of the report.", net::format("date")),
         net::field<&H::known_on>("known_on", "As it was known at the end of this day, or at this moment (UTC).")});
    return table;
  }
};

struct PoolQuery {
  std::optional<std::string> funds, as_of, known_on;
  static const net::Fields& fields() {
    using P = PoolQuery;
    static const auto table = net::Fields::of<P>(
        "PoolQuery", "Which funds, of which day.",
        {net::field<&P::funds>("funds", "Their numbers with commas; absent: all."),
         net::field<&P::as_of>("as_of", "Absent: the newest day on which all have a NAV.", net::format("date")),
         net::field<&P::known_on>("known_on", "As it was known at the end of this day, or at this moment (UTC).")});
    return table;
  }
};

struct IndexForm {
  std::optional<net::UploadedFile> file;
  std::optional<std::string> csv, name, as_of, known_on;
  NavChoice nav = NavChoice::of_the_day;
  static const net::Fields& fields() {
    using I = IndexForm;
    static const auto table = net::Fields::of<I>(
        "IndexForm", "A public index to compare with.",
        {net::field<&I::file>("file", "CSV of date,level rows; a total-return index is best."),
         net::field<&I::csv>("csv", "The same as text, instead of a file."),
         net::field<&I::name>("name", "Its name; absent: that of the file.",
                              net::length(0, limits::kFundNameCharactersMax)),
         net::field<&I::as_of>("as_of", "Absent: the day of the report.", net::format("date")),
         net::field<&I::known_on>("known_on", "As it was known at the end of this day, or at this moment (UTC)."),
         net::field<&I::nav>("nav", "of_the_day or rolled_forward.", net::or_default)});
    return table;
  }
};

// ---- what is answered ----

// look(snapshot) -> Result<T> on the fund as it was known.
template <class T, class F>
Task<Result<T>> look_at(Services& services, Context context, FundId id, std::optional<std::string> known_on, F look) {
  auto body = [id, known_on = std::move(known_on), look = std::move(look)](Session& session) -> Result<T> {
    TRY(const auto moment, known_on_moment(known_on));
    TRY(const LedgerSnapshot snapshot, read_snapshot(session, id, moment));
    return look(snapshot, moment);
  };
  return services.database.read(std::move(context), std::move(body));
}

Task<Result<AnalysisView>> get_analysis(Services& services, Context context, FundId id, AnalysisQuery query) {
  auto look = [query](const LedgerSnapshot& snapshot, std::optional<WallTime> moment) -> Result<AnalysisView> {
    TRY(const auto as_of, day_in(query.as_of, "as_of"));
    return analysis_view_of(snapshot, as_of, moment, query.nav);
  };
  return look_at<AnalysisView>(services, std::move(context), id, query.known_on, std::move(look));
}

Task<Result<BridgeView>> get_bridge(Services& services, Context context, FundId id, BridgeQuery query) {
  auto look = [query](const LedgerSnapshot& snapshot, auto) -> Result<BridgeView> {
    TRY(const Date from, day_in(query.from, "from"));
    TRY(const Date to, day_in(query.to, "to"));
    if (to <= from) return Error{ErrorCode::invalid_argument, "a bridge leads to a later day than it starts", "to"};
    const auto& ledger = snapshot.ledger();
    return view_of(nav_bridge(ledger, from, to), ledger.currency, row_numbers(ledger));
  };
  return look_at<BridgeView>(services, std::move(context), id, query.known_on, std::move(look));
}

Task<Result<SeriesView>> get_series(Services& services, Context context, FundId id, HorizonQuery query) {
  auto look = [query](const LedgerSnapshot& snapshot, auto) -> Result<SeriesView> {
    TRY(const auto as_of, day_in(query.as_of, "as_of"));
    TRY(const auto from, day_in(query.from, "from"));
    SeriesView view = series_view_of(snapshot.ledger(), as_of);
    if (from) std::erase_if(view.points, [&](const SeriesPointView& point) { return point.date < *from; });
    return view;
  };
  return look_at<SeriesView>(services, std::move(context), id, query.known_on, std::move(look));
}

Task<Result<HorizonsView>> get_horizons(Services& services, Context context, FundId id, HorizonQuery query) {
  auto look = [query](const LedgerSnapshot& snapshot, auto) -> Result<HorizonsView> {
    TRY(const auto as_of, day_in(query.as_of, "as_of"));
    TRY(const auto from, day_in(query.from, "from"));
    const auto& ledger = snapshot.ledger();
    const auto to = as_of ? as_of : compute_metrics(ledger, {}, pure::Rates::net_only).as_of;
    if (from && to && *to <= *from)
      return Error{ErrorCode::invalid_argument, "a horizon starts before the day it ends on, " + to->iso(), "from"};
    return horizons_of(ledger, as_of, from, row_numbers(ledger));
  };
  return look_at<HorizonsView>(services, std::move(context), id, query.known_on, std::move(look));
}

// ---- against an index ----

Result<pure::MarketIndex> index_in(const IndexForm& form, const std::string& bytes) {
  const std::string name = form.name && !form.name->empty() ? *form.name : form.file ? form.file->name : "index";
  Result<pure::MarketIndex> read = read_index_file(bytes, name);
  // What is wrong is wrong in the request, not in something kept.
  if (!read && read.error().code == ErrorCode::unreadable) {
    Error fault = std::move(read).error();
    return Error{ErrorCode::invalid_argument, fault.text(), form.file ? "file" : "csv"};
  }
  return read;
}

Result<std::string> bytes_of(const IndexForm& form) {
  if (form.csv && !form.csv->empty()) return *form.csv;
  if (!form.file) return Error{ErrorCode::invalid_argument, "give the index as a file, or as text in csv", "file"};
  std::ifstream in(form.file->file.path(), std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) return Error{ErrorCode::unavailable, "the uploaded index cannot be read; send it again", "file"};
  return bytes.str();
}

Task<Result<MarketView>> compare(Services& services, Context context, FundId id, IndexForm form) {
  auto shared = std::make_shared<IndexForm>(std::move(form));
  auto reading = [shared](const async::StopToken&) -> Result<pure::MarketIndex> {
    TRY(const std::string bytes, bytes_of(*shared));
    return index_in(*shared, bytes);
  };
  Task<Result<pure::MarketIndex>> running = async::run_on(services.compute, context, std::move(reading));
  CO_TRY(pure::MarketIndex index, co_await std::move(running));
  auto look = [shared, index = std::move(index)](const LedgerSnapshot& snapshot, auto) -> Result<MarketView> {
    TRY(const auto as_of, day_in(shared->as_of, "as_of"));
    const auto& ledger = snapshot.ledger();
    const auto metrics = compute_metrics(ledger, as_of, pure::Rates::net_only, rule_of(shared->nav));
    return market_view_of(ledger, metrics, index, row_numbers(ledger));
  };
  Task<Result<MarketView>> looking =
      look_at<MarketView>(services, std::move(context), id, shared->known_on, std::move(look));
  co_return co_await std::move(looking);
}

// ---- several funds ----

Result<std::vector<FundId>> funds_named(Session& session, const std::optional<std::string>& list) {
  std::vector<FundId> ids;
  if (!list || list->empty()) {
    TRY(const auto funds, FundStore::list(session, 0, static_cast<std::int64_t>(limits::kFundsPooledMax) + 1));
    for (const Fund& fund : funds) ids.push_back(fund.id);
  } else {
    const char* at = list->data();
    const char* const end = at + list->size();
    while (at != end) {
      FundId id;
      const auto [next, fault] = std::from_chars(at, end, id.value);
      if (fault != std::errc() || (next != end && *next != ','))
        return Error{ErrorCode::invalid_argument, "write the numbers of funds with commas, as 1,2,3", "funds"};
      if (std::find(ids.begin(), ids.end(), id) == ids.end()) ids.push_back(id);
      at = next == end ? end : next + 1;
    }
  }
  if (ids.size() > limits::kFundsPooledMax)
    return Error{ErrorCode::too_large,
                 "at most " + std::to_string(limits::kFundsPooledMax) + " funds can be pooled; name them in funds",
                 "funds"};
  return ids;
}

Task<Result<PoolsView>> get_pool(Services& services, Context context, PoolQuery query) {
  auto look = [query](Session& session) -> Result<PoolsView> {
    TRY(const auto moment, known_on_moment(query.known_on));
    TRY(const auto as_of, day_in(query.as_of, "as_of"));
    TRY(const auto ids, funds_named(session, query.funds));
    std::vector<LedgerSnapshot> snapshots;
    for (const FundId id : ids) {
      TRY(LedgerSnapshot snapshot, read_snapshot(session, id, moment));
      snapshots.push_back(std::move(snapshot));
    }
    std::vector<const pure::Ledger*> ledgers;
    for (const LedgerSnapshot& snapshot : snapshots) {
      for (const pure::Ledger& ledger : snapshot.ledgers) ledgers.push_back(&ledger);
    }
    return pools_view_of(ledgers, as_of, true);
  };
  return services.database.read(std::move(context), std::move(look));
}

net::About about(std::string summary) {
  return {.summary = std::move(summary), .tag = "Analysis", .errors = {400, 404}};
}

}  // namespace

void add_analysis_routes(net::Router& router, Services& s) {
  router.get("/api/funds/{id}/analysis", about("Every metric with its working, as of any day and as known on any."),
             [&s](Context c, Path<ById> p, Query<AnalysisQuery> q) {
               return get_analysis(s, std::move(c), FundId{p->id}, std::move(*q));
             });
  router.get("/api/funds/{id}/bridge", about("How the NAV went from one day to another."),
             [&s](Context c, Path<ById> p, Query<BridgeQuery> q) {
               return get_bridge(s, std::move(c), FundId{p->id}, std::move(*q));
             });
  router.get("/api/funds/{id}/series", about("The J-curve, and DPI and TVPI day by day."),
             [&s](Context c, Path<ById> p, Query<HorizonQuery> q) {
               return get_series(s, std::move(c), FundId{p->id}, std::move(*q));
             });
  router.get("/api/funds/{id}/horizons", about("Returns over one, three and five years, or from a day."),
             [&s](Context c, Path<ById> p, Query<HorizonQuery> q) {
               return get_horizons(s, std::move(c), FundId{p->id}, std::move(*q));
             });
  net::About comparing = about("Public market equivalents and Direct Alpha against an index sent as CSV.");
  comparing.upload_bytes_max = limits::kIndexFileBytesMax;
  comparing.errors = {400, 404, 413};
  router.post("/api/funds/{id}/market", comparing, [&s](Context c, Path<ById> p, Form<IndexForm> f) {
    return compare(s, std::move(c), FundId{p->id}, std::move(*f));
  });
  router.get("/api/pool", about("Several funds as if they were one; one pool per currency."),
             [&s](Context c, Query<PoolQuery> q) { return get_pool(s, std::move(c), std::move(*q)); });
}

}  // namespace dossier::desks::funds
