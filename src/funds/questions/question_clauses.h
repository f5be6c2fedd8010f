#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// One question of a message; `joined`: it stands in the same sentence as the one before it.
struct Clause {
  std::string text;
  bool joined = false;
};

// Questions of one message: split at question marks and between clauses that each ask ("... and how many ...?"). What
// is said before a question belongs to it ("The report says 12.5%. Is that right?").
std::vector<Clause> split_questions(std::string_view message);

}  // namespace dossier::funds
