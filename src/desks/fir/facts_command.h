#pragma once

#include "store/database.h"

#include <iosfwd>

namespace dossier::desks::fir {

// `dossier fir cases facts ID`: the facts of a case, with `history` every value they ever had. Returns the exit status:
// 0 done, 3 there is no such case.
int run_facts_list(store::Database& database, std::int64_t id, bool history, bool json, std::ostream& out,
                   std::ostream& err);

// What an officer corrects of a kept case.
struct FactsCorrection {
  std::int64_t id = 0;
  std::vector<std::string> sets;  // "accused.2.name=Kalu"; an empty value takes it out
  std::string reason, officer;    // empty officer: the principal
  std::string principal;
  bool json = false;
};

// `dossier fir cases correct ID --set field=value`: as PUT /api/cases/{id}/facts, while no server has the folder; the
// steps that have to be prepared anew are at the server's next start. Returns the exit status: 0 done, 2 a field or
// value that is none, 3 there is no such case.
int run_facts_correct(store::Database& database, const FactsCorrection& wanted, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::fir
