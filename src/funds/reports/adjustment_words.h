#pragma once

#include <string>

// What an adjustment says about itself: internal to settling signs.
namespace dossier::funds {

// What an adjustment corrects, and which way the cash went, by its own words.
enum class Subject { unknown, calls, distributions, recall, cashless };
enum class Cash { unknown, to_investor, from_investor };

Subject subject_of(const std::string& text);
Cash cash_of(const std::string& text);

}  // namespace dossier::funds
