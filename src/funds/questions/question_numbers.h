#pragma once

#include "funds/questions/question_words.h"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::funds {

// Numbers as people write them in questions: "1.5m", "two million", "20 per cent", "FY23", "3rd", "HB3-05",
// "2019-2021". Reads the chunk it is given and those after it, from `at` on, and adds what it read to `words`. Internal
// to the room.
class NumberScanner {
 public:
  // All three outlive the scanner.
  NumberScanner(const std::vector<std::string>& chunks, std::size_t& at, QuestionWords& words)
      : chunks_(chunks), at_(at), words_(words) {}

  // "HB3-05", "DD-07": the number of a notice with what its fund puts before it.
  bool reference(const std::string& chunk);
  // "'21".
  bool short_year(std::string_view typed, std::string_view chunk);
  // Every other number.
  bool take(const std::string& chunk);

 private:
  bool fiscal_year(const std::string& chunk);
  bool half(const std::string& chunk);
  bool fraction(const std::string& chunk);
  bool years_apart(const std::string& chunk);
  bool ordinal_number(const std::string& chunk);
  bool counted_unit(const std::string& chunk);
  bool number_in_letters(const std::string& chunk);
  std::optional<int> value_in_letters(const std::string& folded);
  bool number(const std::string& chunk);
  std::string groups_after(const std::string& chunk);
  bool grouped_by_points(std::string_view chunk) const;
  // Passes over the first word of "per cent".
  bool is_percent(std::string_view next);
  bool per_cent(std::string_view next);

  const std::vector<std::string>& chunks_;
  std::size_t& at_;
  QuestionWords& words_;
};

}  // namespace dossier::funds
