#pragma once

#include "base/clock.h"
#include "base/date.h"
#include "base/result.h"

#include <optional>
#include <string>

namespace dossier::desks::funds {

// Days and moments of requests.

// The moment that "as known on" means: "2024-06-30" is the end of that day, UTC; "2024-06-30T12:00:00[.123456][Z]" that
// moment. Fails with invalid_argument, naming known_on.
Result<WallTime> known_on_moment(const std::string& text);

// The same of a parameter that may be absent or empty.
Result<std::optional<WallTime>> known_on_moment(const std::optional<std::string>& text);

// A day of a request, "2024-06-30"; invalid_argument, naming the field, when it is none.
Result<Date> day_in(const std::string& text, const char* field);
// The same of a parameter that may be absent or empty.
Result<std::optional<Date>> day_in(const std::optional<std::string>& text, const char* field);

}  // namespace dossier::desks::funds
