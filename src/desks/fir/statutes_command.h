#pragma once

#include "store/database.h"

#include <iosfwd>
#include <string>
#include <vector>

// `dossier knowledge statutes ...`: the text of the law that a user loads (statutes.h). Errors go to `err`, a line for
// each; the exit status is returned.
namespace dossier::desks::fir {

struct StatutesLoad {
  std::vector<std::string> files;
  std::string act, source;  // of lines that do not say
};
// Each act in the files replaces what was loaded of it; a file with a fault is not loaded, nor is any after it.
int run_statutes_load(store::Database& database, const StatutesLoad& load, WallTime now, std::ostream& out,
                      std::ostream& err);
int run_statutes_remove(store::Database& database, const std::string& act, std::ostream& out, std::ostream& err);

// `file` is that of the configuration, empty for none; it counts over what was loaded.
struct StatutesLook {
  std::string file;
  std::string section;  // "BNS 303(2)": its text; or
  std::string words;    // a search; or, when both are empty, the acts
  std::string act;      // of the search: this one alone
  std::size_t count = 10;
};
int run_statutes_look(store::Database& database, const StatutesLook& look, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::fir
