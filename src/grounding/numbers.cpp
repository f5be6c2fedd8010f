#include "grounding/facts.h"
#include "grounding/words_for_numbers.h"
#include "reading/amounts.h"
#include "reading/indian_amounts.h"
#include "reading/one_of.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <string_view>

namespace dossier::grounding::detail {
namespace {

using reading::one_of;
using reading::Token;
using reading::TokenKind;

// Amounts said in words are kept to the ten-thousandth: a third is 33.3333 %.
constexpr double kParts = 10'000;
constexpr int kPartsPower = 4;

// Digits x 10^power, so that 1.50, 1.5 and 150 hundredths are the same.
struct Value {
  std::string digits;
  int power = 0;

  std::string key() const {
    const std::size_t first = digits.find_first_not_of('0');
    if (first == std::string::npos) return "0e0";
    const std::size_t last = digits.find_last_not_of('0');
    // Four-digit whole numbers keep their zeros: 2020 is a year.
    std::string kept = digits.substr(first, last + 1 - first);
    int raised = power + static_cast<int>(digits.size() - 1 - last);
    while (raised > 0 && kept.size() < 4) kept += '0', --raised;
    return kept + "e" + std::to_string(raised);
  }
};

bool groups_of_three(std::string_view text, char separator) {
  for (std::size_t at = text.find(separator); at != std::string_view::npos; at = text.find(separator, at + 1)) {
    const std::size_t next = std::min(text.find(separator, at + 1), text.size());
    if (next - at - 1 != 3 && next - at - 1 != 2) return false;  // 12,34,567 has groups of two
  }
  return true;
}

// "1,234.50", "12,34,567", "1.234,5", "12.5". Anything stranger ("6:15", "1.2.3") has no value.
std::optional<Value> read_value(std::string_view text) {
  const auto count = [text](char c) { return std::count(text.begin(), text.end(), c); };
  if (text.find(':') != std::string_view::npos) return std::nullopt;
  const std::size_t comma = text.rfind(','), dot = text.rfind('.');
  char mark = 0;
  if (comma != std::string_view::npos && dot != std::string_view::npos)
    mark = comma > dot ? ',' : '.';
  else if (dot != std::string_view::npos && count('.') == 1)
    mark = '.';
  else if (comma != std::string_view::npos && !(text.size() - comma == 4 && groups_of_three(text, ',')))
    mark = ',';
  else if (count('.') > 1 && !groups_of_three(text, '.'))
    return std::nullopt;
  Value value;
  const std::size_t at = mark == 0 ? std::string_view::npos : text.rfind(mark);
  if (mark != 0 && count(mark) > 1) return std::nullopt;
  for (const char c : text) {
    if (c >= '0' && c <= '9') value.digits += c;
  }
  if (at != std::string_view::npos) value.power = -static_cast<int>(text.size() - at - 1);
  return value;
}

// One number from its first token on.
class NumberReader {
 public:
  NumberReader(Scan& scan, std::size_t first) : scan_(scan), first_(first), last_(first) {}

  // From digits: a token, or one part of a range such as "2019-2023".
  void read_digits() {
    const std::string& written = scan_.token(first_).lower;
    const std::size_t parting = written.find_first_of("-/");
    if (parting != std::string::npos) return read_parts(written);
    std::optional<Value> value = read_value(written);
    if (!value) return scan_.take(FactKind::number, first_, first_, written);
    finish(std::move(*value));
  }
  void read_words(const SpokenQuantity& quantity) {
    last_ = quantity.last;
    const Value value{std::to_string(std::llround(quantity.value * kParts)), -kPartsPower};
    switch (quantity.kind) {
      case SpokenQuantity::Kind::count: return finish(value);
      case SpokenQuantity::Kind::share: return scan_.take(FactKind::number, first_, last_, value.key() + "%");
      case SpokenQuantity::Kind::multiple: return scan_.take(FactKind::number, first_, last_, value.key() + "x");
      case SpokenQuantity::Kind::place:
        // "For the third time" is not "for the third year".
        return scan_.take(FactKind::number, first_, last_, value.key() + (is_of_times() ? "t#" : "#"),
                          is_of_a_month() ? "day" : "");
    }
  }

 private:
  const Token* next() const {
    const std::size_t i = last_ + 1;
    return scan_.is_free(i) && scan_.same_sentence(first_, i) ? &scan_.token(i) : nullptr;
  }

  bool is_of_times() const { return next() != nullptr && one_of(next()->lower, {"time", "occasion"}); }

  // "The fifth of May".
  bool is_of_a_month() const {
    return next() != nullptr && next()->lower == "of" && scan_.is_free(last_ + 2) && scan_.token(last_ + 2).capital;
  }

  // Its ends, and the whole: both years of "2017-2017" may stand in a source that says 2017-2019.
  void read_parts(const std::string& written) {
    std::size_t from = 0;
    while (from < written.size()) {
      const std::size_t to = std::min(written.find_first_of("-/", from), written.size());
      const std::string part = written.substr(from, to - from);
      const std::optional<Value> value = read_value(part);
      scan_.take(FactKind::number, first_, first_, value ? value->key() : part);
      from = to + 1;
    }
    scan_.take(FactKind::number, first_, first_, written);
  }

  void finish(Value value) {
    value.power += take_scale();
    const bool indian = has_indian_scale();
    const std::string unit = take_unit();
    std::string currency = find_currency();
    if (currency.empty() && unit.empty() && indian) currency = "INR";
    const bool dressed = !unit.empty() || !currency.empty() || value.power != 0;
    std::string key = value.key() + unit;
    if (is_negative(dressed) && !key.starts_with("0e")) key = "-" + key;
    scan_.take(FactKind::number, first_, last_, std::move(key), currency);
  }

  // "2.5 lakh" is rupees unless another currency is named.
  bool has_indian_scale() const {
    return one_of(scan_.token(last_).lower,
                  {"lakh", "lakhs", "lac", "lacs", "laakh", "crore", "crores", "cr", "karod"});
  }

  int take_scale() {
    const Token* word = next();
    if (word == nullptr) return 0;
    const std::optional<int> power = power_of_scale(word->lower);
    // A single letter is a scale only when it touches the digits: "5 m" is a length as well.
    if (!power || (word->lower.size() == 1 && !word->glued)) return 0;
    ++last_;
    return *power;
  }

  std::string take_unit() {
    const std::string_view gap = scan_.text.before(last_ + 1);
    if (gap.starts_with('%') || gap.starts_with(" %")) return "%";
    const Token* word = next();
    if (word == nullptr) return "";
    if (word->lower == "percent" || word->lower == "pct") return ++last_, "%";
    if ((word->lower == "x" && word->glued) || word->lower == "times") return ++last_, "x";
    if (word->glued && one_of(word->lower, {"st", "nd", "rd", "th"})) return ++last_, "#";
    if (word->lower != "per" || last_ + 2 >= scan_.used.size() || scan_.token(last_ + 2).lower != "cent") return "";
    last_ += 2;
    return "%";
  }

  // "$5", "US$ 5", "EUR 5", "5 EUR", "Rs. 5".
  std::string find_currency() const {
    std::string_view gap = scan_.text.before(first_);
    while (!gap.empty() && (gap.back() == ' ' || gap.back() == '-' || gap.back() == '(')) gap.remove_suffix(1);
    const std::size_t blank = gap.find_last_of(" (");
    const std::string symbol(blank == std::string_view::npos ? gap : gap.substr(blank + 1));
    if (const auto found = reading::find_currency(symbol)) return std::string(found->code());
    if (symbol == "\u20B9") return "INR";
    if (first_ > 0 && is_rupees(scan_.token(first_ - 1).lower) && scan_.same_sentence(first_ - 1, first_)) return "INR";
    if (first_ > 0 && scan_.token(first_ - 1).all_capitals) {
      if (const auto found = reading::find_currency(scan_.text.slice(scan_.token(first_ - 1).span)))
        return std::string(found->code());
    }
    const Token* after = next();
    if (after == nullptr) return "";
    if (is_rupees(after->lower)) return "INR";
    const auto found = after->all_capitals ? reading::find_currency(scan_.text.slice(after->span)) : std::nullopt;
    return found ? std::string(found->code()) : "";
  }
  static bool is_rupees(const std::string& lower) {
    return one_of(lower, {"rs", "rupees", "rupee", "rupaye", "rupaiye", "rupay", "rupya", "rupye", "inr"});
  }

  // A minus that touches the number and nothing before it; brackets around an amount. "(2023)" is only an aside.
  bool is_negative(bool dressed) const {
    std::string_view gap = scan_.text.before(first_);
    while (!gap.empty() && static_cast<unsigned char>(gap.back()) >= 0x80 && !gap.ends_with("\u2212"))
      gap.remove_suffix(1);
    while (!gap.empty() && gap.back() == '$') gap.remove_suffix(1);
    const bool minus = gap.ends_with('-') || gap.ends_with("\u2212");
    if (minus) {
      gap.remove_suffix(gap.ends_with('-') ? 1 : 3);
      return gap.empty() ? first_ == 0 || !scan_.token(first_).glued : gap.back() == ' ' || gap.back() == '(';
    }
    const std::string_view after = scan_.text.before(last_ + 1);
    return dressed && gap.ends_with('(') && (after.starts_with(')') || after.starts_with("%)"));
  }

  Scan& scan_;
  const std::size_t first_;
  std::size_t last_;
};

bool all_free(const Scan& scan, std::size_t first, std::size_t last) {
  while (first <= last && scan.is_free(first)) ++first;
  return first > last;
}

// What somebody tells in the first person and counts in no other currency: "Value 40,000", "gave him 12,000".
void take_for_rupees(Scan& scan) {
  const auto& tokens = scan.text.tokens();
  const bool told = std::any_of(tokens.begin(), tokens.end(), [](const Token& token) {
    return one_of(token.lower, {"i", "my", "me", "our", "mai", "maine", "mera", "meri", "mere", "mujhe"});
  });
  const bool foreign = std::any_of(scan.facts.begin(), scan.facts.end(), [](const Fact& fact) {
    return fact.kind == FactKind::number && !fact.context.empty() && fact.context != "INR" && fact.context != "day";
  });
  if (!told || foreign) return;
  std::vector<bool> taken(tokens.size(), false);
  for (const Fact& fact : scan.facts) {
    if (fact.kind != FactKind::number)
      std::fill_n(taken.begin() + static_cast<std::ptrdiff_t>(fact.first), fact.last - fact.first + 1, true);
  }
  for (const reading::SpokenAmount& amount : reading::find_indian_amounts(scan.text, taken)) {
    for (Fact& fact : scan.facts) {
      const bool same = fact.kind == FactKind::number && amount.first <= fact.first && fact.last <= amount.last;
      if (same && !amount.foreign && fact.context.empty()) fact.context = "INR";
    }
  }
}

}  // namespace

void find_numbers(Scan& scan) {
  const Words words(scan.text);
  for (std::size_t i = 0; i < scan.used.size(); ++i) {
    if (!scan.is_free(i)) continue;
    NumberReader reader(scan, i);
    const Token& token = scan.token(i);
    if (token.kind == TokenKind::number) {
      reader.read_digits();
    } else if (token.lower == "q" && scan.is_free(i + 1) && scan.token(i + 1).glued &&
               scan.token(i + 1).lower.size() == 1) {
      scan.take(FactKind::number, i, i + 1, scan.token(i + 1).lower + "e0#");  // "Q3": the third quarter
    } else if (const auto quantity = spoken_quantity(words, i)) {
      if (all_free(scan, quantity->first, quantity->last)) reader.read_words(*quantity);
    }
  }
  take_for_rupees(scan);
}

}  // namespace dossier::grounding::detail
