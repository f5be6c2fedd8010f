#pragma once

#include "funds/reports/headline_strips.h"
#include "reading/amounts.h"

#include <optional>

// The value that stands behind a label: internal to reading headlines.
namespace dossier::funds {

struct Value {
  reading::NumberText number;
  std::string printed;
  reading::Box box;
};

enum class Wanted { multiple, rate, money };

// The first value of the sort that is wanted, from a piece on and before `next`, within a few words. Nothing when a
// figure of another sort, or the end of a sentence, stands before it.
std::optional<Value> value_after(const Strip& strip, std::size_t from, std::size_t next, Wanted wanted,
                                 const DocumentStyle& style);

// Without the marks that end a clause: "31 March 2024," or "0.39x.".
std::string without_trailing(std::string text);

}  // namespace dossier::funds
