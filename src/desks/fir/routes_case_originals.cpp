#include "desks/fir/case_views.h"
#include "desks/fir/originals.h"
#include "desks/fir/routes.h"
#include "documents/documents.h"

#include <algorithm>
#include <charconv>

// Complaints that come as a recording or a picture, and the way back to the file.
namespace dossier::desks::fir {
namespace {

using net::Form;
using net::Path;
using net::Request;
using net::Response;
using net::Task;
using store::Session;
using store::Transaction;

bool is_language(const std::string& name) {
  return std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
}

// Of an answer kept under the request's Idempotency-Key: the number alone. The name of the file stays in the case.
CaseId case_in(const Response& answer) {
  CaseId id;
  std::from_chars(answer.body.data(), answer.body.data() + answer.body.size(), id.value);
  return id;
}

Task<Result<Response>> create(Services& s, Context context, NewCaseFile form, once::Repeatable request) {
  const std::string language = form.language.value_or(""), officer = form.officer.value_or("");
  if (!is_language(language))
    co_return Error{ErrorCode::invalid_argument, "two small letters of ISO 639-1, such as hi or en", "language"};
  Task<Result<NewOriginal>> keeping = take_file(s, context, std::move(form.file));
  CO_TRY(NewOriginal kept, co_await std::move(keeping));
  kept.original.language = language;
  request.content = kept.original.digest + "\n" + language + "\n" + officer;
  NewCase complaint{"", {}, officer, std::move(kept)};
  auto change = [&s, context,
                 complaint = std::move(complaint)](Transaction& transaction) -> Result<store::StoredAnswer> {
    TRY(const Case state, open_case(s, transaction, context, complaint));
    return store::StoredAnswer{201, "text/plain", std::to_string(state.id.value)};
  };
  Task<Result<Response>> changing = once::answer_once(s.keeping(), context, std::move(request), std::move(change));
  CO_TRY(const Response opened, co_await std::move(changing));
  Task<Result<Case>> looking = s.database.read(
      std::move(context), [id = case_in(opened)](Session& session) { return CaseStore::get(session, id); });
  CO_TRY(const Case state, co_await std::move(looking));
  Response response = Response::json(net::to_json(view_of(state, s.clock.wall())));
  response.status = opened.status;
  co_return response;
}

Task<Result<Response>> download(Services& s, Context context, CaseId id) {
  Task<Result<Case>> looking = s.database.read(context, [id](Session& session) { return CaseStore::get(session, id); });
  CO_TRY(const Case state, co_await std::move(looking));
  if (!state.original) co_return Error{ErrorCode::not_found, "this complaint came as text; there is no file"};
  const auto hash = documents::hash_named(state.original->digest);
  if (!hash) co_return Error{ErrorCode::internal, "the case does not know its file"};
  Task<Result<std::string>> reading = s.documents.bytes(std::move(context), *hash, limits::kRecordingBytesMax);
  CO_TRY(std::string bytes, co_await std::move(reading));
  Response response{.content_type = "application/octet-stream", .body = std::move(bytes)};
  // The number of the file and nothing else: names do not belong in the names of files.
  response.headers.push_back({"Content-Disposition", "attachment; filename=\"" + state.file_number + "-original." +
                                                         state.original->format + "\""});
  co_return response;
}

net::About about(std::string summary, std::vector<int> errors, std::string description) {
  return {.summary = std::move(summary),
          .description = std::move(description),
          .tag = "Cases",
          .style = net::Style::own,
          .errors = std::move(errors)};
}

}  // namespace

void add_case_original_routes(net::Router& router, Services& s) {
  net::About creating = about(
      "A recording or a picture becomes a case.", {400, 409, 413, 415, 503},
      "A recording is in wav, mp3, m4a, ogg (Opus, Vorbis) or webm, a picture in jpg or png, told by what is in the "
      "file, whatever its name. The file is kept as it came, and a model server writes the transcript in the "
      "background: status transcribing. "
      "An event of the case tells when it is there. Without a server, or when it fails, status is no_transcript and "
      "the step says what to do: type the transcript (edit), or have it tried again (regenerate). Nothing else is "
      "made before a person has approved the transcript.");
  creating.answer = &net::type_of<CaseView>();
  creating.repeatable = true;
  creating.status = 201;
  creating.lane = net::Lane::ingest;
  router.post("/api/cases/upload", creating, [&s](Context c, Form<NewCaseFile> f, Request r) {
    return create(s, std::move(c), std::move(*f), once::repeatable(r, "POST /api/cases/upload"));
  });
  net::About downloading = about("The file a complaint came in as.", {404, 503}, "The bytes as they were sent.");
  downloading.content_type = "application/octet-stream";
  router.get("/api/cases/{id}/original", downloading,
             [&s](Context c, Path<CasePath> p) { return download(s, std::move(c), CaseId{p->id}); });
}

}  // namespace dossier::desks::fir
