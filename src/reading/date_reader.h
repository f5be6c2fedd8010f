#pragma once

#include "reading/spoken_dates.h"

#include <algorithm>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace dossier::reading {

// What the readers of dates ask of a text, token by token. The text must outlive it.
class DateReader {
 protected:
  DateReader(const Text& text, std::optional<Date> told_on) : tokens_(text.tokens()), told_on_(told_on) {}

  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }
  bool joined(std::size_t a, std::size_t b) const {
    return b < tokens_.size() && tokens_[a].sentence == tokens_[b].sentence;
  }
  std::size_t skip(std::size_t i, std::initializer_list<std::string_view> words) const {
    while (i < tokens_.size() && std::find(words.begin(), words.end(), lower(i)) != words.end()) ++i;
    return i;
  }

  static SpokenDate whole_day(std::size_t first, std::size_t last, std::optional<Date> day) {
    SpokenDate date;
    date.first = first, date.last = last, date.from = day, date.to = day;
    return date;
  }

  const std::vector<Token>& tokens_;
  std::optional<Date> told_on_;
};

}  // namespace dossier::reading
