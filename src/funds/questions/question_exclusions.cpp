#include "funds/questions/question_passes.h"
#include "funds/questions/question_row_words.h"
#include "funds/questions/question_small_words.h"
#include "funds/questions/question_time_spans.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace dossier::funds {
namespace {

// "Other than gains", "excluding call 3": what follows stays out.
const reading::PhraseTable<bool>& exclusions() {
  static const reading::PhraseTable<bool> table = {
      {true, {"excluding",  "exclude",       "excludes",   "excluded", "excl",        "except",   "except for",
              "other than", "apart from",    "aside from", "without",  "without the", "ignoring", "leaving out",
              "leave out",  "not counting",  "ex",         "skipping", "but skip",    "less the", "not including",
              "but not",    "stripping out", "net of the", "ohne",     "ausser",      "hors",     "sans",
              "sauf"}},
      {false, {"not", "not for", "not from", "nicht", "pas"}}};
  return table;
}

class Exclusions {
 public:
  Exclusions(const AnswerBasis& basis, QuestionWords& words, Plan& plan) : basis_(basis), words_(words), plan_(plan) {}

  // What is left out: parts, words and kinds of rows from `at` on, up to the first word that is none.
  void take() {
    auto texts = free_texts(words_);
    pass_over_corrections(texts);
    texts = free_texts(words_);
    for (std::size_t at = 0; at < words_.size(); ++at) {
      auto match = exclusions().match_at(texts, at);
      auto term = question_terms().match_at(texts, at);  // "not yet called" is the unfunded commitment
      if (!match || (term && term->length > match->length)) continue;
      RowChoice out;
      std::size_t end = take_left_out(texts, at + match->length, match->meaning, out);
      if (!out.narrowed() && out.kinds.empty()) continue;
      settle_corrected_kind(out);
      end = take_time(end, out);
      for (std::size_t k = at; k < end; ++k) words_[k].used = true;
      plan_.rows.without.push_back(std::move(out));
    }
  }

 private:
  // "After the equalisation refund", "net of rebalancing": paid-in capital and the multiples are so as they are.
  void pass_over_corrections(const std::vector<std::string>& texts) {
    auto matches = question_terms().matches(texts);
    bool net_anyway = std::any_of(matches.begin(), matches.end(), [](const auto& match) {
      return match.meaning == Term::pic || match.meaning == Term::dpi || match.meaning == Term::tvpi ||
             match.meaning == Term::called_share || match.meaning == Term::rvpi || match.meaning == Term::irr;
    });
    for (std::size_t at = 0; at < texts.size() && net_anyway; ++at) {
      bool net_of = texts[at] == "net" && at + 1 < texts.size() && texts[at + 1] == "of";
      if (!net_of && texts[at] != "after") continue;
      std::size_t from = at + (net_of ? 2 : 1);
      for (std::size_t k = from; k < std::min(texts.size(), from + 4); ++k) {
        auto term = question_terms().match_at(texts, k);
        bool small = is_article(texts[k]) || texts[k] == "any" || texts[k] == "all" || basis_.in_some_row(texts[k]);
        if (!term && small) continue;
        bool correction =
            term && (term->meaning == Term::fee || term->meaning == Term::expense ||
                     term->meaning == Term::adjustment || term->meaning == Term::refund ||
                     term->meaning == Term::rebalance_of_call || term->meaning == Term::rebalance_of_distribution);
        for (std::size_t used = at; correction && used < k + term->length; ++used) words_[used].used = true;
        break;
      }
    }
  }

  // `far`: "excluding" reaches over small words and lists, "not" only to what directly follows.
  std::size_t take_left_out(const std::vector<std::string>& texts, std::size_t at, bool far, RowChoice& out) {
    std::size_t end = at, part = words_.size(), gap = 0;
    for (; at < words_.size() && gap <= (far ? 4u : 1u); ++at) {
      if (at > end && words_[at - 1].pause && !far) break;
      auto term = question_terms().match_at(texts, at);
      if (term && words_[at].text.starts_with("reversal") && !plan_.rows.negative) {
        out.negative = true;  // a reversed call is a call below nil
        at += term->length - 1;
      } else if (term && names_one_correction(*term, at)) {
        std::vector<std::string> name;
        for (std::size_t k = at; k < at + term->length; ++k) name.push_back(AnswerBasis::singular(words_[k].text));
        out.words.push_back(std::move(name));
        at += term->length - 1;
      } else if (term && take_left_out(term->meaning, at, part, out)) {
        part = at;
        at += term->length - 1;
      } else if (std::erase(plan_.rows.numbers, words_[at].ordinal().value_or(-1)) > 0) {
        out.numbers.push_back(*words_[at].ordinal());
      } else if (!term && names_rows(basis_, words_, at)) {
        std::size_t run = at;
        while (run < words_.size() && !question_terms().match_at(texts, run) && names_rows(basis_, words_, run)) ++run;
        take_row_words(basis_, words_, at, run, out);
        at = run - 1;
      } else if (term || words_[at].used || !plain_words().contains(words_[at].text)) {
        break;
      } else {
        ++gap;
        continue;
      }
      end = at + 1;
      gap = 0;
    }
    return end;
  }

  // "The true-up", "the reversal": where rows call themselves so, those and not all adjustments.
  bool names_one_correction(const reading::PhraseTable<Term>::Match& term, std::size_t at) const {
    const std::string& last = words_[at + term.length - 1].text;
    if (term.meaning != Term::adjustment || at == 0 || words_[at - 1].text != "the" || last.ends_with('s'))
      return false;
    for (std::size_t k = at; k < at + term.length; ++k) {
      if (words_[k].text.starts_with("adjust") || !basis_.in_some_row(words_[k].text)) return false;
    }
    return true;
  }

  // Rows without some of a time are told by one choice of rows; a figure without them needs their time apart.
  bool names_metric() const {
    auto matches = question_terms().matches(all_texts(words_));
    return std::any_of(matches.begin(), matches.end(),
                       [](const auto& match) { return metric_of(match.meaning).has_value(); });
  }

  // "The correction of distribution": one kind of adjustments, not all distributions.
  static void settle_corrected_kind(RowChoice& out) {
    if (out.kinds.size() != 2 || out.kinds[0] != RowKind::adjustment) return;
    out.corrects = out.kinds[1];
    out.kinds = {RowKind::adjustment};
  }

  // "... of 25 April 2022" behind what is left out is its time and not that of the question. Returns where it ends.
  std::size_t take_time(std::size_t at, RowChoice& out) {
    std::size_t time = at;
    static const std::unordered_set<std::string_view> links = {"of",   "on",  "in",    "from",   "dated",
                                                               "made", "vom", "du",    "booked", "paid",
                                                               "that", "was", "which", "were",   "the"};
    while (time < words_.size() && links.contains(words_[time].text)) ++time;
    if (time == at || time >= words_.size() || !words_[time].used) return at;
    std::optional<DateRange> range;
    if (words_[time].date) range = days_of(words_[time]);
    if (auto year = words_[time].year()) range = whole_year(*year);
    auto& periods = plan_.rows.periods;
    if (!range || !names_metric()) return at;
    if (periods.as_of == range->to) periods.as_of.reset();
    std::erase(periods.ranges, *range);
    out.periods.ranges = {*range};
    return time + 1;
  }

  bool take_left_out(Term term, std::size_t at, std::size_t before, RowChoice& out) const {
    if (part_words(term) != nullptr) {
      add_alternative(out.parts, term, before < at && joined_by_and(words_, before, at));
      return true;
    }
    if (term == Term::recallable || term == Term::not_recallable) {
      out.recallable = term == Term::recallable;
      return true;
    }
    if (auto kind = kind_of(term)) {
      if (std::find(out.kinds.begin(), out.kinds.end(), *kind) == out.kinds.end()) out.kinds.push_back(*kind);
      return true;
    }
    return false;
  }

  const AnswerBasis& basis_;
  QuestionWords& words_;
  Plan& plan_;
};

}  // namespace

void take_exclusions(const AnswerBasis& basis, QuestionWords& words, Plan& plan) {
  Exclusions(basis, words, plan).take();
}

}  // namespace dossier::funds
