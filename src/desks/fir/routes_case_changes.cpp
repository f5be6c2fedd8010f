#include "async/run_on.h"
#include "desks/fir/case_views.h"
#include "desks/fir/complaint_text.h"
#include "desks/fir/named_offences.h"
#include "desks/fir/routes.h"
#include "fir/case_facts.h"

#include <algorithm>

namespace dossier::desks::fir {
namespace {

using net::Body;
using net::Path;
using net::Request;
using net::Response;
using net::Task;
using store::Transaction;
using What = decltype(dossier::fir::Command::what);
namespace command = dossier::fir::command;

Result<std::vector<dossier::fir::CaseFact>> checked_facts(const Services& s, const std::vector<FactBody>& given) {
  std::vector<dossier::fir::CaseFact> facts;
  for (const FactBody& entry : given) {
    dossier::fir::CaseFact fact;
    fact.field = entry.field;
    TRY(fact.value, dossier::fir::checked_fact(entry.field, entry.value, s.clock.wall()));
    facts.push_back(std::move(fact));
  }
  return facts;
}

// A remark or a reason; nothing where nothing is said in it.
std::string said(const std::optional<std::string>& text) {
  return text && !is_blank(*text) ? *text : "";
}

// What the rules decide about one case, as the answer of a route.
Task<Result<Response>> change_case(Services& s, Context context, once::Repeatable request, std::int64_t id, What what,
                                   std::optional<std::string> officer) {
  auto change = [&s, context, id, what = std::move(what),
                 by = officer.value_or("")](Transaction& transaction) -> Result<CaseView> {
    TRY(const Case state, act(s, transaction, context, CaseId{id}, what, by));
    return view_of(state, s.clock.wall());
  };
  return once::change_once<CaseView>(s.keeping(), std::move(context), std::move(request), std::move(change));
}

Task<Result<Response>> create(Services& s, Context context, NewCaseBody body, once::Repeatable request) {
  if (is_blank(body.text)) co_return Error{ErrorCode::invalid_argument, "nothing is said in it", "text"};
  CO_TRY(auto facts, checked_facts(s, body.facts));
  NewCase complaint{std::move(body.text), std::move(facts), body.officer.value_or("")};
  auto change = [&s, context, complaint = std::move(complaint)](Transaction& transaction) -> Result<CaseView> {
    TRY(const Case state, open_case(s, transaction, context, complaint));
    return view_of(state, s.clock.wall());
  };
  Task<Result<Response>> changing =
      once::change_once<CaseView>(s.keeping(), std::move(context), std::move(request), std::move(change), 201);
  co_return co_await std::move(changing);
}

// ---- one step ----

constexpr std::array<std::string_view, 4> kLaws = {"", "BNS", "IPC", "BOTH"};
constexpr std::array<std::string_view, 10> kRoutes = {
    "",      "FIR",         "ZERO_FIR",       "NCR",     "COURT_COMPLAINT",
    "CIVIL", "LOST_REPORT", "MISSING_PERSON", "INQUEST", "REFER_AGENCY"};

Result<What> what_of(const ActBody& body) {
  const auto refuse = [](const char* why, const char* where) { return Error{ErrorCode::invalid_argument, why, where}; };
  if (body.action == StepAction::reopen) return What(command::Reopen{body.step, said(body.remark)});
  if (!body.version) return refuse("name the version that was read", "version");
  if (body.action == StepAction::approve) return What(command::Approve{body.step, *body.version, said(body.remark)});
  if (body.action == StepAction::regenerate) return What(command::SendBack{body.step, *body.version, ""});
  if (body.action == StepAction::send_back) {
    const std::string remark = said(body.remark);
    if (remark.empty()) return refuse("say what is wrong, or use regenerate", "remark");
    return What(command::SendBack{body.step, *body.version, remark});
  }
  command::Edit edit{body.step, *body.version,           body.text.value_or(""),
                     {},        body.route.value_or(""), body.law.value_or("")};
  const bool offences = body.step == Step::offences;
  if (!offences && said(body.text).empty()) return refuse("give the new text", "text");
  if (offences && body.text) return refuse("the offences are edited as a list, in the field offences", "text");
  if (!offences && (body.route || body.law || !body.offences.empty()))
    return refuse("route, law and offences belong to the step offences", "step");
  if (std::find(kRoutes.begin(), kRoutes.end(), edit.route) == kRoutes.end())
    return refuse("there is no such route; see docs/cases.md", "route");
  if (std::find(kLaws.begin(), kLaws.end(), edit.law) == kLaws.end()) return refuse("it is BNS, IPC or BOTH", "law");
  return What(std::move(edit));
}

// The sections an officer named, filled in from the knowledge, which is looked at where waiting for it is allowed.
Task<Result<What>> with_offences(Services& s, Context context, What what, std::vector<OffenceBody> named) {
  if (named.empty()) co_return what;
  auto work = [&knowledge = s.knowledge, what = std::move(what),
               named = std::move(named)](const async::StopToken&) mutable -> Result<What> {
    const auto held = knowledge.held();
    if (!*held) return held->error();
    auto& edit = std::get<command::Edit>(what);
    std::vector<NamedSection> sections;
    for (const OffenceBody& one : named) sections.push_back({one.act, one.section, one.title.value_or("")});
    TRY(edit.offences, named_offences(**held, sections));
    return std::move(what);
  };
  Task<Result<What>> working = async::run_on(s.compute, std::move(context), std::move(work));
  co_return co_await std::move(working);
}

Task<Result<Response>> act_on_step(Services& s, Context context, std::int64_t id, ActBody body,
                                   once::Repeatable request) {
  CO_TRY(What wanted, what_of(body));
  Task<Result<What>> naming = with_offences(s, context, std::move(wanted), std::move(body.offences));
  CO_TRY(What what, co_await std::move(naming));
  Task<Result<Response>> changing =
      change_case(s, std::move(context), std::move(request), id, std::move(what), std::move(body.officer));
  co_return co_await std::move(changing);
}

Task<Result<Response>> enter_facts(Services& s, Context context, std::int64_t id, FactsBody body,
                                   once::Repeatable request) {
  CO_TRY(auto facts, checked_facts(s, body.facts));
  Task<Result<Response>> changing =
      change_case(s, std::move(context), std::move(request), id,
                  command::EnterFacts{std::move(facts), said(body.reason)}, std::move(body.officer));
  co_return co_await std::move(changing);
}

net::About about_change(std::string summary, std::vector<int> errors, std::string description = {}) {
  net::About about{.summary = std::move(summary),
                   .description = std::move(description),
                   .tag = "Cases",
                   .style = net::Style::own,
                   .errors = std::move(errors)};
  about.answer = &net::type_of<CaseView>();
  about.repeatable = true;
  return about;
}

}  // namespace

void add_case_change_routes(net::Router& router, Services& s) {
  net::About creating =
      about_change("A complaint becomes a case.", {400, 409, 413},
                   "The transcript can be read and approved at once; the other steps are prepared in "
                   "the background. The same text again makes a case of its own that names the first.");
  creating.status = 201;
  router.post("/api/cases", creating, [&s](Context c, Body<NewCaseBody> b, Request r) {
    return create(s, std::move(c), std::move(*b), once::repeatable(r, "POST /api/cases"));
  });
  router.post("/api/cases/{id}/act",
              about_change("Approve, edit, send back, regenerate or reopen a step.", {400, 404, 409},
                           "Names the version that was read: 409 says which one to read when another is current, or "
                           "what stands against it. Approving the step final finalises the report."),
              [&s](Context c, Path<CasePath> p, Body<ActBody> b, Request r) {
                return act_on_step(s, std::move(c), p->id, std::move(*b),
                                   once::repeatable(r, "POST /api/cases/{id}/act"));
              });
  router.put("/api/cases/{id}/facts",
             about_change("Enter, correct or take out fields of the form; the others stay.", {400, 404, 409},
                          "What the drafting uses has the open steps prepared anew. Nothing is ever filled in that "
                          "nobody gave. Lists have a field for each attribute of an entry: accused.2.name; accused.2 "
                          "with an empty value takes the entry out. A list of which anything is entered is read no "
                          "more. What the complaint says is changed with a reason; /facts/history keeps all of it."),
             [&s](Context c, Path<CasePath> p, Body<FactsBody> b, Request r) {
               return enter_facts(s, std::move(c), p->id, std::move(*b),
                                  once::repeatable(r, "PUT /api/cases/{id}/facts"));
             });
  router.post("/api/cases/{id}/duties",
              about_change("Say what became of a duty.", {400, 404, 409},
                           "A report with open duties that come first, or with broken terms nobody explained, is not "
                           "finalised."),
              [&s](Context c, Path<CasePath> p, Body<DutyBody> b, Request r) {
                command::SettleDuty settle{b->duty, b->state, said(b->reason)};
                return change_case(s, std::move(c), once::repeatable(r, "POST /api/cases/{id}/duties"), p->id,
                                   std::move(settle), std::move(b->officer));
              });
  router.put("/api/cases/{id}/sensitive", about_change("Protect the victim's identity, or no longer.", {400, 404, 409}),
             [&s](Context c, Path<CasePath> p, Body<SensitiveBody> b, Request r) {
               command::MarkSensitive mark{b->sensitive, said(b->reason)};
               return change_case(s, std::move(c), once::repeatable(r, "PUT /api/cases/{id}/sensitive"), p->id,
                                  std::move(mark), std::move(b->officer));
             });
}

}  // namespace dossier::desks::fir
