#pragma once

#include "reading/tables.h"

#include <optional>
#include <string>
#include <utility>

namespace dossier::funds {

// One of two funds that share a page.
struct FundBeside {
  std::string name;
  reading::PageLayout layout;
};

// The two halves of a page on which two funds stand side by side, each under its own name on one line, with no table
// across the middle. What stands above their names belongs to both. Nothing for any other page.
std::optional<std::pair<FundBeside, FundBeside>> funds_beside(const reading::PageLayout& layout);

}  // namespace dossier::funds
