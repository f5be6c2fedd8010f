#include "fir/grammar.h"
#include "fir/thing_reader.h"

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
      i = thing && !instrument(i) ? take(i) : i + 1;
    }
  }

 private:
  // What the wrong was done with, or where it was done, is no property of interest: "on Pulsar", "with a bottle".
  bool instrument(std::size_t i) const {
    for (std::size_t back = 1; back <= 2 && back <= i && same_sentence(i - back, i); ++back) {
      if (one_of(i - back, {"on", "with", "riding", "by", "in"})) return !is(i, "valuable");
      if (!one_of(i - back, {"a", "the", "one"}) && !is(i - back, "colour")) break;
    }
    return false;
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
