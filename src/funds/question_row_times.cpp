#include "funds/question_row_times.h"

#include "funds/question_period_words.h"
#include "funds/question_small_words.h"
#include "funds/question_vocabulary.h"
#include "funds/row_events.h"
#include "reading/one_of.h"

#include <algorithm>
#include <numeric>

namespace dossier::funds {
namespace {

using reading::one_of;

// Which row of its kind: the `place`th by date, or from the end; or the one that the document gives a number.
struct RowNamed {
  RowKind kind = RowKind::capital_call;
  int place = 0;
  bool from_end = false;
  bool by_number = false;
  std::size_t end = 0;  // of the words that name it
};

class RowTimes {
 public:
  RowTimes(const Ledger& ledger, QuestionWords& words) : ledger_(ledger), words_(words), texts_(free_texts(words)) {}

  Periods take() {
    Periods periods;
    if (asks_how_long()) return periods;
    for (std::size_t at = 0; at < words_.size(); ++at) {
      auto relation = time_relations().match_at(texts_, at);
      if (relation && relation->meaning == Relation::between && !measures_time(at)) {
        if (auto range = between(at + relation->length, at)) periods.ranges.push_back(*range);
        continue;
      }
      auto row = relation && !measured_from(at) ? row_at(at + relation->length) : std::nullopt;
      auto day = row ? day_of(*row) : std::nullopt;
      if (!day || !bound(relation->meaning, *day, periods)) continue;
      for (std::size_t k = at; k < row->end; ++k) words_[k].used = true;
      at = row->end - 1;
    }
    return periods;
  }

 private:
  // "How long after the first call was ..." asks for the time between two rows.
  bool asks_how_long() const {
    if (texts_.size() < 2 || texts_[0] != "how") return false;
    return texts_[1] == "long" || texts_[1] == "soon" ||
           (texts_[1] == "many" && texts_.size() > 2 && (texts_[2] == "days" || months_in(texts_[2]) > 0));
  }

  // "In the year after the first call", "soon after call 2" mean less than all that came after.
  bool measured_from(std::size_t at) const {
    return at > 0 && (months_in(texts_[at - 1]) > 0 ||
                      one_of(texts_[at - 1],
                             {"days", "weeks", "soon", "shortly", "long", "immediately", "directly", "right", "just"}));
  }

  // "The time between the first and the second call", "days elapsed between".
  bool measures_time(std::size_t at) const {
    const bool beside =
        at > 0 && one_of(texts_[at - 1], {"time", "days", "months", "years", "gap", "interval", "elapsed", "passed",
                                          "long", "apart", "difference", "spacing", "lie", "lies"});
    return beside || std::find(texts_.begin(), texts_.end(), "days") != texts_.end();
  }

  // "Between the second and the fourth call": from the day of the one to that of the other. Marks the words and moves
  // `at` to the last of them.
  std::optional<DateRange> between(std::size_t from, std::size_t& at) {
    auto first = row_at(from);
    std::size_t joint = first ? first->end : from;
    bool from_end = false;
    if (!first) {  // "the second and the fourth call": the kind is said once
      while (joint < texts_.size() && is_article(texts_[joint])) ++joint;
      RowNamed one{.place = place_at(joint, from_end), .end = joint + 1};
      one.from_end = from_end;
      if (one.place == 0) return std::nullopt;
      first = one;
      joint = one.end;
    }
    if (joint >= texts_.size() || texts_[joint] != "and") return std::nullopt;
    auto second = row_at(joint + 1);
    if (!second) return std::nullopt;
    if (first->end == joint && !question_terms().match_at(texts_, joint - 1)) first->kind = second->kind;
    auto one = day_of(*first), other = day_of(*second);
    if (!one || !other) return std::nullopt;
    for (std::size_t k = at; k < second->end; ++k) words_[k].used = true;
    at = second->end - 1;
    return DateRange{std::min(*one, *other), std::max(*one, *other)};
  }

  static bool bound(Relation relation, Date day, Periods& periods) {
    switch (relation) {
      case Relation::before: periods.ranges.push_back({{}, day_before(day)}); return true;
      case Relation::after: periods.ranges.push_back({day_after(day), {}}); return true;
      case Relation::since: periods.ranges.push_back({day, {}}); return true;
      case Relation::until: periods.ranges.push_back({{}, day}); return true;
      default: return false;
    }
  }

  // "the second call", "the last distribution", "call 3", "drawdown no. 4".
  std::optional<RowNamed> row_at(std::size_t at) const {
    RowNamed row;
    if (at < texts_.size() && is_article(texts_[at])) ++at;
    if (at < texts_.size() && (texts_[at] == "very" || texts_[at] == "capital")) ++at;
    if (int place = place_at(at, row.from_end); place > 0) {
      row.place = place;
      ++at;
    }
    auto kind = question_terms().match_at(texts_, at);
    if (!kind || !kind_of(kind->meaning) || texts_[at + kind->length - 1].ends_with('s')) return std::nullopt;
    row.kind = *kind_of(kind->meaning);
    row.end = at + kind->length;
    std::size_t number = row.end;
    while (number < words_.size() && (texts_[number] == "no" || texts_[number] == "number" || texts_[number] == "nr"))
      ++number;
    if (row.place == 0 && number < words_.size() && !words_[number].used && words_[number].ordinal()) {
      row.place = *words_[number].ordinal();
      row.by_number = true;
      row.end = number + 1;
    }
    return row.place > 0 ? std::optional(row) : std::nullopt;
  }

  int place_at(std::size_t at, bool& from_end) const {
    if (at >= words_.size() || words_[at].used) return 0;
    from_end = one_of(texts_[at], {"last", "latest", "final"});
    if (from_end || texts_[at] == "initial") return 1;
    auto named = std::find(kOrdinals.begin(), kOrdinals.end(), texts_[at]);
    if (named != kOrdinals.end()) return static_cast<int>(named - kOrdinals.begin()) + 1;
    return words_[at].text == "nth" ? words_[at].ordinal().value_or(0) : 0;
  }

  std::optional<Date> day_of(const RowNamed& wanted) const {
    std::vector<std::size_t> rows(ledger_.transactions.size());
    std::iota(rows.begin(), rows.end(), 0);
    std::erase_if(rows, [&](std::size_t row) { return ledger_.transactions[row].kind != wanted.kind; });
    std::string number = std::to_string(wanted.place);
    for (std::size_t row : rows) {
      if (wanted.by_number && ledger_.transactions[row].number == number) return ledger_.transactions[row].date;
    }
    auto events = events_of(ledger_, rows);
    std::stable_sort(events.begin(), events.end(), [&](const RowEvent& a, const RowEvent& b) {
      return ledger_.transactions[a[0]].date < ledger_.transactions[b[0]].date;
    });
    auto place = static_cast<std::size_t>(wanted.place);
    if (place > events.size()) return std::nullopt;
    return ledger_.transactions[events[wanted.from_end ? events.size() - place : place - 1][0]].date;
  }

  const Ledger& ledger_;
  QuestionWords& words_;
  std::vector<std::string> texts_;
};

}  // namespace

Periods take_row_times(const AnswerBasis& basis, const NamedFunds& named, QuestionWords& words) {
  const auto& funds = basis.analysis().funds;
  if (named.funds.size() == 1) return RowTimes(basis.fund(named.funds[0]).ledger, words).take();
  return funds.size() == 1 ? RowTimes(funds[0].ledger, words).take() : Periods{};
}

}  // namespace dossier::funds
