#pragma once

#include "desks/fir/transcriber.h"

#include <functional>
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
  // Writes down a recording or a picture; asked when the file is one.
  std::function<Result<Transcribed>(dossier::fir::Original original, std::string bytes)> transcribe;
};

// `dossier fir draft FILE|- [--json] [--pdf OUT.pdf] [--set field=value]...`: every step of a complaint as a draft,
// never finalisable. A recording or a picture (original_format.h) is written down by the configured model server first.
// Answers on `out`, errors on `err`, one line. Returns the exit status: 0 done, 1 done but a person has to ask the
// informant or to compare a transcript with its original, 2 a bad --set, 3 the file cannot be read, 4 failed, also for
// want of a model server.
int run_draft_command(const DraftOptions& options, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::fir
