#include "funds/ledger/phrasing.h"
#include "funds/questions/answering.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <functional>

namespace dossier::funds {
namespace {

// A column of a portfolio table that a question can ask for.
struct Column {
  std::string_view name, title;
  std::function<std::optional<double>(const PortfolioRow&)> number;
  std::function<std::optional<Money>(const PortfolioRow&)> money;
  bool percent = false;
};

// Where the table prints no multiple.
std::optional<double> multiple_of(const PortfolioRow& row) {
  if (!row.cash_in || !row.total_value) return std::nullopt;
  return ratio(*row.total_value, *row.cash_in);
}

const std::vector<Column>& columns() {
  auto none = [](const PortfolioRow&) -> std::optional<double> { return std::nullopt; };
  auto no_money = [](const PortfolioRow&) -> std::optional<Money> { return std::nullopt; };
  static const std::vector<Column> all = {
      {"irr", "net IRR", [](const PortfolioRow& row) { return row.net_irr; }, no_money, true},
      {"multiple", "multiple", [](const PortfolioRow& row) { return row.multiple ? row.multiple : multiple_of(row); },
       no_money},
      {"commitment", "commitment", none, [](const PortfolioRow& row) { return row.commitment; }},
      {"cash_in", "cash paid in", none, [](const PortfolioRow& row) { return row.cash_in; }},
      {"cash_out", "cash paid out", none, [](const PortfolioRow& row) { return row.cash_out; }},
      {"total_value", "cash out and remaining value", none, [](const PortfolioRow& row) { return row.total_value; }},
      {"nav", "remaining value", none,
       [](const PortfolioRow& row) -> std::optional<Money> {
         if (!row.total_value || !row.cash_out) return std::nullopt;
         return *row.total_value - *row.cash_out;
       }},
      {"dpi", "cash out to cash in",
       [](const PortfolioRow& row) -> std::optional<double> {
         if (!row.cash_in || !row.cash_out) return std::nullopt;
         return ratio(*row.cash_out, *row.cash_in);
       },
       no_money},
      {"vintage_year", "vintage year",
       [](const PortfolioRow& row) {
         return row.vintage_year ? std::optional<double>(*row.vintage_year) : std::nullopt;
       },
       no_money},
  };
  return all;
}

const Column& column(std::string_view name) {
  return *std::find_if(columns().begin(), columns().end(), [&](const Column& one) { return one.name == name; });
}

std::vector<const Column*> asked_columns(const Plan& plan) {
  std::vector<const Column*> asked;
  for (Metric metric : plan.metrics) {
    switch (metric) {
      case Metric::irr: asked.push_back(&column("irr")); break;
      case Metric::tvpi:
      case Metric::moic: asked.push_back(&column("multiple")); break;
      case Metric::commitment: asked.push_back(&column("commitment")); break;
      case Metric::pic:
      case Metric::total_calls: asked.push_back(&column("cash_in")); break;
      case Metric::total_value: asked.push_back(&column("total_value")); break;
      case Metric::nav: asked.push_back(&column("nav")); break;
      case Metric::dpi: asked.push_back(&column("dpi")); break;
      default: break;
    }
  }
  for (RowKind kind : plan.rows.kinds) {
    if (kind == RowKind::capital_call) asked.push_back(&column("cash_in"));
    if (kind == RowKind::distribution) asked.push_back(&column("cash_out"));
  }
  if (plan.fact == Term::vintage && plan.rows.periods.empty()) asked.push_back(&column("vintage_year"));
  return asked;
}

std::string text_of(const PortfolioRow& row, const Column& wanted) {
  if (auto money = wanted.money(row)) return money_text(*money, row.currency);
  auto number = wanted.number(row);
  if (!number) return "not given";
  if (wanted.name == "vintage_year") return fmt::format("{:.0f}", *number);
  if (wanted.name == "multiple" && !row.multiple)
    return multiple_text(*number) + " (cash out and remaining value over cash in)";
  return wanted.percent ? percent_text(*number) : multiple_text(*number);
}

class PortfolioAnswer {
 public:
  PortfolioAnswer(const AnswerBasis& basis, const Plan& plan, AnswerDraft& draft) : plan_(plan), draft_(draft) {
    bool named = !plan.named.portfolio.empty();
    for (std::size_t d = 0; d < basis.analysis().documents.size() && !named; ++d) {
      for (const PortfolioRow& row : basis.analysis().documents[d].portfolio_rows) take(row);
    }
    for (PortfolioIndex index : plan.named.portfolio) take(basis.portfolio_row(index));
    columns_ = asked_columns(plan);
  }

  bool give() {
    if (rows_.empty()) return nothing_of_that_year();
    bool dated = (plan_.wants_date || asks_for_dates()) && !plan_.rows.kinds.empty();
    bool in_time =
        !plan_.named.portfolio.empty() && (!plan_.rows.periods.empty() || dated) && plan_.fact != Term::vintage;
    if (in_time) return only_since_inception();
    if (bounded()) return list_bounded();
    if (plan_.arithmetic) return tell_difference();
    bool together = plan_.has_any({Term::sum, Term::pooled}) && rows_.size() > 1 && !columns_.empty();
    if (together && columns_.front()->money(*rows_.front())) return total();
    if (!plan_.named.portfolio.empty() && !plan_.about_funds) return tell_each();
    bool lists =
        !plan_.has(Term::fund_count) && (plan_.has_any({Term::list, Term::which}) || plan_.measure == Measure::none);
    if (!plan_.rows.periods.empty() && lists && columns_.empty()) return list();
    if (plan_.measure == Measure::count || plan_.has(Term::fund_count)) return count();
    if (plan_.measure == Measure::largest || plan_.measure == Measure::smallest || plan_.about_funds) return order();
    return total();
  }

 private:
  void take(const PortfolioRow& row) {
    bool fits = plan_.rows.periods.empty() || !plan_.named.portfolio.empty() ||
                (row.vintage_year && plan_.rows.periods.contains(*Date::of(*row.vintage_year, 7, 1)));
    if (fits) rows_.push_back(&row);
  }

  // "On which dates did it call capital", "list its distributions": rows that no table of totals has.
  bool asks_for_dates() const {
    const std::string question = reading::fold(plan_.question);
    return question.find("dates") != std::string::npos || question.find("which day") != std::string::npos;
  }

  void cite(const PortfolioRow& row) { draft_.cite(row.place, row.name); }

  bool nothing_of_that_year() {
    if (plan_.rows.periods.empty()) return false;
    draft_.say(fmt::format("The table has no fund with a vintage {}.", plan_.rows.periods.text()));
    draft_.part(plan_.yes_or_no || plan_.measure == Measure::count ? Answered::yes : Answered::no);
    return true;
  }

  std::string dated_text() const {
    return plan_.rows.periods.empty() ? " on single days" : " " + plan_.rows.periods.text();
  }

  // The table has totals since inception and no flows of a year.
  bool only_since_inception() {
    draft_.say(
        fmt::format("The table gives figures since inception only, so nothing is known of {}{}. A report of the "
                    "fund itself would be needed.",
                    rows_.front()->name, dated_text()));
    cite(*rows_.front());
    draft_.part(Answered::no);
    return true;
  }

  // "Which funds have a negative IRR", "funds with a commitment over $500m".
  bool bounded() const {
    if (columns_.empty() || !plan_.named.portfolio.empty()) return false;
    bool mark = plan_.mark && plan_.mark->bound != Bound::none;
    return mark || !plan_.rows.amounts.empty() || plan_.has_any({Term::negative, Term::positive});
  }

  bool within(const PortfolioRow& row) const {
    auto size = size_of(row, *columns_.front());
    if (!size) return false;
    if (plan_.has(Term::negative)) return *size < 0;
    if (plan_.has(Term::positive)) return *size > 0;
    return plan_.mark ? compares(plan_.mark->bound, *size, plan_.mark->value) : plan_.rows.amounts.admit(*size);
  }

  bool list_bounded() {
    const Column& wanted = *columns_.front();
    std::erase_if(rows_, [&](const PortfolioRow* row) { return !within(*row); });
    std::vector<std::string> parts;
    for (const PortfolioRow* row : rows_) {
      parts.push_back(fmt::format("{} {}", row->name, text_of(*row, wanted)));
      if (auto money = wanted.money(*row)) draft_.value(row->name, *money, row->currency);
      if (auto number = wanted.number(*row)) draft_.value(row->name, *number);
      cite(*row);
    }
    draft_.value("count", static_cast<double>(rows_.size()));
    draft_.say(rows_.empty()
                   ? "None of the funds in the table."
                   : fmt::format("{} by {}: {}.", counted(rows_.size(), "fund", "funds"), wanted.title, joined(parts)));
    draft_.part(Answered::yes);
    return true;
  }

  bool tell_each() {
    std::vector<const Column*> wanted = columns_;
    if (wanted.empty()) {
      for (const Column& one : columns()) wanted.push_back(&one);
    }
    for (const PortfolioRow* row : rows_) {
      std::vector<std::string> parts;
      bool known = false;
      for (const Column* one : wanted) {
        std::string text = text_of(*row, *one);
        if (columns_.empty() && text == "not given") continue;
        parts.push_back(fmt::format("{} {}", one->title, text));
        if (auto money = one->money(*row)) draft_.value(std::string(one->name), *money, row->currency);
        if (auto number = one->number(*row)) draft_.value(std::string(one->name), *number);
        known = known || text != "not given";
      }
      draft_.say(fmt::format("{}: {}, as printed in the table.", row->name, joined(parts)));
      cite(*row);
      draft_.part(known ? Answered::yes : Answered::no);
    }
    return true;
  }

  // "By how much did the cash in exceed the commitment?"
  bool tell_difference() {
    if (columns_.size() != 2) return false;
    for (const PortfolioRow* row : rows_) {
      auto one = columns_[0]->money(*row), other = columns_[1]->money(*row);
      if (!one || !other) return false;
      Money by = *one - *other;
      draft_.say(fmt::format("{}: {} {}, {} {}; the difference is {}.", row->name, columns_[0]->title,
                             money_text(*one, row->currency), columns_[1]->title, money_text(*other, row->currency),
                             money_text(by.abs(), row->currency)));
      draft_.value("difference", by.abs(), row->currency);
      cite(*row);
    }
    draft_.part(Answered::yes);
    return true;
  }

  bool count() {
    draft_.say(fmt::format("{} in the table{}.", counted(rows_.size(), "fund", "funds"),
                           plan_.rows.periods.empty() ? "" : " with a vintage " + plan_.rows.periods.text()));
    draft_.value("count", static_cast<double>(rows_.size()));
    for (const PortfolioRow* row : rows_) cite(*row);
    draft_.part(Answered::yes);
    return true;
  }

  bool list() {
    std::vector<std::string> names;
    for (const PortfolioRow* row : rows_) {
      names.push_back(row->name);
      draft_.value("fund", row->name);
      cite(*row);
    }
    draft_.say(fmt::format("{}: {}.", counted(names.size(), "fund", "funds"), joined(names)));
    draft_.part(Answered::yes);
    return true;
  }

  static std::optional<double> size_of(const PortfolioRow& row, const Column& wanted) {
    if (auto money = wanted.money(row)) return money->to_double(row.currency.minor_digits());
    return wanted.number(row);
  }

  bool order() {
    if (columns_.empty()) return false;
    const Column& wanted = *columns_.front();
    std::erase_if(rows_, [&](const PortfolioRow* row) { return !size_of(*row, wanted); });
    if (rows_.empty()) return false;
    bool lowest = plan_.measure == Measure::smallest || plan_.ascending;
    std::stable_sort(rows_.begin(), rows_.end(), [&](auto a, auto b) {
      return lowest ? *size_of(*a, wanted) < *size_of(*b, wanted) : *size_of(*a, wanted) > *size_of(*b, wanted);
    });
    std::size_t wanted_count = plan_.named.portfolio.empty() ? static_cast<std::size_t>(plan_.top) : rows_.size();
    if (plan_.has(Term::rank) && plan_.top == 1) wanted_count = rows_.size();
    rows_.resize(std::min(rows_.size(), wanted_count));
    std::vector<std::string> parts;
    for (const PortfolioRow* row : rows_) {
      parts.push_back(fmt::format("{} {}", row->name, text_of(*row, wanted)));
      if (auto money = wanted.money(*row)) draft_.value(row->name, *money, row->currency);
      if (auto number = wanted.number(*row)) draft_.value(row->name, *number);
      cite(*row);
    }
    draft_.say(fmt::format("By {}, {} first: {}.", wanted.title, lowest ? "lowest" : "highest", joined(parts, "then")));
    draft_.part(Answered::yes);
    return true;
  }

  bool total() {
    if (columns_.empty() || !columns_.front()->money(*rows_.front())) return false;
    const Column& wanted = *columns_.front();
    Money sum;
    std::int64_t count = 0;
    for (const PortfolioRow* row : rows_) {
      auto money = wanted.money(*row);
      if (!money || row->currency != rows_.front()->currency) continue;
      sum += *money;
      ++count;
      cite(*row);
    }
    bool average = plan_.measure == Measure::average;
    Money result = average ? Money::of_minor(sum.minor() / count) : sum;
    draft_.say(fmt::format("The {} of {} over {} is {}.", average ? "average" : "sum", wanted.title,
                           counted(static_cast<std::size_t>(count), "fund", "funds"),
                           money_text(result, rows_.front()->currency)));
    draft_.value(average ? "average" : "sum", result, rows_.front()->currency);
    draft_.part(Answered::yes);
    return true;
  }

  const Plan& plan_;
  AnswerDraft& draft_;
  std::vector<const PortfolioRow*> rows_;
  std::vector<const Column*> columns_;
};

}  // namespace

bool answer_portfolio(const AnswerBasis& basis, const Plan& plan, AnswerDraft& draft) {
  return PortfolioAnswer(basis, plan, draft).give();
}

}  // namespace dossier::funds
