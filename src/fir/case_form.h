#pragma once

#include "fir/case.h"

namespace dossier::fir {

enum class FormCopy : std::uint8_t { full, redacted };
constexpr auto names_of(FormCopy) {
  using namespace std::string_view_literals;
  return std::array{"full"sv, "redacted"sv};
}

// The report as text: the fifteen items from what stands in the case, what nobody gave visibly blank, "DRAFT" until it
// is final. A written or electronic complaint stands verbatim in item 12; for oral information the narrative does. The
// redacted copy leaves out who the victim and the informant are.
std::string write_form(const Case& state, FormCopy copy);

// `text` with every protected name of the case replaced, also a single word of a name. As it is when the case is not
// sensitive.
std::string redacted(const Case& state, std::string_view text);

// Whether the first word of a protected name stands in the text of a sensitive case.
bool names_protected(const Case& state, std::string_view text);

}  // namespace dossier::fir
