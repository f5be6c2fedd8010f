#include "grounding/bearers.h"

#include "reading/one_of.h"

#include <algorithm>

namespace dossier::grounding {
namespace {

using reading::one_of;
using reading::Token;
using reading::TokenKind;

bool is_of_the_calendar(std::string_view lower) {
  return one_of(lower, {"january",   "february", "march",     "april",    "may",    "june",     "july",  "august",
                        "september", "october",  "november",  "december", "jan",    "feb",      "mar",   "apr",
                        "jun",       "jul",      "aug",       "sep",      "sept",   "oct",      "nov",   "dec",
                        "monday",    "tuesday",  "wednesday", "thursday", "friday", "saturday", "sunday"});
}

bool is_name_word(const Words& words, std::size_t i) {
  const Token& token = words.token(i);
  if (token.kind != TokenKind::word || !token.capital || is_grammar(token.lower) || is_title(token.lower) ||
      is_of_the_calendar(token.lower))
    return false;
  // At the beginning of a sentence any word has a capital: there it must be unknown, or followed by another name.
  const bool begins = i == 0 || !words.same_sentence(i - 1, i);
  if (!begins || !is_common_word(token.lower)) return true;
  return !is_kind_of_person(token.lower) && words.same_sentence(i, i + 1) && words.token(i + 1).capital &&
         words.text().before(i + 1) == " ";
}

// The joints of a name: "Ramesh Kumar", "R. Kumar", "Rheinufer-Mittelstand"; "s/o" and commas part two.
bool joins_names(std::string_view gap) {
  return gap == " " || gap == ". " || gap == "-" || gap == "\n" || gap == " & ";
}

}  // namespace

std::vector<Bearer> bearers_of(const reading::Text& text) {
  const Words words(text);
  std::vector<Bearer> bearers;
  for (std::size_t i = 0; i < words.count(); ++i) {
    if (!is_name_word(words, i)) continue;
    const bool goes_on = !bearers.empty() && bearers.back().last + 1 == i && words.same_sentence(i - 1, i) &&
                         joins_names(text.before(i));
    if (!goes_on) bearers.push_back({.first = i, .last = i, .words = {}});
    bearers.back().last = i;
    bearers.back().words.push_back(words.token(i).stem);
  }
  return bearers;
}

std::string_view way_to(const Words& words, const Bearer& bearer) {
  std::size_t before = bearer.first;
  while (before > 0 && words.same_sentence(before - 1, bearer.first) &&
         (is_title(words.lower(before - 1)) || one_of(words.lower(before - 1), {"the", "a"})))
    --before;
  if (before == 0 || !words.same_sentence(before - 1, bearer.first)) return {};
  const std::string_view way = words.lower(before - 1);
  return one_of(way, {"from", "to", "against"}) ? way : std::string_view{};
}

bool share_a_word(const Bearer& one, const Bearer& other) {
  return std::any_of(one.words.begin(), one.words.end(), [&](const std::string& word) {
    return std::find(other.words.begin(), other.words.end(), word) != other.words.end();
  });
}

bool is_title(std::string_view lower) {
  return one_of(lower,
                {"mr", "mrs", "ms", "shri", "sri", "smt", "dr", "sh", "late", "md", "mohd", "kumari", "st", "km"});
}

bool is_kind_of_person(std::string_view lower) {
  return one_of(
      lower, {"boy",       "boys",      "man",        "men",        "person",     "persons",  "people",   "accused",
              "accuseds",  "wife",      "husband",    "brother",    "sister",     "father",   "mother",   "son",
              "daughter",  "neighbour", "neighbor",   "neighbours", "driver",     "rider",    "owner",    "shopkeeper",
              "guard",     "watchman",  "employee",   "servant",    "thief",      "thieves",  "robber",   "robbers",
              "youth",     "youths",    "caller",     "girl",       "woman",      "women",    "lady",     "uncle",
              "aunt",      "friend",    "friends",    "colleague",  "agent",      "somebody", "someone",  "stranger",
              "strangers", "assailant", "assailants", "miscreant",  "miscreants", "suspect",  "suspects", "group",
              "gang",      "witness",   "witnesses",  "conductor",  "passenger",  "landlord", "tenant",   "contractor",
              "police",    "constable", "company",    "companies",  "ladka",      "ladke",    "aadmi",    "log",
              "ladki"});
}

}  // namespace dossier::grounding
