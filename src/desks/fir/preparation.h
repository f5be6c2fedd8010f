#pragma once

#include "fir/case_commands.h"
#include "fir/draft.h"

namespace dossier::desks::fir {

// The draft of a complaint as what the workflow proposes.
dossier::fir::Preparation preparation_of(const dossier::fir::Draft& draft);

// What the knowledge says of an offence, under the section it holds it by.
dossier::fir::CaseOffence offence_of(const dossier::fir::Offence& offence);

}  // namespace dossier::desks::fir
