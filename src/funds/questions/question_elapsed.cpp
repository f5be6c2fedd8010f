#include "funds/questions/question_elapsed.h"

#include "funds/questions/question_row_names.h"
#include "funds/questions/question_small_words.h"
#include "reading/one_of.h"
#include "reading/phrases.h"

#include <algorithm>
#include <array>
#include <utility>

namespace dossier::funds {
namespace {

using reading::one_of;

// The report as an end of a time.
const reading::PhraseTable<bool>& report_days() {
  static const reading::PhraseTable<bool> table = {
      {true,
       {"report date", "reporting date", "statement date", "date of the report", "date of the statement",
        "date of this report", "today", "now", "stichtag", "berichtsstichtag", "date du rapport"}}};
  return table;
}

class ElapsedReader {
 public:
  explicit ElapsedReader(QuestionWords& words) : words_(words), texts_(free_texts(words)) {}

  std::vector<TimeEnd> take() {
    if (!measures_time() || averages()) return {};
    for (std::size_t at = 0; at < words_.size();) at = step(at);
    const bool alone = ends_.size() == 1 && ends_[0].row;
    if (alone && says({"since", "ago", "seit", "depuis", "back"})) {
      ends_.emplace_back();
    } else if (alone && says({"until", "till", "before", "bis", "vor"})) {
      ends_.push_back({.row = RowNamed{}});  // "how long until the first distribution?": from the first call on
    }
    bool dated = ends_.size() == 2 && (ends_[0].row || ends_[0].day || ends_[1].row || ends_[1].day);
    if (!dated) return {};
    for (auto [from, to] : taken_) {
      for (std::size_t k = from; k < to; ++k) words_[k].used = true;
    }
    use_small_words();
    return std::move(ends_);
  }

 private:
  static bool is_unit(std::string_view text) {
    return one_of(text, {"days", "weeks", "months", "years", "day", "tage", "monate", "jours", "mois"});
  }

  // "How many days", "number of days", "days elapsed", "how long", "time between".
  bool measures_time() const {
    for (std::size_t at = 0; at < texts_.size(); ++at) {
      if (asks_for_rows(at)) return false;
    }
    for (std::size_t at = 0; at < texts_.size(); ++at) {
      if (unit_asked(at) || span_asked(at) || (at > 0 && length_asked(at))) return true;
    }
    return false;
  }

  std::string_view text(std::size_t at) const { return at < texts_.size() ? std::string_view(texts_[at]) : ""; }

  // "How many calls", "how much", "which": then the time only narrows what is asked.
  bool asks_for_rows(std::size_t at) const {
    if (text(at) == "much") return text(at + 1) != "time";
    if (text(at) == "many") return !is_unit(text(at + 1)) && !is_unit(text(at + 2));
    return one_of(text(at), {"list", "show", "which", "total", "sum"});
  }

  // "In the 90 days after", "within the months between" are times that narrow.
  bool narrows(std::size_t at) const {
    if (at > 0 && (words_[at - 1].number || words_[at - 1].date)) return true;
    return at > 1 && is_article(texts_[at - 1]) && one_of(texts_[at - 2], {"in", "during", "within", "over", "for"});
  }

  bool unit_asked(std::size_t at) const {
    if (!is_unit(text(at)) || narrows(at)) return false;
    return at == 0 || one_of(text(at - 1), {"many", "of", "in", "calendar", "viele", "combien", "de"}) ||
           one_of(text(at + 1), {"between", "from", "elapsed", "passed", "since", "apart", "lie", "went", "separate",
                                 "zwischen", "entre"});
  }

  bool span_asked(std::size_t at) const {
    return one_of(text(at), {"time", "interval", "gap", "span", "distance", "lag", "delay", "lapse"}) &&
           one_of(text(at + 1), {"between", "from", "elapsed", "passed", "that", "since"}) && !narrows(at);
  }

  bool length_asked(std::size_t at) const {
    return (one_of(text(at), {"long", "far"}) && text(at - 1) == "how") ||
           (text(at) == "lange" && text(at - 1) == "wie");
  }

  bool averages() const {
    return std::any_of(texts_.begin(), texts_.end(), [](const std::string& text) {
      return one_of(text, {"average", "mean", "median", "typical", "avg", "longest", "shortest", "durchschnitt"});
    });
  }

  bool says(std::initializer_list<std::string_view> some) const {
    return std::any_of(texts_.begin(), texts_.end(), [&](const std::string& text) { return one_of(text, some); });
  }

  // Takes the end of a time that stands at `at`; returns where to go on.
  std::size_t step(std::size_t at) {
    static constexpr std::array<std::string_view, 8> kJoints = {"and", "to", "until", "till", "und", "bis", "et", "a"};
    if (words_[at].used) return at + 1;
    if (auto pair = rows_in_words(words_, texts_, at, kJoints)) {
      ends_.push_back({.row = pair->first});
      ends_.push_back({.row = pair->second});
      return taken(at, pair->end);
    }
    if (auto one = row_in_words(words_, texts_, at)) {
      ends_.push_back({.row = one->row});
      return taken(at, one->end);
    }
    if (auto report = report_days().match_at(texts_, at)) {
      ends_.emplace_back();
      return taken(at, at + report->length);
    }
    if (words_[at].date && words_[at].date->precision == DatePrecision::day) {
      ends_.push_back({.day = words_[at].date->date});
      return taken(at, at + 1);
    }
    return elided(at);
  }

  // "How long after the first call was the second?": the kind was said before.
  std::size_t elided(std::size_t at) {
    if (ends_.size() != 1 || !ends_[0].row || at + 1 != words_.size()) return at + 1;
    std::vector<std::string> texts = texts_;
    QuestionWords words = words_;
    texts.emplace_back("call");
    words.push_back({.text = "call", .spelled = "call"});
    auto one = row_in_words(words, texts, at);
    if (!one) return at + 1;
    one->row.kind = ends_[0].row->kind;
    ends_.push_back({.row = one->row});
    return taken(at, at + 1);
  }

  std::size_t taken(std::size_t from, std::size_t to) {
    taken_.emplace_back(from, to);
    return to;
  }

  // What joins the ends and measures between them.
  void use_small_words() {
    static constexpr std::array<std::string_view, 53> kSmall = {
        "how",      "many",     "number",   "days",      "weeks",   "months", "years",    "day",    "long",
        "time",     "interval", "gap",      "span",      "between", "from",   "since",    "to",     "until",
        "till",     "elapsed",  "elapse",   "passed",    "pass",    "went",   "by",       "lie",    "lies",
        "lay",      "apart",    "separate", "separated", "after",   "before", "ago",      "later",  "take",
        "took",     "far",      "of",       "in",        "arrive",  "follow", "come",     "happen", "occur",
        "distance", "lag",      "delay",    "calendar",  "lapse",   "and",    "elapsing", "much"};
    for (std::size_t k = 0; k < words_.size(); ++k) {
      if (std::find(kSmall.begin(), kSmall.end(), texts_[k]) != kSmall.end()) words_[k].used = true;
    }
  }

  QuestionWords& words_;
  std::vector<std::string> texts_;
  std::vector<TimeEnd> ends_;
  std::vector<std::pair<std::size_t, std::size_t>> taken_;
};

}  // namespace

std::vector<TimeEnd> take_elapsed(QuestionWords& words) {
  return ElapsedReader(words).take();
}

}  // namespace dossier::funds
