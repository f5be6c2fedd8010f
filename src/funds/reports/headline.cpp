#include "funds/reports/headline.h"

#include "funds/reports/headline_title.h"
#include "funds/reports/headline_values.h"
#include "funds/reports/share_column.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"
#include "reading/fold.h"

#include <algorithm>
#include <utility>

namespace dossier::funds {
namespace {

using reading::Box;
using reading::NumberForm;

constexpr std::size_t kNameWordsMax = 12;

class HeadlineReader {
 public:
  HeadlineReader(const DocumentStyle& style, const std::string& file) : style_(style), file_(file) {}

  void take(const Strip& strip) {
    Tokens tokens = tokens_of(strip);
    auto labels = figure_labels().matches(tokens.text);
    for (std::size_t i = 0; i < labels.size(); ++i) {
      std::size_t from = tokens.piece[labels[i].at + labels[i].length - 1] + 1;
      std::size_t next = end_of_reach(strip, tokens, labels, i);
      // "Distributions to Paid-In (DPI): 0.39": an abbreviation in brackets is the same label once more.
      bool nested = i + 1 < labels.size() && labels[i + 1].meaning == labels[i].meaning &&
                    labels[i].meaning != HeadlineLabel::fund_name;  // "Vehicle: Alder Growth Fund II"
      if (nested) continue;
      if (auto told = after_its_day(strip, tokens, labels, i)) {
        from = *told;
        next = i + 2 < labels.size() ? tokens.piece[labels[i + 2].at] : strip.pieces.size();
      }
      take_label(strip, labels[i].meaning, tokens.piece[labels[i].at], from, next);
    }
  }

  // Reads tiles among neighbouring lines or rows: labels over values, or values over labels where no labels stand
  // above.
  void take_tiles(const std::vector<std::vector<Strip>>& rows) {
    for (std::size_t i = 0; i + 1 < rows.size(); ++i) {
      bool down = are_tiles(rows[i], rows[i + 1], style_);
      bool up =
          !down && are_tiles(rows[i + 1], rows[i], style_) && (i == 0 || !are_tiles(rows[i - 1], rows[i], style_));
      if (!down && !up) continue;
      const auto& labels = rows[down ? i : i + 1];
      const auto& values = rows[down ? i + 1 : i];
      for (std::size_t c = 0; c < labels.size(); ++c) take(tile_of(labels[c], values[c]));
      if (!down || i + 2 == rows.size()) ++i;
    }
  }

  void take_title(Sourced<std::string> title) { title_ = std::move(title); }

  Headline finish() && {
    if (!out_.name) out_.name = title_;
    return std::move(out_);
  }

 private:
  // Up to where the value of a label may stand: the next label. "The partnership" inside a sentence labels nothing.
  static std::size_t end_of_reach(const Strip& strip, const Tokens& tokens, const auto& labels, std::size_t i) {
    for (std::size_t k = i + 1; k < labels.size(); ++k) {
      const bool names = labels[k].meaning == HeadlineLabel::fund_name || labels[k].meaning == HeadlineLabel::gp;
      const std::string& last = strip.pieces[tokens.piece[labels[k].at + labels[k].length - 1]].text;
      if (!names || strip.table || last.ends_with(':')) return tokens.piece[labels[k].at];
    }
    return strip.pieces.size();
  }

  // "Net asset value as of 31 December 2023: $12.3m": where the value stands behind the day it is of. A value of
  // another day than the report's is not the report's.
  std::optional<std::size_t> after_its_day(const Strip& strip, const Tokens& tokens, const auto& labels,
                                           std::size_t i) {
    bool dated = i + 1 < labels.size() && labels[i + 1].meaning == HeadlineLabel::as_of &&
                 labels[i + 1].at == labels[i].at + labels[i].length;
    if (!dated) return std::nullopt;
    std::size_t from = tokens.piece[labels[i + 1].at + labels[i + 1].length - 1] + 1;
    std::string text;
    for (std::size_t at = from; at < std::min(strip.pieces.size(), from + 4); ++at) {
      text += (text.empty() ? "" : " ") + strip.pieces[at].text;
      auto date = reading::read_date(without_trailing(text), style_.days);
      bool whole = date && date->date && date->precision == DatePrecision::day;
      if (whole) return !out_.as_of || out_.as_of->value == *date->date ? std::optional(at + 1) : std::nullopt;
    }
    return std::nullopt;
  }

  void take_label(const Strip& strip, HeadlineLabel figure, std::size_t label, std::size_t from, std::size_t next) {
    switch (figure) {
      case HeadlineLabel::fund_name: return take_text(strip, out_.name, label, from, strip.pieces.size());
      case HeadlineLabel::gp: return take_text(strip, out_.gp, label, from, next);
      case HeadlineLabel::vintage: return take_vintage(strip, from, next);
      case HeadlineLabel::as_of: return take_date(strip, from);
      case HeadlineLabel::dpi: return take_ratio(strip, out_.figures.dpi, from, next, Wanted::multiple);
      case HeadlineLabel::rvpi: return take_ratio(strip, out_.figures.rvpi, from, next, Wanted::multiple);
      case HeadlineLabel::tvpi: return take_ratio(strip, out_.figures.tvpi, from, next, Wanted::multiple);
      case HeadlineLabel::pic_multiple:
        return take_ratio(strip, out_.figures.pic_multiple, from, next, Wanted::multiple);
      case HeadlineLabel::irr: return take_ratio(strip, out_.figures.irr, from, next, Wanted::rate);
      case HeadlineLabel::pic: return take_money(strip, out_.figures.pic, from, next);
      case HeadlineLabel::nav: return take_money(strip, out_.figures.nav, from, next);
      case HeadlineLabel::total_calls: return take_money(strip, out_.figures.total_calls, from, next);
      case HeadlineLabel::total_distributions: return take_money(strip, out_.figures.total_distributions, from, next);
      case HeadlineLabel::commitment: return take_money(strip, out_.figures.commitment, from, next);
      case HeadlineLabel::unfunded: return take_money(strip, out_.figures.unfunded, from, next);
      default: return;
    }
  }

  Place place(const Strip& strip, const Box& box) const { return {file_, {}, strip.page, box}; }

  void take_ratio(const Strip& strip, std::optional<Sourced<double>>& slot, std::size_t from, std::size_t next,
                  Wanted wanted) {
    if (slot) return;
    auto value = value_after(strip, from, next, wanted, style_);
    if (!value) return;
    if (value->number.form == NumberForm::not_available) {
      if (wanted == Wanted::rate && !out_.figures.irr_not_meaningful)
        out_.figures.irr_not_meaningful =
            Sourced<std::string>{value->printed, value->printed, place(strip, value->box)};
      return;
    }
    double number = value->number.signed_double();
    if (wanted == Wanted::rate) number /= 100;
    slot = Sourced<double>{number, value->printed, place(strip, value->box)};
  }

  void take_money(const Strip& strip, std::optional<Sourced<Money>>& slot, std::size_t from, std::size_t next) {
    if (slot) return;
    auto value = value_after(strip, from, next, Wanted::money, style_);
    if (!value) return;
    int power = value->number.power != 0 ? value->number.power
                : strip.power != 0       ? strip.power
                                         : style_.power_of_page(strip.page);
    auto amount = value->number.form == NumberForm::nil
                      ? Money{}
                      : value->number.magnitude.to_money(power, style_.minor_digits());
    if (!amount) return;
    slot = Sourced<Money>{value->number.negative ? -*amount : *amount, value->printed, place(strip, value->box)};
  }

  void take_vintage(const Strip& strip, std::size_t from, std::size_t next) {
    for (std::size_t i = from; i < std::min({next, from + 3, strip.pieces.size()}) && !out_.vintage_year; ++i) {
      std::string digits;
      for (char c : strip.pieces[i].text) {
        if (c >= '0' && c <= '9') digits.push_back(c);
      }
      if (digits.size() == 4 && (digits.starts_with("19") || digits.starts_with("20")))
        out_.vintage_year = std::stoi(digits);
    }
  }

  void take_date(const Strip& strip, std::size_t from) {
    if (out_.as_of && out_.as_of->place.page <= strip.page) return;
    // "per", "zum", "au" are also ordinary words: the date must follow at once.
    std::string text;
    Box box{};
    for (std::size_t i = from; i < std::min(strip.pieces.size(), from + 4); ++i) {
      text += (text.empty() ? "" : " ") + strip.pieces[i].text;
      box = i == from ? strip.pieces[i].box : reading::united(box, strip.pieces[i].box);
      auto date = reading::read_date(without_trailing(text), style_.days);
      bool whole = date && date->date && date->precision == DatePrecision::day;
      if (whole) {
        out_.as_of = Sourced<Date>{*date->date, text, place(strip, box)};
        return;
      }
    }
  }

  // A name follows its label after a colon, or alone in the next cell.
  void take_text(const Strip& strip, std::optional<Sourced<std::string>>& slot, std::size_t label, std::size_t from,
                 std::size_t next) {
    if (slot || from >= strip.pieces.size() || label > 3) {
      if (slot || from >= strip.pieces.size()) return;
      bool after_mark =
          label > 0 && (strip.pieces[label - 1].text.ends_with(';') || strip.pieces[label - 1].text.ends_with(','));
      if (!after_mark) return;
    }
    bool colon = strip.pieces[from - 1].text.ends_with(':') || (strip.pieces[from].text == ":");
    bool next_cell = strip.pieces[from].cell_start;
    bool abbreviation = reading::fold(strip.pieces[from - 1].text) == "gp";
    if (!colon && !next_cell && !abbreviation) return;
    // A row that begins with figures is one of data: the word in it labels nothing.
    const char first = strip.pieces.front().text.front();
    if (!colon && label > 0 && first >= '0' && first <= '9') return;
    std::string text;
    Box box{};
    std::size_t last = std::min({next, strip.pieces.size(), from + kNameWordsMax});
    for (std::size_t i = from; i < last; ++i) {
      if (strip.pieces[i].text == ":" || strip.pieces[i].text == "/") continue;
      if (i > from && strip.pieces[i].cell_start) break;
      text += (text.empty() ? "" : " ") + strip.pieces[i].text;
      box = box == Box{} ? strip.pieces[i].box : reading::united(box, strip.pieces[i].box);
      if (strip.pieces[i].text.ends_with(';')) break;
    }
    while (!text.empty() && (text.back() == ';' || text.back() == ',')) text.pop_back();
    // "Fund | Investor share" heads two columns.
    const auto role = column_role(text);
    if (role == ColumnRole::investor_share || role == ColumnRole::fund_total) return;
    if (!text.empty()) slot = Sourced<std::string>{text, text, place(strip, box)};
  }

  const DocumentStyle& style_;
  const std::string& file_;
  Headline out_;
  std::optional<Sourced<std::string>> title_;
};

// The scale that the first row of a table states for all of it, in a cell of its own: "($ millions)".
int stated_power(const reading::Table& table) {
  if (table.rows.empty()) return 0;
  for (const auto& cell : table.rows.front().cells) {
    bool words = cell.text.find_first_of("123456789") == std::string::npos;
    if (int power = words ? reading::find_scale_power(cell.text) : 0; power != 0) return power;
  }
  return 0;
}

// The row without what stands beside the investor's figure: the whole fund's.
reading::TableRow own_figures(reading::TableRow row, std::size_t share) {
  if (row.cells[share].text.empty()) return row;
  for (std::size_t c = 1; c < row.cells.size(); ++c) {
    if (c != share && reading::read_number(row.cells[c].text)) row.cells[c] = {};
  }
  return row;
}

}  // namespace

Headline read_headline(std::span<const reading::PageLayout> layouts,
                       const std::vector<std::vector<bool>>& ledger_tables, const DocumentStyle& style,
                       const std::string& file) {
  HeadlineReader reader(style, file);
  if (!layouts.empty()) {
    if (auto title = name_in_title(layouts.front(), file)) reader.take_title(std::move(*title));
  }
  std::optional<std::pair<std::size_t, std::size_t>>
      shared;  // columns of the last table with the investor's, and which
  for (std::size_t p = 0; p < layouts.size(); ++p) {
    const reading::PageLayout& layout = layouts[p];
    std::vector<std::vector<Strip>> rows;
    for (const auto& line : layout.text) {
      reader.take(strip_of(line, layout.page));
      rows.push_back(cells_of(line, layout.page));
    }
    for (std::size_t t = 0; t < layout.tables.size(); ++t) {
      if (ledger_tables[p][t]) continue;
      const int power = stated_power(layout.tables[t]);
      auto share = share_column(layout, layout.tables[t], style);
      if (share) shared = {layout.tables[t].columns, *share};
      // A table of as many columns without headings of its own is headed as the one before it.
      const bool headed = count_header_rows(layout.tables[t], style) > 0;
      if (!share && !headed && shared && shared->first == layout.tables[t].columns) share = shared->second;
      for (const auto& printed : layout.tables[t].rows) {
        const reading::TableRow row = share ? own_figures(printed, *share) : printed;
        Strip strip = strip_of(row, layout.page);
        strip.power = power;
        reader.take(strip);
        rows.push_back(cells_of(row, layout.page));
      }
    }
    reader.take_tiles(rows);
    // Labels may stand outside a table and their values in its first row.
    std::erase_if(rows, [](const std::vector<Strip>& cells) { return cells.empty(); });
    std::stable_sort(rows.begin(), rows.end(), [](const auto& a, const auto& b) {
      return a.front().pieces.front().box.y0 < b.front().pieces.front().box.y0;
    });
    reader.take_tiles(rows);
  }
  Headline headline = std::move(reader).finish();
  if (!headline.as_of && !layouts.empty()) headline.as_of = date_of_title(layouts.front(), style, file);
  return headline;
}

}  // namespace dossier::funds
