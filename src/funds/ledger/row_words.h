#pragma once

#include "funds/ledger/ledger.h"

#include <optional>
#include <string_view>

// The words by which the rows and sections of a ledger say what they are. Words in English, German and French (Spanish,
// Italian and Dutch where they are sure).
namespace dossier::funds {

// Kind of a section by its title, of a row by its type or description.
std::optional<RowKind> section_kind(std::string_view title);
std::optional<RowKind> row_kind_by_words(std::string_view text);

// Whether a text says by itself that money moves: "call", "distribution"; and not "income" or "gain" alone, which may
// as well be earned and kept.
bool names_payment(std::string_view text);

// Whether a row tells how a value changed, not what was paid: "Unrealised appreciation", "Allocated net income". A
// payment named first is one: "Capital call - allocation of fees".
bool tells_valuation(std::string_view text);

// Whether the type of a dated row is a state of the account on that day, not a payment: "Commitment", "Valuation".
bool names_a_state(std::string_view type);

// Rows that sum up, carry forward or repeat, and are no transactions.
enum class SummaryRow { none, total, subtotal, balance };
SummaryRow summary_row(std::string_view label);

// "Yes", "ja", "x" -> true; "No", "nein" -> false.
std::optional<bool> yes_or_no(std::string_view cell);
// What a text says about recalling: "recallable" true, "non-recallable" false, nothing when it is silent.
std::optional<bool> recallable_by_words(std::string_view text);

}  // namespace dossier::funds
