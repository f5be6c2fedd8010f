#include "funds/questions/question_row_change.h"

#include "funds/questions/question_period_words.h"
#include "funds/questions/question_small_words.h"
#include "funds/questions/question_typed.h"
#include "reading/one_of.h"

#include <algorithm>
#include <cmath>
#include <span>

namespace dossier::funds {
namespace {

using reading::one_of;
using How = RowChange::How;

constexpr int kMonthsMovedMax = 600;

// Reads what happens to rows in a supposition: "had been 10 % smaller", "come a year later", "been half as large".
class ChangeReader {
 public:
  explicit ChangeReader(std::string_view text) : words_(question_words(text)) {}

  std::optional<RowChange> read() {
    for (at_ = 0; at_ < words_.size();) {
      if (!take_time() && !take_size() && !take_number() && !take_small_word()) return std::nullopt;
    }
    if (never_) return moves_ || part_ || amount_ || direction_ != 0 ? std::nullopt : std::optional(change_);
    if (moves_ && !part_ && !amount_ && direction_ == 0) return change_;
    if (moves_) return std::nullopt;  // another size and another day: two changes
    if (part_ && (direction_ != 0 || is_factor_)) return scaled(is_factor_ ? *part_ : 1 + direction_ * *part_);
    if (part_ || !amount_) return std::nullopt;
    change_.how = direction_ == 0 ? How::set : How::add;
    change_.value = direction_ == 0 ? *amount_ : direction_ * *amount_;
    return change_;
  }

 private:
  std::string_view text(std::size_t at) const { return at < words_.size() ? std::string_view(words_[at].text) : ""; }

  std::optional<RowChange> scaled(double factor) {
    if (factor < 0) return std::nullopt;
    change_.how = How::scale;
    change_.value = factor;
    return change_;
  }

  // "A year later", "six months earlier", "on 30 June 2020".
  bool take_time() {
    if (words_[at_].date && words_[at_].date->precision == DatePrecision::day) {
      change_.how = How::move_to;
      change_.date = words_[at_].date->date;
      return moved(at_ + 1);
    }
    std::size_t unit = at_;
    const bool half = text(unit) == "half";
    if (half) ++unit;
    int count = 1;
    if (const auto number = unit < words_.size() ? words_[unit].ordinal() : std::nullopt) {
      count = *number;
      ++unit;
    } else if (is_article(text(unit))) {
      ++unit;
    }
    const std::string_view side = text(unit + 1);
    const int sign = one_of(side, {"later", "after", "afterwards"}) ? 1 : one_of(side, {"earlier", "sooner"}) ? -1 : 0;
    const int months = months_in(text(unit));
    const int days = one_of(text(unit), {"day", "days"}) ? 1 : one_of(text(unit), {"week", "weeks"}) ? 7 : 0;
    if (sign == 0 || (months == 0 && days == 0) || (half && months < 2) || months * count > kMonthsMovedMax)
      return false;
    change_.how = days > 0 ? How::move_days : How::move_months;
    change_.value = sign * (days > 0 ? days * count : months * count / (half ? 2 : 1));
    return moved(unit + 2);
  }

  bool moved(std::size_t end) {
    moves_ = true;
    at_ = end;
    return true;
  }

  // "Half as large", "twice the size", "doubled", "a fifth smaller".
  bool take_size() {
    const bool of_the_size = text(at_ + 1) == "as" || (is_article(text(at_ + 1)) && text(at_ + 2) == "size");
    if (one_of(text(at_), {"half", "halved", "halves"})) return factor(of_the_size || text(at_) != "half", 0.5);
    if (one_of(text(at_), {"twice", "double", "doubled", "doubles"})) return factor(true, 2);
    if (one_of(text(at_), {"quarter", "third"}) || (text(at_) == "nth" && words_[at_].ordinal())) {
      const double n = text(at_) == "quarter" ? 4 : text(at_) == "third" ? 3 : *words_[at_].ordinal();
      return factor(of_the_size, 1 / n);
    }
    if (one_of(text(at_), {"smaller", "lower", "less", "fallen", "fell", "cut", "reduced", "shrunk", "decreased"}))
      return turned(-1);
    if (one_of(text(at_), {"larger", "bigger", "higher", "more", "greater", "risen", "rose", "increased", "raised"}))
      return turned(1);
    return false;
  }

  bool factor(bool whole, double part) {
    if (part_) return false;
    is_factor_ = whole;
    part_ = part;
    ++at_;
    return true;
  }

  bool turned(int direction) {
    if (direction_ != 0 && direction_ != direction) return false;
    direction_ = direction;
    ++at_;
    return true;
  }

  bool take_number() {
    const auto& number = words_[at_].number;
    if (!number || words_[at_].year() || part_ || amount_) return false;
    const double value = number->magnitude.to_double() * std::pow(10.0, number->power);
    if (number->form == reading::NumberForm::percent) {
      part_ = value / 100;
    } else if (text(at_ + 1) == "times") {
      part_ = value;
      is_factor_ = true;
    } else {
      if (number->form != reading::NumberForm::plain || number->negative) return false;
      amount_ = value;
    }
    ++at_;
    return true;
  }

  bool take_small_word() {
    if (one_of(text(at_), {"not", "never"})) {
      never_ = true;
      ++at_;
      return true;
    }
    if (!one_of(text(at_),
                {"had",  "been", "was",  "were",     "is",       "be",     "only",        "by",     "a",
                 "an",   "as",   "the",  "size",     "come",     "came",   "large",       "big",    "instead",
                 "on",   "made", "to",   "happened", "occurred", "called", "distributed", "booked", "existed",
                 "much", "high", "paid", "been",     "times",    "of",     "taken",       "place"}))
      return false;
    ++at_;
    return true;
  }

  QuestionWords words_;
  std::size_t at_ = 0;
  RowChange change_;
  std::optional<double> part_, amount_;
  bool is_factor_ = false;  // `part_` is what is left of them, not by how much they change
  int direction_ = 0;
  bool moves_ = false, never_ = false;
};

// A question in typed words, and where its supposing clause stands in them.
class Clause {
 public:
  explicit Clause(std::string_view question) : typed_(question), folded_(typed_.folded()) {}

  std::optional<SupposedOfRows> read() {
    for (std::size_t at = 0; at < typed_.size(); ++at) {
      const bool starts = at == 0 || typed_.ends_clause(at - 1);
      const bool inverted = folded_[at] == "had" && starts;
      if (one_of(folded_[at], {"without", "excluding", "ignoring", "omitting"})) return left_out(at);
      if (inverted || one_of(folded_[at], {"if", "suppose", "supposing", "assume", "assuming", "imagine"}))
        return changed(at, inverted);
    }
    return std::nullopt;
  }

 private:
  std::size_t end_of_clause(std::size_t from) const {
    for (std::size_t at = from; at < typed_.size(); ++at) {
      if (at > from && one_of(folded_[at], {"what", "how", "which", "would", "then"})) return at;
      if (typed_.ends_clause(at)) return at + 1;
    }
    return typed_.size();
  }

  std::string joined(std::size_t from, std::size_t to) const {
    std::string text = typed_.text(from, to);
    while (!text.empty() && one_of(text.substr(text.size() - 1), {",", ";", ":", "?", "."})) text.pop_back();
    return text;
  }

  // All but the clause; "what" alone, of "what if", asks nothing.
  std::string rest(std::size_t from, std::size_t to) const {
    if (from > 0 && one_of(folded_[from - 1], {"what", "and"}) && to == typed_.size()) --from;
    std::string before = joined(0, from), after = joined(to, typed_.size());
    return before + (before.empty() || after.empty() ? "" : " ") + after;
  }

  // "DPI without the two largest distributions": rows named without a superlative are left out as they are read.
  std::optional<SupposedOfRows> left_out(std::size_t at) const {
    const std::size_t end = end_of_clause(at + 1);
    SupposedOfRows supposed{.rows = joined(at + 1, end), .rest = rest(at, end), .change = {}, .by_clause = false};
    return supposed.rows.empty() ? std::nullopt : std::optional(std::move(supposed));
  }

  std::optional<SupposedOfRows> changed(std::size_t at, bool inverted) const {
    const std::size_t end = end_of_clause(at + 1);
    const std::size_t from = at + 1 < end && folded_[at + 1] == "that" ? at + 2 : at + 1;
    std::size_t verb = from;
    while (verb < end && !is_verb(folded_[verb], inverted)) ++verb;
    if (verb == from || verb >= end) return std::nullopt;
    auto change = ChangeReader(joined(verb, end)).read();
    if (!change) return std::nullopt;
    return SupposedOfRows{.rows = joined(from, verb), .rest = rest(at, end), .change = std::move(*change)};
  }

  static bool is_verb(std::string_view word, bool inverted) {
    if (inverted)
      return one_of(word, {"not", "never", "been", "come", "fallen", "risen", "doubled", "halved", "taken"});
    return one_of(word, {"had", "were", "was", "is", "came", "fell", "rose", "doubled", "halved"});
  }

  Typed typed_;
  std::span<const std::string> folded_;
};

}  // namespace

std::optional<SupposedOfRows> supposed_of_rows(std::string_view question) {
  return Clause(question).read();
}

}  // namespace dossier::funds
