#pragma once

#include "funds/questions/question_typed.h"

namespace dossier::funds {

// "The adjustment of 29 October 2021: did the LPs receive or pay this cash?", "the first one, dated 28.12.2018, what is
// it for" as "..., what happened with it": what a row was for and what it did to the totals is one answer. Internal to
// the room.
void say_what_happened_with_it(Typed& typed);

}  // namespace dossier::funds
