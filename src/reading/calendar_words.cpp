#include "reading/calendar_words.h"

#include "reading/one_of.h"

#include <algorithm>
#include <array>
#include <string>

namespace dossier::reading {
namespace {

constexpr auto kMonths = std::to_array<std::string_view>(
    {"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"});
constexpr auto kMonthNames =
    std::to_array<std::string_view>({"january", "february", "march", "april", "may", "june", "july", "august",
                                     "september", "october", "november", "december"});
constexpr auto kWeekdays =
    std::to_array<std::string_view>({"sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"});

struct MonthSpelling {
  std::string_view word;
  int month;
};
constexpr auto kOtherMonthNames = std::to_array<MonthSpelling>(
    {{"sept", 9},    {"febuary", 2}, {"feburary", 2}, {"farvari", 2}, {"farwari", 2}, {"janwari", 1},
     {"janvari", 1}, {"जनवरी", 1},   {"फरवरी", 2},    {"फ़रवरी", 2},   {"मार्च", 3},    {"अप्रैल", 4},
     {"मई", 5},      {"जून", 6},      {"जुलाई", 7},     {"अगस्त", 8},    {"सितंबर", 9},   {"सितम्बर", 9},
     {"अक्टूबर", 10},  {"अक्तूबर", 10},  {"नवंबर", 11},    {"नवम्बर", 11},  {"दिसंबर", 12},  {"दिसम्बर", 12}});

constexpr auto kFeasts = std::to_array<Feast>({{"diwali", 10, 11},
                                               {"deepawali", 10, 11},
                                               {"deepavali", 10, 11},
                                               {"dussehra", 9, 10},
                                               {"dasara", 9, 10},
                                               {"navratri", 9, 10},
                                               {"holi", 3, 3},
                                               {"christmas", 12, 12},
                                               {"pongal", 1, 1},
                                               {"sankranti", 1, 1},
                                               {"onam", 8, 9},
                                               {"chhath", 10, 11},
                                               {"rakhi", 8, 8},
                                               {"rakshabandhan", 8, 8}});
constexpr auto kHindiWeekdays =
    std::to_array<std::string_view>({"ravivar", "somvar", "mangalvar", "budhvar", "guruvar", "shukravar", "shanivar"});

// "on 12 may", "since the 12 may", "from 5 to 9 may": whether a word that dates stands before the numbers that end at
// token `last`.
bool dated_number(const std::vector<Token>& tokens, std::size_t last) {
  for (std::size_t k = last; k > 0 && tokens[k - 1].sentence == tokens[last].sentence; --k) {
    const Token& before = tokens[k - 1];
    if (one_of(before.lower, {"on", "date", "dated", "dt", "since", "from", "between", "till", "until", "upto"}))
      return true;
    if (before.kind != TokenKind::number && !one_of(before.lower, {"the", "to", "and", "or", "aur"})) return false;
  }
  return false;
}

}  // namespace

int month_of(std::string_view word) {
  for (const MonthSpelling& other : kOtherMonthNames) {
    if (word == other.word) return other.month;
  }
  for (std::size_t m = 0; m < 12; ++m) {
    if (word == kMonths[m] || word == kMonthNames[m]) return static_cast<int>(m) + 1;
  }
  return 0;
}

bool may_is_the_month(const std::vector<Token>& tokens, std::size_t i) {
  const Token& may = tokens[i];
  if (may.capital || may.glued) return true;
  if (i + 1 < tokens.size() && tokens[i + 1].sentence == may.sentence) {
    const Token& next = tokens[i + 1];
    if (next.kind == TokenKind::number || one_of(next.lower, {"ko", "ki", "se", "tak", "raat", "subah", "sham", "shaam",
                                                              "dopahar", "night", "morning", "evening", "month"}))
      return true;
  }
  if (i == 0 || tokens[i - 1].sentence != may.sentence) return false;
  const Token& before = tokens[i - 1];
  if (before.kind == TokenKind::number) return dated_number(tokens, i - 1);
  return one_of(before.lower, {"th", "st", "nd", "rd", "day", "tarikh", "taarikh", "in", "of", "on", "since", "last",
                               "till", "until", "from", "during", "early", "late", "month"});
}

int weekday_of(std::string_view word) {
  std::string hindi(word);
  if (hindi.ends_with("war")) hindi[hindi.size() - 3] = 'v';  // "mangalwar", "budhwar"
  for (std::size_t d = 0; d < kWeekdays.size(); ++d) {
    if (word == kWeekdays[d] || hindi == kHindiWeekdays[d]) return static_cast<int>(d);
  }
  return word == "itwar" ? 0 : word == "mangal" ? 2 : -1;
}

std::optional<Feast> feast_named(std::string_view word) {
  const auto known =
      std::find_if(kFeasts.begin(), kFeasts.end(), [&](const Feast& feast) { return feast.name == word; });
  return known == kFeasts.end() ? std::nullopt : std::optional(*known);
}

}  // namespace dossier::reading
