#pragma once

#include "funds/answer.h"
#include "grounding/check.h"
#include "models/text_model.h"

#include <span>
#include <string>
#include <vector>

namespace dossier::desks::funds {

// The answer's sources as the model sees them and as its words are checked against them: without sentences that are
// addressed to a machine.
std::vector<grounding::SourceText> sources_of(const dossier::funds::Answer& answer);

// Sources and question are data between marks they cannot contain: instructions inside them are only words there.
models::TextRequest first_request(const std::string& question, std::span<const grounding::SourceText> sources,
                                  int tokens_max);

}  // namespace dossier::desks::funds
