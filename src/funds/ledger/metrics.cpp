#include "funds/ledger/metrics.h"

#include "funds/ledger/metric_sums.h"
#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

// In the order of NavBasis, for people.
constexpr std::array<std::string_view, 4> kBasis = {"none", "reported", "entered", "rolled forward"};

std::optional<Date> default_as_of(const Ledger& ledger) {
  if (ledger.as_of) return ledger.as_of;
  std::optional<Date> latest;
  for (const DatedNav& nav : ledger.nav_history) latest = std::max(latest.value_or(nav.date), nav.date);
  if (latest) return latest;
  for (const Transaction& row : ledger.transactions) latest = std::max(latest.value_or(row.date), row.date);
  return latest;
}

// Fills the figures of one ledger as of one date, each from those before it.
class MetricBook {
 public:
  MetricBook(const Ledger& ledger, Date as_of, Rates rates, NavRule nav)
      : ledger_(ledger), rates_(rates), sums_(metric_sums(ledger, as_of)), nav_(nav_on(ledger, as_of)) {
    set_.as_of = as_of;
    set_.after_as_of = sums_.after_as_of;
    if (nav_) set_.nav_basis = nav_->place.page > 0 ? NavBasis::reported : NavBasis::entered;
    if (!nav_ && nav == NavRule::rolled_forward) roll_forward();
  }

  MetricSet fill() {
    paid_in();
    distributions();
    values();
    multiples();
    commitment();
    rates();
    label_rolled();
    return std::move(set_);
  }

 private:
  MetricValue& figure(Metric metric, std::string formula) {
    MetricValue& figure = set_.values[static_cast<std::size_t>(metric)];
    figure.metric = metric;
    figure.formula = std::move(formula);
    return figure;
  }

  std::string text(Money amount) const { return money_text(amount, ledger_.currency); }
  // "a + b = c", or "a - b = c" for a negative second part.
  std::string addition(Money a, Money b) const {
    return fmt::format("{} {} {} = {}", text(a), b.negative() ? "-" : "+", text(b.abs()), text(a + b));
  }

  // A sum of rows, with a step per kind of part.
  MetricValue& sum(Metric metric, std::string formula, Money value, std::vector<std::size_t> rows) {
    MetricValue& total = figure(metric, std::move(formula));
    total.money = value;
    total.steps.push_back("sum of " + counted(rows.size(), "row", "rows"));
    total.rows = std::move(rows);
    return total;
  }

  // The newest NAV before the as-of date; null when there is none.
  const DatedNav* nav_before() const {
    const DatedNav* nearest = nullptr;
    for (const DatedNav& nav : ledger_.nav_history) {
      if (nav.date < *set_.as_of && (nearest == nullptr || nearest->date < nav.date)) nearest = &nav;
    }
    return nearest;
  }

  void roll_forward() {
    const DatedNav* old = nav_before();
    if (old == nullptr) return;
    Money since;
    for (std::size_t k = 0; k < ledger_.transactions.size(); ++k) {
      const Transaction& row = ledger_.transactions[k];
      const Money effect = row.effects.paid_in - row.effects.distribution;
      if (row.date <= old->date || row.date > *set_.as_of || effect.zero()) continue;
      since += effect;
      rolled_rows_.push_back(k);
    }
    nav_ = Sourced<Money>{old->nav + since, "", old->place};
    set_.nav_basis = NavBasis::rolled_forward;
    rolled_ = fmt::format(
        "the NAV is rolled forward: {} of {} plus contributions less distributions since, {}; no "
        "change in value is counted",
        text(old->nav), date_text(old->date), text(since));
  }

  // Nothing that rests on a rolled NAV goes without saying so.
  void label_rolled() {
    if (rolled_.empty()) return;
    for (Metric metric : {Metric::nav, Metric::total_value, Metric::rvpi, Metric::tvpi, Metric::moic, Metric::irr,
                          Metric::irr_period}) {
      MetricValue& figure = figure_of(metric);
      figure.note += (figure.note.empty() ? "" : "; ") + rolled_;
    }
    MetricValue& nav = figure_of(Metric::nav);
    nav.formula = "NAV rolled forward = last NAV + contributions - distributions since";
    nav.rows = rolled_rows_;
  }

  void paid_in() {
    sum(Metric::total_calls, "gross contributions = sum of the capital calls", sums_.calls, sums_.call_rows);
    MetricValue& pic =
        sum(Metric::pic, "paid-in capital = capital calls corrected for rebalancing, reversals and recalls",
            sums_.paid_in, sums_.paid_in_rows);
    if (sums_.paid_in != sums_.calls) {
      pic.steps = {fmt::format("capital calls {}", text(sums_.calls)),
                   fmt::format("corrections {}", text(sums_.paid_in - sums_.calls)),
                   addition(sums_.calls, sums_.paid_in - sums_.calls)};
      pic.note = ledger_.signs.statement;
    }
    name_unprinted(pic, &Effects::paid_in);
    MetricValue& net = figure(Metric::net_pic, "net PIC = PIC - recallable return of capital");
    net.money = sums_.paid_in - sums_.recallable_capital;
    net.steps = {addition(sums_.paid_in, -sums_.recallable_capital)};
    net.note = "net PIC is an auxiliary figure; the standard PIC does not deduct recallable capital";
    net.rows = sums_.paid_in_rows;
  }

  void distributions() {
    sum(Metric::gross_distributions, "gross distributions = sum of the distributions before adjustments",
        sums_.gross_distributions, sums_.gross_distribution_rows);
    MetricValue& total =
        sum(Metric::total_distributions, "cumulative distributions = distributions corrected for adjustments",
            sums_.distributions, sums_.distribution_rows);
    Money corrections = sums_.distributions - sums_.gross_distributions;
    if (!corrections.zero()) {
      total.steps = {fmt::format("distributions {}", text(sums_.gross_distributions)),
                     fmt::format("corrections {}", text(corrections)),
                     addition(sums_.gross_distributions, corrections)};
    }
    name_unprinted(total, &Effects::distribution);
    recallable();
    sum(Metric::net_cash, "net cash = cash received - cash paid", sums_.lp_cash, sums_.cash_rows);
  }

  // What counts on the word of a notice alone, although a statement should print it by now.
  void name_unprinted(MetricValue& total, Money Effects::*effect) const {
    Money sum;
    std::size_t count = 0;
    for (const std::size_t k : total.rows) {
      const Transaction& row = ledger_.transactions[k];
      if (!row.unprinted_on) continue;
      sum += row.effects.*effect;
      ++count;
    }
    if (count == 0) return;
    total.note += fmt::format("{}{} of it ({}) was only announced: the statements that cover its day do not print it",
                              total.note.empty() ? "" : "; ", text(sum), counted(count, "row", "rows"));
  }

  void recallable() {
    MetricValue& now = sum(Metric::recallable_distributions, "sum of the distributions that may be called again",
                           sums_.recallable, sums_.recallable_rows);
    if (sums_.lapsed_rows.empty()) return;
    Money gone;
    for (std::size_t k : sums_.lapsed_rows) gone += ledger_.transactions[k].amount;
    now.note = fmt::format("the right to recall {} more ({}) has lapsed by {}", text(gone),
                           counted(sums_.lapsed_rows.size(), "distribution", "distributions"), date_text(*set_.as_of));
  }

  void values() {
    MetricValue& nav = figure(Metric::nav, "NAV as reported for the as-of date");
    MetricValue& total = figure(Metric::total_value, "total value = cumulative distributions + NAV");
    total.rows = sums_.distribution_rows;
    if (!nav_) {
      nav.reason = total.reason = nav_missing();
      return;
    }
    nav.money = nav_->value;
    nav.steps = {fmt::format("{}: {}", kBasis[static_cast<std::size_t>(set_.nav_basis)],
                             nav_->printed.empty() ? text(nav_->value) : nav_->printed)};
    if (nav_->place.page > 0) nav.places = total.places = {nav_->place};
    total.money = sums_.distributions + nav_->value;
    total.steps = {addition(sums_.distributions, nav_->value)};
  }

  std::string nav_missing() const {
    std::string reason = fmt::format("no net asset value of {} is given", date_text(*set_.as_of));
    if (const DatedNav* nearest = nav_before()) {
      reason += fmt::format(" (the last one before it is {} of {})", text(nearest->nav), date_text(nearest->date));
    }
    return reason;
  }

  // part / whole, with the reason of whichever is unknown.
  void quotient(Metric metric, std::string formula, const MetricValue& part, const MetricValue& whole) {
    MetricValue& result = figure(metric, std::move(formula));
    result.rows = part.rows;
    result.rows.insert(result.rows.end(), whole.rows.begin(), whole.rows.end());
    std::sort(result.rows.begin(), result.rows.end());
    result.rows.erase(std::unique(result.rows.begin(), result.rows.end()), result.rows.end());
    result.places = part.places;
    result.places.insert(result.places.end(), whole.places.begin(), whole.places.end());
    if (!part.known() || !whole.known()) {
      result.reason = part.known() ? whole.reason : part.reason;
      return;
    }
    if (whole.money->zero() || whole.money->negative()) {
      const std::string size = whole.money->zero() ? "nil" : text(*whole.money);
      result.reason = fmt::format("the {} is {}, and nothing can be divided by it", title_of(whole.metric), size);
      return;
    }
    result.number = ratio(*part.money, *whole.money);
    result.steps = {fmt::format("{} / {} = {:.6f}", text(*part.money), text(*whole.money), *result.number)};
    // How the signs were read matters to a ratio only while it is not settled.
    bool settled = ledger_.signs.settled_by_words || ledger_.signs.settled_by_totals;
    if (!settled) result.note = whole.note;
  }

  void multiples() {
    quotient(Metric::dpi, "DPI = cumulative distributions / paid-in capital", set_[Metric::total_distributions],
             set_[Metric::pic]);
    quotient(Metric::dpi_gross, "gross DPI = distributions / capital calls, both before adjustments",
             set_[Metric::gross_distributions], set_[Metric::total_calls]);
    quotient(Metric::rvpi, "RVPI = NAV / paid-in capital", set_[Metric::nav], set_[Metric::pic]);
    quotient(Metric::tvpi, "TVPI = (cumulative distributions + NAV) / paid-in capital", set_[Metric::total_value],
             set_[Metric::pic]);
    MetricValue& moic = figure(Metric::moic, "MOIC at fund level = TVPI");
    const MetricValue& tvpi = set_[Metric::tvpi];
    moic = tvpi;
    moic.metric = Metric::moic;
    moic.formula = "MOIC at fund level = TVPI = (cumulative distributions + NAV) / paid-in capital";
    moic.note =
        "MOIC proper divides by the cost of the investments, which investor cash flows do not show; this is the TVPI";
  }

  void commitment() {
    MetricValue& total = figure(Metric::commitment, "commitment as reported");
    if (const auto known = commitment_on(ledger_, *set_.as_of)) {
      total.money = known->value;
      total.steps = {known->printed.empty() ? "entered: " + text(known->value) : "reported: " + known->printed};
      if (known->place.page > 0) total.places = {known->place};
    } else {
      total.reason = "the commitment is not given";
    }
    quotient(Metric::called_share, "called share = paid-in capital / commitment", set_[Metric::pic], total);
    unfunded(Metric::unfunded, "unfunded = commitment - called + recallable distributions added back",
             sums_.unfunded_effect - sums_.lapsed);
    unfunded(Metric::unfunded_simple, "unfunded without add-back = commitment - called",
             sums_.unfunded_effect - sums_.restored);
  }

  void unfunded(Metric metric, std::string formula, Money effect) {
    const MetricValue& total = set_[Metric::commitment];
    MetricValue& left = figure(metric, std::move(formula));
    left.rows = sums_.unfunded_rows;
    left.places = total.places;
    if (!total.known()) {
      left.reason = total.reason;
      return;
    }
    left.money = *total.money + effect;
    left.steps = {addition(*total.money, effect)};
    if (!sums_.restored.zero()) {
      left.note = fmt::format("{} of recallable distributions {} added back", text(sums_.restored),
                              metric == Metric::unfunded ? "is" : "is not");
    }
    if (!sums_.lapsed.zero() && metric == Metric::unfunded) {
      left.note += fmt::format("; of it {} lapsed with the right of recall, unused", text(sums_.lapsed));
    }
    if (left.money->negative())
      left.note += std::string(left.note.empty() ? "" : "; ") + "more was called than committed (recycling)";
  }

  void rates() {
    fill_rates(ledger_, sums_, nav_ ? std::optional(nav_->value) : std::nullopt, rates_, set_);
    if (nav_) {
      for (Metric metric : {Metric::irr, Metric::irr_period}) figure_of(metric).places = set_[Metric::nav].places;
    } else {
      figure_of(Metric::irr).reason = figure_of(Metric::irr_period).reason =
          set_[Metric::nav].reason + ", and without it an IRR would count what the fund still holds as worthless";
    }
  }

  MetricValue& figure_of(Metric metric) { return set_.values[static_cast<std::size_t>(metric)]; }

  const Ledger& ledger_;
  Rates rates_;
  MetricSums sums_;
  std::optional<Sourced<Money>> nav_;
  std::string rolled_;  // how the NAV was rolled forward, when it was
  std::vector<std::size_t> rolled_rows_;
  MetricSet set_;
};

// A statement without dated rows still says what it says about NAV and commitment.
MetricSet without_rows(const Ledger& ledger, std::optional<Date> as_of) {
  MetricSet set;
  set.as_of = as_of;
  for (std::size_t k = 0; k < kMetricCount; ++k) {
    set.values[k].metric = static_cast<Metric>(k);
    set.values[k].reason = "the documents hold no dated transactions";
  }
  auto reported = [&](Metric metric, const std::optional<Sourced<Money>>& value) {
    if (!value) return;
    MetricValue& figure = set.values[static_cast<std::size_t>(metric)];
    figure.money = value->value;
    figure.reason.clear();
    figure.formula = "as reported";
    figure.places = {value->place};
  };
  reported(Metric::commitment, as_of ? commitment_on(ledger, *as_of) : ledger.commitment);
  if (as_of) reported(Metric::nav, nav_on(ledger, *as_of));
  if (set[Metric::nav].known()) set.nav_basis = NavBasis::reported;
  return set;
}

}  // namespace

std::string_view name_of(NavBasis basis) {
  switch (basis) {
    case NavBasis::none: return "none";
    case NavBasis::reported: return "reported";
    case NavBasis::entered: return "entered";
    case NavBasis::rolled_forward: return "rolled_forward";
  }
  return "none";
}

MetricSet compute_metrics(const Ledger& ledger, std::optional<Date> as_of, Rates rates, NavRule nav) {
  if (!as_of) as_of = default_as_of(ledger);
  if (!as_of || ledger.transactions.empty()) return without_rows(ledger, as_of);
  return MetricBook(ledger, *as_of, rates, nav).fill();
}

std::optional<Sourced<Money>> nav_on(const Ledger& ledger, Date date) {
  for (const DatedNav& nav : ledger.nav_history) {
    if (nav.date == date) return Sourced<Money>{nav.nav, nav.printed, nav.place};
  }
  if (ledger.as_of == date) return ledger.reported.nav;
  return std::nullopt;
}

std::optional<Sourced<Money>> commitment_on(const Ledger& ledger, Date date) {
  std::optional<Sourced<Money>> known = ledger.commitment;
  for (const DatedCommitment& entered : ledger.commitments) {
    if (entered.from <= date) known = Sourced<Money>{entered.amount};
  }
  return known;
}

std::string value_text(const MetricValue& figure, Currency currency) {
  if (figure.money) return money_text(*figure.money, currency);
  if (!figure.number) return "not known";
  return unit_of(figure.metric) == Unit::rate ? percent_text(*figure.number) : multiple_text(*figure.number);
}

}  // namespace dossier::funds
