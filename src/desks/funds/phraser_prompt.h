#pragma once

#include "funds/questions/answer.h"
#include "grounding/check.h"
#include "models/text_model.h"

#include <span>
#include <string>
#include <vector>

namespace dossier::desks::funds {

// The answer's sources as the model sees them and as its words are checked against them: without sentences that are
// addressed to a machine.
std::vector<grounding::SourceText> sources_of(const dossier::funds::Answer& answer);

// An answer computed from a ledger, in the rules' words: the one source of a text in its place.
std::vector<grounding::SourceText> figures_of(const dossier::funds::Answer& answer);

enum class PhraseKind {
  quotation,  // what passages say, each sentence with its source
  figures,    // a computed answer in better words: every figure of it and no other
};

// Sources and question are data between marks they cannot contain: instructions inside them are only words there.
models::TextRequest first_request(PhraseKind kind, const std::string& question,
                                  std::span<const grounding::SourceText> sources, int tokens_max);

}  // namespace dossier::desks::funds
