#pragma once

#include "store/database.h"

#include <iosfwd>

namespace dossier::desks::fir {

struct CasesListing {
  std::string status, route, words;  // empty: all
  std::int64_t count = 20;
  bool json = false;
};

// `dossier fir cases list`: the newest cases of a data folder, also beside a running server. Of sensitive cases nothing
// that tells who the victim is. Returns the exit status: 0 done, 2 an unknown status.
int run_cases_list(store::Database& database, const CasesListing& wanted, std::ostream& out, std::ostream& err);

// `dossier fir cases show ID`: one case with its steps, questions and duties. Returns the exit status: 0 done, 1 done
// and the case waits for a person, 3 there is no such case.
int run_cases_show(store::Database& database, std::int64_t id, bool json, WallTime now, std::ostream& out,
                   std::ostream& err);

}  // namespace dossier::desks::fir
