#include "reading/amounts.h"

#include "base/limits.h"
#include "reading/digits.h"
#include "reading/fold.h"
#include "reading/number_marks.h"

#include <algorithm>
#include <array>
#include <utility>
#include <vector>

namespace dossier::reading {
namespace {

constexpr int kDigitsMax = 30;  // of a Decimal: 10^30 fits 128 bits with room for a scale

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

// Words, which most cells of a page are: too long for a dash or "n/a" in any dress, and without a digit in any script.
bool only_words(std::string_view raw) {
  constexpr std::size_t kNilBytesMax = 12;  // "(US$) -"
  return raw.size() > kNilBytesMax && std::none_of(raw.begin(), raw.end(), [](char c) {
           return is_digit(c) || static_cast<unsigned char>(c) > 0x7F;
         });
}

std::optional<Parsed> parse(std::string_view raw, DecimalMark mark) {
  if (raw.empty() || raw.size() > limits::kWordBytesMax || only_words(raw)) return std::nullopt;
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
  bool dressed = take_dash_for_cents(text);
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

}  // namespace dossier::reading
