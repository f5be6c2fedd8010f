#pragma once

#include "fir/case.h"

namespace dossier::fir {

// What was written down from a recording or a picture may be wrong in any word: nothing is made of it, quoted from it
// or found in it before a person approved it.

// Whether the version that counts is one that nobody has approved yet, or there is none. Never of a complaint that came
// as text.
bool transcript_unread(const Case& state);

// The latest version that somebody approved; null: there is none.
const StepVersion* approved_transcript(const Case& state);

}  // namespace dossier::fir
