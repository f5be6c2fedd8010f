#pragma once

#include "grounding/check.h"
#include "models/text_model.h"

#include <span>
#include <string>
#include <string_view>

namespace dossier::phrasing {

// What a model replies when the sources do not say what it is asked for.
inline constexpr std::string_view kDeclined = "NOT IN SOURCES";

// The text as it may stand between marks: it ends none of them.
std::string inside_marks(std::string_view text);
// At most so many bytes of it, cut between two characters.
std::string beginning(const std::string& text, std::size_t bytes_max);
// The sources as a model sees them: numbered, between marks they cannot contain. Instructions inside are only words.
std::string marked_sources(std::span<const grounding::SourceText> sources);

// The request once more, with what the model wrote and what was wrong with it.
models::TextRequest repair_request(models::TextRequest request, const std::string& written,
                                   std::span<const grounding::Finding> findings);

// The text without marks of citation, for readers who see no numbered sources.
std::string without_citations(std::string_view text);

}  // namespace dossier::phrasing
