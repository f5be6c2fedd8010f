#pragma once

#include "desks/funds/asking.h"

#include <map>
#include <memory>
#include <string>
#include <vector>

// What a question is answered from, as one look at the database finds it.
namespace dossier::desks::funds {

// What is kept about one question's scope. Only what changed since the last basis of the scope is read; the rest is
// taken from there.
struct Material {
  std::vector<std::string> earlier;          // questions of the conversation, oldest first
  std::int64_t sequence = 0;                 // of the journal when it was read
  std::shared_ptr<const AskingBasis> basis;  // when the one on the shelf still holds; then all that follows is empty
  BasisParts parts;
  std::shared_ptr<const AskingBasis> before;  // may be null; has what is neither in `funds` nor in `readings`
  std::map<FundId, std::vector<dossier::funds::Ledger>> funds;
  std::map<DocumentId, dossier::funds::DocumentReading> readings;  // passages yet to be added
};

Result<Material> gather(store::Session& session, AskingShelf& shelf, const Question& question);

// A basis of all parts. Computes metrics: for the compute pool.
std::shared_ptr<const AskingBasis> basis_of(Material& material);

}  // namespace dossier::desks::funds
