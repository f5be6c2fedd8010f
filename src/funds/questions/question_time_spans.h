#pragma once

#include "funds/ledger/periods.h"
#include "funds/questions/question_words.h"

#include <cstddef>
#include <optional>
#include <span>
#include <string>

namespace dossier::funds {

// The days that a date of a question stands for: "Q3 2023" is three months, "H1 2023" six.
DateRange days_of(const QuestionWord& word);

// Expressions of time in a question, one at a place. Internal to the room.
class TimeSpans {
 public:
  // `texts`: the texts of the words. Both outlive it; times without a year are reckoned from `reference`.
  TimeSpans(const QuestionWords& words, std::span<const std::string> texts, Date reference)
      : words_(words), texts_(texts), reference_(reference) {}

  // A date, a year, "third quarter of 2023", "first half of 2022", "end of 2023" at `at`.
  // Sets where it ends.
  std::optional<DateRange> range_at(std::size_t at, std::size_t& end) const;
  // "Since March", "before September": the latest one that the reports have seen begin.
  std::optional<DateRange> latest_recurrence(std::size_t at, std::size_t& end) const;
  // The number of a month that stands without a year; `related`: after "in", "since", so that "may" is no verb.
  std::optional<int> month_at(std::size_t at, bool related) const;
  // "Q3" by itself.
  std::optional<int> quarter_at(std::size_t at) const;
  // 1 for "first", 3 for "3rd", else 0.
  int ordinal_at(std::size_t at) const;

 private:
  std::optional<DateRange> before_a_dated_one(std::size_t at) const;
  std::optional<DateRange> middle_of_year(std::size_t at, std::size_t& end) const;
  std::optional<DateRange> part_of_year(std::size_t at, std::size_t& end) const;

  const QuestionWords& words_;
  std::span<const std::string> texts_;
  Date reference_;
};

}  // namespace dossier::funds
