#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

Money minor_amount(double units, Currency currency) {
  return Money::of_minor(static_cast<Money::Minor>(std::llround(units * std::pow(10.0, currency.minor_digits()))));
}

// The NAV as supposed; nothing when it takes one that is not known.
std::optional<Money> supposed_nav(const Supposition& supposed, const MetricSet& metrics, Currency currency) {
  const auto& nav = metrics[Metric::nav].money;
  if (supposed.change == Supposition::Change::to_amount) return minor_amount(supposed.value, currency);
  if (!nav) return std::nullopt;
  if (supposed.change == Supposition::Change::by_amount) return *nav + minor_amount(supposed.value, currency);
  return Money::of_minor(
      static_cast<Money::Minor>(std::llround(static_cast<double>(nav->minor()) * (1 + supposed.value))));
}

Transaction supposed_row(const Supposition& supposed, Date date, Currency currency) {
  bool call = supposed.of == Supposition::Of::call;
  Transaction row{.kind = call ? RowKind::capital_call : RowKind::distribution, .date = date};
  row.amount = minor_amount(supposed.value, currency);
  row.effects = call ? Effects{.lp_cash = -row.amount, .paid_in = row.amount, .unfunded = -row.amount}
                     : Effects{.lp_cash = row.amount, .distribution = row.amount};
  return row;
}

}  // namespace

void tell_change(const MetricValue& value, const MetricValue& before, AnswerDraft& draft) {
  if (value.money && before.money) {
    const Money by = *value.money - *before.money;
    draft.say(fmt::format("That is {} {}.", draft.money(by.abs()), by.negative() ? "less" : "more"));
    draft.value("difference", by);
  } else if (value.number && before.number) {
    const double by = *value.number - *before.number;
    const bool rate = unit_of(value.metric) == Unit::rate;
    draft.say(
        fmt::format("That is {} {}.",
                    rate ? fmt::format("{:.2f} percentage points", std::abs(by) * 100) : multiple_text(std::abs(by)),
                    by < 0 ? "less" : "more"));
    draft.value("difference", by);
  }
}

namespace {

class Supposing {
 public:
  Supposing(const Task& task, std::size_t fund, AnswerDraft& draft)
      : task_(task), draft_(draft), actual_(metrics_for(task, fund)), changed_(task.basis.fund(fund).ledger) {}

  void give() {
    if (!actual_.as_of) return refuse("The documents hold no dated transactions.");
    const Supposition& supposed = *task_.plan.supposition;
    if (supposed.date && *supposed.date > *actual_.as_of)
      return refuse(
          fmt::format("The reports reach to {}; a flow can be supposed up to that day.", date_text(*actual_.as_of)));
    if (supposed.of == Supposition::Of::nav && supposed.date && *supposed.date != *actual_.as_of)
      return refuse(
          fmt::format("A NAV can be supposed on the day of the report alone, {}.", date_text(*actual_.as_of)));
    std::string premise = supposed.of == Supposition::Of::nav ? suppose_nav(supposed) : suppose_flow(supposed);
    if (premise.empty() && supposed.rest)
      return refuse(fmt::format("That needs the unfunded commitment: {}.", actual_[Metric::unfunded].reason));
    if (premise.empty()) {
      return refuse(
          fmt::format("That needs the NAV, and {}. Say what NAV to suppose instead.", actual_[Metric::nav].reason));
    }
    MetricSet metrics = compute_metrics(changed_, actual_.as_of);
    for (Metric metric : task_.plan.metrics) tell(metric, metrics, premise);
  }

 private:
  void refuse(const std::string& why) {
    draft_.say(why);
    draft_.part(Answered::no);
  }

  std::string suppose_nav(const Supposition& supposed) {
    auto nav = supposed_nav(supposed, actual_, changed_.currency);
    if (!nav) return "";
    changed_.nav_history = {{*actual_.as_of, *nav, "", {}}};
    return fmt::format("a NAV of {}", draft_.money(*nav));
  }

  std::string suppose_flow(Supposition supposed) {
    if (supposed.rest) {
      const auto& unfunded = actual_[Metric::unfunded].money;
      if (!unfunded) return "";
      supposed.value = unfunded->to_double(changed_.currency.minor_digits());
    }
    Transaction row = supposed_row(supposed, supposed.date.value_or(*actual_.as_of), changed_.currency);
    bool recallable = supposed.of == Supposition::Of::distribution && task_.plan.rows.recallable.value_or(false);
    if (recallable) row.effects.unfunded = row.amount;  // it may be called again
    row.recallable = recallable;
    std::string nav = "an unchanged NAV";
    if (supposed.nav_to) {
      Money amount = minor_amount(*supposed.nav_to, changed_.currency);
      changed_.nav_history = {{*actual_.as_of, amount, "", {}}};
      nav = "a NAV of " + draft_.money(amount);
    }
    changed_.transactions.push_back(row);
    // The NAV stays as it is: what is called adds to it and what is distributed comes out of it only by saying so.
    return fmt::format("another {} {} on {} and {}", draft_.money(row.amount),
                       supposed.of == Supposition::Of::call ? "called" : "distributed", date_text(row.date), nav);
  }

  void tell(Metric metric, const MetricSet& metrics, const std::string& premise) {
    const MetricValue& value = metrics[metric];
    if (!value.known())
      return refuse(
          fmt::format("With {} the {} would still not be known: {}.", premise, title_of(metric), value.reason));
    const MetricValue& now = actual_[metric];
    if (const auto& mark = task_.plan.mark; mark && mark->bound != Bound::none && value.number)
      draft_.say(compares(mark->bound, *value.number, mark->value) ? "Yes." : "No.");
    draft_.say(fmt::format("With {} the {} would be {}{}.", premise, title_of(metric), draft_.text_of(value),
                           now.known() ? fmt::format(" instead of {}", draft_.text_of(now)) : ""));
    draft_.value(value);
    if (task_.plan.has(Term::difference)) tell_change(value, now, draft_);
    draft_.cite(now);
    draft_.cite(actual_[Metric::pic]);
    draft_.part(Answered::yes);
  }

  const Task& task_;
  AnswerDraft& draft_;
  MetricSet actual_;
  Ledger changed_;
};

// The metrics of the ledger as it would be if some of its rows had not been.
void tell_without(const Task& task, std::size_t fund, AnswerDraft& draft) {
  RowChoice out;
  out.without = task.plan.rows.without;
  Ledger rest = task.basis.fund(fund).ledger;
  auto kept = chosen_rows(task.basis, fund, out);
  std::vector<std::size_t> gone;
  for (std::size_t k = 0; k < rest.transactions.size(); ++k) {
    if (!std::binary_search(kept.begin(), kept.end(), k)) gone.push_back(k);
  }
  if (gone.empty()) {
    draft.say(fmt::format("There are no such rows to leave out: {}.", choice_text(out, rest.currency)));
    draft.part(Answered::no);
    return;
  }
  MetricSet actual = metrics_for(task, fund);
  std::string left_out = list_text(rest, gone);
  for (auto row = gone.rbegin(); row != gone.rend(); ++row)
    rest.transactions.erase(rest.transactions.begin() + static_cast<std::ptrdiff_t>(*row));
  MetricSet metrics = compute_metrics(rest, actual.as_of);
  for (Metric metric : task.plan.metrics) {
    const MetricValue& value = metrics[metric];
    if (!value.known()) {
      draft.say(fmt::format("The {} is not known: {}.", title_of(metric), value.reason));
      draft.part(Answered::no);
      continue;
    }
    draft.say(fmt::format("Without {} the {} would be {}{}.", left_out, title_of(metric), draft.text_of(value),
                          actual[metric].known() ? fmt::format(" instead of {}", draft.text_of(actual[metric])) : ""));
    draft.value(value);
    draft.cite(actual[metric]);
    draft.part(Answered::yes);
  }
  draft.cite(gone);
}

}  // namespace

void answer_without_rows(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { tell_without(task, fund, draft); });
}

void answer_supposition(const Task& task, AnswerDraft& draft) {
  tell_each_fund(task, draft, [&](std::size_t fund) { Supposing(task, fund, draft).give(); });
}

}  // namespace dossier::funds
