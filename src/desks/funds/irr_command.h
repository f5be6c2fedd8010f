#pragma once

#include <istream>
#include <ostream>
#include <string>

namespace dossier::desks::funds {

struct IrrOptions {
  std::string file;  // "-" reads `standard_input`
  bool json = false;
  std::istream* standard_input = nullptr;  // needed for "-" only; outlives the call
};

// `dossier funds irr FILE.csv [--json]`: the rate or rates of a list of cash flows. Answers on `out`; errors on `err`,
// one line. A file that cannot be read as flows still gets its JSON (status "invalid" with the reason). Returns the
// exit status (base/exit_status.h).
int run_irr_command(const IrrOptions& options, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::funds
