#pragma once

#include "base/date.h"
#include "reading/tokens.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::reading {

// A day (or a month, or a year) that a text names, absolutely or from the day it was told.
struct SpokenDate {
  std::size_t first = 0, last = 0;  // tokens
  std::optional<Date> from;         // first day meant; nothing when there is no such day ("31 Feb")
  std::optional<Date> to;           // last day meant: the same for a day, the month's last for a month
  bool relative = false;            // "yesterday", "aaj", "two days ago"
  bool since = false;               // "since", "from", "se": something went on from then
  bool until = false;               // "till", "to", "tak": it went on until then
  bool year_guessed = false;        // the text gave none; the last such day before the telling was taken
};

// A time of the day, 24 hours, "18:30".
struct SpokenTime {
  std::size_t first = 0, last = 0;
  int minutes = 0;     // since midnight
  int end_minutes = -1;  // where one token tells a range ("2-3 pm"): when it ends; else -1
  std::string text() const;
  std::string end_text() const;  // of the end of such a range
};

// Dates in order: 14.02.2026, 14/2/26, 2026-02-14, 14th Feb 2026, February 14, Feb 2026, since 2023, today, kal, two
// days ago. `told_on` anchors relative ones and years left out; without it they have no day.
std::vector<SpokenDate> find_spoken_dates(const Text& text, std::optional<Date> told_on);

// Times in order: 6.30 pm, 18:30 hrs, 2030 hours, raat 8 baje, 12 noon, midnight. `taken` holds tokens of dates.
std::vector<SpokenTime> find_spoken_times(const Text& text, const std::vector<bool>& taken);

}  // namespace dossier::reading
