#pragma once

#include "load/overload.h"

#include <iosfwd>

namespace dossier::load {

struct LoadOptions {
  std::string target, scenario, api_key;
  std::size_t clients = 0;  // 0: what suits the scenario
  double seconds = 10;
  double rate = 0;               // passes a second; 0: closed loop
  std::uint64_t passes_max = 0;  // 0: no bound
  double pass_seconds = 60;
  std::string question, file;  // file: a path
  bool json = false;
};

// `dossier load`: progress goes to `err` once a second, the report to `out`. Gives the exit status: done, or flagged
// when the scenario has a verdict and it is FAIL, or when nothing at all went well.
int run_load_command(const LoadOptions& options, std::ostream& out, std::ostream& err);

}  // namespace dossier::load
