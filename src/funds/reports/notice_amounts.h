#pragma once

#include "funds/ledger/ledger.h"
#include "funds/reports/style.h"
#include "reading/tables.h"

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace dossier::funds {

// An amount of money as a notice prints it.
struct NoticeAmount {
  Money amount;
  std::string printed;
  Place place;
};

// What one table of a notice says of the investor's money.
struct NoticeFigures {
  std::optional<NoticeAmount> gross;
  bool named = false;  // gross stands in a row that is called the call or the distribution as a whole, or a total
  std::optional<NoticeAmount> netted;  // a distribution set off against the call, or a call against the distribution
  std::optional<NoticeAmount> recallable;  // the part of the distribution that may be called again
};

// Reads the tables of a notice of one kind. `style` and `file` outlive it.
class NoticeTables {
 public:
  NoticeTables(const DocumentStyle& style, const std::string& file, RowKind kind)
      : style_(style), file_(file), kind_(kind) {}

  // The amount a text is; nothing where it is no amount of money.
  std::optional<NoticeAmount> amount_in(const std::string& text, const reading::Box& box, int page) const;

  // The investor's figures, one below the other in the column `share`. Gross is the row that is called the call or
  // distribution as a whole, else the total, else the last one above a net amount. What is netted against it is a flow
  // of its own when the net amount says so.
  NoticeFigures in_column(const reading::Table& table, std::size_t share) const;

  // A schedule of all investors: the figures in the row of `investor` (folded words), by what heads their columns.
  // Nothing where no row names it.
  NoticeFigures in_row_of(const std::vector<std::string>& investor, const reading::Table& table) const;

 private:
  NoticeFigures in_row(const reading::Table& table, const reading::TableRow& row) const;
  RowKind other_kind() const;
  bool is_negative(const std::string& text) const;

  const DocumentStyle& style_;
  const std::string& file_;
  RowKind kind_;
};

}  // namespace dossier::funds
