#pragma once

#include "funds/ledger/ledger.h"

#include <optional>
#include <string>
#include <vector>

// The ways in which documents sign their adjustments, and what each makes of a row: internal to settling signs.
namespace dossier::funds {

// How a document signs its adjustments.
enum class Reading {
  own_words,        // each row by its words; a row without them by the document's convention
  effect_on_total,  // the printed sign is the effect on the total that is corrected
  investor_cash,    // the printed sign is the investor's cash
  all_on_paid_in,   // every adjustment is added to paid-in capital as printed
  all_off_paid_in   // every adjustment is subtracted from paid-in capital
};

// The reading as a sentence for people.
std::string sentence(Reading reading);

// A convention the document states in words.
std::optional<Reading> stated_convention(const std::vector<std::string>& notes);

// What an adjustment does under a reading; `fallback` is for rows whose own words say nothing.
Effects adjusted(const Transaction& t, Reading reading, Reading fallback);

// The convention of signs that the rows with telling words ("Refund to the investors: 10,000") follow, for the rows
// without; nothing when no row tells or when they contradict each other.
std::optional<Reading> shown_convention(const std::vector<Transaction>& rows);

// How many adjustments say in words something else than a reading makes of them. Corrections that cancel each other
// reproduce every total either way round, so that the totals alone do not tell.
int contradicted_words(const std::vector<Transaction>& rows, Reading reading, Reading fallback);

// Whether the rows reproduce the totals that the report prints.
enum class Agreement { unsaid, agrees, differs };
Agreement agreement(const std::vector<Transaction>& rows, const ReportedFigures& reported, int minor_digits);

}  // namespace dossier::funds
