#pragma once

#include "funds/answer.h"
#include "grounding/check.h"
#include "models/text_model.h"

#include <span>
#include <string>
#include <vector>

namespace dossier::desks::funds {

// What a model replies when the sources do not answer the question.
inline constexpr std::string_view kDeclined = "NOT IN SOURCES";

// The answer's sources as the model sees them and as its words are checked against them.
std::vector<grounding::SourceText> sources_of(const dossier::funds::Answer& answer);

// Sources and question are data between marks they cannot contain: instructions inside them are only words there.
models::TextRequest first_request(const std::string& question, std::span<const grounding::SourceText> sources,
                                  int tokens_max);
// The same once more, with what the model wrote and what was wrong with it.
models::TextRequest repair_request(models::TextRequest request, const std::string& written,
                                   std::span<const grounding::Finding> findings);

}  // namespace dossier::desks::funds
