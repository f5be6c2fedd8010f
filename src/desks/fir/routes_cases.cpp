#include "desks/fir/case_search.h"
#include "desks/fir/offences_page.h"
#include "desks/fir/routes.h"
#include "desks/fir/statute_shelf.h"
#include "publish/html.h"

namespace dossier::desks::fir {
namespace {

using net::Path;
using net::Query;
using net::Task;
using store::Session;

Task<Result<CasePageView>> list_cases(Services& s, Context context, CaseQuery query) {
  return s.database.read(std::move(context),
                         [query = std::move(query)](Session& session) { return search_cases(session, query); });
}

// Reads the case and makes something of it, on a reader thread.
template <class F>
auto look_at(Services& s, Context context, std::int64_t id, F make)
    -> Task<Result<std::invoke_result_t<F&, const Case&>>> {
  using View = std::invoke_result_t<F&, const Case&>;
  return s.database.read(std::move(context), [id, make = std::move(make)](Session& session) -> Result<View> {
    TRY(const Case state, CaseStore::get(session, CaseId{id}));
    return make(state);
  });
}

Task<Result<std::vector<FactChangeView>>> fact_history(Services& s, Context context, std::int64_t id) {
  return s.database.read(std::move(context), [id](Session& session) -> Result<std::vector<FactChangeView>> {
    TRY_DO(CaseStore::get(session, CaseId{id}));
    return list_fact_changes(session, CaseId{id});
  });
}

Task<Result<std::vector<CaseEventView>>> history(Services& s, Context context, std::int64_t id, std::int64_t after) {
  return s.database.read(std::move(context), [id, after](Session& session) -> Result<std::vector<CaseEventView>> {
    TRY_DO(CaseStore::get(session, CaseId{id}));
    return list_events(session, CaseId{id}, after);
  });
}

// The text of the law stands beside the offences where it is loaded; a fault there keeps nobody from the case.
Task<Result<StatuteShelf::Shared>> statutes_or_none(Services& s, Context context) {
  Task<Result<StatuteShelf::Shared>> getting = s.statutes.get(std::move(context));
  Result<StatuteShelf::Shared> held = co_await std::move(getting);
  if (!held) co_return std::make_shared<const StatuteShelf::Held>();
  co_return held;
}

Task<Result<OffencesView>> offences(Services& s, Context context, std::int64_t id) {
  Task<Result<StatuteShelf::Shared>> getting = statutes_or_none(s, context);
  CO_TRY(const StatuteShelf::Shared held, co_await std::move(getting));
  Task<Result<OffencesView>> looking =
      look_at(s, std::move(context), id, [held](const Case& state) { return offences_of(state, held->statutes); });
  co_return co_await std::move(looking);
}

Task<Result<net::Response>> offences_page(Services& s, Context context, std::int64_t id) {
  Task<Result<StatuteShelf::Shared>> getting = statutes_or_none(s, context);
  CO_TRY(const StatuteShelf::Shared held, co_await std::move(getting));
  Task<Result<std::string>> looking = look_at(s, std::move(context), id, [held](const Case& state) {
    return publish::write_html(offences_sheet(state, held->statutes));
  });
  CO_TRY(std::string page, co_await std::move(looking));
  co_return net::Response{.content_type = "text/html; charset=utf-8", .body = std::move(page)};
}

net::About about(std::string summary, std::vector<int> errors = {404}, std::string description = {}) {
  return {.summary = std::move(summary),
          .description = std::move(description),
          .tag = "Cases",
          .style = net::Style::own,
          .errors = std::move(errors)};
}

}  // namespace

void add_case_routes(net::Router& router, Services& s) {
  router.get("/api/cases", about("The cases, newest first, filtered and searched.", {}),
             [&s](Context c, Query<CaseQuery> q) { return list_cases(s, std::move(c), std::move(*q)); });
  router.get("/api/cases/fields", about("The fields a case may hold, in the order of the form.", {}),
             [](Context) -> Task<Result<std::vector<FieldView>>> { co_return field_views(); });
  router.get("/api/cases/{id}",
             about("One case as it stands: its steps, what to read now, what to ask, its duties.", {404},
                   "A session is resumed by reading the case again: everything that was accepted is kept."),
             [&s](Context c, Path<CasePath> p) {
               return look_at(s, std::move(c), p->id,
                              [&s](const Case& state) { return view_of(state, s.clock.wall()); });
             });
  router.get("/api/cases/{id}/steps/{step}", about("Every version of a step: who proposed what, and when."),
             [&s](Context c, Path<StepPath> p) {
               return look_at(s, std::move(c), p->id, [step = p->step](const Case& state) {
                 std::vector<VersionView> views;
                 for (const auto& version : state.step(step).versions) views.push_back(view_of(version));
                 return views;
               });
             });
  router.get("/api/cases/{id}/offences", about("The offences of a case with their ingredient tables."),
             [&s](Context c, Path<CasePath> p) { return offences(s, std::move(c), p->id); });
  net::About page = about("The same as a page to read: each offence with its table and the text of its section.");
  page.content_type = "text/html";
  router.get("/api/cases/{id}/offences.html", page,
             [&s](Context c, Path<CasePath> p) { return offences_page(s, std::move(c), p->id); });
  router.get("/api/cases/{id}/facts", about("The facts of a case, and where each comes from."),
             [&s](Context c, Path<CasePath> p) {
               return look_at(s, std::move(c), p->id, [](const Case& state) { return facts_of(state); });
             });
  router.get("/api/cases/{id}/facts/history", about("Every value a fact ever had: who noted it, when and why."),
             [&s](Context c, Path<CasePath> p) { return fact_history(s, std::move(c), p->id); });
  router.get("/api/cases/{id}/duties", about("The duties that stand in a case."), [&s](Context c, Path<CasePath> p) {
    return look_at(s, std::move(c), p->id, [&s](const Case& state) { return duties_of(state, s.clock.wall()); });
  });
  router.get(
      "/api/cases/{id}/history", about("What happened to a case, in order."),
      [&s](Context c, Path<CasePath> p, Query<AfterQuery> q) { return history(s, std::move(c), p->id, q->after); });
}

}  // namespace dossier::desks::fir
