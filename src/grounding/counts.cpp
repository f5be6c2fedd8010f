#include "grounding/counts.h"

#include "grounding/clauses.h"
#include "grounding/words.h"
#include "reading/one_of.h"
#include "reading/stems.h"

#include <algorithm>

namespace dossier::grounding {
namespace {

using reading::one_of;
using reading::TokenKind;

constexpr std::size_t kThingReach = 3;  // "two young gold chains" is as long as it gets
constexpr std::string_view kOne = "1e0";

bool is_plural(std::string_view lower) {
  if (one_of(lower, {"men", "women", "people", "children", "teeth", "feet", "police", "ladke", "log", "persons"}))
    return true;
  return lower.size() > 3 && lower.ends_with('s') && !lower.ends_with("ss") && !lower.ends_with("us") &&
         !lower.ends_with("is");
}

bool is_irregular_verb(std::string_view lower) {
  return !is_plural(lower) && !one_of(lower, {"knives", "wives", "thieves"}) && !reading::regular_form(lower).empty();
}

// A unit by one of its names; empty for what is none.
std::string_view unit_of(std::string_view stem) {
  if (one_of(stem, {"year", "yr", "saal"})) return "year";
  if (one_of(stem, {"month", "mahin"})) return "month";
  if (one_of(stem, {"week", "haft"})) return "week";
  if (one_of(stem, {"day", "din"})) return "day";
  if (one_of(stem, {"hour", "hr", "hrs", "ghant"})) return "hour";
  if (one_of(stem, {"minut", "min"})) return "minute";
  if (one_of(stem, {"km", "kilomet", "kilometr"})) return "km";
  if (one_of(stem, {"kg", "kgs", "kilo"})) return "kg";
  if (one_of(stem,
             {"quarter", "second", "metr", "meter", "feet", "foot", "inch", "gram", "litr", "tola", "acr", "bigha"}))
    return stem;
  return "";
}

// The name by which a thing is compared.
std::string thing_of(std::string_view stem) {
  if (const std::string_view unit = unit_of(stem); !unit.empty()) return std::string(unit);
  const std::string_view kin = kin_of(stem);
  return kin == "person" ? "person" : std::string(stem);
}

// The words behind a number that may be what it counts: a plural first, then the nearest.
std::vector<std::string> things_behind(const Words& words, std::size_t last) {
  std::vector<std::string> things;
  for (std::size_t i = last + 1; i <= last + kThingReach && words.same_sentence(last, i); ++i) {
    const reading::Token& token = words.token(i);
    if (words.parted_before(i) || token.kind != TokenKind::word || is_grammar(token.lower) ||
        one_of(token.lower, {"am", "pm", "baje", "hrs"}) || is_irregular_verb(token.lower))
      break;
    const bool plural = is_plural(token.lower) && (things.empty() || !is_plural(words.lower(i - 1)));
    things.insert(plural ? things.begin() : things.end(), thing_of(token.stem));
  }
  return things;
}

// Whole numbers without a unit, a currency or a sign.
bool is_plain_count(const Fact& fact) {
  return fact.kind == FactKind::number && fact.context.empty() && fact.key.ends_with("e0") &&
         !fact.key.starts_with('-') && fact.shown.find_first_of("-/:") == std::string::npos;
}

bool says_an_age(const Words& words, const Count& count) {
  const std::size_t from = count.first < 2 ? 0 : count.first - 2;
  for (std::size_t i = from; i <= count.last + 3 && i < words.count(); ++i) {
    if (one_of(words.lower(i), {"aged", "age", "old", "umra", "umar"})) return true;
  }
  return false;
}

}  // namespace

std::vector<Count> counts_of(const reading::Text& text, const std::vector<Fact>& facts) {
  const Words words(text);
  std::vector<Count> counts;
  for (const Fact& fact : facts) {
    if (is_plain_count(fact)) counts.push_back({fact.key, things_behind(words, fact.last), fact.first, fact.last});
  }
  for (std::size_t i = 0; i < words.count(); ++i) {
    const std::string_view word = words.lower(i);
    if (word == "both") counts.push_back({"2e0", things_behind(words, i), i, i});
    // A company that stands for all of them counts none: "no single company may exceed".
    if (one_of(word, {"single", "lone", "sole", "one", "ek"}) &&
        !(i > 0 && one_of(words.lower(i - 1), {"no", "any", "every"})))
      counts.push_back({std::string(kOne), things_behind(words, i), i, i});
    if (one_of(word, {"a", "an"})) counts.push_back({std::string(kOne), things_behind(words, i), i, i, true});
  }
  std::erase_if(counts, [&](const Count& count) {
    return count.things.empty() || (count.things.front() == "year" && says_an_age(words, count));
  });
  return counts;
}

void Counted::add(const reading::Text& text, const std::vector<Fact>& facts) {
  std::vector<bool> counted(text.tokens().size());
  for (const Count& count : counts_of(text, facts)) {
    if (count.article) continue;
    for (const std::string& thing : count.things) values_[thing].insert(count.value);
    for (std::size_t i = count.last + 1; i <= count.last + count.things.size(); ++i) counted[i] = true;
  }
  for (std::size_t i = 0; i < counted.size(); ++i) {
    if (!counted[i]) (is_plural(text.tokens()[i].lower) ? several_ : alone_).insert(thing_of(text.tokens()[i].stem));
  }
}

bool Counted::contradict(const Count& claim) const {
  if (claim.value == kOne) return contradict_one(claim);
  const auto counted_so = [&](const std::string& thing) {
    const auto at = values_.find(thing);
    return at != values_.end() && at->second.contains(claim.value);
  };
  if (std::any_of(claim.things.begin(), claim.things.end(), counted_so)) return false;
  const std::string& thing = claim.things.front();
  if (!unit_of(thing).empty()) return true;
  return values_.contains(thing) || alone_.contains(thing) || several_.contains(thing);
}

bool Counted::contradict_one(const Count& claim) const {
  for (const std::string& thing : claim.things) {
    // In passing "a man" may be one of several, and a boy is no person in general.
    if (claim.article && thing == "person") continue;
    const auto at = values_.find(thing);
    if (at == values_.end() || at->second.contains(std::string(kOne)) || alone_.contains(thing)) continue;
    return true;
  }
  return !claim.article && several_.contains(claim.things.front()) && !alone_.contains(claim.things.front());
}

}  // namespace dossier::grounding
