#pragma once

#include <filesystem>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace dossier::desks::funds {

struct AnalyseOptions {
  std::vector<std::filesystem::path> files;
  std::string password = {};
  std::optional<std::string> as_of = {};  // YYYY-MM-DD; absent: each fund as of its newest report
  std::filesystem::path index = {};       // CSV of a public index to compare with; empty: none
  bool json = false;
  bool colour = false;                // `out` is a terminal
  bool progress = false;              // `err` is a terminal
  std::filesystem::path worker = {};  // empty: beside the program
};

// `dossier funds analyse`: ledger, metrics, printed figures against computed ones, flags. Returns the exit status:
// 0 done, 1 done with flags that need a person, 3 a file could not be read.
int run_analyse_command(const AnalyseOptions& options, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::funds
