#include "desks/funds/asking_material.h"

#include "base/limits.h"
#include "desks/funds/ledger_snapshot.h"
#include "desks/funds/ledger_versions.h"

#include <algorithm>

namespace dossier::desks::funds {
namespace {

namespace pure = dossier::funds;
using store::Session;

Result<std::vector<DocumentId>> documents_asked(Session& session, const Question& question) {
  if (question.fund) return documents_of(session, *question.fund, 0, limits::kDocumentsListedMax);
  TRY(const auto all, documents::Documents::list(session, 0, limits::kDocumentsListedMax));
  std::vector<DocumentId> ids;
  for (const auto& document : all) ids.push_back(document.id);
  return ids;
}

Result<BasisParts> parts_of(Session& session, const Question& question) {
  BasisParts parts;
  TRY(const auto funds, FundStore::list(session, 0, limits::kFundsAskedMax));
  for (const Fund& fund : funds) {
    if (question.fund && fund.id != *question.fund) continue;
    TRY(const std::int64_t version, version_of(session, fund.id));
    parts.funds.emplace_back(fund.id, version);
  }
  TRY(const auto documents, documents_asked(session, question));
  for (const DocumentId document : documents) {
    TRY(const auto version, version_of(session, document));
    if (version) parts.documents.emplace_back(document, *version);
  }
  return parts;
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

template <class Part>
bool has(const std::vector<Part>& parts, const Part& part) {
  return std::find(parts.begin(), parts.end(), part) != parts.end();
}

Result<void> read_what_changed(Session& session, Material& material) {
  static const BasisParts kNone;
  const BasisParts& before = material.before != nullptr ? material.before->parts : kNone;
  for (const auto& fund : material.parts.funds) {
    if (has(before.funds, fund)) continue;
    TRY(LedgerSnapshot snapshot, read_snapshot(session, fund.first));
    material.funds.emplace(fund.first, std::move(snapshot.ledgers));
  }
  for (const auto& document : material.parts.documents) {
    if (has(before.documents, document)) continue;
    TRY(std::optional<pure::DocumentReading> reading, read_document(session, document.first));
    material.readings.emplace(document.first, std::move(reading).value());
  }
  return {};
}

pure::FundAnalysis analysed(pure::Ledger ledger) {
  pure::MetricSet metrics = compute_metrics(ledger);
  std::vector<pure::Check> checks = check_reported(ledger, metrics);
  return {std::move(ledger), std::move(metrics), std::move(checks)};
}

// Adds the fund's ledgers, one per currency.
void add_fund(FundId fund, Material& material, pure::Analysis& into) {
  if (const auto fresh = material.funds.find(fund); fresh != material.funds.end()) {
    for (pure::Ledger& ledger : fresh->second) into.funds.push_back(analysed(std::move(ledger)));
    return;
  }
  for (const pure::FundAnalysis& known : material.before->analysis.funds) {
    if (known.ledger.id == fund) into.funds.push_back(known);
  }
}

pure::DocumentReading reading_of(DocumentId document, Material& material) {
  if (const auto fresh = material.readings.find(document); fresh != material.readings.end())
    return std::move(fresh->second);
  const auto& before = material.before->parts.documents;
  const auto at = std::find_if(before.begin(), before.end(), [&](const auto& part) { return part.first == document; });
  return material.before->analysis.documents[static_cast<std::size_t>(at - before.begin())];
}

}  // namespace

Result<Material> gather(Session& session, AskingShelf& shelf, const Question& question) {
  Material material;
  TRY(material.earlier, earlier_questions(session, question));
  TRY(material.sequence, journal_sequence(session));
  AskingShelf::Kept kept = shelf.find(question.fund);
  if (kept.basis != nullptr) {
    TRY(const bool changed, changed_since(session, kept.sequence));
    if (!changed) material.basis = kept.basis;
  }
  if (material.basis == nullptr) {
    TRY(material.parts, parts_of(session, question));
    if (kept.basis != nullptr && kept.basis->parts == material.parts) material.basis = kept.basis;
  }
  if (material.basis != nullptr) {
    shelf.confirm(question.fund, material.basis.get(), material.sequence);
    return material;
  }
  // What was asked of all funds knows each of them too.
  material.before = kept.basis != nullptr ? std::move(kept.basis) : shelf.find(std::nullopt).basis;
  TRY_DO(read_what_changed(session, material));
  return material;
}

std::shared_ptr<const AskingBasis> basis_of(Material& material) {
  pure::Analysis analysis;
  for (const auto& [document, version] : material.parts.documents)
    analysis.documents.push_back(reading_of(document, material));
  for (const auto& [fund, version] : material.parts.funds) add_fund(fund, material, analysis);
  return std::make_shared<const AskingBasis>(std::move(analysis), std::move(material.parts));
}

}  // namespace dossier::desks::funds
