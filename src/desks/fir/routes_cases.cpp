#include "desks/fir/case_search.h"
#include "desks/fir/routes.h"

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

Task<Result<std::vector<CaseEventView>>> history(Services& s, Context context, std::int64_t id, std::int64_t after) {
  return s.database.read(std::move(context), [id, after](Session& session) -> Result<std::vector<CaseEventView>> {
    TRY_DO(CaseStore::get(session, CaseId{id}));
    return list_events(session, CaseId{id}, after);
  });
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
             [&s](Context c, Path<CasePath> p) {
               return look_at(s, std::move(c), p->id, [](const Case& state) { return offences_of(state); });
             });
  router.get("/api/cases/{id}/facts", about("The facts of a case, and where each comes from."),
             [&s](Context c, Path<CasePath> p) {
               return look_at(s, std::move(c), p->id, [](const Case& state) { return facts_of(state); });
             });
  router.get("/api/cases/{id}/duties", about("The duties that stand in a case."), [&s](Context c, Path<CasePath> p) {
    return look_at(s, std::move(c), p->id, [&s](const Case& state) { return duties_of(state, s.clock.wall()); });
  });
  router.get(
      "/api/cases/{id}/history", about("What happened to a case, in order."),
      [&s](Context c, Path<CasePath> p, Query<AfterQuery> q) { return history(s, std::move(c), p->id, q->after); });
}

}  // namespace dossier::desks::fir
