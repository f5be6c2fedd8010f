#include "funds/ledger_columns.h"

#include "reading/fold.h"

#include <algorithm>
#include <set>

namespace dossier::funds {
namespace {

using reading::Table;
using reading::TableRow;

constexpr std::size_t kHeaderRowsMax = 5;
constexpr double kMostly = 0.6;
constexpr double kYearMin = 1900, kYearMax = 2100;

bool is_date_text(const std::string& text, const DocumentStyle& style) {
  return !text.empty() && reading::read_date(text, style.days).has_value();
}

bool is_amount_text(const std::string& text, const DocumentStyle& style) {
  auto number = reading::read_number(text, style.mark);
  return number && number->form != reading::NumberForm::percent && number->form != reading::NumberForm::multiple;
}

// "600", "1998": bare, but no year.
bool bare_amount(const std::string& text, const DocumentStyle& style) {
  auto number = reading::read_number(text, style.mark);
  return number && number->form == reading::NumberForm::plain &&
         (number->magnitude.to_double() < kYearMin || number->magnitude.to_double() > kYearMax);
}

bool has_values(const TableRow& row, const DocumentStyle& style) {
  auto bare = std::count_if(row.cells.begin(), row.cells.end(),
                            [&](const reading::Cell& cell) { return bare_amount(cell.text, style); });
  if (bare >= 2 || (bare == 1 && summary_row(row.cells.front().text) != SummaryRow::none)) return true;
  return std::any_of(row.cells.begin(), row.cells.end(), [&](const reading::Cell& cell) {
    if (is_date_text(cell.text, style)) return true;
    auto number = reading::read_number(cell.text, style.mark);
    return number && (number->dressed || number->form != reading::NumberForm::plain);
  });
}

std::size_t filled_cells(const TableRow& row) {
  return static_cast<std::size_t>(
      std::count_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.text.empty(); }));
}

// A row of one cell above the headings is the table's title, unless it is a heading itself: a wrapped one, or one over
// the columns of its parts.
bool is_title(const Table& table, std::size_t row, std::size_t header_rows) {
  const TableRow& candidate = table.rows[row];
  if (filled_cells(candidate) != 1 || row + 1 >= header_rows || filled_cells(table.rows[row + 1]) < 2) return false;
  if (!candidate.header) return true;
  if (row != 0 || candidate.cells.front().text.empty()) return false;
  // "Capital calls" above "Date", but not "Date of" above "payment".
  std::string rest;
  for (std::size_t r = 1; r < header_rows; ++r) rest += " " + table.rows[r].cells.front().text;
  return column_role(rest).has_value();
}

// "(EUR)", "($000)": says in what a column counts, not what it holds.
bool only_unit(const std::string& heading) {
  bool bracketed = heading.starts_with('(') && heading.ends_with(')');
  return bracketed && (reading::find_scale_power(heading) != 0 || reading::find_currency(heading));
}

// "Paid-in capital USD 15,371,218": a label and its value are a fact, not a heading.
bool ends_with_value(const std::string& text) {
  constexpr int kWordsMax = 4;
  std::size_t space = text.size();
  for (int words = 0; words < kWordsMax && space != std::string::npos; ++words) {
    space = space == 0 ? std::string::npos : text.rfind(' ', space - 1);
    auto number = reading::read_number(text.substr(space == std::string::npos ? 0 : space + 1));
    if (number && number->dressed) return true;
  }
  return false;
}

struct ColumnContent {
  int filled = 0, dates = 0, amounts = 0, yes_no = 0;
};

bool sums_up(const TableRow& row) {
  auto label = std::find_if(row.cells.begin(), row.cells.end(), [](const auto& cell) { return !cell.text.empty(); });
  return label != row.cells.end() && summary_row(label->text) != SummaryRow::none;
}

std::vector<ColumnContent> contents_of(const Table& table, std::size_t first_row, const DocumentStyle& style) {
  std::vector<ColumnContent> contents(table.columns);
  for (std::size_t r = first_row; r < table.rows.size(); ++r) {
    const TableRow& row = table.rows[r];
    if (sums_up(row)) continue;
    for (std::size_t c = 0; c < row.cells.size(); ++c) {
      const std::string& text = row.cells[c].text;
      if (text.empty()) continue;
      ++contents[c].filled;
      contents[c].dates += is_date_text(text, style);
      contents[c].amounts += is_amount_text(text, style);
      contents[c].yes_no += yes_or_no(text).has_value();
    }
  }
  return contents;
}

// The column whose dates the ledger takes: due before plain before notice, and it must hold dates.
bool names_flow(ColumnRole role) {
  return role == ColumnRole::contribution || role == ColumnRole::distribution ||
         role == ColumnRole::contribution_part || role == ColumnRole::distribution_part || role == ColumnRole::amount ||
         role == ColumnRole::investor_share;
}

std::optional<std::size_t> choose_date(const std::vector<ColumnRole>& roles,
                                       const std::vector<ColumnContent>& contents) {
  for (ColumnRole wanted : {ColumnRole::due_date, ColumnRole::date, ColumnRole::notice_date}) {
    for (std::size_t c = 0; c < roles.size(); ++c) {
      if (roles[c] == wanted && contents[c].dates > 0) return c;
    }
  }
  int needed = std::any_of(roles.begin(), roles.end(), names_flow) ? 1 : 2;
  for (std::size_t c = 0; c < roles.size(); ++c) {
    if (roles[c] == ColumnRole::recall_until) continue;  // days to come
    if (contents[c].dates >= needed && contents[c].dates >= kMostly * contents[c].filled) return c;
  }
  return std::nullopt;
}

bool numeric(const ColumnContent& content) {
  return content.amounts > 0 && content.amounts >= kMostly * (content.filled - content.dates);
}

std::string part_name(const std::string& header) {
  return std::string(reading::trimmed(header));
}

void add_flows(LedgerColumns& plan, const std::vector<ColumnContent>& contents) {
  auto with_role = [&](ColumnRole role) {
    std::vector<std::size_t> found;
    for (std::size_t c = 0; c < plan.roles.size(); ++c) {
      if (plan.roles[c] == role && (numeric(contents[c]) || contents[c].filled == 0)) found.push_back(c);
    }
    return found;
  };
  auto add = [&](const std::vector<std::size_t>& columns, std::optional<RowKind> kind, bool parts) {
    for (std::size_t c : columns) plan.flows.push_back({c, kind, parts ? part_name(plan.headers[c]) : std::string()});
  };
  if (auto share = with_role(ColumnRole::investor_share); !share.empty())
    return add({share.front()}, std::nullopt, false);
  auto call_parts = with_role(ColumnRole::contribution_part);
  auto distribution_parts = with_role(ColumnRole::distribution_part);
  auto calls = with_role(ColumnRole::contribution);
  auto distributions = with_role(ColumnRole::distribution);
  auto amounts = with_role(ColumnRole::amount);
  // Components and their sum are the same money: the components are kept, since only they say what is recallable.
  bool by_direction = !calls.empty() || !distributions.empty() || !call_parts.empty() || !distribution_parts.empty();
  if (by_direction && (amounts.empty() || (!calls.empty() && !distributions.empty()))) {
    if (calls.empty()) {
      add(call_parts, RowKind::capital_call, true);
    } else {
      add({calls.front()}, RowKind::capital_call, false);
    }
    if (!distribution_parts.empty()) {
      add(distribution_parts, RowKind::distribution, true);
    } else if (!distributions.empty()) {
      add({distributions.front()}, RowKind::distribution, false);
    }
    return;
  }
  for (ColumnRole role : {ColumnRole::amount, ColumnRole::net, ColumnRole::total}) {
    if (auto found = with_role(role); !found.empty()) return add({found.front()}, std::nullopt, false);
  }
  // No header says amount: the only column of numbers is it.
  std::vector<std::size_t> unnamed;
  for (std::size_t c = 0; c < plan.roles.size(); ++c) {
    if (plan.roles[c] == ColumnRole::unknown && c != plan.date && numeric(contents[c])) unnamed.push_back(c);
  }
  if (unnamed.size() == 1) add(unnamed, std::nullopt, false);
}

void add_texts(LedgerColumns& plan, const std::vector<ColumnContent>& contents) {
  for (std::size_t c = 0; c < plan.roles.size(); ++c) {
    if (c == plan.date) continue;
    switch (plan.roles[c]) {
      case ColumnRole::type: plan.types.push_back(c); break;
      case ColumnRole::description: plan.descriptions.push_back(c); break;
      case ColumnRole::recallable: plan.recallable = c; break;
      case ColumnRole::recall_until: plan.recall_until = c; break;
      case ColumnRole::number: plan.number = c; break;
      case ColumnRole::currency: plan.currency = c; break;
      default: {
        bool flow =
            std::any_of(plan.flows.begin(), plan.flows.end(), [&](const FlowColumn& f) { return f.index == c; });
        bool words = contents[c].filled > 0 && contents[c].amounts + contents[c].dates < kMostly * contents[c].filled;
        if (!flow && words) plan.descriptions.push_back(c);
      }
    }
  }
}

// A schedule of investments has what each cost and is worth: its dates and amounts are no flows of the investor.
bool lists_holdings(const std::vector<ColumnRole>& roles) {
  auto has = [&](ColumnRole role) { return std::find(roles.begin(), roles.end(), role) != roles.end(); };
  bool directed = has(ColumnRole::contribution) || has(ColumnRole::distribution) || has(ColumnRole::type);
  return (has(ColumnRole::cost) || has(ColumnRole::holding)) && !directed;
}

// For each column the column of `before` that stands at the same place; nothing when two stand at one.
std::optional<std::vector<std::size_t>> same_places(const Table& table, const LedgerColumns& before) {
  std::vector<std::size_t> places;
  for (std::size_t c = 0; c < table.columns; ++c) {
    std::size_t best = before.roles.size();
    double most = 0;
    for (std::size_t b = 0; b < before.roles.size(); ++b) {
      double shared =
          std::min(table.column_x1[c], before.column_x1[b]) - std::max(table.column_x0[c], before.column_x0[b]);
      if (shared > most) {
        most = shared;
        best = b;
      }
    }
    if (best == before.roles.size() || (!places.empty() && places.back() >= best)) return std::nullopt;
    places.push_back(best);
  }
  return places;
}

std::optional<LedgerColumns> continued(const Table& table, const LedgerColumns& before,
                                       const std::vector<ColumnContent>& contents) {
  std::vector<std::size_t> places;
  if (before.roles.size() == table.columns) {
    for (std::size_t c = 0; c < table.columns; ++c) places.push_back(c);
  } else if (auto found = same_places(table, before)) {
    places = std::move(*found);
  } else {
    return std::nullopt;
  }
  auto now = [&](std::size_t was) {
    return static_cast<std::size_t>(std::find(places.begin(), places.end(), was) - places.begin());
  };
  if (now(before.date) == places.size() || contents[now(before.date)].dates == 0) return std::nullopt;
  LedgerColumns plan;
  plan.headed = before.headed;
  plan.goes_on = true;
  plan.date = now(before.date);
  for (std::size_t place : places) {
    plan.roles.push_back(before.roles[place]);
    plan.headers.push_back(before.headers[place]);
  }
  for (FlowColumn flow : before.flows) {
    flow.index = now(flow.index);
    if (flow.index < places.size()) plan.flows.push_back(std::move(flow));
  }
  if (plan.flows.empty()) return std::nullopt;
  add_texts(plan, contents);
  return plan;
}

}  // namespace

bool is_table_header(const reading::Line& line) {
  if (line.segments.size() < 2) return false;
  std::set<ColumnRole> roles;
  std::size_t named = 0, units = 0;
  for (const auto& segment : line.segments) {
    if (segment.text.size() > 60 || reading::read_date(segment.text)) return false;
    if (ends_with_value(segment.text)) return false;
    if (segment.text.find(':') != std::string::npos) return false;  // "Vintage: 2017" is a fact, not a heading
    if (only_unit(segment.text)) {
      ++units;
    } else if (auto role = column_role(segment.text)) {
      roles.insert(*role);
      ++named;
    }
  }
  if (roles.size() < 2 || named * 2 < line.segments.size() - units) return false;
  // Two cells alone may be a label and its value ("Currency  EUR"): one of them must head a column of days or periods.
  bool pair = line.segments.size() == 2;
  auto heads_days = [](ColumnRole r) {
    return r == ColumnRole::date || r == ColumnRole::due_date || r == ColumnRole::notice_date;
  };
  auto heads_periods = [](ColumnRole r) {
    return r == ColumnRole::quarter_to_date || r == ColumnRole::year_to_date || r == ColumnRole::inception_to_date;
  };
  return !pair ||
         std::any_of(roles.begin(), roles.end(), [&](ColumnRole r) { return heads_days(r) || heads_periods(r); });
}

bool is_total_line(const reading::Line& line) {
  return !line.segments.empty() && summary_row(line.segments.front().text) != SummaryRow::none;
}

bool looks_like_flows(const Table& table, const DocumentStyle& style) {
  if (table.columns < 2) return false;
  auto contents = contents_of(table, 0, style);
  bool dates = std::any_of(contents.begin(), contents.end(),
                           [](const ColumnContent& c) { return c.dates >= 1 && c.dates >= kMostly * c.filled; });
  bool amounts = std::any_of(contents.begin(), contents.end(), [](const ColumnContent& c) { return numeric(c); });
  return dates && amounts;
}

bool leads_with_days(const Table& table, const DocumentStyle& style) {
  ColumnContent first = contents_of(table, 0, style).front();
  return first.dates > 0 && first.dates >= kMostly * first.filled;
}

bool headed_as_flows(const Table& table, const DocumentStyle& style) {
  std::vector<ColumnRole> roles;
  for (const std::string& header : header_texts(table, count_header_rows(table, style)))
    roles.push_back(column_role(header).value_or(ColumnRole::unknown));
  return std::any_of(roles.begin(), roles.end(), names_flow) && !lists_holdings(roles);
}

std::size_t count_header_rows(const Table& table, const DocumentStyle& style) {
  std::size_t rows = 0;
  while (rows < table.rows.size() && rows < kHeaderRowsMax && !has_values(table.rows[rows], style)) ++rows;
  // A label such as "2019" or "Distributions" right above the first data row is a section, not a header.
  while (rows > 1 && !table.rows[rows - 1].header && filled_cells(table.rows[rows - 1]) == 1 &&
         !table.rows[rows - 1].cells.front().text.empty() &&
         std::any_of(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(rows - 1),
                     [](const TableRow& r) { return r.header; })) {
    --rows;
  }
  return rows;
}

std::vector<std::string> header_texts(const Table& table, std::size_t header_rows) {
  std::vector<std::string> texts(table.columns);
  for (std::size_t r = 0; r < header_rows; ++r) {
    const auto& cells = table.rows[r].cells;
    if (is_title(table, r, header_rows)) continue;
    for (std::size_t c = 0; c < cells.size(); ++c) {
      for (int s = 0; s < cells[c].span && c + static_cast<std::size_t>(s) < texts.size(); ++s) {
        std::string& text = texts[c + static_cast<std::size_t>(s)];
        if (!cells[c].text.empty()) text += (text.empty() ? "" : " ") + cells[c].text;
      }
    }
  }
  return texts;
}

std::optional<LedgerColumns> plan_ledger_columns(const Table& table, const DocumentStyle& style,
                                                 const LedgerColumns* before) {
  if (table.columns < 2 || table.rows.empty()) return std::nullopt;
  LedgerColumns plan;
  plan.header_rows = count_header_rows(table, style);
  auto contents = contents_of(table, plan.header_rows, style);
  if (before != nullptr &&
      (plan.header_rows == 0 ||
       !std::any_of(table.rows.begin(), table.rows.begin() + static_cast<std::ptrdiff_t>(plan.header_rows),
                    [](const TableRow& r) { return r.header; }))) {
    if (auto same = continued(table, *before, contents)) {
      same->column_x0 = table.column_x0;
      same->column_x1 = table.column_x1;
      return same;
    }
  }
  plan.headers = header_texts(table, plan.header_rows);
  plan.column_x0 = table.column_x0;
  plan.column_x1 = table.column_x1;
  for (std::size_t r = 0; r < plan.header_rows; ++r) {
    bool lone = filled_cells(table.rows[r]) == 1 && !table.rows[r].header;
    if (plan.title.empty() && (lone || is_title(table, r, plan.header_rows))) plan.title = table.rows[r].text();
  }
  std::size_t named = 0;
  for (const std::string& header : plan.headers) {
    auto role = column_role(header);
    plan.roles.push_back(role.value_or(ColumnRole::unknown));
    named += role.has_value();
  }
  plan.headed = named >= 2;
  if (before != nullptr && before->roles == plan.roles && contents[before->date].dates > 0) {
    std::size_t header_rows = plan.header_rows;
    std::string title = std::move(plan.title);
    plan = *before;
    plan.header_rows = header_rows;
    plan.title = std::move(title);
    plan.goes_on = true;
    return plan;
  }
  if (lists_holdings(plan.roles)) return std::nullopt;
  auto date = choose_date(plan.roles, contents);
  if (!date) return std::nullopt;
  plan.date = *date;
  add_flows(plan, contents);
  add_texts(plan, contents);
  if (plan.flows.empty() && !plan.headed) return std::nullopt;
  return plan;
}

}  // namespace dossier::funds
