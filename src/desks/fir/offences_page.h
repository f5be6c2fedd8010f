#pragma once

#include "desks/fir/statutes.h"
#include "fir/case.h"
#include "publish/sheet.h"

namespace dossier::desks::fir {

// The offences of a case for somebody who has to judge them: each with its class and court, its table of ingredients
// with the complaint's own words, and beside it the text of the section where the user has loaded it. A page to read,
// no document of the case.
publish::Sheet offences_sheet(const dossier::fir::Case& state, const Statutes& statutes);

}  // namespace dossier::desks::fir
