#pragma once

#include "base/result.h"

#include <iosfwd>
#include <string>
#include <vector>

namespace dossier::desks::fir {

// `dossier knowledge measure FILE.jsonl ...`: drafts labelled complaints and tells every one that came out otherwise
// than its label: which section was missed and why, which was proposed without need and on which words, which route.
// The last line is the sum. A row is an object with text, law, route (one or a list of those allowed), gold, gold_ipc
// (what counts when law is IPC), acceptable (neither for nor against) and, to choose by, tags.
struct MeasureOptions {
  std::vector<std::string> files;
  std::string section;           // only rows where this section was missed or wrongly proposed; empty: all
  bool quiet = false;            // the sum alone
  std::string knowledge_folder;  // empty: the knowledge built in
};

// What labelled complaints came to. A section that is right in its number and wrong in its sub-section is half a hit.
struct LabelScore {
  int cases = 0, routed = 0, other_than_fir = 0, other_than_fir_routed = 0;
  int gold = 0, proposed = 0, wrong = 0;
  int faulty = 0;  // not drafted at all, or the coverage check found something lost or added
  double hit = 0;

  double recall() const { return gold == 0 ? 1 : hit / gold; }
  double precision() const { return proposed == 0 ? 1 : 1 - static_cast<double>(wrong) / proposed; }
};

// Measures, and writes what came out otherwise to `out`. Fails with not_found or invalid_argument for a file that
// cannot be read, with its line.
Result<LabelScore> measure_complaints(const MeasureOptions& options, std::ostream& out);

// Returns 0, or 3 for a file that cannot be read, with its line.
int run_knowledge_measure(const MeasureOptions& options, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::fir
