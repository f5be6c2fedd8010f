#include "funds/reports/recall_terms.h"

#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

namespace dossier::funds {
namespace {

using reading::DayOrder;
using reading::PhraseTable;

constexpr std::size_t kDayWordsMax = 4;     // "31. Dezember 2027", "31 December, 2027"
constexpr std::size_t kAnchorReach = 7;     // words between "24 months" and the distribution they run from
constexpr std::size_t kTermWordsReach = 9;  // words between "recallable" and its end
constexpr int kMonthsMax = 600;

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  const std::string folded = reading::fold(text);
  for (std::size_t at = 0; at < folded.size();) {
    const std::size_t end = std::min(folded.find(' ', at), folded.size());
    if (end > at) words.push_back(folded.substr(at, end - at));
    at = end + 1;
  }
  return words;
}

bool bracket_or_stop(char c) {
  return c == '(' || c == ')' || c == ',' || c == ';' || c == ':' || c == '.' || c == '"' || c == '*';
}

std::string bare(std::string word) {
  while (!word.empty() && bracket_or_stop(word.back())) word.pop_back();
  std::size_t lead = 0;
  while (lead < word.size() && bracket_or_stop(word[lead])) ++lead;
  return word.substr(lead);
}

// The day that begins at a word, whole and beyond doubt, and the words it takes.
struct DayAt {
  Date day;
  std::size_t words = 0;
};
std::optional<DayAt> day_at(std::span<const std::string> words, std::size_t at, DayOrder order) {
  for (std::size_t n = std::min(kDayWordsMax, words.size() - at); n > 0; --n) {
    std::string text;
    for (std::size_t i = at; i < at + n; ++i) text += (text.empty() ? "" : " ") + words[i];
    const auto date = reading::read_date(bare(std::move(text)), order);
    if (date && date->date && date->status == reading::DateText::Status::ok) return DayAt{*date->date, n};
  }
  return std::nullopt;
}

// What ends a right, as whole folded words; `before` excludes the day itself.
enum class Ends { through, before };
const PhraseTable<Ends>& end_phrases() {
  static const PhraseTable<Ends> table = {
      {Ends::through, {"until",        "till",      "through",   "up to",      "no later than", "not later than",
                       "on or before", "expires",   "expire",    "expiring",   "expiry",        "expiry date",
                       "expiration",   "lapses",    "lapse",     "lapsing",    "lapse date",    "ends",
                       "ending",       "end date",  "bis",       "spatestens", "erlischt",      "endet",
                       "verfallt",     "ablauf",    "ablaufend", "befristet",  "jusqu au",      "jusqu a",
                       "jusque",       "expire le", "expirant",  "prend fin",  "au plus tard",  "echeance"}},
      {Ends::before, {"before", "prior to", "vor dem", "avant le", "avant"}},
  };
  return table;
}

// Words that may stand between "until" and its day.
bool filler(const std::string& word) {
  static constexpr std::array<std::string_view, 18> kFillers = {
      "the", "and", "including", "on", "inclusive", "incl", "date", "zum", "einschliesslich",
      "am",  "dem", "le",        "au", "inclus",    "is",   "of",   "bis", "by"};
  return word.empty() || std::find(kFillers.begin(), kFillers.end(), word) != kFillers.end();
}

const PhraseTable<bool>& recall_words() {
  static const PhraseTable<bool> table = {
      {true,
       {"recall*", "*recallable", "recyclable", "returnable", "called again", "ruckruf*", "*ruckruf", "wiederabruf*",
        "rappel*", "erneut abgerufen", "temporary distribution", "distribution temporaire"}}};
  return table;
}

const PhraseTable<bool>& distribution_words() {
  static const PhraseTable<bool> table = {{true,
                                           {"distribution*", "distributed", "payment*", "paid", "receipt", "proceeds",
                                            "ausschuttung*", "auszahlung*", "zahlung*", "versement*", "paiement*"}}};
  return table;
}

// "two", "24", "(24)": nothing for another word.
std::optional<int> count_of(const std::string& word) {
  static constexpr std::array<std::pair<std::string_view, int>, 38> kCounts = {
      {{"one", 1},       {"two", 2},      {"three", 3},    {"four", 4},  {"five", 5},   {"six", 6},     {"twelve", 12},
       {"eighteen", 18}, {"ein", 1},      {"einem", 1},    {"eines", 1}, {"zwei", 2},   {"drei", 3},    {"vier", 4},
       {"funf", 5},      {"zwolf", 12},   {"un", 1},       {"deux", 2},  {"trois", 3},  {"quatre", 4},  {"cinq", 5},
       {"douze", 12},    {"first", 1},    {"second", 2},   {"third", 3}, {"fourth", 4}, {"fifth", 5},   {"1st", 1},
       {"2nd", 2},       {"3rd", 3},      {"4th", 4},      {"5th", 5},   {"ersten", 1}, {"zweiten", 2}, {"dritten", 3},
       {"premier", 1},   {"deuxieme", 2}, {"troisieme", 3}}};
  for (const auto& [name, count] : kCounts) {
    if (word == name) return count;
  }
  if (word.empty() || word.size() > 3 || word.find_first_not_of("0123456789") != std::string::npos) return std::nullopt;
  return std::stoi(word);
}

// Months in a unit: "years" 12, "anniversary" 12.
int unit_of(const std::string& word) {
  static const PhraseTable<int> table = {{1, {"month", "months", "monat", "monate", "monaten", "mois"}},
                                         {12,
                                          {"year", "years", "jahr", "jahre", "jahren", "jahres", "an", "ans",
                                           "anniversary", "jahrestag", "anniversaire"}}};
  const std::vector<std::string> one = {word};
  return table.find(one).value_or(0);
}

// Whether the time runs from the distribution: it says so, or it says nothing of what it runs from.
bool runs_from_distribution(std::span<const std::string> tokens, std::size_t after, bool must_say) {
  static const PhraseTable<bool> from = {
      {true,
       {"of", "from", "after", "following", "since", "nach", "ab", "der", "des", "seit", "apres", "suivant", "de la",
        "du", "de l", "a compter", "anniversary"}}};
  const std::size_t end = std::min(tokens.size(), after + kAnchorReach);
  const auto rest = tokens.subspan(after, end - after);
  if (distribution_words().find(rest)) return true;
  return !must_say && !from.find(rest.first(std::min<std::size_t>(rest.size(), 2)));
}

// "second anniversary of the distribution", "within 24 months of its payment".
std::optional<RecallTerm> period_in(std::span<const std::string> tokens) {
  for (std::size_t at = 0; at + 1 < tokens.size(); ++at) {
    const auto count = count_of(tokens[at]);
    std::size_t unit_at = at + 1;
    // "two (2) years", "twenty-four (24) months": the digits count.
    if (count && unit_at + 1 < tokens.size() && count_of(tokens[unit_at])) continue;
    const int unit = unit_of(tokens[unit_at]);
    if (!count || unit == 0 || *count == 0 || *count * unit > kMonthsMax) continue;
    const bool anniversary = tokens[unit_at].starts_with("anniv") || tokens[unit_at] == "jahrestag";
    if (runs_from_distribution(tokens, unit_at + 1, anniversary)) return RecallTerm{std::nullopt, *count * unit};
  }
  return std::nullopt;
}

// The day right behind a word that ends the right.
std::optional<RecallTerm> day_in(std::span<const std::string> words, DayOrder order) {
  std::vector<std::string> plain;
  for (const std::string& word : words) {
    auto tokens = reading::fold_tokens(word);
    plain.push_back(tokens.empty() ? std::string() : tokens.front());
    // "jusqu'au" is one word on paper and two tokens.
    if (tokens.size() == 2 && tokens.front() == "jusqu") plain.back() = "until";
  }
  for (std::size_t at = 0; at < plain.size(); ++at) {
    const auto ends = end_phrases().match_at(plain, at);
    if (!ends) continue;
    std::size_t day = at + ends->length;
    while (day < plain.size() && filler(bare(words[day])) && !day_at(words, day, order)) ++day;
    if (day >= plain.size()) continue;
    const auto found = day_at(words, day, order);
    if (!found) continue;
    if (ends->meaning == Ends::through) return RecallTerm{found->day, 0};
    if (const auto before = Date::of_days(found->day.days_since_epoch() - 1)) return RecallTerm{*before, 0};
  }
  return std::nullopt;
}

}  // namespace

std::optional<RecallTerm> recall_term(std::string_view text, DayOrder order, TermContext context) {
  std::vector<std::string> words = words_of(text);
  std::vector<std::string> tokens = reading::fold_tokens(text);
  if (context == TermContext::column_of_recalls) {
    if (const auto day = day_at(words, 0, order); day && day->words == words.size()) return RecallTerm{day->day, 0};
  } else {
    const auto spoken = recall_words().matches(tokens);
    if (spoken.empty()) return std::nullopt;
    // A term stands behind the word it ends, and near it: what stands before it is of something else.
    const std::string& word = tokens[spoken.front().at];
    auto first = std::find_if(words.begin(), words.end(), [&](const std::string& w) {
      const auto parts = reading::fold_tokens(w);
      return std::find(parts.begin(), parts.end(), word) != parts.end();
    });
    words.erase(words.begin(), first);
    tokens.erase(tokens.begin(), tokens.begin() + static_cast<std::ptrdiff_t>(spoken.front().at));
    const std::size_t reach = kTermWordsReach + kDayWordsMax + kAnchorReach;
    if (words.size() > reach) words.resize(reach);
    if (tokens.size() > reach) tokens.resize(reach);
  }
  if (auto day = day_in(words, order)) return day;
  return period_in(tokens);
}

std::optional<Date> last_day(const RecallTerm& term, Date day) {
  if (term.until) return term.until;
  const int months = day.month() - 1 + term.months;
  const int year = day.year() + months / 12;
  const int month = months % 12 + 1;
  // The 29th of February has its anniversary on the 28th.
  for (int last = day.day(); last > 0; --last) {
    if (auto made = Date::of(year, month, last)) return made;
  }
  return std::nullopt;
}

std::vector<Date> days_in(std::string_view text, DayOrder order) {
  const std::vector<std::string> words = words_of(text);
  std::vector<Date> days;
  for (std::size_t at = 0; at < words.size();) {
    const auto found = day_at(words, at, order);
    if (found) days.push_back(found->day);
    at += found ? found->words : 1;
  }
  return days;
}

}  // namespace dossier::funds
