#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace dossier::desks::fir {

struct DraftOptions {
  std::string file;  // "-" reads `standard_input`
  bool json = false;
  bool colour = false;                     // `out` is a terminal
  std::vector<std::string> sets;           // "field=value", see fir/given.h
  std::string pdf;                         // write the form there as PDF; empty: not
  std::string knowledge_folder;            // empty: the knowledge built in
  std::istream* standard_input = nullptr;  // needed for "-" only; outlives the call
};

// `dossier fir draft FILE|- [--json] [--pdf OUT.pdf] [--set field=value]...`: every step of a complaint as a draft,
// never finalisable. Answers on `out`, errors on `err`, one line. Returns the exit status: 0 done, 1 done but the
// informant has to be asked, 2 a bad --set, 3 the text cannot be read, 4 failed.
int run_draft_command(const DraftOptions& options, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::fir
