#pragma once

#include <string>
#include <string_view>

namespace dossier::funds {

// A message whose first sentences state what the last one asks about, said as one: "NAV falls 15%. TVPI?" as "if NAV
// falls 15%, TVPI?", "Net IRR is not printed. Can you calculate it?" as "calculate net IRR", "We expect another $1m
// distribution. If it comes, what is the DPI?" as one condition; and without "No IRR is printed." and "Thanks.", which
// bear on nothing. All else stays as it was typed. Internal to the room.
std::string with_premises_joined(std::string_view message);

}  // namespace dossier::funds
