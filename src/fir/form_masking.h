#pragma once

#include "fir/form.h"

namespace dossier::fir {

inline constexpr std::string_view kWithheld = "[withheld]";

// The facts without anything by which the victim of a sexual offence or a child may be known (BNS 72, POCSO 23, JJ Act
// 74). The informant's particulars, the place and the relatives and addresses of the accused are withheld whole. In
// every other text go, word by word, the protected names, the informant's and his family's and those of an accused
// whose age is stated as below eighteen, also spelled otherwise ("Suneeta" for "Sunita"); addresses and places wherever
// they are repeated; long numbers and electronic addresses (telephones, accounts, UPI ids, Aadhaar). The station and
// its officers stay. A caller who knows more by which she may be known (a school, a workplace) adds it to
// `protected_names`.
FormFacts without_identities(FormFacts facts);

}  // namespace dossier::fir
