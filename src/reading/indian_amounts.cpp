#include "reading/indian_amounts.h"

#include "base/limits.h"
#include "reading/spoken_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace dossier::reading {
namespace {

struct Named {
  std::string_view word;
  double value;
};

constexpr auto kScales = std::to_array<Named>({
    {"hundred", 1e2}, {"sau", 1e2},    {"thousand", 1e3}, {"thousands", 1e3}, {"hazar", 1e3},
    {"hajar", 1e3},   {"hazaar", 1e3}, {"hajaar", 1e3},   {"k", 1e3},         {"lakh", 1e5},
    {"lakhs", 1e5},   {"lac", 1e5},    {"lacs", 1e5},     {"laakh", 1e5},     {"l", 1e5},
    {"crore", 1e7},   {"crores", 1e7}, {"cr", 1e7},       {"karod", 1e7},     {"million", 1e6},
});

constexpr auto kRupee = std::to_array<std::string_view>(
    {"rs", "re", "inr", "rupee", "rupees", "rupaye", "rupaiye", "rupay", "rupya", "rupye", "rupiya", "rupe"});

constexpr auto kForeignMoney =
    std::to_array<std::string_view>({"usd", "eur", "gbp", "aed", "sar", "cad", "aud", "sgd", "dollar", "dollars",
                                     "euro", "euros", "dirham", "dirhams", "riyal", "riyals"});
constexpr auto kForeignSigns = std::to_array<std::string_view>({"$", "\u20ac", "\u00a3"});

// Words that make a bare number beside them money.
constexpr auto kMoneyNeighbours = std::to_array<std::string_view>(
    {"worth",      "price",      "priced",      "cost",     "costing",   "value",         "valued",    "amount",
     "amounting",  "cash",       "paid",        "pay",      "payment",   "sum",           "total",     "loss",
     "rent",       "salary",     "bribe",       "debited",  "withdrawn", "transferred",   "deposit",   "deposited",
     "advance",    "loan",       "cheque",      "kimat",    "keemat",    "nagad",         "nakad",     "rishwat",
     "paisa",      "paise",      "money",       "charges",  "fee",       "fees",          "ransom",    "fine",
     "balance",    "instalment", "instalments", "demanded", "demanding", "asking",        "sent",      "lost",
     "snatched",   "looted",     "credited",    "refund",   "approx",    "approximately", "around",    "about",
     "gave",       "took",       "taken",       "returned", "wages",     "dues",          "due",       "interest",
     "commission", "gayab",      "kul",         "damage",   "damages",   "estimate",      "estimated", "repair",
     "repairing",  "bill",       "quotation",   "kharcha",  "kharch",    "nuksan",        "nuksaan",   "nuqsan",
     "lagega",     "lagenge",    "lagegi",      "harjana",  "kiraya",    "tankhwah",      "udhaar",    "udhar",
     "byaj",       "diya",       "diye",        "liya",     "liye",      "bheja",         "bheje",     "maanga",
     "maange",     "manga",      "mange",       "maang",    "pension",   "removed",       "give",      "giving",
     "hafta",      "gone",       "each",        "savings",  "taking",    "borrowed",      "borrow",    "demand",
     "demands",    "bought",     "fare",        "recharge"});

// Units that say that a number counts something other than rupees.
constexpr auto kOtherUnits = std::to_array<std::string_view>(
    {"kg",       "kgs",     "gm",           "gms",     "gram",       "grams",  "g",         "mg",         "ml",
     "litre",    "litres",  "liter",        "liters",  "ltr",        "cm",     "mm",        "km",         "kms",
     "feet",     "foot",    "ft",           "inch",    "inches",     "metre",  "metres",    "meter",      "acre",
     "acres",    "bigha",   "bighas",       "days",    "day",        "months", "month",     "years",      "year",
     "yrs",      "hours",   "hour",         "hrs",     "minutes",    "am",     "pm",        "baje",       "persons",
     "people",   "boys",    "men",          "women",   "tola",       "tolas",  "sovereign", "sovereigns", "percent",
     "bottles",  "packets", "pouches",      "tablets", "cartridges", "notes",  "families",  "times",      "stitches",
     "sim",      "mobile",  "mobiles",      "quintal", "quintals",   "tonnes", "sq",        "din",        "saal",
     "mahine",   "ghante",  "log",          "hp",      "cc",         "th",     "st",        "nd",         "rd",
     "shops",    "floor",   "floors",       "bags",    "bori",       "sarees", "phones",    "chillies",   "tyres",
     "children", "tanke",   "transactions", "goats"});

// A number behind one of these says which one of many it is.
constexpr auto kNumberedThings = std::to_array<std::string_view>(
    {"no",      "nos",    "number", "num",    "flat",    "plot",  "house",  "room",  "ward",  "gate",   "class",
     "section", "sec",    "page",   "khasra", "gata",    "khata", "survey", "shop",  "block", "sector", "train",
     "account", "ending", "otp",    "pin",    "pincode", "unit",  "seat",   "berth", "coach", "nh",     "model",
     "imei",    "policy", "folio",  "id",     "roll",    "year",  "age",    "aged",  "u/s",   "tower"});

constexpr auto kAndThen = std::to_array<std::string_view>({"and", "then", "aur", "phir", "fir", "again"});

// Words in s behind a number that are no plural of what it counts.
constexpr auto kNoPlurals =
    std::to_array<std::string_view>({"this", "plus", "always", "thus", "besides", "across", "towards", "less", "minus",
                                     "days", "charges", "fees", "hence", "paise", "coins", "bills", "dues"});

constexpr std::size_t kListOfSumsTokensMax = 8;  // "engine 85000 net 20000" and twice as much

template <class Table>
bool listed(const Table& table, std::string_view word) {
  return std::find(table.begin(), table.end(), word) != table.end();
}

template <class Table>
std::optional<double> named(const Table& table, std::string_view word) {
  auto it = std::find_if(table.begin(), table.end(), [&](const Named& n) { return n.word == word; });
  if (it == table.end()) return std::nullopt;
  return it->value;
}

bool contains(std::string_view gap, std::string_view part) {
  return gap.find(part) != std::string_view::npos;
}

class AmountFinder {
 public:
  AmountFinder(const Text& text, const std::vector<bool>& taken) : text_(text), tokens_(text.tokens()), taken_(taken) {}

  std::vector<SpokenAmount> run() {
    std::vector<SpokenAmount> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      auto amount = read_at(i);
      if (!amount && !found.empty()) amount = next_of_several(i, found.back());
      if (amount) found.push_back(*amount);
      i = amount ? amount->last + 1 : i + 1;
    }
    return found;
  }

 private:
  // "8000 then 16000": a round number that follows a sum is one too.
  std::optional<SpokenAmount> next_of_several(std::size_t i, const SpokenAmount& before) const {
    const bool follows = i == before.last + 2 && same_sentence(before.last, i) && listed(kAndThen, lower(i - 1));
    const auto value = follows && !taken_[i] && lower(i).ends_with("00") ? digits_value(lower(i)) : std::nullopt;
    if (!value || *value < 100 || other_unit_follows(i) || counts_things(i)) return std::nullopt;
    return SpokenAmount{i, i, Money::of_major(static_cast<std::int64_t>(*value)), false};
  }

  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }
  bool same_sentence(std::size_t a, std::size_t b) const {
    return b < tokens_.size() && tokens_[a].sentence == tokens_[b].sentence;
  }

  // Reads "[number] [scale] [number] [scale]..." from token i: "2 lakh 50 thousand", "fifty five thousand".
  std::optional<std::pair<double, std::size_t>> quantity(std::size_t i, bool& scaled) const {
    double total = 0, current = 0;
    std::size_t at = i;
    bool any = false;
    while (at < tokens_.size() && (at == i || (same_sentence(i, at) && at - i < 8)) && !taken_[at]) {
      if (auto scale = at > i ? named(kScales, lower(at)) : std::nullopt) {
        if (*scale == 1e2 && current < 100) {
          current *= *scale;
        } else {
          total += current * *scale;
          current = 0;
        }
        scaled = true;
      } else if (auto value = any ? spoken_value_alone(at) : spoken_value(tokens_, at)) {
        // Digits never join digits, and a small word after a scale must be followed by one of its own.
        const bool digits = tokens_[at].kind == TokenKind::number;
        if (any && (digits || value->value < 1) && !(scaled && current == 0 && named(kScales, lower(at + 1)))) break;
        if (any && !digits && current == 0 && !named(kScales, lower(at + 1)) && value->value < 10) break;
        current += value->value;
        at = value->last;
      } else if (!(lower(at) == "and" && scaled && spoken_number_at(at + 1) && named(kScales, lower(at + 2)))) {
        break;
      }
      any = true;
      ++at;
    }
    if (!any) return std::nullopt;
    return std::pair{total + current, at - 1};
  }

  // A further number of one sum is a plain one: no fraction, no range.
  std::optional<SpokenValue> spoken_value_alone(std::size_t i) const {
    const auto value = spoken_number(tokens_[i]);
    if (!value) return std::nullopt;
    return SpokenValue{*value, i};
  }

  bool spoken_number_at(std::size_t i) const { return i < tokens_.size() && spoken_number(tokens_[i]).has_value(); }

  std::optional<SpokenAmount> read_at(std::size_t i) const {
    if (taken_[i]) return std::nullopt;
    const bool sign = listed(kRupee, lower(i)) || contains(text_.before(i), "\u20b9");
    const std::size_t begin = listed(kRupee, lower(i)) ? i + 1 : i;
    if (begin >= tokens_.size() || taken_[begin] || !same_sentence(i, begin)) return std::nullopt;
    if (tokens_[begin].glued && begin > 0 && tokens_[begin].kind == TokenKind::number && !sign &&
        tokens_[begin - 1].kind == TokenKind::word) {
      return std::nullopt;  // "Y21", "MH46"
    }
    bool scaled = false;
    auto read = quantity(begin, scaled);
    if (!read || (tokens_[begin].kind == TokenKind::word && !scaled)) return std::nullopt;
    auto [value, last] = *read;
    const bool word_after = listed(kRupee, lower(last + 1)) && same_sentence(begin, last + 1);
    const bool dash = contains(text_.before(last + 1), "/-");
    const bool marked = sign || word_after || dash;
    if (!marked && !(scaled ? plain_scale_is_money(begin, last) : bare_number_is_money(begin, last, value)))
      return std::nullopt;
    if (value <= 0 || value > 1e13) return std::nullopt;
    SpokenAmount amount;
    amount.first = i;
    amount.last = word_after ? last + 1 : last;
    amount.foreign = !marked && is_foreign(begin, last);
    if (!amount.foreign) amount.rupees = Money::of_minor(static_cast<Money::Minor>(std::llround(value * 100)));
    amount.marked = marked;
    return amount;
  }

  // Whether tokens first..last count the money of another country: "USD 41,200", "$500", "500 dollars".
  bool is_foreign(std::size_t first, std::size_t last) const {
    const auto gap = text_.before(first);
    const bool sign = std::ranges::any_of(kForeignSigns, [&](std::string_view s) { return contains(gap, s); });
    const bool word = first > 0 && same_sentence(first - 1, first) && listed(kForeignMoney, lower(first - 1));
    return sign || word || (same_sentence(last, last + 1) && listed(kForeignMoney, lower(last + 1)));
  }

  bool other_unit_follows(std::size_t last) const {
    return same_sentence(last, last + 1) && listed(kOtherUnits, lower(last + 1));
  }

  bool plain_scale_is_money(std::size_t first, std::size_t last) const {
    if (other_unit_follows(last)) return false;
    // "k" and "l" are letters first: they scale only when they touch their number; "sau" and "hundred" need a
    // neighbour.
    const auto unit = lower(last);
    if ((unit == "k" || unit == "l") && !tokens_[last].glued) return false;
    if (unit == "hundred" || unit == "sau") return money_neighbour(first, last);
    return true;
  }

  bool money_neighbour(std::size_t first, std::size_t last) const {
    for (std::size_t back = 1; back <= 4 && back <= first && same_sentence(first - back, first); ++back) {
      if (listed(kMoneyNeighbours, lower(first - back))) return true;
    }
    for (std::size_t on = 1; on <= 3 && same_sentence(last, last + on); ++on) {
      if (listed(kMoneyNeighbours, lower(last + on))) return true;
    }
    return false;
  }

  // "300 eggs": a plural behind the number says what is counted.
  bool counts_things(std::size_t last) const {
    if (!same_sentence(last, last + 1) || tokens_[last + 1].kind != TokenKind::word || tokens_[last + 1].capital)
      return false;
    const auto next = lower(last + 1);
    return next.size() > 3 && next.ends_with("s") && text_.before(last + 1) == " " && !listed(kNoPlurals, next) &&
           !listed(kMoneyNeighbours, next);
  }

  bool numbers_something(std::size_t first) const {
    return first > 0 && same_sentence(first - 1, first) && listed(kNumberedThings, lower(first - 1)) &&
           !contains(text_.before(first), ",");
  }

  // "Engine 85000 net 20000.": a short sentence that is nothing but things and round numbers behind them.
  bool in_a_list_of_sums(std::size_t i) const {
    std::size_t first = i, end = i + 1;
    while (first > 0 && same_sentence(first - 1, i)) --first;
    while (same_sentence(i, end)) ++end;
    if (end - first > kListOfSumsTokensMax || (end - first) % 2 != 0) return false;
    for (std::size_t k = first; k < end; ++k) {
      const bool number = tokens_[k].kind == TokenKind::number;
      if (number != ((k - first) % 2 == 1)) return false;
      if (number && (lower(k).size() < 4 || !lower(k).ends_with("00"))) return false;
    }
    return true;
  }

  bool bare_number_is_money(std::size_t first, std::size_t last, double value) const {
    const auto word = lower(last);
    const bool grouped = word.find(',') != std::string_view::npos;
    if (tokens_[last].kind != TokenKind::number || value < 100 || other_unit_follows(last)) return false;
    const bool long_digits = !grouped && word.find('-') == std::string_view::npos && word.size() >= 8;
    if (long_digits || (word.size() > 1 && word[0] == '0')) return false;  // a phone or an account, not a sum
    const bool like_a_year = !grouped && word.size() == 4 && (word.starts_with("19") || word.starts_with("20"));
    if (same_sentence(last, last + 1) && tokens_[last + 1].glued) return false;
    if (numbers_something(first) || counts_things(last)) return false;
    if (grouped && value >= 1000) return true;
    if (like_a_year && word.substr(2) != "00") return false;
    return money_neighbour(first, last) || (first > 0 && lower(first - 1) == "of") || in_a_list_of_sums(last);
  }

  const Text& text_;
  const std::vector<Token>& tokens_;
  const std::vector<bool>& taken_;
};

}  // namespace

std::vector<SpokenAmount> find_indian_amounts(const Text& text, const std::vector<bool>& taken) {
  return AmountFinder(text, taken).run();
}

}  // namespace dossier::reading
