#pragma once

#include "funds/ledger/metrics.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// What a term of private-fund reports means, in general words; a document's own definition goes before it.
struct Definition {
  std::string_view title;                    // "Paid-in capital (PIC)"
  std::string_view text;                     // one or two sentences
  std::optional<Metric> metric = {};         // the figure of a fund it names
  std::vector<std::string_view> names = {};  // how it is called: "pic", "paid in capital"
};

// The definitions of the terms among folded words, in their order, the longest at each place, none twice.
std::vector<const Definition*> find_definitions(std::span<const std::string> words);

}  // namespace dossier::funds
