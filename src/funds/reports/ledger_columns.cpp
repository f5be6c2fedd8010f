#include "funds/reports/ledger_columns.h"

#include "funds/reports/column_contents.h"
#include "funds/reports/content_roles.h"
#include "funds/reports/table_headings.h"
#include "reading/fold.h"

#include <algorithm>

namespace dossier::funds {
namespace {

using reading::Table;
using reading::TableRow;

constexpr double kMostly = 0.6;

// The column whose dates the ledger takes: due before plain before notice, and it must hold dates.
std::optional<std::size_t> choose_date(const std::vector<ColumnRole>& roles, const std::vector<ColumnContent>& contents,
                                       bool titled) {
  for (ColumnRole wanted : {ColumnRole::due_date, ColumnRole::date, ColumnRole::notice_date}) {
    for (std::size_t c = 0; c < roles.size(); ++c) {
      if (roles[c] == wanted && contents[c].dates > 0) return c;
    }
  }
  int needed = titled || std::any_of(roles.begin(), roles.end(), names_flow) ? 1 : 2;
  for (std::size_t c = 0; c < roles.size(); ++c) {
    if (roles[c] == ColumnRole::recall_until) continue;  // days to come
    if (contents[c].dates >= needed && contents[c].mostly_dates()) return c;
  }
  return std::nullopt;
}

std::string part_name(const std::string& header) {
  return std::string(reading::trimmed(header));
}

// Of several columns of amounts the one in the currency of the document ("Amount USD", "Amount EUR"); else the first.
std::size_t in_own_currency(const std::vector<std::size_t>& found, const std::vector<std::string>& headers,
                            const DocumentStyle& style) {
  const auto own = std::find_if(found.begin(), found.end(),
                                [&](std::size_t c) { return reading::find_currency(headers[c]) == style.currency; });
  return own == found.end() ? found.front() : *own;
}

// "Total called" beside "Your share": what the fund's column says of the direction holds for the investor's. Nothing
// where a column of types decides, or where both directions are named.
std::optional<RowKind> direction_of_all(const LedgerColumns& plan) {
  std::optional<RowKind> direction;
  for (std::size_t c = 0; c < plan.roles.size(); ++c) {
    if (plan.roles[c] == ColumnRole::type) return std::nullopt;
    const bool of_fund = plan.roles[c] == ColumnRole::total || plan.roles[c] == ColumnRole::fund_total ||
                         plan.roles[c] == ColumnRole::contribution || plan.roles[c] == ColumnRole::distribution;
    const auto kind = of_fund ? row_kind_by_words(plan.headers[c]) : std::nullopt;
    if (!kind || *kind == RowKind::adjustment) continue;
    if (direction && direction != kind) return std::nullopt;
    direction = kind;
  }
  return direction;
}

void add_flows(LedgerColumns& plan, const std::vector<ColumnContent>& contents, const DocumentStyle& style) {
  auto with_role = [&](ColumnRole role) {
    std::vector<std::size_t> found;
    for (std::size_t c = 0; c < plan.roles.size(); ++c) {
      if (plan.roles[c] == role && (contents[c].numeric() || contents[c].filled == 0)) found.push_back(c);
    }
    return found;
  };
  auto add = [&](const std::vector<std::size_t>& columns, std::optional<RowKind> kind, bool parts) {
    for (std::size_t c : columns) plan.flows.push_back({c, kind, parts ? part_name(plan.headers[c]) : std::string()});
  };
  if (auto share = with_role(ColumnRole::investor_share); !share.empty())
    return add({share.front()}, direction_of_all(plan), false);
  auto call_parts = with_role(ColumnRole::contribution_part);
  auto distribution_parts = with_role(ColumnRole::distribution_part);
  auto calls = with_role(ColumnRole::contribution);
  auto distributions = with_role(ColumnRole::distribution);
  auto amounts = with_role(ColumnRole::amount);
  // Components and their sum are the same money: the components are kept, since only they say what is recallable.
  bool by_direction = !calls.empty() || !distributions.empty() || !call_parts.empty() || !distribution_parts.empty();
  if (by_direction && (amounts.empty() || (!calls.empty() && !distributions.empty()))) {
    // "Fee" or "Investments" alone may be the price of a dinner: the title or the row must say that it was called.
    const bool lone_part = call_parts.size() == 1 && distributions.empty() && distribution_parts.empty();
    if (calls.empty() && lone_part) {
      add(call_parts, std::nullopt, false);
    } else if (calls.empty()) {
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
  if (auto sides = with_role(ColumnRole::account_side); sides.size() == 2 && amounts.empty())
    return add(sides, std::nullopt, false);
  for (ColumnRole role : {ColumnRole::amount, ColumnRole::net, ColumnRole::total, ColumnRole::local_amount}) {
    if (auto found = with_role(role); !found.empty())
      return add({in_own_currency(found, plan.headers, style)}, std::nullopt, false);
  }
  // No header says amount: the only column of numbers is it.
  std::vector<std::size_t> unnamed;
  for (std::size_t c = 0; c < plan.roles.size(); ++c) {
    if (plan.roles[c] == ColumnRole::unknown && c != plan.date && contents[c].numeric()) unnamed.push_back(c);
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
  // Columns that stand at the same places and hold something else are those of another table.
  const bool amounts = std::any_of(plan.flows.begin(), plan.flows.end(),
                                   [&](const FlowColumn& flow) { return contents[flow.index].amounts > 0; });
  if (!amounts) return std::nullopt;
  add_texts(plan, contents);
  return plan;
}

}  // namespace

std::optional<LedgerColumns> plan_ledger_columns(const Table& table, const DocumentStyle& style,
                                                 const LedgerColumns* before, bool titled) {
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
  settle_roles_by_content(table, plan, style);
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
  auto date = choose_date(plan.roles, contents, titled);
  if (!date) return std::nullopt;
  plan.date = *date;
  add_flows(plan, contents, style);
  add_texts(plan, contents);
  if (pays_what_is_recallable(table, plan, style)) {
    plan.flows.push_back({*plan.recallable, RowKind::distribution, part_name(plan.headers[*plan.recallable])});
    plan.recallable.reset();
  }
  if (plan.flows.empty() && !plan.headed) return std::nullopt;
  // One row under a title alone is a row only where it begins with its day, as those of a ledger do.
  if (titled && !plan.headed && contents[plan.date].dates < 2 && plan.date != 0) return std::nullopt;
  return plan;
}

}  // namespace dossier::funds
