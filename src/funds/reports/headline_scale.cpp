#include "funds/reports/headline_scale.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dossier::funds {
namespace {

// Corrections move a total away from the sum of its rows, by far less than a scale does.
constexpr double kSameScale = 8;
constexpr double kOtherScale = 500;          // no corrections and no young fund part a figure from its rows so far
constexpr double kCommitmentOverCalls = 60;  // a young fund has called little of its commitment

struct Sums {
  double calls = 0, distributions = 0;
};

Sums sums_of(const std::vector<DraftRow>& drafts) {
  Money calls, distributions;
  for (const DraftRow& draft : drafts) {
    if (draft.row.kind == RowKind::capital_call) calls += draft.row.amount;
    if (draft.row.kind == RowKind::distribution) distributions += draft.row.amount;
  }
  return {calls.abs().to_double(), distributions.abs().to_double()};
}

enum class Fit { unknown, fits, differs };

Fit fit(const std::optional<Sourced<Money>>& printed, double sum, double over) {
  if (!printed || printed->value.zero() || sum == 0) return Fit::unknown;
  double ratio = printed->value.abs().to_double() / sum;
  return ratio > 1 / kSameScale && ratio < over ? Fit::fits : Fit::differs;
}

Fit fit(const ReportedFigures& figures, const Sums& sums) {
  for (Fit one : {fit(figures.total_calls, sums.calls, kSameScale), fit(figures.pic, sums.calls, kSameScale),
                  fit(figures.total_distributions, sums.distributions, kSameScale),
                  fit(figures.commitment, sums.calls, kCommitmentOverCalls)}) {
    if (one != Fit::unknown) return one;
  }
  return Fit::unknown;
}

}  // namespace

Headline read_scaled_headline(std::span<const reading::PageLayout> layouts,
                              const std::vector<std::vector<bool>>& ledger_tables, const DocumentStyle& style,
                              const std::string& file, const std::vector<DraftRow>& drafts) {
  Headline headline = read_headline(layouts, ledger_tables, style, file);
  Sums sums = sums_of(drafts);
  if (fit(headline.figures, sums) != Fit::differs) return headline;
  for (int power : {0, 3, 6}) {
    DocumentStyle other = style;
    std::fill(other.page_power.begin(), other.page_power.end(), power);
    Headline scaled = read_headline(layouts, ledger_tables, other, file);
    if (fit(scaled.figures, sums) == Fit::fits) return scaled;
  }
  return headline;
}

std::optional<Flag> doubtful_scale(const ReportedFigures& figures, const std::vector<DraftRow>& drafts) {
  const double calls = sums_of(drafts).calls;
  if (drafts.size() < 2 || calls == 0 || drafts.front().row.status == RowStatus::noticed) return std::nullopt;
  for (const auto* figure : {&figures.commitment, &figures.total_calls, &figures.pic, &figures.nav}) {
    if (!*figure || (*figure)->value.zero()) continue;
    const double ratio = (*figure)->value.abs().to_double() / calls;
    const bool too_small = figure != &figures.nav && ratio < 1 / kOtherScale;  // little may be left of a fund
    if (ratio <= kOtherScale && !too_small) continue;
    return Flag{
        FlagCode::total_mismatch,
        fmt::format("the printed {} does not go with calls of {:.0f}: one of the two may be in thousands or millions",
                    (*figure)->printed, calls),
        (*figure)->place};
  }
  return std::nullopt;
}

}  // namespace dossier::funds
