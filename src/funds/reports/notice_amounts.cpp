#include "funds/reports/notice_amounts.h"

#include "funds/reports/notice_words.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"
#include "reading/amounts.h"
#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using reading::TableRow;

// Whether the two are what is due or paid once `against` is set off.
bool nets(const std::optional<NoticeAmount>& gross, const std::optional<NoticeAmount>& against, Money net) {
  return gross && against && gross->amount.abs() - against->amount.abs() == net.abs();
}

// "Unfunded commitment after this call": where the investor stands, not what is called.
bool tells_of_commitment(const std::string& label) {
  const auto figure = figure_labels().find(reading::fold_tokens(label));
  return figure == HeadlineLabel::commitment || figure == HeadlineLabel::unfunded || figure == HeadlineLabel::nav;
}

// Parts of one distribution that may be called again are one part of it.
void add_recallable(std::optional<NoticeAmount>& part, const NoticeAmount& amount) {
  if (part) {
    part->amount += amount.amount;
  } else {
    part = amount;
  }
}

}  // namespace

std::optional<NoticeAmount> NoticeTables::amount_in(const std::string& text, const reading::Box& box, int page) const {
  auto number = reading::read_number(text, style_.mark);
  if (!number || number->too_large || number->form != reading::NumberForm::plain || !number->dressed)
    return std::nullopt;
  auto amount = number->magnitude.to_money(number->power != 0 ? number->power : style_.power_of_page(page),
                                           style_.minor_digits());
  if (!amount) return std::nullopt;
  return NoticeAmount{*amount, text, {file_, {}, page, box}};
}

NoticeFigures NoticeTables::in_column(const reading::Table& table, std::size_t share) const {
  NoticeFigures out;
  int best = -1;
  std::optional<NoticeAmount> against;
  for (const TableRow& row : table.rows) {
    const auto& cell = row.cells[share];
    const std::string& label = row.cells.front().text;
    const auto meaning = notice_labels().find(reading::fold_tokens(label));
    const auto amount = amount_in(cell.text, cell.box, table.page);
    if (!amount || tells_of_commitment(label)) continue;
    const auto kind = row_kind_by_words(label);
    const int rank = meaning == NoticeLabel::total ? 2 : summary_row(label) == SummaryRow::total ? 1 : 0;
    // A sum below what is set off is net, whatever it is called, unless it is called the call itself.
    const bool sums = rank > 0 && against && kind != kind_ && kind != other_kind();
    if (meaning == NoticeLabel::net || sums) {
      if (best >= 0 && nets(out.gross, against, amount->amount)) out.netted = against;
      break;
    }
    const bool part = rank == 0 && kind_ == RowKind::distribution && !is_negative(cell.text);
    if (part && recallable_by_words(label) == true) add_recallable(out.recallable, *amount);
    if (kind == other_kind() && (is_negative(cell.text) || rank > 0)) {
      against = amount;
    } else if (rank >= best) {
      best = rank;
      out.gross = amount;
      out.named = rank > 0;
    }
  }
  return out;
}

NoticeFigures NoticeTables::in_row_of(const std::vector<std::string>& investor, const reading::Table& table) const {
  if (investor.empty()) return {};
  for (const TableRow& row : table.rows) {
    const bool named = std::any_of(row.cells.begin(), row.cells.end(), [&](const reading::Cell& cell) {
      return reading::fold_tokens(cell.text) == investor;
    });
    if (!named) continue;
    if (NoticeFigures found = in_row(table, row); found.gross) return found;
  }
  return {};
}

NoticeFigures NoticeTables::in_row(const reading::Table& table, const TableRow& row) const {
  const auto own = kind_ == RowKind::capital_call ? ColumnRole::contribution : ColumnRole::distribution;
  const auto against = kind_ == RowKind::capital_call ? ColumnRole::distribution : ColumnRole::contribution;
  const auto headers = header_texts(table, count_header_rows(table, style_));
  NoticeFigures out;
  std::optional<NoticeAmount> set_off, net, total;
  for (std::size_t c = 1; c < row.cells.size(); ++c) {
    const auto role = column_role(headers[c]);
    const auto amount = amount_in(row.cells[c].text, row.cells[c].box, table.page);
    if (!amount || !role) continue;
    if (*role == ColumnRole::net) {
      net = amount;
    } else if (kind_ == RowKind::distribution && recallable_by_words(headers[c]) == true) {
      add_recallable(out.recallable, *amount);
    } else if (*role == against) {
      set_off = amount;
    } else if (*role == own || *role == ColumnRole::investor_share || *role == ColumnRole::amount) {
      if (!out.gross) out.gross = amount;
    } else if (*role == ColumnRole::total || summary_row(headers[c]) == SummaryRow::total) {
      total = amount;
    }
  }
  if (!out.gross) out.gross = total;  // "Total distribution", behind its parts
  out.named = out.gross.has_value();
  if (net && nets(out.gross, set_off, net->amount)) out.netted = set_off;
  return out;
}

RowKind NoticeTables::other_kind() const {
  return kind_ == RowKind::capital_call ? RowKind::distribution : RowKind::capital_call;
}

bool NoticeTables::is_negative(const std::string& text) const {
  const auto number = reading::read_number(text, style_.mark);
  return number && number->negative;
}

}  // namespace dossier::funds
