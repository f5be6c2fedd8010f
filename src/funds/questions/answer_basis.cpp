#include "funds/questions/answer_basis.h"

#include "funds/questions/question_vocabulary.h"
#include "funds/questions/spelling.h"
#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

// Words many fund names share: they tell kin apart but do not name a fund by themselves.
const std::unordered_set<std::string_view>& shared_words() {
  static const std::unordered_set<std::string_view> words = {"fund",
                                                             "funds",
                                                             "lp",
                                                             "l",
                                                             "p",
                                                             "llc",
                                                             "ltd",
                                                             "inc",
                                                             "scsp",
                                                             "sca",
                                                             "sicav",
                                                             "gmbh",
                                                             "kg",
                                                             "co",
                                                             "plc",
                                                             "sa",
                                                             "fcpr",
                                                             "fpci",
                                                             "partners",
                                                             "partnership",
                                                             "capital",
                                                             "growth",
                                                             "equity",
                                                             "ventures",
                                                             "venture",
                                                             "buyout",
                                                             "credit",
                                                             "infrastructure",
                                                             "infra",
                                                             "income",
                                                             "private",
                                                             "opportunities",
                                                             "opportunity",
                                                             "investment",
                                                             "investments",
                                                             "investors",
                                                             "global",
                                                             "europe",
                                                             "european",
                                                             "asia",
                                                             "america",
                                                             "americas",
                                                             "us",
                                                             "international",
                                                             "technology",
                                                             "tech",
                                                             "real",
                                                             "estate",
                                                             "debt",
                                                             "energy",
                                                             "healthcare",
                                                             "health",
                                                             "strategic",
                                                             "special",
                                                             "pe",
                                                             "situations",
                                                             "secondary",
                                                             "secondaries",
                                                             "early",
                                                             "stage",
                                                             "beteiligungen",
                                                             "management",
                                                             "group",
                                                             "holdings",
                                                             "associates",
                                                             "i",
                                                             "ii",
                                                             "iii",
                                                             "iv",
                                                             "v",
                                                             "vi",
                                                             "vii",
                                                             "viii",
                                                             "ix",
                                                             "x",
                                                             "xi",
                                                             "xii",
                                                             "xiii",
                                                             "xiv",
                                                             "xv",
                                                             "a",
                                                             "b",
                                                             "c",
                                                             "d",
                                                             "the",
                                                             "and",
                                                             "of",
                                                             "de",
                                                             "limited",
                                                             "value",
                                                             "mezzanine",
                                                             "distressed",
                                                             "media"};
  return words;
}

// Words of the question language cannot name a fund: "First Reserve" is named by "Reserve".
bool own_word_of_a_name(const std::string& token) {
  if (token.size() < 3 || shared_words().contains(token) || plain_words().contains(token)) return false;
  return !question_terms().match_at(std::span(&token, 1), 0);
}

bool is_numeral_text(std::string_view text) {
  static const std::unordered_set<std::string_view> numerals = {"i",  "ii", "iii", "iv",  "v",    "vi",  "vii", "viii",
                                                                "ix", "x",  "xi",  "xii", "xiii", "xiv", "xv"};
  return numerals.contains(text);
}

// "V" of "Bluewater V": where the loaded fund is number IV, another fund is meant.
bool is_numeral(const QuestionWord& word) {
  if (word.used || word.number) return false;
  return is_numeral_text(word.text) && !word.spelled.empty() && word.spelled.front() >= 'A' &&
         word.spelled.front() <= 'Z';
}

Date newest(const Analysis& analysis) {
  Date latest = *Date::of(1600, 1, 1);
  for (const FundAnalysis& fund : analysis.funds) {
    if (fund.ledger.as_of) latest = std::max(latest, *fund.ledger.as_of);
    if (!fund.ledger.as_of && fund.metrics.as_of) latest = std::max(latest, *fund.metrics.as_of);
  }
  return latest;
}

}  // namespace

AnswerBasis::AnswerBasis(const Analysis& analysis) : analysis_(analysis), reference_(newest(analysis)) {
  index_rows();
  index_passages();
  for (std::size_t k = 0; k < analysis.funds.size(); ++k) {
    add_name(analysis.funds[k].ledger.name, {.fund = static_cast<int>(k)});
  }
  for (std::size_t d = 0; d < analysis.documents.size(); ++d) {
    const auto& rows = analysis.documents[d].portfolio_rows;
    for (std::size_t r = 0; r < rows.size(); ++r) add_name(rows[r].name, {.portfolio = {d, r}});
  }
}

const PortfolioRow& AnswerBasis::portfolio_row(PortfolioIndex index) const {
  return analysis_.documents[index.document].portfolio_rows[index.row];
}

void AnswerBasis::index_rows() {
  for (const FundAnalysis& fund : analysis_.funds) {
    auto& rows = row_words_.emplace_back();
    rows.reserve(fund.ledger.transactions.size());
    for (const Transaction& row : fund.ledger.transactions) {
      rows.push_back(reading::fold_tokens(row.type + " " + row.description));
      for (const std::string& word : rows.back()) {
        row_vocabulary_.insert(singular(word));
        known_words_.insert(word);
      }
    }
  }
}

bool AnswerBasis::names_a_fund(std::string_view word) const {
  return std::any_of(names_.begin(), names_.end(),
                     [&](const Name& name) { return name.fund >= 0 && name.tokens.contains(std::string(word)); });
}

bool AnswerBasis::calls_a_row(std::string_view reference) const {
  std::string wanted = reading::fold(reference);
  return std::any_of(analysis_.funds.begin(), analysis_.funds.end(), [&](const FundAnalysis& fund) {
    return std::any_of(fund.ledger.transactions.begin(), fund.ledger.transactions.end(),
                       [&](const Transaction& row) { return reading::fold(row.description).starts_with(wanted); });
  });
}

bool AnswerBasis::in_one_row(std::string_view one, std::string_view other) const {
  auto holds = [](const std::vector<std::string>& words, std::string_view wanted) {
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return singular(word) == singular(wanted); });
  };
  for (const auto& rows : row_words_) {
    for (const auto& words : rows) {
      if (holds(words, one) && holds(words, other)) return true;
    }
  }
  return false;
}

void AnswerBasis::index_passages() {
  for (const DocumentReading& document : analysis_.documents) {
    for (const Passage& passage : document.passages) {
      passages_.push_back(&passage);
      index_.add(passage.heading + " " + passage.text);
      for (std::string& word : reading::fold_tokens(passage.text)) known_words_.insert(std::move(word));
    }
  }
}

void AnswerBasis::add_name(const std::string& text, Name name) {
  auto tokens = reading::fold_tokens(text);
  if (tokens.empty()) return;
  if (std::find(tokens.begin(), tokens.end(), "private") != tokens.end()) tokens.emplace_back("pe");
  name.shared_only = std::none_of(tokens.begin(), tokens.end(), own_word_of_a_name);
  if (name.shared_only) names_by_own_word_[tokens.front()].push_back(names_.size());
  for (std::string& token : tokens) {
    if (!name.shared_only && own_word_of_a_name(token)) names_by_own_word_[token].push_back(names_.size());
    known_words_.insert(token);
    name.tokens.insert(std::move(token));
  }
  names_.push_back(std::move(name));
}

// The word of a fund's name that `word` is, perhaps with a slip of the pen; "" when it is none.
std::string AnswerBasis::own_word(const QuestionWord& word) const {
  if (word.used || word.text.empty() || word.number) return "";
  if (names_by_own_word_.contains(word.text)) return word.text;
  if (word.text.size() < 5 || known_words_.contains(word.text) || plain_words().contains(word.text)) return "";
  if (question_terms().match_at(std::span(&word.text, 1), 0)) return "";
  int allowed = word.text.size() >= 8 ? 2 : 1;
  for (const auto& [token, holders] : names_by_own_word_) {
    if (token.size() >= 5 && edit_distance(word.text, token, allowed) <= allowed) return token;
  }
  return "";
}

NamedFunds AnswerBasis::take_fund_names(QuestionWords& words) const {
  NamedFunds named;
  for (std::size_t at = 0; at < words.size(); ++at) {
    std::string own = own_word(words[at]);
    if (own.empty()) continue;
    const auto& holders = names_by_own_word_.at(own);
    auto belongs = [&](std::size_t k) {
      if (k >= words.size() || words[k].used) return false;
      const std::string& text = words[k].number ? words[k].spelled : words[k].text;  // "KKR 2006 Fund"
      return std::any_of(holders.begin(), holders.end(),
                         [&](std::size_t holder) { return names_[holder].tokens.contains(text); });
    };
    std::size_t first = at, last = at;
    while (first > 0 && belongs(first - 1) && !plain_words().contains(words[first - 1].text)) --first;
    while (belongs(last + 1)) ++last;
    const bool numbered = is_numeral_text(words[last].text);  // "Permira Europe III, I mean its multiple"
    if (!numbered && last + 1 < words.size() && is_numeral(words[last + 1])) {
      named.stranger = words[at].spelled + " " + words[last + 1].spelled;
      words[last + 1].used = true;
      continue;
    }
    std::vector<std::string> run{own};
    for (std::size_t k = first; k <= last; ++k) {
      if (words[k].text != own) run.push_back(words[k].number ? words[k].spelled : words[k].text);
    }
    if (run.size() == 1 && owns_the_table(own)) {
      words[at].used = true;
      continue;
    }
    if (!choose_best(run, named)) continue;
    for (std::size_t k = first; k <= last; ++k) words[k].used = true;
    at = last;
  }
  return named;
}

NamedFunds AnswerBasis::take_kin_names(QuestionWords& words, const NamedFunds& before) const {
  auto spoken_of = [&](const Name& name) {
    if (name.fund >= 0)
      return std::find(before.funds.begin(), before.funds.end(), static_cast<std::size_t>(name.fund)) !=
             before.funds.end();
    return std::find(before.portfolio.begin(), before.portfolio.end(), name.portfolio) != before.portfolio.end();
  };
  std::unordered_set<std::string> houses;
  for (const auto& [word, holders] : names_by_own_word_) {
    if (std::any_of(holders.begin(), holders.end(), [&](std::size_t k) { return spoken_of(names_[k]); }))
      houses.insert(word);
  }
  // What is said of the name: capital words and numbers behind each other.
  std::size_t first = 0;
  while (first < words.size() && (!words[first].capital || words[first].used)) ++first;
  std::size_t end = first;
  while (end < words.size() && !words[end].used && (words[end].capital || words[end].number)) ++end;
  if (first == end) return {};
  NamedFunds best;
  std::vector<std::string> run;
  for (std::size_t k = first; k < end; ++k) run.push_back(words[k].number ? words[k].spelled : words[k].text);
  for (const std::string& house : houses) {
    auto holds_all = [&](std::size_t holder) {
      return std::all_of(run.begin(), run.end(),
                         [&](const std::string& word) { return names_[holder].tokens.contains(word); });
    };
    const auto& holders = names_by_own_word_.at(house);
    if (std::none_of(holders.begin(), holders.end(), holds_all)) continue;
    std::vector<std::string> whole{house};
    whole.insert(whole.end(), run.begin(), run.end());
    choose_best(whole, best);
  }
  if (best.funds.size() + best.portfolio.size() != 1) return {};
  for (std::size_t k = first; k < end; ++k) words[k].used = true;
  return best;
}

bool AnswerBasis::owns_the_table(const std::string& word) const {
  const auto& holders = names_by_own_word_.at(word);
  bool of_rows = std::all_of(holders.begin(), holders.end(), [&](std::size_t k) { return names_[k].fund < 0; });
  if (!of_rows) return false;
  // A table rarely says whose it is; its file does ("calpers_program.pdf").
  return std::any_of(analysis_.documents.begin(), analysis_.documents.end(), [&](const DocumentReading& document) {
    if (document.portfolio_rows.empty()) return false;
    const auto tokens = reading::fold_tokens(document.file);
    return std::find(tokens.begin(), tokens.end(), word) != tokens.end();
  });
}

bool AnswerBasis::choose_best(const std::vector<std::string>& run, NamedFunds& named) const {
  std::vector<std::size_t> best;
  double most = -1;
  for (std::size_t holder : names_by_own_word_.at(run.front())) {
    const Name& name = names_[holder];
    auto shared =
        std::count_if(run.begin(), run.end(), [&](const std::string& token) { return name.tokens.contains(token); });
    if (name.shared_only && (shared < 2 || run[1] == "fund")) continue;
    // Among names that hold the same words, the shorter is the closer ("Fund IV" asked: not "Fund IV Annex").
    double score = static_cast<double>(shared) - 0.01 * static_cast<double>(name.tokens.size());
    if (score > most + 1e-9) best.clear();
    if (score > most - 1e-9) best.push_back(holder);
    most = std::max(most, score);
  }
  for (std::size_t holder : best) {
    const Name& name = names_[holder];
    if (name.fund >= 0) {
      auto index = static_cast<std::size_t>(name.fund);
      if (std::find(named.funds.begin(), named.funds.end(), index) == named.funds.end()) named.funds.push_back(index);
    } else if (std::find(named.portfolio.begin(), named.portfolio.end(), name.portfolio) == named.portfolio.end()) {
      named.portfolio.push_back(name.portfolio);
    }
  }
  return !best.empty();
}

std::vector<AnswerBasis::FoundPassage> AnswerBasis::passages(std::string_view question, std::size_t most) const {
  std::vector<FoundPassage> found;
  for (const retrieval::Hit& hit : index_.search(question, most))
    found.push_back({passages_[hit.passage], hit.coverage});
  return found;
}

std::string AnswerBasis::singular(std::string_view word) {
  std::string one(word);
  if (auto at = one.find("iza"); at != std::string::npos && one.find("ization", at) == at) one[at + 1] = 's';
  if (one.size() > 4 && one.ends_with("ies")) {
    one.replace(one.size() - 3, 3, "y");
  } else if (one.size() > 3 && one.ends_with('s') && !one.ends_with("ss")) {
    one.pop_back();
  }
  return one;
}

}  // namespace dossier::funds
