#include "fir/text_reader.h"
#include "fir/things.h"
#include "reading/indian_amounts.h"

#include <algorithm>
#include <array>

namespace dossier::fir {
namespace {

using reading::Token;
using reading::TokenKind;

constexpr std::size_t kWordsBeforeMax = 5;  // "my black Hero Splendor Plus motorcycle"
constexpr std::size_t kWordsAfterMax = 4;   // "mobile phone vivo Y21"
constexpr std::size_t kItemsMax = 40;
constexpr std::size_t kAdjectivesMax = 3;  // before a thing: "two old silk sarees"
constexpr double kQuantityMax = 10'000;
constexpr int kObjectsMax = 6;               // things behind one verb that are of no known kind
constexpr std::size_t kObjectTokensMax = 6;  // of one of them

class PropertyReader : TextReader {
 public:
  PropertyReader(const reading::CueText& text, const Knowledge& knowledge, Facts& facts)
      : TextReader(text, knowledge), facts_(facts) {}

  void run() {
    find_touched_sentences();
    for (std::size_t i = 0; i < tokens_.size() && facts_.property.size() < kItemsMax;) {
      const bool thing = (is(i, "thing") || (is(i, "brand") && !is(i + 1, "thing"))) && touched(tokens_[i].sentence) &&
                         !is(i + 1, "place_noun");
      i = thing && !instrument(i) ? take(i) : i + 1;
    }
    take_quantities();
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (is(i, "object_verb") && !text_.mood(i).denied) take_objects_of(i);
    }
    leave_out_shorter_names();
    assign_values();
  }

 private:
  // Sentences that speak of taking, losing, entrusting or damaging, and the ones beside them.
  void find_touched_sentences() {
    touched_.assign(static_cast<std::size_t>(text_.text().sentence_count()) + 1, false);
    for (std::size_t i = 0; i < tokens_.size(); ++i) {
      if (!is(i, "property_verb")) continue;
      const auto s = static_cast<std::size_t>(tokens_[i].sentence);
      touched_[s] = true;
      if (s > 0) touched_[s - 1] = true;
      if (s + 1 < touched_.size()) touched_[s + 1] = true;
    }
    // A complaint that says it in words we do not know still speaks of its things.
    if (std::find(touched_.begin(), touched_.end(), true) == touched_.end())
      std::fill(touched_.begin(), touched_.end(), true);
  }

  bool touched(int sentence) const { return touched_[static_cast<std::size_t>(sentence)]; }

  // What the wrong was done with, or where it was done, is no property of interest: "on Pulsar", "with a bottle".
  bool instrument(std::size_t i) const {
    for (std::size_t back = 1; back <= 2 && back <= i && same_sentence(i - back, i); ++back) {
      const auto word = lower(i - back);
      if (word == "on" || word == "with" || word == "riding" || word == "by" || word == "in") return !is(i, "valuable");
      if (word != "a" && word != "the" && word != "one" && !is(i - back, "colour")) break;
    }
    return false;
  }

  bool describes(std::size_t i) const {
    const Token& token = tokens_[i];
    if (token.kind == TokenKind::number) return token.lower.size() <= 4 || is(i + 1, "measure");
    return token.capital || is(i, "material") || is(i, "colour") || is(i, "brand") || is(i, "measure") ||
           is(i, "thing") || is(i, "count_word");
  }

  bool ends_there(std::size_t i) const {
    const auto gap = text_.text().before(i);
    return gap.find_first_of(",;:(\"") != std::string_view::npos;
  }

  bool in_fact(std::size_t i) const {
    const Span span = tokens_[i].span;
    return std::any_of(facts_.amounts.begin(), facts_.amounts.end(),
                       [&](const AmountFact& a) { return a.span.overlaps(span); }) ||
           std::any_of(facts_.dates.begin(), facts_.dates.end(),
                       [&](const auto& d) { return d.first <= i && i <= d.last; }) ||
           std::any_of(facts_.times.begin(), facts_.times.end(),
                       [&](const auto& t) { return t.first <= i && i <= t.last; });
  }

  // "two silk sarees", "one dried leopard skin", "my black rexine bag": from the number or the "my" to the thing.
  std::size_t with_its_adjectives(std::size_t first) const {
    for (std::size_t back = 1; back <= kAdjectivesMax + 1 && back <= first && same_sentence(first - back, first);
         ++back) {
      const std::size_t i = first - back;
      if (ends_there(i + 1) || i < next_free_) return first;
      if (counts(i)) return i;
      if (small_word(i)) return i + 1;
      if (tokens_[i].kind != TokenKind::word || !part_of_a_thing(i) || text_.filler(i)) return first;
    }
    return first;
  }

  bool counts(std::size_t i) const {
    if (in_fact(i) || text_.in_value(i)) return false;
    const auto value = reading::spoken_number(tokens_[i]);
    return value && *value >= 1 && *value < kQuantityMax && tokens_[i].lower.find_first_of(":/-") == std::string::npos;
  }

  // "46 envelopes", "31 bullocks", "14 flower pots": what is counted and is no person, time, place or sum is a thing.
  void take_quantities() {
    for (std::size_t i = 0; i + 1 < tokens_.size() && facts_.property.size() < kItemsMax; ++i) {
      if (!counts(i) || tokens_[i].kind != TokenKind::number || !touched(tokens_[i].sentence) || number_of_something(i))
        continue;
      std::size_t end = i + 1;
      while (same_sentence(i, end) && end - i <= kAdjectivesMax && !ends_there(end) && part_of_a_thing(end) &&
             tokens_[end].kind == TokenKind::word && !small_word(end))
        ++end;
      if (end == i + 1 || !tokens_[end - 1].lower.ends_with("s") || is(end - 1, "no_thing") ||
          is(end - 1, "place_noun"))
        continue;
      const Span span = text_.text().span_of(i, end - 1);
      const bool known = std::any_of(facts_.property.begin(), facts_.property.end(),
                                     [&](const PropertyFact& p) { return p.description.span.overlaps(span); });
      if (!known) facts_.property.push_back({found(i, end - 1), std::nullopt});
    }
  }

  bool number_of_something(std::size_t i) const {
    if (i == 0 || !same_sentence(i - 1, i)) return false;
    const auto before = lower(i - 1);
    return before == "no" || before == "class" || before == "ward" || before == "room" || before == "section" ||
           before == "age" || before == "aged" || before == "plot" || before == "flat" || tokens_[i].glued;
  }

  std::size_t take(std::size_t head) {
    std::size_t first = head;
    while (first > 0 && head - first < kWordsBeforeMax && same_sentence(first - 1, head) && !ends_there(first) &&
           describes(first - 1) && !in_fact(first - 1) && first - 1 >= next_free_ && !is(first - 1, "starter") &&
           !is(first - 1, "month_word")) {
      --first;
    }
    first = std::min(first, with_its_adjectives(first));
    std::size_t last = head;
    while (same_sentence(head, last + 1) && last - head < kWordsAfterMax && !ends_there(last + 1) &&
           !in_fact(last + 1)) {
      const Token& next = tokens_[last + 1];
      const bool plate = text_.mark_end(reading::Mark::plate, last + 1).has_value();
      if (!plate && !(next.capital && !text_.filler(last + 1)) && !is(last + 1, "thing") && !is(last + 1, "brand") &&
          !(next.kind == TokenKind::number && next.glued))
        break;
      last = plate ? *text_.mark_end(reading::Mark::plate, last + 1) : last + 1;
    }
    const Span span = text_.text().span_of(first, last);
    PropertyFact item;
    item.description = {std::string(text_.text().slice(span)), span};
    const bool known = std::any_of(facts_.property.begin(), facts_.property.end(), [&](const PropertyFact& p) {
      return p.description.text == item.description.text || p.description.text.ends_with(" " + item.description.text);
    });
    if (!known) facts_.property.push_back(std::move(item));
    next_free_ = last + 1;
    return last + 1;
  }

  // Things of a kind we have no word for: what was cut, taken or burnt, told before the verb ("two hundred banana
  // plants were cut") or behind it ("broke my control panel and solar plate"). Only where no known thing stands.
  void take_objects_of(std::size_t verb) {
    if (known_thing_in(tokens_[verb].sentence)) return;
    std::size_t be = verb;
    while (be > 0 && verb - be < 3 && same_sentence(be - 1, verb) && helps_the_verb(be - 1)) --be;
    if (be > 0 && take_chunk_before(be)) return;
    std::size_t at = verb + 1;
    for (int items = 0; items < kObjectsMax && at < tokens_.size(); ++items) {
      const auto end = take_chunk_from(at, verb);
      if (end == at) return;
      const bool more = same_sentence(verb, end) && (text_.text().before(end).find(',') != std::string_view::npos ||
                                                     lower(end) == "and" || lower(end) == "aur");
      if (!more) return;
      at = end + (lower(end) == "and" || lower(end) == "aur" ? 1 : 0);
    }
  }

  bool known_thing_in(int sentence) const {
    return std::any_of(facts_.property.begin(), facts_.property.end(), [&](const PropertyFact& p) {
      const std::size_t at = token_at(p.description.span.start);
      return tokens_[at].sentence == sentence;
    });
  }

  bool helps_the_verb(std::size_t i) const {
    static constexpr auto kHelpers =
        std::to_array<std::string_view>({"was", "were", "been", "being", "is", "are", "got", "has", "have", "had",
                                         "not", "also", "totally", "all", "completely", "found", "fully"});
    return std::find(kHelpers.begin(), kHelpers.end(), lower(i)) != kHelpers.end();
  }

  // Whether token i may stand in the name of a thing.
  bool part_of_a_thing(std::size_t i) const {
    static constexpr auto kLinks = std::to_array<std::string_view>(
        {"from", "in",  "at",  "on",   "near",    "by",   "with", "which", "worth",  "and",  "when", "while", "as",
         "to",   "for", "but", "then", "because", "who",  "that", "after", "before", "into", "out",  "off",   "up",
         "away", "me",  "us",  "him",  "her",     "them", "he",   "she",   "they",   "it",   "i",    "we",    "se",
         "ko",   "ne",  "aur", "ke",   "ki",      "ka",   "par",  "there", "here",   "not",  "no",   "one's"});
    if (std::find(kLinks.begin(), kLinks.end(), lower(i)) != kLinks.end()) return false;
    return !is(i, "wrong_verb") && !is(i, "object_verb") && !is(i, "value_word") && !is(i, "measure_of_time") &&
           !is(i, "kin") && !is(i, "victim_kin") && !is(i, "role") && !is(i, "person_noun") && !is(i, "no_thing") &&
           !in_fact(i) && !text_.mark_end(reading::Mark::name, i) && !helps_the_verb(i);
  }

  bool small_word(std::size_t i) const {
    static constexpr auto kSmall =
        std::to_array<std::string_view>({"the", "a", "an", "my", "our", "his", "their", "some", "of", "all", "both",
                                         "this", "that", "mera", "meri", "mere", "hamara", "hamari"});
    return std::find(kSmall.begin(), kSmall.end(), lower(i)) != kSmall.end();
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
    while (first < end && small_word(first)) ++first;
    if (first >= end || facts_.property.size() >= kItemsMax) return false;
    const bool noun =
        std::any_of(tokens_.begin() + static_cast<std::ptrdiff_t>(first),
                    tokens_.begin() + static_cast<std::ptrdiff_t>(end), [&](const Token& token) {
                      return token.kind == TokenKind::word && token.lower.size() > 2 && !token.lower.ends_with("ly");
                    });
    if (!noun || is(end - 1, "place_noun")) return false;
    facts_.property.push_back({found(first, end - 1), std::nullopt});
    return true;
  }

  // "my motorcycle" and then "my Honda Shine motorcycle" are one thing, known by the longer name. Money is told by
  // sums.
  void leave_out_shorter_names() {
    const auto& all = facts_.property;
    std::vector<PropertyFact> kept;
    for (const PropertyFact& item : all) {
      const bool longer_known = std::any_of(all.begin(), all.end(), [&](const PropertyFact& other) {
        return other.description.text.size() > item.description.text.size() &&
               other.description.text.ends_with(" " + item.description.text);
      });
      if (!longer_known && item.description.text != "money") kept.push_back(item);
    }
    facts_.property = std::move(kept);
  }

  // A value belongs to the last item before it in its sentence, or to the only item there is.
  void assign_values() {
    for (const AmountFact& amount : facts_.amounts) {
      const std::size_t at = token_at(amount.span.start);
      if (says_total(at)) {
        facts_.total_value = amount.rupees;
        facts_.total_value_span = amount.span;
        continue;
      }
      if (!says_value(at, amount.span)) continue;
      PropertyFact* item = nullptr;
      for (PropertyFact& p : facts_.property) {
        if (p.description.span.start < amount.span.start) item = &p;
      }
      if (item == nullptr && !facts_.property.empty()) item = &facts_.property.front();
      if (item != nullptr && !item->value) item->value = amount.rupees;
    }
    if (facts_.total_value) return;
    Money sum;
    bool any = false;
    for (const PropertyFact& p : facts_.property) {
      if (p.value) sum += *p.value, any = true;
    }
    if (!any) return;
    facts_.total_value = sum;
  }

  std::size_t token_at(std::uint32_t start) const {
    std::size_t i = 0;
    while (i + 1 < tokens_.size() && tokens_[i].span.start < start) ++i;
    return i;
  }

  bool says_total(std::size_t i) const {
    for (std::size_t back = 1; back <= 3 && back <= i && same_sentence(i - back, i); ++back) {
      const auto word = lower(i - back);
      if (word == "total" || word == "kul" || word == "totalling") return true;
      // "I have lost Rs 23,100" behind the single payments is their sum.
      if (back <= 2 && word == "lost" && facts_.amounts.size() > 1) return true;
    }
    return false;
  }

  bool says_value(std::size_t i, Span span) const {
    for (std::size_t back = 1; back <= 4 && back <= i && tokens_[i].sentence - tokens_[i - back].sentence <= 1;
         ++back) {
      if (is(i - back, "value_word")) return true;
    }
    std::size_t after = i;
    while (after < tokens_.size() && tokens_[after].span.start < span.end) ++after;
    for (std::size_t on = 0; on < 3 && same_sentence(i, after + on); ++on) {
      if (is(after + on, "value_word") || is(after + on, "material") || lower(after + on) == "cash") return true;
    }
    return i > 0 && text_.text().before(i).find('(') != std::string_view::npos;
  }

  Facts& facts_;
  std::vector<bool> touched_;
  std::size_t next_free_ = 0;
};

}  // namespace

void read_property(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  PropertyReader(text, knowledge, facts).run();
}

}  // namespace dossier::fir
