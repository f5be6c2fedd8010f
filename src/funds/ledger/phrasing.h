#pragma once

#include "base/date.h"
#include "base/money.h"

#include <string>
#include <string_view>
#include <vector>

// How figures are written for people. Rounding happens here and nowhere else.
namespace dossier::funds {

std::string money_text(Money amount, Currency currency);      // "$11,050,000", "-€97,250.50", "CHF 12", "1,200"
std::string multiple_text(double multiple);                   // "0.39x"
std::string percent_text(double fraction);                    // "12.5%": rates and shares, one decimal
std::string_view month_name(int month);                       // 1: "January"
std::string date_text(Date date);                             // "10 March 2024"
std::string period_text(Date date, DatePrecision precision);  // "10 March 2024", "March 2024", "Q1 2024"

// "a", "a and b", "a, b and c".
std::string joined(const std::vector<std::string>& parts, std::string_view last = "and");
// "1 call", "3 calls", "no calls".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace dossier::funds
