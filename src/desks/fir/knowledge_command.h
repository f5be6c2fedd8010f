#pragma once

#include <iosfwd>
#include <string>

namespace dossier::desks::fir {

// `dossier knowledge check`: every entry is complete, refers to nothing that is not there, catches the complaint it
// says it catches and leaves its near miss alone. One line for each fault. Returns the exit status: 0 all is well,
// 1 faults, 3 the files cannot be read. `folder` is empty for the knowledge built in.
int run_knowledge_check(const std::string& folder, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::fir
