#include "funds/questions/question_untold.h"

#include "reading/fold.h"
#include "reading/one_of.h"
#include "reading/phrases.h"

#include <algorithm>

namespace dossier::funds {
namespace {

enum class ToldBy { accounts, agreement, manager, market };

std::string_view source_of(ToldBy told) {
  switch (told) {
    case ToldBy::accounts: return "The fund's audited accounts or a capital account statement with that line";
    case ToldBy::agreement: return "The fund's agreement";
    case ToldBy::manager: return "A report of the manager on its investments";
    case ToldBy::market: return "A source of market data";
  }
  return "";
}

const reading::PhraseTable<ToldBy>& untold_things() {
  static const reading::PhraseTable<ToldBy> table = {
      {ToldBy::accounts,
       {"carried interest",
        "accrued carry",
        "carry accrual",
        "the carry",
        "any carry",
        "much carry",
        "gp carry",
        "performance fee",
        "performance fees",
        "incentive fee",
        "incentive fees",
        "unrealised gain*",
        "unrealized gain*",
        "unrealised loss*",
        "unrealized loss*",
        "unrealised profit*",
        "unrealized profit*",
        "unrealised appreciation",
        "unrealized appreciation",
        "expense ratio",
        "total expense ratio",
        "cost basis",
        "acquisition cost",
        "withholding tax rate",
        "tax rate"}},
      {ToldBy::agreement,
       {"preferred return",
        "preferred return rate",
        "hurdle rate",
        "hurdle",
        "pref",
        "preferred rate",
        "gp catch up",
        "waterfall",
        "distribution waterfall",
        "management fee rate",
        "rate of the management fee",
        "rate of management fee",
        "fee rate",
        "gp commitment",
        "gp s commitment",
        "general partner commitment",
        "manager s commitment",
        "notice period",
        "call notice period",
        "interest rate",
        "default interest",
        "subscription line",
        "subscription facility",
        "credit line",
        "credit facility",
        "share class",
        "vorzugsrendite",
        "hurdle satz"}},
      {ToldBy::manager,
       {"entry multiple", "entry multiples", "exit multiple", "exit multiples", "ebitda multiple*",
        "purchase multiple*", "valuation multiple*", "revenue multiple*", "leverage multiple*", "loss ratio",
        "still in the portfolio", "remaining companies", "remaining portfolio compan*", "current portfolio compan*",
        "current holdings", "entry price", "exit price", "purchase price"}},
      {ToldBy::market, {"exchange rate", "exchange rates", "fx rate", "fx rates", "share price", "wechselkurs"}},
  };
  return table;
}

// Whether the question is no more than "What is carried interest?", "Explain carry".
bool asks_for_the_term(const std::vector<std::string>& words, std::size_t at, std::size_t length) {
  for (std::size_t k = 0; k < words.size(); ++k) {
    if (k >= at && k < at + length) continue;
    if (!reading::one_of(words[k],
                         {"what",   "whats", "is",     "are",     "a",       "an",     "does",       "do",  "meant",
                          "by",     "mean",  "means",  "meaning", "explain", "define", "definition", "of",  "exactly",
                          "please", "in",    "simple", "plain",   "terms",   "words",  "s",          "term"}))
      return false;
  }
  return true;
}

bool named_by_a_row(const AnswerBasis& basis, const std::vector<std::string>& words) {
  if (words.size() == 1) return basis.in_some_row(words[0]);
  for (std::size_t k = 0; k + 1 < words.size(); ++k) {
    if (!basis.in_one_row(words[k], words[k + 1])) return false;
  }
  return true;
}

}  // namespace

std::string Untold::name() const {
  std::string name;
  for (const std::string& word : words) name += (name.empty() ? "" : " ") + word;
  return name;
}

std::optional<Untold> untold_in(const AnswerBasis& basis, std::string_view question) {
  const std::vector<std::string> words = reading::fold_tokens(question);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto match = untold_things().match_at(words, at);
    if (!match) continue;
    const auto from = words.begin() + static_cast<std::ptrdiff_t>(at);
    Untold untold{{from, from + static_cast<std::ptrdiff_t>(match->length)}, source_of(match->meaning)};
    if (asks_for_the_term(words, at, match->length) || named_by_a_row(basis, untold.words)) return std::nullopt;
    return untold;
  }
  return std::nullopt;
}

bool asks_what_it_is(std::string_view question) {
  const std::vector<std::string> words = reading::fold_tokens(question);
  for (std::size_t at = 0; at < words.size(); ++at) {
    const auto match = untold_things().match_at(words, at);
    if (match) return asks_for_the_term(words, at, match->length);
  }
  return false;
}

const Passage* passage_with(const AnswerBasis& basis, const std::vector<std::string>& words) {
  for (const Passage* passage : basis.all_passages()) {
    const auto text = reading::fold_tokens(passage->text);
    if (std::search(text.begin(), text.end(), words.begin(), words.end()) != text.end()) return passage;
  }
  return nullptr;
}

}  // namespace dossier::funds
