#pragma once

#include "funds/questions/question_typed.h"

namespace dossier::funds {

// Writes what is said in words as a number where a figure moves or a scale follows: "by a tenth" as "by 10%", "two and
// a half million" as "2.5 million". Internal to the room.
void write_numbers(Typed& typed);

}  // namespace dossier::funds
