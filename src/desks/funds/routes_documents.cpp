#include "desks/funds/document_views.h"
#include "desks/funds/ingest.h"
#include "desks/funds/ledger_work.h"
#include "desks/funds/routes.h"

namespace dossier::desks::funds {
namespace {

using documents::Acceptance;
using documents::Document;
using net::Form;
using net::Path;
using net::Query;
using net::Request;
using net::Response;
using net::Task;
using store::Session;
using store::Transaction;

Error in_contract_words(Error error) {
  return error.code == ErrorCode::not_found ? Error{ErrorCode::not_found, "Document not found"} : error;
}

// ---- coming in ----

struct Upload {
  documents::KeptBlob blob;
  std::string name, password;
  std::optional<FundId> fund;
};

UploadView known_view(const Document& document) {
  const std::string status = documents::finished(document.status) ? "completed" : std::string(name_of(document.status));
  return {document.id.value, std::nullopt, status, "This document is known already; nothing was added a second time"};
}

// The document, its fund and its job are there together or not at all.
Result<UploadView> accept(Services& services, Transaction& transaction, const Context& context, const Upload& upload) {
  if (upload.fund) {
    TRY(const auto fund, FundStore::find(transaction, *upload.fund));
    if (!fund) return Error{ErrorCode::not_found, "Fund not found"};
  }
  TRY(auto accepted, services.documents.accept(transaction, upload.blob, upload.name, upload.password));
  if (accepted.acceptance == Acceptance::duplicate) {
    TRY(const Document known, documents::Documents::get(transaction, accepted.id));
    TRY(const bool lost, lost_its_fund(transaction, accepted.id));
    if (!lost) return known_view(known);
    TRY_DO(withdraw_document(services.ledgers, transaction, context, accepted.id));
    TRY(accepted, services.documents.accept(transaction, upload.blob, upload.name, upload.password));
  }
  TRY_DO(services.ledgers.link(transaction, context, accepted.id, upload.fund));
  TRY_DO(enqueue_ingest(services, transaction, context, accepted.id));
  return UploadView{accepted.id.value, std::nullopt, "pending", "Document uploaded; it is being read now"};
}

Task<Result<Response>> upload(Services& services, Context context, UploadForm form, once::Repeatable request) {
  if (!form.file.name.ends_with(".pdf")) {
    co_return Error{ErrorCode::invalid_argument, "Only PDF files are allowed: the name must end in .pdf"};
  }
  Task<Result<documents::KeptBlob>> keeping = services.documents.keep(context, form.file.file.path());
  CO_TRY(const documents::KeptBlob blob, co_await std::move(keeping));
  Upload accepted{blob, form.file.name, form.password.value_or(""), std::nullopt};
  if (form.fund_id) accepted.fund = FundId{*form.fund_id};
  request.content =
      store::hex(blob.hash) + "\n" + form.file.name + "\n" + (form.fund_id ? std::to_string(*form.fund_id) : "");
  auto change = [&services, context, accepted = std::move(accepted)](Transaction& transaction) {
    return accept(services, transaction, context, accepted);
  };
  Task<Result<Response>> changing =
      once::change_once<UploadView>(services.keeping(), context, std::move(request), std::move(change));
  co_return co_await std::move(changing);
}

// ---- being looked at ----

Result<DocumentView> view_in(Session& session, const Document& document) {
  TRY(const auto fund, fund_of(session, document.id));
  return view_of(document, fund);
}

Result<std::vector<Document>> documents_in(Session& session, const DocumentListQuery& query) {
  if (query.fund_id.value_or(0) == 0) return documents::Documents::list(session, query.skip, query.limit);
  TRY(const auto ids, documents_of(session, FundId{*query.fund_id}, query.skip, query.limit));
  std::vector<Document> found;
  for (const DocumentId id : ids) {
    TRY(Document document, documents::Documents::get(session, id));
    found.push_back(std::move(document));
  }
  return found;
}

Task<Result<std::vector<DocumentView>>> list_documents(Services& services, Context context, DocumentListQuery query) {
  return services.database.read(std::move(context), [query](Session& session) -> Result<std::vector<DocumentView>> {
    TRY(const auto found, documents_in(session, query));
    std::vector<DocumentView> views;
    for (const Document& document : found) {
      TRY(DocumentView view, view_in(session, document));
      views.push_back(std::move(view));
    }
    return views;
  });
}

Task<Result<DocumentView>> get_document(Services& services, Context context, DocumentId id) {
  return services.database.read(std::move(context), [id](Session& session) -> Result<DocumentView> {
    const auto document = documents::Documents::get(session, id);
    if (!document) return in_contract_words(document.error());
    return view_in(session, *document);
  });
}

Task<Result<DocumentStatusView>> get_status(Services& services, Context context, DocumentId id) {
  return services.database.read(std::move(context), [id](Session& session) -> Result<DocumentStatusView> {
    const auto document = documents::Documents::get(session, id);
    if (!document) return in_contract_words(document.error());
    return status_view_of(*document);
  });
}

// The state as it is told first; whoever comes after the end is told that and nothing else.
Task<Result<Document>> current(Services& services, Context context, DocumentId id) {
  return services.database.read(std::move(context), [id](Session& session) -> Result<Document> {
    auto document = documents::Documents::get(session, id);
    if (!document) return in_contract_words(document.error());
    return document;
  });
}

Task<Result<Response>> watch(Services& services, Context context, DocumentId id) {
  Task<Result<Document>> looking = current(services, context, id);
  CO_TRY(const Document before, co_await std::move(looking));
  const auto stream = net::EventStream::make();
  stream->publish(progress_event(before));
  if (documents::finished(before.status)) {
    stream->end();
    co_return Response::of_events(stream);
  }
  if (!services.progress.watch(id, stream))
    co_return Error{ErrorCode::over_capacity, "too many clients watch documents; ask for the status instead"};
  // It may have ended between the look and the watch: then nobody will tell it any more.
  Task<Result<Document>> again = current(services, context, id);
  const Result<Document> after = co_await std::move(again);
  if (after && documents::finished(after->status)) services.progress.tell(id, progress_event(*after), true);
  co_return Response::of_events(stream);
}

// ---- going ----

Task<Result<Response>> delete_document(Services& services, Context context, DocumentId id, Request request) {
  auto change = [&services, context, id](Transaction& transaction) -> Result<Message> {
    const auto known = documents::Documents::get(transaction, id);
    if (!known) return in_contract_words(known.error());
    TRY(Message done, withdraw_document(services.ledgers, transaction, context, id));
    transaction.after_commit([&services, id] {
      services.progress.tell(id, progress_event(id, documents::Status::failed, "done", {}, "the document was deleted"),
                             true);
    });
    return done;
  };
  return once::change_once<Message>(services.keeping(), context,
                                    once::repeatable(request, "DELETE /api/documents/{id}"), std::move(change));
}

net::About about(std::string summary, std::vector<int> errors = {}) {
  return {.summary = std::move(summary), .tag = "Documents", .style = net::Style::funds, .errors = std::move(errors)};
}

}  // namespace

void add_document_routes(net::Router& router, Services& s) {
  net::About uploading = about("Upload a report; it is read in the background.", {400, 404, 409, 503});
  uploading.answer = &net::type_of<UploadView>();
  uploading.repeatable = true;
  uploading.upload_bytes_max = s.upload_bytes_max;
  uploading.too_large_status = 400;
  uploading.lane = net::Lane::ingest;
  router.post("/api/documents/upload", uploading, [&s](Context c, Form<UploadForm> f, Request r) {
    return upload(s, std::move(c), std::move(*f), once::repeatable(r, "POST /api/documents/upload"));
  });
  router.get("/api/documents/", about("The documents."),
             [&s](Context c, Query<DocumentListQuery> q) { return list_documents(s, std::move(c), *q); });
  router.get("/api/documents/{id}", about("One document.", {404}),
             [&s](Context c, Path<ById> p) { return get_document(s, std::move(c), DocumentId{p->id}); });
  router.get("/api/documents/{id}/status", about("How far a document is.", {404}),
             [&s](Context c, Path<ById> p) { return get_status(s, std::move(c), DocumentId{p->id}); });
  net::About watching = about("How far a document is, as server-sent events until it is read.", {404, 503});
  watching.content_type = "text/event-stream";
  router.get("/api/documents/{id}/events", watching,
             [&s](Context c, Path<ById> p) { return watch(s, std::move(c), DocumentId{p->id}); });
  net::About deleting = about("Delete a document; its rows no longer count.", {404, 409});
  deleting.answer = &net::type_of<Message>();
  deleting.repeatable = true;
  router.del("/api/documents/{id}", deleting, [&s](Context c, Path<ById> p, Request r) {
    return delete_document(s, std::move(c), DocumentId{p->id}, std::move(r));
  });
}

}  // namespace dossier::desks::funds
