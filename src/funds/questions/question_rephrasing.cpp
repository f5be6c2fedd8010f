#include "funds/questions/question_rephrasing.h"

#include "funds/questions/question_premises.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <optional>
#include <span>
#include <utility>
#include <vector>

namespace dossier::funds {
namespace {

// The words of a message as typed, and folded without the punctuation around them, to be matched.
class Typed {
 public:
  explicit Typed(std::string_view message) {
    while (!message.empty()) {
      auto end = std::min(message.find(' '), message.size());
      if (end > 0) push(std::string(message.substr(0, end)));
      message.remove_prefix(std::min(end + 1, message.size()));
    }
  }

  std::size_t size() const { return words_.size(); }
  bool says(std::size_t at, std::string_view word) const { return at < folded_.size() && folded_[at] == word; }
  std::span<const std::string> folded() const { return folded_; }
  bool ends_clause(std::size_t at) const {
    return at >= words_.size() || words_[at].find_first_of(",;:?.") != std::string::npos;
  }

  // Puts `text` where `length` words were; punctuation after them stays.
  void replace(std::size_t at, std::size_t length, std::string text) {
    const std::string& last = words_[at + length - 1];
    auto mark = last.find_last_not_of(",;:?.!");
    if (mark != std::string::npos) text += last.substr(mark + 1);
    erase(at, length);
    if (!text.empty()) insert(at, std::move(text));
  }

  std::string text() const {
    std::string all;
    for (const std::string& word : words_) all += (all.empty() ? "" : " ") + word;
    return all;
  }

 private:
  static std::string folded_bare(const std::string& word) {
    auto tokens = reading::fold_tokens(word);
    return tokens.size() == 1 ? tokens[0] : reading::fold(word);
  }
  void push(std::string word) {
    folded_.push_back(folded_bare(word));
    words_.push_back(std::move(word));
  }
  void insert(std::size_t at, std::string word) {
    folded_.insert(folded_.begin() + static_cast<std::ptrdiff_t>(at), folded_bare(word));
    words_.insert(words_.begin() + static_cast<std::ptrdiff_t>(at), std::move(word));
  }
  void erase(std::size_t at, std::size_t length) {
    auto from = static_cast<std::ptrdiff_t>(at), to = static_cast<std::ptrdiff_t>(at + length);
    words_.erase(words_.begin() + from, words_.begin() + to);
    folded_.erase(folded_.begin() + from, folded_.begin() + to);
  }

  std::vector<std::string> words_, folded_;
};

enum class Roundabout { leaving_out, had_not_been, looking_at, supposing_nothing };

const reading::PhraseTable<Roundabout>& roundabouts() {
  using enum Roundabout;
  static const reading::PhraseTable<Roundabout> table = {
      {leaving_out,
       {"if we left out",
        "if we leave out",
        "if you leave out",
        "if i leave out",
        "if we ignore",
        "if we ignored",
        "if you ignore",
        "if we exclude",
        "if we excluded",
        "if you exclude",
        "if we disregard",
        "disregarding",
        "if we strip out",
        "if you strip out",
        "leaving aside",
        "setting aside",
        "if it were not for",
        "strip out",
        "stripping out",
        "taking out",
        "take away",
        "taking away",
        "back out",
        "backing out",
        "skip",
        "skipping",
        "but skip",
        "but not counting",
        "not counting those that are",
        "ohne die",
        "ohne den"}},
      {looking_at,
       {"if you take", "if we take", "if i take", "if you look at", "if we look at", "when you look at",
        "if you consider", "if we consider"}},
      // What every goal and supposition takes for granted.
      {supposing_nothing,
       {"if nothing more is called", "if nothing else is called", "if nothing further is called",
        "if no more is called", "if no more capital is called", "with no further calls", "without further calls",
        "with no further capital calls", "assuming no further calls", "and no further calls"}},
      // What follows the rows in "if call 4 had not happened".
      {had_not_been,
       {"had not happened",
        "had never happened",
        "had not been made",
        "had never been made",
        "had not been paid",
        "had never been paid",
        "had not taken place",
        "had not been called",
        "had not been distributed",
        "had not occurred",
        "did not happen",
        "did not exist",
        "never happened",
        "were left out",
        "was left out",
        "were excluded",
        "was excluded",
        "had not been booked",
        "had never been booked",
        "is left out",
        "are left out",
        "is ignored",
        "are ignored",
        "were ignored",
        "is excluded",
        "are excluded",
        "is dropped",
        "were dropped",
        "are dropped",
        "was dropped",
        "was ignored",
        "is taken out",
        "were taken out",
        "had not been there",
        "had never taken place",
        "had never existed",
        "not been booked",
        "not been made",
        "not been paid",
        "not happened",
        "not taken place",
        "not been called"}},
  };
  return table;
}

// How many words from `at` on go that way round; 0 when they do not.
std::size_t said_at(const Typed& typed, std::size_t at, Roundabout way) {
  const auto match = roundabouts().match_at(typed.folded(), at);
  return match && match->meaning == way ? match->length : 0;
}

// "Check if anything was distributed" supposes nothing.
void say_whether(Typed& typed) {
  static constexpr std::array<std::string_view, 14> kVerbs = {"check",  "know",    "see",       "confirm", "say",
                                                              "verify", "clarify", "wonder",    "sure",    "ask",
                                                              "asks",   "asked",   "wondering", "out"};
  for (std::size_t at = 1; at < typed.size(); ++at) {
    if (!typed.says(at, "if")) continue;
    std::size_t verb = at - 1;
    bool told = (typed.says(verb, "me") || typed.says(verb, "us")) && at > 1;
    bool supposes = false;  // "tell me if NAV falls what the TVPI is"
    for (std::size_t k = at + 1; k < typed.size(); ++k)
      supposes = supposes || typed.says(k, "what") || typed.says(k, "would") || typed.says(k, "how");
    if (supposes) return;
    bool asks = std::find(kVerbs.begin(), kVerbs.end(), typed.folded()[verb]) != kVerbs.end();
    if (asks || told) typed.replace(at, 1, "whether");
  }
}

void say_without(Typed& typed) {
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (std::size_t length = said_at(typed, at, Roundabout::leaving_out)) typed.replace(at, length, "without");
  }
}

void leave_out_what_is_granted(Typed& typed) {
  for (std::size_t at = 0; at < typed.size(); ++at) {
    if (std::size_t length = said_at(typed, at, Roundabout::supposing_nothing)) typed.replace(at, length, "");
  }
}

// "If you take all the calls, what is their average?" only says of which.
void say_of_which(Typed& typed) {
  std::size_t length = said_at(typed, 0, Roundabout::looking_at);
  std::size_t end = length;
  while (length > 0 && end < typed.size() && !typed.ends_clause(end)) ++end;
  bool asks = typed.says(end + 1, "what") || typed.says(end + 1, "how") || typed.says(end + 1, "which");
  if (length > 0 && asks) typed.replace(0, length, "");
}

bool asks_for_the_unfunded(const Typed& typed) {
  auto folded = typed.folded();
  return std::any_of(folded.begin(), folded.end(), [](const std::string& word) {
    return word == "undrawn" || word == "unfunded" || word == "uncalled" || word == "callable";
  });
}

// "If call 4 had not happened, ...": the clause between is what is left out.
void say_without_what_had_not_been(Typed& typed) {
  if (asks_for_the_unfunded(typed)) return;  // has words of its own for recallable distributions left out
  for (std::size_t at = 0; at < typed.size(); ++at) {
    const bool had = at == 0 && typed.says(at, "had");  // "had call 4 not been made, ..."
    if (!typed.says(at, "if") && !typed.says(at, "though") && !had) continue;
    std::size_t end = at + 1;
    for (; end < typed.size(); ++end) {
      std::size_t length = said_at(typed, end, Roundabout::had_not_been);
      if (length > 0 && typed.says(end + length, "from")) return;  // "is dropped from both" says of what
      if (length > 0) {
        typed.replace(end, length, "");
        typed.replace(at, 1, "without");
        if (at > 0 && typed.says(at - 1, "as")) typed.replace(at - 1, 1, "");  // "as though"
        return;
      }
      if (typed.ends_clause(end)) break;
    }
    at = end - 1;  // another "if" among the words looked through would find nothing in them either
  }
}

std::optional<int> small_number(std::string_view word) {
  static constexpr std::array<std::string_view, 10> kNames = {"a",    "one", "two",   "three", "four",
                                                              "five", "six", "seven", "eight", "nine"};
  auto named = std::find(kNames.begin(), kNames.end(), word);
  if (named == kNames.end()) return std::nullopt;
  return std::max(1, static_cast<int>(named - kNames.begin()));
}

bool is_scale(const Typed& typed, std::size_t at) {
  return typed.says(at, "million") || typed.says(at, "thousand") || typed.says(at, "billion");
}

// "By a tenth", "by one quarter": what a figure moves by, in percent.
void write_parts(Typed& typed) {
  static constexpr std::pair<std::string_view, std::string_view> kParts[] = {
      {"tenth", "10%"},   {"10th", "10%"},         {"fifth", "20%"}, {"5th", "20%"},
      {"quarter", "25%"}, {"third", "33.333333%"}, {"half", "50%"}};
  for (std::size_t at = 0; at + 2 < typed.size(); ++at) {
    const bool counted = typed.says(at + 1, "a") || typed.says(at + 1, "one");
    const bool moves = typed.says(at, "by") || typed.says(at, "lost") || typed.says(at, "loses") ||
                       typed.says(at, "with") || typed.says(at, "dropped") || typed.says(at, "fell");
    if (!moves || !counted) continue;
    auto part = std::find_if(std::begin(kParts), std::end(kParts),
                             [&](const auto& one) { return typed.says(at + 2, one.first); });
    if (part != std::end(kParts)) typed.replace(at + 1, 2, std::string(part->second));
  }
}

// "Two and a half million", "half a million", "a million".
void write_numbers(Typed& typed) {
  for (std::size_t at = 0; at < typed.size(); ++at) {
    auto whole = small_number(typed.folded()[at]);
    if (typed.says(at, "half") && typed.says(at + 1, "a") && is_scale(typed, at + 2)) typed.replace(at, 2, "0.5");
    static constexpr std::array<std::string_view, 8> kTens = {"twenty", "thirty",  "forty",  "fifty",
                                                              "sixty",  "seventy", "eighty", "ninety"};
    const bool after_tens = at > 0 && std::find(kTens.begin(), kTens.end(), typed.folded()[at - 1]) != kTens.end();
    if (!whole || after_tens) continue;  // "twenty five million" is one number
    const bool and_a_half = typed.says(at + 1, "and") && typed.says(at + 2, "a") && typed.says(at + 3, "half");
    if (and_a_half && is_scale(typed, at + 4)) {
      typed.replace(at, 4, std::to_string(*whole) + ".5");
    } else if (is_scale(typed, at + 1)) {
      typed.replace(at, 1, std::to_string(*whole));
    }
  }
}

}  // namespace

std::string rephrased(std::string_view message) {
  Typed typed(with_premises_joined(message));
  say_of_which(typed);
  say_whether(typed);
  leave_out_what_is_granted(typed);
  say_without(typed);
  say_without_what_had_not_been(typed);
  write_parts(typed);
  write_numbers(typed);
  return typed.text();
}

}  // namespace dossier::funds
