#include "funds/questions/question_passes.h"

#include <algorithm>
#include <map>
#include <string_view>

namespace dossier::funds {
namespace {

const std::map<std::string_view, std::string_view>& currency_names() {
  static const std::map<std::string_view, std::string_view> names = {
      {"usd", "USD"},    {"dollar", "USD"}, {"dollars", "USD"}, {"eur", "EUR"},      {"euro", "EUR"},
      {"euros", "EUR"},  {"gbp", "GBP"},    {"pounds", "GBP"},  {"sterling", "GBP"}, {"chf", "CHF"},
      {"francs", "CHF"}, {"jpy", "JPY"},    {"yen", "JPY"},     {"cad", "CAD"},      {"aud", "AUD"},
      {"sek", "SEK"},    {"nok", "NOK"},    {"dkk", "DKK"},     {"inr", "INR"},      {"rupees", "INR"}};
  return names;
}

}  // namespace

bool names_currency(std::string_view word) {
  return currency_names().contains(word);
}

void take_currencies(const AnswerBasis& basis, QuestionWords& words, Plan& plan) {
  for (QuestionWord& word : words) {
    auto named = currency_names().find(word.text);
    if (word.used || named == currency_names().end()) continue;
    word.used = true;
    const auto& funds = basis.analysis().funds;
    bool fits = std::any_of(funds.begin(), funds.end(), [&](const FundAnalysis& fund) {
      return !fund.ledger.currency.known() || fund.ledger.currency.code() == named->second;
    });
    if (!fits && !funds.empty()) {
      plan.refusal = "the amounts are in " + std::string(funds.front().ledger.currency.code()) +
                     ", and turning them into " + std::string(named->second) + " needs an exchange rate";
    }
  }
}

}  // namespace dossier::funds
