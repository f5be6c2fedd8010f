#pragma once

#include "funds/ledger/analysis.h"
#include "funds/questions/question_words.h"
#include "retrieval/lexical_index.h"

#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dossier::funds {

// One row of a portfolio table: which document, which row.
struct PortfolioIndex {
  std::size_t document = 0, row = 0;
  bool operator==(const PortfolioIndex&) const = default;
};

// Funds a question names.
struct NamedFunds {
  std::vector<std::size_t> funds;         // indices into Analysis::funds
  std::vector<PortfolioIndex> portfolio;  // rows of portfolio tables that fit the name best

  std::string stranger = {};  // a kin of a loaded fund that is not loaded itself: "Bluewater V"

  bool empty() const { return funds.empty() && portfolio.empty(); }
};

// What answers may draw on: an analysis with its words made findable. Refers to the analysis, which outlives it; built
// once for a conversation, then read only.
class AnswerBasis {
 public:
  explicit AnswerBasis(const Analysis& analysis);

  const Analysis& analysis() const { return analysis_; }
  const FundAnalysis& fund(std::size_t index) const { return analysis_.funds[index]; }
  const PortfolioRow& portfolio_row(PortfolioIndex index) const;
  // The date of the newest report or row: what "last year" is reckoned from.
  Date reference() const { return reference_; }

  // Words that stand somewhere in the documents, and so are no slips of the pen.
  const std::unordered_set<std::string>& known_words() const { return known_words_; }

  // Takes the funds a question names and marks their words used. A name is recognised by a word that is its own
  // ("Bluewater"), also with a slip of the pen; what else of the name follows or precedes decides between kin
  // ("Tech Ventures II" and "III").
  NamedFunds take_fund_names(QuestionWords& words) const;

  // The folded words of a row's type and description.
  const std::vector<std::string>& words_of_row(std::size_t fund, std::size_t row) const {
    return row_words_[fund][row];
  }
  // The same for a name said short after `before` was spoken of: "and their European Fund III?" is a fund of the same
  // house. Nothing when no word tells it from those.
  NamedFunds take_kin_names(QuestionWords& words, const NamedFunds& before) const;

  // Whether any row of any fund has `word` in its type or description, in the singular or plural.
  bool in_some_row(std::string_view word) const { return row_vocabulary_.contains(singular(word)); }

  // Whether the name of a loaded fund holds `word`.
  bool names_a_fund(std::string_view word) const;

  // Whether some row's description begins with a reference ("HB3-05").
  bool calls_a_row(std::string_view reference) const;

  // Whether one row holds both words.
  bool in_one_row(std::string_view one, std::string_view other) const;

  struct FoundPassage {
    const Passage* passage;
    double coverage;
  };
  const std::vector<const Passage*>& all_passages() const { return passages_; }
  // The best passages for `question` (content words are enough), best first.
  std::vector<FoundPassage> passages(std::string_view question, std::size_t most) const;

  // "dividends" -> "dividend". Crude on purpose: both sides of a comparison go through it.
  static std::string singular(std::string_view word);

 private:
  struct Name {
    std::unordered_set<std::string> tokens;
    bool shared_only = false;  // "Tech Ventures III": takes two of its words to be named
    int fund = -1;
    PortfolioIndex portfolio = {};
  };
  void index_rows();
  void index_passages();
  void add_name(const std::string& text, Name name);
  std::string own_word(const QuestionWord& word) const;
  // "CalPERS" of a table that CalPERS publishes: by itself no fund of it, though some bear its name.
  bool owns_the_table(const std::string& word) const;
  bool choose_best(const std::vector<std::string>& run, NamedFunds& named) const;

  const Analysis& analysis_;
  Date reference_;
  std::unordered_set<std::string> known_words_;
  std::vector<std::vector<std::vector<std::string>>> row_words_;
  std::unordered_set<std::string> row_vocabulary_;
  std::vector<Name> names_;
  std::unordered_map<std::string, std::vector<std::size_t>> names_by_own_word_;
  retrieval::LexicalIndex index_;
  std::vector<const Passage*> passages_;
};

}  // namespace dossier::funds
