#include "funds/questions/question_supposition.h"

#include "funds/questions/question_supposition_words.h"
#include "funds/questions/question_vocabulary.h"
#include "reading/one_of.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace dossier::funds {
namespace {

class SuppositionReader {
 public:
  explicit SuppositionReader(QuestionWords& words) : words_(words) {
    for (const QuestionWord& word : words) texts_.push_back(word.number || word.used ? "" : word.text);
  }

  std::optional<Supposition> read() {
    find_clause();
    if (!take_nav_beside()) return std::nullopt;
    if (numbers_in_clause() > 1) return std::nullopt;  // two changes at once are not reckoned with
    if (again_and_again()) return std::nullopt;
    auto named = first_of(supposition_things());
    if (!named) named = paid_by();
    if (!named && !says_it()) return std::nullopt;  // "if fees doubled"
    Thing thing = named.value_or(Thing::nav);
    if (thing != Thing::nav && moves_the_nav()) return std::nullopt;  // two changes again
    std::optional<Supposition> made = thing == Thing::nav ? of_nav() : of_flow(thing);
    if (made) made->nav_to = nav_to_;
    made_of_rest_ = made && made->rest;
    if (made) use();
    return made;
  }

 private:
  // The words that belong to "if ...": up to the clause that asks, which may stand before or after it.
  void find_clause() {
    auto is = [&](std::size_t at, std::initializer_list<std::string_view> words) {
      return std::find(words.begin(), words.end(), texts_[at]) != words.end();
    };
    to_ = texts_.size();
    while (from_ < texts_.size() &&
           !is(from_, {"if", "suppose", "supposing", "assume", "assuming", "imagine", "hypothetically", "case", "wenn",
                       "falls", "angenommen", "si", "supposons"}))
      ++from_;
    if (from_ == texts_.size()) {  // "what would TVPI be with a NAV of $40m"
      from_ = 0;
      while (from_ < texts_.size() &&
             !is(from_, {"with", "at", "given", "on", "mit", "avec", "after", "following", "say", "post", "bei", "once",
                         "forma", "assumption", "marking", "mark", "for"}))
        ++from_;
      if (from_ == texts_.size() && says_percent()) from_ = 0;  // "TVPI, NAV 10% lower"
      return;
    }
    for (std::size_t at = from_ + 1; at < texts_.size() && to_ == texts_.size(); ++at) {
      if (is(at, {"what", "how", "would", "wie"}) || (texts_[at] == "then" && !goes_on_after(at))) to_ = at;
    }
  }

  // "... and then rises 5%", "then by another 5%": a second change before anything is asked.
  bool goes_on_after(std::size_t then) const {
    for (std::size_t at = then + 1; at < words_.size(); ++at) {
      if (is_size(words_[at])) return true;
      auto term = question_terms().match_at(texts_, at);
      bool figure = term && metric_of(term->meaning) && term->meaning != Term::nav;
      if (figure || texts_[at] == "what" || texts_[at] == "how" || texts_[at] == "would") return false;
    }
    return false;
  }

  bool says_percent() const {
    return std::any_of(words_.begin(), words_.end(), [](const QuestionWord& word) {
      return word.number && word.number->form == reading::NumberForm::percent;
    });
  }

  // "... and the NAV stayed at $38m" beside a flow: taken by itself. False when what it says cannot be reckoned with.
  bool take_nav_beside() {
    std::size_t whole_from = from_, whole_to = to_;
    auto joint = std::find(texts_.begin() + static_cast<std::ptrdiff_t>(from_),
                           texts_.begin() + static_cast<std::ptrdiff_t>(to_), "and");
    auto at = static_cast<std::size_t>(joint - texts_.begin());
    if (at >= to_) return true;
    to_ = at;
    auto first = first_of(supposition_things());
    from_ = at;
    to_ = whole_to;
    auto second = first_of(supposition_things());
    bool nav_first = first == Thing::nav;
    from_ = whole_from;
    if (!first || !second || (first == Thing::nav) == (second == Thing::nav)) return true;
    nav_first ? to_ = at : from_ = at;
    bool understood = reads_nav_to();
    if (understood) use();
    from_ = nav_first ? at : whole_from;
    to_ = nav_first ? whole_to : at;
    return understood;
  }

  bool reads_nav_to() {
    static constexpr std::array<std::string_view, 10> kKept = {"stayed",   "stays",  "stay", "unchanged", "remains",
                                                               "remained", "remain", "same", "constant",  "flat"};
    bool keeps = std::any_of(kKept.begin(), kKept.end(), [&](std::string_view word) { return says(word); });
    const QuestionWord* value = number();
    auto move = strongest_move();
    if (value == nullptr) return keeps && (!move || *move == Move::becomes);
    bool amount = value->number->form == reading::NumberForm::plain;
    if (!amount || (!keeps && move != Move::becomes)) return false;
    nav_to_ = amount_of(*value);
    for (std::size_t at = from_; at < to_; ++at) {
      if (std::find(kKept.begin(), kKept.end(), texts_[at]) != kKept.end()) words_[at].used = true;
    }
    return true;
  }

  // "By 10% a year", "10% each quarter", "10% twice": how often is not reckoned.
  bool again_and_again() const {
    const QuestionWord* size = number();
    if (size == nullptr) return false;
    if (says("twice") || says("thrice") || says("again") || says("repeatedly")) return true;
    const auto next = static_cast<std::size_t>(size - words_.data()) + 1;
    if (next >= texts_.size()) return false;
    if (reading::one_of(texts_[next],
                        {"per", "each", "every", "annually", "yearly", "monthly", "quarterly", "annual", "pa"}))
      return true;
    return texts_[next] == "a" && next + 1 < texts_.size() &&
           reading::one_of(texts_[next + 1], {"year", "quarter", "month", "annum"});
  }

  // "Written down to $20m", "falls to a mere $20m": the amount is where it ends, not by how much it moves.
  bool leads_to(const QuestionWord& size) const {
    const auto at = static_cast<std::size_t>(&size - words_.data());
    for (std::size_t k = at; k > from_ && at - k < 3; --k) {
      if (texts_[k - 1] == "to") return true;
      if (texts_[k - 1] == "by" || supposition_moves().match_at(std::span(texts_).first(at), k - 1)) return false;
    }
    return false;
  }

  // "... and the NAV rises by the same".
  bool moves_the_nav() const {
    auto texts = std::span(texts_).first(to_);
    bool nav = false;
    for (std::size_t at = from_; at < to_; ++at) {
      auto thing = supposition_things().match_at(texts, at);
      nav = nav || (thing && thing->meaning == Thing::nav);
      auto move = supposition_moves().match_at(texts, at);
      if (nav && move && move->meaning != Move::becomes) return true;
    }
    return false;
  }

  // "If they pay another 5m", "if we put in a further 2m": who pays tells which way.
  std::optional<Thing> paid_by() const {
    for (std::size_t at = from_ + 1; at < to_; ++at) {
      if (!reading::one_of(texts_[at], {"pay", "pays", "paid", "send", "sends", "give", "gives", "put", "puts"}))
        continue;
      for (std::size_t who = at; who > from_ && at - who < 4; --who) {
        if (reading::one_of(texts_[who - 1], {"we", "i", "lps", "investors"})) return Thing::call;
        if (reading::one_of(texts_[who - 1], {"they", "it", "fund", "gp", "manager"})) return Thing::distribution;
      }
    }
    return std::nullopt;
  }

  // "And if it doubled?": what doubles can only be the NAV. Another amount is a flow, and whose is not said.
  bool says_it() const {
    if (says("another") || says("further") || says("additional") || says("extra")) return false;
    return std::any_of(texts_.begin() + static_cast<std::ptrdiff_t>(std::min(from_, to_)),
                       texts_.begin() + static_cast<std::ptrdiff_t>(to_),
                       [](const std::string& text) { return text == "it" || text == "that" || text == "they"; });
  }

  bool says(std::string_view word) const {
    return std::find(texts_.begin() + static_cast<std::ptrdiff_t>(from_),
                     texts_.begin() + static_cast<std::ptrdiff_t>(to_),
                     word) != texts_.begin() + static_cast<std::ptrdiff_t>(to_);
  }

  std::ptrdiff_t numbers_in_clause() const {
    return std::count_if(words_.begin() + static_cast<std::ptrdiff_t>(std::min(from_, to_)),
                         words_.begin() + static_cast<std::ptrdiff_t>(to_),
                         [](const QuestionWord& word) { return word.number && !word.used; });
  }

  template <class Meaning>
  std::optional<Meaning> first_of(const reading::PhraseTable<Meaning>& table) const {
    for (std::size_t at = from_; at < to_; ++at) {
      if (auto match = table.match_at(std::span(texts_).first(to_), at)) return match->meaning;
    }
    return std::nullopt;
  }

  // Marks the words that made up the supposition; others in the clause may be the metric that is asked for.
  void use() {
    auto texts = std::span(texts_).first(to_);
    for (std::size_t at = from_; at < to_;) {
      std::size_t length = 0;
      if (auto thing = supposition_things().match_at(texts, at)) length = thing->length;
      if (auto move = supposition_moves().match_at(texts, at)) length = std::max(length, move->length);
      if (auto opening = supposition_openings().match_at(texts, at)) length = std::max(length, opening->length);
      if (words_[at].number || words_[at].date) length = 1;
      if (reading::one_of(texts_[at], {"pay", "pays", "paid", "send", "sends", "give", "gives", "put", "puts"}))
        length = std::max<std::size_t>(length, 1);
      bool of_the_rest =
          made_of_rest_ && (texts_[at] == "commitment" || texts_[at] == "capital" || rest_word(texts_[at]));
      if (dated(at) || of_the_rest) words_[at].used = true;
      for (std::size_t k = at; k < at + length; ++k) words_[k].used = true;
      at += std::max<std::size_t>(length, 1);
    }
  }

  const QuestionWord* number() const {
    for (std::size_t at = from_; at < to_; ++at) {
      if (is_size(words_[at])) return &words_[at];
    }
    return nullptr;
  }

  // "2021" and "the 10th" are no amounts.
  static bool is_size(const QuestionWord& word) {
    return word.number && !word.used && word.text != "nth" && word.text != "ref" && !word.year();
  }

  static double amount_of(const QuestionWord& word) {
    return word.number->magnitude.to_double() * std::pow(10.0, word.number->power);
  }

  std::optional<Move> strongest_move() const {
    std::optional<Move> strongest;
    for (std::size_t at = from_; at < to_;) {
      auto match = supposition_moves().match_at(std::span(texts_).first(to_), at);
      // "were" and "of" give way to any other move: "were 10% lower".
      if (match && (!strongest || *strongest == Move::becomes)) strongest = match->meaning;
      at += match ? match->length : 1;
    }
    return strongest;
  }

  std::optional<Supposition> of_nav() const {
    using Change = Supposition::Change;
    auto move = strongest_move();
    const QuestionWord* number_word = number();
    auto nav = [&](Change change, double value) { return Supposition{Supposition::Of::nav, change, value, date()}; };
    if (move == Move::doubles) return nav(Change::by_share, 1.0);
    if (move == Move::vanishes && number_word == nullptr) return nav(Change::to_amount, 0);
    if (number_word == nullptr && says("half"))  // "falls by half", "rises by half"
      return nav(Change::by_share, move == Move::rises ? 0.5 : -0.5);
    if (number_word == nullptr) return move == Move::halves ? std::optional(nav(Change::by_share, -0.5)) : std::nullopt;
    double value = amount_of(*number_word);
    if (number_word->number->form == reading::NumberForm::multiple) return std::nullopt;  // "if DPI was 2x"
    bool percent = number_word->number->form == reading::NumberForm::percent;
    if (leads_to(*number_word)) move = Move::becomes;
    if (number_word->spelled.starts_with('+')) move = Move::rises;
    double sign = move == Move::falls || number_word->number->negative ? -1 : 1;
    if (percent && (move == Move::falls || move == Move::rises || number_word->number->negative)) {
      return nav(Change::by_share, sign * value / 100);
    }
    if (percent) return std::nullopt;
    if (move == Move::falls || move == Move::rises) return nav(Change::by_amount, sign * value);
    return nav(Change::to_amount, value);
  }

  std::optional<Supposition> of_flow(Thing thing) const {
    const QuestionWord* number_word = number();
    if (strongest_move() == Move::falls) return std::nullopt;  // "if the last one had been 1m lower"
    if (number_word == nullptr && thing == Thing::call && says_the_rest()) {
      return Supposition{
          .of = Supposition::Of::call, .change = Supposition::Change::by_amount, .date = date(), .rest = true};
    }
    if (number_word == nullptr || number_word->number->form != reading::NumberForm::plain) return std::nullopt;
    auto of = thing == Thing::call ? Supposition::Of::call : Supposition::Of::distribution;
    return Supposition{of, Supposition::Change::by_amount, amount_of(*number_word), date()};
  }

  // "The remaining commitment", "the rest", "all the unfunded".
  static bool rest_word(std::string_view text) {
    return reading::one_of(text, {"remaining", "rest", "unfunded", "undrawn", "uncalled", "balance", "remainder"});
  }
  bool says_the_rest() const {
    return std::any_of(texts_.begin() + static_cast<std::ptrdiff_t>(from_),
                       texts_.begin() + static_cast<std::ptrdiff_t>(to_), rest_word);
  }

  // "On", "dated" before the day of what is supposed.
  bool dated(std::size_t at) const {
    return at + 1 < to_ && words_[at + 1].date && (texts_[at] == "on" || texts_[at] == "dated" || texts_[at] == "in");
  }

  std::optional<Date> date() const {
    for (std::size_t at = from_; at < to_; ++at) {
      if (words_[at].date) return words_[at].date->date;
    }
    return std::nullopt;
  }

  QuestionWords& words_;
  std::vector<std::string> texts_;
  std::size_t from_ = 0, to_ = 0;
  bool made_of_rest_ = false;
  std::optional<double> nav_to_;
};

// "A 10% lower NAV", "NAV -10%", "a 10% haircut on the NAV".
bool moves_by_percent(const QuestionWords& words) {
  bool nav = false, value = false;
  for (const QuestionWord& word : words) {
    nav = nav || word.text == "nav" || word.text == "portfolio";
    value = value || (word.text == "value");
  }
  for (std::size_t k = 0; k < words.size(); ++k) {
    const auto& number = words[k].number;
    if (!number || number->form != reading::NumberForm::percent || !(nav || value)) continue;
    if (number->negative) return true;
    bool moved = k + 1 < words.size() &&
                 reading::one_of(words[k + 1].text,
                                 {"lower", "higher", "smaller", "larger", "haircut", "markdown", "write", "writedown",
                                  "cut", "drop", "decline", "reduction", "discount", "uplift", "increase", "fall"});
    bool down = k > 0 && (words[k - 1].text == "down" || words[k - 1].text == "up");
    if (moved || down) return true;
  }
  return false;
}

}  // namespace

bool supposes(const QuestionWords& words) {
  std::vector<std::string> texts;
  for (const QuestionWord& word : words) texts.push_back(word.text);
  if (supposition_openings().find(texts).has_value()) return true;
  return moves_by_percent(words);
}

std::optional<Supposition> take_supposition(QuestionWords& words) {
  return SuppositionReader(words).read();
}

}  // namespace dossier::funds
