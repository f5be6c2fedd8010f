#include "funds/reports/style.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/table_headings.h"
#include "funds/reports/vocabulary.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <map>
#include <optional>
#include <set>

namespace dossier::funds {
namespace {

constexpr std::size_t kNoteBytesMax = 100;  // a scale note is a remark, not a sentence of the commentary
constexpr double kLetterWidth = 612;        // points; the paper of the United States

struct Cells {
  std::vector<std::string> all;
  std::vector<std::vector<std::string>> columns;  // of each table, from top to bottom
};

// A word of running text without the mark that parts it from the next: "08.02.2018," is a day, and no number with a
// comma.
std::string without_stop(std::string word) {
  while (!word.empty() && (word.back() == ',' || word.back() == ';' || word.back() == ':')) word.pop_back();
  return word;
}

// "Distribution 3 (05/02/2021)" settles the order of days as a cell of its own does.
void add_days_within(const std::string& cell, std::vector<std::string>& all) {
  for (std::size_t from = cell.find('('); from != std::string::npos; from = cell.find('(', from + 1)) {
    const std::size_t end = std::min(cell.find(')', from), cell.size());
    std::string inside = cell.substr(from + 1, end - from - 1);
    if (reading::read_date(inside)) all.push_back(std::move(inside));
  }
}

Cells cells_of(std::span<const reading::PageLayout> layouts) {
  Cells cells;
  for (const auto& layout : layouts) {
    for (const auto& table : layout.tables) {
      std::size_t first = cells.columns.size();
      cells.columns.resize(first + table.columns);
      for (const auto& row : table.rows) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
          if (row.cells[i].text.empty()) continue;
          cells.all.push_back(row.cells[i].text);
          cells.columns[first + i].push_back(row.cells[i].text);
          add_days_within(row.cells[i].text, cells.all);
        }
      }
    }
    for (const auto& line : layout.text) {
      for (const auto& segment : line.segments) {
        for (const auto& word : segment.words) cells.all.push_back(without_stop(word.text));
      }
    }
  }
  return cells;
}

// The share of neighbouring dates that ascend (or descend) when read in `order`.
double orderliness(const std::vector<std::string>& column, reading::DayOrder order) {
  int up = 0;
  int down = 0;
  std::optional<Date> last;
  for (const std::string& text : column) {
    auto read = reading::read_date(text, order);
    if (!read || !read->date) continue;
    if (last) (*read->date >= *last ? up : down) += 1;
    last = read->date;
  }
  return up + down == 0 ? 0 : static_cast<double>(std::max(up, down)) / (up + down);
}

// Rows stand in the order of their dates: the reading that keeps that order is right when the other one breaks it.
reading::DayOrder order_by_sequence(const Cells& cells) {
  double day_first = 0;
  double month_first = 0;
  for (const auto& column : cells.columns) {
    day_first += orderliness(column, reading::DayOrder::day_first);
    month_first += orderliness(column, reading::DayOrder::month_first);
  }
  if (day_first > month_first + 0.05) return reading::DayOrder::day_first;
  if (month_first > day_first + 0.05) return reading::DayOrder::month_first;
  return reading::DayOrder::unknown;
}

reading::DayOrder order_by_place(Currency currency, const reading::PagedText& text) {
  bool letter =
      !text.pages.empty() && std::abs(std::min(text.pages.front().width, text.pages.front().height) - kLetterWidth) < 2;
  if (currency.code() == "USD" && letter) return reading::DayOrder::month_first;
  if (!letter && currency.known() && currency.code() != "USD") return reading::DayOrder::day_first;
  return reading::DayOrder::unknown;
}

// A currency that is only spelled out: "valori in Euro".
Currency spelled_currency(std::span<const reading::PageLayout> layouts) {
  static const reading::PhraseTable<std::string_view> words = {{"EUR", {"euro", "euros"}},
                                                               {"USD", {"us dollar*", "u s dollar*", "dollars"}},
                                                               {"GBP", {"sterling"}},
                                                               {"CHF", {"swiss franc*", "schweizer franken"}}};
  for (const auto& layout : layouts) {
    for (const auto& line : layout.text) {
      if (auto found = words.find(reading::fold_tokens(line.text()))) return *Currency::parse(*found);
    }
  }
  return {};
}

// The currency most often named beside a number or in a heading.
Currency settle_currency(std::span<const reading::PageLayout> layouts, bool tables_only = false) {
  std::map<Currency, int> votes;
  auto vote = [&](std::string_view text) {
    if (auto found = reading::find_currency(text)) ++votes[*found];
  };
  for (const auto& layout : layouts) {
    if (!tables_only) {
      for (const auto& line : layout.text) vote(line.text());
    }
    for (const auto& table : layout.tables) {
      for (const auto& row : table.rows) {
        for (const auto& cell : row.cells) vote(cell.text);
      }
    }
  }
  if (votes.empty()) return tables_only ? Currency{} : spelled_currency(layouts);
  return std::max_element(votes.begin(), votes.end(), [](auto& a, auto& b) { return a.second < b.second; })->first;
}

// "Cash flows since inception (US$ 000)": a unit in brackets of its own is about all that follows.
bool holds_unit(const std::string& line) {
  constexpr std::size_t kUnitBytesMax = 24;
  for (std::size_t open = line.find('('); open != std::string::npos; open = line.find('(', open + 1)) {
    const std::size_t close = std::min(line.find(')', open), line.size());
    const std::string inside = line.substr(open, close + 1 - open);
    const bool counts = inside.find_first_of("123456789") != std::string::npos;
    if (inside.size() <= kUnitBytesMax && !counts && reading::find_scale_power(inside) != 0) return true;
  }
  return false;
}

// Whether a remark states a scale: "amounts in EUR thousands", "TEUR".
bool states_scale(const std::string& remark) {
  if (reading::find_scale_power(remark) == 0) return false;
  auto tokens = reading::fold_tokens(remark);
  bool said = remark.size() < 24 || std::any_of(tokens.begin(), tokens.end(), [](const std::string& t) {
                return t == "in" || t == "en" || t == "amounts" || t == "betrage" || t == "montants" ||
                       t == "figures" || t == "angaben" || t == "alle" || t == "chiffres";
              });
  return said || holds_unit(remark);
}

// A line too long for a remark may be several of them: "Cash flow ledger - amounts in EUR thousands - as at 30 June".
std::optional<std::string> remark_among(const std::string& line) {
  for (std::size_t from = 0; from < line.size();) {
    std::size_t end = std::min({line.find(" - ", from), line.find(" | ", from), line.find("; ", from), line.size()});
    std::string part = line.substr(from, end - from);
    if (part.size() < kNoteBytesMax / 2 && states_scale(part)) return part;
    from = end + 2;
  }
  return std::nullopt;
}

// Whether a remark names a unit with its scale and nothing else: "USD millions", "in thousands of euros".
bool names_only_units(const std::string& remark) {
  static const std::set<std::string_view> small = {
      "in",        "of", "en",     "de",      "all",  "are",   "alle",     "amounts", "figures",  "betrage",
      "angaben",   "us", "dollar", "dollars", "euro", "euros", "sterling", "pounds",  "francs",   "stated",
      "expressed", "m",  "mm",     "mn",      "bn",   "k",     "000",      "000s",    "montants", "chiffres"};
  const auto tokens = reading::fold_tokens(remark);
  return reading::find_scale_power(remark) != 0 && std::all_of(tokens.begin(), tokens.end(), [](const std::string& t) {
           return small.contains(t) || reading::find_currency(t) || reading::find_scale_power(t) != 0;
         });
}

// "As of 30 June 2024. USD millions": the unit behind what else the line says.
std::optional<std::string> unit_behind(const std::string& line) {
  std::size_t from = std::string::npos;
  for (std::string_view mark : {". ", ", ", "; ", " - ", " | ", ": "}) {
    const std::size_t at = line.rfind(mark);
    if (at != std::string::npos && (from == std::string::npos || at + mark.size() > from)) from = at + mark.size();
  }
  if (from == std::string::npos) return std::nullopt;
  std::string part = line.substr(from);
  if (!names_only_units(part)) return std::nullopt;
  return part;
}

// What a line says of the scale of amounts. A title speaks for its own table: "Distributions (EUR k)".
std::optional<std::string> scale_remark(const std::string& line) {
  auto remark = line.size() > kNoteBytesMax ? remark_among(line) : std::optional(line);
  if (remark && states_scale(*remark) && !section_kind(*remark)) return remark;
  return section_kind(line) ? std::nullopt : unit_behind(line);
}

// Whether a line titles a schedule of what the fund holds, whose scale is its own: "Schedule of Investments (in
// thousands)". A remark on all amounts is not only the schedule's.
bool titles_holdings(const reading::PageLayout& layout, const reading::Line& line, const DocumentStyle& style) {
  constexpr double kTitleReach = 30;
  static const reading::PhraseTable<bool> of_all = {{true, {"all", "alle", "tous", "toutes", "amounts", "figures"}}};
  if (of_all.find(reading::fold_tokens(line.text()))) return false;
  return std::any_of(layout.tables.begin(), layout.tables.end(), [&](const reading::Table& table) {
    if (table.box.y0 < line.box.y1 - 2 || table.box.y0 > line.box.y1 + kTitleReach) return false;
    std::vector<ColumnRole> roles;
    for (const std::string& header : header_texts(table, count_header_rows(table, style)))
      roles.push_back(column_role(header).value_or(ColumnRole::unknown));
    return lists_holdings(roles);
  });
}

// Whether a line stands beside a table and above none: the title of a chart, whose scale is its own.
bool stands_beside_tables(const reading::PageLayout& layout, const reading::Line& line) {
  bool beside = false;
  for (const reading::Table& table : layout.tables) {
    const bool apart = table.box.x0 > line.box.x1 || table.box.x1 < line.box.x0;
    if (!apart) return false;
    beside = beside || (table.box.y0 < line.box.y1 && table.box.y1 > line.box.y0);
  }
  return beside;
}

// A scale note counts for its page when it is a remark of its own, not part of a figure ("$40,000 (000s)") and not a
// sentence of the commentary.
int note_power(const reading::PageLayout& layout, const DocumentStyle& style) {
  for (const auto& line : layout.text) {
    const auto remark = scale_remark(reading::fold(line.text()));
    if (remark && !titles_holdings(layout, line, style) && !stands_beside_tables(layout, line))
      return reading::find_scale_power(*remark);
  }
  return 0;
}

// Whether a note or a heading says that amounts are in millions.
bool speaks_of_millions(std::span<const reading::PageLayout> layouts, const DocumentStyle& style) {
  constexpr int kMillions = 6;
  const auto heads = [](const reading::TableRow& row) {
    return row.header && std::any_of(row.cells.begin(), row.cells.end(), [](const reading::Cell& cell) {
             return reading::find_scale_power(cell.text) == kMillions;
           });
  };
  return std::find(style.page_power.begin(), style.page_power.end(), kMillions) != style.page_power.end() ||
         std::any_of(layouts.begin(), layouts.end(), [&](const reading::PageLayout& layout) {
           return std::any_of(layout.tables.begin(), layout.tables.end(), [&](const reading::Table& table) {
             return std::any_of(table.rows.begin(), table.rows.end(), heads);
           });
         });
}

}  // namespace

int DocumentStyle::power_of_page(int page) const {
  auto i = static_cast<std::size_t>(page - 1);
  return page >= 1 && i < page_power.size() ? page_power[i] : 0;
}

std::string DocumentStyle::type_in_words(const std::string& cell) const {
  const auto known = type_codes.find(reading::fold(cell));
  return known == type_codes.end() ? cell : known->second;
}

DocumentStyle settle_style(std::span<const reading::PageLayout> layouts, const reading::PagedText& text) {
  DocumentStyle style;
  Cells cells = cells_of(layouts);
  style.mark = reading::settle_decimal_mark(cells.all);
  style.currency = settle_currency(layouts);
  style.type_codes = read_type_codes(layouts);
  style.days = reading::settle_day_order(cells.all);
  if (style.days == reading::DayOrder::unknown) style.days = order_by_sequence(cells);
  if (style.days == reading::DayOrder::unknown) style.days = order_by_place(style.currency, text);
  int power = 0;
  for (const auto& layout : layouts) {
    if (int here = note_power(layout, style); here != 0) power = here;
    style.page_power.push_back(power);  // a note holds on for the pages after it
  }
  if (speaks_of_millions(layouts, style)) style.mark = reading::settle_decimal_mark(cells.all, true);
  return style;
}

DocumentStyle style_of_part(const DocumentStyle& whole, std::span<const reading::PageLayout> pages, bool text_shared) {
  DocumentStyle own = whole;
  if (const Currency named = settle_currency(pages, text_shared); named.known()) own.currency = named;
  return own;
}

}  // namespace dossier::funds
