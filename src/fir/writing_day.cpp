#include "fir/writing_day.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kHeadTokens = 8;  // of a complaint: where the day of writing stands

constexpr std::size_t kWritingWithin = 6;  // tokens from "report" to its day: "this report is being given on"

constexpr std::size_t kFootTokens = 6;  // of a letter: the name and the town behind its day

// Nothing but names behind token `last`.
bool only_names_behind(const reading::Text& text, std::size_t last) {
  const auto& tokens = text.tokens();
  if (tokens.size() - last - 1 > kFootTokens) return false;
  return std::all_of(tokens.begin() + static_cast<std::ptrdiff_t>(last) + 1, tokens.end(),
                     [](const reading::Token& token) { return token.capital; });
}

// "Complaint dated 25-09-2025", "Dated: 28 November 2025" at the head: the day of the report, not of the offence.
bool is_day_of_writing(const reading::Text& text, const reading::SpokenDate& date) {
  const auto& tokens = text.tokens();
  const auto before = [&](std::size_t back) {
    return back <= date.first ? std::string_view(tokens[date.first - back].lower) : std::string_view{};
  };
  const auto names_writing = [](std::string_view word) {
    return word == "complaint" || word == "report" || word == "application" || word == "applicant";
  };
  for (std::size_t back = 1; back <= 2; ++back) {
    if (back <= date.first && tokens[date.first - back].sentence != tokens[date.first].sentence) break;
    const bool dated = before(back) == "dated" || before(back) == "date";
    if (dated && (date.first <= kHeadTokens || names_writing(before(back + 1)))) return true;
    if (names_writing(before(back)) && (before(back - 1) == "of" || before(back - 1) == "on" || back == 1)) return true;
  }
  // "Report given on 14 May 2026", "(today is 6.7.2026)".
  const bool written = before(2) == "given" || before(2) == "written" || before(2) == "lodged" || before(2) == "made";
  if (before(1) == "on" && written) {
    for (std::size_t back = 3; back <= kWritingWithin && back <= date.first; ++back) {
      if (tokens[date.first - back].sentence != tokens[date.first].sentence) break;
      if (names_writing(before(back))) return true;
    }
  }
  if (before(1) == "is" && before(2) == "today") return true;
  // At the foot a date that is introduced so closes the letter.
  const bool at_the_foot = date.last + 3 >= tokens.size() || only_names_behind(text, date.last);
  return at_the_foot && (before(1) == "dated" || before(1) == "date" || before(2) == "date");
}

// "Today 18 November 2025", "Aaj dinank 18-04-2026": the complaint is of that day, whatever else happened on it.
bool is_called_today(const reading::Text& text, const reading::SpokenDate& date) {
  for (std::size_t back = 1; back <= 2 && back <= date.first; ++back) {
    const auto& word = text.tokens()[date.first - back].lower;
    if (word == "today" || word == "aaj") return true;
    if (word != "dinank" && word != "date" && word != "dated") return false;
  }
  return false;
}

// "... 22-9-2025", "... Mehjabeen, Kishangarh, 22-9-2025" or "30 aug 2026. Tek Chand" at the very end, when another day
// is named before it.
bool closes_the_letter(const reading::Text& text, const reading::SpokenDate& date) {
  const auto& tokens = text.tokens();
  if (!only_names_behind(text, date.last)) return false;
  for (std::size_t i = date.first; i-- > 0 && tokens[i].sentence == tokens[date.first].sentence;) {
    if (!tokens[i].capital && tokens[i].kind != reading::TokenKind::number) return false;
  }
  return true;
}

}  // namespace

std::vector<reading::SpokenDate> read_dates(const reading::Text& text, std::optional<Date> told_on) {
  auto dates = reading::find_spoken_dates(text, told_on);
  for (const auto& date : dates) {
    const bool one_day = !date.relative && date.from && *date.from == *date.to;
    if (!one_day || (told_on && *date.from >= *told_on)) continue;
    if (is_called_today(text, date) || written_on(text, date, dates.size()))
      return reading::find_spoken_dates(text, date.from);
  }
  return dates;
}

bool written_on(const reading::Text& text, const reading::SpokenDate& date, std::size_t dates_named) {
  return is_day_of_writing(text, date) || (dates_named > 1 && closes_the_letter(text, date));
}

}  // namespace dossier::fir
