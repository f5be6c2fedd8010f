#pragma once

#include "funds/ledger.h"
#include "reading/phrases.h"

#include <optional>
#include <string_view>

// The words of fund reports in English, German and French (Spanish, Italian and Dutch where they are sure), as tables.
// A new label is added here and nowhere else.
namespace dossier::funds {

// What a column of a table holds, by its header.
enum class ColumnRole {
  unknown,
  date,
  due_date,  // wins over `date` and `notice_date`: the ledger takes the day money moved
  notice_date,
  amount,  // direction comes from the row or the section
  investor_share,
  fund_total,
  contribution,
  distribution,
  contribution_part,  // investments, fees, expenses of a call
  distribution_part,  // return of capital, income, gain
  total,
  net,
  balance,  // cumulative, running, remaining: never a transaction
  percent,
  type,
  description,
  number,
  recallable,
  currency,
  quarter_to_date,
  year_to_date,
  inception_to_date,
  fund_name,
  vintage,
  commitment,
  total_value,
  remaining_value,
  cost,     // of a holding: the table is no ledger
  holding,  // other marks of a list of investments
  irr,
  multiple
};
std::optional<ColumnRole> column_role(std::string_view header);

// Kind of a section by its title, of a row by its type or description.
std::optional<RowKind> section_kind(std::string_view title);
std::optional<RowKind> row_kind_by_words(std::string_view text);

// Rows that sum up, carry forward or repeat, and are no transactions.
enum class SummaryRow { none, total, subtotal, balance };
SummaryRow summary_row(std::string_view label);

// "Yes", "ja", "x" -> true; "No", "nein" -> false.
std::optional<bool> yes_or_no(std::string_view cell);
// What a text says about recalling: "recallable" true, "non-recallable" false, nothing when it is silent.
std::optional<bool> recallable_by_words(std::string_view text);

// Headline figures and facts a report states about its fund.
enum class HeadlineLabel {
  pic,
  dpi,
  rvpi,
  tvpi,
  irr,
  gross_irr,
  nav,
  total_calls,
  total_distributions,
  commitment,
  unfunded,
  fund_size,
  pic_multiple,
  fund_name,
  gp,
  vintage,
  as_of,
  currency,
  ignored
};
const reading::PhraseTable<HeadlineLabel>& figure_labels();

}  // namespace dossier::funds
