#include "grounding/facts.h"
#include "grounding/words.h"

#include <string>
#include <unordered_set>

namespace dossier::grounding::detail {
namespace {

// Words that begin sentences and name nothing.
bool is_usual_beginning(const std::string& lower) {
  static const std::unordered_set<std::string_view> words = {
      "a",       "about",  "according", "additionally", "after",   "all",         "also",      "although",  "among",
      "an",      "and",    "another",   "any",          "as",      "at",          "based",     "because",   "before",
      "beyond",  "both",   "but",       "by",           "despite", "during",      "each",      "either",    "every",
      "finally", "first",  "for",       "from",         "further", "furthermore", "given",     "he",        "her",
      "here",    "his",    "how",       "however",      "i",       "if",          "in",        "including", "instead",
      "it",      "its",    "more",      "moreover",     "most",    "neither",     "no",        "none",      "nor",
      "not",     "of",     "on",        "one",          "only",    "or",          "other",     "our",       "overall",
      "per",     "rs",     "second",    "several",      "she",     "similarly",   "since",     "so",        "some",
      "such",    "that",   "the",       "their",        "then",    "there",       "therefore", "these",     "they",
      "this",    "those",  "through",   "throughout",   "thus",    "to",          "together",  "under",     "until",
      "we",      "what",   "when",      "where",        "whereas", "which",       "while",     "who",       "why",
      "with",    "within", "without",   "yes",          "you",     "your"};
  return words.contains(lower);
}

}  // namespace

void find_names(Scan& scan) {
  const auto& tokens = scan.text.tokens();
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    const reading::Token& token = tokens[i];
    if (!scan.is_free(i) || token.kind != reading::TokenKind::word) continue;
    // Usual beginnings are let through everywhere: in headings all words have capitals.
    const bool begins = i == 0 || tokens[i - 1].sentence != token.sentence;
    if (is_usual_beginning(token.lower) || ((!token.capital || begins) && is_common_word(token.lower))) continue;
    scan.take(FactKind::name, i, i, token.stem);
  }
}

}  // namespace dossier::grounding::detail
