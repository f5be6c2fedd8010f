#pragma once

#include "reading/amounts.h"

#include <string>
#include <string_view>

// What stands around the digits of a printed number: footnotes, signs, currencies, suffixes. Internal to reading
// amounts; texts are folded.
namespace dossier::reading {

void strip(std::string& text);

// Superscript digits would fold into the number; they are footnote marks and are cut off first. `raw` is not folded.
std::string without_superscripts(std::string_view raw, std::string& mark);

// Moves the marks behind a number to `mark`, without their brackets.
void take_footnote(std::string& text, std::string& mark);

// "(USD) -586,296": the unit in brackets of its own.
void unwrap_currency(std::string& text);

// "1'200'000.-", "750.000,-- EUR": takes off the dash that stands for the cents, and says whether there was one.
bool take_dash_for_cents(std::string& text);

// Each takes one of its kind off the text, notes it, and says whether there was one.
bool take_sign(std::string& text, NumberText& number);
bool take_currency(std::string& text, Currency& currency);
bool take_suffix(std::string& text, NumberText& number);

}  // namespace dossier::reading
