#pragma once

#include "grounding/bearers.h"

#include <string>
#include <vector>

namespace dossier::grounding {

// Who is said to do something: the nearest bearer, pronoun or kind of person before the verb, or behind "by".
struct Deed {
  enum class Doer { nobody_said, bearer, first_person, pronoun, informant, office, other };
  std::string verb;  // by stem
  Doer doer = Doer::nobody_said;
  std::vector<Bearer> bearers;   // of Doer::bearer: all that are joined by "and"
  std::string office = {};       // of Doer::office: "manager", "administrator"
  std::vector<Bearer> patients;  // bearers to whom it was done: "Vinod was beaten"
  std::size_t at = 0;            // token of the verb
};
std::vector<Deed> deeds_of(const reading::Text& text);

// What kind of deed a verb is, by stem.
bool is_harm(std::string_view stem);
bool is_telling(std::string_view stem);
bool is_witnessing(std::string_view stem);

}  // namespace dossier::grounding
