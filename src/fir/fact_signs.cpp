#include "fir/fact_signs.h"

#include <algorithm>
#include <array>

namespace dossier::fir {
namespace {

using reading::CueHit;
using reading::CueText;
using Place = std::optional<Span>;

// Between sunset and sunrise, for want of an almanac from seven in the evening to six in the morning.
constexpr int kNightFromMinutes = 19 * 60;
constexpr int kNightToMinutes = 6 * 60;

// An empty span: the person at the desk gave the fact, the complaint does not say it.
Place when(bool holds, Span span) {
  return holds ? Place(span) : std::nullopt;
}

// The sum that the complaint puts on property, or else the greatest it names that is of no other matter.
std::optional<AmountFact> value_of(const Facts& facts) {
  if (facts.total_value && (facts.total_value_given || !facts.total_value_span.empty() || facts.amounts.empty()))
    return AmountFact{*facts.total_value, facts.total_value_span};
  std::optional<AmountFact> greatest;
  for (const AmountFact& amount : facts.amounts) {
    if (!amount.of_another_matter && (!greatest || amount.rupees > greatest->rupees)) greatest = amount;
  }
  return greatest;
}

// What damage is put at: the sum beside loss or repair stands before the value of what was damaged.
std::optional<AmountFact> loss_of(const Facts& facts) {
  return facts.loss && !facts.total_value_given ? facts.loss : value_of(facts);
}

Place between(const std::optional<AmountFact>& sum, std::int64_t from, std::int64_t below) {
  if (!sum) return std::nullopt;
  return when(sum->rupees >= Money::of_major(from) && (below == 0 || sum->rupees < Money::of_major(below)), sum->span);
}

Place loss_outside(const Facts& facts, std::int64_t from, std::int64_t below) {
  const Place less = between(loss_of(facts), 1, from);
  return less ? less : between(loss_of(facts), below, 0);
}

Place age_between(const Facts& facts, int from, int below) {
  return when(facts.victim.age && *facts.victim.age >= from && *facts.victim.age < below, facts.victim.age_span);
}

Place night(const Facts& facts, bool wanted) {
  const int at = facts.occurrence.minutes_from;
  if (at < 0) return std::nullopt;
  const bool dark = at >= kNightFromMinutes || at < kNightToMinutes;
  return when(dark == wanted, facts.occurrence.time_from.span);
}

Place accused_at_least(const Facts& facts, int count) {
  return when(facts.accused.count && *facts.accused.count >= count, facts.accused.count_span);
}

Place vehicle_number(const Facts& facts) {
  return when(!facts.vehicles.empty(), facts.vehicles.empty() ? Span{} : facts.vehicles.front().span);
}

Place days_between(const Facts& facts, int days) {
  const auto& o = facts.occurrence;
  return when(o.from && o.to && o.from_known_day && *o.to - *o.from >= days, o.date_span);
}

Place cannabis(const Facts& facts, double from_grams, double below_grams) {
  return when(facts.cannabis_grams && *facts.cannabis_grams >= from_grams && *facts.cannabis_grams < below_grams,
              facts.cannabis_span);
}

// Where the facts say that it is not so; nothing when they say nothing.
using Contrary = Place (*)(const Facts&);

struct FactSign {
  std::string_view name;
  Place (*place)(const Facts&);
  Contrary contrary = nullptr;
};

constexpr auto kFactSigns = std::to_array<FactSign>({
    {"night", [](const Facts& f) { return night(f, true); }, [](const Facts& f) { return night(f, false); }},
    {"day", [](const Facts& f) { return night(f, false); }, [](const Facts& f) { return night(f, true); }},
    {"accused_two", [](const Facts& f) { return accused_at_least(f, 2); }},
    {"accused_five", [](const Facts& f) { return accused_at_least(f, 5); }},
    {"value_known", [](const Facts& f) { return between(value_of(f), 1, 0); }},
    {"value_below_5000", [](const Facts& f) { return between(value_of(f), 1, 5'000); },
     [](const Facts& f) { return between(value_of(f), 5'000, 0); }},
    {"value_below_20000", [](const Facts& f) { return between(loss_of(f), 1, 20'000); },
     [](const Facts& f) { return between(loss_of(f), 20'000, 0); }},
    {"value_20000_to_1_lakh", [](const Facts& f) { return between(loss_of(f), 20'000, 100'000); },
     [](const Facts& f) { return loss_outside(f, 20'000, 100'000); }},
    {"value_1_lakh", [](const Facts& f) { return between(loss_of(f), 100'000, 0); },
     [](const Facts& f) { return between(loss_of(f), 1, 100'000); }},
    {"victim_child", [](const Facts& f) { return age_between(f, 0, 18); },
     [](const Facts& f) { return age_between(f, 18, 200); }},
    {"victim_below_12", [](const Facts& f) { return age_between(f, 0, 12); },
     [](const Facts& f) { return age_between(f, 12, 200); }},
    {"victim_below_16", [](const Facts& f) { return age_between(f, 0, 16); },
     [](const Facts& f) { return age_between(f, 16, 200); }},
    {"victim_adult", [](const Facts& f) { return age_between(f, 18, 200); },
     [](const Facts& f) { return age_between(f, 0, 18); }},
    {"informant_police",
     [](const Facts& f) { return when(static_cast<bool>(f.complainant.rank), f.complainant.rank.span); }},
    {"informant_official",
     [](const Facts& f) { return when(static_cast<bool>(f.complainant.office), f.complainant.office.span); }},
    {"vehicle_number", vehicle_number},
    {"cannabis_small", [](const Facts& f) { return cannabis(f, 0, 1'000.5); },
     [](const Facts& f) { return cannabis(f, 1'000.5, 1e12); }},
    {"cannabis_middle", [](const Facts& f) { return cannabis(f, 1'000.5, 20'000); },
     [](const Facts& f) {
       const Place small = cannabis(f, 0, 1'000.5);
       return small ? small : cannabis(f, 20'000, 1e12);
     }},
    {"cannabis_commercial", [](const Facts& f) { return cannabis(f, 20'000, 1e12); },
     [](const Facts& f) { return cannabis(f, 0, 20'000); }},
    {"in_another_town",
     [](const Facts& f) { return when(!f.occurrence.in_another_town.empty(), f.occurrence.in_another_town); }},
    {"lasted_3_days", [](const Facts& f) { return days_between(f, 3); }},
    {"lasted_10_days", [](const Facts& f) { return days_between(f, 10); }},
    {"verse", [](const Facts& f) { return when(!f.verse.empty(), f.verse); }},
});

}  // namespace

namespace {

// The tokens of a place; a fact given at the desk has none.
std::optional<CueHit> hit_at(const Place& span, const CueText& text) {
  if (!span) return std::nullopt;
  if (span->empty()) return kGivenHit;
  const auto& tokens = text.text().tokens();
  std::optional<CueHit> hit;
  for (std::size_t i = 0; i < tokens.size(); ++i) {
    if (!tokens[i].span.overlaps(*span)) continue;
    if (!hit) hit = CueHit{i, i};
    hit->last = i;
  }
  return hit;
}

const FactSign* find_sign(std::string_view name) {
  const auto it = std::find_if(kFactSigns.begin(), kFactSigns.end(), [&](const FactSign& f) { return f.name == name; });
  return it == kFactSigns.end() ? nullptr : &*it;
}

}  // namespace

bool is_fact_sign(std::string_view name) {
  return find_sign(name) != nullptr;
}

std::optional<CueHit> fact_sign(std::string_view name, const Facts& facts, const CueText& text) {
  const FactSign* sign = find_sign(name);
  return sign == nullptr ? std::nullopt : hit_at(sign->place(facts), text);
}

std::optional<CueHit> contrary_of_fact_sign(std::string_view name, const Facts& facts, const CueText& text) {
  const FactSign* sign = find_sign(name);
  return sign == nullptr || sign->contrary == nullptr ? std::nullopt : hit_at(sign->contrary(facts), text);
}

}  // namespace dossier::fir
