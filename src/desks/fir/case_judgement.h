#pragma once

#include "desks/fir/case_writing.h"

#include <string_view>

namespace dossier::desks::fir {

// What a model's reply says of a candidate; nothing when it begins with neither YES nor NO. The reason is kept only
// when all its facts stand in the complaint or in the offence's description and it names no law; the quotations in it
// are evidence only where they stand word for word in the transcript, two words at least. Pure; some milliseconds.
std::optional<Judgement> read_judgement(std::string_view reply, const WritingOrder& order, const Candidate& candidate,
                                        std::string_view transcript);

}  // namespace dossier::desks::fir
