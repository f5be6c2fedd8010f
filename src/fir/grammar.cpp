#include "fir/grammar.h"

#include <algorithm>
#include <array>

namespace dossier::fir {
namespace {

constexpr auto kDeterminers = std::to_array<std::string_view>(
    {"the",  "a",    "an",   "my",   "our",  "his",    "her",    "their",  "some", "of",   "all", "both",
     "this", "that", "mera", "meri", "mere", "hamara", "hamari", "hamare", "apna", "apni", "apne"});

constexpr auto kEndsName = std::to_array<std::string_view>(
    {"from", "in",  "at",  "on",   "near",    "by",   "with", "which", "worth",  "and",  "when", "while", "as",
     "to",   "for", "but", "then", "because", "who",  "that", "after", "before", "into", "out",  "off",   "up",
     "away", "me",  "us",  "him",  "her",     "them", "he",   "she",   "they",   "it",   "i",    "we",    "se",
     "ko",   "ne",  "aur", "ke",   "ki",      "ka",   "par",  "there", "here",   "not",  "no",   "one's"});

constexpr auto kNoNouns = std::to_array<std::string_view>(
    {"may",     "might",    "can",       "could",      "will",      "would",       "shall",    "should",    "must",
     "do",      "does",     "did",       "done",       "please",    "kindly",      "sir",      "madam",     "sirs",
     "what",    "where",    "how",       "why",        "whom",      "whose",       "if",       "so",        "now",
     "also",    "very",     "just",      "again",      "soon",      "back",        "today",    "yesterday", "tonight",
     "night",   "morning",  "evening",   "noon",       "afternoon", "midnight",    "incident", "matter",    "thing",
     "nothing", "anything", "something", "everything", "someone",   "somebody",    "nobody",   "anyone",    "everyone",
     "debited", "credited", "deducted",  "etc",        "such",      "same",        "other",    "others",    "more",
     "much",    "many",     "any",       "every",      "each",      "like",        "than",     "too",       "only",
     "ever",    "never",    "always",    "suddenly",   "forcibly",  "immediately", "thank",    "thanks",    "regards",
     "raat",    "subah",    "shaam",     "dopahar",    "kripya",    "kya",         "kuch",     "sab",       "yeh",
     "jab",     "tab",      "phir",      "wahan",      "yahan",     "unhone",      "usne",     "maine",     "hum"});

constexpr auto kHelpers =
    std::to_array<std::string_view>({"was", "were", "been", "being", "is", "are", "got", "has", "have", "had", "not",
                                     "also", "totally", "all", "completely", "found", "fully"});

constexpr auto kListLinks =
    std::to_array<std::string_view>({"and", "aur", "with", "along", "alongwith", "evam", "tatha", "va", "te", "or"});

constexpr auto kPersonDetails = std::to_array<std::string_view>(
    {"s",   "d",   "w",     "c",    "r",    "o",    "of",   "aged", "age", "years", "yrs",  "saal", "umar",
     "his", "her", "their", "uska", "uske", "uski", "unka", "apne", "one", "ek",    "both", "with", "law"});

constexpr auto kFollowsAge = std::to_array<std::string_view>(
    {"went",  "was", "is",   "of",   "who", "has", "had", "and", "did", "left", "studying",
     "reads", "in",  "came", "goes", "ko",  "ne",  "ki",  "ka",  "ke",  "only", "with"});

template <class List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

}  // namespace

bool is_determiner(std::string_view word) {
  return holds(kDeterminers, word);
}

bool ends_a_name(std::string_view word) {
  return holds(kEndsName, word);
}

bool is_no_noun(std::string_view word) {
  return holds(kNoNouns, word);
}

bool helps_a_verb(std::string_view word) {
  return holds(kHelpers, word);
}

bool joins_a_list(std::string_view word) {
  return holds(kListLinks, word);
}

bool details_a_person(std::string_view word) {
  return holds(kPersonDetails, word);
}

bool follows_an_age(std::string_view word) {
  return holds(kFollowsAge, word);
}

}  // namespace dossier::fir
