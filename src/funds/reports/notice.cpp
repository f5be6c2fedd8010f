#include "funds/reports/notice.h"

#include "funds/reports/notice_amounts.h"
#include "funds/reports/notice_prose.h"
#include "funds/reports/notice_words.h"
#include "funds/reports/recall_terms.h"
#include "funds/reports/share_column.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"
#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using reading::PageLayout;
using reading::TableRow;

constexpr std::size_t kTitleLines = 12;  // a notice says what it is near its top

constexpr std::size_t kBareTitleWords = 4;

class NoticeReader {
 public:
  NoticeReader(std::span<const PageLayout> layouts, const DocumentStyle& style, const std::string& file, RowKind kind,
               const std::string& title)
      : layouts_(layouts),
        style_(style),
        file_(file),
        kind_(kind),
        tables_(style, file, kind),
        number_(notice_number(title)) {}

  NoticeReading read() {
    for (const PageLayout& layout : layouts_) {
      for (const auto& line : layout.text) take_line(line, layout.page);
    }
    for (const PageLayout& layout : layouts_) {
      for (const auto& table : layout.tables) take_table(layout, table);
    }
    NoticeReading out;
    if (!due_) take_day_in_prose();
    if (!share_) take_share_in_prose();
    const std::optional<NoticeAmount>& amount = share_ ? share_ : total_;
    Place first{file_, {}, layouts_.front().page, {}};
    if (!amount) {
      out.flags.push_back(
          {FlagCode::amount_missing, "this is a notice, but the investor's amount could not be told", first});
    } else if (!due_) {
      out.flags.push_back(
          {FlagCode::date_missing, "this is a notice, but the day the money is due could not be told", amount->place});
    } else {
      add_rows(*amount, out.rows);
      if (netted_) out.rows.push_back(row_of(other(kind_), *netted_));
    }
    return out;
  }

  // Whether the investor's own amount stands in the paper.
  bool found_share() const { return share_.has_value(); }

 private:
  // The call or the distribution; a distribution of which a part may be called again is two.
  void add_rows(const NoticeAmount& gross, std::vector<DraftRow>& rows) const {
    const bool in_part = kind_ == RowKind::distribution && recallable_ &&
                         recallable_->amount.abs() < gross.amount.abs() && !recallable_->amount.zero();
    rows.push_back(row_of(kind_, gross));
    if (!in_part) return;
    rows.back().row.amount = gross.amount.abs() - recallable_->amount.abs();
    rows.back().row.recallable = false;
    rows.push_back(row_of(kind_, *recallable_));
    rows.back().row.recallable = true;
  }

  DraftRow row_of(RowKind kind, const NoticeAmount& amount) const {
    Transaction t{.kind = kind, .date = *due_->date};
    t.precision = due_->precision;
    t.amount = amount.amount.abs();
    t.printed = amount.printed;
    t.date_printed = due_printed_;
    t.type = kind == RowKind::capital_call ? "Capital Call" : "Distribution";
    t.description = "noticed";
    if (kind == kind_) t.number = number_;
    t.status = RowStatus::noticed;
    t.place = amount.place;
    return DraftRow{std::move(t), KindBy::title_or_type, 0, {}};
  }

  void take_table(const PageLayout& layout, const reading::Table& table) {
    const auto share = share_column(layout, table, style_);
    // In a schedule of all investors the column of their shares holds everybody's: the addressee's row counts.
    NoticeFigures own = tables_.in_row_of(addressee_, table);
    if (own.gross) {
      const bool agrees = share_ && share_->amount.abs() == own.gross->amount.abs();
      if (!share_ || share || agrees) take_figures(std::move(own));
    } else if (share) {
      take_figures(tables_.in_column(table, *share));
    }
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

  // What one table calls the call as a whole no later table takes back with rows that only stand under "your share".
  void take_figures(NoticeFigures found) {
    if (!found.gross || (named_ && !found.named)) return;
    named_ = found.named;
    share_ = std::move(found.gross);
    if (found.netted) netted_ = std::move(found.netted);
    if (found.recallable) recallable_ = std::move(found.recallable);
  }

  static RowKind other(RowKind kind) {
    return kind == RowKind::capital_call ? RowKind::distribution : RowKind::capital_call;
  }

  void take_day_in_prose() {
    auto said = due_day_in_prose(layouts_, style_);
    if (!said) return;
    due_ = said->day;
    due_printed_ = said->printed;
  }

  void take_share_in_prose() {
    auto said = share_in_prose(layouts_, style_);
    if (said) share_ = NoticeAmount{said->amount, said->printed, {file_, {}, said->page, said->box}};
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
    if (!meaning && !recallable_ && recallable_by_words(label) == true)
      recallable_ = tables_.amount_in(value, box, page);
    if (!meaning || value.empty()) return;
    if (*meaning == NoticeLabel::number) {
      if (number_.empty()) number_ = notice_number("no " + value);
      return;
    }
    if (*meaning == NoticeLabel::due_date) {
      auto date = reading::read_date(value, style_.days);
      // "12:00 noon (London) on 14 February 2024": the only day among the words.
      if (!date && days_in(value, style_.days).size() == 1) date = reading::find_date(value, style_.days);
      if (date && date->date && !due_) {
        due_ = date;
        due_printed_ = value;
      }
      return;
    }
    auto amount = tables_.amount_in(value, box, page);
    if (!amount) return;
    if (*meaning == NoticeLabel::share && !share_) share_ = amount;
    if (*meaning == NoticeLabel::total && !total_) total_ = amount;
  }

  std::span<const PageLayout> layouts_;
  const DocumentStyle& style_;
  const std::string& file_;
  const RowKind kind_;
  const NoticeTables tables_;
  std::optional<NoticeAmount> share_, total_;
  bool named_ = false;  // share_ stands in a row of a table that is called the call, or is the investor's own
  std::optional<NoticeAmount> netted_;      // a distribution set off against the call, or a call against it
  std::optional<NoticeAmount> recallable_;  // the part of the distribution that may be called again
  std::vector<std::string> addressee_;      // the investor's name, folded
  std::string number_;                      // of the call or distribution
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
      NoticeReading notice = NoticeReader(layouts, style, file, *kind, title).read();
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
    NoticeReader reader(layouts, style, file, *kind, title);
    if (auto notice = reader.read(); !notice.rows.empty() || reader.found_share()) return notice;
  }
  return std::nullopt;
}

}  // namespace dossier::funds
