#pragma once

#include "reading/spoken_dates.h"

#include <optional>
#include <vector>

namespace dossier::fir {

// The dates of a complaint. Relative days count from the day the complaint says it was written on, else from the day of
// the report.
std::vector<reading::SpokenDate> read_dates(const reading::Text& text, std::optional<Date> told_on);

// Whether the complaint was written on that day: "Complaint dated 25-09-2025" at the head, or the day that closes the
// letter when another is named before it. Such a day is no day of the offence.
bool written_on(const reading::Text& text, const reading::SpokenDate& date, std::size_t dates_named);

}  // namespace dossier::fir
