#include "fir/grammar.h"
#include "fir/thing_reader.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr std::size_t kWordsBeforeMax = 5;  // "my black Hero Splendor Plus motorcycle"
constexpr std::size_t kWordsAfterMax = 4;   // "mobile phone vivo Y21"
constexpr std::size_t kAdjectivesMax = 3;   // before a thing: "two old silk sarees"

class KnownThingReader : ThingReader {
 public:
  KnownThingReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : ThingReader(text, knowledge, facts) {}

  void run() {
    const auto touched = touched_sentences(text_, knowledge_);
    for (std::size_t i = 0; i < tokens_.size() && !full();) {
      const bool thing = (is(i, "thing") || (is(i, "brand") && !is(i + 1, "thing"))) &&
                         touched[static_cast<std::size_t>(tokens_[i].sentence)] && !is(i + 1, "place_noun");
      i = thing && !in_fact(i) && !is_no_noun(lower(i)) && !instrument(i) && !in_the_way(i) && !only_announced(i) &&
                  !is_a_weapon(i) && !of_a_person(i)
              ? take(i)
              : i + 1;
    }
  }

 private:
  // What the wrong was done with, or where it was done, is no property of interest: "on Pulsar", "with a bottle", "with
  // his belt"; nor is the telephone somebody was called on.
  bool instrument(std::size_t i) const {
    for (std::size_t back = 1; back <= 2 && back <= i && same_sentence(i - back, i); ++back) {
      const std::size_t at = i - back;
      if (is(i, "phone_word") && one_of(at, {"on", "over", "by", "through"})) return true;
      if (one_of(at, {"on", "with", "riding", "by", "in"})) return !is(i, "valuable") || is_anothers(at + 1);
      if (lower(at) == "from") return is(i, "phone_word") && is_anothers(at + 1);
      const bool describes_it = is(at, "colour") || is(at, "material") || is(at, "thing");
      if (!one_of(at, {"a", "an", "the", "one", "my"}) && !is_anothers(at) && !describes_it) break;
    }
    return false;
  }

  // "showed a knife": what was used, unless it was found, seized or is the informant's own.
  bool is_a_weapon(std::size_t i) const {
    if (!is(i, "sharp") && !is(i, "firearm")) return false;
    if (facts_.complainant.rank || (i > 0 && one_of(i - 1, {"my", "our", "licensed", "mera", "meri"}))) return false;
    for (std::size_t k = 0; k < tokens_.size(); ++k) {
      if (same_sentence(std::min(i, k), std::max(i, k)) &&
          (one_of(k, {"recovered", "seized", "found", "stolen", "stole", "baramad"}) || is(k, "police_rank")))
        return false;
    }
    return true;
  }

  // "my daughter Payal", "Radha Soni": words for a thing that are somebody's name.
  bool of_a_person(std::size_t i) const {
    if (!tokens_[i].capital) return false;
    if (i > 0 && same_sentence(i - 1, i) && (is(i - 1, "kin") || is(i - 1, "victim_kin") || is(i - 1, "title")))
      return true;
    const Span span = tokens_[i].span;
    const auto names_it = [&](const Found& name) { return name.span.overlaps(span); };
    return names_it(facts_.complainant.name) || names_it(facts_.victim.name) || names_it(facts_.complainant.relative) ||
           std::any_of(facts_.witnesses.begin(), facts_.witnesses.end(), names_it) ||
           std::any_of(facts_.accused.persons.begin(), facts_.accused.persons.end(),
                       [&](const PersonFact& person) { return names_it(person.name); });
  }

  bool is_anothers(std::size_t i) const { return one_of(i, {"his", "her", "their", "uske", "uski", "uska"}); }

  // "by breaking the cabinet": what was in the way of the taking.
  bool in_the_way(std::size_t i) const {
    for (std::size_t back = 1; back <= 3 && back <= i && same_sentence(i - back, i); ++back) {
      if (one_of(i - back, {"breaking", "opening", "cutting", "forcing"}))
        return i > back && lower(i - back - 1) == "by";
    }
    return false;
  }

  // "my card will be blocked", "the car may be sold": said to come, not told to have happened.
  bool only_announced(std::size_t i) const {
    return same_sentence(i, i + 2) &&
           one_of(i + 1, {"will", "would", "may", "might", "can", "could", "should", "must"});
  }

  bool describes(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::number) return token.lower.size() <= 4 || is(i + 1, "measure");
    return token.capital || is(i, "material") || is(i, "colour") || is(i, "brand") || is(i, "measure") ||
           is(i, "thing") || is(i, "count_word");
  }

  // "two silk sarees", "one dried leopard skin", "my black rexine bag": from the number or the "my" to the thing.
  std::size_t with_its_adjectives(std::size_t first) const {
    for (std::size_t back = 1; back <= kAdjectivesMax + 1 && back <= first && same_sentence(first - back, first);
         ++back) {
      const std::size_t i = first - back;
      if (ends_there(i + 1) || i < next_free_) return first;
      if (counts(i)) return i;
      if (is_determiner(lower(i))) return i + 1;
      if (tokens_[i].kind != TokenKind::word || !part_of_a_thing(i) || text_.filler(i)) return first;
    }
    return first;
  }

  // Takes the thing whose noun is token `head`, with the words around it. Returns the token behind it.
  std::size_t take(std::size_t head) {
    std::size_t first = head;
    while (first > 0 && head - first < kWordsBeforeMax && same_sentence(first - 1, head) && !ends_there(first) &&
           describes(first - 1) && !in_fact(first - 1) && first - 1 >= next_free_ && !is(first - 1, "starter") &&
           !is(first - 1, "month_word")) {
      --first;
    }
    first = std::min(first, with_its_adjectives(first));
    const std::size_t last = end_of_the_name(head);
    keep(first, last);
    next_free_ = last + 1;
    return last + 1;
  }

  std::size_t end_of_the_name(std::size_t head) const {
    std::size_t last = head;
    while (same_sentence(head, last + 1) && last - head < kWordsAfterMax && !ends_there(last + 1) &&
           !in_fact(last + 1)) {
      const Token& next = tokens_[last + 1];
      const auto plate = text_.mark_end(reading::Mark::plate, last + 1);
      if (!plate && !(next.capital && !text_.filler(last + 1)) && !is(last + 1, "thing") && !is(last + 1, "brand") &&
          !(next.kind == TokenKind::number && next.glued))
        break;
      last = plate ? *plate : last + 1;
    }
    return last;
  }

  std::size_t next_free_ = 0;  // tokens before it belong to a thing already taken
};

}  // namespace

void read_known_things(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  KnownThingReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
