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
      if (!is(i, "object_verb") || text_.mood(i).denied) continue;
      if (!known_thing_in(tokens_[i].sentence) || is(i, "wreck")) take_objects_of(i);
    }
    take_rest_of_lists();
  }

 private:
  // "the gas cylinder, two brass pots and a ceiling fan": what is listed behind a thing already taken.
  void take_rest_of_lists() {
    for (std::size_t p = 0; p < facts_.property.size() && !full(); ++p) {
      const std::size_t first = token_at(facts_.property[p].description.span.start);
      std::size_t end = first;
      while (end < tokens_.size() && tokens_[end].span.start < facts_.property[p].description.span.end) ++end;
      const bool joined = one_of(end, {"and", "aur"});
      if (!same_sentence(first, end) || (!joined && !text_.text().before(end).starts_with(","))) continue;
      const std::size_t from = end + (joined ? 1 : 0);
      std::size_t to = from;
      while (same_sentence(first, to) && to - from < kObjectTokensMax && (to == from || !ends_there(to)) &&
             part_of_a_thing(to))
        ++to;
      std::size_t begin = from;
      while (begin < to && is_determiner(lower(begin))) ++begin;
      if (begin < to && (is_known_thing(to - 1) || counts(begin)) && !is(to - 1, "place_noun")) keep(begin, to - 1);
    }
  }

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
    if (be > 0 && (be < verb || stands_alone_behind(verb)) && take_chunk_before(be)) return;
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

  // "gold chain snatched near the bank": no object stands behind the verb, so it stands before it.
  bool stands_alone_behind(std::size_t verb) const {
    return !same_sentence(verb, verb + 1) || ends_there(verb + 1) || ends_a_name(lower(verb + 1)) ||
           text_.in_value(verb + 1);
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
    bool owned = false;
    while (first < end && is_determiner(lower(first))) owned = owned || lower(first) != "of", ++first;
    if (first >= end || is(end - 1, "place_noun") || !names_a_thing(first, end, owned)) return false;
    keep(first, end - 1);
    return true;
  }

  // The head, its last word, is a noun for a thing; or a word we do not know that is counted, owned or made of two
  // ("control panel"). Parts of the body, acts and states are none.
  bool names_a_thing(std::size_t first, std::size_t end, bool owned) const {
    const std::size_t head = end - 1;
    const Token& token = tokens_[head];
    if (token.kind != TokenKind::word || token.lower.size() <= 2 || token.lower.ends_with("ly") ||
        token.lower.ends_with("ness") || token.lower.ends_with("tion") || is(head, "body") || is(head, "hurt_word") ||
        is(head, "die") || is(head, "occupation"))
      return false;
    if (is_known_thing(head)) return true;
    return owned || counts(first) || end - first > 1;
  }
};

}  // namespace

void read_other_things(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  OtherThingReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
