#include "funds/reports/headline_values.h"

#include <algorithm>
#include <cctype>

namespace dossier::funds {
namespace {

using reading::Box;
using reading::NumberForm;
using reading::NumberText;

// Words between a label and its value ("at quarter end:", "(net of rebalancing):").
constexpr std::size_t kValueReach = 7;

// The number that starts at a piece, with the currency and the suffix around it: "EUR 180,0 Mio.", "$40,000 (000s)".
std::optional<Value> value_at(const Strip& strip, std::size_t at, const DocumentStyle& style) {
  for (std::size_t n = std::min<std::size_t>(4, strip.pieces.size() - at); n > 0; --n) {
    std::string text;
    Box box = strip.pieces[at].box;
    bool crosses = false;
    for (std::size_t i = at; i < at + n; ++i) {
      crosses = crosses || (i > at && strip.pieces[i].cell_start);
      bool ends = i + 1 < at + n && (strip.pieces[i].text.ends_with(',') || strip.pieces[i].text.ends_with(';'));
      crosses = crosses || ends;
      text += (text.empty() ? "" : " ") + strip.pieces[i].text;
      box = reading::united(box, strip.pieces[i].box);
    }
    if (crosses) continue;
    text = without_trailing(text);
    auto number = reading::read_number(text, style.mark);
    if (!number && text.ends_with('.')) {  // "EUR 8,940 thousand." ends a sentence
      text.pop_back();
      number = reading::read_number(text, style.mark);
    }
    if (!number || number->too_large) continue;
    std::size_t end = at + n;
    if (number->power == 0 && end < strip.pieces.size() && strip.pieces[end].text.starts_with('(')) {
      number->power = reading::find_scale_power(strip.pieces[end].text);
    }
    return Value{*number, text, box};
  }
  return std::nullopt;
}

bool fits(const Value& value, Wanted wanted) {
  const NumberText& n = value.number;
  switch (wanted) {
    case Wanted::multiple:
      return n.form == NumberForm::multiple || (n.form == NumberForm::plain && !n.currency.known() && n.power == 0 &&
                                                n.magnitude.decimals > 0 && n.magnitude.to_double() < 1000);
    case Wanted::rate: return n.form == NumberForm::percent || n.form == NumberForm::not_available;
    case Wanted::money:
      return n.form == NumberForm::nil ||
             (n.form == NumberForm::plain && (n.dressed || n.magnitude.to_double() >= 1000 || n.magnitude.digits == 0));
  }
  return false;
}

bool ends_sentence(const std::string& word) {
  return word.size() > 2 && word.back() == '.' && std::isalpha(static_cast<unsigned char>(word[word.size() - 2])) != 0;
}

// How many words a day of several words takes that begins here; 0 when none does.
std::size_t day_at(const Strip& strip, std::size_t at, const DocumentStyle& style) {
  for (std::size_t n = 3; n > 1; --n) {
    if (at + n > strip.pieces.size()) continue;
    std::string text = strip.pieces[at].text;
    bool one_cell = true;
    for (std::size_t i = at + 1; i < at + n; ++i) {
      text += " " + strip.pieces[i].text;
      one_cell = one_cell && !strip.pieces[i].cell_start;
    }
    auto date = one_cell ? reading::read_date(without_trailing(text), style.days) : std::nullopt;
    if (date && date->date && date->precision == DatePrecision::day) return n;
  }
  return 0;
}

// "NAV 288" on a page of thousands: a bare number right behind its label, unless a day begins there ("NAV 31 March").
bool small_amount(const Strip& strip, std::size_t at, const Value& value, const DocumentStyle& style) {
  if ((strip.power == 0 && style.power_of_page(strip.page) == 0) || value.number.form != NumberForm::plain)
    return false;
  std::string text;
  for (std::size_t i = at; i < std::min(at + 3, strip.pieces.size()); ++i) {
    text += (text.empty() ? "" : " ") + strip.pieces[i].text;
    if (reading::read_date(without_trailing(text), style.days)) return false;
  }
  return true;
}

}  // namespace

std::string without_trailing(std::string text) {
  while (!text.empty() && (text.back() == ',' || text.back() == ';' || text.back() == ':')) text.pop_back();
  auto closes_figure = [](char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0 || c == 'x' || c == '%'; };
  while (text.size() > 1 && text.back() == '.' && closes_figure(text[text.size() - 2])) text.pop_back();
  return text;
}

std::optional<Value> value_after(const Strip& strip, std::size_t from, std::size_t next, Wanted wanted,
                                 const DocumentStyle& style) {
  std::size_t last = std::min({next, from + kValueReach, strip.pieces.size()});
  bool bracket = false;
  for (std::size_t i = from; i < last; ++i) {
    // "Net asset value at 30 June 2022: EUR 8,940": the day is not the value, and takes no room from it.
    if (std::size_t words = day_at(strip, i, style); words > 1) {
      i += words - 1;
      last = std::min({next, last + words, strip.pieces.size()});
      continue;
    }
    const std::string& word = strip.pieces[i].text;
    if (!bracket) {
      auto value = value_at(strip, i, style);
      if (value && fits(*value, wanted)) return value;
      if (value && wanted == Wanted::money && i == from && small_amount(strip, i, *value, style)) return value;
      if (value && value->number.dressed) return std::nullopt;  // another sort of figure follows: this label has none
    }
    if (word.starts_with('(')) bracket = true;
    if (word.find(')') != std::string::npos) bracket = false;
    if (ends_sentence(word) && !strip.table) return std::nullopt;
  }
  return std::nullopt;
}

}  // namespace dossier::funds
