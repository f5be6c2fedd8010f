#pragma once

#include <optional>
#include <string_view>

// The headings of tables in fund reports. Words in English, German and French (Spanish, Italian and Dutch where they
// are sure); the words themselves are in column_phrases.cpp.
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
  account_side,       // debit or credit: which of the two is a call, the rows say
  local_amount,       // in the currency of the row, beside the amount in the document's
  total,
  net,
  balance,  // cumulative, running, remaining: never a transaction
  percent,
  type,
  description,
  number,
  recallable,
  recall_until,  // until when, or for how long
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

}  // namespace dossier::funds
