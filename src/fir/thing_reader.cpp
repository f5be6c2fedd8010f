#include "fir/thing_reader.h"

#include "fir/grammar.h"
#include "fir/things.h"
#include "reading/spoken_numbers.h"

#include <algorithm>

namespace dossier::fir {
namespace {

constexpr std::size_t kItemsMax = 40;
constexpr double kQuantityMax = 10'000;
constexpr std::size_t kNameTokensMax = 8;  // of a name with its titles

bool ends_with_words(std::string_view longer, std::string_view shorter) {
  return longer == shorter || longer.ends_with(" " + std::string(shorter));
}

}  // namespace

void ThingReader::keep(std::size_t first, std::size_t last) {
  Found name = found(first, last);
  if (full() || name.text == "money") return;
  for (PropertyFact& known : facts_.property) {
    if (known.description.span.overlaps(name.span) || ends_with_words(known.description.text, name.text)) return;
    if (!ends_with_words(name.text, known.description.text)) continue;
    known.description = std::move(name);
    return;
  }
  facts_.property.push_back({std::move(name), std::nullopt});
}

bool ThingReader::full() const {
  return facts_.property.size() >= kItemsMax;
}

bool ThingReader::ends_there(std::size_t i) const {
  return text_.text().before(i).find_first_of(",;:(\"<>/") != std::string_view::npos;
}

bool ThingReader::in_fact(std::size_t i) const {
  const Span span = tokens_[i].span;
  const auto covers = [i](const auto& f) { return f.first <= i && i <= f.last; };
  return std::any_of(facts_.amounts.begin(), facts_.amounts.end(),
                     [&](const AmountFact& a) { return a.span.overlaps(span); }) ||
         std::any_of(facts_.dates.begin(), facts_.dates.end(), covers) ||
         std::any_of(facts_.times.begin(), facts_.times.end(), covers);
}

bool ThingReader::part_of_a_thing(std::size_t i) const {
  if (ends_a_name(lower(i)) || helps_a_verb(lower(i)) || is_no_noun(lower(i))) return false;
  return !is(i, "wrong_verb") && !is(i, "object_verb") && !is(i, "value_word") && !is(i, "measure_of_time") &&
         !is(i, "kin") && !is(i, "victim_kin") && !is(i, "role") && !is(i, "person_noun") && !is(i, "no_thing") &&
         !in_fact(i) && !in_name(i);
}

bool ThingReader::in_name(std::size_t i) const {
  for (std::size_t back = 0; back < kNameTokensMax && back <= i; ++back) {
    const auto end = text_.mark_end(reading::Mark::name, i - back);
    if (end && *end >= i) return true;
  }
  return false;
}

bool ThingReader::is_known_thing(std::size_t i) const {
  for (const std::string_view things :
       {"thing", "goods", "loot", "vehicle", "vehicle_part", "animal", "precious", "crop", "document", "container",
        "spoilable", "machine", "utility", "worship"}) {
    if (is(i, things)) return true;
  }
  return false;
}

bool ThingReader::counts(std::size_t i) const {
  if (in_fact(i) || text_.in_value(i)) return false;
  const auto value = reading::spoken_number(tokens_[i]);
  return value && *value >= 1 && *value < kQuantityMax && tokens_[i].lower.find_first_of(":/-") == std::string::npos;
}

std::size_t ThingReader::token_at(std::uint32_t start) const {
  std::size_t i = 0;
  while (i + 1 < tokens_.size() && tokens_[i].span.start < start) ++i;
  return i;
}

std::vector<bool> touched_sentences(const reading::CueText& text, const Knowledge& knowledge) {
  const auto& tokens = text.text().tokens();
  const std::size_t verb = knowledge.word_class("property_verb");
  std::vector<bool> touched(static_cast<std::size_t>(text.text().sentence_count()) + 1, false);
  // "were not there", "is not traceable".
  const auto not_there = [&](std::size_t i) {
    if (tokens[i].lower != "not" || i + 1 == tokens.size()) return false;
    const auto& next = tokens[i + 1].lower;
    return next == "there" || next == "found" || next == "traceable" || next == "available";
  };
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!text.in_class(i, verb) && !not_there(i)) continue;
    const auto s = static_cast<std::size_t>(tokens[i].sentence);
    touched[s] = true;
    if (s > 0) touched[s - 1] = true;
    if (s + 1 < touched.size()) touched[s + 1] = true;
  }
  if (std::find(touched.begin(), touched.end(), true) == touched.end()) touched.assign(touched.size(), true);
  return touched;
}

void read_property(const reading::CueText& text, const Knowledge& knowledge, Facts& facts) {
  read_known_things(text, knowledge, facts);
  read_other_things(text, knowledge, facts);
  read_values_of_things(text, knowledge, facts);
}

}  // namespace dossier::fir
