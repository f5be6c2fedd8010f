#pragma once

#include "publish/sheet.h"

#include <string>
#include <string_view>

// How the form writes days, moments and sums.
namespace dossier::fir {

// "2026-05-05" -> "05/05/2026", "2026-05-05 18:30" -> "05/05/2026 18:30"; anything else as it is.
std::string form_moment(std::string_view text);

// The two halves of a moment.
std::string form_day(std::string_view text);
std::string form_time(std::string_view text);

// "2026-05-05 18:30" -> "2026"; empty for anything but a day or a moment.
std::string form_year(std::string_view text);

// "2026-05-05" -> Tuesday in both languages; empty for anything else.
std::string form_weekday(std::string_view day);

// "1312400.00" and "1,312,400" -> "13,12,400", in lakh and crore; anything else as it is.
std::string form_rupees(std::string_view text);

}  // namespace dossier::fir
