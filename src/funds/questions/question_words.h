#pragma once

#include "reading/amounts.h"
#include "reading/dates.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// A question as words that rules can match. Numbers and dates are one word each, however many the person typed.
struct QuestionWord {
  std::string text;     // folded, corrected: "distribution"; empty for numbers and dates
  std::string spelled;  // as typed, without the punctuation around it
  std::optional<reading::NumberText> number = {};
  std::optional<reading::DateText> date = {};  // "30 June 2023", "Q1 2023", "June 2023"
  bool capital = false;  // typed with a capital first letter, and not the first word of a sentence
  bool pause = false;    // a comma or semicolon follows
  bool used = false;     // some rule has taken it: what stays unused must be explained otherwise

  // 2023, but neither "$2,023" nor "2.0".
  std::optional<int> year() const;
  // "3", "#3", "3rd": a small whole number.
  std::optional<int> ordinal() const;
};
using QuestionWords = std::vector<QuestionWord>;

QuestionWords question_words(std::string_view question);

}  // namespace dossier::funds
