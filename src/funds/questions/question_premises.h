#pragma once

#include <string>
#include <string_view>

namespace dossier::funds {

// A message whose first sentence states what the next one asks about, said as one: "NAV falls 15%. TVPI?" as "if NAV
// falls 15%, TVPI?", "Net IRR is not printed. Can you calculate it?" as "calculate net IRR", and without "assume no
// further calls", which nothing else supposes either. All else stays as it was typed. Internal to the room.
std::string with_premises_joined(std::string_view message);

}  // namespace dossier::funds
