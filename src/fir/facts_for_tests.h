#pragma once

#include "fir/facts.h"
#include "fir/knowledge_for_tests.h"

#include <string>

namespace dossier::fir {

// The facts of a complaint that is reported on 1 June 2026.
inline Facts facts_of(const std::string& words) {
  const auto& knowledge = knowledge_for_tests();
  const auto parsed = reading::Text::of(words).value();
  reading::CueText text(parsed, knowledge.vocabulary());
  return read_facts(text, knowledge, Date::of(2026, 6, 1));
}

}  // namespace dossier::fir
