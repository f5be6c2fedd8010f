#pragma once

#include "fir/case.h"
#include "fir/form.h"

namespace dossier::fir {

// What a case gives the form: its steps as they stand now, and the facts with who gave them. A written or electronic
// complaint goes in as first given, whatever was corrected for reading; a recording or a picture as its transcript was
// approved last, and not at all before that.
FormFacts form_facts(const Case& state);

// The form as plain text: what the step `final` shows.
std::string form_text(const Case& state);

}  // namespace dossier::fir
