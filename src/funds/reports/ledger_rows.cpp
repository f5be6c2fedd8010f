#include "funds/reports/ledger_rows.h"

#include "funds/reports/row_cells.h"
#include "funds/reports/running_sums.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Cell;
using reading::NumberForm;
using reading::TableRow;

constexpr std::size_t kSectionBytesMax = 60;

class RowReader {
 public:
  RowReader(const reading::Table& table, const LedgerColumns& columns, const DocumentStyle& style, Section& section,
            const std::string& file, int power)
      : table_(table),
        columns_(columns),
        style_(style),
        section_(section),
        file_(file),
        sums_(columns, style, section, power) {
    auto bold_rows =
        std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.bold(); });
    section_.types_decide = section_.types_decide || names_both_directions();
    days_are_told_ = mostly_days();
    data_is_bold_ = 2 * bold_rows > static_cast<std::ptrdiff_t>(table.rows.size());
  }

  RowsReading read() && {
    if (columns_.flows.empty()) {
      flag(FlagCode::amount_missing,
           "the table has dates but no column of amounts that could be told; nothing was read from it", table_.box);
      return std::move(out_);
    }
    for (std::size_t r = columns_.header_rows; r < table_.rows.size(); ++r) take(table_.rows[r]);
    flag_columns_left_out();
    return std::move(out_);
  }

 private:
  // A second column of calls or of distributions beside the one that is read may be another fund's or another class's.
  void flag_columns_left_out() {
    for (const FlowColumn& flow : columns_.flows) {
      if (!flow.kind || !flow.part.empty()) continue;
      for (std::size_t c = flow.index + 1; c < columns_.roles.size(); ++c) {
        if (columns_.roles[c] != columns_.roles[flow.index]) continue;
        const auto filled = std::find_if(
            table_.rows.begin() + static_cast<std::ptrdiff_t>(columns_.header_rows), table_.rows.end(),
            [&](const TableRow& row) { return reading::read_number(row.cells[c].text, style_.mark).has_value(); });
        if (filled == table_.rows.end()) continue;
        flag(FlagCode::row_unread,
             fmt::format("a second column \"{}\" was not read: whose it is could not be told", columns_.headers[c]),
             {table_.column_x0[c], table_.box.y0, table_.column_x1[c], table_.box.y1});
      }
    }
  }

  void take(const TableRow& row) {
    if (row.header || repeats_header(row, columns_)) return;
    const std::string label = label_of(row, style_);
    const Cell& date_cell = row.cells[columns_.date];
    bool dated = !date_cell.text.empty() && reading::read_date(date_cell.text, style_.days).has_value();
    SummaryRow summary = summary_row(label);
    if (!dated && summary_row(date_cell.text) != SummaryRow::none) summary = summary_row(date_cell.text);
    if (summary != SummaryRow::none && (!dated || summary == SummaryRow::balance))
      return flag_all(sums_.check_total(row, summary));
    const std::string event = event_of(row);
    if (!section_.kind && names_a_state(event)) return;
    if (!section_.kind && tells_valuation(event)) return take_valuation(row, event);
    if (!any_amount(row)) return take_without_amount(row, dated);
    if (!dated) return take_without_date(row, label);
    take_flows(row, *reading::read_date(date_cell.text, style_.days));
  }

  // What happened, by the type, or by the description where no column holds types.
  std::string event_of(const TableRow& row) const {
    return joined(row, columns_.types.empty() ? columns_.descriptions : columns_.types);
  }

  // "Unrealised gain" is no flow; what names a payment as well ("Allocated distribution") may be one.
  void take_valuation(const TableRow& row, const std::string& type) {
    if (!names_payment(type) || !any_amount(row)) return;
    flag(FlagCode::kind_unknown,
         fmt::format("\"{}\" could be a payment or the change of a value; the row was not read", type), row.box);
  }

  // Whether nearly every date of the table is a day, so that a month alone has lost its day.
  bool mostly_days() const {
    constexpr int kDaysPerMonth = 4;
    int days = 0, others = 0;
    for (const TableRow& row : table_.rows) {
      const auto date = reading::read_date(row.cells[columns_.date].text, style_.days);
      if (date && date->date) ++(date->precision == DatePrecision::day ? days : others);
    }
    return days >= kDaysPerMonth * std::max(1, others);
  }

  bool names_both_directions() const {
    int calls = 0;
    int distributions = 0;
    for (const TableRow& row : table_.rows) {
      if (row.cells[columns_.date].text.empty() || !reading::read_date(row.cells[columns_.date].text, style_.days))
        continue;
      auto kind = row_kind_by_words(style_.type_in_words(joined(row, columns_.types)));
      calls += kind == RowKind::capital_call;
      distributions += kind == RowKind::distribution;
    }
    return calls > 0 && distributions > 0;
  }

  // A row without amounts: a new section, a note, or a dated row whose amount is missing.
  void take_without_amount(const TableRow& row, bool dated) {
    if (dated) {
      flag(FlagCode::amount_missing, fmt::format("the row of {} has no amount", row.cells[columns_.date].text),
           row.box);
    } else if (const Cell* unread = unreadable_amount(row)) {
      flag(FlagCode::amount_unreadable, fmt::format("\"{}\" stands where an amount is expected", unread->text),
           unread->box);
    } else if (!only_described(row)) {
      begin_section(words_of(row, style_));
    }
  }

  // Words in the description alone go on from a row above or below; a section's title stands at the left.
  bool only_described(const TableRow& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      bool described =
          std::find(columns_.descriptions.begin(), columns_.descriptions.end(), c) != columns_.descriptions.end();
      if (!row.cells[c].text.empty() && (!described || c == 0)) return false;
    }
    return true;
  }

  // A row inside the table that titles those below it; its own amount, if any, is their sum.
  bool begin_section(const std::string& words) {
    auto kind = section_kind(words);
    if (!kind || words.size() > kSectionBytesMax) return false;
    section_ =
        Section{words, kind, std::vector<Money>(columns_.flows.size()), std::vector<Money>(columns_.flows.size())};
    last_date_.reset();
    return true;
  }

  void take_without_date(const TableRow& row, const std::string& label) {
    const Cell& date_cell = row.cells[columns_.date];
    if (sums_.take_silent_total(row)) return;
    bool set_apart = row.bold() && !data_is_bold_;
    if (set_apart && begin_section(words_of(row, style_))) return;
    if (!date_cell.text.empty()) {
      flag(FlagCode::date_missing, fmt::format("\"{}\" is no date; the row was not read", date_cell.text),
           date_cell.box);
    } else if (last_date_ && !label.empty() && !set_apart) {
      // One date over several components: the rows below it belong to the same day.
      std::size_t before = out_.rows.size();
      take_flows(row, *last_date_);
      for (std::size_t i = before; i < out_.rows.size(); ++i) out_.rows[i].row.confidence = 0.9;
    } else {
      flag(FlagCode::date_missing, "an amount without a date; the row was not read", row.box);
    }
  }

  void take_flows(const TableRow& row, const reading::DateText& date) {
    const Cell& date_cell = row.cells[columns_.date];
    if (date.status == reading::DateText::Status::impossible) {
      flag(FlagCode::date_impossible, fmt::format("there is no day \"{}\"; the row was not read", date_cell.text),
           date_cell.box);
      return;
    }
    last_date_ = date;
    if (date.status == reading::DateText::Status::ambiguous) {
      flag(FlagCode::date_ambiguous,
           fmt::format("\"{}\" could be two days and nothing in the document settles which; read with the day first",
                       date_cell.text),
           date_cell.box);
    }
    if (days_are_told_ && date.precision != DatePrecision::day) {
      flag(FlagCode::date_ambiguous,
           fmt::format("\"{}\" names no day, as the other rows do; read as the last day of its period", date_cell.text),
           date_cell.box);
    }
    for (std::size_t f = 0; f < columns_.flows.size(); ++f) take_flow(row, date, f);
    flag_all(sums_.check_parts(row));
  }

  void take_flow(const TableRow& row, const reading::DateText& date, std::size_t f) {
    const FlowColumn& flow = columns_.flows[f];
    const Cell& cell = row.cells[flow.index];
    if (cell.text.empty()) return;
    auto number = reading::read_number(cell.text, style_.mark);
    if (!number || number->form == NumberForm::percent || number->form == NumberForm::multiple ||
        number->form == NumberForm::not_available) {
      flag(FlagCode::amount_unreadable, fmt::format("\"{}\" stands where an amount is expected", cell.text), cell.box);
      return;
    }
    if (number->form == NumberForm::nil && columns_.flows.size() > 1) return;
    auto amount = sums_.money_of(*number);
    if (amount && amount->zero() && columns_.flows.size() > 1) return;
    if (!amount) {
      flag(FlagCode::amount_too_large, fmt::format("\"{}\" is beyond any amount that is read (10^15)", cell.text),
           cell.box);
      return;
    }
    if (number->currency.known() && style_.currency.known() && number->currency != style_.currency) {
      flag(FlagCode::currency_mixed,
           fmt::format("\"{}\" is not in {}; the row was not added to amounts in that currency", cell.text,
                       style_.currency.code()),
           cell.box);
      return;
    }
    out_.rows.push_back(draft(row, date, flow, cell, *amount, number->mark));
    sums_.add(f, out_.rows.back().row.kind, *amount);
    part_recallable(row);
  }

  // "Of which recallable: 250,000": the last row read is two, one that may be called again and one that may not.
  void part_recallable(const TableRow& row) {
    if (!columns_.recallable || out_.rows.back().row.kind != RowKind::distribution) return;
    const Cell& cell = row.cells[*columns_.recallable];
    auto number = reading::read_number(cell.text, style_.mark);
    if (!number || number->form != NumberForm::plain || yes_or_no(cell.text)) return;
    auto part = sums_.money_of(*number);
    Money whole = out_.rows.back().row.amount;
    if (!part || part->zero() || part->abs() > whole.abs()) return;
    out_.rows.back().row.recallable = true;
    if (part->abs() == whole.abs()) return;
    DraftRow rest = out_.rows.back();
    rest.row.amount = whole.negative() ? -(whole.abs() - part->abs()) : whole.abs() - part->abs();
    rest.row.recallable = false;
    rest.row.recallable_until.reset();
    Transaction& again = out_.rows.back().row;
    again.amount = whole.negative() ? -part->abs() : part->abs();
    again.printed = cell.text;
    again.place.box = cell.box;
    out_.rows.push_back(std::move(rest));
  }

  DraftRow draft(const TableRow& row, const reading::DateText& date, const FlowColumn& flow, const Cell& cell,
                 Money amount, const std::string& mark) {
    Transaction t{.date = *date.date};
    t.precision = date.precision;
    t.amount = amount;
    t.printed = cell.text;
    t.date_printed = row.cells[columns_.date].text;
    t.place = {file_, {}, table_.page, cell.box};
    t.type = style_.type_in_words(joined(row, columns_.types));
    if (!flow.part.empty()) t.type = flow.part;
    t.description = joined(row, columns_.descriptions);
    t.number = number_of(row, columns_);
    DraftRow out{std::move(t), KindBy::title_or_type, 0, section_.title};
    settle_kind(out, flow);
    if (out.row.type.empty())
      out.row.type = out.row.kind == RowKind::capital_call   ? "Capital Call"
                     : out.row.kind == RowKind::distribution ? "Distribution"
                                                             : "Adjustment";
    if (out.row.kind == RowKind::distribution) settle_recall(row, columns_, style_, mark, out.row);
    return out;
  }

  // The section's title decides; then the row's own type; then the column; then its description.
  void settle_kind(DraftRow& draft, const FlowColumn& flow) const {
    auto by_type = row_kind_by_words(draft.row.type);
    if (flow.kind) {
      bool correction = by_type == RowKind::adjustment && flow.part.empty();
      draft.row.kind = correction ? RowKind::adjustment : *flow.kind;
    } else if (section_.kind && !(section_.types_decide && by_type)) {
      draft.row.kind = *section_.kind;
    } else if (by_type) {
      draft.row.kind = *by_type;
    } else if (auto by_description = row_kind_by_words(draft.row.description)) {
      draft.row.kind = *by_description;
      draft.row.confidence = 0.85;
      draft.kind_by = KindBy::description;
    } else {
      draft.kind_by = KindBy::nothing;
    }
  }

  bool any_amount(const TableRow& row) const {
    return std::any_of(columns_.flows.begin(), columns_.flows.end(), [&](const FlowColumn& flow) {
      auto number = reading::read_number(row.cells[flow.index].text, style_.mark);
      return number && number->form != NumberForm::not_available;
    });
  }

  const Cell* unreadable_amount(const TableRow& row) const {
    for (const FlowColumn& flow : columns_.flows) {
      const Cell& cell = row.cells[flow.index];
      if (!cell.text.empty() && cell.span == 1 && cell.text.find_first_of("0123456789") != std::string::npos)
        return &cell;
    }
    return nullptr;
  }

  void flag_all(std::vector<Mismatch> found) {
    for (Mismatch& one : found) flag(FlagCode::total_mismatch, std::move(one.message), one.box);
  }

  void flag(FlagCode code, std::string message, const reading::Box& box) {
    out_.flags.push_back({code, std::move(message), {file_, {}, table_.page, box}});
  }

  const reading::Table& table_;
  const LedgerColumns& columns_;
  const DocumentStyle& style_;
  Section& section_;
  const std::string& file_;
  RunningSums sums_;
  std::optional<reading::DateText> last_date_;
  bool data_is_bold_ = false;
  bool days_are_told_ = false;
  RowsReading out_;
};

}  // namespace

RowsReading read_ledger_rows(const reading::Table& table, const LedgerColumns& columns, const DocumentStyle& style,
                             Section& section, const std::string& file, int power) {
  return RowReader(table, columns, style, section, file, power).read();
}

}  // namespace dossier::funds
