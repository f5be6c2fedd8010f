#include "funds/questions/question_premises.h"

#include "funds/questions/question_typed.h"
#include "reading/fold.h"
#include "reading/one_of.h"

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <vector>

namespace dossier::funds {
namespace {

using reading::one_of;
using Words = std::vector<std::string>;

bool holds(const Words& words, std::initializer_list<std::string_view> any) {
  return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return one_of(word, any); });
}

bool holds_number(const Words& words) {
  return std::any_of(words.begin(), words.end(),
                     [](const std::string& word) { return word[0] >= '0' && word[0] <= '9'; });
}

bool asks(const Words& words) {
  return words.empty() || one_of(words.front(), {"what", "how",  "which", "when",  "who",  "where",  "why",  "is",
                                                 "are",  "was",  "were",  "does",  "did",  "has",    "have", "show",
                                                 "list", "give", "can",   "could", "tell", "please", "if"});
}

// "NAV falls 15%", "write the NAV down by 20%", "another $5,000,000 is called".
bool supposes(const Words& words) {
  if (asks(words) || !holds_number(words)) return false;
  const bool moves = holds(words, {"up", "down", "falls", "drops", "rises", "grows", "increases", "decreases", "gains",
                                   "loses", "declines"});
  const bool value = holds(words, {"nav", "value", "valuation"});
  const bool flows = holds(words, {"called", "drawn", "distributed", "paid", "contributed"});
  return (moves && value) || (flows && one_of(words.front(), {"another", "further", "additional"}));
}

// "Write NAV down by 20%" orders nothing: it says how NAV moves. Word by word, because folding a letter can change how
// many bytes it takes.
std::string as_condition(std::string_view sentence) {
  const Typed typed(sentence);
  const Words folded(typed.folded().begin(), typed.folded().end());
  const bool has_verb = holds(folded, {"goes", "is"});
  std::string condition = "if";
  std::size_t at = one_of(folded[0], {"write", "mark", "take"}) ? 1 : 0;
  if (at > 0 && at < folded.size() && folded[at] == "the") ++at;
  for (const std::size_t first = at; at < typed.size(); ++at) {
    const bool way = at > first && at + 1 < typed.size() && one_of(folded[at], {"up", "down"});
    condition += (way && !has_verb ? " goes " : " ") + typed.text(at, at + 1);
  }
  return condition + ", ";
}

// "Assume no further calls", "assuming no more distributions": so it is of every figure up to the report's day. What
// names a time or anything else changes the answer and stays.
bool supposes_nothing(const Words& words) {
  return words.size() == 4 && one_of(words[0], {"assume", "assuming", "suppose", "supposing"}) && words[1] == "no" &&
         one_of(words[2], {"further", "more"}) && one_of(words[3], {"call", "calls", "distribution", "distributions"});
}

// What a sentence says is not printed, with what bounds it: "TVPI for 2022" of "TVPI is not printed for 2022".
std::optional<std::string> not_printed(const std::string& sentence) {
  const std::string folded = reading::fold(sentence);
  for (std::string_view said : {" is not printed", " is not given", " is not shown", " is not stated",
                                " is not reported", " isn't printed", " isn't given", " isn't shown"}) {
    const auto at = folded.find(said);
    if (at != std::string::npos && folded.size() == sentence.size())
      return sentence.substr(0, at) + sentence.substr(at + said.size());
  }
  return std::nullopt;
}

bool is_reckoning(std::string_view word) {
  return one_of(word, {"calculate", "compute", "derive", "reckon", "work", "determine"});
}

// What follows "it" in "calculate it as of the end of 2022"; nothing when it is not so asked, or more is said before.
std::optional<std::string> asked_of_it(const std::string& request) {
  const std::string folded = reading::fold(request);
  const auto at = folded.find(" it");
  if (at == std::string::npos || folded.size() != request.size()) return std::nullopt;
  const Words before = reading::fold_tokens(request.substr(0, at));
  std::size_t end = at + 3;
  if (end < folded.size() && folded[end] >= 'a' && folded[end] <= 'z') return std::nullopt;  // "calculate items"
  const bool reckons = std::any_of(before.begin(), before.end(), is_reckoning);
  const bool alone = std::all_of(before.begin(), before.end(), [](const std::string& word) {
    return is_reckoning(word) || one_of(word, {"please", "can", "could", "would", "you", "kindly", "then", "so"});
  });
  if (!reckons || !alone) return std::nullopt;
  if (folded.compare(end, 4, " out") == 0) end += 4;  // "work it out"
  return request.substr(end);
}

// Cuts the first sentence off when another follows it: "NAV falls 15%" of "NAV falls 15%. TVPI?".
std::optional<std::string> take_sentence(std::string_view& message) {
  for (std::size_t at = message.find(". "); at != std::string_view::npos; at = message.find(". ", at + 1)) {
    const bool ends_word = at > 1 && (message[at - 1] == '%' || message[at - 2] != ' ') && message[at - 1] != '.';
    if (!ends_word) continue;
    std::string sentence(message.substr(0, at));
    message.remove_prefix(at + 2);
    return sentence;
  }
  return std::nullopt;
}

}  // namespace

std::string with_premises_joined(std::string_view message) {
  std::string_view rest = message;
  const auto sentence = take_sentence(rest);
  if (!sentence) return std::string(message);
  const Words first = reading::fold_tokens(*sentence);
  if (supposes_nothing(first)) return std::string(rest);
  if (supposes(first)) return as_condition(*sentence) + std::string(rest);
  const auto missing = not_printed(*sentence);
  const auto more = missing ? asked_of_it(std::string(rest)) : std::nullopt;
  if (more) return "calculate " + *missing + *more;
  return std::string(message);
}

}  // namespace dossier::funds
