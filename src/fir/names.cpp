#include "fir/names.h"

#include "reading/one_of.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

class NameFinder {
 public:
  NameFinder(const reading::CueText& text, const Knowledge& knowledge)
      : text_(text),
        tokens_(text.text().tokens()),
        not_name_(knowledge.word_class("not_name")),
        title_(knowledge.word_class("title")),
        starter_(knowledge.word_class("starter")),
        town_(knowledge.word_class("town")),
        place_noun_(knowledge.word_class("place_noun")),
        wrong_verb_(knowledge.word_class("wrong_verb")),
        grave_act_(knowledge.word_class("grave_act")) {}

  std::vector<NameRun> run() {
    std::vector<NameRun> runs;
    for (std::size_t i = 0; i < tokens_.size();) {
      auto run = read_at(i);
      if (!run) {
        ++i;
        continue;
      }
      if (const auto place_end = place_before_a_person(*run)) {
        runs.push_back({run->first, *place_end, run->first, false});
        run->first = run->core = *place_end + 1;
      }
      runs.push_back(*run);
      i = run->last + 1;
    }
    return runs;
  }

 private:
  bool is_title(std::size_t i) const {
    const bool distance = i > 0 && tokens_[i - 1].kind == TokenKind::number;  // "3 km. When I said"
    return i < tokens_.size() && !distance && text_.in_class(i, title_);
  }

  bool starts_sentence(std::size_t i) const {
    if (i == 0 || tokens_[i].sentence != tokens_[i - 1].sentence) return true;
    return text_.text().before(i).find_first_of("\"\n") != std::string_view::npos;
  }

  bool is_initial(std::size_t i) const {
    return tokens_[i].kind == TokenKind::word && tokens_[i].capital &&
           tokens_[i].span.end - tokens_[i].span.start == 1 && tokens_[i].lower != "i" &&
           text_.text().before(i + 1).starts_with(".");
  }

  // "I've", "We'd": no name, unlike "D'Souza".
  static bool contraction(std::string_view word) {
    for (const std::string_view pronoun : {"i'", "we'", "he'", "she'", "it'", "they'", "you'", "who'", "that'"}) {
      if (word.starts_with(pronoun)) return true;
    }
    return false;
  }

  bool is_name_word(std::size_t i, bool continues) const {
    if (i >= tokens_.size()) return false;
    const Token& token = tokens_[i];
    if (token.kind != TokenKind::word || !token.capital || token.lower == "i" || text_.in_value(i)) return false;
    if (is_initial(i)) return true;
    if (token.lower == "s" || contraction(token.lower)) return false;
    if (token.span.end - token.span.start < 2 || (token.all_capitals && token.lower.size() <= 4)) return false;
    if (i + 1 < tokens_.size() && tokens_[i + 1].glued && tokens_[i + 1].kind == TokenKind::number) return false;
    if (text_.in_class(i, not_name_)) return false;
    if (continues) return true;
    // At the head of a sentence every word has a capital: only one that is no word of ours can be a name.
    if (!starts_sentence(i)) return !lone_starter(i);
    return !text_.in_class(i, starter_) && !reading_known(i) && !text_.filler(i);
  }

  // A word like "There" or "When" behind a colon or a bracket begins a sentence of its own.
  bool lone_starter(std::size_t i) const { return text_.in_class(i, starter_) && text_.text().before(i) != " "; }

  bool reading_known(std::size_t i) const { return text_.word(i) != reading::kUnknownWord; }

  bool joined(std::size_t i) const {
    if (tokens_[i].sentence != tokens_[i - 1].sentence) return false;
    const auto gap = text_.text().before(i);
    return gap == " " || gap == ". " || gap == "." || gap == "  ";
  }

  std::optional<NameRun> read_at(std::size_t i) const {
    NameRun run{i, i, i, false};
    std::size_t at = i;
    while (is_title(at) && at + 1 < tokens_.size() && tokens_[at + 1].sentence == tokens_[at].sentence && at - i < 3)
      ++at;
    run.titled = at > i;
    run.core = at;
    if (run.titled ? !(at < tokens_.size() && is_name_word(at, true)) : !is_name_word(i, false)) return std::nullopt;
    while (at + 1 < tokens_.size() && joined(at + 1) && is_name_word(at + 1, true) && at - run.core < 4) ++at;
    run.last = at;
    return run;
  }

  // "at Indore Manoj hit me", "In Nashik Prakash Wagh and his cousin": behind a preposition the run begins with a
  // place, and whoever follows it does something. The last token of the place.
  std::optional<std::size_t> place_before_a_person(const NameRun& run) const {
    if (run.titled || run.first == 0 || run.first == run.last || !follows_in_sentence(run.first) ||
        !reading::one_of(tokens_[run.first - 1].lower, {"at", "in", "near", "from"}) ||
        text_.in_class(run.last, place_noun_) || !begins_a_predicate(run.last + 1))
      return std::nullopt;
    std::size_t end = run.first;
    while (end < run.last && text_.in_class(end, town_)) ++end;
    if (end > run.first) return end - 1;
    const bool leads_to_places = reading::one_of(tokens_[run.first - 1].lower, {"at", "in"});
    const std::size_t verb = run.last + 1;
    const bool acts = text_.in_class(verb, wrong_verb_) || text_.in_class(verb, grave_act_);
    return leads_to_places && acts ? std::optional(run.first) : std::nullopt;
  }

  bool follows_in_sentence(std::size_t i) const {
    return i < tokens_.size() && tokens_[i - 1].sentence == tokens_[i].sentence;
  }

  bool begins_a_predicate(std::size_t i) const {
    if (!follows_in_sentence(i) || text_.text().before(i) != " " || text_.in_value(i)) return false;
    return text_.in_class(i, wrong_verb_) || text_.in_class(i, grave_act_) ||
           reading::one_of(tokens_[i].lower, {"ne",   "and", "aur", "with", "alongwith", "came",    "who",   "said",
                                              "told", "has", "had", "did",  "was",       "started", "began", "tried",
                                              "of",   "ki",  "ka",  "ke",   "his",       "also"});
  }

  const reading::CueText& text_;
  const std::vector<Token>& tokens_;
  std::size_t not_name_, title_, starter_, town_, place_noun_, wrong_verb_, grave_act_;
};

}  // namespace

std::vector<NameRun> find_names(const reading::CueText& text, const Knowledge& knowledge) {
  return NameFinder(text, knowledge).run();
}

}  // namespace dossier::fir
