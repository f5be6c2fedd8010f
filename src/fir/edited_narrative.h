#pragma once

#include "fir/case.h"
#include "fir/draft.h"

namespace dossier::fir {

// What an account of the complaint must hold, a line each: "a witness: Suresh Yadav". Kept with the narrative that the
// machine proposed, so that an officer's edit can be held against it.
std::string must_hold(const Draft& draft, const reading::Text& text);

// What the officer's narrative leaves out of that (`held` by the version that was edited), and the numbers and names in
// it that nobody gave: neither the transcript in any version, nor a fact, nor the machine's own account. An officer's
// own words are no fault, so a thing is missed when most of its words are, and a threat, which stands verbatim, when
// any is. One line for each; it warns and forbids nothing.
std::vector<std::string> check_edited_narrative(const Case& state, std::string_view held, const std::string& narrative);

}  // namespace dossier::fir
