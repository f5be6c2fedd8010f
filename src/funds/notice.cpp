#include "funds/notice.h"

#include "funds/notice_prose.h"
#include "funds/notice_words.h"
#include "funds/share_column.h"
#include "funds/table_headings.h"
#include "funds/vocabulary.h"
#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using reading::PageLayout;
using reading::TableRow;

constexpr std::size_t kTitleLines = 12;  // a notice says what it is near its top

constexpr std::size_t kBareTitleWords = 4;

struct Found {
  Money amount;
  std::string printed;
  Place place;
};

class NoticeReader {
 public:
  NoticeReader(std::span<const PageLayout> layouts, const DocumentStyle& style, const std::string& file)
      : layouts_(layouts), style_(style), file_(file) {}

  NoticeReading read(RowKind kind) {
    kind_ = kind;
    for (const PageLayout& layout : layouts_) {
      for (const auto& line : layout.text) take_line(line, layout.page);
    }
    for (const PageLayout& layout : layouts_) {
      for (const auto& table : layout.tables) take_table(layout, table);
    }
    NoticeReading out;
    if (!due_) take_day_in_prose();
    if (!share_) take_share_in_prose();
    const std::optional<Found>& amount = share_ ? share_ : total_;
    Place first{file_, {}, layouts_.front().page, {}};
    if (!amount) {
      out.flags.push_back(
          {FlagCode::amount_missing, "this is a notice, but the investor's amount could not be told", first});
    } else if (!due_) {
      out.flags.push_back(
          {FlagCode::date_missing, "this is a notice, but the day the money is due could not be told", amount->place});
    } else {
      out.rows.push_back(row_of(kind, *amount));
      if (netted_) out.rows.push_back(row_of(other(kind), *netted_));
    }
    return out;
  }

  // Whether the investor's own amount stands in the paper.
  bool found_share() const { return share_.has_value(); }

 private:
  DraftRow row_of(RowKind kind, const Found& amount) const {
    Transaction t{.kind = kind, .date = *due_->date};
    t.precision = due_->precision;
    t.amount = amount.amount.abs();
    t.printed = amount.printed;
    t.date_printed = due_printed_;
    t.type = kind == RowKind::capital_call ? "Capital Call" : "Distribution";
    t.description = "noticed";
    t.status = RowStatus::noticed;
    t.place = amount.place;
    return DraftRow{std::move(t), KindBy::title_or_type, 0, {}};
  }

  std::optional<Found> found(const std::string& text, const reading::Box& box, int page) const {
    auto number = reading::read_number(text, style_.mark);
    if (!number || number->too_large || number->form != reading::NumberForm::plain || !number->dressed)
      return std::nullopt;
    auto amount = number->magnitude.to_money(number->power != 0 ? number->power : style_.power_of_page(page),
                                             style_.minor_digits());
    if (!amount) return std::nullopt;
    return Found{*amount, text, {file_, {}, page, box}};
  }

  void take_table(const PageLayout& layout, const reading::Table& table) {
    if (!addressee_.empty()) take_row_of_addressee(table);
    const auto share = share_column(layout, table, style_);
    if (share) take_share(table, *share);
    const TableRow* first_data = table.rows.data() + count_header_rows(table, style_);
    for (const TableRow& row : table.rows) {
      const bool heads = row.header || &row < first_data;  // "Investor | Commitment" names nobody
      for (std::size_t c = 0; c + 1 < row.cells.size(); ++c) {
        const auto& next = row.cells[c + 1];
        if (!heads || !column_role(next.text)) take_addressee(row.cells[c].text, next.text);
        // What stands beside the investor's figures is the whole fund's.
        if (!share || row.cells[*share].text.empty()) take_pair(row.cells[c].text, next.text, next.box, table.page);
      }
    }
  }

  // The investor's figures, gross: the row that is called the call or distribution as a whole, else the total, else the
  // last one above a net amount. What is netted against a call is a distribution of its own when the net amount says
  // so.
  void take_share(const reading::Table& table, std::size_t share) {
    int best = -1;
    std::optional<Found> against;
    for (const TableRow& row : table.rows) {
      const auto& cell = row.cells[share];
      const std::string& label = row.cells.front().text;
      const auto meaning = notice_labels().find(reading::fold_tokens(label));
      const auto amount = found(cell.text, cell.box, table.page);
      if (!amount) continue;
      const auto kind = row_kind_by_words(label);
      const int rank = meaning == NoticeLabel::total ? 2 : summary_row(label) == SummaryRow::total ? 1 : 0;
      // A sum below what is set off is net, whatever it is called, unless it is called the call itself.
      const bool sums = rank > 0 && against && kind != kind_ && kind != other(kind_);
      if (meaning == NoticeLabel::net || sums) {
        if (best >= 0 && against && share_ && share_->amount - against->amount.abs() == amount->amount)
          netted_ = against;
        break;
      }
      if (kind == other(kind_) && (is_negative(cell.text) || rank > 0)) {
        against = amount;
      } else if (rank >= best) {
        best = rank;
        share_ = amount;
      }
    }
  }

  // A schedule of all investors: the amount in the row of the one the notice is sent to, in the first column of what
  // the notice is about.
  void take_row_of_addressee(const reading::Table& table) {
    const auto own = kind_ == RowKind::capital_call ? ColumnRole::contribution : ColumnRole::distribution;
    const auto headers = header_texts(table, count_header_rows(table, style_));
    for (const TableRow& row : table.rows) {
      if (reading::fold_tokens(row.cells.front().text) != addressee_) continue;
      for (std::size_t c = 1; c < row.cells.size(); ++c) {
        const auto role = column_role(headers[c]);
        const bool flow = role == own || role == ColumnRole::investor_share || role == ColumnRole::amount;
        if (flow && !share_) share_ = found(row.cells[c].text, row.cells[c].box, table.page);
      }
    }
  }

  static RowKind other(RowKind kind) {
    return kind == RowKind::capital_call ? RowKind::distribution : RowKind::capital_call;
  }

  bool is_negative(const std::string& text) const {
    const auto number = reading::read_number(text, style_.mark);
    return number && number->negative;
  }

  void take_day_in_prose() {
    auto said = due_day_in_prose(layouts_, style_);
    if (!said) return;
    due_ = said->day;
    due_printed_ = said->printed;
  }

  void take_share_in_prose() {
    auto said = share_in_prose(layouts_, style_);
    if (said) share_ = Found{said->amount, said->printed, {file_, {}, said->page, said->box}};
  }

  // "Due date: 17 May 2023", or the label and its value as two segments.
  void take_line(const reading::Line& line, int page) {
    for (std::size_t i = 0; i < line.segments.size(); ++i) {
      const auto& segment = line.segments[i];
      std::size_t colon = segment.text.find(':');
      if (colon != std::string::npos && colon + 1 < segment.text.size()) {
        const std::string label = segment.text.substr(0, colon);
        const std::string value(reading::trimmed(std::string_view(segment.text).substr(colon + 1)));
        take_addressee(label, value);
        take_pair(label, value, segment.box, page);
      } else if (i + 1 < line.segments.size()) {
        const auto& next = line.segments[i + 1];
        take_addressee(segment.text, next.text);
        take_pair(segment.text, next.text, next.box, page);
      }
    }
  }

  void take_addressee(const std::string& label, const std::string& value) {
    if (addressee_.empty() && names_addressee(label)) addressee_ = reading::fold_tokens(value);
  }

  void take_pair(const std::string& label, const std::string& value, const reading::Box& box, int page) {
    auto meaning = notice_labels().find(reading::fold_tokens(label));
    if (!meaning || value.empty()) return;
    if (*meaning == NoticeLabel::due_date) {
      auto date = reading::read_date(value, style_.days);
      if (date && date->date && !due_) {
        due_ = date;
        due_printed_ = value;
      }
      return;
    }
    auto amount = found(value, box, page);
    if (!amount) return;
    if (*meaning == NoticeLabel::share && !share_) share_ = amount;
    if (*meaning == NoticeLabel::total && !total_) total_ = amount;
  }

  std::span<const PageLayout> layouts_;
  const DocumentStyle& style_;
  const std::string& file_;
  std::optional<Found> share_, total_;
  std::optional<Found> netted_;         // a distribution set off against the call, or a call against the distribution
  std::vector<std::string> addressee_;  // the investor's name, folded
  RowKind kind_ = RowKind::capital_call;
  std::optional<reading::DateText> due_;
  std::string due_printed_;
};

}  // namespace

std::optional<NoticeReading> read_notice(std::span<const PageLayout> layouts, const DocumentStyle& style,
                                         const std::string& file) {
  if (layouts.empty()) return std::nullopt;
  const auto& text = layouts.front().text;
  for (std::size_t i = 0; i < std::min(kTitleLines, text.size()); ++i) {
    if (text[i].segments.size() != 1) continue;
    std::string title = text[i].text();
    if (auto kind = notice_kind(title); kind && *kind != RowKind::adjustment) {
      NoticeReading notice = NoticeReader(layouts, style, file).read(*kind);
      if (notice.rows.size() == 1 && names_both_ways(title)) {
        notice.flags.push_back({FlagCode::amount_missing,
                                "this notice is of a call and of a distribution, but only one amount could be told",
                                notice.rows.front().row.place});
      }
      return notice;
    }
    // "Kapitalabruf", "Appel de fonds": a bare title is a notice when a due date and an amount follow.
    auto kind = reading::fold_tokens(title).size() <= kBareTitleWords ? section_kind(title) : std::nullopt;
    if (!kind || *kind == RowKind::adjustment) continue;
    NoticeReader reader(layouts, style, file);
    if (auto notice = reader.read(*kind); !notice.rows.empty() || reader.found_share()) return notice;
  }
  return std::nullopt;
}

}  // namespace dossier::funds
