#include "funds/questions/question_amounts.h"

#include "funds/questions/question_passes.h"
#include "reading/one_of.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>

namespace dossier::funds {
namespace {

using reading::NumberForm;
using reading::one_of;
using reading::PhraseTable;

enum class Comparison { more_than, at_least, less_than, at_most, exactly, between };

const PhraseTable<Comparison>& comparisons() {
  using enum Comparison;
  static const PhraseTable<Comparison> table = {
      {more_than,
       {"more than",   "over",        "greater than", "above",       "exceeding",    "exceed",        "exceeds",
        "exceeded",    "larger than", "bigger than",  "higher than", "in excess of", "mehr als",      "uber",
        "grosser als", "hoher als",   "plus de",      "superieur a", "superieurs a", "superieures a", "north of",
        "upwards of",  "depasse",     "depassent",    "depassant",   "ont depasse",  "ubersteigen",   "ubersteigt"}},
      {at_least, {"at least", "no less than", "not less than", "mindestens", "au moins"}},
      {less_than,
       {"less than", "under", "below", "smaller than", "lower than", "weniger als", "unter", "kleiner als", "moins de",
        "south of", "shy of", "short of", "not reaching", "inferieur a", "inferieurs a", "inferieures a"}},
      {at_most,
       {"at most", "no more than", "not more than", "not exceeding", "not over", "not above", "up to", "hochstens",
        "au plus"}},
      {exactly, {"exactly", "equal to", "equal", "equals", "of exactly", "genau", "exactement"}},
      {between, {"between", "zwischen", "entre", "from"}},
  };
  return table;
}

class AmountReader {
 public:
  AmountReader(QuestionWords& words, bool ratio_asked) : words_(words), ratio_asked_(ratio_asked) {
    for (const QuestionWord& word : words) texts_.push_back(word.number && word.text != "nth" ? "#" : word.text);
  }

  Amounts read() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      if (words_[at].used) continue;
      if (auto comparison = comparisons().match_at(texts_, at)) {
        std::size_t number = at + comparison->length;
        while (number < words_.size() &&
               (one_of(texts_[number], {"a", "an", "the", "of", "its"}) || names_currency(texts_[number])))
          ++number;
        if (compared(comparison->meaning, at, number)) continue;
      }
      if (words_[at].number && !words_[at].used) bare_number(at);
    }
    return amounts_;
  }

 private:
  // A number that may bound an amount: "DD-03" names a row.
  bool number_at(std::size_t at) const {
    return at < words_.size() && words_[at].number && !words_[at].used && words_[at].text != "ref";
  }

  double value_at(std::size_t at) const {
    const auto& number = *words_[at].number;
    return number.signed_double() * std::pow(10.0, number.power);
  }

  bool is_mark(std::size_t at) const {
    const auto& number = *words_[at].number;
    if (number.form == NumberForm::multiple || number.form == NumberForm::percent) return true;
    return ratio_asked_ && number.power == 0 && !number.currency.known() && value_at(at) < 100;
  }

  bool compared(Comparison comparison, std::size_t at, std::size_t number) {
    if (!number_at(number)) return false;
    if (comparison == Comparison::between) return between(at, number);
    static constexpr std::array<Bound, 5> kBounds = {Bound::more_than, Bound::at_least, Bound::less_than,
                                                     Bound::at_most, Bound::exactly};
    Bound bound = kBounds[static_cast<std::size_t>(comparison)];
    if (is_mark(number)) {
      mark(number, bound);
    } else {
      limit(bound, value_at(number));
    }
    use(at, number + 1);
    return true;
  }

  bool between(std::size_t at, std::size_t number) {
    std::size_t second = number + 2;
    if (!number_at(second) || !one_of(texts_[number + 1], {"and", "to", "und", "et", "bis"})) return false;
    double low = value_at(number), high = value_at(second);
    // "between 1 and 2 million": the scale belongs to both.
    if (words_[number].number->power == 0 && words_[second].number->power > 0)
      low *= std::pow(10.0, words_[second].number->power);
    amounts_.limits = {.least = std::min(low, high), .most = std::max(low, high)};
    use(at, second + 1);
    return true;
  }

  void limit(Bound bound, double value) {
    AmountLimits& limits = amounts_.limits;
    if (bound == Bound::more_than || bound == Bound::at_least || bound == Bound::exactly) {
      limits.least = value;
      limits.least_itself = bound != Bound::more_than;
    }
    if (bound == Bound::less_than || bound == Bound::at_most || bound == Bound::exactly) {
      limits.most = value;
      limits.most_itself = bound != Bound::less_than;
    }
  }

  void mark(std::size_t at, Bound bound) {
    bool percent = words_[at].number->form == NumberForm::percent;
    amounts_.mark = Mark{percent ? value_at(at) / 100 : value_at(at), percent, bound};
    words_[at].used = true;
  }

  // "3 million or more", "500k and below".
  std::optional<Bound> side_named_after(std::size_t at) const {
    if (at + 2 >= texts_.size() || !one_of(texts_[at + 1], {"or", "and", "oder", "ou"})) return std::nullopt;
    bool goes_on = at + 3 < texts_.size() && (number_at(at + 3) || texts_[at + 3] == "than");
    if (goes_on) return std::nullopt;
    if (one_of(texts_[at + 2], {"more", "above", "over", "higher", "upwards", "larger", "greater", "mehr", "plus"}))
      return Bound::at_least;
    if (one_of(texts_[at + 2], {"less", "below", "under", "lower", "smaller", "fewer", "weniger", "moins"}))
      return Bound::at_most;
    return std::nullopt;
  }

  void bare_number(std::size_t at) {
    bool amount = words_[at].number->dressed || words_[at].number->power > 0 || value_at(at) >= 1000;
    if (auto bound = amount && !is_mark(at) ? side_named_after(at) : std::nullopt) {
      limit(*bound, value_at(at));
      use(at, at + 3);
      return;
    }
    std::string_view before = at > 0 ? std::string_view(texts_[at - 1]) : "";
    std::string_view after = at + 1 < texts_.size() ? std::string_view(texts_[at + 1]) : "";
    auto small = words_[at].ordinal();
    bool names_row =
        one_of(before, {"call", "calls", "drawdown", "drawdowns", "distribution", "distributions", "contribution",
                        "contributions", "nr", "no", "number", "abruf", "kapitalabruf", "appel", "notice", "dd"});
    bool names_row_after =
        texts_[at] == "nth" && one_of(after, {"call", "capital", "drawdown", "distribution", "contribution", "abruf",
                                              "kapitalabruf", "ausschuttung", "appel"});
    // "Calls 2 and 4", "call 1 and call 2".
    bool goes_on = !amounts_.row_numbers.empty() && one_of(before, {"and", "or", "und", "et"}) && at > 1 &&
                   words_[at - 2].used && words_[at - 2].number;
    bool reference = words_[at].text == "ref";
    bool reaches = !amounts_.row_numbers.empty() && one_of(before, {"to", "until", "through", "bis"}) && at > 1 &&
                   words_[at - 2].used && words_[at - 2].number && small && *small - amounts_.row_numbers.back() <= 100;
    for (int next = reaches ? amounts_.row_numbers.back() + 1 : 1; reaches && next < *small; ++next)
      amounts_.row_numbers.push_back(next);  // "calls 1 to 3"
    if (small && (names_row || names_row_after || goes_on || reference || reaches)) {
      amounts_.row_numbers.push_back(*small);
      if (one_of(before, {"no", "nr", "number"})) words_[at - 1].used = true;
    } else if (small &&
               one_of(after, {"month", "months", "year", "years", "quarter", "quarters", "day", "days", "weeks"})) {
      return;  // "the first six months": a time nobody took is not six rows
    } else if (small && (one_of(before, {"top", "bottom", "largest", "biggest", "last", "latest", "first", "smallest",
                                         "recent", "letzten", "ersten"}) ||
                         one_of(after, {"largest", "biggest", "smallest", "latest", "most", "last", "first", "highest",
                                        "lowest", "recent", "earliest"}))) {
      amounts_.top = small;
    } else if (one_of(before, {"the", "our", "these", "those", "your", "all"}) && small &&
               std::isalpha(static_cast<unsigned char>(words_[at].spelled[0])) != 0) {
      return;  // "which of the two"
    } else if (is_mark(at)) {
      mark(at, Bound::none);
    } else if (words_[at].number->dressed || words_[at].number->power > 0 || value_at(at) >= 1000) {
      limit(Bound::exactly, value_at(at));
    } else {
      return;
    }
    words_[at].used = true;
  }

  void use(std::size_t from, std::size_t end) {
    for (std::size_t k = from; k < end; ++k) {
      if (!names_currency(texts_[k])) words_[k].used = true;  // whose currency it is, another pass asks
    }
  }

  QuestionWords& words_;
  bool ratio_asked_;
  std::vector<std::string> texts_;
  Amounts amounts_;
};

}  // namespace

bool AmountLimits::admit(double amount) const {
  double size = std::abs(amount);
  // "The entry of (184,500)": a report may print a row with the other sign than the ledger keeps it.
  const bool one_amount = least && most && *least == *most;
  if (one_amount) return std::abs(size - std::abs(*least)) <= 0.005;
  if (least && (least_itself ? size < *least - 0.005 : size <= *least + 0.005)) return false;
  return !most || (most_itself ? size <= *most + 0.005 : size < *most - 0.005);
}

Amounts take_amounts(QuestionWords& words, bool ratio_asked) {
  return AmountReader(words, ratio_asked).read();
}

const std::vector<std::string>& amount_words() {
  static const std::vector<std::string> words = comparisons().words();
  return words;
}

}  // namespace dossier::funds
