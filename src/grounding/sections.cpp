#include "grounding/facts.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dossier::grounding::detail {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr auto kTriggers =
    std::to_array<std::string_view>({"section", "sections", "sec", "secs", "article", "articles", "art", "clause",
                                     "clauses", "rule", "rules", "\u0927\u093e\u0930\u093e"});

// "u/s 302" is u, s and the number.
bool is_under_section(const Scan& scan, std::size_t i) {
  return scan.token(i).lower == "s" && i > 0 && scan.token(i - 1).lower == "u" && scan.text.before(i) == "/";
}

bool announces(const Scan& scan, std::size_t i) {
  const std::string& word = scan.token(i).lower;
  return std::find(kTriggers.begin(), kTriggers.end(), word) != kTriggers.end() || is_under_section(scan, i);
}

// "304(2)(a)", "304A", "498-A": the last token of the number that begins at `first`.
std::size_t end_of_number(const Scan& scan, std::size_t first) {
  std::size_t last = first;
  while (scan.is_free(last + 1) && scan.same_sentence(first, last + 1)) {
    const std::string_view gap = scan.text.before(last + 1);
    const bool letter = scan.token(last + 1).lower.size() == 1;
    if (gap != "(" && gap != ")(" && !(scan.token(last + 1).glued && letter) && !(gap == "-" && letter)) break;
    ++last;
  }
  return last;
}

std::string key_of(const Scan& scan, std::size_t first, std::size_t last) {
  std::string key;
  for (const char c : scan.text.slice(scan.text.span_of(first, last))) {
    if (c != ' ' && c != '-') key += c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
  }
  if (key.find('(') != std::string::npos) key += ')';
  return key;
}

bool goes_on(const Scan& scan, std::size_t i) {
  static constexpr auto kLinks = std::to_array<std::string_view>({"and", "or", "read", "with", "r", "w", "to"});
  return scan.is_free(i) && std::find(kLinks.begin(), kLinks.end(), scan.token(i).lower) != kLinks.end();
}

// The act after a list of sections: "of the BNS", "IPC". The first word in capitals within four.
std::string act_after(const Scan& scan, std::size_t last) {
  for (std::size_t i = last + 1; i < scan.used.size() && i <= last + 4 && scan.same_sentence(last, i); ++i) {
    if (scan.token(i).all_capitals && scan.token(i).kind == TokenKind::word) return scan.token(i).lower;
    if (scan.token(i).kind == TokenKind::number) break;
  }
  return "";
}

}  // namespace

void find_sections(Scan& scan) {
  for (std::size_t i = 0; i < scan.used.size(); ++i) {
    // The sign for a section is no word: it stands before its number.
    const bool sign = scan.text.before(i).find("\u00A7") != std::string_view::npos;
    if (!scan.is_free(i) || (!sign && !announces(scan, i))) continue;
    std::vector<std::pair<std::size_t, std::size_t>> numbers;
    std::size_t at = sign ? i : i + 1;
    while (scan.is_free(at) && scan.same_sentence(i, at)) {
      if (scan.token(at).kind == TokenKind::number) {
        numbers.emplace_back(at, end_of_number(scan, at));
        at = numbers.back().second + 1;
      } else if (!numbers.empty() && goes_on(scan, at)) {
        ++at;
      } else {
        break;
      }
    }
    if (numbers.empty()) continue;
    const std::string act = act_after(scan, numbers.back().second);
    for (const auto& [first, last] : numbers) scan.take(FactKind::section, first, last, key_of(scan, first, last), act);
    i = numbers.back().second;
  }
}

}  // namespace dossier::grounding::detail
