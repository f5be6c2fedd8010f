#include "funds/ledger/phrasing.h"
#include "funds/ledger/row_events.h"
#include "funds/ledger/row_numbers.h"
#include "funds/questions/answering.h"
#include "reading/one_of.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <numeric>

namespace dossier::funds {
namespace {

constexpr std::size_t kSpokenRowsMax = 25;  // more are in the rows of the answer, not in its text

bool shows(const std::vector<std::string>& words, const PartWords& part) {
  for (std::size_t at = 0; at < words.size(); ++at) {
    for (const reading::Phrase& phrase : part.phrases) {
      if (phrase.stands_at(words, at)) return true;
    }
  }
  return false;
}

class RowMatcher {
 public:
  RowMatcher(const AnswerBasis& basis, std::size_t fund, const RowChoice& choice)
      : basis_(basis), fund_(fund), ledger_(basis.fund(fund).ledger), choice_(choice) {
    if (!choice.amounts.empty() && choice.parts.empty()) weigh_events();
    if (counts_numbers(ledger_, choice)) counted_numbers_ = numbers_of_rows(ledger_);
    for (const RowChoice& out : choice.without) left_out_.emplace_back(basis, fund, out);
  }

  bool admits(std::size_t k) const {
    const Transaction& row = ledger_.transactions[k];
    if (!choice_.kinds.empty() &&
        std::find(choice_.kinds.begin(), choice_.kinds.end(), row.kind) == choice_.kinds.end())
      return false;
    if (!choice_.periods.contains(row.date)) return false;
    Money size = event_amounts_.empty() ? row.amount : event_amounts_[k];
    if (!choice_.amounts.admit(size.to_double(ledger_.currency.minor_digits()))) return false;
    if (choice_.recallable && row.recallable.value_or(false) != *choice_.recallable) return false;
    const bool numbered = choice_.corrects ? speaks_of_numbered_row(k) : has_number(k);
    if (!choice_.numbers.empty() && !numbered) return false;
    if (choice_.lowers && !lowers(row)) return false;
    if (choice_.corrects && effect_on(*choice_.corrects, row).zero()) return false;
    if (choice_.negative && !row.amount.negative()) return false;
    if (choice_.to_investors && (row.effects.lp_cash.zero() || row.effects.lp_cash.negative() == *choice_.to_investors))
      return false;
    return has_parts(k) && has_words(k) && !left_out(k);
  }

 private:
  // "Calls over 1m" are measured whole, in whatever components they are printed.
  void weigh_events() {
    std::vector<std::size_t> all(ledger_.transactions.size());
    std::iota(all.begin(), all.end(), 0);
    event_amounts_.resize(all.size());
    for (const RowEvent& event : events_of(ledger_, all)) {
      for (std::size_t row : event) event_amounts_[row] = amount_of(ledger_, event);
    }
  }

  bool has_number(std::size_t k) const {
    const std::string& number = counted_numbers_.empty() ? ledger_.transactions[k].number : counted_numbers_[k];
    return std::any_of(choice_.numbers.begin(), choice_.numbers.end(),
                       [&](int wanted) { return number == std::to_string(wanted); });
  }

  // "Correction of call 2": the number is that of the row it speaks of.
  bool speaks_of_numbered_row(std::size_t k) const {
    return std::any_of(choice_.numbers.begin(), choice_.numbers.end(), [&](int wanted) {
      return speaks_of_number(basis_.words_of_row(fund_, k), std::to_string(wanted));
    });
  }

  // A refund of a call, not a further call; a correction of a distribution, not a further one.
  bool lowers(const Transaction& row) const { return effect_on(*choice_.lowers, row).negative(); }

  static Money effect_on(RowKind kind, const Transaction& row) {
    return kind == RowKind::capital_call ? row.effects.paid_in : row.effects.distribution;
  }

  template <class T>
  static bool any_in_full(const Alternatives<T>& alternatives, const auto& holds) {
    return alternatives.empty() ||
           std::any_of(alternatives.begin(), alternatives.end(),
                       [&](const std::vector<T>& all) { return std::all_of(all.begin(), all.end(), holds); });
  }

  bool has_parts(std::size_t k) const {
    const auto& words = basis_.words_of_row(fund_, k);
    return any_in_full(choice_.parts, [&](Term part) { return shows(words, *part_words(part)); });
  }

  bool has_words(std::size_t k) const {
    const auto& words = basis_.words_of_row(fund_, k);
    return any_in_full(choice_.words, [&](const std::string& wanted) {
      return std::any_of(words.begin(), words.end(),
                         [&](const std::string& word) { return AnswerBasis::singular(word) == wanted; });
    });
  }

  bool left_out(std::size_t k) const {
    return std::any_of(left_out_.begin(), left_out_.end(), [&](const RowMatcher& out) { return out.admits(k); });
  }

  const AnswerBasis& basis_;
  std::size_t fund_;
  const Ledger& ledger_;
  const RowChoice& choice_;
  std::vector<Money> event_amounts_;
  std::vector<std::string> counted_numbers_;  // by row, where calls are counted instead of numbered; else empty
  std::vector<RowMatcher> left_out_;
};

// "gains or dividends", "'ridgeline food'".
std::string about_text(const RowChoice& choice) {
  std::vector<std::string> parts, words;
  for (const auto& all : choice.parts) {
    std::vector<std::string> names;
    for (Term part : all) names.emplace_back(part_words(part)->name);
    parts.push_back(joined(names));
  }
  for (const auto& all : choice.words) {
    std::string name;
    for (const std::string& word : all) name += (name.empty() ? "" : " ") + word;
    words.push_back("'" + name + "'");
  }
  std::string text = joined(parts, "or");
  if (!text.empty() && !words.empty()) text += " and ";
  return text + joined(words, "or");
}

std::string limits_text(const AmountLimits& limits, Currency currency) {
  auto amount = [&](double units) {
    double scale = 1;
    for (int k = 0; k < currency.minor_digits(); ++k) scale *= 10;
    return money_text(Money::of_minor(std::llround(units * scale)), currency);
  };
  if (limits.least && limits.most) {
    if (*limits.least == *limits.most) return "of exactly " + amount(*limits.least);
    return fmt::format("between {} and {}", amount(*limits.least), amount(*limits.most));
  }
  if (limits.least) return (limits.least_itself ? "of at least " : "over ") + amount(*limits.least);
  if (limits.most) return (limits.most_itself ? "of at most " : "under ") + amount(*limits.most);
  return "";
}

// What stays out: named by what it is about where that is all.
std::string without_text(const RowChoice& out, Currency currency) {
  bool about_alone = out.kinds.empty() && !out.recallable && out.periods.empty() && out.amounts.empty();
  std::string about = about_text(out);
  return about_alone && !about.empty() ? about : choice_text(out, currency);
}

// A call with its components: "9 March 2018, $1,903,652.30, call 10, Investments $1,465,812.28 and Fees $437,840.02".
std::string event_text(const Ledger& ledger, const RowEvent& event) {
  if (event.size() == 1) return row_text(ledger.transactions[event[0]], ledger.currency);
  std::vector<std::string> parts;
  for (std::size_t row : event) {
    const Transaction& one = ledger.transactions[row];
    parts.push_back((names_type(one) ? one.type : one.description) + " " + money_text(one.amount, ledger.currency));
  }
  Transaction whole = ledger.transactions[event[0]];
  whole.amount = amount_of(ledger, event);
  whole.type.clear();
  whole.description = joined(parts);
  return row_text(whole, ledger.currency);
}

}  // namespace

std::vector<std::size_t> chosen_rows(const AnswerBasis& basis, std::size_t fund, const RowChoice& choice) {
  RowMatcher matcher(basis, fund, choice);
  std::vector<std::size_t> rows;
  for (std::size_t k = 0; k < basis.fund(fund).ledger.transactions.size(); ++k) {
    if (matcher.admits(k)) rows.push_back(k);
  }
  return rows;
}

bool speaks_of_number(const std::vector<std::string>& words, const std::string& number) {
  for (std::size_t at = 1; at < words.size(); ++at) {
    const bool numbered = reading::one_of(words[at - 1], {"call", "drawdown", "distribution", "contribution", "abruf",
                                                          "kapitalabruf", "ausschuttung", "appel", "no", "nr"});
    if (numbered && words[at] == number) return true;
  }
  return false;
}

bool counts_numbers(const Ledger& ledger, const RowChoice& choice) {
  return !choice.numbers.empty() && !choice.corrects && choice.kinds.size() == 1 &&
         std::all_of(ledger.transactions.begin(), ledger.transactions.end(),
                     [&](const Transaction& row) { return row.kind != choice.kinds[0] || row.number.empty(); });
}

Money sum_of(const Ledger& ledger, const std::vector<std::size_t>& rows) {
  Money sum;
  for (std::size_t row : rows) sum += ledger.transactions[row].amount;
  return sum;
}

Money divided(Money sum, std::size_t count) {
  Money::Minor minor = sum.abs().minor(), by = static_cast<Money::Minor>(count);
  Money::Minor mean = (2 * minor + by) / (2 * by);
  return Money::of_minor(sum.negative() ? -mean : mean);
}

bool picks_rows(Measure measure) {
  return measure == Measure::largest || measure == Measure::smallest || measure == Measure::latest ||
         measure == Measure::earliest;
}

std::vector<std::size_t> extreme_rows(const Ledger& ledger, std::vector<std::size_t> rows, const Plan& plan) {
  bool by_date = plan.measure == Measure::latest || plan.measure == Measure::earliest;
  bool descending = plan.measure == Measure::latest || plan.measure == Measure::largest;
  auto ahead = [&](const RowEvent& a, const RowEvent& b) {
    const Transaction &one = ledger.transactions[a[0]], &other = ledger.transactions[b[0]];
    if (by_date) return descending ? one.date > other.date : one.date < other.date;
    Money x = amount_of(ledger, a).abs(), y = amount_of(ledger, b).abs();
    return descending ? x > y : x < y;
  };
  // A reversal is not the smallest call, unless reversals are asked for.
  auto reverses = [&](std::size_t row) { return ledger.transactions[row].amount.negative(); };
  bool one_sided = plan.rows.kinds.size() == 1 && plan.rows.kinds[0] != RowKind::adjustment && !plan.rows.negative;
  if (!by_date && one_sided && !std::all_of(rows.begin(), rows.end(), reverses)) std::erase_if(rows, reverses);
  auto events = events_of(ledger, rows);
  std::stable_sort(events.begin(), events.end(), ahead);
  auto skip = std::min(events.size(), static_cast<std::size_t>(std::max(plan.nth, 1) - 1));
  events.erase(events.begin(), events.begin() + static_cast<std::ptrdiff_t>(skip));
  auto keep = static_cast<std::size_t>(plan.top);
  while (keep > 0 && keep < events.size() && !ahead(events[keep - 1], events[keep])) ++keep;
  if (events.size() > keep) events.resize(keep);
  rows.clear();
  for (const RowEvent& event : events) rows.insert(rows.end(), event.begin(), event.end());
  std::stable_sort(rows.begin(), rows.end(),
                   [&](auto a, auto b) { return ledger.transactions[a].date < ledger.transactions[b].date; });
  return rows;
}

std::string choice_text(const RowChoice& choice, Currency currency, bool several) {
  std::vector<std::string> kinds;
  for (RowKind kind : choice.kinds) kinds.emplace_back(kind_text(kind, several));
  std::string text = kinds.empty() ? (several ? "transactions" : "transaction") : joined(kinds);
  if (choice.recallable) text = (*choice.recallable ? "recallable " : "non-recallable ") + text;
  if (choice.corrects) text += fmt::format(" of {}", kind_text(*choice.corrects, true));
  if (choice.negative) text = "negative " + text;
  if (choice.to_investors) text += *choice.to_investors ? " paid to the investors" : " paid by the investors";
  if (choice.lowers) text = fmt::format("corrections that lower {}", kind_text(*choice.lowers, true));
  std::vector<std::string> numbers;
  for (int number : choice.numbers) numbers.push_back(std::to_string(number));
  if (!numbers.empty()) text += " no. " + joined(numbers);
  std::string about = about_text(choice);
  if (!about.empty()) text += fmt::format(" that {} {}", several ? "mention" : "mentions", about);
  for (const RowChoice& out : choice.without) text += ", without " + without_text(out, currency);
  if (!choice.amounts.empty()) text += " " + limits_text(choice.amounts, currency);
  if (!choice.periods.empty()) text += " " + choice.periods.text();
  return text;
}

bool RowChoice::mentions(Term part) const {
  return std::any_of(parts.begin(), parts.end(), [&](const std::vector<Term>& all) {
    return std::find(all.begin(), all.end(), part) != all.end();
  });
}

std::string list_text(const Ledger& ledger, const std::vector<std::size_t>& rows) {
  std::string text;
  auto events = events_of(ledger, rows);
  for (std::size_t k = 0; k < std::min(events.size(), kSpokenRowsMax); ++k) {
    text += (k == 0 ? "" : "; ") + event_text(ledger, events[k]);
  }
  if (events.size() > kSpokenRowsMax) text += fmt::format("; and {} more", events.size() - kSpokenRowsMax);
  return text;
}

}  // namespace dossier::funds
