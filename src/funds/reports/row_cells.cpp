#include "funds/reports/row_cells.h"

#include "funds/reports/recall_terms.h"
#include "funds/reports/vocabulary.h"
#include "reading/amounts.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::TableRow;

// Until when a distribution may be called again: by a column of its own, by what stands in the one that says whether,
// or by the row's words.
std::optional<RecallTerm> term_of(const TableRow& row, const Transaction& t, const LedgerColumns& columns,
                                  const DocumentStyle& style) {
  for (const auto& column : {columns.recall_until, columns.recallable}) {
    if (!column) continue;
    if (auto term = recall_term(row.cells[*column].text, style.days, TermContext::column_of_recalls)) return term;
  }
  return recall_term(t.type + " " + t.description, style.days, TermContext::running_text);
}

std::optional<bool> recallable(const TableRow& row, const Transaction& t, const LedgerColumns& columns,
                               const DocumentStyle& style, const std::string& mark) {
  if (columns.recallable) {
    const std::string& cell = row.cells[*columns.recallable].text;
    if (auto said = yes_or_no(cell)) return said;
    if (auto said = recallable_by_words(cell)) return said;
    // "Yes, until 2027": the first word answers. A cell of a day alone says until when, and so that it may.
    if (auto said = yes_or_no(cell.substr(0, cell.find_first_of(" ,;(")))) return said;
    if (recall_term(cell, style.days, TermContext::column_of_recalls)) return true;
    return false;  // the column is there and left empty
  }
  if (columns.recall_until)
    return recall_term(row.cells[*columns.recall_until].text, style.days, TermContext::column_of_recalls).has_value();
  if (auto said = recallable_by_words(t.type + " " + t.description + (mark == "r" ? " (R)" : ""))) return said;
  bool asked = std::any_of(columns.headers.begin(), columns.headers.end(),
                           [](const std::string& h) { return recallable_by_words(h).has_value(); });
  if (asked) return false;
  return std::nullopt;
}

// Whether the column says how much of the distribution may be called again.
bool of_which(const TableRow& row, const LedgerColumns& columns, const DocumentStyle& style) {
  if (!columns.recallable || yes_or_no(row.cells[*columns.recallable].text)) return false;
  auto number = reading::read_number(row.cells[*columns.recallable].text, style.mark);
  return number && number->form == reading::NumberForm::plain;
}

}  // namespace

std::string words_of(const TableRow& row, const DocumentStyle& style) {
  std::string out;
  for (const Cell& cell : row.cells) {
    if (cell.text.empty() || reading::read_number(cell.text, style.mark) || reading::read_date(cell.text, style.days))
      continue;
    out += (out.empty() ? "" : " ") + cell.text;
  }
  return out;
}

std::string label_of(const TableRow& row, const DocumentStyle& style) {
  for (std::size_t c = 0; c < row.cells.size(); ++c) {
    const std::string& text = row.cells[c].text;
    if (text.empty() || reading::read_number(text, style.mark) || reading::read_date(text, style.days)) continue;
    return text;
  }
  return {};
}

std::string joined(const TableRow& row, const std::vector<std::size_t>& columns) {
  std::string out;
  for (std::size_t c : columns) {
    if (row.cells[c].text.empty()) continue;
    out += (out.empty() ? "" : " ") + row.cells[c].text;
  }
  return out;
}

std::string number_of(const TableRow& row, const LedgerColumns& columns) {
  auto last_digits = [](const std::string& text) {
    std::string digits;
    for (char c : text) {
      if (c >= '0' && c <= '9') {
        digits.push_back(c);
      } else if (!digits.empty() && c != ' ') {
        digits.clear();
      }
    }
    std::size_t lead = digits.find_first_not_of('0');
    return lead == std::string::npos ? std::string() : digits.substr(lead);
  };
  if (columns.number) return last_digits(row.cells[*columns.number].text);
  for (std::size_t c : columns.types) {
    if (auto digits = last_digits(row.cells[c].text); !digits.empty() && digits.size() <= 3) return digits;
  }
  return {};
}

bool repeats_header(const TableRow& row, const LedgerColumns& columns) {
  if (columns.headers.empty()) return false;
  for (std::size_t c = 0; c < row.cells.size() && c < columns.headers.size(); ++c) {
    if (row.cells[c].text != columns.headers[c]) return false;
  }
  return true;
}

void settle_recall(const TableRow& row, const LedgerColumns& columns, const DocumentStyle& style,
                   const std::string& mark, Transaction& distribution) {
  const auto term = term_of(row, distribution, columns, style);
  distribution.recallable = recallable(row, distribution, columns, style, mark);
  if (!distribution.recallable && term) distribution.recallable = true;
  const bool may_be = distribution.recallable == true || of_which(row, columns, style);
  if (may_be && term) distribution.recallable_until = last_day(*term, distribution.date);
}

}  // namespace dossier::funds
