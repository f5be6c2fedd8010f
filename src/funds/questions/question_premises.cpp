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

// "Thanks.", "Ok, noted.", "Good morning."
bool only_thanks(const Words& words) {
  return std::all_of(words.begin(), words.end(), [](const std::string& word) {
    return one_of(word, {"thanks",  "thank", "you",  "ok",    "okay",      "noted",  "great", "perfect", "good",
                         "fine",    "right", "sure", "hi",    "hello",     "sir",    "madam", "dear",    "team",
                         "all",     "very",  "much", "got",   "it",        "so",     "many",  "hey",     "understood",
                         "morning", "also",  "then", "again", "afternoon", "evening"});
  });
}

std::string rest_of(const Typed& typed, std::size_t from) {
  return from < typed.size() ? " " + typed.text(from, typed.size()) : "";
}

// What a sentence says is not printed, with what bounds it: "TVPI for 2022" of "TVPI is not printed for 2022", "IRR" of
// "No IRR is printed" and of "The report prints no IRR".
std::optional<std::string> not_printed(const std::string& sentence) {
  const Typed typed(sentence);
  const auto folded = typed.folded();
  const auto shown = [&](std::size_t at) {
    return at < folded.size() && one_of(folded[at], {"printed", "given", "shown", "stated", "reported", "mentioned"});
  };
  for (std::size_t at = 1; at < folded.size(); ++at) {
    const bool is = one_of(folded[at], {"is", "are"});
    if (is && folded[0] == "no" && shown(at + 1)) return typed.text(1, at) + rest_of(typed, at + 2);
    if (is && at + 1 < folded.size() && folded[at + 1] == "not" && shown(at + 2))
      return typed.text(0, at) + rest_of(typed, at + 3);
    if (typed.text(at, at + 1).find("n't") != std::string::npos && shown(at + 1))
      return typed.text(0, at) + rest_of(typed, at + 2);
    const bool tells = one_of(folded[at], {"prints", "gives", "shows", "states", "reports", "mentions"});
    if (tells && at + 2 < folded.size() && folded[at + 1] == "no") return typed.text(at + 2, folded.size());
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

// "The last distribution had not been made" of "Imagine the last distribution had not been made".
std::optional<std::string> supposed_in(const std::string& sentence) {
  const Typed typed(sentence);
  if (typed.size() < 3 || !one_of(typed.folded()[0], {"imagine", "suppose", "supposing", "assume", "assuming"}))
    return std::nullopt;
  return typed.text(typed.says(1, "that") ? 2 : 1, typed.size());
}

// "Another distribution of $1,000,000" of "We are expecting another distribution of $1,000,000".
std::optional<std::string> expected_flow(const std::string& sentence) {
  const Typed typed(sentence);
  const auto folded = typed.folded();
  const Words words(folded.begin(), folded.end());
  const bool expects = holds(words, {"expect", "expects", "expecting", "expected", "anticipate", "anticipating",
                                     "awaiting", "await", "coming", "announced", "due"});
  if (!expects || asks(words)) return std::nullopt;
  for (std::size_t at = 0; at + 1 < folded.size(); ++at) {
    const bool more = one_of(folded[at], {"another", "further", "additional", "extra"}) ||
                      (folded[at] == "one" && folded[at + 1] == "more");
    const std::string flow = more ? typed.text(at, typed.size()) : "";
    if (more && flow.find_first_of("0123456789") != std::string::npos) return flow;
  }
  return std::nullopt;
}

// What is asked behind "if it comes, ..." or with "would": under the condition just stated.
std::optional<std::string> asked_if_it_comes(std::string_view rest) {
  const auto comma = rest.find(", ");
  const Words opening = reading::fold_tokens(rest.substr(0, std::min(comma, rest.size())));
  const bool refers = std::all_of(opening.begin(), opening.end(), [](const std::string& word) {
    return one_of(word, {"if",   "once",    "when", "after", "assuming", "it",      "that", "this",
                         "so",   "comes",   "come", "came",  "happens",  "arrives", "is",   "gets",
                         "goes", "through", "paid", "made",  "received", "in",      "case", "then"});
  });
  if (comma != std::string_view::npos && refers) return std::string(rest.substr(comma + 2));
  return holds(reading::fold_tokens(rest), {"would", "then"}) ? std::optional<std::string>(rest) : std::nullopt;
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
  std::string kept;  // what was said before and is no premise
  while (const auto sentence = take_sentence(rest)) {
    const Words words = reading::fold_tokens(*sentence);
    if (only_thanks(words)) continue;
    if (supposes(words)) return kept + as_condition(*sentence) + std::string(rest);
    if (auto supposed = supposed_in(*sentence)) return kept + "if " + *supposed + ", " + std::string(rest);
    if (auto expected = expected_flow(*sentence)) {
      if (auto question = asked_if_it_comes(rest)) return kept + "if " + *expected + ", " + *question;
    }
    if (const auto missing = not_printed(*sentence)) {
      if (const auto more = asked_of_it(std::string(rest))) return kept + "calculate " + *missing + *more;
      if (!holds(reading::fold_tokens(rest), {"it", "that", "this", "one"})) continue;
    }
    kept += *sentence + ". ";
  }
  return kept + std::string(rest);
}

}  // namespace dossier::funds
