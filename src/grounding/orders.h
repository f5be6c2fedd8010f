#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dossier::grounding {

// A text without the sentences that address the machine reading it ("ignore all previous instructions and ..."), and
// those sentences. They are facts about the document, not of it: a model need not see them, and a text that repeats
// them must not count as grounded. Only what is plainly such is taken: everything else in a source is data between
// marks.
struct WithoutOrders {
  std::string text;
  std::vector<std::string> orders;
};
WithoutOrders take_orders(std::string_view text);

}  // namespace dossier::grounding
