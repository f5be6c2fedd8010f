#pragma once

#include "fir/name_roles.h"

namespace dossier::fir {

// What the words behind a name say its bearer did or suffered, when that is no wrong of his own. The references must
// outlive it.
class NameDeeds : protected NameRoles {
 protected:
  using NameRoles::NameRoles;

  // "Dinesh was murdered", "Sunil is in ICU", "my father Ram died", "stabbed Sunil".
  bool suffered_harm(const NameRun& run) const;
  // "Ram Lal left home and did not return", "Payal is missing".
  bool is_looked_for(const NameRun& run) const;
  // "Mrs Kulkarni told me to come here", "Mohan informed me of it", "Ramesh called the police".
  bool advised_or_informed(const NameRun& run) const;
  // "Neha brought me to hospital", "Dr. Rao operated him", "Dr. Shah gave 4 stitches": who does so stands on the side
  // of whom it was done to. Not where the same sentence tells an assault, or what a hospital may be abused for.
  bool helped(std::size_t verb) const;
  // "Our girl Muskan was taken away".
  bool wronged(const NameRun& run) const;

 private:
  // The first token behind the name that is no age, no "s/o" and no bracket.
  std::size_t behind_its_details(const NameRun& run) const;
  bool gave_treatment(std::size_t verb) const;
};

}  // namespace dossier::fir
