#include "desks/funds/asking.h"

#include "async/run_on.h"
#include "desks/funds/answer_json.h"
#include "desks/funds/asking_material.h"
#include "desks/funds/document_files.h"
#include "funds/questions/questions.h"

namespace dossier::desks::funds {
namespace {

namespace pure = dossier::funds;
using async::Task;
using store::Session;

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

// Gives every reading that is not in the basis before its paragraphs; whether all of them were there.
Task<Result<bool>> add_passages(Services& services, Context context, Material& material) {
  bool whole = true;
  for (auto& [document, reading] : material.readings) {
    Task<Result<PassageShelf::Passages>> finding = passages_of(services, context, document, reading.file);
    const Result<PassageShelf::Passages> passages = co_await std::move(finding);
    if (passages) {
      reading.passages = **passages;
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
    if (basis == nullptr) basis = basis_of(*shared);
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
