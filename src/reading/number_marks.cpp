#include "reading/number_marks.h"

#include "reading/currency_symbols.h"
#include "reading/digits.h"
#include "reading/fold.h"

#include <algorithm>
#include <array>
#include <cctype>

namespace dossier::reading {
namespace {

struct Suffix {
  std::string_view text;
  int power;
};

constexpr std::array<Suffix, 24> kSuffixes = {{
    {"thousands", 3}, {"thousand", 3},   {"millions", 6},  {"million", 6}, {"billions", 9}, {"billion", 9},
    {"millionen", 6}, {"milliarden", 9}, {"milliards", 9}, {"tausend", 3}, {"mio.", 6},     {"mio", 6},
    {"mrd.", 9},      {"mrd", 9},        {"md", 9},        {"tsd.", 3},    {"tsd", 3},      {"bn", 9},
    {"mn", 6},        {"mm", 6},         {"k", 3},         {"m", 6},       {"b", 9},        {"t", 3},
}};

// "260,190(1)", "(260,190)(1)", "260,190 EUR(1)": a figure in brackets right behind an amount is a footnote; "(1)"
// alone is minus one.
bool take_bracketed_figure(std::string& text, std::string& mark) {
  std::size_t open = text.rfind('(');
  if (text.size() < 4 || text.back() != ')' || open == std::string::npos || open == 0) return false;
  std::string_view before(text.data(), open);
  while (before.ends_with(' ')) before.remove_suffix(1);
  if (before.empty()) return false;
  const bool trailing_minus = before.size() > 1 && before.back() == '-' && is_digit(before[before.size() - 2]);
  bool amount = before.find_first_of("0123456789") != std::string_view::npos &&
                (is_digit(before.back()) || trailing_minus || before.back() == ')' || before.back() == '%' ||
                 ends_with_symbol(before) || before.ends_with("dr") || before.ends_with("cr") ||
                 before.ends_with("DR") || before.ends_with("CR"));
  bool note = amount && text.size() - open <= 4;
  if (!note || !std::all_of(text.begin() + static_cast<std::ptrdiff_t>(open) + 1, text.end() - 1, is_digit))
    return false;
  mark = text.substr(open + 1, text.size() - open - 2) + mark;
  text.resize(before.size());
  return true;
}

// "500.000,00 S": the mark of a German bank behind an amount with its cents, S (Soll) for what was paid and H (Haben)
// for what came in.
bool ends_with_bank_mark(std::string_view text, char mark) {
  constexpr std::size_t kTailBytes = 5;  // ",00 s"
  if (text.size() <= kTailBytes || text.back() != mark || text[text.size() - 2] != ' ') return false;
  const std::string_view cents = text.substr(text.size() - kTailBytes, 3);
  return (cents[0] == ',' || cents[0] == '.') && is_digit(cents[1]) && is_digit(cents[2]);
}

}  // namespace

void strip(std::string& text) {
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  while (!text.empty() && text.back() == ' ') text.pop_back();
}

std::string without_superscripts(std::string_view text, std::string& mark) {
  std::string out;
  for (char32_t c : code_points(text)) {
    if (c == 0xB9 || c == 0xB2 || c == 0xB3 || (c >= 0x2070 && c <= 0x2079)) {
      mark += c == 0xB9 ? '1' : c == 0xB2 ? '2' : c == 0xB3 ? '3' : static_cast<char>('0' + (c - 0x2070));
    } else {
      append_utf8(out, c);
    }
  }
  return out;
}

void take_footnote(std::string& text, std::string& mark) {
  while (take_bracketed_figure(text, mark)) {
  }
  for (bool again = true; again;) {
    again = false;
    for (std::string_view sign :
         {"*", "\u2020", "\u2021", "#", "(r)", "(a)", "(b)", "(c)", "[1]", "[2]", "[3]", "[a]", "[b]"}) {
      if (text.size() > sign.size() && text.ends_with(sign)) {
        text.resize(text.size() - sign.size());
        mark = std::string(sign) + mark;
        strip(text);
        again = true;
      }
    }
  }
  std::erase_if(mark, [](char c) { return c == '(' || c == ')' || c == '[' || c == ']'; });
}

void unwrap_currency(std::string& text) {
  std::size_t close = text.find(')');
  if (text.empty() || text.front() != '(' || close == std::string::npos || close + 1 >= text.size()) return;
  std::string unit = text.substr(1, close - 1);
  const auto symbols = currency_symbols();
  bool known = std::any_of(symbols.begin(), symbols.end(), [&](const CurrencySymbol& s) { return s.text == unit; });
  if (known) text = unit + " " + text.substr(close + 1);
}

bool take_dash_for_cents(std::string& text) {
  for (std::size_t i = 1; i + 1 < text.size(); ++i) {
    const bool mark = (text[i] == '.' || text[i] == ',') && is_digit(text[i - 1]) && text[i + 1] == '-';
    if (!mark) continue;
    const std::size_t end = std::min(text.find_first_not_of('-', i + 1), text.size());
    if (end < text.size() && is_digit(text[end])) return false;
    text.erase(i, end - i);
    return true;
  }
  return false;
}

bool take_sign(std::string& text, NumberText& number) {
  auto enclosed = [&](char open, char close) {
    return text.size() > 2 && text.front() == open && text.back() == close;
  };
  if (enclosed('(', ')') || enclosed('<', '>')) {
    number.parenthesised = text.front() == '(';
    number.negative = true;
    text = text.substr(1, text.size() - 2);
  } else if (text.size() > 1 && text.front() == '-') {
    number.negative = true;
    text.erase(0, 1);
  } else if (text.size() > 1 && text.front() == '+') {
    text.erase(0, 1);
  } else if (text.size() > 1 && text.back() == '-' && text[text.size() - 2] != ' ' &&
             (!letter_at(text, text.size() - 2) ||
              ends_with_symbol(std::string_view(text).substr(0, text.size() - 1)))) {
    number.negative = true;
    text.pop_back();
  } else if (text.ends_with("dr") && text.size() > 2 && !letter_at(text, text.size() - 3)) {
    number.negative = true;
    text.resize(text.size() - 2);
  } else if (text.ends_with("cr") && text.size() > 2 && !letter_at(text, text.size() - 3)) {
    text.resize(text.size() - 2);
  } else if (ends_with_bank_mark(text, 's') || ends_with_bank_mark(text, 'h')) {
    number.negative = text.back() == 's';
    text.resize(text.size() - 2);
  } else {
    return false;
  }
  strip(text);
  return true;
}

bool take_currency(std::string& text, Currency& currency) {
  const bool bare = !text.empty() && is_digit(text.front()) && is_digit(text.back());
  if (bare) return false;  // no symbol begins or ends with a digit
  for (const CurrencySymbol& symbol : currency_symbols()) {
    bool letters = std::isalpha(static_cast<unsigned char>(symbol.text.back())) != 0;
    if (text.starts_with(symbol.text) && !(letters && letter_at(text, symbol.text.size()))) {
      text.erase(0, symbol.text.size());
    } else if (text.ends_with(symbol.text) && text.size() > symbol.text.size() &&
               !(std::isalpha(static_cast<unsigned char>(symbol.text.front())) != 0 &&
                 letter_at(text, text.size() - symbol.text.size() - 1))) {
      text.resize(text.size() - symbol.text.size());
    } else {
      continue;
    }
    currency = *Currency::parse(symbol.code);
    strip(text);
    return true;
  }
  return false;
}

bool take_suffix(std::string& text, NumberText& number) {
  if (text.ends_with('%')) {
    number.form = NumberForm::percent;
    text.pop_back();
    strip(text);
    return true;
  }
  if (text.size() > 1 && text.back() == 'x' && (is_digit(text[text.size() - 2]) || text[text.size() - 2] == ' ')) {
    number.form = NumberForm::multiple;
    text.pop_back();
    strip(text);
    return true;
  }
  for (const Suffix& suffix : kSuffixes) {
    if (text.size() <= suffix.text.size() || !text.ends_with(suffix.text)) continue;
    char before = text[text.size() - suffix.text.size() - 1];
    if (!is_digit(before) && before != ' ') continue;
    text.resize(text.size() - suffix.text.size());
    number.power = suffix.power;
    strip(text);
    return true;
  }
  return false;
}

}  // namespace dossier::reading
