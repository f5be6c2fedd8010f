#pragma once

#include "funds/ledger/row_named.h"
#include "funds/questions/question_words.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

// Rows that a question names by their place. Internal to the room.
namespace dossier::funds {

struct RowInWords {
  RowNamed row;
  std::size_t end = 0;  // of the words that name it
};

// "the second call", "the very last distribution", "call 3", "drawdown no. 4" at `at`. `texts`: those of the words that
// are free, empty for the others.
std::optional<RowInWords> row_in_words(const QuestionWords& words, std::span<const std::string> texts, std::size_t at);

// Two rows joined by one of `joints`: "the first call and the last distribution", "call 1 to call 2"; also where the
// kind is said once: "the second and the fourth call", "calls 2 and 4".
struct RowPair {
  RowNamed first, second;
  std::size_t end = 0;
};
std::optional<RowPair> rows_in_words(const QuestionWords& words, std::span<const std::string> texts, std::size_t at,
                                     std::span<const std::string_view> joints);

// "the first to the third" at the end of the words, after the kind they are of: "calls from the first to the third".
std::optional<RowPair> places_in_words(const QuestionWords& words, std::span<const std::string> texts, std::size_t at,
                                       std::span<const std::string_view> joints, RowKind kind);

}  // namespace dossier::funds
