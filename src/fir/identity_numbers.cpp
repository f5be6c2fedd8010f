#include "fir/identity_words.h"
#include "reading/one_of.h"

#include <algorithm>
#include <array>

namespace dossier::fir {
namespace {

using reading::one_of;
using reading::Text;
using reading::Token;
using reading::TokenKind;

constexpr std::size_t kLongNumberDigits = 6;  // post codes and telephones have so many; sums say that they are sums
constexpr std::size_t kLongRunDigits = 8;     // of a number in groups: "98765 43210"
constexpr std::size_t kDigitsOfDayMax = 8;    // "05/05/2026"
constexpr std::size_t kSpelledDigitsMin = 6;  // "nine eight one zero zero one"

std::size_t digits_of(std::string_view run) {
  return static_cast<std::size_t>(std::count_if(run.begin(), run.end(), [](char c) { return c >= '0' && c <= '9'; }));
}

// "2026-05-05", "5-5-26", "05/05/2026", "5.5.26": three groups, of which none is longer than a year.
bool is_day(std::string_view run) {
  std::size_t groups = 1, group = 0;
  for (const char c : run) {
    if (c == '-' || c == '/' || c == '.') {
      ++groups;
      group = 0;
    } else if (++group > 4) {
      return false;
    }
  }
  return groups == 3 && digits_of(run) <= kDigitsOfDayMax;
}

bool is_digit_word(std::string_view word) {
  return one_of(
      word, {"zero", "one", "two",  "three", "four",  "five",  "six",    "seven", "eight", "nine", "double", "triple",
             "ek",   "do",  "teen", "char",  "chaar", "panch", "paanch", "chhe",  "saat",  "aath", "nau",    "shunya"});
}

// Letters that belong to a time, a day or a measure: "6pm", "10th", "28k".
bool is_unit(std::string_view word) {
  return one_of(word, {"am",  "pm",  "a",  "p",  "st", "nd",   "rd",  "th",   "k",    "km",   "kms", "kg",    "g",
                       "gm",  "gms", "m",  "cm", "ft", "feet", "hrs", "hr",   "h",    "yrs",  "yr",  "years", "lakh",
                       "lac", "l",   "cr", "rs", "s",  "x",    "min", "mins", "days", "inch", "ml",  "mg",    "baje"});
}

class Numbers {
 public:
  explicit Numbers(const Text& text) : text_(text), tokens_(text.tokens()), hidden_(tokens_.size(), false) {}

  std::vector<bool> run() {
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      long_number(i);
      spelled_out(i);
      number_plate(i);
      part_of_an_address(i);
    }
    electronic_addresses();
    return std::move(hidden_);
  }

 private:
  bool is_number(std::size_t i) const { return i < tokens_.size() && tokens_[i].kind == TokenKind::number; }
  void hide(std::size_t first, std::size_t last) {
    for (std::size_t k = first; k <= last; ++k) hidden_[k] = true;
  }

  bool is_sum(std::size_t i) const {
    const bool before = i > 0 && one_of(tokens_[i - 1].lower, {"rs", "inr", "rupees", "rupaye", "rupay"});
    const bool after = i + 1 < tokens_.size() &&
                       one_of(tokens_[i + 1].lower, {"rs", "rupees", "rupaye", "rupay", "rupee", "lakh", "crore"});
    return before || after || tokens_[i].lower.find(',') != std::string::npos ||
           text_.before(i).find("₹") != std::string_view::npos;
  }

  // A number that goes on from token `first`, through blanks and hyphens ("98765 43210"), with too many digits.
  void long_number(std::size_t first) {
    if (!is_number(first) || is_sum(first)) return;
    std::size_t digits = 0, last = first;
    for (std::size_t i = first; is_number(i); ++i) {
      const std::string_view between = text_.before(i);
      if (i > first && between != " " && between != "-" && between != "") break;
      const std::string& run = tokens_[i].lower;
      if (run.find_first_of(".:/,") != std::string::npos || is_day(run)) break;
      digits += digits_of(run);
      last = i;
    }
    if (digits >= (last == first ? kLongNumberDigits : kLongRunDigits)) hide(first, last);
  }

  void spelled_out(std::size_t first) {
    std::size_t end = first;
    while (end < tokens_.size() && is_digit_word(tokens_[end].lower)) ++end;
    if (end - first >= kSpelledDigitsMin) hide(first, end - 1);
  }

  // "DL 8C AB 1234", "UP-32-AB-1234", "mh12ab1234": two letters, digits, letters, up to four digits.
  void number_plate(std::size_t first) {
    constexpr std::size_t kPartsMax = 8, kLettersMin = 8, kLettersMax = 11;
    std::string plate;
    for (std::size_t i = first; i < tokens_.size() && i < first + kPartsMax; ++i) {
      const std::string_view between = text_.before(i);
      const bool close = i == first || between.empty() || between == " " || between == "-" || between == ".";
      if (!close || tokens_[i].lower.size() > kLettersMax) return;
      for (const char c : tokens_[i].lower) {
        if (c != '-' && c != '.' && c != '/') plate += c;
      }
      if (plate.size() > kLettersMax) return;
      if (plate.size() >= kLettersMin && is_plate(plate)) hide(first, i);
    }
  }
  static bool is_plate(std::string_view plate) {
    constexpr auto kStates =
        std::to_array<std::string_view>({"an", "ap", "ar", "as", "br", "cg", "ch", "dd", "dl", "dn", "ga", "gj", "hp",
                                         "hr", "jh", "jk", "ka", "kl", "la", "ld", "mh", "ml", "mn", "mp", "mz", "nl",
                                         "od", "or", "pb", "py", "rj", "sk", "tn", "tr", "ts", "uk", "up", "wb"});
    if (std::find(kStates.begin(), kStates.end(), plate.substr(0, 2)) == kStates.end()) return false;
    std::size_t at = 0;
    const auto run = [&](bool digits, std::size_t low, std::size_t high) {
      std::size_t count = 0;
      while (at < plate.size() && count < high &&
             (digits ? plate[at] >= '0' && plate[at] <= '9' : plate[at] >= 'a' && plate[at] <= 'z'))
        ++at, ++count;
      return count >= low;
    };
    return run(false, 2, 2) && run(true, 1, 2) && run(false, 1, 3) && run(true, 3, 4) && at == plate.size();
  }

  // "12/4", "B-12", "12A", "H.No. 7".
  void part_of_an_address(std::size_t i) {
    if (!is_number(i)) return;
    const std::string& run = tokens_[i].lower;
    const auto stroke = run.find('/');
    if (stroke != std::string::npos && !is_day(run)) hidden_[i] = true;
    const bool letter_before = i > 0 && tokens_[i - 1].lower.size() == 1 && tokens_[i - 1].lower != "i" &&
                               (text_.before(i) == "-" || text_.before(i) == "/" || text_.before(i).empty());
    if (letter_before) hide(i - 1, i);
    const bool letters_behind = i + 1 < tokens_.size() && tokens_[i + 1].kind == TokenKind::word &&
                                (tokens_[i + 1].glued || text_.before(i + 1) == "-") && !is_unit(tokens_[i + 1].lower);
    if (letters_behind && tokens_[i + 1].lower.size() <= 2) hide(i, i + 1);
  }

  // Every token of the unbroken run of characters around an @.
  void electronic_addresses() {
    const auto joined = [&](std::size_t i) {  // token i follows the one before without a blank
      return i > 0 && i < tokens_.size() && text_.before(i).find_first_of(" \n\t,;()") == std::string_view::npos;
    };
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      const auto at = text_.before(i).find('@');
      if (at == std::string_view::npos) continue;
      std::size_t first = i, last = i;
      if (text_.before(i) == "@" && i > 0) first = i - 1;
      while (first < i && joined(first)) --first;
      while (joined(last + 1)) ++last;
      hide(first, last);
    }
  }

  const Text& text_;
  const std::vector<Token>& tokens_;
  std::vector<bool> hidden_;
};

}  // namespace

std::vector<bool> telling_numbers(const Text& text) {
  return Numbers(text).run();
}

}  // namespace dossier::fir
