#include "desks/funds/ingest.h"

#include "async/run_on.h"
#include "base/limits.h"
#include "desks/funds/document_files.h"
#include "desks/funds/document_views.h"

#include <charconv>

namespace dossier::desks::funds {
namespace {

using async::Task;
using documents::Outcome;
using documents::Status;
using dossier::funds::DocumentReading;
using dossier::funds::ReadingStatus;
using store::JobPayload;
using store::Priority;
using store::Session;
using store::Transaction;

// What was understood of a document, with what is not kept in the ledger.
struct Understood {
  DocumentReading reading;
  int pages = 0;
  std::size_t passages = 0;
};

// Trying again may help: the file is not to blame.
bool may_pass(ErrorCode code) {
  switch (code) {
    case ErrorCode::over_capacity:
    case ErrorCode::deadline_exceeded:
    case ErrorCode::cancelled:
    case ErrorCode::unavailable:
    case ErrorCode::conflict:
    case ErrorCode::internal: return true;
    default: return false;
  }
}

std::string sentence_of(const dossier::funds::Flag& flag) {
  return flag.place.page == 0 ? flag.message : "page " + std::to_string(flag.place.page) + ": " + flag.message;
}

ProcessingStats stats_of(const Understood& understood, const CommittedReading& committed) {
  ProcessingStats stats;
  stats.total_pages = understood.pages;
  stats.tables_found = understood.reading.tables_found;
  stats.capital_calls = committed.capital_calls;
  stats.distributions = committed.distributions;
  stats.adjustments = committed.adjustments;
  stats.text_chunks = static_cast<std::int32_t>(understood.passages);
  for (const auto& flag : committed.flags) {
    auto& list = leaves_unread(flag.code) ? stats.errors : stats.flags;
    if (list.size() < limits::kIngestErrorsMax) list.push_back(sentence_of(flag));
  }
  return stats;
}

Outcome outcome_of(const Understood& understood, const CommittedReading& committed) {
  const ProcessingStats stats = stats_of(understood, committed);
  const bool any_row = committed.capital_calls + committed.distributions + committed.adjustments > 0;
  Outcome outcome{.status = Status::completed, .page_count = understood.pages, .stats = net::to_json(stats)};
  if (understood.reading.status != ReadingStatus::partial || stats.errors.empty()) return outcome;
  outcome.status = any_row ? Status::completed_with_errors : Status::failed;
  std::string message;
  for (std::size_t i = 0; i < std::min<std::size_t>(3, stats.errors.size()); ++i)
    message += (i > 0 ? "; " : "") + stats.errors[i];
  outcome.error = std::move(message);
  return outcome;
}

// One attempt at one document.
class Attempt {
 public:
  Attempt(Services& services, Context context, JobPayload job, DocumentId document)
      : services_(services), context_(std::move(context)), job_(std::move(job)), document_(document) {}

  Task<Result<void>> run() {
    Task<Result<std::string>> beginning = begin();
    const Result<std::string> name = co_await std::move(beginning);
    if (!name && name.error().code == ErrorCode::not_found) co_return Result<void>();  // deleted meanwhile: done
    if (!name) co_return name.error();
    tell("reading");
    Task<Result<Understood>> understanding = understand(*name);
    Result<Understood> understood = co_await std::move(understanding);
    if (!understood && may_pass(understood.error().code) && !job_.last_attempt) co_return understood.error();
    Task<Result<void>> ending = understood ? commit(std::move(*understood)) : give_up(understood.error());
    co_return co_await std::move(ending);
  }

 private:
  void tell(const char* step, std::optional<int> pages = {}) {
    services_.progress.tell(document_, progress_event(document_, Status::processing, step, pages), false);
  }

  // Told when it is on the disk, and not before.
  static void tell_end(Services& services, Transaction& transaction, DocumentId document, const Outcome& outcome) {
    transaction.after_commit(
        [&services, document,
         event = progress_event(document, outcome.status, "done", outcome.page_count, outcome.error)] {
          services.progress.tell(document, event, true);
        });
  }

  Task<Result<std::string>> begin() {
    auto body = [&s = services_, id = document_](Transaction& transaction) -> Result<std::string> {
      TRY_DO(s.documents.begin(transaction, id));
      TRY(const documents::Document document, documents::Documents::get(transaction, id));
      return document.name;
    };
    return services_.database.write(context_, Priority::bulk, std::move(body));
  }

  Task<Result<Understood>> understand(std::string name) {
    Task<Result<extract::Extraction>> reading = services_.documents.read(context_, document_);
    CO_TRY(extract::Extraction extraction, co_await std::move(reading));
    auto shared = std::make_shared<extract::Extraction>(std::move(extraction));
    tell("understanding", shared->pages_total);
    auto work = [shared, name = std::move(name)](const async::StopToken&) -> Result<Understood> {
      const int pages = shared->pages_total;
      TRY(DocumentReading understood, reading_of(std::move(*shared), name));
      const std::size_t passages = understood.passages.size();
      return Understood{std::move(understood), pages, passages};
    };
    Task<Result<Understood>> working = async::run_on(services_.compute, context_, std::move(work));
    co_return co_await std::move(working);
  }

  Task<Result<void>> commit(Understood understood) {
    auto shared = std::make_shared<Understood>(std::move(understood));
    tell("storing", shared->pages);
    auto body = [&s = services_, context = context_, job = job_.lease, id = document_,
                 shared](Transaction& transaction) -> Result<void> {
      TRY(const CommittedReading committed, s.ledgers.commit_reading(transaction, context, id, shared->reading));
      const Outcome outcome = outcome_of(*shared, committed);
      TRY_DO(s.documents.finish(transaction, id, outcome));
      tell_end(s, transaction, id, outcome);
      return s.jobs.complete(transaction, job);
    };
    Task<Result<void>> writing = services_.database.write(context_, Priority::bulk, std::move(body));
    CO_TRY_DO(co_await std::move(writing));
    // The first question need not read the pages again.
    services_.passages.put(document_, std::move(shared->reading.passages));
    co_return Result<void>();
  }

  Task<Result<void>> give_up(Error why) {
    auto body = [&s = services_, job = job_.lease, id = document_,
                 why = std::move(why)](Transaction& transaction) -> Result<void> {
      const Outcome outcome{.status = Status::failed, .error = why.text(), .stats = "{}"};
      TRY_DO(s.documents.finish(transaction, id, outcome));
      tell_end(s, transaction, id, outcome);
      return s.jobs.complete(transaction, job);
    };
    return services_.database.write(context_, Priority::bulk, std::move(body));
  }

  Services& services_;
  Context context_;
  JobPayload job_;
  DocumentId document_;
};

std::optional<DocumentId> document_of(const JobPayload& job) {
  DocumentId id;
  const char* const end = job.payload.data() + job.payload.size();
  const auto [at, fault] = std::from_chars(job.payload.data(), end, id.value);
  return fault == std::errc() && at == end ? std::optional(id) : std::nullopt;
}

Task<Result<void>> ingest(Services& services, Context context, JobPayload job) {
  const auto document = document_of(job);
  if (!document) co_return Error{ErrorCode::internal, "a job names no document", job.subject};
  Attempt attempt(services, std::move(context), std::move(job), *document);
  Task<Result<void>> running = attempt.run();
  const Result<void> result = co_await std::move(running);
  services.log.write(result ? LogLevel::info : LogLevel::warning, "ingest",
                     {{"document", document->value},
                      {"result", result ? "done" : name_of(result.error().code)},
                      {"error", result ? "" : result.error().message}});
  co_return result;
}

std::string subject_of(DocumentId document) {
  return "document/" + std::to_string(document.value);
}

Result<std::vector<DocumentId>> abandoned(Session& session) {
  std::vector<DocumentId> found;
  for (std::int64_t skip = 0;; skip += limits::kDocumentsListedMax) {
    TRY(const auto documents, documents::Documents::list(session, skip, limits::kDocumentsListedMax));
    for (const auto& document : documents) {
      if (documents::finished(document.status)) continue;
      TRY(const auto job, store::JobTable::latest(session, subject_of(document.id)));
      if (!job || job->state == store::JobState::dead) found.push_back(document.id);
    }
    if (documents.size() < static_cast<std::size_t>(limits::kDocumentsListedMax)) return found;
  }
}

}  // namespace

Task<Result<std::int64_t>> close_abandoned(Services& services, Context context) {
  Task<Result<std::vector<DocumentId>>> looking = services.database.read(context, abandoned);
  CO_TRY(std::vector<DocumentId> found, co_await std::move(looking));
  if (found.empty()) co_return std::int64_t{0};
  auto close = [&services, found = std::move(found)](Transaction& transaction) -> Result<std::int64_t> {
    const Outcome outcome{.status = Status::failed,
                          .error = "reading it failed every time; send it again, or report this",
                          .stats = "{}"};
    for (const DocumentId document : found) {
      TRY_DO(services.documents.begin(transaction, document));
      TRY_DO(services.documents.finish(transaction, document, outcome));
      transaction.after_commit(
          [&services, document, event = progress_event(document, outcome.status, "done", {}, outcome.error)] {
            services.progress.tell(document, event, true);
          });
    }
    return static_cast<std::int64_t>(found.size());
  };
  Task<Result<std::int64_t>> closing = services.database.write(std::move(context), Priority::bulk, std::move(close));
  co_return co_await std::move(closing);
}

Result<JobId> enqueue_ingest(Services& services, Transaction& transaction, const Context& context,
                             DocumentId document) {
  return services.jobs.enqueue(transaction, {.kind = kIngestKind,
                                             .subject = subject_of(document),
                                             .payload = std::to_string(document.value),
                                             .context = context});
}

store::JobHandler ingest_handler(Services& services) {
  return {.run = [&services](Context context,
                             JobPayload job) { return ingest(services, std::move(context), std::move(job)); },
          .slots = 2,
          .time_max = limits::kIngestTime};
}

}  // namespace dossier::desks::funds
