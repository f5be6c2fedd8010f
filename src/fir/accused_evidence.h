#pragma once

#include "fir/name_deeds.h"

namespace dossier::fir {

// What speaks for and against a name being that of an accused, in points. The references must outlive it.
class AccusedEvidence : protected NameDeeds {
 protected:
  static constexpr double kVerbAtOnce = 2.5, kVerbFurther = 1.5;  // a wrong told at once behind the name, or further on

  using NameDeeds::NameDeeds;

  // Words in front of the name that say who it is: "neighbour Kallu", "one Ajay", "accused Ravi".
  double words_before(const NameRun& run) const;
  bool recognised_by_the_informant(std::size_t verb) const;
  // "along with his son Amol", "aur uska beta Gajendra": of the family of whoever does it.
  bool comes_along(std::size_t kin) const;
  // "Ritu's brother Naveen", "Deepak's elder brother Nabin".
  bool kin_of_another(std::size_t kin) const;
  // "gave my car to X", "married to X", "wife of X", "the house of X" raided: whom the dealing was with.
  double counterpart(std::size_t at) const;
  // "seized 25 kg of ganja from Salim", "recovered from the pocket of Bunty".
  bool found_on(std::size_t from) const;
  // The verb that the name is the subject of.
  double verb_after(const NameRun& run) const;
  // "Ravi ko lathi se maara": it was done to him.
  bool beaten_behind(std::size_t at) const;
  // "Irfan (24) ko": the token behind an age that stands at token `at`.
  std::size_t behind_the_age(std::size_t at) const;
  const NameRun* following(const NameRun& run) const;
};

}  // namespace dossier::fir
