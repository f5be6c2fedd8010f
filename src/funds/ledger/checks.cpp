#include "funds/ledger/checks.h"

#include "funds/ledger/phrasing.h"
#include "reading/amounts.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

constexpr double kBinaryNoise = 1e-9;  // relative: a half that a double cannot hold must not decide

// Half of the last printed digit, in units of the value. The scale ("in thousands") is value over printed number.
double printed_half_unit(const std::string& printed, double value, double fallback) {
  auto number = reading::read_number(printed);
  if (!number || number->magnitude.digits == 0 || value == 0) return fallback;
  double scale = std::abs(value) / number->magnitude.to_double();
  return 0.5 * scale * std::pow(10.0, -number->magnitude.decimals);
}

bool rounds_to(double computed, double printed, double half_unit) {
  return std::abs(computed - printed) <= half_unit * (1 + kBinaryNoise) + kBinaryNoise * std::abs(printed);
}

class Checker {
 public:
  Checker(const Ledger& ledger, const MetricSet& metrics) : ledger_(ledger), metrics_(metrics) {}

  std::vector<Check> all() {
    const ReportedFigures& printed = ledger_.reported;
    money(Metric::total_calls, printed.total_calls, {Metric::pic});
    money(Metric::pic, printed.pic, {Metric::total_calls, Metric::net_pic});
    money(Metric::total_distributions, printed.total_distributions, {Metric::gross_distributions});
    money(Metric::unfunded, printed.unfunded, {Metric::unfunded_simple});
    money(Metric::nav, printed.nav, {});
    number(Metric::called_share, printed.pic_multiple, {});
    number(Metric::dpi, printed.dpi, {Metric::dpi_gross});
    number(Metric::rvpi, printed.rvpi, {});
    number(Metric::tvpi, printed.tvpi, {});
    number(Metric::irr, printed.irr, {});
    return std::move(checks_);
  }

 private:
  void money(Metric metric, const std::optional<Sourced<Money>>& printed, std::vector<Metric> alternatives) {
    if (!printed) return;
    int digits = ledger_.currency.minor_digits();
    double minor_unit = std::pow(10.0, -digits);
    double value = printed->value.to_double(digits);
    Check check{.metric = metric, .printed = printed->printed, .reported_money = printed->value};
    check.place = printed->place;
    compare(check, value, printed_half_unit(printed->printed, value, minor_unit / 2), alternatives);
  }

  void number(Metric metric, const std::optional<Sourced<double>>& printed, std::vector<Metric> alternatives) {
    if (!printed) return;
    double fallback = unit_of(metric) == Unit::rate ? 0.0005 : 0.005;
    Check check{.metric = metric, .printed = printed->printed, .reported_number = printed->value};
    check.place = printed->place;
    compare(check, printed->value, printed_half_unit(printed->printed, printed->value, fallback), alternatives);
  }

  std::optional<double> value_of(const MetricValue& figure) const {
    if (figure.money) return figure.money->to_double(ledger_.currency.minor_digits());
    return figure.number;
  }

  void compare(Check check, double printed, double half_unit, const std::vector<Metric>& alternatives) {
    check.computed = metrics_[check.metric];
    if (auto computed = value_of(check.computed)) {
      check.agrees = rounds_to(*computed, printed, half_unit);
      if (!*check.agrees) try_alternatives(check, printed, half_unit, alternatives);
      if (!*check.agrees && check.note.empty()) explain(check, printed, half_unit);
    } else {
      explain_unknown(check, printed, half_unit);
    }
    checks_.push_back(std::move(check));
  }

  // A figure under the same label but another usual definition: "total distributions" before adjustments, say.
  void try_alternatives(Check& check, double printed, double half_unit, const std::vector<Metric>& alternatives) {
    for (Metric other : alternatives) {
      auto value = value_of(metrics_[other]);
      if (!value || !rounds_to(*value, printed, half_unit)) continue;
      check.agrees = true;
      check.note = fmt::format("The printed figure is the {}; the {} is {}.", title_of(other), title_of(check.metric),
                               value_text(check.computed, ledger_.currency));
      return;
    }
  }

  void explain(Check& check, double printed, double half_unit) {
    std::string cause;
    if (check.metric == Metric::pic || check.metric == Metric::dpi) {
      cause = other_signs(check.metric, printed, half_unit);
    }
    if (check.metric == Metric::irr) cause = other_irr(printed, half_unit);
    if (cause.empty() && rounds_to(*value_of(check.computed), printed, 3 * half_unit)) {
      cause = "the difference is within a few units of the last digit: rounding of its inputs";
    }
    if (cause.empty()) cause = "no usual reading of the rows explains the difference";
    check.note = fmt::format("The printed {} of {} differs from the ledger's {}: {}.", title_of(check.metric),
                             check.printed, value_text(check.computed, ledger_.currency), cause);
  }

  // Calls less the signed adjustments instead of plus, and adjustments whose minus was lost.
  std::string other_signs(Metric metric, double printed, double half_unit) const {
    Money calls = *metrics_[Metric::total_calls].money, pic = *metrics_[Metric::pic].money;
    Money lost_minus = calls;
    for (const Transaction& row : ledger_.transactions) {
      if (row.kind == RowKind::adjustment && row.date <= *metrics_.as_of) lost_minus -= row.amount.abs();
    }
    struct Reading {
      Money pic;
      std::string_view what;
    };
    for (const Reading& reading :
         {Reading{calls + calls - pic, "it follows when the adjustments are counted with the opposite sign"},
          Reading{lost_minus, "it follows when the minus signs of the adjustments are lost"}}) {
      auto value = metric == Metric::pic ? std::optional(reading.pic.to_double(ledger_.currency.minor_digits()))
                                         : ratio(*metrics_[Metric::total_distributions].money, reading.pic);
      if (value && rounds_to(*value, printed, half_unit)) return std::string(reading.what);
    }
    return "";
  }

  std::string other_irr(double printed, double half_unit) const {
    for (Metric other : {Metric::irr_cash, Metric::irr_periodic, Metric::irr_period}) {
      auto value = metrics_[other].number;
      if (value && rounds_to(*value, printed, half_unit))
        return fmt::format("the printed figure is the {}", title_of(other));
    }
    if (metrics_.irr.status == IrrStatus::multiple) return "the flows have several rates: " + metrics_.irr.reason;
    return "";
  }

  void explain_unknown(Check& check, double printed, double half_unit) {
    check.note = fmt::format("The printed {} of {} cannot be reproduced from the ledger because {}.",
                             title_of(check.metric), check.printed, check.computed.reason);
    if (check.metric == Metric::tvpi) check.note += implied_nav(printed);
    if (check.metric == Metric::rvpi) {
      if (auto dpi = metrics_[Metric::dpi].number) check.note += implied_nav(*dpi + printed);
    }
    if (check.metric == Metric::irr) explain_unknown_irr(check, printed, half_unit);
  }

  std::string implied_nav(double tvpi) const {
    auto nav = nav_implied_by(tvpi, metrics_);
    if (!nav) return "";
    return fmt::format(" The NAV it implies is {} ({:.2f} x {} - {}).", money_text(*nav, ledger_.currency), tvpi,
                       value_text(metrics_[Metric::pic], ledger_.currency),
                       value_text(metrics_[Metric::total_distributions], ledger_.currency));
  }

  void explain_unknown_irr(Check& check, double printed, double half_unit) {
    std::string& note = check.note;
    if (auto period = metrics_[Metric::irr_period].number) {
      if (rounds_to(*period, printed, half_unit)) note += " It is the return of the period, not annualised.";
      return;
    }
    auto alone = xirr(calls_and_distributions());
    if (alone.rate)
      note += fmt::format(" The dated flows alone give about {} without a NAV", percent_text(*alone.rate));
    const MetricValue& cash = metrics_[Metric::irr_cash];
    bool adjusted = alone.rate && cash.number && std::abs(*cash.number - *alone.rate) > 5e-4;
    if (adjusted) note += fmt::format(" ({} with the adjustments)", percent_text(*cash.number));
    if (alone.rate) note += ".";
    if (!ledger_.reported.tvpi || !metrics_.as_of) return;
    auto nav = nav_implied_by(ledger_.reported.tvpi->value, metrics_);
    if (!nav) return;
    auto implied = xirr(calls_and_distributions(*nav));
    if (!implied.rate) return;
    note += fmt::format(" With the NAV implied by the printed TVPI {} ({}) the IRR would be about {}{}.",
                        ledger_.reported.tvpi->printed, money_text(*nav, ledger_.currency), percent_text(*implied.rate),
                        rounds_to(*implied.rate, printed, half_unit) ? ", which agrees" : "");
  }

  std::vector<DatedFlow> calls_and_distributions(std::optional<Money> nav = {}) const {
    Ledger plain;
    for (const Transaction& row : ledger_.transactions) {
      if (row.kind != RowKind::adjustment) plain.transactions.push_back(row);
    }
    return cash_flows(plain, *metrics_.as_of, nav);
  }

  const Ledger& ledger_;
  const MetricSet& metrics_;
  std::vector<Check> checks_;
};

}  // namespace

std::vector<Check> check_reported(const Ledger& ledger, const MetricSet& metrics) {
  return Checker(ledger, metrics).all();
}

std::optional<Money> nav_implied_by(double tvpi, const MetricSet& metrics) {
  const MetricValue &pic = metrics[Metric::pic], &distributions = metrics[Metric::total_distributions];
  if (!pic.money || !distributions.money || pic.money->zero()) return std::nullopt;
  auto total = static_cast<Money::Minor>(std::llround(tvpi * static_cast<double>(pic.money->minor())));
  Money nav = Money::of_minor(total) - *distributions.money;
  if (nav.negative()) return std::nullopt;
  return nav;
}

}  // namespace dossier::funds
