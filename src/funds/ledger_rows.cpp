#include "funds/ledger_rows.h"

#include "funds/recall_terms.h"
#include "reading/fold.h"

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
      : table_(table), columns_(columns), style_(style), section_(section), file_(file), power_(power) {
    section_.since_total.resize(columns.flows.size());
    section_.since_subtotal.resize(columns.flows.size());
    auto bold_rows =
        std::count_if(table.rows.begin(), table.rows.end(), [](const TableRow& row) { return row.bold(); });
    section_.types_decide = section_.types_decide || names_both_directions();
    data_is_bold_ = 2 * bold_rows > static_cast<std::ptrdiff_t>(table.rows.size());
  }

  RowsReading read() && {
    if (columns_.flows.empty()) {
      flag(FlagCode::amount_missing,
           "the table has dates but no column of amounts that could be told; nothing was read from it", table_.box);
      return std::move(out_);
    }
    for (std::size_t r = columns_.header_rows; r < table_.rows.size(); ++r) take(table_.rows[r]);
    return std::move(out_);
  }

 private:
  void take(const TableRow& row) {
    if (row.header || repeats_header(row)) return;
    const std::string label = label_of(row);
    const Cell& date_cell = row.cells[columns_.date];
    bool dated = !date_cell.text.empty() && reading::read_date(date_cell.text, style_.days).has_value();
    SummaryRow summary = summary_row(label);
    if (!dated && summary_row(date_cell.text) != SummaryRow::none) summary = summary_row(date_cell.text);
    if (summary != SummaryRow::none && (!dated || summary == SummaryRow::balance)) return check_total(row, summary);
    if (!any_amount(row)) return take_without_amount(row, dated);
    if (!dated) return take_without_date(row, label);
    take_flows(row, *reading::read_date(date_cell.text, style_.days));
  }

  bool names_both_directions() const {
    int calls = 0;
    int distributions = 0;
    for (const TableRow& row : table_.rows) {
      if (row.cells[columns_.date].text.empty() || !reading::read_date(row.cells[columns_.date].text, style_.days))
        continue;
      auto kind = row_kind_by_words(joined(row, columns_.types));
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
      begin_section(words_of(row));
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
    if (equals_running_sum(row)) {  // a total without the word
      if (sums_since_subtotal(row)) reset_totals();
      return;
    }
    bool set_apart = row.bold() && !data_is_bold_;
    if (set_apart && begin_section(words_of(row))) return;
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
    for (std::size_t f = 0; f < columns_.flows.size(); ++f) take_flow(row, date, f);
    check_parts(row);
  }

  // The components of a row must sum to a total printed beside them, up to the rounding of each; else one of them is
  // missing, or the row holds more than one event.
  void check_parts(const TableRow& row) {
    Money calls, distributions;
    int parts = 0;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      auto number = reading::read_number(row.cells[c].text, style_.mark);
      auto amount = number ? money_of(*number) : std::nullopt;
      if (!amount) continue;
      auto flow = std::find_if(columns_.flows.begin(), columns_.flows.end(),
                               [&](const FlowColumn& f) { return f.index == c && !f.part.empty(); });
      if (flow != columns_.flows.end()) {
        ++parts;
        (flow->kind == RowKind::capital_call ? calls : distributions) += *amount;
      } else if (columns_.roles[c] == ColumnRole::total && parts > 0) {
        auto fits = [&](Money sum) { return (sum.abs() - amount->abs()).abs() <= rounding(*number, parts); };
        if (fits(calls) || fits(distributions) || fits(calls + distributions) || fits(distributions - calls)) continue;
        flag(FlagCode::total_mismatch,
             fmt::format("the parts of this row do not sum to its printed total {}: one may be missing or misread",
                         row.cells[c].text),
             row.cells[c].box);
      }
    }
  }

  // What the last printed digit of so many parts may be off by.
  Money rounding(const reading::NumberText& number, int parts) const {
    reading::Decimal last{parts, number.magnitude.decimals};
    return last.to_money(number.power != 0 ? number.power : power_, style_.minor_digits()).value_or(Money{});
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
    auto amount = money_of(*number);
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
    section_.since_total[f] += *amount;
    section_.since_subtotal[f] += *amount;
    out_.rows.push_back(draft(row, date, flow, cell, *amount, number->mark));
    of_kind(out_.rows.back().row.kind) += *amount;
  }

  Money& of_kind(RowKind kind) const { return section_.by_kind[static_cast<std::size_t>(kind)]; }

  // What a printed total of a flow column may be the sum of: the rows above it, since the last subtotal or of one kind;
  // calls or distributions with their corrections; the net of both.
  std::vector<Money> possible_totals(std::size_t f) const {
    Money calls = of_kind(RowKind::capital_call), distributions = of_kind(RowKind::distribution);
    Money adjustments = of_kind(RowKind::adjustment);
    return {section_.since_total[f],
            section_.since_subtotal[f],
            calls,
            distributions,
            adjustments,
            calls + adjustments,
            distributions + adjustments,
            distributions - calls,
            distributions - calls + adjustments};
  }

  bool is_possible_total(Money total, std::size_t f) const {
    auto sums = possible_totals(f);
    return std::any_of(sums.begin(), sums.end(), [&](Money sum) { return sum.abs() == total.abs(); });
  }

  DraftRow draft(const TableRow& row, const reading::DateText& date, const FlowColumn& flow, const Cell& cell,
                 Money amount, const std::string& mark) {
    Transaction t{.date = *date.date};
    t.precision = date.precision;
    t.amount = amount;
    t.printed = cell.text;
    t.date_printed = row.cells[columns_.date].text;
    t.place = {file_, {}, table_.page, cell.box};
    t.type = joined(row, columns_.types);
    if (!flow.part.empty()) t.type = flow.part;
    t.description = joined(row, columns_.descriptions);
    t.number = number_of(row);
    DraftRow out{std::move(t), KindBy::title_or_type, 0, section_.title};
    settle_kind(out, flow);
    if (out.row.type.empty())
      out.row.type = out.row.kind == RowKind::capital_call   ? "Capital Call"
                     : out.row.kind == RowKind::distribution ? "Distribution"
                                                             : "Adjustment";
    if (out.row.kind == RowKind::distribution) {
      auto term = recall_term_of(row, out.row);
      out.row.recallable = recallable(row, out.row, mark);
      if (!out.row.recallable && term) out.row.recallable = true;
      if (out.row.recallable == true && term) out.row.recallable_until = last_day(*term, out.row.date);
    }
    return out;
  }

  // Until when a distribution may be called again: by a column of its own, by what stands in the one that says whether,
  // or by the row's words.
  std::optional<RecallTerm> recall_term_of(const TableRow& row, const Transaction& t) const {
    for (const auto& column : {columns_.recall_until, columns_.recallable}) {
      if (!column) continue;
      if (auto term = recall_term(row.cells[*column].text, style_.days, TermContext::column_of_recalls)) return term;
    }
    return recall_term(t.type + " " + t.description, style_.days, TermContext::running_text);
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

  std::optional<bool> recallable(const TableRow& row, const Transaction& t, const std::string& mark) const {
    if (columns_.recallable) {
      const std::string& cell = row.cells[*columns_.recallable].text;
      if (auto said = yes_or_no(cell)) return said;
      if (auto said = recallable_by_words(cell)) return said;
      // "Yes, until 2027": the first word answers. A cell of a day alone says until when, and so that it may.
      if (auto said = yes_or_no(cell.substr(0, cell.find_first_of(" ,;(")))) return said;
      if (recall_term(cell, style_.days, TermContext::column_of_recalls)) return true;
      return false;  // the column is there and left empty
    }
    if (columns_.recall_until)
      return recall_term(row.cells[*columns_.recall_until].text, style_.days, TermContext::column_of_recalls)
          .has_value();
    if (auto said = recallable_by_words(t.type + " " + t.description + (mark == "r" ? " (R)" : ""))) return said;
    bool asked = std::any_of(columns_.headers.begin(), columns_.headers.end(),
                             [](const std::string& h) { return recallable_by_words(h).has_value(); });
    if (asked) return false;
    return std::nullopt;
  }

  void check_total(const TableRow& row, SummaryRow summary) {
    for (std::size_t f = 0; f < columns_.flows.size(); ++f) {
      const Cell& cell = row.cells[columns_.flows[f].index];
      auto number = reading::read_number(cell.text, style_.mark);
      if (!number || summary == SummaryRow::balance) continue;
      auto total = money_of(*number);
      if (!total) continue;
      if (!is_possible_total(*total, f)) {
        int digits = style_.minor_digits();
        flag(FlagCode::total_mismatch,
             fmt::format(
                 "the printed total {} is not the sum of the rows above it ({}): a row may be missing or misread",
                 cell.text, section_.since_total[f].grouped(digits)),
             cell.box);
      }
    }
    // A balance that is carried over a page sums up nothing.
    if (summary != SummaryRow::balance) reset_totals();
  }

  bool equals_running_sum(const TableRow& row) const {
    bool any = false;
    for (std::size_t f = 0; f < columns_.flows.size(); ++f) {
      auto number = reading::read_number(row.cells[columns_.flows[f].index].text, style_.mark);
      if (!number || number->form == NumberForm::nil) continue;
      auto total = money_of(*number);
      if (!total || !is_possible_total(*total, f)) return false;
      any = any || !total->zero();
    }
    return any;
  }

  // Whether a total is one since the last subtotal, and not a balance carried over a page.
  bool sums_since_subtotal(const TableRow& row) const {
    for (std::size_t f = 0; f < columns_.flows.size(); ++f) {
      auto number = reading::read_number(row.cells[columns_.flows[f].index].text, style_.mark);
      auto total = number ? money_of(*number) : std::nullopt;
      if (total && total->abs() != section_.since_subtotal[f].abs()) return false;
    }
    return true;
  }

  void reset_totals() { std::fill(section_.since_subtotal.begin(), section_.since_subtotal.end(), Money{}); }

  std::optional<Money> money_of(const reading::NumberText& number) const {
    if (number.too_large) return std::nullopt;
    if (number.form == NumberForm::nil) return Money{};
    int power = number.power != 0 ? number.power : power_;
    auto amount = number.magnitude.to_money(power, style_.minor_digits());
    if (!amount) return std::nullopt;
    return number.negative ? -*amount : *amount;
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

  bool repeats_header(const TableRow& row) const {
    if (columns_.headers.empty()) return false;
    for (std::size_t c = 0; c < row.cells.size() && c < columns_.headers.size(); ++c) {
      if (row.cells[c].text != columns_.headers[c]) return false;
    }
    return true;
  }

  // Everything of a row that is neither number nor date.
  std::string words_of(const TableRow& row) const {
    std::string out;
    for (const Cell& cell : row.cells) {
      if (cell.text.empty() || reading::read_number(cell.text, style_.mark) ||
          reading::read_date(cell.text, style_.days))
        continue;
      out += (out.empty() ? "" : " ") + cell.text;
    }
    return out;
  }

  // The words of a row that name it, for telling totals from flows.
  std::string label_of(const TableRow& row) const {
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string& text = row.cells[c].text;
      if (text.empty() || reading::read_number(text, style_.mark) || reading::read_date(text, style_.days)) continue;
      return text;
    }
    return {};
  }

  static std::string joined(const TableRow& row, const std::vector<std::size_t>& columns) {
    std::string out;
    for (std::size_t c : columns) {
      if (row.cells[c].text.empty()) continue;
      out += (out.empty() ? "" : " ") + row.cells[c].text;
    }
    return out;
  }

  // "3" of "Call 3", "DD-03", "Nr. 3".
  std::string number_of(const TableRow& row) const {
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
    if (columns_.number) return last_digits(row.cells[*columns_.number].text);
    for (std::size_t c : columns_.types) {
      if (auto digits = last_digits(row.cells[c].text); !digits.empty() && digits.size() <= 3) return digits;
    }
    return {};
  }

  void flag(FlagCode code, std::string message, const reading::Box& box) {
    out_.flags.push_back({code, std::move(message), {file_, {}, table_.page, box}});
  }

  const reading::Table& table_;
  const LedgerColumns& columns_;
  const DocumentStyle& style_;
  Section& section_;
  const std::string& file_;
  int power_;
  std::optional<reading::DateText> last_date_;
  bool data_is_bold_ = false;
  RowsReading out_;
};

}  // namespace

RowsReading read_ledger_rows(const reading::Table& table, const LedgerColumns& columns, const DocumentStyle& style,
                             Section& section, const std::string& file, int power) {
  return RowReader(table, columns, style, section, file, power).read();
}

}  // namespace dossier::funds
