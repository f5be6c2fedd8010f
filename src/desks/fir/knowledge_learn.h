#pragma once

#include <iosfwd>
#include <string>
#include <vector>

namespace dossier::desks::fir {

// `dossier knowledge learn FILE.jsonl ... > experience.tsv`: works out from labelled complaints (and from the
// examples of the entries themselves) which words set the complaints of each section apart, and writes them as
// experience.tsv (fir/experience.h). One logistic regression for each section with L2 penalty, by liblinear (Fan et al.
// 2008, "LIBLINEAR: a library for large linear classification"), and how often sections stand together. A section that
// a row merely allows is neither for nor against. Takes a minute. The second line is lessons_heading
// (labelled_complaints.h) of the complaints, so that a test can tell whether experience.tsv is of the present ones.
struct LearnOptions {
  std::vector<std::string> files;
  std::string knowledge_folder;  // empty: the knowledge built in
  bool progress = false;         // told section by section on `err`, for a terminal
};

// Returns 0, or 3 for a file that cannot be read.
int run_knowledge_learn(const LearnOptions& options, std::ostream& out, std::ostream& err);

}  // namespace dossier::desks::fir
