#include "reading/sentences.h"

#include "reading/one_of.h"

#include <algorithm>
#include <array>

namespace dossier::reading {
namespace {

using namespace std::string_view_literals;

constexpr std::size_t kQuotationTokensMax = 60;  // the longest words anybody quotes in a complaint, with room

constexpr auto kAbbreviations = std::to_array<std::string_view>(
    {"rs",  "re",  "dr",  "mr",  "mrs",  "ms",   "smt",  "sh",   "shri", "sri", "km",   "no",    "nos", "st", "approx",
     "dt",  "sec", "col", "adv", "capt", "maj",  "prof", "insp", "hc",   "ct",  "jr",   "sr",    "opp", "vs", "viz",
     "etc", "ltd", "pvt", "inr", "ref",  "regd", "mob",  "ph",   "tel",  "teh", "dist", "distt", "po",  "ps", "vpo",
     "nr",  "kg",  "gm",  "hrs", "fr",   "md",   "mohd", "late", "lt",   "a",   "p",    "s",     "ch",  "pt"});

bool is_abbreviation(const Token& token, bool capital_follows) {
  if (token.kind == TokenKind::number) return false;
  if (token.lower.size() == 1) return token.capital || !capital_follows;
  return std::find(kAbbreviations.begin(), kAbbreviations.end(), token.lower) != kAbbreviations.end();
}

bool has(std::string_view text, std::string_view part) {
  return text.find(part) != std::string_view::npos;
}

// "a.m." and "p.m." end in a dot that ends no sentence unless a capital follows.
bool is_half_day(const std::vector<Token>& tokens, std::size_t i) {
  return i > 0 && tokens[i].lower == "m" && (tokens[i - 1].lower == "a" || tokens[i - 1].lower == "p");
}

bool ends_sentence(const std::vector<Token>& tokens, std::size_t last, std::string_view between) {
  if (has(between, "\n\n") || has(between, "\n\r\n")) return true;
  if (has(between, "!") || has(between, "?") || has(between, "\u0964")) return true;
  const Token& next = tokens[last + 1];
  if (has(between, "\n") && next.capital) return true;
  const auto dot = between.find('.');
  if (dot == std::string_view::npos || next.glued) return false;
  if (between.find_first_of(" \n\t\"'", dot) == std::string_view::npos && next.kind == TokenKind::word && !next.capital)
    return false;
  if (is_half_day(tokens, last)) return next.capital;
  return !is_abbreviation(tokens[last], next.capital);
}

}  // namespace

void mark_sentences(const Text& text, std::vector<Token>& tokens) {
  int sentence = 0;
  for (std::size_t i = 1; i < tokens.size(); ++i) {
    if (ends_sentence(tokens, i - 1, text.before(i))) ++sentence;
    tokens[i].sentence = sentence;
  }
}

void mark_quotations(const Text& text, std::vector<Token>& tokens) {
  std::size_t opened = tokens.size();
  char mark = 0;
  const auto opens = [](std::string_view gap) -> char {
    if (has(gap, "\"") || has(gap, "\u201c")) return '"';
    if (has(gap, "\u2018") || has(gap, " '") || has(gap, "('") || has(gap, ",'")) return '\'';
    return 0;
  };
  const auto closes = [](std::string_view gap, char open) {
    return open == '"' ? has(gap, "\"") || has(gap, "\u201d") : has(gap, "'") || has(gap, "\u2019");
  };
  for (std::size_t i = 0; i <= tokens.size(); ++i) {
    const std::string_view gap = text.before(i);
    if (opened < i && closes(gap, mark)) {
      if (i - opened <= kQuotationTokensMax) {
        for (std::size_t k = opened; k < i; ++k) tokens[k].quoted = true;
      }
      opened = tokens.size();
      continue;
    }
    if (opened == tokens.size() && i < tokens.size()) {
      mark = opens(gap);
      if (mark != 0) opened = i;
    }
  }
}

bool in_question(const Text& text, std::size_t i) {
  const auto& tokens = text.tokens();
  std::size_t end = i + 1;
  while (end < tokens.size() && tokens[end].sentence == tokens[i].sentence) ++end;
  return has(text.before(end), "?");
}

std::size_t addressee_tokens(const Text& text) {
  constexpr std::size_t kTokensMax = 40;
  const auto& tokens = text.tokens();
  if (tokens.empty() || tokens.front().lower != "to") return 0;
  for (std::size_t i = 1; i < std::min(tokens.size(), kTokensMax); ++i) {
    const std::string& word = tokens[i].lower;
    if (one_of(word, {"i", "my", "we", "our", "me"})) return 0;  // "To my surprise the lock was broken."
    if (one_of(word, {"sir", "madam", "sirs", "subject", "respected", "mahoday", "mahodaya"})) return i;
  }
  return 0;
}

}  // namespace dossier::reading
