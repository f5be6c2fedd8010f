#pragma once

#include "fir/form.h"
#include "fir/identity_mask.h"

namespace dossier::fir {

// The facts without anything by which the victim of a sexual offence or a child may be known (BNS 72, POCSO 23, JJ Act
// 74). The informant's particulars, the place, the victims and the relatives and addresses of the accused are withheld
// whole; so is an accused who is a child or is called somebody's kin. All running text, an edited narrative as well,
// goes through an IdentityMask that knows these names and places and looks for what it does not know. The station and
// its officers stay. `redaction.hide` and `redaction.show` of the values are the officer's own marks and have the last
// word. `marks` takes what was blacked out of complaint and narrative, and how often.
FormFacts without_identities(FormFacts facts, IdentityMask::Marks* marks = nullptr);

}  // namespace dossier::fir
