#pragma once

#include "fir/case_commands.h"
#include "fir/draft.h"

namespace dossier::desks::fir {

// The draft of a complaint as what the workflow proposes.
dossier::fir::Preparation preparation_of(const dossier::fir::Draft& draft);

// The offence as the officer named it, filled in from the knowledge where it is known there.
dossier::fir::CaseOffence named_offence(const dossier::fir::Knowledge& knowledge, const std::string& act,
                                        const std::string& section, const std::string& title);

}  // namespace dossier::desks::fir
