#include "funds/reports/signs.h"

#include "funds/ledger/effects.h"
#include "funds/reports/kinds.h"
#include "funds/reports/sign_conventions.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <optional>

namespace dossier::funds {
namespace {

using reading::fold_tokens;
using reading::PhraseTable;

void settle_direction(std::vector<DraftRow>& drafts, RowKind kind) {
  int positive = 0;
  int negative = 0;
  for (const DraftRow& draft : drafts) {
    if (draft.row.kind != kind || draft.row.amount.zero()) continue;
    ++(draft.row.amount.negative() ? negative : positive);
  }
  if (negative <= positive) return;
  for (DraftRow& draft : drafts) {
    if (draft.row.kind == kind) draft.row.amount = -draft.row.amount;
  }
}

bool outside_commitment(const Transaction& t) {
  static const PhraseTable<bool> table = {{true,
                                           {"outside commitment", "outside of commitment", "in addition to commitment",
                                            "outside the commitment", "ausserhalb der zusage", "hors engagement"}}};
  return table.find(fold_tokens(t.type + " " + t.description)).has_value();
}

void apply(std::vector<Transaction>& rows, Reading reading, Reading fallback) {
  for (Transaction& t : rows) {
    if (t.kind == RowKind::adjustment) t.effects = adjusted(t, reading, fallback);
  }
}

// Of the readings of the adjustments under which the rows reproduce what is printed, takes the one that contradicts the
// fewest words, the first of equals; where none does, each row's own words.
Agreement settle_adjustments(SettledLedger& out, std::optional<Reading> stated, Reading fallback,
                             const ReportedFigures& reported, int minor_digits) {
  std::optional<Reading> taken;
  Agreement agreed = Agreement::differs;
  int contradicted = 0;
  for (Reading reading : {Reading::own_words, fallback, Reading::effect_on_total, Reading::investor_cash,
                          Reading::all_on_paid_in, Reading::all_off_paid_in}) {
    apply(out.transactions, reading, fallback);
    const Agreement now = agreement(out.transactions, reported, minor_digits);
    if (now == Agreement::differs) continue;
    const int against = contradicted_words(out.transactions, reading, fallback);
    if (taken && against >= contradicted) continue;
    taken = reading, agreed = now, contradicted = against;
  }
  const Reading settled = taken.value_or(Reading::own_words);
  apply(out.transactions, settled, fallback);
  out.convention.settled_by_words = stated.has_value();
  out.convention.settled_by_totals = agreed == Agreement::agrees;
  out.convention.statement = sentence(settled);
  if (settled == Reading::own_words && stated)
    out.convention.statement += "; the document states: " + sentence(*stated);
  if (agreed == Agreement::agrees) out.convention.statement += "; this reproduces the printed totals";
  if (agreed == Agreement::unsaid && !stated) out.convention.statement += "; nothing printed confirms it";
  return agreed;
}

void flag_unsettled(SettledLedger& out) {
  const auto first = std::find_if(out.transactions.begin(), out.transactions.end(),
                                  [](const Transaction& t) { return t.kind == RowKind::adjustment; });
  out.flags.push_back({FlagCode::sign_ambiguous,
                       "no known reading of the adjustments' signs reproduces the printed paid-in capital and DPI; " +
                           sentence(Reading::own_words),
                       first->place});
}

}  // namespace

SettledLedger settle_signs(std::vector<DraftRow> drafts, const ReportedFigures& reported,
                           const std::vector<std::string>& notes, bool speaks_of_a_fund, int minor_digits) {
  SettledLedger out;
  std::vector<std::string> said = notes;
  for (const DraftRow& draft : drafts) said.push_back(draft.section);
  auto stated = stated_convention(said);
  settle_kinds(drafts, stated == Reading::investor_cash, speaks_of_a_fund, out.flags);
  settle_direction(drafts, RowKind::capital_call);
  settle_direction(drafts, RowKind::distribution);
  bool adjustments = false;
  for (DraftRow& draft : drafts) {
    Transaction& t = draft.row;
    if (t.kind == RowKind::capital_call) t.effects = effects_of_call(t.amount, !outside_commitment(t));
    if (t.kind == RowKind::distribution) t.effects = effects_of_distribution(t.amount, t.recallable.value_or(false));
    adjustments = adjustments || t.kind == RowKind::adjustment;
    out.transactions.push_back(std::move(t));
  }
  std::stable_sort(out.transactions.begin(), out.transactions.end(),
                   [](const Transaction& a, const Transaction& b) { return a.date < b.date; });
  if (!adjustments) return out;

  const auto shown = stated ? stated : shown_convention(out.transactions);
  const Reading fallback = shown.value_or(Reading::effect_on_total);
  const Agreement agreed = settle_adjustments(out, stated, fallback, reported, minor_digits);
  if (agreed == Agreement::differs) flag_unsettled(out);
  return out;
}

}  // namespace dossier::funds
