#pragma once

#include "fir/assess.h"
#include "fir/facts.h"

#include <optional>
#include <string_view>

namespace dossier::fir {

// Which code applies: the day of the offence decides, never the day of the report. The Sanhita is in force from
// 1 July 2024; conduct that runs across that day falls under both.
enum class Law { bns, ipc, both, unknown };
std::string_view name_of(Law law);

// Whether the complaint tells of conduct that went on over time.
bool went_on(const Assessment& assessment);

Law law_of(const Facts& facts, const Assessment& assessment, std::optional<Date> told_on);

// Where the complaint goes (form.md 6 of the procedure): "FIR", "ZERO_FIR", "NCR" ...
std::string_view route_of(const Assessment& assessment);

}  // namespace dossier::fir
