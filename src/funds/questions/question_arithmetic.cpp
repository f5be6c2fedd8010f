#include "funds/questions/question_arithmetic.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using Operation = Arithmetic::Operation;

// Calls and distributions stand for their sums where a figure is wanted.
std::optional<Metric> figure_of(Term term) {
  if (term == Term::call) return Metric::total_calls;
  if (term == Term::distribution || term == Term::returned) return Metric::total_distributions;
  return metric_of(term);
}

// The figures in the order they are named, each once.
std::vector<Metric> figures_of(const Plan& plan) {
  std::vector<Metric> figures;
  for (const SaidTerm& said : plan.terms) {
    auto figure = figure_of(said.term);
    if (figure && std::find(figures.begin(), figures.end(), *figure) == figures.end()) figures.push_back(*figure);
  }
  return figures;
}

bool says(const Plan& plan, Term term, std::string_view word) {
  return std::any_of(plan.terms.begin(), plan.terms.end(), [&](const SaidTerm& said) {
    return said.term == term && said.spelled.find(word) != std::string::npos;
  });
}

std::optional<Operation> operation_of(const Plan& plan) {
  if (plan.has(Term::divided) || says(plan, Term::share, "ratio")) return Operation::over;
  if (plan.has(Term::plus)) return Operation::plus;
  bool compares = says(plan, Term::check, "econcil") ||
                  plan.has_any({Term::minus, Term::difference, Term::higher, Term::lower, Term::compare}) ||
                  says(plan, Term::passed, "exceed");
  return compares ? std::optional(Operation::minus) : std::nullopt;
}

}  // namespace

std::optional<Arithmetic> arithmetic_of(const Plan& plan) {
  auto operation = operation_of(plan);
  auto figures = figures_of(plan);
  // "By how much does the printed paid-in capital differ from the printed total called": two figures, not one checked.
  bool apart = (plan.has(Term::difference) && figures.size() == 2 && !says(plan, Term::check, "match")) ||
               says(plan, Term::check, "econcil");
  bool other = (plan.has_any({Term::check, Term::printed}) && !apart) ||
               plan.has_any({Term::why, Term::which_fund, Term::needed, Term::changed, Term::average, Term::largest,
                             Term::smallest, Term::count}) ||
               (plan.has(Term::share) && !says(plan, Term::share, "ratio")) || plan.mark ||
               !plan.rows.amounts.empty() || plan.named.funds.size() > 1 || plan.grouping != Grouping::none ||
               plan.supposition;
  if (!operation || other || plan.rows.periods.ranges.size() > 1) return std::nullopt;
  if (figures.size() != 2) return std::nullopt;
  // Calls set against distributions are both taken as printed; against the paid-in capital, distributions as corrected.
  bool rows_alone = std::all_of(figures.begin(), figures.end(), [](Metric figure) {
    return figure == Metric::total_calls || figure == Metric::total_distributions;
  });
  // A share of rows among rows, unless a time bounds both.
  const bool timed = plan.rows.periods.ranges.size() == 1;
  if (rows_alone && says(plan, Term::share, "ratio") && !timed) return std::nullopt;
  if (rows_alone)
    std::replace(figures.begin(), figures.end(), Metric::total_distributions, Metric::gross_distributions);
  // "DPI / TVPI" are two figures asked for at once.
  bool amounts = unit_of(figures[0]) == Unit::money && unit_of(figures[1]) == Unit::money;
  if (says(plan, Term::divided, "/") && !amounts) return std::nullopt;
  return Arithmetic{*operation, figures[0], figures[1]};
}

}  // namespace dossier::funds
