#include "grounding/facts.h"
#include "reading/one_of.h"
#include "reading/spoken_dates.h"

#include <algorithm>
#include <array>

namespace dossier::grounding {
namespace detail {
namespace {

using reading::one_of;

constexpr std::size_t kHalfReach = 4;  // tokens on each side of a time

// A part of the day by its words, and the minutes of the clock that lie in it; a part that ends before it begins goes
// over midnight.
struct PartOfDay {
  std::string_view name;
  int from, to;
  std::string_view words;  // parted by blanks, with one at each end
};
constexpr auto kParts = std::to_array<PartOfDay>({
    {"midnight", 23 * 60 + 45, 15, " midnight aadhi "},
    {"noon", 11 * 60 + 45, 12 * 60 + 30, " noon midday "},
    {"dawn", 4 * 60, 6 * 60 + 30, " dawn daybreak sunrise bhor "},
    {"dusk", 17 * 60 + 30, 19 * 60 + 30, " dusk sunset twilight nightfall "},
    {"morning", 3 * 60, 12 * 60, " morning mornings subah savere morgens "},
    {"afternoon", 12 * 60, 17 * 60, " afternoon dopahar dopeher dophar nachmittags "},
    {"evening", 16 * 60, 21 * 60, " evening evenings sham shaam abends "},
    {"night", 19 * 60, 5 * 60, " night nights raat rat ratri nachts overnight "},
    {"daytime", 6 * 60, 18 * 60, " daylight daytime "},
});

const PartOfDay* part_of(const std::string& word) {
  const std::string wanted = " " + word + " ";
  const auto part = std::find_if(kParts.begin(), kParts.end(),
                                 [&](const PartOfDay& p) { return p.words.find(wanted) != std::string_view::npos; });
  return part == kParts.end() ? nullptr : part;
}

int minutes_of(const std::string& clock) {
  return std::stoi(clock.substr(0, 2)) * 60 + std::stoi(clock.substr(3));
}
bool is_clock(const std::string& key) {
  return key.find(':') != std::string::npos;
}
bool lies_in(int minutes, const PartOfDay& part) {
  return part.from <= part.to ? part.from <= minutes && minutes <= part.to : minutes >= part.from || minutes <= part.to;
}

// Whether the part of the day at token i only says again what the clock time before it does: "6:30 in the evening".
bool belongs_to_time(const Scan& scan, std::size_t i, const PartOfDay& part) {
  for (std::size_t back = 1; back <= 4 && back <= i && scan.same_sentence(i - back, i); ++back) {
    const auto time = std::find_if(scan.facts.begin(), scan.facts.end(), [&](const Fact& fact) {
      return fact.kind == FactKind::time && fact.first <= i - back && i - back <= fact.last;
    });
    if (time != scan.facts.end()) return is_clock(time->key) && lies_in(minutes_of(time->key), part);
    if (!one_of(scan.token(i - back).lower, {"in", "the", "at", "of", "o", "clock", "o'clock"})) return false;
  }
  return false;
}

// Whether anything near a time says in which half of the day it is.
bool says_its_half(const Scan& scan, std::size_t first, std::size_t last) {
  const std::size_t from = first < kHalfReach ? 0 : first - kHalfReach;
  for (std::size_t i = from; i <= last + kHalfReach && i < scan.used.size(); ++i) {
    const std::string& word = scan.token(i).lower;
    if (!scan.same_sentence(first, i)) continue;
    if (part_of(word) != nullptr || one_of(word, {"am", "pm", "hrs", "hours", "hr"})) return true;
    if (word == "m" && i > 0 && one_of(scan.token(i - 1).lower, {"a", "p"})) return true;
  }
  return false;
}

}  // namespace

void find_times(Scan& scan) {
  for (const reading::SpokenTime& time : reading::find_spoken_times(scan.text, scan.used)) {
    std::size_t last = time.last;
    while (scan.is_free(last + 1) &&
           one_of(scan.token(last + 1).lower, {"o", "clock", "o'clock", "hrs", "hours", "baje"}))
      ++last;
    const bool half_said = time.minutes > 13 * 60 || says_its_half(scan, time.first, last);
    scan.take(FactKind::time, time.first, last, time.text(), half_said ? "" : std::string(kHalfUnsaid));
  }
  for (std::size_t i = 0; i < scan.used.size(); ++i) {
    const PartOfDay* part = scan.is_free(i) ? part_of(scan.token(i).lower) : nullptr;
    if (part != nullptr && !belongs_to_time(scan, i, *part)) scan.take(FactKind::time, i, i, std::string(part->name));
  }
}

}  // namespace detail

namespace {

// Dawn is in the morning, midnight in the night.
bool is_part_of(const std::string& part, const std::string& whole) {
  return (whole == "morning" && part == "dawn") || (whole == "night" && part == "midnight") ||
         (whole == "evening" && part == "dusk") || (whole == "12:00" && part == "noon") ||
         (whole == "00:00" && part == "midnight");
}

}  // namespace

bool time_supports(const Fact& source, const Fact& claim) {
  using detail::is_clock;
  using detail::minutes_of;
  if (source.key == claim.key) return source.context == claim.context || claim.context == kHalfUnsaid;
  if (is_clock(source.key) && is_clock(claim.key))
    return claim.context == kHalfUnsaid && (minutes_of(source.key) - minutes_of(claim.key)) % (12 * 60) == 0;
  if (!is_clock(source.key) || source.context == kHalfUnsaid) return is_part_of(source.key, claim.key);
  const auto part = std::find_if(detail::kParts.begin(), detail::kParts.end(),
                                 [&](const detail::PartOfDay& p) { return p.name == claim.key; });
  return part != detail::kParts.end() && detail::lies_in(minutes_of(source.key), *part);
}

}  // namespace dossier::grounding
