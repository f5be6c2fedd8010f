#include "funds/signs.h"

#include "funds/kinds.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

namespace dossier::funds {
namespace {

using reading::fold_tokens;
using reading::PhraseTable;

// What an adjustment corrects, and which way the cash went, by its own words.
enum class Subject { unknown, calls, distributions, recall, cashless };
enum class Cash { unknown, to_investor, from_investor };

Subject subject_of(const std::string& text) {
  static const PhraseTable<Subject> table = {
      {Subject::cashless, {"fee waiver", "waiver*", "stock split", "nav change", "transfer of interest"}},
      {Subject::recall, {"recall", "recall of*", "recalled*", "recallable distribution", "rappel", "ruckruf"}},
      {Subject::distributions,
       {"distribution*", "dividend*", "ausschuttung*", "proceeds", "gain", "gains", "income", "clawback*", "claw back*",
        "giveback*", "give back*", "lp giveback*", "remboursement*", "withholding*"}},
      {Subject::calls,
       {"capital call*",
        "call",
        "calls",
        "contribution*",
        "drawdown*",
        "draw down*",
        "kapitalabruf*",
        "*abruf",
        "*abrufe",
        "paid in",
        "called",
        "funding",
        "fee",
        "fees",
        "management fee*",
        "expense*",
        "organisational*",
        "organizational*",
        "subsequent clos*",
        "equalis*",
        "equaliz*",
        "appel*",
        "einzahlung*",
        "true up*",
        "excess capital",
        "unused",
        "ausgleich*",
        "versement*"}},
  };
  return table.find(fold_tokens(text)).value_or(Subject::unknown);
}

Cash cash_of(const std::string& text) {
  static const PhraseTable<Cash> table = {
      {Cash::to_investor,
       {"cash to lp*",
        "to lp",
        "to lps",
        "to limited partner*",
        "to investor*",
        "to the lp*",
        "paid to lp*",
        "refund to*",
        "refunded to*",
        "returned to lp*",
        "returned to investor*",
        "returned to limited partner*",
        "refund of excess*",
        "return of excess*",
        "return of unused*",
        "excess call*",
        "gp clawback*",
        "an anleger",
        "an die anleger",
        "an den anleger",
        "ruckerstattung an*",
        "refund to lp*",
        "aux investisseurs",
        "a l investisseur",
        "reversal of call*",
        "cancelled call*",
        "overcalled*",
        "reimbursed to*"}},
      {Cash::from_investor,
       {"cash from lp*",
        "from lp",
        "from lps",
        "by lp",
        "by lps",
        "from limited partner*",
        "by limited partner*",
        "from investor*",
        "by investor*",
        "by the lp*",
        "returned by*",
        "refund by*",
        "refunded by*",
        "repaid by*",
        "paid by lp*",
        "paid by the lp*",
        "lp clawback*",
        "lp giveback*",
        "giveback*",
        "vom anleger",
        "durch anleger",
        "par l investisseur",
        "recalled*",
        "late interest",
        "overstated distribution",
        "overpaid distribution",
        "overpaid dividend",
        "overpaid"}},
  };
  return table.find(fold_tokens(text)).value_or(Cash::unknown);
}

// How a document signs its adjustments.
enum class Reading {
  own_words,        // each row by its words; a row without them by the document's convention
  effect_on_total,  // the printed sign is the effect on the total that is corrected
  investor_cash,    // the printed sign is the investor's cash
  all_on_paid_in,   // every adjustment is added to paid-in capital as printed
  all_off_paid_in   // every adjustment is subtracted from paid-in capital
};

std::string sentence(Reading reading) {
  switch (reading) {
    case Reading::own_words: return "each adjustment is read by its own words";
    case Reading::effect_on_total: return "the sign of an adjustment is its effect on the total that it corrects";
    case Reading::investor_cash:
      return "the sign of an adjustment is the investor's cash: positive is paid to the investor";
    case Reading::all_on_paid_in: return "adjustments are added to paid-in capital with their printed sign";
    case Reading::all_off_paid_in: return "adjustments are subtracted from paid-in capital with their printed sign";
  }
  return {};
}

// A convention the document states in words.
std::optional<Reading> stated_convention(const std::vector<std::string>& notes) {
  static const PhraseTable<Reading> table = {
      {Reading::investor_cash,
       {"positive cash paid to*",
        "positive cash to*",
        "negative cash paid by*",
        "negative cash from*",
        "minus payment by*",
        "minus zahlung*",
        "negative payment by*",
        "brackets are payments by*",
        "parentheses are payments by*",
        "brackets cash paid by*",
        "negative amounts are payments by*",
        "positive paid to*",
        "brackets denote payments by*",
        "from the investor s perspective",
        "lp perspective",
        "investor perspective",
        "lp cash perspective",
        "parentheses denote payments by*",
        "negative amounts are cash paid by*",
        "negative amounts were paid by*",
        "negative amounts are paid by*",
        "shown as cash*",
        "plus zahlung an*",
        "plus paiement a*",
        "moins paiement*",
        "minus paid by*"}},
      {Reading::effect_on_total,
       {"reduce the total they correct", "effect on the total*", "reduces paid in capital", "reduce paid in capital",
        "reduces cumulative distributions", "reduce the total*", "reduces the total*", "negative reduces*",
        "brackets reduce*", "decrease the total*", "impact on the total*"}},
  };
  for (const std::string& note : notes) {
    if (auto found = table.find(fold_tokens(note))) return found;
  }
  return std::nullopt;
}

Effects on_paid_in(Money effect) {
  return {.lp_cash = -effect, .paid_in = effect, .distribution = {}, .unfunded = -effect, .non_cash = {}};
}
Effects on_distributions(Money effect) {
  return {.lp_cash = effect, .paid_in = {}, .distribution = effect, .unfunded = {}, .non_cash = {}};
}

Effects by_subject(Subject subject, Money printed, bool investor_cash) {
  switch (subject) {
    case Subject::cashless: return {};
    case Subject::recall: return on_paid_in(investor_cash ? -printed : printed.abs());
    case Subject::distributions: return on_distributions(printed);
    case Subject::calls:
    case Subject::unknown: return on_paid_in(investor_cash ? -printed : printed);
  }
  return {};
}

std::optional<Effects> by_own_words(const Transaction& t) {
  std::string text = t.type + " " + t.description;
  Subject subject = subject_of(t.type);
  if (subject == Subject::unknown) subject = subject_of(text);
  Cash cash = cash_of(text);
  Money magnitude = t.amount.abs();
  if (subject == Subject::cashless) return Effects{};
  if (subject == Subject::recall) return on_paid_in(magnitude);  // called again: always paid by the investor
  if (cash == Cash::unknown || subject == Subject::unknown) return std::nullopt;
  bool to_investor = cash == Cash::to_investor;
  if (subject == Subject::distributions) return on_distributions(to_investor ? magnitude : -magnitude);
  return on_paid_in(to_investor ? -magnitude : magnitude);
}

Effects adjusted(const Transaction& t, Reading reading, Reading fallback) {
  Subject subject = subject_of(t.type);
  if (subject == Subject::unknown) subject = subject_of(t.type + " " + t.description);
  switch (reading) {
    case Reading::own_words: {
      if (auto effects = by_own_words(t)) return *effects;
      return by_subject(subject, t.amount, fallback == Reading::investor_cash);
    }
    case Reading::effect_on_total: return by_subject(subject, t.amount, false);
    case Reading::investor_cash: return by_subject(subject, t.amount, true);
    case Reading::all_on_paid_in: return on_paid_in(t.amount);
    case Reading::all_off_paid_in: return on_paid_in(-t.amount);
  }
  return {};
}

struct Totals {
  Money paid_in, distributions;
};

Totals totals_of(const std::vector<Transaction>& rows) {
  Totals totals;
  for (const Transaction& t : rows) {
    totals.paid_in += t.effects.paid_in;
    totals.distributions += t.effects.distribution;
  }
  return totals;
}

enum class Agreement { unsaid, agrees, differs };

// A printed amount agrees when it is equal at the precision it is printed with.
bool equal_as_printed(Money computed, const Sourced<Money>& printed, int minor_digits) {
  Money slack;
  auto number = reading::read_number(printed.printed);
  if (number && number->power > 0) slack = Money::of_minor(Money::of_major(5, minor_digits).minor() / 10);
  Money difference = (computed - printed.value).abs();
  if (number && number->power > 0) {
    for (int i = number->magnitude.decimals; i < number->power; ++i) slack = Money::of_minor(slack.minor() * 10);
  }
  return difference <= slack;
}

Agreement agreement(const Totals& totals, const ReportedFigures& reported, int minor_digits) {
  bool said = false;
  auto check = [&](bool fits) {
    said = true;
    return fits;
  };
  if (reported.pic && !check(equal_as_printed(totals.paid_in, *reported.pic, minor_digits))) return Agreement::differs;
  if (reported.dpi) {
    auto dpi = ratio(totals.distributions, totals.paid_in);
    if (!check(dpi && std::abs(*dpi - reported.dpi->value) <= 0.0051)) return Agreement::differs;
  }
  return said ? Agreement::agrees : Agreement::unsaid;
}

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

}  // namespace

Effects effects_of_call(Money amount, bool inside_commitment) {
  return {.lp_cash = -amount,
          .paid_in = amount,
          .distribution = {},
          .unfunded = inside_commitment ? -amount : Money{},
          .non_cash = {}};
}

Effects effects_of_distribution(Money amount, bool restores_commitment) {
  return {.lp_cash = amount,
          .paid_in = {},
          .distribution = amount,
          .unfunded = restores_commitment ? amount : Money{},
          .non_cash = {}};
}

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

  Reading fallback = stated.value_or(Reading::effect_on_total);
  std::vector<Reading> order = {Reading::own_words,       fallback,
                                Reading::effect_on_total, Reading::investor_cash,
                                Reading::all_on_paid_in,  Reading::all_off_paid_in};
  Reading taken = Reading::own_words;
  Agreement agreed = Agreement::differs;
  for (Reading reading : order) {
    apply(out.transactions, reading, fallback);
    agreed = agreement(totals_of(out.transactions), reported, minor_digits);
    taken = reading;
    if (agreed != Agreement::differs) break;
  }
  if (agreed == Agreement::differs) {
    taken = Reading::own_words;
    apply(out.transactions, taken, fallback);
  }
  out.convention.settled_by_words = stated.has_value();
  out.convention.settled_by_totals = agreed == Agreement::agrees;
  out.convention.statement = sentence(taken);
  if (taken == Reading::own_words && stated) out.convention.statement += "; the document states: " + sentence(*stated);
  if (agreed == Agreement::agrees) out.convention.statement += "; this reproduces the printed totals";
  if (agreed == Agreement::unsaid && !stated) out.convention.statement += "; nothing printed confirms it";
  if (agreed == Agreement::differs) {
    const Transaction* first = nullptr;
    for (const Transaction& t : out.transactions) {
      if (t.kind == RowKind::adjustment && first == nullptr) first = &t;
    }
    out.flags.push_back({FlagCode::sign_ambiguous,
                         "no known reading of the adjustments' signs reproduces the printed paid-in capital and DPI; " +
                             sentence(taken),
                         first->place});
  }
  return out;
}

}  // namespace dossier::funds
