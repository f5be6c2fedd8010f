#pragma once

#include "grounding/facts.h"

#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dossier::grounding {

// A number of things: "two boys", "3 gold chains", "both sons", "a single company".
struct Count {
  std::string value;                // as in Fact::key: "2e0"
  std::vector<std::string> things;  // stems of the words behind it that may be what is counted, the likeliest first
  std::size_t first = 0, last = 0;  // tokens
  bool article = false;             // "a boy": one, said in passing
};
std::vector<Count> counts_of(const reading::Text& text, const std::vector<Fact>& facts);

// What the sources count, so that two boys are not two motorcycles.
class Counted {
 public:
  void add(const reading::Text& text, const std::vector<Fact>& facts);
  // Whether the sources count these things otherwise, and never so. Things they do not name contradict nothing, but
  // for units of measure: two days are no two years.
  bool contradict(const Count& claim) const;

 private:
  bool contradict_one(const Count& claim) const;

  std::unordered_map<std::string, std::set<std::string>> values_;  // by stem; persons are one thing
  std::unordered_set<std::string> alone_, several_;                // named uncounted in the singular, in the plural
};

}  // namespace dossier::grounding
