#include "funds/questions/question_terms.h"

#include <algorithm>
#include <utility>

namespace dossier::funds {
namespace {

constexpr std::pair<Term, Metric> kMetrics[] = {
    {Term::dpi, Metric::dpi},
    {Term::gross_dpi, Metric::dpi_gross},
    {Term::rvpi, Metric::rvpi},
    {Term::tvpi, Metric::tvpi},
    {Term::moic, Metric::moic},
    {Term::irr, Metric::irr},
    {Term::cash_irr, Metric::irr_cash},
    {Term::periodic_irr, Metric::irr_periodic},
    {Term::pic, Metric::pic},
    {Term::net_pic, Metric::net_pic},
    {Term::called_share, Metric::called_share},
    {Term::nav, Metric::nav},
    {Term::total_value, Metric::total_value},
    {Term::commitment, Metric::commitment},
    {Term::unfunded, Metric::unfunded},
    {Term::net_cash, Metric::net_cash},
};

constexpr std::pair<Term, RowKind> kKinds[] = {{Term::call, RowKind::capital_call},
                                               {Term::distribution, RowKind::distribution},
                                               {Term::adjustment, RowKind::adjustment}};

template <class Table>
auto found(const Table& table, Term term) -> std::optional<decltype(std::begin(table)->second)> {
  auto it = std::find_if(std::begin(table), std::end(table), [&](const auto& entry) { return entry.first == term; });
  if (it == std::end(table)) return std::nullopt;
  return it->second;
}

}  // namespace

const reading::PhraseTable<Term>& question_terms() {
  static const auto table = reading::PhraseTable<Term>::joined(
      {&figure_terms(), &row_terms(), &measure_terms(), &comparison_terms(), &time_terms(), &report_terms()});
  return table;
}

std::optional<Metric> metric_of(Term term) {
  return found(kMetrics, term);
}

std::optional<RowKind> kind_of(Term term) {
  return found(kKinds, term);
}

}  // namespace dossier::funds
