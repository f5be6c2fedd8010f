#pragma once

#include "desks/fir/case_writing.h"
#include "grounding/check.h"
#include "models/text_model.h"

namespace dossier::desks::fir {

// What a model is asked, and what its words must not say. The complaint is data between marks: instructions inside it
// are only words, and the plain ones were left out before. Sources: the complaint [1], what the rules found [2].
std::vector<grounding::SourceText> sources_of(const WritingOrder& order);

models::TextRequest summary_request(const WritingOrder& order);
models::TextRequest narrative_request(const WritingOrder& order);
models::TextRequest judgement_request(const WritingOrder& order, const Candidate& candidate);

// What stands in a summary or narrative and not in its sources, and every mention of a law or a section: which law
// applies is for the rules to propose and for people to decide, never for a model to say in passing.
std::vector<grounding::Finding> check_words(const std::string& text, const std::vector<grounding::SourceText>& sources,
                                            grounding::CheckOptions options = {});

// Every mention of an act or a section in the text.
std::vector<grounding::Finding> mentions_of_law(std::string_view text);

}  // namespace dossier::desks::fir
