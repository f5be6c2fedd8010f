#pragma once

#include "reading/phrases.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

// The words of time in questions, as tables. Internal to the room.
namespace dossier::funds {

// How a word stands to the date after it.
enum class Relation { in, before, after, since, until, as_of, opening, between, outside };
const reading::PhraseTable<Relation>& time_relations();

inline constexpr std::array<std::string_view, 4> kOrdinals = {"first", "second", "third", "fourth"};

// 1 for "january", "jan", "janvier"; nothing when the word is no month.
std::optional<int> month_named(std::string_view word);

// Months in the unit: 12 for "year" and "years", 3 for quarters, 1 for months; 0 when it is none.
int months_in(std::string_view unit);

// All words of these tables, for spelling.
const std::vector<std::string>& period_words();

}  // namespace dossier::funds
