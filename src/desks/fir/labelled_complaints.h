#pragma once

#include "base/result.h"

#include <set>
#include <string>
#include <vector>

namespace dossier::desks::fir {

// A complaint with what a careful officer would make of it: a row of tests/fir/*.jsonl.
struct LabelledComplaint {
  std::string id, text;
  std::set<std::string> routes;      // those that are right
  std::set<std::string> gold;        // sections by the Sanhita and other acts, whatever the law of the day
  std::set<std::string> wanted;      // sections to be cited: gold, or the old code's where its law is IPC
  std::set<std::string> acceptable;  // neither wanted nor wrong
};

// Every row of a JSON Lines file. Fails with not_found for a file that cannot be opened, with unreadable and the line
// for a row without text or route.
Result<std::vector<LabelledComplaint>> read_labelled_complaints(const std::string& file);

// A line that names these complaints by their number and a digest of their texts and labels, in whatever order they
// come: the head of experience.tsv says by it what it was learned from.
std::string lessons_heading(const std::vector<LabelledComplaint>& complaints);

}  // namespace dossier::desks::fir
