#include "funds/ledger/market_equivalent.h"

#include "funds/ledger/phrasing.h"

#include <fmt/format.h>

#include <cmath>

namespace dossier::funds {
namespace {

constexpr int kStaleDays = 10;  // a level older than this is worth a note: weekends and holidays are shorter

// One row's part in the comparison, in units of the fund's currency.
struct Carried {
  Date date;
  double paid = 0, received = 0;
  double factor = 1;  // I_T / I_t
};

struct Sums {
  double paid = 0, received = 0;                  // as they are
  double paid_carried = 0, received_carried = 0;  // to T
};

class Comparison {
 public:
  Comparison(const Ledger& ledger, const MetricSet& metrics, const MarketIndex& index)
      : ledger_(ledger), metrics_(metrics), index_(index) {
    made_.as_of = metrics.as_of;
    made_.ks_pme = {.name = "ks_pme", .unit = Unit::multiple};
    made_.ks_pme.formula = "KS-PME = (sum of distributions x I_T/I_t + NAV) / (sum of contributions x I_T/I_t)";
    made_.direct_alpha = {.name = "direct_alpha"};
    made_.direct_alpha.formula =
        "Direct Alpha: the IRR of the flows carried to the last day by I_T/I_t, NAV as the last flow";
    made_.ln_pme = {.name = "ln_pme"};
    made_.ln_pme.formula = "LN-PME: the IRR of the flows, ended by their worth in the index instead of the NAV";
    made_.ln_spread = {.name = "ln_spread", .formula = "fund IRR - LN-PME"};
    made_.pme_plus = {.name = "pme_plus"};
    made_.pme_plus.formula =
        "PME+: the IRR of the contributions, the distributions scaled so that the index ends with the NAV, and the NAV";
    made_.pme_plus_spread = {.name = "pme_plus_spread", .formula = "fund IRR - PME+"};
  }

  MarketEquivalent make() {
    if (std::string reason = carry(); !reason.empty()) {
      for (WorkedFigure* figure : all()) figure->reason = reason;
      return std::move(made_);
    }
    for (WorkedFigure* figure : all()) {
      figure->rows = rows_;
      figure->places = metrics_[Metric::nav].places;
    }
    kaplan_schoar();
    direct_alpha();
    long_nickels();
    pme_plus();
    return std::move(made_);
  }

 private:
  std::array<WorkedFigure*, 6> all() {
    return {&made_.ks_pme,    &made_.direct_alpha, &made_.ln_pme,
            &made_.ln_spread, &made_.pme_plus,     &made_.pme_plus_spread};
  }

  // Fills flows_ and sums_; gives why it cannot be done, or "".
  std::string carry() {
    const MetricValue& nav = metrics_[Metric::nav];
    if (!metrics_.as_of) return "the ledger has no dates";
    if (!nav.money) return nav.reason;
    nav_ = nav.money->to_double(0);
    const auto last = index_.on(*metrics_.as_of);
    if (!last) return fmt::format("{} has no level on or before {}", index_.name(), date_text(*metrics_.as_of));
    note_age(*last, *metrics_.as_of);
    for (std::size_t k = 0; k < ledger_.transactions.size(); ++k) {
      const Transaction& row = ledger_.transactions[k];
      if (row.date > *metrics_.as_of || (row.effects.paid_in.zero() && row.effects.distribution.zero())) continue;
      const auto level = index_.on(row.date);
      if (!level) {
        return fmt::format("{} begins on {}, after the fund's flow of {}", index_.name(),
                           date_text(index_.levels().front().date), date_text(row.date));
      }
      note_age(*level, row.date);
      add(row, last->level / level->level);
      rows_.push_back(k);
    }
    return flows_.empty() ? "the fund has no flows until " + date_text(*metrics_.as_of) : "";
  }

  void add(const Transaction& row, double factor) {
    const Carried flow{row.date, row.effects.paid_in.to_double(0), row.effects.distribution.to_double(0), factor};
    sums_.paid += flow.paid;
    sums_.received += flow.received;
    sums_.paid_carried += flow.paid * factor;
    sums_.received_carried += flow.received * factor;
    flows_.push_back(flow);
  }

  void note_age(const IndexLevel& level, Date day) {
    if (day - level.date > kStaleDays && age_note_.empty()) {
      age_note_ = fmt::format("for {} the level of {} is used: the index has no later one before it", date_text(day),
                              date_text(level.date));
    }
  }

  std::string text(double minor) const {
    return money_text(Money::of_minor(static_cast<Money::Minor>(std::llround(minor))), ledger_.currency);
  }

  // The rate of the flows, D times `scale`, each carried when asked, ended by `end`.
  void rate(WorkedFigure& figure, bool carried, double scale, double end) {
    std::vector<DatedFlow> flows;
    for (const Carried& flow : flows_) {
      const double factor = carried ? flow.factor : 1;
      flows.push_back({flow.date, (flow.received * scale - flow.paid) * factor});
    }
    flows.push_back({*metrics_.as_of, end});
    take_rate(figure, xirr(flows), flows.size());
  }

  void kaplan_schoar() {
    WorkedFigure& pme = made_.ks_pme;
    pme.note = age_note_;
    pme.steps = {fmt::format("contributions carried to {}: {}", date_text(*metrics_.as_of), text(sums_.paid_carried)),
                 fmt::format("distributions carried: {}", text(sums_.received_carried))};
    if (sums_.paid_carried <= 0) {
      pme.reason = fmt::format("{} was paid in, and nothing can be divided by it",
                               sums_.paid_carried < 0 ? "less than nothing" : "nothing");
      return;
    }
    pme.number = (sums_.received_carried + nav_) / sums_.paid_carried;
    pme.steps.push_back(fmt::format("({} + {}) / {} = {:.6f}", text(sums_.received_carried), text(nav_),
                                    text(sums_.paid_carried), *pme.number));
  }

  void direct_alpha() {
    rate(made_.direct_alpha, true, 1, nav_);
    if (made_.direct_alpha.number && *made_.direct_alpha.number > -1) {
      made_.direct_alpha.note =
          fmt::format("{:.6f} as a continuous rate, ln(1 + alpha)", std::log1p(*made_.direct_alpha.number));
    }
  }

  void long_nickels() {
    const double worth = sums_.paid_carried - sums_.received_carried;
    made_.ln_pme.steps = {fmt::format("worth of the flows in the index: {}", text(worth))};
    rate(made_.ln_pme, false, 1, worth);
    if (worth < 0)
      made_.ln_pme.note = "the distributions are more than the index would have paid: the position is short";
    spread(made_.ln_spread, made_.ln_pme);
  }

  void pme_plus() {
    if (sums_.received_carried == 0) {
      made_.pme_plus.reason = "there are no distributions that could be scaled";
    } else {
      const double scale = (sums_.paid_carried - nav_) / sums_.received_carried;
      made_.pme_plus.steps = {fmt::format("({} - {}) / {} = {:.6f}, by which the distributions are scaled",
                                          text(sums_.paid_carried), text(nav_), text(sums_.received_carried), scale)};
      rate(made_.pme_plus, false, scale, nav_);
      if (scale < 0) made_.pme_plus.note = "the NAV alone is more than the index would be worth: the scale is negative";
    }
    spread(made_.pme_plus_spread, made_.pme_plus);
  }

  void spread(WorkedFigure& figure, const WorkedFigure& of_index) {
    WorkedFigure own{.name = "irr"};
    rate(own, false, 1, nav_);
    if (!own.number || !of_index.number) {
      figure.reason = own.number ? of_index.reason : own.reason;
      return;
    }
    figure.number = *own.number - *of_index.number;
    figure.steps = {fmt::format("{:.6f} - {:.6f} = {:.6f}", *own.number, *of_index.number, *figure.number)};
  }

  const Ledger& ledger_;
  const MetricSet& metrics_;
  const MarketIndex& index_;
  std::vector<Carried> flows_;
  std::vector<std::size_t> rows_;
  Sums sums_;
  double nav_ = 0;
  std::string age_note_;
  MarketEquivalent made_;
};

}  // namespace

MarketEquivalent market_equivalent(const Ledger& ledger, const MetricSet& metrics, const MarketIndex& index) {
  return Comparison(ledger, metrics, index).make();
}

}  // namespace dossier::funds
