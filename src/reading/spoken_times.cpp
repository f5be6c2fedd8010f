#include "reading/spoken_dates.h"
#include "reading/spoken_numbers.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

namespace dossier::reading {
namespace {

enum class DayPart { none, morning, noon, afternoon, evening, night };

struct PartWord {
  std::string_view word;
  DayPart part;
};

constexpr auto kPartWords = std::to_array<PartWord>({
    {"subah", DayPart::morning},
    {"morning", DayPart::morning},
    {"savere", DayPart::morning},
    {"bhor", DayPart::morning},
    {"noon", DayPart::noon},
    {"dopahar", DayPart::noon},
    {"dopeher", DayPart::noon},
    {"dophar", DayPart::noon},
    {"afternoon", DayPart::afternoon},
    {"sham", DayPart::evening},
    {"shaam", DayPart::evening},
    {"evening", DayPart::evening},
    {"raat", DayPart::night},
    {"rat", DayPart::night},
    {"night", DayPart::night},
    {"nite", DayPart::night},
    {"ratri", DayPart::night},
});

DayPart part_of(std::string_view word) {
  auto it = std::find_if(kPartWords.begin(), kPartWords.end(), [&](const PartWord& p) { return p.word == word; });
  return it == kPartWords.end() ? DayPart::none : it->part;
}

// The hour of a twelve-hour clock in the part of the day that was said.
int hour_in(DayPart part, int hour) {
  switch (part) {
    case DayPart::none: return hour;
    case DayPart::morning: return hour == 12 ? 0 : hour;
    case DayPart::noon: return hour >= 10 ? hour : hour + 12;
    case DayPart::afternoon: return hour == 12 ? 12 : hour + 12;
    case DayPart::evening: return hour >= 12 ? hour : hour + 12;
    case DayPart::night: return hour == 12 ? 0 : (hour <= 4 ? hour : hour + 12);
  }
  return hour;
}

// The hour, on a clock of 24, at which a range begins that ends at `end_minutes`: "10 to 1 pm" begins in the morning.
int hour_before(int hour, int minute, int end_minutes) {
  const int end = end_minutes == 0 ? 24 * 60 : end_minutes;
  const int early = hour % 12 * 60 + minute, late = early + 12 * 60;
  return (late < end ? late : early) / 60;
}

constexpr int kHourAloneMin = 8;  // "11 baje" alone is of the morning; "4 baje" may be either

class TimeFinder {
 public:
  TimeFinder(const Text& text, const std::vector<bool>& taken) : text_(text), tokens_(text.tokens()), taken_(taken) {}

  std::vector<SpokenTime> run() {
    std::vector<SpokenTime> found;
    for (std::size_t i = 0; i < tokens_.size();) {
      auto time = taken_[i] ? std::nullopt : read_at(i);
      if (time) found.push_back(*time);
      i = time ? time->last + 1 : i + 1;
    }
    return found;
  }

 private:
  std::string_view lower(std::size_t i) const {
    return i < tokens_.size() ? std::string_view(tokens_[i].lower) : std::string_view{};
  }

  static std::optional<SpokenTime> made(std::size_t first, std::size_t last, int hour, int minute) {
    if (hour < 0 || hour > 23 || minute < 0 || minute > 59) return std::nullopt;
    return SpokenTime{first, last, hour * 60 + minute, -1};
  }

  // "6", "6:30", "6.30" -> hour and minute.
  static bool clock_number(std::string_view word, int& hour, int& minute, bool& with_minutes) {
    const auto at = word.find_first_of(":.");
    const auto digits = [](std::string_view s) {
      return !s.empty() && s.size() <= 2 && s.find_first_not_of("0123456789") == s.npos;
    };
    const auto head = word.substr(0, at);
    if (!digits(head)) return false;
    hour = std::stoi(std::string(head));
    minute = 0;
    with_minutes = at != word.npos;
    if (with_minutes) {
      const auto tail = word.substr(at + 1);
      if (!digits(tail) || tail.size() != 2) return false;
      minute = std::stoi(std::string(tail));
    }
    return true;
  }

  // The half of the day said right after token i: "pm", "p.m.", "a m". Moves `last` behind it.
  int half_after(std::size_t i, std::size_t& last) const {
    const auto next = lower(i + 1);
    if (next == "am" || next == "pm") {
      last = i + 1;
      return next == "pm" ? 12 : 0;
    }
    if ((next == "a" || next == "p") && lower(i + 2) == "m") {
      last = i + 2;
      return next == "p" ? 12 : 0;
    }
    return -1;
  }

  DayPart part_near(std::size_t first, std::size_t last) const {
    for (std::size_t on = 1; on <= 4 && last + on < tokens_.size(); ++on) {
      const auto part = part_of(lower(last + on));
      if (part != DayPart::none && tokens_[last + on].sentence == tokens_[last].sentence) return part;
      const auto word = lower(last + on);
      if (word != "in" && word != "the" && word != "at" && word != "of" && word != "ke" && word != "o" &&
          word != "clock" && word != "o'clock")
        break;
    }
    for (std::size_t back = 1; back <= 4 && back <= first; ++back) {
      const auto part = part_of(lower(first - back));
      if (part != DayPart::none && tokens_[first - back].sentence == tokens_[first].sentence) return part;
    }
    return DayPart::none;
  }

  std::optional<SpokenTime> read_at(std::size_t i) const {
    if (tokens_[i].kind == TokenKind::word) return spoken(i);
    const auto word = std::string_view(tokens_[i].lower);
    int hour = 0, minute = 0;
    bool with_minutes = false;
    const auto after = lower(i + 1);
    const bool hours_word = after == "hrs" || after == "hours" || after == "hr";
    if (word.size() == 4 && hours_word && word.find_first_not_of("0123456789") == word.npos) {
      const int n = std::stoi(std::string(word));
      return made(i, i + 1, n / 100, n % 100);
    }
    if (const auto dash = word.find('-'); dash != word.npos) return range_in_one(i, dash);
    if (!clock_number(word, hour, minute, with_minutes)) return std::nullopt;
    std::size_t last = i;
    if (const int half = half_after(i, last); half >= 0) {
      if (hour > 12) return made(i, last, hour, minute);
      return made(i, last, hour % 12 + half, minute);
    }
    if (after == "noon") return made(i, i + 1, 12, minute);
    if (after == "midnight") return made(i, i + 1, 0, minute);
    if (const auto end = end_of_the_range(i); end >= 0 && hour <= 12)
      return made(i, i, hour_before(hour, minute, end), minute);
    if (is_baje(after)) {
      const auto part = part_near(i, i + 1);
      return part == DayPart::none && hour < kHourAloneMin
                 ? std::nullopt
                 : made(i, i + 1, hour > 12 ? hour : hour_in(part, hour), minute);
    }
    if (with_minutes && before_hours(i)) return made(i, i, hour, minute);
    if (with_minutes && (hours_word || word.find(':') != word.npos || follows_at(i) || follows_a_date(i) ||
                         part_right_after(i) != DayPart::none)) {
      const auto part = hour <= 12 ? part_near(i, hours_word ? i + 1 : i) : DayPart::none;
      return made(i, hours_word ? i + 1 : i, hour_in(part, hour), minute);
    }
    if (after == "o'clock" || (after == "o" && lower(i + 2) == "clock") ||
        ((follows_at(i) || part_right_after(i) != DayPart::none) && hour <= 12 && !tokens_glued_after(i))) {
      const auto part = part_near(i, i);
      if (part != DayPart::none) return made(i, i, hour_in(part, hour), minute);
      // "on 16/05/2026 at 11": an hour that is said alone, late enough to be of the morning.
      if (hour >= kHourAloneMin && hour <= 12 && (after == "o" || after == "o'clock" || follows_a_date(i)))
        return made(i, i, hour, minute);
    }
    return std::nullopt;
  }

  static bool is_baje(std::string_view word) {
    return word == "baje" || word == "bje" || word == "bajey" || word == "bajkar" || word == "vaje";
  }

  // "2 and 4 am", "3 - 4.30 p.m.": the half of the day is said once, for both. The minutes since midnight at which
  // the range ends; -1: no such range.
  int end_of_the_range(std::size_t i) const {
    if (i + 1 >= tokens_.size()) return -1;
    const auto link = lower(i + 1);
    const bool linked = link == "and" || link == "to" || link == "se" || link == "till";
    const std::size_t end = linked ? i + 2 : i + 1;
    int hour = 0, minute = 0;
    bool with_minutes = false;
    if ((!linked && text_.before(end).find('-') == std::string_view::npos) || end >= tokens_.size() ||
        !clock_number(lower(end), hour, minute, with_minutes) || hour > 12)
      return -1;
    std::size_t last = end;
    const int half = half_after(end, last);
    return half < 0 ? -1 : (hour % 12 + half) * 60 + minute;
  }

  // "between 22.15 and 00.40 hrs": the word is said once, for both.
  bool before_hours(std::size_t i) const {
    const auto link = lower(i + 1);
    int hour = 0, minute = 0;
    bool with_minutes = false;
    return (link == "and" || link == "to") && clock_number(lower(i + 2), hour, minute, with_minutes) && with_minutes &&
           (lower(i + 3) == "hrs" || lower(i + 3) == "hours");
  }

  // "2-3 pm", "6.30-7 in the evening", "dopahar 2-3 baje": both hours stand in one token; it begins with the first.
  std::optional<SpokenTime> range_in_one(std::size_t i, std::size_t dash) const {
    const auto word = std::string_view(tokens_[i].lower);
    int hour = 0, minute = 0, end_hour = 0, end_minute = 0;
    bool with_minutes = false;
    if (!clock_number(word.substr(0, dash), hour, minute, with_minutes) ||
        !clock_number(word.substr(dash + 1), end_hour, end_minute, with_minutes) || hour > 12 || end_hour > 12)
      return std::nullopt;
    std::size_t last = i;
    if (const int half = half_after(i, last); half >= 0)
      return ends_at(made(i, last, hour_before(hour, minute, (end_hour % 12 + half) * 60 + end_minute), minute),
                     end_hour % 12 + half, end_minute);
    if (is_baje(lower(i + 1)) || part_right_after(i) != DayPart::none) {
      const auto part = part_near(i, is_baje(lower(i + 1)) ? i + 1 : i);
      if (part != DayPart::none)
        return ends_at(made(i, i, hour_in(part, hour), minute), hour_in(part, end_hour), end_minute);
    }
    return std::nullopt;
  }

  static std::optional<SpokenTime> ends_at(std::optional<SpokenTime> time, int hour, int minute) {
    if (time && hour <= 23 && minute <= 59) time->end_minutes = hour * 60 + minute;
    return time;
  }

  // "2.45 night", "7.30 in evening", "9 in the morning", "3 in noon".
  DayPart part_right_after(std::size_t i) const {
    std::size_t at = i + 1;
    if (lower(at) == "in") ++at;
    if (lower(at) == "the") ++at;
    return at < tokens_.size() && tokens_[at].sentence == tokens_[i].sentence ? part_of(lower(at)) : DayPart::none;
  }

  bool follows_a_date(std::size_t i) const {
    const std::size_t before = i > 0 && follows_at(i) ? 2 : 1;
    return i >= before && taken_[i - before];
  }

  bool tokens_glued_after(std::size_t i) const { return i + 1 < tokens_.size() && tokens_[i + 1].glued; }

  bool follows_at(std::size_t i) const {
    if (i == 0) return false;
    const auto word = lower(i - 1);
    return word == "at" || word == "about" || word == "around" || part_of(word) != DayPart::none;
  }

  // "four pm", "raat aath baje", "sham saadhe 6 baje", "paune saat baje".
  std::optional<SpokenTime> hour_in_words(std::size_t i) const {
    const auto value = spoken_value(tokens_, i);
    if (!value || value->value < 1 || value->value >= 13) return std::nullopt;
    const auto next = lower(value->last + 1);
    const int hour = static_cast<int>(value->value);
    const int minute = static_cast<int>(std::lround((value->value - hour) * 60));
    if (next == "am" || next == "pm") return made(i, value->last + 1, hour % 12 + (next == "pm" ? 12 : 0), minute);
    if (!is_baje(next)) return std::nullopt;
    const auto part = part_near(i, value->last + 1);
    if (part == DayPart::none) return std::nullopt;
    return made(i, value->last + 1, hour_in(part, hour), minute);
  }

  std::optional<SpokenTime> spoken(std::size_t i) const {
    if (lower(i) == "midnight") return made(i, i, 0, 0);
    if (lower(i) == "noon") return made(i, i, 12, 0);
    const bool quarter = lower(i) == "quarter" && (lower(i + 1) == "to" || lower(i + 1) == "past");
    const bool half = lower(i) == "half" && lower(i + 1) == "past";
    if (!quarter && !half) {
      return hour_in_words(i);
    }
    if (i + 2 >= tokens_.size()) return std::nullopt;
    auto hour = spoken_number(tokens_[i + 2]);
    if (!hour || *hour < 1 || *hour > 12) return std::nullopt;
    const auto part = part_near(i, i + 2);
    std::size_t last = i + 2;
    const int half_day = half_after(i + 2, last);
    if (part == DayPart::none && half_day < 0) return std::nullopt;
    const int at = half_day >= 0 ? static_cast<int>(*hour) % 12 + half_day : hour_in(part, static_cast<int>(*hour));
    const int minutes = at * 60 + (half ? 30 : (lower(i + 1) == "past" ? 15 : -15));
    return made(i, last, minutes / 60, minutes % 60);
  }

  const Text& text_;
  const std::vector<Token>& tokens_;
  const std::vector<bool>& taken_;
};

}  // namespace

namespace {

std::string clock_text(int minutes) {
  char buffer[8];
  std::snprintf(buffer, sizeof buffer, "%02d:%02d", minutes / 60 % 24, minutes % 60);
  return buffer;
}

}  // namespace

std::string SpokenTime::text() const {
  return clock_text(minutes);
}

std::string SpokenTime::end_text() const {
  return clock_text(end_minutes);
}

std::vector<SpokenTime> find_spoken_times(const Text& text, const std::vector<bool>& taken) {
  return TimeFinder(text, taken).run();
}

}  // namespace dossier::reading
