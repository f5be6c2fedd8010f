#include "fir/edited_narrative.h"

#include "fir/plain_words.h"
#include "fir/wording.h"
#include "reading/one_of.h"

#include <algorithm>
#include <set>

namespace dossier::fir {
namespace {

constexpr std::string_view kThreat = "a threat";
constexpr double kWordsKeptMin = 0.5;  // of what was found; with fewer it is taken as left out

using WordSet = std::set<std::string, std::less<>>;

// "1,86,000" and "186000" are one number, and so are "two" and "2".
std::string key_of(const reading::Token& token) {
  static constexpr auto kNumbers = std::to_array<std::string_view>(
      {"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"});
  const auto* const at = std::find(kNumbers.begin(), kNumbers.end(), token.lower);
  if (at != kNumbers.end()) return std::to_string(at - kNumbers.begin());
  if (token.kind == reading::TokenKind::word) return token.lower;
  std::string digits = token.lower;
  std::erase(digits, ',');
  if (digits.ends_with(".00")) digits.resize(digits.size() - 3);
  while (digits.size() > 1 && digits.front() == '0') digits.erase(0, 1);
  return digits;
}

void add_words(const std::string& text, WordSet& words) {
  const auto parsed = reading::Text::of(text);
  if (!parsed) return;
  for (const reading::Token& token : parsed->tokens()) words.insert(key_of(token));
}

void add_line(std::string& lines, std::string_view what, std::string words) {
  if (words.empty()) return;
  std::replace(words.begin(), words.end(), '\n', ' ');
  lines += (lines.empty() ? "" : "\n") + std::string(what) + ": " + words;
}

// The words that carry it; all of them where it has no others.
std::vector<std::string> telling_words(const std::string& text) {
  std::vector<std::string> all, telling;
  const auto parsed = reading::Text::of(text);
  if (!parsed) return all;
  for (const reading::Token& token : parsed->tokens()) {
    all.push_back(key_of(token));
    const bool small =
        token.kind == reading::TokenKind::word &&
        (token.lower.size() < 4 || reading::one_of(token.lower, {"with", "from", "that", "this", "were", "been", "have",
                                                                 "aged", "your", "will"}));
    if (!small) telling.push_back(key_of(token));
  }
  return telling.empty() ? all : telling;
}

bool holds(const WordSet& narrative, std::string_view what, const std::string& words) {
  const std::vector<std::string> wanted = what == kThreat ? std::vector<std::string>() : telling_words(words);
  if (wanted.empty()) return true;
  const auto there = std::count_if(wanted.begin(), wanted.end(), [&](const auto& w) { return narrative.contains(w); });
  return static_cast<double>(there) >= kWordsKeptMin * static_cast<double>(wanted.size());
}

void find_lost(std::string_view held, const std::string& narrative, std::vector<std::string>& faults) {
  WordSet words;
  add_words(narrative, words);
  while (!held.empty()) {
    const auto end = std::min(held.find('\n'), held.size());
    const std::string_view line = held.substr(0, end);
    held.remove_prefix(std::min(end + 1, held.size()));
    const auto colon = line.find(": ");
    if (colon == std::string_view::npos) continue;
    const std::string_view what = line.substr(0, colon);
    const std::string told(line.substr(colon + 2));
    const bool verbatim = what != kThreat || narrative.find(told) != std::string::npos;
    if (!verbatim || !holds(words, what, told))
      faults.push_back("the narrative lost " + std::string(what) + ": " + told);
  }
}

// What somebody gave, or the machine worked out of it.
WordSet known_words(const Case& state) {
  WordSet known;
  for (const StepVersion& version : state.step(Step::transcript).versions) add_words(version.text, known);
  for (const StepVersion& version : state.step(Step::narrative).versions) {
    if (version.author == Author::machine) add_words(version.text, known);
  }
  for (const CaseFact& fact : state.facts) {
    add_words(fact.value, known);
    if (const auto day = Date::parse_iso(std::string_view(fact.value).substr(0, 10))) add_words(day_text(*day), known);
  }
  for (const CaseOffence& offence : state.offences()) {
    add_words(offence.act + " " + offence.title, known);
    add_words(offence.section, known);
  }
  return known;
}

void find_added(const WordSet& known, const std::string& narrative, std::vector<std::string>& faults) {
  const auto parsed = reading::Text::of(narrative);
  if (!parsed) return;
  const auto& tokens = parsed->tokens();
  WordSet told;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const bool head = i == 0 || tokens[i].sentence != tokens[i - 1].sentence;
    // At the head of a sentence every word has a capital: there a name is what is no plain word.
    const bool name = tokens[i].capital && (!head || !is_plain_word(tokens[i].lower)) &&
                      !reading::one_of(tokens[i].lower, {"i", "rs", "fir", "police", "station", "mr", "mrs", "smt"});
    if (tokens[i].kind != reading::TokenKind::number && !name) continue;
    const std::string key = key_of(tokens[i]);
    if (known.contains(key) || key.starts_with('\'') || !told.insert(key).second) continue;
    faults.push_back("the narrative holds \"" + std::string(parsed->slice(tokens[i].span)) + "\", which nobody gave");
  }
}

}  // namespace

std::string must_hold(const Draft& draft, const reading::Text& text) {
  const Facts& f = draft.facts;
  std::string lines;
  for (const Found& x : f.witnesses) add_line(lines, "a witness", x.text);
  for (const PropertyFact& x : f.property) add_line(lines, "an item", x.description.text);
  for (const Found& x : f.injuries) add_line(lines, "an injury", x.text);
  for (const Found& x : f.threats) add_line(lines, kThreat, x.text);
  for (const AmountFact& x : f.amounts) add_line(lines, "a sum", std::string(text.slice(x.span)));
  for (const PersonFact& x : f.accused.persons) add_line(lines, "an accused", x.name.text);
  add_line(lines, "the reason for delay", f.delay_reason.text);
  return lines;
}

std::vector<std::string> check_edited_narrative(const Case& state, std::string_view held,
                                                const std::string& narrative) {
  std::vector<std::string> faults;
  find_lost(held, narrative, faults);
  find_added(known_words(state), narrative, faults);
  return faults;
}

}  // namespace dossier::fir
