#pragma once

#include <iosfwd>
#include <string>

namespace dossier::desks::fir {

// `dossier knowledge check`: every entry is complete, refers to nothing that is not there, catches the complaint it
// says it catches and leaves its near miss alone. Every fault is named at once, one line each, with file and line.
// Returns the exit status: 0 all is well, 1 faults, 3 faults that keep the files from being worked with. `folder` is
// empty for the knowledge built in.
int run_knowledge_check(const std::string& folder, std::ostream& out, std::ostream& err);

// `dossier knowledge schema`: the JSON Schema of the files, as knowledge/schema.json holds it. Returns 0.
int run_knowledge_schema(std::ostream& out);

// `dossier knowledge explain SECTION FILE|-`: how one offence ("BNS 309(4)") or situation ("civil") fares against a
// complaint, ingredient by ingredient, proposed or not. Returns 0, 2 for a section the knowledge does not hold, 3 for a
// text that cannot be read.
struct ExplainOptions {
  std::string section, file;
  std::string knowledge_folder;            // empty: the knowledge built in
  std::istream* standard_input = nullptr;  // needed for "-" only; outlives the call
};
int run_knowledge_explain(const ExplainOptions& options, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::fir
