#include "desks/fir/contract_routes.h"
#include "desks/fir/contract_text.h"
#include "desks/fir/contract_views.h"
#include "desks/fir/routes.h"
#include "fir/case_duties.h"
#include "fir/case_form.h"

// The routes by which the old FIR interface reads reports and, with its key, finalises them.
namespace dossier::desks::fir {
namespace {

constexpr const char* kOldInterface = "old interface: duties not recorded";

Result<NumberedView> numbered_in(Session& session, const std::string& number) {
  TRY(const ContractSession found, find_session_of_number(session, number));
  TRY(const Case state, CaseStore::get(session, found.id));
  NumberedView view{number, state.finalised ? "finalized" : "pending", {found.created_at}, std::nullopt, {}, {}};
  if (state.finalised) view.finalized_at = net::NaiveUtc{state.finalised->at};
  view.content = view.fir_content = form_text(state);
  return view;
}

// "FIR-", eight hexadecimal digits, "-", fourteen digits.
bool is_number(std::string_view number) {
  const auto only = [](std::string_view part, std::string_view letters) {
    return part.find_first_not_of(letters) == std::string_view::npos;
  };
  return number.size() == 27 && number.starts_with("FIR-") && only(number.substr(4, 8), "0123456789abcdef") &&
         number[12] == '-' && only(number.substr(13), "0123456789");
}

Task<Result<NumberedView>> numbered(Services& s, Context context, std::string number) {
  if (!is_number(number)) co_return bad("Invalid FIR number format");
  Task<Result<NumberedView>> looking =
      s.database.read(std::move(context), [number](Session& session) { return numbered_in(session, number); });
  co_return co_await std::move(looking);
}

Task<Result<NumberedList>> list(Services& s, Context context, PageQuery page) {
  if (page.limit < 1 || page.limit > 100) co_return bad("limit must be between 1 and 100");
  if (page.offset < 0) co_return bad("offset must not be negative");
  auto look = [page](Session& session) -> Result<NumberedList> {
    TRY(const auto sessions, list_numbered(session, page.limit, page.offset));
    NumberedList view{{}, page.limit, page.offset, static_cast<std::int64_t>(sessions.size())};
    for (const ContractSession& one : sessions) {
      TRY(const Case state, CaseStore::get(session, one.id));
      view.records.push_back({*one.fir_number, state.finalised ? "finalized" : "pending", {one.created_at}});
    }
    return view;
  };
  Task<Result<NumberedList>> looking = s.database.read(std::move(context), std::move(look));
  co_return co_await std::move(looking);
}

constexpr std::string_view kPageStyle =
    "<meta name=\"viewport\" content=\"width=device-width\"><style>"
    "body{margin:0 auto;padding:24px 16px;max-width:860px;font:15px/1.45 'Noto Sans','Noto Sans Devanagari',sans-serif}"
    "h1{font-size:20px}pre{white-space:pre-wrap;overflow-wrap:anywhere;font:13px/1.4 'Noto Sans Mono',monospace}"
    "table{width:100%;border-collapse:collapse}th,td{padding:6px 8px;border:1px solid #777;text-align:left}"
    "th{background:#eee;font-weight:400}</style>";

// A page of the old interface: `body` is markup.
std::string page_of(const std::string& title, const std::string& body) {
  return "<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>" + html_escaped(title) + "</title>" +
         std::string(kPageStyle) + "<h1>" + html_escaped(title) + "</h1>" + body;
}

Task<Result<Response>> view_page(Services& s, Context context, std::string number) {
  Task<Result<NumberedView>> looking = numbered(s, std::move(context), number);
  const Result<NumberedView> found = co_await std::move(looking);
  const std::string shown = found ? found->content : found.error().message;
  const int status = found ? 200 : found.error().code == ErrorCode::not_found ? 404 : 400;
  const std::string title = found ? "Report " + number : "There is no such report";
  co_return Response::html(page_of(title, "<pre>" + html_escaped(shown) + "</pre>"), status);
}

Task<Result<Response>> view_list(Services& s, Context context) {
  Task<Result<NumberedList>> looking = list(s, std::move(context), {100, 0});
  CO_TRY(const NumberedList found, co_await std::move(looking));
  std::string rows;
  for (const NumberedItem& item : found.records) {
    const std::string number = html_escaped(item.fir_number);
    rows += "<tr><td><a href=\"/view_fir/" + number + "\">" + number + "</a><td>" + html_escaped(item.status) + "\n";
  }
  if (rows.empty()) co_return Response::html(page_of("Reports", "<p>There are no reports yet.</p>"));
  co_return Response::html(page_of("Reports", "<table>\n<tr><th>Number<th>Status\n" + rows + "</table>"));
}

// ---- finalising ----

// Takes the same time however much of the key is right.
bool same_key(std::string_view given, std::string_view key) {
  unsigned difference = given.size() == key.size() ? 0 : 1;
  for (std::size_t i = 0; i < given.size(); ++i)
    difference |= static_cast<unsigned char>(given[i]) ^ static_cast<unsigned char>(key[i % key.size()]);
  return difference == 0;
}

// What that interface has no word for is recorded as what it is: duties that nobody reported on.
Result<AuthenticateView> finalise_in(Services& s, Transaction& transaction, const Context& context,
                                     const std::string& number) {
  TRY(const ContractSession session, find_session_of_number(transaction, number));
  TRY(Case state, CaseStore::get(transaction, session.id));
  if (state.finalised) return bad("FIR is already finalized");
  std::vector<std::string> blocking;
  for (const auto* duty : dossier::fir::blocking_duties(state, s.clock.wall())) blocking.push_back(duty->id);
  for (const std::string& duty : blocking) {
    TRY(state,
        act(s, transaction, context, session.id, command::SettleDuty{duty, DutyState::excused, kOldInterface}, ""));
  }
  const int version = state.step(Step::final_report).current;
  TRY_DO(act(s, transaction, context, session.id, command::Approve{Step::final_report, version}, ""));
  return AuthenticateView{true, "FIR finalized", number};
}

Task<Result<Response>> authenticate(Services& s, Context context, AuthenticateBody body, Request request) {
  if (s.finalising_key.empty())
    co_return Error{ErrorCode::internal, "no key for finalising is configured: set auth.fir_key"};
  if (!same_key(body.auth_key, s.finalising_key))
    co_return Error{ErrorCode::unauthenticated, "Invalid authentication key"};
  auto change = [&s, context, number = body.fir_number](Transaction& transaction) {
    return finalise_in(s, transaction, context, number);
  };
  Task<Result<Response>> changing = once::change_once<AuthenticateView>(
      s.keeping(), std::move(context), once::repeatable(request, "POST /authenticate"), std::move(change));
  co_return co_await std::move(changing);
}

net::About page_about(std::string summary, std::vector<int> errors) {
  net::About page = contract_about(std::move(summary), std::move(errors));
  page.content_type = "text/html";
  return page;
}

}  // namespace

void add_contract_report_routes(net::Router& router, Services& s) {
  net::About finalising =
      contract_about("Finalise a report.", {400, 401, 404, 409, 500}, &net::type_of<AuthenticateView>());
  finalising.repeatable = true;
  router.post("/authenticate", finalising, [&s](Context c, Body<AuthenticateBody> b, Request r) {
    return authenticate(s, std::move(c), std::move(*b), std::move(r));
  });
  for (const char* path : {"/fir/{fir_number}", "/fir/{fir_number}/content"}) {
    router.get(path, contract_about("A report.", {400, 404}),
               [&s](Context c, Path<NumberPath> p) { return numbered(s, std::move(c), std::move(p->fir_number)); });
  }
  router.get("/list_firs", contract_about("The reports, newest first.", {400}),
             [&s](Context c, Query<PageQuery> q) { return list(s, std::move(c), *q); });
  router.get("/view_fir_records", page_about("The reports as a page.", {}),
             [&s](Context c) { return view_list(s, std::move(c)); });
  router.get("/view_fir/{fir_number}", page_about("A report as a page.", {400, 404}),
             [&s](Context c, Path<NumberPath> p) { return view_page(s, std::move(c), std::move(p->fir_number)); });
}

}  // namespace dossier::desks::fir
