#include "async/run_on.h"
#include "desks/fir/case_bodies.h"
#include "desks/fir/form_document.h"
#include "desks/fir/routes.h"
#include "fir/case_facts.h"
#include "fir/case_form.h"

namespace dossier::desks::fir {
namespace {

using dossier::fir::FormFacts;
using net::Path;
using net::Query;
using net::Response;
using net::Task;
using store::Session;

constexpr int kEventsReadMax = 10'000;

// The hash of the case's last event, in the foot: what was printed can be held against the journal.
Result<std::string> digest_of(Session& session, CaseId id) {
  std::string digest;
  std::int64_t after = 0;
  while (true) {
    TRY(const auto events, store::Journal::read(session, stream_of(id), after, kEventsReadMax));
    if (!events.empty()) digest = store::hex(events.back().hash), after = events.back().sequence;
    if (events.size() < static_cast<std::size_t>(kEventsReadMax)) return digest;
  }
}

// While a case is prepared it is not known yet whom a redacted copy has to leave out.
Result<FormFacts> facts_in(Session& session, CaseId id, WallTime now, ReportCopy copy) {
  TRY(const Case state, CaseStore::get(session, id));
  if (copy == ReportCopy::redacted && state.preparing())
    return Error{ErrorCode::conflict,
                 "the case is being prepared, and who is to be left out is not known yet; ask again"};
  FormFacts facts = form_facts(state);
  facts.made_at = dossier::fir::indian_time(state.finalised ? state.finalised->at : now);
  TRY(facts.journal_digest, digest_of(session, id));
  return facts;
}

std::string_view ending_of(FormFormat format) {
  return format == FormFormat::pdf ? ".pdf" : format == FormFormat::html ? ".html" : ".txt";
}

Task<Result<Response>> report(Services& s, Context context, CaseId id, FormFormat format, ReportCopy copy) {
  auto look = [id, now = s.clock.wall(), copy](Session& session) { return facts_in(session, id, now, copy); };
  Task<Result<FormFacts>> looking = s.database.read(context, std::move(look));
  CO_TRY(FormFacts facts, co_await std::move(looking));
  // The number of the file and nothing else: names do not belong in the names of files.
  const std::string name =
      facts.file_number + (copy == ReportCopy::redacted ? "-redacted" : "") + std::string(ending_of(format));
  const FormReader reader = copy == ReportCopy::redacted ? FormReader::others : FormReader::police;
  auto work = [facts = std::move(facts), format, reader](const async::StopToken&) {
    return form_document(facts, format, reader);
  };
  Task<Result<std::string>> writing = async::run_on(s.compute, std::move(context), std::move(work));
  CO_TRY(std::string bytes, co_await std::move(writing));
  Response response{.content_type = std::string(media_type(format)), .body = std::move(bytes)};
  response.headers.push_back({"Content-Disposition", "inline; filename=\"" + name + "\""});
  co_return response;
}

void add_report(net::Router& router, Services& s, FormFormat format) {
  const std::string_view media = media_type(format);
  net::About about{.summary = "The report, a draft until it is finalised; whole or redacted.",
                   .tag = "Cases",
                   .style = net::Style::own,
                   .errors = {404, 409, 503, 504},
                   .content_type = std::string(media.substr(0, media.find(';')))};
  about.needs = &s.compute;
  router.get("/api/cases/{id}/report" + std::string(ending_of(format)), about,
             [&s, format](Context c, Path<CasePath> p, Query<CopyQuery> q) {
               return report(s, std::move(c), CaseId{p->id}, format, q->copy);
             });
}

}  // namespace

void add_report_routes(net::Router& router, Services& s) {
  for (const FormFormat format : {FormFormat::text, FormFormat::html, FormFormat::pdf}) add_report(router, s, format);
}

}  // namespace dossier::desks::fir
