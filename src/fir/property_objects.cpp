#include "fir/grammar.h"
#include "fir/thing_reader.h"

#include <algorithm>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr std::size_t kAdjectivesMax = 3;    // between a number and what it counts: "14 small flower pots"
constexpr int kObjectsMax = 6;               // things behind one verb that are of no known kind
constexpr std::size_t kObjectTokensMax = 6;  // of one of them

class OtherThingReader : ThingReader {
 public:
  OtherThingReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : ThingReader(text, knowledge, facts) {}

  void run() {
    take_quantities();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is(i, "object_verb") && !text_.mood(i).denied && !known_thing_in(tokens_[i].sentence)) take_objects_of(i);
    }
  }

 private:
  // "46 envelopes", "31 bullocks", "14 flower pots": what is counted and is no person, time, place or sum is a thing.
  void take_quantities() {
    const auto touched = touched_sentences(text_, knowledge_);
    for (std::size_t i = 0; i + 1 < tokens_.size() && !full(); ++i) {
      if (!counts(i) || tokens_[i].kind != TokenKind::number ||
          !touched[static_cast<std::size_t>(tokens_[i].sentence)] || number_of_something(i))
        continue;
      std::size_t end = i + 1;
      while (same_sentence(i, end) && end - i <= kAdjectivesMax && !ends_there(end) && part_of_a_thing(end) &&
             tokens_[end].kind == TokenKind::word && !is_determiner(lower(end)))
        ++end;
      const bool plural = end > i + 1 && tokens_[end - 1].lower.ends_with("s");
      if (plural && !is(end - 1, "no_thing") && !is(end - 1, "place_noun")) keep(i, end - 1);
    }
  }

  bool number_of_something(std::size_t i) const {
    return i > 0 && same_sentence(i - 1, i) &&
           (tokens_[i].glued ||
            one_of(i - 1, {"no", "class", "ward", "room", "section", "age", "aged", "plot", "flat"}));
  }

  // What was cut, taken or burnt, told before the verb ("two hundred banana plants were cut") or behind it ("broke my
  // control panel and solar plate").
  void take_objects_of(std::size_t verb) {
    std::size_t be = verb;
    while (be > 0 && verb - be < 3 && same_sentence(be - 1, verb) && helps_a_verb(lower(be - 1))) --be;
    if (be > 0 && take_chunk_before(be)) return;
    std::size_t at = verb + 1;
    for (int items = 0; items < kObjectsMax && at < tokens_.size(); ++items) {
      const auto end = take_chunk_from(at, verb);
      if (end == at) return;
      const bool joined = one_of(end, {"and", "aur"});
      const bool more =
          same_sentence(verb, end) && (text_.text().before(end).find(',') != std::string_view::npos || joined);
      if (!more) return;
      at = end + (joined ? 1 : 0);
    }
  }

  bool known_thing_in(int sentence) const {
    return std::any_of(facts_.property.begin(), facts_.property.end(), [&](const PropertyFact& p) {
      return tokens_[token_at(p.description.span.start)].sentence == sentence;
    });
  }

  bool take_chunk_before(std::size_t end) {
    std::size_t first = end;
    while (first > 0 && end - first < kObjectTokensMax && same_sentence(first - 1, end - 1) &&
           (first == end || !ends_there(first)) && part_of_a_thing(first - 1))
      --first;
    return keep_chunk(first, end);
  }

  // Returns the token behind the chunk; `from` when there is none.
  std::size_t take_chunk_from(std::size_t from, std::size_t verb) {
    std::size_t end = from;
    while (same_sentence(verb, end) && end - from < kObjectTokensMax && (end == from || !ends_there(end)) &&
           part_of_a_thing(end))
      ++end;
    return keep_chunk(from, end) ? end : from;
  }

  bool keep_chunk(std::size_t first, std::size_t end) {
    while (first < end && is_determiner(lower(first))) ++first;
    if (first >= end || is(end - 1, "place_noun")) return false;
    const bool noun =
        std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                    tokens_.begin() + static_cast<std::ptrdiff_t>(end), [&](const Token& token) {
                      return token.kind == TokenKind::word && token.lower.size() > 2 && !token.lower.ends_with("ly");
                    });
    if (noun) keep(first, end - 1);
    return noun;
  }
};

}  // namespace

void read_other_things(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  OtherThingReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
