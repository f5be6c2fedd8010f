#include "desks/funds/flow_file.h"

#include "base/limits.h"
#include "reading/amounts.h"
#include "reading/dates.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>

namespace dossier::desks::funds {
namespace {

using dossier::funds::DatedFlow;

struct Line {
  int number = 0;  // from 1
  std::vector<std::string> cells;
};

// One line into cells; nothing when a quote is left open.
std::optional<std::vector<std::string>> split(std::string_view line, char separator) {
  std::vector<std::string> cells(1);
  bool quoted = false;
  for (std::size_t k = 0; k < line.size(); ++k) {
    char c = line[k];
    if (quoted && c == '"' && k + 1 < line.size() && line[k + 1] == '"') {
      cells.back() += line[++k];
    } else if (c == '"' && (quoted || reading::trimmed(cells.back()).empty())) {
      quoted = !quoted;
    } else if (!quoted && c == separator) {
      cells.emplace_back();
    } else {
      cells.back() += c;
    }
  }
  if (quoted) return std::nullopt;
  for (std::string& cell : cells) cell = std::string(reading::trimmed(cell));
  return cells;
}

// The separator of the first line that has one: tab, then semicolon, then comma ("1.234,5;2" is semicolons).
char separator_of(std::string_view text) {
  for (char candidate : {'\t', ';', ','}) {
    if (text.find(candidate) != std::string_view::npos) return candidate;
  }
  return ',';
}

struct Amount {
  double value;
  int decimals;  // -1: not an exact decimal
};

std::optional<Amount> amount_of(const std::string& cell, reading::DecimalMark mark) {
  std::string_view text = cell;
  if (!text.empty() && text.front() == '+') text.remove_prefix(1);
  double value = 0;
  auto [end, fault] = std::from_chars(text.data(), text.data() + text.size(), value);
  bool plain = fault == std::errc() && end == text.data() + text.size() && mark == reading::DecimalMark::point;
  if (plain) {
    if (text.find_first_of("eEnN") != std::string_view::npos) return Amount{value, -1};
    auto point = text.find('.');
    return Amount{value, point == std::string_view::npos ? 0 : static_cast<int>(text.size() - point - 1)};
  }
  auto number = reading::read_number(cell, mark);
  if (!number || number->too_large || number->form == reading::NumberForm::percent ||
      number->form == reading::NumberForm::multiple || number->form == reading::NumberForm::not_available) {
    return std::nullopt;
  }
  return Amount{number->signed_double() * std::pow(10.0, number->power),
                std::max(0, number->magnitude.decimals - number->power)};
}

// Which cells of a line hold what. `date` is -1 for amounts alone.
struct Columns {
  int date = -1, amount = 0;
};

bool names_any(const std::string& cell, std::initializer_list<std::string_view> words) {
  auto tokens = reading::fold_tokens(cell);
  return std::any_of(tokens.begin(), tokens.end(), [&](const std::string& token) {
    return std::find(words.begin(), words.end(), token) != words.end();
  });
}

// A column of index levels with dividends reinvested: "Adj Close", "total return", "TR".
bool names_total_return(const std::string& cell) {
  return names_any(cell, {"adj", "adjusted", "tr", "reinvested"}) ||
         (names_any(cell, {"total"}) && names_any(cell, {"return"}));
}

class FlowReader {
 public:
  FlowReader(std::string_view bytes, const std::string& name) : name_(name), text_(bytes) {
    if (text_.substr(0, 3) == "\xEF\xBB\xBF") text_.remove_prefix(3);
  }

  Result<FlowList> read() {
    TRY_DO(take_lines());
    if (lines_.empty()) return bad(1, "the file has no rows; give one flow per line as date,amount or amount alone");
    settle_forms();
    TRY_DO(take_columns());
    return columns_.date < 0 ? amounts_alone() : dated();
  }

 private:
  Error bad(int line, std::string message) const {
    return {ErrorCode::unreadable, std::move(message), fmt::format("{} line {}", name_, line)};
  }

  Result<void> take_lines() {
    char separator = separator_of(text_);
    int number = 0;
    while (!text_.empty()) {
      auto end = text_.find('\n');
      std::string_view line = text_.substr(0, end);
      text_.remove_prefix(end == std::string_view::npos ? text_.size() : end + 1);
      ++number;
      if (!line.empty() && line.back() == '\r') line.remove_suffix(1);
      if (reading::trimmed(line).empty()) continue;
      if (lines_.size() > limits::kFlowsMax) {
        return Error{ErrorCode::too_large, fmt::format("more than {} flows; split the file", limits::kFlowsMax), name_};
      }
      auto cells = split(line, separator);
      if (!cells) return bad(number, "a quotation mark is not closed");
      lines_.push_back({number, std::move(*cells)});
    }
    return {};
  }

  // Day order and decimal mark hold for the whole file.
  void settle_forms() {
    std::vector<std::string> cells;
    for (const Line& line : lines_) cells.insert(cells.end(), line.cells.begin(), line.cells.end());
    order_ = reading::settle_day_order(cells);
    mark_ = reading::settle_decimal_mark(cells);
  }

  bool is_date(const std::string& cell) const { return Date::parse_iso(cell) || reading::read_date(cell, order_); }

  Result<void> take_columns() {
    const Line& first = lines_.front();
    bool header = std::none_of(first.cells.begin(), first.cells.end(),
                               [&](const std::string& cell) { return is_date(cell) || amount_of(cell, mark_); });
    if (header) {
      TRY_DO(take_header(first));
      lines_.erase(lines_.begin());
      if (lines_.empty()) return bad(first.number + 1, "there is a header but no row below it");
      return {};
    }
    if (first.cells.size() == 1) return {};
    if (first.cells.size() > 2) {
      return bad(first.number, "expected date,amount; with more columns, give a header line that names them");
    }
    columns_ = is_date(first.cells[0]) || !is_date(first.cells[1]) ? Columns{0, 1} : Columns{1, 0};
    return {};
  }

  Result<void> take_header(const Line& header) {
    int count = static_cast<int>(header.cells.size()), total_return = -1;
    columns_ = {-1, -1};
    for (int k = count - 1; k >= 0; --k) {
      const std::string& cell = header.cells[static_cast<std::size_t>(k)];
      if (names_any(cell, {"date", "dates", "datum", "day", "when", "valuta"})) {
        columns_.date = k;
      } else if (names_any(cell, {"amount", "amounts", "flow", "flows", "cashflow", "cashflows", "value", "betrag",
                                  "montant", "level", "index", "close", "price"})) {
        columns_.amount = k;
      }
      if (columns_.date != k && names_total_return(cell)) total_return = k;
    }
    if (total_return >= 0) columns_.amount = total_return;
    if (columns_.amount < 0 && count == 2 && columns_.date >= 0) columns_.amount = 1 - columns_.date;
    if (columns_.amount < 0 && count == 1 && columns_.date < 0) columns_.amount = 0;
    if (columns_.amount < 0) return bad(header.number, "no column of the header is named amount");
    return {};
  }

  Result<std::string> cell_of(const Line& line, int column) const {
    if (column >= static_cast<int>(line.cells.size())) {
      return bad(line.number, columns_.date < 0 ? "expected one amount" : "expected a date and an amount");
    }
    return line.cells[static_cast<std::size_t>(column)];
  }

  Result<Amount> amount_in(const Line& line) const {
    TRY(std::string cell, cell_of(line, columns_.amount));
    auto amount = amount_of(cell, mark_);
    if (!amount) return bad(line.number, fmt::format("'{}' is no amount; write it like -1250.50", cell));
    if (!std::isfinite(amount->value)) return bad(line.number, fmt::format("'{}' is not a finite amount", cell));
    return *amount;
  }

  Result<Date> date_in(const Line& line) const {
    TRY(std::string cell, cell_of(line, columns_.date));
    if (auto iso = Date::parse_iso(cell)) return *iso;
    auto read = reading::read_date(cell, order_);
    if (!read) return bad(line.number, fmt::format("'{}' is no date; write it as YYYY-MM-DD", cell));
    if (read->status == reading::DateText::Status::impossible || !read->date) {
      return bad(line.number, fmt::format("'{}' is no day of the calendar", cell));
    }
    if (read->status == reading::DateText::Status::ambiguous) {
      return bad(line.number, fmt::format("'{}' could be two days; write it as YYYY-MM-DD", cell));
    }
    return *read->date;
  }

  Result<FlowList> amounts_alone() {
    TRY(std::vector<double> values, amounts());
    return FlowList{std::move(values)};
  }

  Result<FlowList> dated() {
    std::vector<DatedFlow> flows;
    TRY(std::vector<double> values, amounts());
    for (std::size_t k = 0; k < lines_.size(); ++k) {
      TRY(Date date, date_in(lines_[k]));
      flows.push_back({date, values[k]});
    }
    return FlowList{std::move(flows)};
  }

  Result<std::vector<double>> amounts() {
    std::vector<double> values;
    int decimals = 0;
    double largest = 0;
    for (const Line& line : lines_) {
      if (columns_.date < 0 && line.cells.size() > 1 && columns_.amount == 0 && lines_.front().cells.size() == 1) {
        return bad(line.number, "expected one amount per line, as on the lines before");
      }
      TRY(Amount amount, amount_in(line));
      values.push_back(amount.value);
      decimals = amount.decimals < 0 || decimals < 0 ? -1 : std::max(decimals, amount.decimals);
      largest = std::max(largest, std::abs(amount.value));
    }
    double scale = std::pow(10.0, std::max(decimals, 0));
    if (decimals > 0 && largest * scale < 0x1p52) {
      for (double& value : values) value = std::round(value * scale);
    }
    return values;
  }

  const std::string& name_;
  std::string_view text_;
  std::vector<Line> lines_;
  reading::DayOrder order_ = reading::DayOrder::unknown;
  reading::DecimalMark mark_ = reading::DecimalMark::point;
  Columns columns_;
};

}  // namespace

Result<FlowList> read_flow_file(std::string_view bytes, const std::string& name) {
  return FlowReader(bytes, name).read();
}

}  // namespace dossier::desks::funds
