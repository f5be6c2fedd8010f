#include "desks/funds/asking.h"

#include "async/run_on.h"
#include "base/limits.h"
#include "desks/funds/answer_json.h"
#include "desks/funds/asking_shelf.h"
#include "desks/funds/document_files.h"
#include "desks/funds/ledger_snapshot.h"
#include "funds/questions/questions.h"

#include <algorithm>

namespace dossier::desks::funds {
namespace {

namespace pure = dossier::funds;
using async::Task;
using store::Session;

// What is kept about one question's scope, read together.
struct Material {
  std::int64_t sequence = 0;                 // of the journal when it was read
  std::shared_ptr<const AskingBasis> basis;  // from the shelf, when it still holds; then nothing else is read
  std::vector<LedgerSnapshot> funds;
  std::vector<DocumentId> documents;  // same order as readings
  std::vector<pure::DocumentReading> readings;
  std::vector<std::string> earlier;  // questions of the conversation, oldest first
};

Result<std::vector<FundId>> funds_of(Session& session, const Question& question) {
  std::vector<FundId> ids;
  TRY(const auto funds, FundStore::list(session, 0, limits::kFundsAskedMax));
  for (const Fund& fund : funds) {
    if (!question.fund || fund.id == *question.fund) ids.push_back(fund.id);
  }
  return ids;
}

Result<std::vector<DocumentId>> documents_asked(Session& session, const Question& question) {
  if (question.fund) return documents_of(session, *question.fund, 0, limits::kDocumentsListedMax);
  TRY(const auto all, documents::Documents::list(session, 0, limits::kDocumentsListedMax));
  std::vector<DocumentId> ids;
  for (const auto& document : all) ids.push_back(document.id);
  return ids;
}

Result<std::vector<std::string>> earlier_questions(Session& session, const Question& question) {
  std::vector<std::string> questions;
  if (!question.conversation) return questions;
  TRY(const auto conversation, ConversationStore::find(session, *question.conversation));
  if (!conversation) return questions;
  for (const auto& message : conversation->messages) {
    if (message.role == Role::user) questions.push_back(message.content);
  }
  const std::size_t surplus = questions.size() - std::min(questions.size(), limits::kQuestionsResumedMax);
  questions.erase(questions.begin(), questions.begin() + static_cast<std::ptrdiff_t>(surplus));
  return questions;
}

Result<std::int64_t> journal_sequence(Session& session) {
  TRY(const auto found, session.first("SELECT coalesce(max(sequence), 0) FROM journal_event", {},
                                      [](const store::Row& row) { return row.integer(0); }));
  return found.value_or(0);
}

// Whether a fund or a document changed after `sequence`. Walks the events since then, which are few: each question
// moves the mark on.
Result<bool> changed_since(Session& session, std::int64_t sequence) {
  TRY(const auto found,
      session.first("SELECT 1 FROM journal_event WHERE sequence > ? AND (stream LIKE 'fund/%' OR stream LIKE "
                    "'document/%') LIMIT 1",
                    {sequence}, [](const store::Row& row) { return row.integer(0); }));
  return found.has_value();
}

Result<Material> gather(Session& session, AskingShelf& shelf, const Question& question) {
  Material material;
  TRY(material.earlier, earlier_questions(session, question));
  TRY(material.sequence, journal_sequence(session));
  AskingShelf::Kept kept = shelf.find(question.fund);
  if (kept.basis != nullptr) {
    TRY(const bool changed, changed_since(session, kept.sequence));
    if (!changed) {
      shelf.confirm(question.fund, kept.basis.get(), material.sequence);
      material.basis = std::move(kept.basis);
      return material;
    }
  }
  TRY(const auto funds, funds_of(session, question));
  for (const FundId fund : funds) {
    TRY(LedgerSnapshot snapshot, read_snapshot(session, fund));
    material.funds.push_back(std::move(snapshot));
  }
  TRY(const auto documents, documents_asked(session, question));
  for (const DocumentId document : documents) {
    TRY(auto reading, read_document(session, document));
    if (!reading) continue;  // not read yet
    material.documents.push_back(document);
    material.readings.push_back(std::move(*reading));
  }
  return material;
}

// The document's paragraphs, from the shelf or made again from its stored pages.
Task<Result<PassageShelf::Passages>> passages_of(Services& services, Context context, DocumentId document,
                                                 std::string file) {
  if (auto kept = services.passages.find(document)) co_return kept;
  Task<Result<extract::Extraction>> reading = services.documents.read(context, document);
  CO_TRY(extract::Extraction extraction, co_await std::move(reading));
  auto shared = std::make_shared<extract::Extraction>(std::move(extraction));
  auto work = [&services, shared, document,
               file = std::move(file)](const async::StopToken&) -> Result<PassageShelf::Passages> {
    TRY(pure::DocumentReading understood, reading_of(std::move(*shared), file));
    return services.passages.put(document, std::move(understood.passages));
  };
  Task<Result<PassageShelf::Passages>> working = async::run_on(services.compute, std::move(context), std::move(work));
  co_return co_await std::move(working);
}

pure::Analysis analysis_of(Material& material) {
  pure::Analysis analysis;
  analysis.documents = std::move(material.readings);
  for (LedgerSnapshot& snapshot : material.funds) {
    for (pure::Ledger& ledger : snapshot.ledgers) {
      pure::MetricSet metrics = compute_metrics(ledger);
      std::vector<pure::Check> checks = check_reported(ledger, metrics);
      analysis.funds.push_back({std::move(ledger), std::move(metrics), std::move(checks)});
    }
  }
  return analysis;
}

Asked answer(const AskingBasis& made, const std::vector<std::string>& earlier, const Question& question) {
  pure::Conversation conversation(made.basis);
  for (const std::string& before : earlier) (void)conversation.ask(before);
  Asked asked{.answer = conversation.ask(question.text)};
  asked.json = answer_json(asked.answer);
  if (question.fund && !made.analysis.funds.empty()) {
    asked.metrics = made.analysis.funds.front().metrics;
    asked.currency = made.analysis.funds.front().ledger.currency;
  }
  return asked;
}

// Gives every reading its paragraphs; whether all of them were there.
Task<Result<bool>> add_passages(Services& services, Context context, Material& material) {
  bool whole = true;
  for (std::size_t i = 0; i < material.documents.size(); ++i) {
    Task<Result<PassageShelf::Passages>> finding =
        passages_of(services, context, material.documents[i], material.readings[i].file);
    const Result<PassageShelf::Passages> passages = co_await std::move(finding);
    if (passages) {
      material.readings[i].passages = **passages;
    } else if (passages.error().code != ErrorCode::not_found) {
      co_return passages.error();
    } else {
      whole = false;  // deleted meanwhile: its rows were still of this state
    }
  }
  co_return whole;
}

}  // namespace

Task<Result<Asked>> ask(Services& services, Context context, Question question) {
  const SteadyTime began = system_clock().steady();
  Task<Result<Material>> gathering = services.database.read(
      context, [&services, question](Session& session) { return gather(session, services.bases, question); });
  CO_TRY(Material material, co_await std::move(gathering));
  auto shared = std::make_shared<Material>(std::move(material));
  bool keep = false;
  if (shared->basis == nullptr) {
    Task<Result<bool>> adding = add_passages(services, context, *shared);
    CO_TRY(keep, co_await std::move(adding));
  }
  auto work = [&services, shared, keep, question = std::move(question)](const async::StopToken&) {
    std::shared_ptr<const AskingBasis> basis = shared->basis;
    if (basis == nullptr) basis = std::make_shared<const AskingBasis>(analysis_of(*shared));
    if (keep) services.bases.put(question.fund, basis, shared->sequence);
    Asked asked = answer(*basis, shared->earlier, question);
    asked.basis = std::move(basis);
    return asked;
  };
  Task<Result<Asked>> thinking = async::run_on(services.compute, std::move(context), std::move(work));
  Result<Asked> asked = co_await std::move(thinking);
  Histogram seconds = services.query_time;
  seconds.observe(std::chrono::duration<double>(system_clock().steady() - began).count());
  co_return asked;
}

}  // namespace dossier::desks::funds
