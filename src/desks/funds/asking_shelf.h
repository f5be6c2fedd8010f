#pragma once

#include "base/ids.h"
#include "funds/questions/answer_basis.h"

#include <cstdint>
#include <list>
#include <memory>
#include <mutex>
#include <optional>
#include <utility>
#include <vector>

namespace dossier::desks::funds {

inline constexpr std::size_t kBasesOnShelfMax = 64;    // funds (and "all") whose ledgers stay ready for questions
inline constexpr std::size_t kBasesRowsMax = 100'000;  // rows and paragraphs of all of them: some 100 MiB

// The funds and the documents of a basis, each with its version (ledger_versions.h).
struct BasisParts {
  std::vector<std::pair<FundId, std::int64_t>> funds;
  std::vector<std::pair<DocumentId, std::int64_t>> documents;  // in the order of Analysis::documents

  bool operator==(const BasisParts&) const = default;
};

// What questions of one scope are answered from, made ready once: ledgers with their metrics and checks, paragraphs,
// and the words of both made findable.
struct AskingBasis {
  explicit AskingBasis(dossier::funds::Analysis made, BasisParts made_of = {})
      : analysis(std::move(made)), parts(std::move(made_of)), basis(analysis) {}
  AskingBasis(const AskingBasis&) = delete;
  AskingBasis& operator=(const AskingBasis&) = delete;

  std::size_t rows() const;

  const dossier::funds::Analysis analysis;
  const BasisParts parts;
  const dossier::funds::AnswerBasis basis;
};

// The bases of the scopes asked about lately, each with the journal's sequence number up to which it is known to hold:
// every change of a fund, a document or a ledger is an event of the journal in the same transaction. Bounded by scopes
// and by rows; the least recently used go first. Thread-safe.
class AskingShelf {
 public:
  using Scope = std::optional<FundId>;  // nothing: all funds

  struct Kept {
    std::shared_ptr<const AskingBasis> basis;  // null when there is none
    std::int64_t sequence = 0;
  };

  AskingShelf(std::size_t scopes_max, std::size_t rows_max) : scopes_max_(scopes_max), rows_max_(rows_max) {}

  Kept find(Scope scope);
  // Notes that the basis of `scope` still holds at `sequence`. Nothing when another one took its place meanwhile.
  void confirm(Scope scope, const AskingBasis* basis, std::int64_t sequence);
  // A basis of more rows than the whole shelf may hold is not kept.
  void put(Scope scope, std::shared_ptr<const AskingBasis> basis, std::int64_t sequence);

 private:
  struct Entry {
    Scope scope;
    Kept kept;
    std::size_t rows = 0;
  };
  std::list<Entry>::iterator place(Scope scope);
  void shrink();

  const std::size_t scopes_max_, rows_max_;
  std::mutex mutex_;
  std::list<Entry> entries_;  // the most recently used first
  std::size_t rows_ = 0;
};

}  // namespace dossier::desks::funds
