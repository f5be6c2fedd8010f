#include "desks/funds/asking.h"

#include "async/run_on.h"
#include "base/limits.h"
#include "desks/funds/document_files.h"
#include "desks/funds/ledger_snapshot.h"
#include "funds/questions.h"

#include <algorithm>

namespace dossier::desks::funds {
namespace {

namespace pure = dossier::funds;
using async::Task;
using store::Session;

// What one question is answered from.
struct Material {
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

Result<Material> gather(Session& session, const Question& question) {
  Material material;
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
  TRY(material.earlier, earlier_questions(session, question));
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

Asked answer(Material material, const Question& question) {
  const pure::Analysis analysis = analysis_of(material);
  const pure::AnswerBasis basis(analysis);
  pure::Conversation conversation(basis);
  for (const std::string& earlier : material.earlier) (void)conversation.ask(earlier);
  Asked asked{conversation.ask(question.text), std::nullopt, {}};
  if (question.fund && !analysis.funds.empty()) {
    asked.metrics = analysis.funds.front().metrics;
    asked.currency = analysis.funds.front().ledger.currency;
  }
  return asked;
}

}  // namespace

Task<Result<Asked>> ask(Services& services, Context context, Question question) {
  Task<Result<Material>> gathering =
      services.database.read(context, [question](Session& session) { return gather(session, question); });
  CO_TRY(Material material, co_await std::move(gathering));
  for (std::size_t i = 0; i < material.documents.size(); ++i) {
    Task<Result<PassageShelf::Passages>> finding =
        passages_of(services, context, material.documents[i], material.readings[i].file);
    const Result<PassageShelf::Passages> passages = co_await std::move(finding);
    if (passages) {
      material.readings[i].passages = **passages;
    } else if (passages.error().code != ErrorCode::not_found) {  // deleted meanwhile: its rows were still of this state
      co_return passages.error();
    }
  }
  auto shared = std::make_shared<Material>(std::move(material));
  auto work = [shared, question = std::move(question)](const async::StopToken&) {
    return answer(std::move(*shared), question);
  };
  Task<Result<Asked>> thinking = async::run_on(services.compute, std::move(context), std::move(work));
  co_return co_await std::move(thinking);
}

}  // namespace dossier::desks::funds
