#include "grounding/words_for_numbers.h"

#include "reading/one_of.h"
#include "reading/spoken_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dossier::grounding {
namespace {

using reading::one_of;
using reading::TokenKind;
using Kind = SpokenQuantity::Kind;

struct Named {
  std::string_view word;
  double value;
};

constexpr auto kScales = std::to_array<std::pair<std::string_view, int>>(
    {{"hundred", 2},  {"sau", 2},  {"thousand", 3}, {"hazar", 3},    {"hazaar", 3},    {"hajar", 3}, {"hajaar", 3},
     {"k", 3},        {"lakh", 5}, {"lakhs", 5},    {"lac", 5},      {"lacs", 5},      {"laakh", 5}, {"million", 6},
     {"millions", 6}, {"m", 6},    {"mn", 6},       {"mio", 6},      {"millionen", 6}, {"crore", 7}, {"crores", 7},
     {"karod", 7},    {"cr", 7},   {"billion", 9},  {"billions", 9}, {"bn", 9},        {"b", 9},     {"trillion", 12}});

constexpr auto kMultiples = std::to_array<Named>({{"twice", 2},
                                                  {"thrice", 3},
                                                  {"double", 2},
                                                  {"doubled", 2},
                                                  {"doubles", 2},
                                                  {"doubling", 2},
                                                  {"triple", 3},
                                                  {"tripled", 3},
                                                  {"treble", 3},
                                                  {"trebled", 3},
                                                  {"quadruple", 4},
                                                  {"quadrupled", 4},
                                                  {"dugna", 2},
                                                  {"duguna", 2},
                                                  {"tigna", 3},
                                                  {"tiguna", 3}});

// By their order: the first is 3, a third.
constexpr auto kOrdinals = std::to_array<std::string_view>(
    {"third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh", "twelfth", "thirteenth",
     "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth", "twentieth"});

// Hindi words for numbers that are English words, or names, as well: only before a word that is no English one.
bool is_doubtful(std::string_view lower) {
  return one_of(lower, {"do", "teen", "tin", "char", "das", "dus", "bees", "bis", "saath", "nau", "sade", "pone",
                        "sattar", "tees", "saat"});
}

template <class Table>
std::optional<double> named(const Table& table, std::string_view word) {
  const auto at = std::find_if(table.begin(), table.end(), [&](const auto& row) { return row.word == word; });
  return at == table.end() ? std::nullopt : std::optional(at->value);
}

std::optional<int> ordinal(std::string_view lower, bool plural) {
  if (plural && !lower.ends_with('s')) return std::nullopt;
  if (plural) lower.remove_suffix(1);
  const auto at = std::find(kOrdinals.begin(), kOrdinals.end(), lower);
  return at == kOrdinals.end() ? std::nullopt : std::optional(static_cast<int>(at - kOrdinals.begin()) + 3);
}

class QuantityReader {
 public:
  QuantityReader(const Words& words, std::size_t first) : words_(words), first_(first) {}

  std::optional<SpokenQuantity> read() const {
    for (const auto part :
         {&QuantityReader::share, &QuantityReader::count, &QuantityReader::multiple, &QuantityReader::place}) {
      if (auto read = (this->*part)()) return read;
    }
    return std::nullopt;
  }

 private:
  // The word so many tokens on, in the same sentence.
  std::string_view at(std::size_t steps) const {
    return words_.same_sentence(first_, first_ + steps) ? words_.lower(first_ + steps) : std::string_view{};
  }
  std::string_view behind() const {
    return first_ > 0 && words_.same_sentence(first_ - 1, first_) ? words_.lower(first_ - 1) : std::string_view{};
  }
  SpokenQuantity made(Kind kind, double value, std::size_t length) const {
    return {kind, value, first_, first_ + length - 1};
  }

  // "half", "a third of", "two thirds", "three quarters of". The first half of a year is none, nor half an hour.
  std::optional<SpokenQuantity> share() const {
    if (one_of(at(0), {"half", "halved", "halves", "halbe", "hälfte", "aadha", "aadhi", "aadhe", "adha"}))
      return half();
    const bool article = one_of(at(0), {"a", "one"});
    const auto number = article ? std::optional(1.0) : count_word(0);
    if (!number || *number > 9) return std::nullopt;
    const bool of = at(2) == "of";
    if (one_of(at(1), {"quarter", "quarters"}) && (of || *number == 3 || (article && behind() == "by")))
      return made(Kind::share, 25 * *number, 2);
    if (at(1) == "half" && at(0) == "one" && at(2) != "hour") return made(Kind::share, 50, 2);
    auto part = ordinal(at(1), *number > 1);
    const bool alone = of || one_of(behind(), {"by", "which"}) || one_of(at(2), {"is", "was", "were", "are"}) ||
                       at(2).empty() || words_.parted_before(first_ + 2);
    if (article && !alone && at(0) != "one") part.reset();  // "a third man"
    return part ? std::optional(made(Kind::share, 100 * *number / *part, 2)) : std::nullopt;
  }

  std::optional<SpokenQuantity> half() const {
    if (one_of(behind(), {"first", "second", "latter", "former", "other", "last", "better", "1st", "2nd", "st", "nd"}))
      return std::nullopt;
    if (one_of(at(1), {"past", "year", "yearly", "years", "brother", "sister", "way", "annual", "naked", "day"}))
      return std::nullopt;
    const bool article = one_of(at(1), {"a", "an"});
    const std::string_view scaled = at(article ? 2 : 1);
    const std::size_t length = article ? 3 : 2;
    if (scaled == "dozen") return made(Kind::count, 6, length);
    if (const auto power = power_of_scale(scaled); power && scaled.size() > 2)
      return made(Kind::count, 0.5 * std::pow(10, *power), length);
    if (one_of(scaled, {"hour", "ghanta", "ghante", "minute", "kilometre", "kilometer", "km", "kg", "acre", "litre",
                        "tola", "month", "inch"}))
      return made(Kind::count, 0.5, length - 1);
    return made(Kind::share, 50, 1);
  }

  // One word for a number from 2 on, so many tokens on.
  std::optional<double> count_word(std::size_t steps) const {
    const std::string_view word = at(steps);
    if (word.empty() || one_of(word, {"half", "one", "ek", "couple"})) return std::nullopt;
    const reading::Token& token = words_.token(first_ + steps);
    if (token.kind != TokenKind::word || (token.capital && is_doubtful(word))) return std::nullopt;
    if (word == "zero" || word == "nil") return 0;
    const auto value = reading::spoken_number(token);
    if (value && is_doubtful(word)) {
      const std::string_view next = at(steps + 1);
      const bool hindi = one_of(next, {"din", "saal", "log", "baar", "bar", "mahine", "lakh", "hazar"}) ||
                         (next.size() > 3 && !is_common_word(next));
      if (!hindi) return std::nullopt;
    }
    return value;
  }

  std::optional<SpokenQuantity> count() const {
    std::size_t length = 0;
    double value = 0;
    if (const auto number = count_word(0)) {
      value = *number, length = 1;
      if (value >= 20 && std::fmod(value, 10) == 0) {
        if (const auto unit = count_word(1); unit && *unit < 10)
          value += *unit, length = 2;
        else if (at(1) == "one")
          value += 1, length = 2;
      }
    } else if (one_of(at(0), {"a", "one", "ek"}) && (at(1) == "dozen" || (power_of_scale(at(1)) && at(1).size() > 2))) {
      value = 1, length = 1;
    } else if (one_of(at(0), {"dozen", "darjan"})) {
      return made(Kind::count, 12, 1);
    } else if (at(0) == "couple" && at(1) == "of") {
      return made(Kind::count, 2, 2);
    } else if (const auto power = power_of_scale(at(0)); power && at(0).size() > 2 && behind() != "") {
      return std::nullopt;
    } else if (reading::spoken_fraction(at(0)) && words_.same_sentence(first_, first_ + 1)) {
      if (const auto read = reading::spoken_value(words_.text().tokens(), first_); read && read->last > first_)
        value = read->value, length = read->last - first_ + 1;
      else if (power_of_scale(at(1)))
        value = 1 + *reading::spoken_fraction(at(0)), length = 1;
    }
    if (length == 0) return std::nullopt;
    return scaled(value, length);
  }

  // "and a half", then scales: "lakh", "hundred and fifty", "lakh twenty thousand".
  SpokenQuantity scaled(double value, std::size_t length) const {
    if (at(length) == "and" && at(length + 1) == "a" && at(length + 2) == "half") value += 0.5, length += 3;
    double total = 0;
    bool any = false;
    while (true) {
      if (at(length) == "dozen" || at(length) == "darjan") {
        value *= 12, ++length;
      } else if (const auto power = power_of_scale(at(length)); power && at(length).size() > 1) {
        any = true, ++length;
        if (*power == 2)
          value *= 100;
        else
          total += value * std::pow(10, *power), value = 0;
      } else {
        break;
      }
      const std::size_t next = at(length) == "and" ? length + 1 : length;
      const auto more = count_word(next);
      if (!any || !more) continue;
      double rest = *more;
      std::size_t end = next + 1;
      if (rest >= 20)
        if (const auto unit = count_word(end); unit && *unit < 10) rest += *unit, ++end;
      const auto power = power_of_scale(at(end));
      if (value == 0 && !power && rest < 10 && next == length) continue;
      value += rest, length = end;
    }
    return made(Kind::count, total + value, length);
  }

  std::optional<SpokenQuantity> multiple() const {
    if (const auto value = named(kMultiples, at(0))) return made(Kind::multiple, *value, 1);
    const std::string_view word = at(0);
    if (!word.ends_with("fold") || word.size() < 6) return std::nullopt;
    const auto text = reading::Text::of(std::string(word.substr(0, word.size() - 4)));
    if (!text || text->tokens().empty()) return std::nullopt;
    if (word == "hundredfold") return made(Kind::multiple, 100, 1);
    const auto value = reading::spoken_number(text->tokens().front());
    return value ? std::optional(made(Kind::multiple, *value, 1)) : std::nullopt;
  }

  // "The third time"; "first" only of times: it begins too many sentences. "Ten seconds" are no place.
  std::optional<SpokenQuantity> place() const {
    if (at(0) == "first" && one_of(at(1), {"time", "occasion"})) return made(Kind::place, 1, 1);
    if (at(0) == "second" && !one_of(behind(), {"a", "per", "each", "every"}) && !at(1).empty())
      return made(Kind::place, 2, 1);
    const auto number = ordinal(at(0), false);
    return number ? std::optional(made(Kind::place, *number, 1)) : std::nullopt;
  }

  const Words& words_;
  const std::size_t first_;
};

}  // namespace

std::optional<SpokenQuantity> spoken_quantity(const Words& words, std::size_t i) {
  return QuantityReader(words, i).read();
}

std::optional<int> power_of_scale(std::string_view lower) {
  const auto scale = std::find_if(kScales.begin(), kScales.end(), [&](const auto& s) { return s.first == lower; });
  return scale == kScales.end() ? std::nullopt : std::optional(scale->second);
}

}  // namespace dossier::grounding
