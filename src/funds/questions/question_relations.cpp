#include "funds/questions/question_passes.h"
#include "funds/questions/question_small_words.h"

#include <algorithm>
#include <cctype>
#include <string_view>
#include <unordered_set>

namespace dossier::funds {
namespace {

// What words say by how they stand to each other, once all of them are taken.
class Relations {
 public:
  Relations(const AnswerBasis& basis, QuestionWords& words, Plan& plan) : basis_(basis), words_(words), plan_(plan) {}

  void note() {
    note_direction();
    note_corrected_kind();
    note_rows_as_they_were();
    note_all_but_the_kind();
    note_extreme_period();
    note_choice_of_fund();
    note_funds_added();
    note_day_of_the_report();
  }

 private:
  // "What was refunded to us": corrections that paid the investors, whatever word the rows have for it.
  void note_direction() {
    bool got = std::any_of(plan_.terms.begin(), plan_.terms.end(), [](const SaidTerm& said) {
      return said.term == Term::distribution && said.spelled.find("distribut") == std::string::npos;
    });
    if (plan_.rows.mentions(Term::refund) && got && plan_.rows.kinds == std::vector{RowKind::distribution}) {
      plan_.rows.kinds = {RowKind::adjustment};  // "which refunds did we get"
      plan_.rows.to_investors = true;
      plan_.rows.parts.clear();
      return;
    }
    bool given_back = plan_.rows.mentions(Term::refund) || (plan_.has(Term::returned) && plan_.metrics.empty());
    if (!given_back || !plan_.rows.kinds.empty()) return;
    static const std::unordered_set<std::string_view> investors = {"us", "lps", "investors", "partners"};
    for (std::size_t k = 0; k + 1 < words_.size(); ++k) {
      std::size_t who = k + 1 + (is_article(words_[k + 1].text) && k + 2 < words_.size() ? 1 : 0);
      bool to = words_[k].text == "to", by = words_[k].text == "by";
      if ((!to && !by) || !investors.contains(words_[who].text)) continue;
      if (to && plan_.has(Term::returned)) continue;  // distributions
      plan_.said.reset(static_cast<std::size_t>(Term::returned));
      plan_.rows.to_investors = to;
      plan_.rows.parts.clear();
      plan_.rows.kinds = {RowKind::adjustment};
    }
  }

  // "Adjustments made to distributions": corrections of that kind, and not both kinds of rows.
  void note_corrected_kind() {
    auto& kinds = plan_.rows.kinds;
    if (kinds.size() != 2 || kinds[0] != RowKind::adjustment) return;
    static const std::unordered_set<std::string_view> links = {"to", "of", "on", "for", "zu", "zum", "von", "an"};
    auto texts = all_texts(words_);
    for (std::size_t k = 1; k < words_.size(); ++k) {
      auto term = question_terms().match_at(texts, k);
      std::size_t before = k - 1 - (is_article(words_[k - 1].text) && k > 1 ? 1 : 0);
      if (!term || kind_of(term->meaning) != kinds[1] || !links.contains(words_[before].text)) continue;
      plan_.rows.corrects = kinds[1];
      kinds = {RowKind::adjustment};
      return;
    }
  }

  // "The gains, rebalancing left aside": rows are as they were before any correction.
  void note_rows_as_they_were() {
    RowChoice& rows = plan_.rows;
    bool corrections = rows.without.size() == 1 && !rows.without[0].narrowed() &&
                       rows.without[0].kinds == std::vector{RowKind::adjustment};
    bool others = !rows.kinds.empty() || !rows.parts.empty();
    bool adjusts = std::find(rows.kinds.begin(), rows.kinds.end(), RowKind::adjustment) != rows.kinds.end();
    if (!corrections || !others || adjusts || !plan_.metrics.empty()) return;
    rows.without.clear();
    plan_.said.set(static_cast<std::size_t>(Term::gross));
  }

  // "What did we pay in apart from capital calls?": the corrections that went the same way.
  void note_all_but_the_kind() {
    RowChoice& rows = plan_.rows;
    if (rows.kinds.size() != 1 || rows.without.size() != 1 || rows.without[0].narrowed()) return;
    if (rows.without[0].kinds != rows.kinds || rows.kinds[0] == RowKind::adjustment) return;
    rows.to_investors = rows.kinds[0] == RowKind::distribution;
    rows.kinds = {RowKind::adjustment};
    rows.without.clear();
  }

  // "Largest year for calls" asks for the year; the "first year" is a time that nobody has counted from.
  void note_extreme_period() {
    static const std::unordered_set<std::string_view> units = {"year", "quarter", "month"};
    auto texts = all_texts(words_);
    for (std::size_t k = 0; k + 1 < words_.size(); ++k) {
      auto match = question_terms().match_at(texts, k);
      auto measure = match ? measure_of(match->meaning) : std::nullopt;
      std::size_t unit = k + (match ? match->length : 0);
      if (!measure || unit >= words_.size() || !units.contains(words_[unit].text) || words_[unit].used) continue;
      if (*measure == Measure::largest || *measure == Measure::smallest) {
        plan_.said.set(static_cast<std::size_t>(Term::which_period));
        plan_.terms.push_back({Term::which_period, words_[unit].text});
      } else if (*measure != Measure::average && *measure != Measure::sum) {
        plan_.unexplained.push_back(words_[k].spelled + " " + words_[unit].spelled);
        plan_.unexplained_weighs = true;
      }
    }
  }

  // "Which of the two called more?"
  void note_choice_of_fund() {
    static const std::unordered_set<std::string_view> verbs = {"has", "have", "had", "is", "was", "did"};
    bool which_has =
        words_.size() > 2 && (words_[0].text == "which" || words_[0].text == "who") && verbs.contains(words_[1].text);
    if (which_has && basis_.analysis().funds.size() > 1 &&
        plan_.has_any({Term::higher, Term::lower, Term::largest, Term::smallest}))
      plan_.said.set(static_cast<std::size_t>(Term::which_fund));
    bool who_more =
        !words_.empty() && words_[0].text == "who" && plan_.has_any({Term::higher, Term::lower, Term::largest});
    if (who_more && basis_.analysis().funds.size() > 1) plan_.said.set(static_cast<std::size_t>(Term::which_fund));
    // "Which of these has paid out the most?"; "which of these are recallable" speaks of rows.
    static const std::unordered_set<std::string_view> done = {"has",  "have",   "had",     "did",
                                                              "paid", "called", "returned"};
    bool of_these = words_.size() > 4 && words_[0].text == "which" && words_[1].text == "of" &&
                    (words_[2].text == "these" || words_[2].text == "those" || words_[2].text == "them") &&
                    done.contains(words_[3].text);
    if (of_these && basis_.analysis().funds.size() > 1 && plan_.has_any({Term::largest, Term::smallest}))
      plan_.said.set(static_cast<std::size_t>(Term::which_fund));
    // "Most drawn fund, in % of commitment".
    bool extreme = plan_.has_any({Term::largest, Term::smallest}) && basis_.analysis().funds.size() > 1;
    for (std::size_t k = 1; extreme && k < words_.size(); ++k) {
      bool of_fund = words_[k].text == "fund" && words_[k - 1].used && (words_[k].pause || k + 1 == words_.size());
      if (of_fund) plan_.said.set(static_cast<std::size_t>(Term::which_fund));
    }
    // "DPI: Harbor or Quillon?"
    bool either = plan_.named.funds.size() == 2 && !plan_.metrics.empty() &&
                  std::any_of(words_.begin(), words_.end(), [](const QuestionWord& word) {
                    return word.text == "or" || word.text == "oder" || word.text == "ou";
                  });
    if (either) plan_.said.set(static_cast<std::size_t>(Term::which_fund));
    // "Difference in DPI between the two?"
    bool apart = plan_.has_any({Term::difference, Term::compare, Term::higher, Term::lower});
    for (std::size_t k = 1; k < words_.size(); ++k) {
      bool two = words_[k].number && words_[k].ordinal() == 2 && words_[k - 1].text == "the" && !words_[k].used;
      bool alone = k + 1 == words_.size() || words_[k + 1].text == "funds";
      if (!two || !alone || !apart || basis_.analysis().funds.size() != 2 || plan_.metrics.empty()) continue;
      plan_.said.set(static_cast<std::size_t>(Term::which_fund));
      words_[k].used = true;
    }
    note_across_funds();
    for (std::size_t k = 0; k + 2 < words_.size(); ++k) {
      bool choice = words_[k].text == "which" && (words_[k + 1].text == "of" || words_[k + 1].text == "one");
      bool two = k + 3 < words_.size() && words_[k + 3].number && !words_[k + 3].used;
      if (choice && two && basis_.analysis().funds.size() > 1) {
        plan_.said.set(static_cast<std::size_t>(Term::which_fund));
        words_[k + 3].used = true;
      }
    }
  }

  // "Total capital called, Alpha plus Atlas": the funds are added, where there is but one figure to add.
  void note_funds_added() {
    bool one_figure = plan_.metrics.size() + plan_.rows.kinds.size() == 1 && plan_.rows.parts.empty();
    if (plan_.named.funds.size() < 2 || !plan_.has(Term::plus) || !one_figure) return;
    auto is_plus = [](const SaidTerm& said) { return said.term == Term::plus; };
    std::replace_if(plan_.terms.begin(), plan_.terms.end(), is_plus, SaidTerm{Term::pooled, "plus"});
    plan_.said.reset(static_cast<std::size_t>(Term::plus));
    plan_.said.set(static_cast<std::size_t>(Term::pooled));
  }

  // "Calls on the report date": those of that day, where no total as of it is asked for.
  void note_day_of_the_report() {
    bool rows = !plan_.rows.kinds.empty() || plan_.has(Term::any_row);
    bool states = !plan_.metrics.empty() || !plan_.rows.periods.empty() || plan_.has_any({Term::sum, Term::cumulative});
    bool one = basis_.analysis().funds.size() == 1 || plan_.named.funds.size() == 1;
    if (!plan_.has(Term::report_date) || !rows || states || !one) return;
    auto matches = question_terms().matches(all_texts(words_));
    for (const auto& match : matches) {
      std::size_t before = match.at;
      while (before > 0 && is_article(words_[before - 1].text)) --before;
      bool on = before > 0 && (words_[before - 1].text == "on" || words_[before - 1].text == "am");
      auto day = basis_.fund(plan_.named.funds.empty() ? 0 : plan_.named.funds[0]).metrics.as_of;
      if (match.meaning == Term::report_date && on && day) plan_.rows.periods.ranges = {{*day, *day}};
    }
  }

  // "Across those three funds", "our stakes in the two funds".
  void note_across_funds() {
    for (std::size_t k = 1; k < words_.size(); ++k) {
      const QuestionWord& count = words_[k - 1];
      bool in_letters =
          count.number && !count.spelled.empty() && std::isalpha(static_cast<unsigned char>(count.spelled[0])) != 0;
      bool all = in_letters && count.ordinal() == static_cast<int>(basis_.analysis().funds.size());
      if (all && words_[k].text == "funds") plan_.said.set(static_cast<std::size_t>(Term::both));
    }
    for (std::size_t k = 0; k + 1 < words_.size(); ++k) {
      if (words_[k].text != "across" || words_[k].used) continue;
      std::size_t end = std::min(words_.size(), k + 5);
      bool funds = std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(k),
                               words_.begin() + static_cast<std::ptrdiff_t>(end),
                               [](const QuestionWord& word) { return word.text == "funds"; });
      if (!funds) continue;
      words_[k].used = true;
      plan_.said.set(static_cast<std::size_t>(Term::both));
    }
  }

  const AnswerBasis& basis_;
  QuestionWords& words_;
  Plan& plan_;
};

}  // namespace

void note_relations(const AnswerBasis& basis, QuestionWords& words, Plan& plan) {
  Relations(basis, words, plan).note();
}

void note_bare_term(const QuestionWords& words, Plan& plan) {
  if (words.size() < 3 || words[0].text != "what" ||
      (words[1].text != "is" && words[1].text != "are" && words[1].text != "s"))
    return;
  plan.bare_term =
      plan.metrics.size() == 1 && plan.said.count() == 1 && plan.named.empty() &&
      std::all_of(words.begin() + 2, words.end(), [](const QuestionWord& word) {
        static const std::unordered_set<std::string_view> ones_own = {"our", "my", "their", "left", "still"};
        return word.used && !word.text.empty() && !ones_own.contains(word.text);
      });
}

}  // namespace dossier::funds
