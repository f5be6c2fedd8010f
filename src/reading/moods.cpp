#include "reading/moods.h"

#include "reading/mood_reader.h"

namespace dossier::reading {

bool MoodReader::ends_clause(std::size_t i) const {
  const std::string& word = tokens_[i].lower;
  if (one_of(word,
             {"and", "but",   "because", "so",      "then",    "when",      "while",  "who",   "which",  "that",
              "aur", "lekin", "par",     "magar",   "kyunki",  "tab",       "phir",   "after", "though", "although",
              "he",  "she",   "they",    "however", "instead", "therefore", "before", "until", "still"})) {
    return true;
  }
  const std::string_view gap = text_.before(i);
  return gap.find_first_of(",;:-(\"") != std::string_view::npos;
}

std::vector<Mood> find_moods(const Text& text) {
  std::vector<Mood> moods(text.tokens().size());
  mark_denials(text, moods);
  mark_suppositions(text, moods);
  mark_hearsay(text, moods);
  return moods;
}

bool is_filler(std::string_view lower) {
  return one_of(
      lower,
      {"a",      "an",     "the",    "my",   "our",  "his",  "her",   "their", "your", "its",    "this",    "that",
       "these",  "those",  "some",   "was",  "were", "is",   "are",   "am",    "be",   "been",   "being",   "has",
       "have",   "had",    "also",   "then", "very", "ne",   "ko",    "ka",    "ki",   "ke",     "se",      "bhi",
       "hi",     "mera",   "meri",   "mere", "apne", "apni", "uska",  "uski",  "uske", "unki",   "unke",    "hamare",
       "hamari", "hamara", "humare", "hai",  "hain", "tha",  "thi",   "the",   "s",    "me",     "us",      "him",
       "them",   "i",      "he",     "she",  "they", "we",   "it",    "you",   "of",   "to",     "with",    "by",
       "from",   "on",     "in",     "at",   "into", "up",   "down",  "all",   "both", "one",    "or",      "and",
       "aur",    "ek",     "ho",     "hua",  "hui",  "diya", "kar",   "mujhe", "usne", "unhone", "maine",   "mai",
       "main",   "hum",    "mein",   "wo",   "woh",  "will", "would", "again", "even", "just",   "already", "now",
       "out",    "which",  "who"});
}

}  // namespace dossier::reading
