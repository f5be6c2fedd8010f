#pragma once

#include "funds/metrics.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>

namespace dossier::funds {

// What a term of private-fund reports means, in general words; a document's own definition goes before it.
struct Definition {
  std::string_view title;             // "Paid-in capital (PIC)"
  std::string_view text;              // one or two sentences
  std::optional<Metric> metric = {};  // the figure of a fund it names
};

// The definition of the longest term among folded words; nullptr when they hold none.
const Definition* find_definition(std::span<const std::string> words);

}  // namespace dossier::funds
