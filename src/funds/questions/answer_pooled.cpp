#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

// Several funds as one: amounts added up, multiples from the added amounts, the rate of all flows together. Never an
// average of the funds' own figures, and never across currencies.
class Pooling {
 public:
  Pooling(const Task& task, AnswerDraft& draft) : task_(task), draft_(draft) {
    for (std::size_t fund : task.funds) metrics_.push_back(metrics_for(task, fund));
  }

  void give() {
    draft_.about(task_.funds.front(), false);
    if (!one_currency()) return apart();
    for (Metric metric : task_.plan.metrics) tell(metric);
    if (!one_date()) draft_.say(fmt::format("The reports are of different dates: {}.", dates_text()));
  }

 private:
  const Ledger& ledger(std::size_t k) const { return task_.basis.fund(task_.funds[k]).ledger; }

  bool one_currency() const {
    for (std::size_t k = 1; k < metrics_.size(); ++k) {
      if (ledger(k).currency != ledger(0).currency) return false;
    }
    return true;
  }

  bool one_date() const {
    return std::all_of(metrics_.begin(), metrics_.end(),
                       [&](const MetricSet& one) { return one.as_of == metrics_.front().as_of; });
  }

  std::string dates_text() const {
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < metrics_.size(); ++k) {
      if (metrics_[k].as_of) parts.push_back(fmt::format("{} {}", ledger(k).name, date_text(*metrics_[k].as_of)));
    }
    return joined(parts);
  }

  void apart() {
    draft_.say(
        "The funds are in different currencies, and amounts of different currencies are not added. Each by itself:");
    for (std::size_t k = 0; k < metrics_.size(); ++k) {
      draft_.about(task_.funds[k], true);
      for (Metric metric : task_.plan.metrics) tell_metric(task_, task_.funds[k], metric, metrics_[k], draft_);
    }
    draft_.part(Answered::partly);
  }

  // Nothing when a fund's is not known; says so.
  std::optional<Money> sum_of_funds(Metric metric) {
    Money sum;
    for (std::size_t k = 0; k < metrics_.size(); ++k) {
      const MetricValue& value = metrics_[k][metric];
      if (!value.money) {
        draft_.say(fmt::format("The {} of {} is not known: {}.", title_of(metric), ledger(k).name, value.reason));
        draft_.part(Answered::no);
        return std::nullopt;
      }
      sum += *value.money;
      draft_.about(task_.funds[k], false);
      draft_.cite(value);
    }
    return sum;
  }

  void tell(Metric metric) {
    if (unit_of(metric) == Unit::rate) return tell_rate(metric);
    if (unit_of(metric) == Unit::money) return tell_amount(metric);
    Metric upper = metric == Metric::dpi    ? Metric::total_distributions
                   : metric == Metric::rvpi ? Metric::nav
                                            : Metric::total_value;
    bool multiple = metric == Metric::dpi || metric == Metric::rvpi || metric == Metric::tvpi || metric == Metric::moic;
    auto above = multiple ? sum_of_funds(upper) : std::nullopt;
    auto below = above ? sum_of_funds(Metric::pic) : std::nullopt;
    auto result = below ? ratio(*above, *below) : std::nullopt;
    if (!result) return draft_.part(Answered::no);
    tell_each(metric);
    draft_.say(fmt::format("The pooled {} of the {} funds is {}: {} / {}, not an average of their own.",
                           title_of(metric), metrics_.size(), multiple_text(*result), draft_.money(*above),
                           draft_.money(*below)));
    draft_.value(std::string(name_of(metric)), *result);
    draft_.part(Answered::yes);
  }

  void tell_amount(Metric metric) {
    auto sum = sum_of_funds(metric);
    if (!sum) return;
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < metrics_.size(); ++k)
      parts.push_back(fmt::format("{} {}", ledger(k).name, draft_.money(*metrics_[k][metric].money)));
    draft_.say(fmt::format("The {} of the {} funds together is {}: {}.", title_of(metric), metrics_.size(),
                           draft_.money(*sum), joined(parts)));
    draft_.value(std::string(name_of(metric)), *sum);
    draft_.part(Answered::yes);
  }

  // "The DPI of both funds" may ask for each.
  void tell_each(Metric metric) {
    if (!task_.plan.has(Term::both)) return;
    std::vector<std::string> parts;
    for (std::size_t k = 0; k < metrics_.size(); ++k) {
      draft_.about(task_.funds[k], true);
      draft_.value(metrics_[k][metric]);
      parts.push_back(fmt::format("{} {}", ledger(k).name, draft_.text_of(metrics_[k][metric])));
    }
    draft_.about(task_.funds.front(), false);
    draft_.say(fmt::format("{}: {}.", title_of(metric), joined(parts)));
  }

  // All flows and NAVs together, which must be of one day.
  void tell_rate(Metric metric) {
    tell_each(metric);
    if (metric != Metric::irr || !one_date() || !metrics_.front().as_of) {
      draft_.say(fmt::format("A pooled {} takes the NAVs of one and the same day, and the reports are of {}.",
                             title_of(metric), dates_text()));
      return draft_.part(Answered::no);
    }
    if (!sum_of_funds(Metric::nav)) return;
    std::vector<DatedFlow> flows;
    for (std::size_t k = 0; k < metrics_.size(); ++k) {
      auto own = cash_flows(ledger(k), *metrics_[k].as_of, metrics_[k][Metric::nav].money);
      flows.insert(flows.end(), own.begin(), own.end());
    }
    IrrAnswer rate = xirr(flows);
    if (!rate.rate) {
      draft_.say(fmt::format("There is no pooled IRR: {}.", rate.reason));
      return draft_.part(Answered::no);
    }
    draft_.say(fmt::format("The pooled IRR of the {} funds is {}: the rate of all {} flows together.", metrics_.size(),
                           percent_text(*rate.rate), flows.size()));
    draft_.value("irr", *rate.rate);
    draft_.part(Answered::yes);
  }

  const Task& task_;
  AnswerDraft& draft_;
  std::vector<MetricSet> metrics_;
};

}  // namespace

void answer_pooled(const Task& task, AnswerDraft& draft) {
  if (task.several()) return Pooling(task, draft).give();
  answer_metric(task, draft);
  if (task.basis.analysis().funds.size() > 1 || !task.plan.has_any({Term::pooled, Term::both})) return;
  draft.say(fmt::format("Only {} is loaded.", draft.ledger().name));
  draft.part(Answered::partly);
}

}  // namespace dossier::funds
