#include "funds/questions/question_senses.h"

#include "funds/questions/question_asides.h"
#include "funds/questions/question_small_words.h"
#include "funds/questions/question_vocabulary.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace dossier::funds {
namespace {

using WordSet = std::unordered_set<std::string_view>;
using Match = reading::PhraseTable<Term>::Match;

bool is_modal(std::string_view text) {
  static const WordSet words = {"can", "could", "may", "might", "able", "entitled", "allowed", "free"};
  return words.contains(text);
}

bool asks_for_capital(std::string_view text) {
  static const WordSet words = {"call",    "called",    "draw",    "drawn",    "ask",      "asked",
                                "request", "requested", "demand",  "demanded", "require",  "required",
                                "claim",   "claimed",   "collect", "reclaim",  "reclaimed"};
  return words.contains(text);
}

class Senses {
 public:
  Senses(QuestionWords& words, bool goal) : words_(words), goal_(goal) { match(); }

  void settle() {
    for (std::size_t k = 0; k < words_.size(); ++k) {
      drawn_up(k);
      not_shown(k);
      asks_whether(k);
    }
    match();
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (words_[k].used) continue;
      worth(k);
      wish_to_know(k);
      open_capital(k);
      called_again(k);
      how_often(k);
      per_unit_paid_in(k);
      yes_or_no(k);
      checked_either_way(k);
      date_of_the_report(k);
    }
    match();
    for (std::size_t k = 0; k < matches_.size(); ++k) {
      name_of_a_figure(k);
      stake(k);
      reached(k);
      made_of(k);
    }
  }

 private:
  // What is settled for one word is seen by the next; the phrases are matched again once all words were (a match of a
  // whole long question for each of them would take seconds).
  void reread() { texts_ = free_texts(words_); }
  void match() { matches_ = question_terms().matches(texts_ = free_texts(words_)); }

  bool says(std::size_t at, std::string_view text) const { return at < texts_.size() && texts_[at] == text; }
  bool has(Term term) const {
    return std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) { return match.meaning == term; });
  }
  bool speaks_of_rows() const {
    return std::any_of(matches_.begin(), matches_.end(), [](const Match& match) {
      return kind_of(match.meaning) || match.meaning == Term::any_row || part_words(match.meaning) != nullptr;
    });
  }
  bool speaks_of_figures() const {
    return std::any_of(matches_.begin(), matches_.end(), [](auto& match) { return metric_of(match.meaning); });
  }
  bool any_between(std::size_t from, std::size_t to, const WordSet& wanted) const {
    for (std::size_t k = from; k < std::min(to, texts_.size()); ++k) {
      if (wanted.contains(texts_[k])) return true;
    }
    return false;
  }
  void use(std::size_t from, std::size_t to) {
    for (std::size_t k = from; k < std::min(to, words_.size()); ++k) words_[k].used = true;
  }

  // "How much is the fund worth?"
  void worth(std::size_t at) {
    if (!says(at, "worth") || speaks_of_rows() || speaks_of_figures()) return;
    if (any_between(at > 8 ? at - 8 : 0, at, {"is", "are", "was", "were", "be"})) words_[at].text = "nav";
  }

  // "We need the DPI", "I need to know", "I am missing the NAV": asks; only with a mark it sets a goal.
  void wish_to_know(std::size_t at) {
    static const WordSet verbs = {"need", "needs", "needed", "require", "requires", "missing"};
    static const WordSet known = {"know", "see",   "have", "show",  "report", "tell",       "state",
                                  "get",  "check", "find", "enter", "quote",  "understand", "confirm"};
    if (goal_ || !verbs.contains(texts_[at])) return;
    bool to_know = says(at + 1, "to") && at + 2 < texts_.size() && known.contains(texts_[at + 2]);
    bool thing = at + 1 < texts_.size() && (is_article(texts_[at + 1]) || says(at + 1, "list") || says(at + 1, "all"));
    bool figure = at + 1 < texts_.size() && question_terms().match_at(texts_, at + 1).has_value();
    if (to_know || thing || (figure && !says(at + 1, "to"))) use(at, at + 1);
  }

  // "What could the GP still have called from us", "how much of it is not yet funded".
  void open_capital(std::size_t at) {
    static const WordSet still = {"still", "further", "yet", "more", "left", "else"};
    static const WordSet back = {"back", "again"};
    std::size_t from = at > 7 ? at - 7 : 0;
    bool of_us = any_between(at, at + 4, {"us", "lps", "investors"});  // "how much can they call from us"
    bool may = asks_for_capital(texts_[at]) && modal_before(at) && (of_us || any_between(from, at + 4, still));
    if (may && !any_between(at, at + 3, back) && !covered(at, Term::unfunded)) {
      words_[at].text = "unfunded";
      for (std::size_t k = from; k < at; ++k) words_[k].used = words_[k].used || still.contains(texts_[k]);
      return;
    }
    static const WordSet steps = {"yet", "been", "so", "far"};
    static const WordSet done = {"funded", "called", "drawn", "requested", "used", "contributed"};
    if (!says(at, "not") || !has(Term::commitment) || covered(at, Term::unfunded)) return;
    std::size_t verb = at + 1;
    while (verb < texts_.size() && steps.contains(texts_[verb])) ++verb;
    if (verb >= texts_.size() || !done.contains(texts_[verb])) return;
    words_[at].text = "unfunded";
    use(at + 1, verb + 1);
    reread();
  }

  // "May be drawn again", "can be called back a second time".
  void called_again(std::size_t at) {
    static const WordSet again = {"again", "back"};
    if (!asks_for_capital(texts_[at]) || !modal_before(at) || at + 1 >= texts_.size()) return;
    if (!again.contains(texts_[at + 1]) && !(at + 2 < texts_.size() && again.contains(texts_[at + 2]))) return;
    if (covered(at, Term::recallable) || covered(at, Term::not_recallable)) return;
    bool never = any_between(at > 4 ? at - 4 : 0, at, {"not", "never", "no"});
    words_[at].text = never ? "unrecallable" : "recallable";
    std::size_t from = at;
    while (from > 0 && !is_modal(texts_[from])) --from;
    use(from, at);
    use(at + 1, again.contains(texts_[at + 1]) ? at + 2 : at + 3);
    reread();
  }

  bool modal_before(std::size_t at) const {
    for (std::size_t k = at; k > 0 && at - k < 6; --k) {
      if (is_modal(texts_[k - 1]) && !says(k, "you")) return true;  // "could you" asks politely
    }
    return false;
  }
  bool covered(std::size_t at, Term term) const {
    return std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
      return match.meaning == term && match.at <= at && at < match.at + match.length;
    });
  }

  // "How often did the fund call capital?" counts; "how often on average" asks for the time between.
  void how_often(std::size_t at) {
    if (!says(at, "how") || !says(at + 1, "often") || has(Term::average) || !speaks_of_rows()) return;
    words_[at + 1].text = "many";
  }

  // "How much came back per dollar paid in", "what multiple of the paid-in capital was returned": the DPI.
  void per_unit_paid_in(std::size_t at) {
    static const WordSet units = {"dollar", "dollars", "euro", "euros", "pound", "pounds",
                                  "franc",  "unit",    "usd",  "eur",   "gbp"};
    static const WordSet each = {"per", "every", "each"};
    bool unit = each.contains(texts_[at]) && at + 1 < words_.size() && units.contains(words_[at + 1].text);
    bool of_money = any_between(at + 2, at + 5, {"money", "capital", "investment", "outlay"});
    bool multiple = says(at, "multiple") && says(at + 1, "of") && (has(Term::pic) || of_money);
    bool came_back = has(Term::distribution) || has(Term::returned);
    if ((!unit && !multiple) || !came_back || has(Term::dpi) || made_dpi_) return;
    words_[at].text = "dpi";
    made_dpi_ = true;
    if (unit) use(at + 1, at + 2);
    if (multiple) use(at + 1, at + 2);
    for (const Match& match : matches_) {
      bool said = match.meaning == Term::distribution || match.meaning == Term::returned ||
                  match.meaning == Term::pic || match.meaning == Term::call || match.meaning == Term::how_much;
      if (said && match.at != at) use(match.at, match.at + match.length);
    }
    reread();
  }

  // "For whom was the statement drawn up?" draws no capital.
  void drawn_up(std::size_t at) {
    static const WordSet papers = {"report", "statement", "document", "paper", "sheet", "accounts", "notice", "note"};
    if (says(at, "drawn") && says(at + 1, "up") && any_between(0, texts_.size(), papers)) {
      use(at, at + 2);
      reread();
    }
  }

  // "The report doesn't show an IRR. Can you derive it?" negates nothing that is asked.
  void not_shown(std::size_t at) {
    static const WordSet shows = {"show",    "give",    "state", "print", "report", "mention", "list",
                                  "contain", "include", "say",   "shown", "given",  "stated",  "printed"};
    static const WordSet papers = {"report", "statement", "document", "sheet", "pdf", "it", "they", "manager", "gp"};
    bool showing = says(at, "not") && at + 1 < texts_.size() && shows.contains(texts_[at + 1]);
    if (!showing || !any_between(at > 4 ? at - 4 : 0, at, papers) || speaks_of_rows()) return;
    use(at, at + 2);
    reread();
  }

  // "Check whether anything was called" asks; what agrees with what is said in other words.
  void asks_whether(std::size_t at) {
    static const WordSet verbs = {"check", "verify", "confirm", "clarify"};
    static const WordSet questions = {"whether", "if", "how", "what", "which", "when"};
    if (!verbs.contains(texts_[at]) || at + 1 >= texts_.size() || !questions.contains(texts_[at + 1])) return;
    use(at, at + 1);
    reread();
  }

  // "..., and if not by how much", "why can the TVPI not be confirmed": a check is asked for either way.
  void checked_either_way(std::size_t at) {
    if (!says(at, "not") || !has(Term::check)) return;
    bool check_follows = std::any_of(matches_.begin(), matches_.end(), [&](const Match& match) {
      return match.meaning == Term::check && match.at > at && match.at < at + 6;
    });
    const bool if_not = at > 0 && says(at - 1, "if");
    if (check_follows || if_not) use(if_not ? at - 1 : at, at + 1);
  }

  // "... - yes or no?"
  void yes_or_no(std::size_t at) {
    if (!says(at, "yes")) return;
    std::size_t no = says(at + 1, "or") ? at + 2 : at + 1;
    if (says(no, "no")) use(at, no + 1);
  }

  // "What date does the report bear?", "the statement is dated when?"
  void date_of_the_report(std::size_t at) {
    static const WordSet papers = {"report", "statement", "document"};
    static const WordSet linked = {"dated", "bear", "bears", "carry", "carries", "drawn"};
    bool dates = says(at, "dated") || says(at, "date");
    if (!dates || speaks_of_rows() || speaks_of_figures() || has(Term::report_date)) return;
    if (!any_between(0, texts_.size(), papers)) return;
    words_[at].text = "stichtag";
    for (std::size_t k = 0; k < words_.size(); ++k) {
      bool asks = k + 1 == words_.size() && texts_[k] == "when";
      words_[k].used = words_[k].used || linked.contains(texts_[k]) || asks || (k + 1 == at && texts_[k] == "which");
    }
  }

  // "RVPI multiple", "DPI ratio": the second word only says what the first is.
  void name_of_a_figure(std::size_t k) {
    if (k == 0) return;
    const Match& one = matches_[k - 1];
    const Match& next = matches_[k];
    auto metric = metric_of(one.meaning);
    bool ratio = metric && unit_of(*metric) != Unit::money;
    bool sort = says(next.at, "multiple") || says(next.at, "ratio") || says(next.at, "percentage");
    if (ratio && sort && next.length == 1 && next.at == one.at + one.length) use(next.at, next.at + 1);
  }

  // "The largest drawdown of our stake": names the fund where something else is asked.
  void stake(std::size_t k) {
    const Match& match = matches_[k];
    const std::string& last = texts_[match.at + match.length - 1];
    if (match.meaning != Term::nav || (last != "stake" && last != "stakes")) return;
    bool other = std::any_of(matches_.begin(), matches_.end(), [](const Match& match) {
      bool figure = metric_of(match.meaning) && match.meaning != Term::nav;
      return figure || kind_of(match.meaning) || match.meaning == Term::any_row || match.meaning == Term::exit;
    });
    if (other) use(match.at, match.at + match.length);
  }

  // "What DPI had the fund reached by 2021" asks for the figure of the day: nothing is said that it should pass.
  void reached(std::size_t k) {
    static const WordSet openings = {"what", "where", "tell", "which", "how", "could", "please", "can"};
    const Match& match = matches_[k];
    bool asks = openings.contains(texts_[0]) && !has(Term::when) && !has(Term::which_period) && !has(Term::needed);
    if (match.meaning == Term::passed && !goal_ && asks && speaks_of_figures() && !speaks_of_rows())
      use(match.at, match.at + match.length);
  }

  // "What part of the distributions consists of gains", "which payments count as income": rows, no definition.
  void made_of(std::size_t k) {
    const Match& match = matches_[k];
    const std::string& verb = texts_[match.at];
    bool made = verb.starts_with("consist") || verb.starts_with("count");
    bool wanted = has(Term::share) || has(Term::list) || has(Term::which) || has(Term::how_much) || has(Term::sum);
    if (match.meaning == Term::definition && made && wanted && speaks_of_rows()) use(match.at, match.at + match.length);
  }

  QuestionWords& words_;
  bool goal_;
  bool made_dpi_ = false;  // whether per_unit_paid_in() found the DPI
  std::vector<std::string> texts_;
  std::vector<Match> matches_;
};

}  // namespace

void settle_senses(QuestionWords& words, bool goal) {
  take_asides(words);
  if (!words.empty()) Senses(words, goal).settle();
}

}  // namespace dossier::funds
