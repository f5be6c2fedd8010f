#include "reading/amounts.h"

#include "base/limits.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <utility>
#include <vector>

namespace dossier::reading {
namespace {

constexpr int kDigitsMax = 30;  // of a Decimal: 10^30 fits 128 bits with room for a scale

struct Symbol {
  std::string_view text;
  std::string_view code;
};

// Longest first, so that "US$" is not read as "$".
constexpr std::array<Symbol, 40> kSymbols = {{
    {"us$", "USD"},    {"usd", "USD"},    {"eur", "EUR"},    {"gbp", "GBP"},    {"chf", "CHF"}, {"jpy", "JPY"},
    {"cad", "CAD"},    {"aud", "AUD"},    {"nzd", "NZD"},    {"sek", "SEK"},    {"nok", "NOK"}, {"dkk", "DKK"},
    {"inr", "INR"},    {"cny", "CNY"},    {"rmb", "CNY"},    {"hkd", "HKD"},    {"sgd", "SGD"}, {"zar", "ZAR"},
    {"brl", "BRL"},    {"mxn", "MXN"},    {"krw", "KRW"},    {"ils", "ILS"},    {"aed", "AED"}, {"pln", "PLN"},
    {"czk", "CZK"},    {"huf", "HUF"},    {"kwd", "KWD"},    {"sar", "SAR"},    {"hk$", "HKD"}, {"nz$", "NZD"},
    {"a$", "AUD"},     {"c$", "CAD"},     {"s$", "SGD"},     {"r$", "BRL"},     {"rs.", "INR"}, {"$", "USD"},
    {"\u20AC", "EUR"}, {"\u00A3", "GBP"}, {"\u00A5", "JPY"}, {"\u20B9", "INR"},
}};

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

bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

void strip(std::string& text) {
  while (!text.empty() && text.front() == ' ') text.erase(0, 1);
  while (!text.empty() && text.back() == ' ') text.pop_back();
}

// Superscript digits would fold into the number; they are footnote marks and are cut off first.
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

bool ends_with_symbol(std::string_view text) {
  return std::any_of(kSymbols.begin(), kSymbols.end(), [&](const Symbol& s) { return text.ends_with(s.text); });
}

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

bool letter_at(std::string_view text, std::size_t i) {
  return i < text.size() && std::isalpha(static_cast<unsigned char>(text[i])) != 0;
}

// "(USD) -586,296": the unit in brackets of its own.
void unwrap_currency(std::string& text) {
  std::size_t close = text.find(')');
  if (text.empty() || text.front() != '(' || close == std::string::npos || close + 1 >= text.size()) return;
  std::string unit = text.substr(1, close - 1);
  bool known = std::any_of(kSymbols.begin(), kSymbols.end(), [&](const Symbol& s) { return s.text == unit; });
  if (known) text = unit + " " + text.substr(close + 1);
}

bool take_currency(std::string& text, Currency& currency) {
  for (const Symbol& symbol : kSymbols) {
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

// "500.000,00 S": the mark of a German bank behind an amount with its cents, S (Soll) for what was paid and H (Haben)
// for what came in.
bool ends_with_bank_mark(std::string_view text, char mark) {
  constexpr std::size_t kTailBytes = 5;  // ",00 s"
  if (text.size() <= kTailBytes || text.back() != mark || text[text.size() - 2] != ' ') return false;
  const std::string_view cents = text.substr(text.size() - kTailBytes, 3);
  return (cents[0] == ',' || cents[0] == '.') && is_digit(cents[1]) && is_digit(cents[2]);
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

// Groups of three, or of two before the last three as India writes them.
bool groups_fit(const std::vector<std::size_t>& sizes) {
  if (sizes.front() == 0 || sizes.front() > 3 || sizes.back() != 3) return false;
  auto middle = std::pair(sizes.begin() + 1, sizes.end() - 1);
  bool threes = std::all_of(middle.first, middle.second, [](auto n) { return n == 3; });
  bool twos = sizes.front() <= 2 && std::all_of(middle.first, middle.second, [](auto n) { return n == 2; });
  return threes || twos;
}

struct Body {
  std::string digits;
  int decimals = 0;
  bool grouped = false;
  bool undecided = false;  // one separator before three digits: only the document can say
};

std::vector<std::size_t> run_lengths(std::string_view text, std::string_view separators) {
  std::vector<std::size_t> sizes{0};
  for (char c : text) {
    if (separators.find(c) != std::string_view::npos) {
      sizes.push_back(0);
    } else {
      ++sizes.back();
    }
  }
  return sizes;
}

// Splits digits and separators; nothing when they do not form one number.
std::optional<Body> read_body(const std::string& text, DecimalMark mark) {
  if (text.empty() || !is_digit(text.back())) return std::nullopt;
  if (!is_digit(text.front()) && text.front() != '.' && text.front() != ',') return std::nullopt;
  auto only = [](char c) { return is_digit(c) || c == '.' || c == ',' || c == ' ' || c == '\''; };
  if (!std::all_of(text.begin(), text.end(), only)) return std::nullopt;

  std::size_t points = static_cast<std::size_t>(std::count(text.begin(), text.end(), '.'));
  std::size_t commas = static_cast<std::size_t>(std::count(text.begin(), text.end(), ','));
  std::size_t others =
      static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '\''; }));
  std::size_t last = text.find_last_of(".,");
  Body body;
  std::size_t decimal_at = std::string::npos;
  if (points > 0 && commas > 0) {
    decimal_at = last;
    if (std::count(text.begin(), text.end(), text[last]) > 1) return std::nullopt;
  } else if (points + commas == 1) {
    std::size_t after = text.size() - last - 1;
    bool could_group = after == 3 && last >= 1 && last <= 3 && text.front() != '0' && others == 0;
    body.undecided = could_group;
    bool is_mark = (text[last] == '.') == (mark == DecimalMark::point);
    if (!could_group || is_mark) decimal_at = last;
  }
  std::string whole = text.substr(0, decimal_at);
  std::string fraction = decimal_at == std::string::npos ? "" : text.substr(decimal_at + 1);
  if (!std::all_of(fraction.begin(), fraction.end(), is_digit)) return std::nullopt;
  if (auto sizes = run_lengths(whole, "., '"); sizes.size() > 1) {
    char separator = *std::find_if_not(whole.begin(), whole.end(), is_digit);
    bool uniform = std::all_of(whole.begin(), whole.end(), [&](char c) { return is_digit(c) || c == separator; });
    if (!uniform || !groups_fit(sizes)) return std::nullopt;
    body.grouped = true;
  }
  body.decimals = static_cast<int>(fraction.size());
  for (char c : whole + fraction) {
    if (is_digit(c)) body.digits.push_back(c);
  }
  return body;
}

bool means_not_available(const std::string& text) {
  static constexpr std::array<std::string_view, 10> kForms = {"n/a", "n.a.", "na",  "n/m",  "n.m.",
                                                              "nm",  "n.m",  "n.a", "k.a.", "n.s."};
  return std::find(kForms.begin(), kForms.end(), text) != kForms.end();
}

bool means_nil(const std::string& text) {
  return text == "-" || text == "--" || text == "nil" || text == "$-" || text == "- %";
}

struct Parsed {
  NumberText number;
  bool undecided = false;
};

std::optional<Parsed> parse(std::string_view raw, DecimalMark mark) {
  if (raw.empty() || raw.size() > limits::kWordBytesMax) return std::nullopt;
  Parsed parsed;
  NumberText& number = parsed.number;
  std::string text = fold(without_superscripts(raw, number.mark));
  strip(text);
  take_footnote(text, number.mark);
  if (means_nil(text)) {
    number.form = NumberForm::nil;
    number.dressed = true;
    return parsed;
  }
  if (means_not_available(text)) {
    number.form = NumberForm::not_available;
    return parsed;
  }
  unwrap_currency(text);
  strip(text);
  // Sign, currency and suffix come in any order: "($1.2m)", "$(1.2m)", "-$500", "1,234- EUR".
  bool dressed = false;
  for (int round = 0; round < 3; ++round) {
    bool sign = !number.negative && take_sign(text, number);
    bool currency = !number.currency.known() && take_currency(text, number.currency);
    bool suffix = number.power == 0 && number.form == NumberForm::plain && take_suffix(text, number);
    if (!sign && !currency && !suffix) break;
    dressed = true;
  }
  if (means_nil(text) && dressed) {  // "$ -"
    number.form = NumberForm::nil;
    return parsed;
  }
  auto body = read_body(text, mark);
  if (!body) return std::nullopt;
  bool only_zeros =
      body->decimals == 0 && body->digits.size() > 1 && body->digits.find_first_not_of('0') == std::string::npos;
  if (only_zeros) return std::nullopt;  // "($000)" states a scale
  number.dressed = dressed || body->grouped || body->decimals > 0;
  parsed.undecided = body->undecided;
  if (body->digits.size() > static_cast<std::size_t>(kDigitsMax)) {
    number.too_large = true;
    return parsed;
  }
  for (char c : body->digits) number.magnitude.digits = number.magnitude.digits * 10 + (c - '0');
  number.magnitude.decimals = body->decimals;
  return parsed;
}

}  // namespace

double Decimal::to_double() const {
  double scale = 1;
  for (int i = 0; i < decimals; ++i) scale *= 10;
  return static_cast<double>(digits) / scale;
}

std::optional<Money> Decimal::to_money(int power, int minor_digits) const {
  __int128 most = limits::kAmountMajorMax;
  for (int i = 0; i < minor_digits; ++i) most *= 10;
  __int128 value = digits;
  int shift = power + minor_digits - decimals;
  for (; shift > 0; --shift) {
    value *= 10;
    if (value > most) return std::nullopt;
  }
  for (; shift < 0; ++shift) value = shift == -1 ? (value + 5) / 10 : value / 10;
  if (value > most) return std::nullopt;
  return Money::of_minor(value);
}

std::optional<NumberText> read_number(std::string_view text, DecimalMark mark) {
  auto parsed = parse(text, mark);
  if (!parsed) return std::nullopt;
  return parsed->number;
}

namespace {

// The last point or comma with a figure behind it: in "EUR 60,0 Mio." the comma.
std::size_t last_mark(const std::string& text) {
  std::size_t last = std::string::npos;
  for (std::size_t i = 0; i + 1 < text.size(); ++i) {
    const bool mark = text[i] == '.' || text[i] == ',';
    if (mark && text[i + 1] >= '0' && text[i + 1] <= '9') last = i;
  }
  return last;
}

}  // namespace

DecimalMark settle_decimal_mark(std::span<const std::string> texts, bool in_millions) {
  int votes = 0;     // for the comma
  int ratios = 0;    // the same by percentages and multiples, which are often set in another hand
  int groupers = 0;  // numbers such as 5.848 less those such as 5,848, which nothing in themselves decides
  for (const std::string& text : texts) {
    auto as_point = parse(text, DecimalMark::point);
    if (!as_point || as_point->number.form == NumberForm::nil) continue;
    const std::size_t last = last_mark(text);
    if (last == std::string::npos) continue;
    if (as_point->undecided) {
      groupers += text[last] == '.' ? 1 : -1;
      continue;
    }
    bool decimals = as_point->number.magnitude.decimals > 0;
    bool comma_parts = (text[last] == ',') == decimals;
    const bool ratio = as_point->number.form != NumberForm::plain;
    (ratio ? ratios : votes) += comma_parts ? 1 : -1;
  }
  if (votes == 0) votes = ratios;
  if (votes == 0) votes = in_millions ? -groupers : groupers;
  return votes > 0 ? DecimalMark::comma : DecimalMark::point;
}

std::optional<Currency> find_currency(std::string_view text) {
  std::string folded = fold(text);
  std::size_t first = std::string::npos;
  std::optional<Currency> found;
  for (const Symbol& symbol : kSymbols) {
    bool letters = std::isalpha(static_cast<unsigned char>(symbol.text.front())) != 0;
    for (std::size_t at = folded.find(symbol.text); at != std::string::npos; at = folded.find(symbol.text, at + 1)) {
      std::size_t end = at + symbol.text.size();
      bool whole = !letters || ((at == 0 || !letter_at(folded, at - 1)) &&
                                (!letter_at(symbol.text, symbol.text.size() - 1) || !letter_at(folded, end)));
      // "TEUR" and "T€" are thousands of euros.
      bool thousands = letters && at > 0 && folded[at - 1] == 't' && (at == 1 || !letter_at(folded, at - 2)) &&
                       !letter_at(folded, end);
      if ((whole || thousands) && at < first) {
        first = at;
        found = Currency::parse(symbol.code);
      }
    }
  }
  return found;
}

namespace {

// "TCHF", "MUSD", "EURm", "INR000": a currency and a scale in one word.
int power_of_unit(std::string_view token) {
  static constexpr std::array<std::pair<std::string_view, int>, 9> kMarks = {
      {{"t", 3}, {"k", 3}, {"000", 3}, {"000s", 3}, {"m", 6}, {"mn", 6}, {"mm", 6}, {"mio", 6}, {"bn", 9}}};
  constexpr std::size_t kCodeBytes = 3;
  if (token.size() <= kCodeBytes || token.size() > kCodeBytes + 4) return 0;
  auto is_code = [](std::string_view code) {
    return std::any_of(kSymbols.begin(), kSymbols.end(),
                       [&](const Symbol& s) { return s.text == code && letter_at(code, code.size() - 1); });
  };
  for (auto [mark, power] : kMarks) {
    if (token.size() != kCodeBytes + mark.size()) continue;
    if (token.ends_with(mark) && is_code(token.substr(0, kCodeBytes))) return power;
    if (token.starts_with(mark) && is_code(token.substr(mark.size()))) return power;
  }
  return 0;
}

}  // namespace

int find_scale_power(std::string_view text) {
  std::string folded = fold(text);
  for (std::string_view zeros : {"000s", "'000", "000's", "(000)", "$000", "\u20AC000", "\u00A3000", "in 000", "$ 000",
                                 "\u20AC 000", "\u00A3 000", "usd 000", "eur 000", "gbp 000", "chf 000"}) {
    std::size_t at = folded.find(zeros);
    if (at != std::string::npos && (at == 0 || !is_digit(folded[at - 1]))) return 3;
  }
  static const PhraseTable<int> words = {
      {3,
       {"thousand", "thousands", "teur", "tusd", "tchf", "tgbp", "tsd", "tausend", "milliers", "keur", "kusd", "k eur",
        "eur k", "usd k", "k\u20AC", "t\u20AC", "t eur"}},
      {6,
       {"million", "millions", "millionen", "mio", "meur", "musd", "eurm", "usdm", "gbpm", "chfm", "eur m", "usd m",
        "gbp m", "m eur", "m usd", "mn", "mm"}},
      {9, {"billion", "billions", "milliarden", "milliards", "mrd", "eurbn", "usdbn", "bn"}},
  };
  auto tokens = fold_tokens(folded);
  for (const std::string& token : tokens) {
    if (int power = power_of_unit(token); power != 0) return power;
  }
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    auto match = words.match_at(tokens, i);
    // "$400.0 million" is an amount, "35 to 50 million euros" is prose: a note has no number before the word.
    bool amount = i > 0 && tokens[i - 1].find_first_of("0123456789") != std::string::npos;
    if (match && !amount) return match->meaning;
  }
  for (auto [mark, power] :
       {std::pair("$m)", 6), std::pair("\u20ACm)", 6), std::pair("\u00A3m)", 6), std::pair("$mm", 6),
        std::pair("$bn)", 9), std::pair("in \u20ACm", 6), std::pair("in \u00A3m", 6), std::pair("in $m", 6),
        std::pair("m\u20AC", 6), std::pair("k\u20AC", 3), std::pair("t\u20AC", 3), std::pair("(m)", 6)}) {
    std::size_t at = folded.find(mark);
    if (at != std::string::npos && (at == 0 || !is_digit(folded[at - 1]))) return power;
  }
  return 0;
}

}  // namespace dossier::reading
