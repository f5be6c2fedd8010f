#include "funds/questions/question_row_times.h"

#include "funds/questions/question_period_words.h"
#include "funds/questions/question_row_names.h"
#include "funds/questions/question_small_words.h"
#include "funds/questions/question_vocabulary.h"
#include "reading/one_of.h"

#include <algorithm>
#include <array>

namespace dossier::funds {
namespace {

using reading::one_of;

constexpr int kLengthMonthsMax = 600;

class RowTimeReader {
 public:
  RowTimeReader(const Ledger& ledger, QuestionWords& words)
      : ledger_(ledger), words_(words), texts_(free_texts(words)) {}

  RowTimes take() {
    for (std::size_t at = 0; at < words_.size(); ++at) {
      auto relation = time_relations().match_at(texts_, at);
      if (relation && take_length(relation->meaning, at, at + relation->length)) continue;
      if (!relation || (measured_from(at) && !narrows_to(at)) || corrects(at)) continue;
      std::size_t from = at + relation->length;
      bool spans = (relation->meaning == Relation::between && !sets_apart()) || texts_[at] == "from";
      std::size_t end = spans ? take_span(from) : 0;
      if (end == 0) end = take_bound(relation->meaning, from);
      if (end == 0) continue;
      for (std::size_t k = at; k < end; ++k) words_[k].used = true;
      at = end - 1;
    }
    if (times_.periods.ranges.size() != 1) times_.stands_on.reset();
    return std::move(times_);
  }

 private:
  // "In the year after the first call", "soon after call 2" mean less than all that came after.
  bool measured_from(std::size_t at) const {
    // "By year since call 3" groups.
    const bool groups = at > 1 && one_of(texts_[at - 2], {"by", "per", "each", "every"});
    return at > 0 && ((months_in(texts_[at - 1]) > 0 && !groups) ||
                      one_of(texts_[at - 1],
                             {"days", "weeks", "soon", "shortly", "long", "immediately", "directly", "right", "just"}));
  }

  // "The correction made to call 2" bounds no time.
  bool corrects(std::size_t at) const {
    return texts_[at] == "to" && at > 0 &&
           one_of(texts_[at - 1], {"made", "correction", "corrections", "adjustment", "adjustments", "refund",
                                   "refunds", "related", "relating", "applied", "booked"});
  }

  // "The difference between call 1 and call 2" is one of amounts.
  bool sets_apart() const {
    return std::any_of(texts_.begin(), texts_.end(), [](const std::string& text) {
      return one_of(text, {"difference", "differ", "differential", "spread", "gap", "ratio", "compare", "comparison",
                           "larger", "bigger", "smaller", "higher", "lower"});
    });
  }

  // "In the days between call 1 and call 3".
  bool narrows_to(std::size_t at) const {
    return texts_[at] == "between" && at > 2 && is_article(texts_[at - 2]) &&
           one_of(texts_[at - 3], {"in", "during", "within", "over"});
  }

  // "In the year after call 3", "within six months of the first distribution": a length of time from a row on.
  bool take_length(Relation relation, std::size_t at, std::size_t from) {
    const bool forward = one_of(texts_[at], {"after", "since", "following", "of"}), back = relation == Relation::before;
    const int unit = at > 0 ? months_in(texts_[at - 1]) : 0;
    if (unit == 0 || (!forward && !back)) return false;
    std::size_t start = at - 1;
    const auto count = start > 0 && !words_[start - 1].used ? words_[start - 1].ordinal() : std::nullopt;
    if (count) --start;
    while (start > 0 && (is_article(texts_[start - 1]) || texts_[start - 1] == "first")) --start;
    const bool bounds = start > 0 && one_of(texts_[start - 1], {"in", "during", "within", "over", "for"});
    auto named = bounds ? row_in_words(words_, texts_, from) : std::nullopt;
    auto day = named ? day_of(named->row) : std::nullopt;
    if (!day || count.value_or(1) > kLengthMonthsMax / unit) return false;
    const int months = unit * count.value_or(1);
    if (forward) times_.periods.ranges.push_back({day_after(*day), months_before(*day, -months)});
    if (back) times_.periods.ranges.push_back({months_before(*day, months), day_before(*day)});
    for (std::size_t k = start - 1; k < named->end; ++k) {
      words_[k].used = true;
      texts_[k].clear();
    }
    return true;
  }

  std::optional<Date> day_of(const RowNamed& wanted) const {
    auto row = row_named(ledger_, wanted);
    return row ? std::optional(ledger_.transactions[*row].date) : std::nullopt;
  }

  // "Between the second and the fourth call", "from call 1 to call 3": from the day of the one to that of the other.
  // Returns where it ends; 0 when nothing was taken.
  std::size_t take_span(std::size_t from) {
    static constexpr std::array<std::string_view, 5> kJoints = {"and", "to", "until", "through", "till"};
    auto pair = rows_in_words(words_, texts_, from, kJoints);
    auto kind = !pair && from > 1 ? question_terms().match_at(texts_, from - 2) : std::nullopt;
    if (kind && kind_of(kind->meaning)) pair = places_in_words(words_, texts_, from, kJoints, *kind_of(kind->meaning));
    auto one = pair ? day_of(pair->first) : std::nullopt, other = pair ? day_of(pair->second) : std::nullopt;
    if (!one || !other) return 0;
    times_.periods.ranges.push_back({std::min(*one, *other), std::max(*one, *other)});
    return pair->end;
  }

  std::size_t take_bound(Relation relation, std::size_t from) {
    auto named = row_in_words(words_, texts_, from);
    auto day = named ? day_of(named->row) : std::nullopt;
    std::size_t end = named ? named->end : 0;
    if (!named && relation != Relation::between) day = dated_row(from, end);
    if (!day) return 0;
    switch (relation) {
      case Relation::before:
        times_.stands_on = day_before(*day);
        times_.periods.ranges.push_back({{}, day_before(*day)});
        break;
      case Relation::after:
        times_.stands_on = day;
        times_.periods.ranges.push_back({day_after(*day), {}});
        break;
      case Relation::until:
        times_.stands_on = day;
        times_.periods.ranges.push_back({{}, day});
        break;
      case Relation::since: times_.periods.ranges.push_back({day, {}}); break;
      default: return 0;
    }
    return end;
  }

  // "The distributions of 28 February 2022", "the payments on 14 May": rows named by their day alone.
  std::optional<Date> dated_row(std::size_t from, std::size_t& end) const {
    std::size_t at = from;
    while (at < texts_.size() && is_article(texts_[at])) ++at;
    auto kind = question_terms().match_at(texts_, at);
    const bool paid = at < texts_.size() && one_of(texts_[at], {"payment", "payments", "payout", "payouts"});
    if (!paid && (!kind || !kind_of(kind->meaning))) return std::nullopt;
    at += kind ? kind->length : 1;
    while (at < texts_.size() && one_of(texts_[at], {"of", "on", "dated", "made", "from", "vom", "du"})) ++at;
    if (at >= words_.size() || !words_[at].date || words_[at].date->precision != DatePrecision::day)
      return std::nullopt;
    end = at + 1;
    return words_[at].date->date;
  }

  const Ledger& ledger_;
  QuestionWords& words_;
  std::vector<std::string> texts_;
  RowTimes times_;
};

}  // namespace

RowTimes take_row_times(const AnswerBasis& basis, const NamedFunds& named, QuestionWords& words) {
  const auto& funds = basis.analysis().funds;
  if (named.funds.size() == 1) return RowTimeReader(basis.fund(named.funds[0]).ledger, words).take();
  return funds.size() == 1 ? RowTimeReader(funds[0].ledger, words).take() : RowTimes{};
}

}  // namespace dossier::funds
