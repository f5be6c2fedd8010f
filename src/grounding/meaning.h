#pragma once

#include "grounding/source.h"

#include <vector>

namespace dossier::grounding {

// What no single fact gives away: other numbers of the same things, "all" for "half", two persons joined to one name,
// one person's deed told of another, murder where a phone was taken, a denial turned round. Only the sentences of
// `text` that are `asked` for, by number.
std::vector<Finding> compare_meaning(const reading::Text& text, const std::vector<bool>& asked,
                                     const std::vector<const Source*>& sources, CheckOptions options);

}  // namespace dossier::grounding
