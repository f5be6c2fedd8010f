#include "desks/fir/case_search.h"
#include "desks/fir/routes.h"

#include <charconv>

namespace dossier::desks::fir {
namespace {

using net::Path;
using net::Request;
using net::Response;
using net::Task;
using store::Session;

std::optional<std::int64_t> last_seen(const Request& request) {
  const std::string_view text = request.headers.find("Last-Event-ID");
  std::int64_t number = 0;
  const auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), number);
  return !text.empty() && fault == std::errc() && end == text.data() + text.size() ? std::optional(number)
                                                                                   : std::nullopt;
}

Result<std::vector<CaseFeed::Notice>> missed(Session& session, std::optional<CaseId> only, std::int64_t after) {
  TRY(const auto changed, last_events(session, only, after));
  std::vector<CaseFeed::Notice> notices;
  for (const LastEvent& last : changed) {
    TRY(const Case state, CaseStore::get(session, last.id));
    notices.push_back(CaseFeed::notice_of(last.event, state));
  }
  return notices;
}

// The listener is there before what it missed is read: nothing falls between. A change may come twice; its id tells.
Task<Result<Response>> listen(Services& s, Context context, std::optional<CaseId> only, Request request) {
  if (only) {
    Task<Result<Case>> looking =
        s.database.read(context, [id = *only](Session& session) { return CaseStore::get(session, id); });
    CO_TRY_DO(co_await std::move(looking));
  }
  const auto stream = s.feed.listen(only);
  if (const auto seen = last_seen(request)) {
    auto look = [only, after = *seen](Session& session) { return missed(session, only, after); };
    Task<Result<std::vector<CaseFeed::Notice>>> looking = s.database.read(std::move(context), std::move(look));
    CO_TRY(const auto notices, co_await std::move(looking));
    for (const auto& notice : notices) stream->publish(event_of(notice));
  }
  co_return Response::of_events(stream);
}

net::About about(std::string summary, std::vector<int> errors) {
  return {.summary = std::move(summary),
          .description =
              "Server-sent events named `case`; data: case, file_number, status, step, state, version. "
              "Last-Event-ID brings what was missed.",
          .tag = "Cases",
          .style = net::Style::own,
          .errors = std::move(errors),
          .content_type = "text/event-stream"};
}

}  // namespace

void add_case_event_routes(net::Router& router, Services& s) {
  router.get("/api/cases/events", about("What changes in all cases, as it changes.", {}),
             [&s](Context c, Request r) { return listen(s, std::move(c), std::nullopt, std::move(r)); });
  router.get(
      "/api/cases/{id}/events", about("What changes in one case, as it changes.", {404}),
      [&s](Context c, Path<CasePath> p, Request r) { return listen(s, std::move(c), CaseId{p->id}, std::move(r)); });
}

}  // namespace dossier::desks::fir
