#include "funds/questions/question_weight.h"

#include "funds/questions/question_small_words.h"
#include "funds/questions/question_telling_words.h"
#include "funds/questions/question_vocabulary.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>

namespace dossier::funds {
namespace {

using WordSet = std::unordered_set<std::string_view>;

// Words that turn, bound, compare, reckon or suppose, whatever stands beside them.
bool binds(std::string_view text) {
  static const WordSet words = {
      // negation and exclusion
      "not", "no", "never", "none", "nor", "neither", "cannot", "nothing", "nobody", "without", "lacking", "except",
      "excepting", "excluding", "exclude", "excludes", "excluded", "exclusive", "bar", "barring", "omit", "omits",
      "omitted", "omitting", "drop", "drops", "dropped", "dropping", "strip", "stripped", "stripping", "skip",
      "skipped", "skipping", "ignore", "ignored", "ignoring", "disregard", "disregarding", "besides", "apart", "aside",
      "other", "others", "another", "otherwise", "rather", "instead", "unless",
      // bounds
      "before", "after", "since", "until", "till", "between", "than", "next", "prior", "previous", "previously",
      "following", "beyond", "ago", "within", "exceed", "exceeds", "exceeding", "earlier", "later", "early", "late",
      "mid",
      // comparison and reckoning
      "versus", "vs", "twice", "double", "doubled", "doubles", "triple", "tripled", "thrice", "halve", "halved", "half",
      "minus", "plus", "divided", "multiplied", "weighted", "annualised", "annualized", "averaged", "discounted",
      "adjusted", "inflation", "relative", "variance", "volatility", "deviation",
      // quantities
      "several", "couple", "dozen", "few", "many", "hundred", "hundreds", "thousand", "thousands", "million",
      "millions", "billion", "billions", "point",
      // supposition
      "suppose", "supposing", "assume", "assuming", "imagine", "hypothetical", "hypothetically", "provided",
      // German and French
      "kein", "keine", "keinen", "nicht", "ohne", "ausser", "vor", "zwischen", "pas", "sans", "hors", "sauf", "avant",
      "apres", "entre"};
  return words.contains(text);
}

bool links(std::string_view text) {
  static const WordSet words = {"from",       "of",         "for",     "to",      "by",    "with",    "about",
                                "regarding",  "concerning", "at",      "on",      "in",    "into",    "per",
                                "during",     "around",     "via",     "through", "under", "against", "across",
                                "mentioning", "over",       "towards", "von",     "de",    "fur",     "aus",
                                "bei",        "pour",       "par",     "chez"};
  return words.contains(text);
}

bool is_auxiliary(std::string_view text) {
  static const WordSet words = {"is",    "are",  "was",    "were",  "be",  "been",  "being", "do",    "does",
                                "did",   "has",  "have",   "had",   "can", "could", "will",  "would", "may",
                                "might", "must", "should", "shall", "get", "got",   "gets"};
  return words.contains(text);
}

bool is_to_be(std::string_view text) {
  static const WordSet words = {"is", "are", "was", "were", "be", "been", "being", "get", "got", "gets", "s"};
  return words.contains(text);
}

// Who acts or speaks: what follows is a verb.
bool is_pronoun(std::string_view text) {
  static const WordSet words = {"i", "we", "you", "they", "it", "he", "she", "lps", "investors", "gp", "ll", "ve"};
  return words.contains(text);
}

// "The size of the largest call", "the level of the DPI": the thing itself.
bool heads_nothing_new(std::string_view text) {
  static const WordSet words = {
      "size",     "sizes",     "magnitude", "volume", "tally", "rundown",   "height", "reading",  "grand",
      "schedule", "log",       "register",  "roster", "run",   "timing",    "print",  "evidence", "case",
      "instance", "instances", "kind",      "sort",   "tune",  "aggregate", "behalf", "basis",    "history",
      "listing",  "overview",  "view",      "terms",  "form",  "name",      "light",  "respect",  "course"};
  return words.contains(text);
}

// "Every single call", "the individual drawdowns": which of them stays the same.
bool narrows_nothing(std::string_view text) {
  static const WordSet words = {"single",   "individual", "separate",   "respective", "historic",       "historical",
                                "past",     "plain",      "pure",       "sheer",      "mere",           "said",
                                "relevant", "different",  "particular", "specific",   "aforementioned", "grand",
                                "booked",   "outright",   "standalone", "resulting",  "corresponding",  "underlying",
                                "straight", "complete",   "present",    "eventual",   "much",           "more",
                                "unaudited"};
  return words.contains(text);
}

// "The DPI for my memo": whom or what an answer is wanted for.
bool is_occasion(std::string_view text) {
  static const WordSet words = {"board",    "committee", "memo",  "deck",      "meeting",     "client",   "auditor",
                                "auditors", "file",      "files", "slide",     "slides",      "paper",    "boss",
                                "cfo",      "ic",        "team",  "colleague", "audit",       "tracker",  "workbook",
                                "summary",  "note",      "notes", "trustees",  "spreadsheet", "database", "books",
                                "purposes", "reference", "pack"};
  return words.contains(text);
}

// "The adjustments with their signs": how rows are to be shown.
bool is_shown_beside(std::string_view text) {
  static const WordSet words = {"sign",      "signs",      "date",        "dates",        "amount",
                                "amounts",   "page",       "pages",       "source",       "sources",
                                "reference", "references", "description", "descriptions", "detail",
                                "details",   "currency",   "purpose",     "purposes"};
  return words.contains(text);
}

// "Which calls were settled in 2021": all of them were.
bool happens_to_all(std::string_view text) {
  static const WordSet words = {
      "wired",   "settled", "booked",    "effected", "processed", "issued",   "remitted",    "credited", "debited",
      "logged",  "noted",   "entered",   "posted",   "disclosed", "executed", "transferred", "shown",    "stated",
      "carried", "raised",  "sent",      "book",     "settle",    "process",  "issue",       "remit",    "credit",
      "post",    "log",     "enter",     "execute",  "face",      "undergo",  "witness",     "contain",  "feature",
      "hold",    "held",    "satisfied", "funded",   "serviced",  "fulfilled"};
  return words.contains(text);
}

// "Held back", "carried forward", "posted late": no longer what happens to all of them.
bool turns_a_verb(std::string_view text) {
  static const WordSet words = {"back", "forward", "forwards", "late", "over", "twice", "again", "elsewhere"};
  return words.contains(text);
}

// Two of the words that no English sentence has.
bool is_german(const QuestionWords& words) {
  static const WordSet german = {"der", "das", "dem",     "den",    "des",     "ein",  "eine", "einen", "einer", "ist",
                                 "im",  "und", "wie",     "welche", "welcher", "wann", "wird", "wurde", "sind",  "hat",
                                 "zum", "zur", "wieviel", "von",    "fur",     "mit",  "nach", "bei",   "aus",   "auf"};
  return std::count_if(words.begin(), words.end(),
                       [](const QuestionWord& word) { return german.contains(word.text); }) > 1;
}

}  // namespace

WordWeights::WordWeights(const QuestionWords& words) : words_(words), subjects_(words.size(), false) {
  note_subjects();
  static const WordSet polite = {"can", "could", "would", "will", "may", "might"};
  yes_or_no_ = !words.empty() && is_auxiliary(words.front().text) && !polite.contains(words.front().text);
  german_ = is_german(words);
}

void WordWeights::note_subjects() {
  for (const auto& match : question_terms().matches(all_texts(words_))) {
    bool rows = kind_of(match.meaning) || match.meaning == Term::any_row || part_words(match.meaning) != nullptr ||
                match.meaning == Term::recallable;
    if (!rows && !metric_of(match.meaning)) continue;
    rows_ = rows_ || rows;
    for (std::size_t k = match.at; k < match.at + match.length; ++k) subjects_[k] = true;
  }
}

bool WordWeights::unknown(std::size_t at) const {
  const QuestionWord& word = words_[at];
  return !word.used && !word.number && !word.date && !plain_words().contains(word.text);
}

bool WordWeights::noun_place(std::size_t at) const {
  if (at == 0 || words_[at - 1].pause) return true;
  const QuestionWord& before = words_[at - 1];
  static const WordSet pointing = {"which", "what", "whose", "all",   "every", "each", "any", "some", "and",
                                   "or",    "this", "that",  "these", "those", "many", "me",  "only"};
  if (before.number || before.date || is_article(before.text) || links(before.text)) return true;
  if (is_pronoun(before.text) || is_auxiliary(before.text)) return false;
  return pointing.contains(before.text) || (before.used && !is_subject(at - 1) && !before.capital) || unknown(at - 1);
}

std::size_t WordWeights::subject_ahead(std::size_t at) const {
  for (std::size_t k = at; k < words_.size() && k < at + 4; ++k) {
    if (is_subject(k)) return k;
    bool passes = is_article(words_[k].text) || words_[k].used || unknown(k) || words_[k].number;
    if (!passes || words_[k].pause) break;
  }
  return words_.size();
}

// "Sizeable distributions", "a frobnicated net DPI": an adjective tells which of them or what of it.
bool WordWeights::qualifies_a_subject(std::size_t at) const {
  if (words_[at].pause || at + 1 >= words_.size() || !noun_place(at) || narrows_nothing(words_[at].text)) return false;
  std::size_t next = at + 1;
  while (next < words_.size() && !is_subject(next) && !words_[next].pause &&
         ((words_[next].used && !links(words_[next].text)) || unknown(next) || words_[next].text == "net" ||
          words_[next].text == "capital" || words_[next].text == "cash"))
    ++next;
  return is_subject(next);
}

// "The volatility of the calls", "a dip in NAV": something else is asked of them.
bool WordWeights::heads_a_subject(std::size_t at) const {
  if (at + 2 >= words_.size() || words_[at].pause || !noun_place(at) || heads_nothing_new(words_[at].text))
    return false;
  const std::string& link = words_[at + 1].text;
  if (link != "of" && link != "in" && link != "de" && link != "von" && link != "on" && link != "to") return false;
  return subject_ahead(at + 2) < words_.size();
}

// "Distributions from zetacorp", "the DPI of the predecessor", "calls during lockdown": which of them.
bool WordWeights::completes_a_subject(std::size_t at) const {
  std::size_t k = at;
  while (k > 0 && (is_article(words_[k - 1].text) || unknown(k - 1)) && !words_[k - 1].pause) --k;
  if (k < 2 || !links(words_[k - 1].text)) return false;
  const std::string& link = words_[k - 1].text;
  if (link == "for" && is_occasion(words_[at].text)) return false;
  if (link == "with" && is_shown_beside(words_[at].text)) return false;
  std::size_t before = k - 2;
  static const WordSet middle = {"made", "paid", "received", "going", "related", "relating", "attributable", "due"};
  while (before > 0 && !is_subject(before) &&
         (middle.contains(words_[before].text) || words_[before].text.ends_with("ed") ||
          words_[before].text == "used" || is_to_be(words_[before].text)))
    --before;
  if (!is_subject(before) || words_[k - 2].pause) return false;
  bool manner = link == "in" && !rows_;  // "the DPI in turns"
  return !manner;
}

// "NAV volatility", "distribution yield": no figure or row but something made of it. After "did" or "does" it is what
// the subject does ("where did the DPI stand").
bool WordWeights::makes_another_noun(std::size_t at) const {
  if (at == 0 || !is_subject(at - 1) || words_[at - 1].pause) return false;
  const std::string& text = words_[at].text;
  if (text.ends_with("ed") || text.ends_with("ly")) return false;
  for (std::size_t k = 0; k + 1 < at; ++k) {
    static const WordSet helping = {"do", "does", "did", "has", "have", "will", "would", "can", "could"};
    bool asks_politely = k + 1 < words_.size() && words_[k + 1].text == "you";
    if (helping.contains(words_[k].text) && !asks_politely) return false;
  }
  return !narrows_nothing(text) && !heads_nothing_new(text);
}

// "How much carry did they take": what is measured or chosen is what is asked.
bool WordWeights::is_the_thing_asked_for(std::size_t at) const {
  static const WordSet measured = {"much", "many"};
  if (at < 2 || heads_nothing_new(words_[at].text) || narrows_nothing(words_[at].text)) return false;
  return measured.contains(words_[at - 1].text) && words_[at - 2].text == "how";
}

// "Calls and zetas", "by year and type".
bool WordWeights::joined_to_a_subject(std::size_t at) const {
  auto joins = [&](std::size_t k) { return words_[k].text == "and" || words_[k].text == "or"; };
  std::size_t first = at;
  while (first > 0 && is_article(words_[first - 1].text)) --first;
  bool after = first > 1 && joins(first - 1) && words_[first - 2].used;
  bool before = at + 2 < words_.size() && noun_place(at) && joins(at + 1) &&
                (is_subject(at + 2) || (is_article(words_[at + 2].text) && is_subject(at + 3)));
  return after || before;
}

// "How many calls were missed?", "calls failed in 2021", "distributions that we disputed", "how many distributions did
// they cancel": what is said of rows chooses among them, and what a question of yes or no claims is what it asks.
bool WordWeights::says_something_of_rows(std::size_t at) const {
  bool turned = at + 1 < words_.size() && !words_[at].pause && turns_a_verb(words_[at + 1].text);
  if (at == 0 || (happens_to_all(words_[at].text) && !turned) || narrows_nothing(words_[at].text) ||
      heads_nothing_new(words_[at].text) || falls_in_a_time(at))
    return false;
  if (yes_or_no_ && !noun_place(at)) return true;
  if (!rows_ || words_[at].text.ends_with("ly")) return false;
  const std::string& before = words_[at - 1].text;
  if (before == "not" || (is_to_be(before) && at > 1 && !is_pronoun(words_[at - 2].text))) return true;
  if (is_subject(at - 1) && !words_[at - 1].pause && words_[at].text.ends_with("ed")) return true;
  std::size_t clause = at - 1;
  if (is_pronoun(before) && clause > 0) --clause;
  static const WordSet relative = {"that", "which", "who"};
  bool of_them = clause < at - 1 && is_subject(clause);
  return of_them || (relative.contains(words_[clause].text) && clause > 0) || acts_on_rows(at);
}

// "Which distributions fell between June 2020 and 2021?"
bool WordWeights::falls_in_a_time(std::size_t at) const {
  static const WordSet falls = {"fell", "fall", "falls", "dropped", "landed"},
                       into = {"in", "on", "between", "within", "into", "during", "after"};
  return falls.contains(words_[at].text) && at + 1 < words_.size() && into.contains(words_[at + 1].text);
}

// "Did they cancel": the verb of a question that "did" or "does" opens, with somebody between who acts.
bool WordWeights::acts_on_rows(std::size_t at) const {
  static const WordSet helping = {"do", "does", "did"};
  bool acted = is_pronoun(words_[at - 1].text) || words_[at - 1].used || words_[at - 1].text == "fund";
  for (std::size_t k = at > 5 ? at - 5 : 0; acted && k < at; ++k) {
    if (helping.contains(words_[k].text)) return true;
  }
  return false;
}

// "Upto 31.12.2019": a short word before a time or an amount says which side of it is meant.
bool WordWeights::bounds_a_value(std::size_t at) const {
  constexpr std::size_t kPrepositionBytesMax = 6;
  if (at + 1 >= words_.size() || words_[at].pause || words_[at].text.size() > kPrepositionBytesMax) return false;
  const QuestionWord& next = words_[at + 1];
  return next.date || next.year() || (next.number && next.number->dressed);
}

// "All but the last", "nothing but gains".
bool WordWeights::is_all_but(std::size_t at) const {
  static const WordSet whole = {"all", "everything", "anything", "nothing", "any", "every", "everyone"};
  return words_[at].text == "but" && at > 0 && whole.contains(words_[at - 1].text);
}

bool WordWeights::only_tells(std::size_t at) const {
  return telling_words().contains(words_[at].text) && !is_the_thing_asked_for(at) && !is_all_but(at);
}

bool WordWeights::may_change_what_is_asked(std::size_t at) const {
  const QuestionWord& word = words_[at];
  if (may_be_a_name(at) || word.number || word.date || is_all_but(at) || binds(word.text)) return true;
  return qualifies_a_subject(at) || heads_a_subject(at) || completes_a_subject(at) || makes_another_noun(at) ||
         is_the_thing_asked_for(at) || joined_to_a_subject(at) || says_something_of_rows(at) || bounds_a_value(at);
}

bool WordWeights::counts_what_is_known(std::size_t at) const {
  const QuestionWord& word = words_[at];
  static const WordSet before = {"these", "those", "all", "both", "of"};
  bool in_letters = !word.spelled.empty() && (word.spelled[0] < '0' || word.spelled[0] > '9');
  if (!word.number || !in_letters || at == 0) return false;
  return before.contains(words_[at - 1].text) || (is_article(words_[at - 1].text) && words_[at - 1].text != "a") ||
         words_[at - 1].capital;
}

}  // namespace dossier::funds
