#include "funds/questions/question_numbers.h"

#include "funds/questions/question_chunks.h"
#include "reading/fold.h"
#include "reading/number_words.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace dossier::funds {
namespace {

// "Two" to "twenty"; not the "one" of "which one", "the last one".
std::optional<int> number_word(std::string_view word) {
  const auto value = reading::english_number(word);
  return value && *value <= 20 && *value != 1 ? value : std::nullopt;
}

// "Twenty", "thirty": what may stand before another number word; 0 when it is none.
int tens_word(std::string_view word) {
  const int value = reading::english_number(word).value_or(0);
  return value >= 20 ? value : 0;
}

// "One" to "nine" after tens; 0 when it is none.
int unit_word(std::string_view word) {
  const int value = word == "one" ? 1 : number_word(word).value_or(0);
  return value < 10 ? value : 0;
}

struct ScaleWord {
  std::string_view word;
  int power;
};
constexpr ScaleWord kScales[] = {{"k", 3},          {"thousand", 3}, {"tausend", 3},  {"mille", 3}, {"lakh", 5},
                                 {"lakhs", 5},      {"lac", 5},      {"lacs", 5},     {"m", 6},     {"mn", 6},
                                 {"mm", 6},         {"million", 6},  {"millions", 6}, {"mio", 6},   {"millionen", 6},
                                 {"crore", 7},      {"crores", 7},   {"cr", 7},       {"bn", 9},    {"billion", 9},
                                 {"milliarden", 9}, {"mrd", 9}};

// The power of ten a word stands for ("million": 6); 0 when it is none.
int scale_word(std::string_view folded) {
  auto known = std::find_if(std::begin(kScales), std::end(kScales), [&](auto& scale) { return scale.word == folded; });
  return known == std::end(kScales) ? 0 : known->power;
}

struct FractionWord {
  std::string_view word;
  int parts;
  bool many = false;  // said of several
};
constexpr FractionWord kFractions[] = {{"quarter", 4},        {"third", 3},        {"fifth", 5},       {"tenth", 10},
                                       {"quarters", 4, true}, {"thirds", 3, true}, {"fifths", 5, true}};

QuestionWord number_word_of(const reading::NumberText& number, std::string spelled) {
  QuestionWord word;
  word.spelled = std::move(spelled);
  word.number = number;
  return word;
}

reading::NumberText whole_number(int value) {
  reading::NumberText number;
  number.magnitude.digits = value;
  return number;
}

}  // namespace

bool NumberScanner::take(const std::string& chunk) {
  return years_apart(chunk) || counted_unit(chunk) || fiscal_year(chunk) || ordinal_number(chunk) || half(chunk) ||
         fraction(chunk) || number_in_letters(chunk) || number(chunk);
}

bool NumberScanner::reference(const std::string& chunk) {
  auto dash = chunk.find('-');
  if (dash == std::string::npos || dash == 0 || dash > 4 || !all_digits(chunk.substr(dash + 1))) return false;
  if (chunk.size() - dash - 1 > 3 || std::isupper(static_cast<unsigned char>(chunk.front())) == 0) return false;
  int number = std::stoi(chunk.substr(dash + 1));
  if (number == 0 || chunk.starts_with("FY") || chunk.starts_with("CY")) return false;
  words_.push_back(number_word_of(whole_number(number), chunk));
  words_.back().text = "ref";
  return true;
}

bool NumberScanner::short_year(std::string_view typed, std::string_view chunk) {
  if (!typed.starts_with('\'') || chunk.size() != 2 || !all_digits(chunk)) return false;
  std::string year = full_year(chunk);
  words_.push_back(number_word_of(whole_number(std::stoi(year)), year));
  return true;
}

// "FY2023", "FY23", "CY2023".
bool NumberScanner::fiscal_year(const std::string& chunk) {
  std::string folded = reading::fold(chunk);
  if (!folded.starts_with("fy") && !folded.starts_with("cy")) return false;
  std::string digits = folded.substr(folded.starts_with("fy'") || folded.starts_with("cy'") ? 3 : 2);
  if (!all_digits(digits) || (digits.size() != 2 && digits.size() != 4)) return false;
  int year = std::stoi(digits) + (digits.size() == 2 ? 2000 : 0);
  words_.push_back(number_word_of(whole_number(year), std::to_string(year)));
  return true;
}

// "half of the commitment" is 50 % of it; "the first half of 2023" is no share.
bool NumberScanner::half(const std::string& chunk) {
  if (reading::fold(chunk) != "half" || at_ + 1 >= chunks_.size() || bare(chunks_[at_]) != "of") return false;
  bool ordinal = !words_.empty() && (words_.back().text == "first" || words_.back().text == "second");
  if (ordinal || has_digit(chunks_[at_ + 1])) return false;
  reading::NumberText number = whole_number(50);
  number.form = reading::NumberForm::percent;
  number.dressed = true;
  words_.push_back(number_word_of(number, chunk));
  return true;
}

// "By a quarter", "a third of the commitment", "two thirds of it"; "a quarter of 2023" is a time.
bool NumberScanner::fraction(const std::string& chunk) {
  auto known = std::find_if(std::begin(kFractions), std::end(kFractions),
                            [&](auto& one) { return one.word == reading::fold(chunk); });
  if (known == std::end(kFractions) || words_.empty()) return false;
  bool of = at_ + 1 < chunks_.size() && bare(chunks_[at_]) == "of" && !has_digit(chunks_[at_ + 1]);
  bool by = words_.size() > 1 && words_[words_.size() - 2].text == "by";
  auto count = words_.back().ordinal();
  bool one = words_.back().text == "a" || words_.back().text == "one";
  if ((!one && !count) || (!of && !by) || (one && known->many)) return false;
  reading::NumberText number = whole_number(1'000'000 * count.value_or(1) / known->parts);
  number.magnitude.decimals = 4;
  number.form = reading::NumberForm::percent;
  number.dressed = true;
  std::string spelled = words_.back().spelled + " " + chunk;
  words_.back() = number_word_of(number, spelled);
  return true;
}

// "2019-2021" are two years, "calls 2-4" two numbers.
bool NumberScanner::years_apart(const std::string& chunk) {
  auto dash = chunk.find('-');
  if (dash == std::string::npos) return false;
  std::string from = chunk.substr(0, dash), to = chunk.substr(dash + 1);
  bool years = from.size() == 4 && to.size() == 4, small = from.size() <= 2 && to.size() <= 2;
  if (!all_digits(from) || !all_digits(to) || (!years && !small)) return false;
  words_.push_back(number_word_of(whole_number(std::stoi(from)), from));
  words_.push_back({.text = "to", .spelled = "-"});
  words_.push_back(number_word_of(whole_number(std::stoi(to)), to));
  return true;
}

// "3rd", "2nd".
bool NumberScanner::ordinal_number(const std::string& chunk) {
  if (chunk.size() < 3 || chunk.size() > 5 || !all_digits(chunk.substr(0, chunk.size() - 2))) return false;
  std::string tail = reading::fold(chunk.substr(chunk.size() - 2));
  if (tail != "st" && tail != "nd" && tail != "rd" && tail != "th") return false;
  words_.push_back(number_word_of(whole_number(std::stoi(chunk.substr(0, chunk.size() - 2))), chunk));
  words_.back().text = "nth";
  return true;
}

// "3-year", "five-year": a number and what it counts.
bool NumberScanner::counted_unit(const std::string& chunk) {
  auto dash = chunk.find('-');
  if (dash == std::string::npos || dash + 1 >= chunk.size()) return false;
  std::string unit = reading::fold(chunk.substr(dash + 1)), count = reading::fold(chunk.substr(0, dash));
  if (unit != "year" && unit != "years" && unit != "month" && unit != "months" && unit != "quarter") return false;
  auto small = number_word(count);
  if (!small && (!all_digits(count) || count.size() > 3)) return false;
  words_.push_back(number_word_of(whole_number(small ? *small : std::stoi(count)), count));
  words_.push_back({.text = unit, .spelled = unit});
  return true;
}

// "Two", "thirty", "twenty-five", "twenty five", of which it passes over the second word.
std::optional<int> NumberScanner::value_in_letters(const std::string& folded) {
  const auto dash = folded.find('-');
  const int tens = tens_word(folded.substr(0, dash));
  if (tens == 0) return number_word(folded);
  if (dash != std::string::npos) {
    const int unit = unit_word(folded.substr(dash + 1));
    return unit > 0 ? std::optional(tens + unit) : std::nullopt;
  }
  const int unit = at_ < chunks_.size() ? unit_word(reading::fold(bare(chunks_[at_]))) : 0;
  if (unit > 0) ++at_;
  return tens + unit;
}

bool NumberScanner::number_in_letters(const std::string& chunk) {
  auto value = value_in_letters(reading::fold(chunk));
  if (!value) return false;
  reading::NumberText number = whole_number(*value);
  std::string next = at_ < chunks_.size() ? reading::fold(bare(chunks_[at_])) : "";
  number.power = scale_word(next);
  if (is_percent(next)) number.form = reading::NumberForm::percent;
  number.dressed = number.power > 0 || number.form == reading::NumberForm::percent;  // "two million", "ten percent"
  if (number.dressed) ++at_;
  words_.push_back(number_word_of(number, chunk));
  return true;
}

// "1 000 000": the groups of three digits that follow, and passes over them.
std::string NumberScanner::groups_after(const std::string& chunk) {
  std::string groups;
  bool begins = all_digits(chunk) && chunk.size() <= 3 && chunk.front() != '0';
  while (begins && at_ < chunks_.size() && bare(chunks_[at_]).size() == 3 && all_digits(bare(chunks_[at_])))
    groups += bare(chunks_[at_++]);
  return groups;
}

// "800.000 Euro": a point before three digits groups thousands where the amount is no ratio and has no scale.
bool NumberScanner::grouped_by_points(std::string_view chunk) const {
  auto point = chunk.find('.');
  if (point == std::string_view::npos || point > 3 || chunk.size() != point + 4 || chunk.front() == '0') return false;
  if (!all_digits(std::string(chunk.substr(0, point))) || !all_digits(std::string(chunk.substr(point + 1))))
    return false;
  std::string next = at_ < chunks_.size() ? reading::fold(bare(chunks_[at_])) : "";
  if (scale_word(next) > 0 || next == "x" || next == "times" || next == "percent" || next == "%") return false;
  return point > 1 || next.starts_with("eur") || next == "\u20ac" || next == "chf";
}

bool NumberScanner::number(const std::string& chunk) {
  if (!has_digit(chunk)) return false;
  bool grouped = grouped_by_points(chunk);
  std::string digits = chunk + groups_after(chunk);
  if (grouped) std::erase(digits, '.');
  auto number = reading::read_number(digits);
  if (!number || number->too_large) return false;
  std::string spelled = chunk;
  if (at_ < chunks_.size()) {
    std::string next = reading::fold(bare(chunks_[at_]));
    int power = number->power == 0 ? scale_word(next) : 0;
    bool percent = is_percent(next);
    bool multiple = next == "x" || next == "times";
    if (power > 0 || percent || multiple) {
      number->power += power;
      if (percent) number->form = reading::NumberForm::percent;
      if (multiple) number->form = reading::NumberForm::multiple;
      number->dressed = true;
      spelled += " " + bare(chunks_[at_++]);
    }
  }
  words_.push_back(number_word_of(*number, spelled));
  return true;
}

bool NumberScanner::is_percent(std::string_view next) {
  return next == "percent" || next == "%" || next == "prozent" || next == "pct" || per_cent(next);
}

// "20 per cent": two words.
bool NumberScanner::per_cent(std::string_view next) {
  if (next != "per" || at_ + 1 >= chunks_.size() || reading::fold(bare(chunks_[at_ + 1])) != "cent") return false;
  ++at_;
  return true;
}

}  // namespace dossier::funds
