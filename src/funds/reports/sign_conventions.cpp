#include "funds/reports/sign_conventions.h"

#include "funds/reports/adjustment_words.h"
#include "reading/amounts.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <cmath>

namespace dossier::funds {
namespace {

using reading::fold_tokens;
using reading::PhraseTable;

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

}  // namespace

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

std::optional<Reading> shown_convention(const std::vector<Transaction>& rows) {
  int by_cash = 0, by_total = 0;
  for (const Transaction& t : rows) {
    const auto told = t.kind == RowKind::adjustment ? by_own_words(t) : std::nullopt;
    if (!told) continue;
    const bool cash = *told == adjusted(t, Reading::investor_cash, Reading::investor_cash);
    const bool total = *told == adjusted(t, Reading::effect_on_total, Reading::effect_on_total);
    by_cash += cash && !total;
    by_total += total && !cash;
  }
  if ((by_cash > 0) == (by_total > 0)) return std::nullopt;
  return by_cash > 0 ? Reading::investor_cash : Reading::effect_on_total;
}

int contradicted_words(const std::vector<Transaction>& rows, Reading reading, Reading fallback) {
  return static_cast<int>(std::count_if(rows.begin(), rows.end(), [&](const Transaction& t) {
    const auto told = t.kind == RowKind::adjustment ? by_own_words(t) : std::nullopt;
    return told && *told != adjusted(t, reading, fallback);
  }));
}

Agreement agreement(const std::vector<Transaction>& rows, const ReportedFigures& reported, int minor_digits) {
  const Totals totals = totals_of(rows);
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

}  // namespace dossier::funds
