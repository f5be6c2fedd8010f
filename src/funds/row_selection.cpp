#include "funds/answering.h"
#include "funds/phrasing.h"

#include <fmt/format.h>

#include <algorithm>

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
      : basis_(basis), fund_(fund), ledger_(basis.fund(fund).ledger), choice_(choice) {}

  bool admits(std::size_t k) const {
    const Transaction& row = ledger_.transactions[k];
    if (!choice_.kinds.empty() &&
        std::find(choice_.kinds.begin(), choice_.kinds.end(), row.kind) == choice_.kinds.end())
      return false;
    if (!choice_.periods.contains(row.date)) return false;
    if (!choice_.amounts.admit(row.amount.to_double(ledger_.currency.minor_digits()))) return false;
    if (choice_.recallable && row.recallable.value_or(false) != *choice_.recallable) return false;
    if (choice_.number && row.number != std::to_string(*choice_.number)) return false;
    return has_parts(k) && has_words(k);
  }

 private:
  bool has_parts(std::size_t k) const {
    const auto& words = basis_.words_of_row(fund_, k);
    return std::all_of(choice_.parts.begin(), choice_.parts.end(),
                       [&](Term part) { return shows(words, *part_words(part)); });
  }

  bool has_words(std::size_t k) const {
    const auto& words = basis_.words_of_row(fund_, k);
    return std::all_of(choice_.words.begin(), choice_.words.end(), [&](const std::string& wanted) {
      return std::any_of(words.begin(), words.end(),
                         [&](const std::string& word) { return AnswerBasis::singular(word) == wanted; });
    });
  }

  const AnswerBasis& basis_;
  std::size_t fund_;
  const Ledger& ledger_;
  const RowChoice& choice_;
};

std::string limits_text(const AmountLimits& limits, Currency currency) {
  auto amount = [&](double units) {
    double scale = 1;
    for (int k = 0; k < currency.minor_digits(); ++k) scale *= 10;
    return money_text(Money::of_minor(static_cast<Money::Minor>(units * scale + 0.5)), currency);
  };
  if (limits.least && limits.most) {
    if (*limits.least == *limits.most) return "of exactly " + amount(*limits.least);
    return fmt::format("between {} and {}", amount(*limits.least), amount(*limits.most));
  }
  if (limits.least) return (limits.least_itself ? "of at least " : "over ") + amount(*limits.least);
  if (limits.most) return (limits.most_itself ? "of at most " : "under ") + amount(*limits.most);
  return "";
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

Money sum_of(const Ledger& ledger, const std::vector<std::size_t>& rows) {
  Money sum;
  for (std::size_t row : rows) sum += ledger.transactions[row].amount;
  return sum;
}

std::string choice_text(const RowChoice& choice, Currency currency, bool several) {
  std::vector<std::string> kinds;
  for (RowKind kind : choice.kinds) kinds.emplace_back(kind_text(kind, several));
  std::string text = kinds.empty() ? (several ? "transactions" : "transaction") : joined(kinds);
  if (choice.recallable) text = (*choice.recallable ? "recallable " : "non-recallable ") + text;
  if (choice.number) text += fmt::format(" no. {}", *choice.number);
  std::vector<std::string> about(choice.words);
  for (Term part : choice.parts) about.emplace_back(part_words(part)->name);
  if (!about.empty()) text += fmt::format(" that mention {}", joined(about));
  if (!choice.amounts.empty()) text += " " + limits_text(choice.amounts, currency);
  if (!choice.periods.empty()) text += " " + choice.periods.text();
  return text;
}

std::string list_text(const Ledger& ledger, const std::vector<std::size_t>& rows) {
  std::string text;
  for (std::size_t k = 0; k < std::min(rows.size(), kSpokenRowsMax); ++k) {
    text += (k == 0 ? "" : "; ") + row_text(ledger.transactions[rows[k]], ledger.currency);
  }
  if (rows.size() > kSpokenRowsMax) text += fmt::format("; and {} more", rows.size() - kSpokenRowsMax);
  return text;
}

}  // namespace dossier::funds
