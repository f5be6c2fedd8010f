#pragma once

#include "base/result.h"
#include "desks/fir/statutes.h"

#include <string>
#include <string_view>
#include <vector>

namespace dossier::desks::fir {

// What every line of a file has that does not say otherwise.
struct StatuteDefaults {
  std::string act;     // empty: each line names its own
  std::string source;  // empty: each line names its own
};

// Statutes as JSON Lines: each line an object with "act", "section" (a text or a number), "text" and, where they are
// known, "title" and "source". Other members are left aside, empty lines too. `faults` names every line that is none,
// as "line 7: ..."; a file with faults is not to be used.
struct StatuteLines {
  std::vector<StatuteSection> sections;
  std::vector<std::string> faults;  // at most limits::kStatuteFaultsMax, then how many there are more
};
StatuteLines read_statute_lines(std::string_view lines, const StatuteDefaults& defaults);

// The same of a file, whose name is the source where no other is given. Fails with not_found, too_large
// (limits::kStatuteFileBytesMax), and with invalid_argument, naming every faulty line.
Result<std::vector<StatuteSection>> read_statute_file(const std::string& file, StatuteDefaults defaults);

}  // namespace dossier::desks::fir
