#include "desks/funds/analysis_text.h"

#include "funds/ledger/market_equivalent.h"
#include "funds/ledger/phrasing.h"
#include "reading/fold.h"

#include <fmt/format.h>

#include <algorithm>
#include <ostream>

namespace dossier::desks::funds {
namespace {

using namespace dossier::funds;

constexpr std::size_t kTextWidth = 44;

std::size_t width_of(std::string_view text) {
  return reading::code_points(text).size();
}

std::string cut(const std::string& text, std::size_t width) {
  auto points = reading::code_points(text);
  if (points.size() <= width) return text;
  std::string out;
  for (std::size_t i = 0; i + 1 < width; ++i) reading::append_utf8(out, points[i]);
  return out + "\u2026";
}

std::string left(const std::string& text, std::size_t width) {
  return text + std::string(width - std::min(width, width_of(text)), ' ');
}
std::string right(const std::string& text, std::size_t width) {
  return std::string(width - std::min(width, width_of(text)), ' ') + text;
}

class TextWriter {
 public:
  TextWriter(const MarketIndex* index, bool colour, std::ostream& out) : index_(index), colour_(colour), out_(out) {}

  void write(const Analysis& analysis) {
    for (const DocumentReading& document : analysis.documents) write_document(document);
    for (const FundAnalysis& fund : analysis.funds) write_fund(fund);
  }

 private:
  std::string styled(std::string_view code, const std::string& text) const {
    return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : text;
  }
  std::string bold(const std::string& text) const { return styled("1", text); }

  void write_document(const DocumentReading& document) {
    static constexpr const char* kSaid[] = {"read", "read in part", "no ledger in it"};
    out_ << bold(document.file) << ": " << kSaid[static_cast<int>(document.status)] << "\n";
    for (const Flag& flag : document.flags) {
      out_ << "  " << styled("33", "! ") << (flag.place.page > 0 ? fmt::format("page {}: ", flag.place.page) : "")
           << flag.message << " [" << name_of(flag.code) << "]\n";
    }
    if (!document.portfolio_rows.empty()) write_portfolio(document.portfolio_rows);
  }

  void write_portfolio(const std::vector<PortfolioRow>& rows) {
    out_ << "\n  " << left("fund", kTextWidth) << "  year  " << right("commitment", 18) << right("cash in", 18)
         << right("cash out", 18) << "\n";
    for (const PortfolioRow& row : rows) {
      int digits = row.currency.minor_digits();
      auto amount = [&](const std::optional<Money>& m) { return right(m ? m->grouped(digits) : "-", 18); };
      out_ << "  " << left(cut(row.name, kTextWidth), kTextWidth) << "  "
           << left(row.vintage_year ? std::to_string(*row.vintage_year) : "-", 4) << "  " << amount(row.commitment)
           << amount(row.cash_in) << amount(row.cash_out) << "\n";
    }
  }

  void write_fund(const FundAnalysis& fund) {
    const Ledger& ledger = fund.ledger;
    out_ << "\n" << bold(ledger.name.empty() ? "(fund not named)" : ledger.name);
    if (!ledger.gp.empty()) out_ << ", " << ledger.gp;
    if (ledger.vintage_year) out_ << ", vintage " << *ledger.vintage_year;
    if (ledger.currency.known()) out_ << ", " << ledger.currency.code();
    if (ledger.as_of) out_ << ", as of " << date_text(*ledger.as_of);
    out_ << "\n";
    if (!ledger.transactions.empty()) write_rows(ledger);
    if (!ledger.statement_lines.empty()) write_statement(ledger);
    write_metrics(fund);
    write_checks(fund);
    if (index_ != nullptr) write_market(fund);
    if (!ledger.signs.statement.empty()) out_ << "\n  Adjustments: " << ledger.signs.statement << ".\n";
  }

  void write_rows(const Ledger& ledger) {
    int digits = ledger.currency.minor_digits();
    out_ << "\n  " << left("date", 10) << "  " << left("kind", 12) << right("amount", 18) << "  "
         << right("on paid-in", 16) << right("on distrib.", 16) << "  page  description\n";
    for (const Transaction& t : ledger.transactions) {
      static constexpr const char* kKinds[] = {"call", "distribution", "adjustment"};
      auto effect = [&](Money m) { return right(m.zero() ? "" : m.grouped(digits), 16); };
      std::string about = t.type == t.description || t.description.empty() ? t.type : t.type + ": " + t.description;
      if (t.recallable.value_or(false))
        about += t.recallable_until ? fmt::format(" (recallable until {})", date_text(*t.recallable_until))
                                    : " (recallable)";
      out_ << "  " << t.date.iso() << "  " << left(kKinds[static_cast<int>(t.kind)], 12)
           << right(t.amount.grouped(digits), 18) << "  " << effect(t.effects.paid_in) << effect(t.effects.distribution)
           << "  " << right(std::to_string(t.place.page), 4) << "  " << cut(about, 60) << "\n";
    }
  }

  void write_statement(const Ledger& ledger) {
    int digits = ledger.currency.minor_digits();
    auto amount = [&](const std::optional<Money>& m) { return right(m ? m->grouped(digits) : "-", 18); };
    out_ << "\n  " << left("statement line", kTextWidth) << right("quarter", 18) << right("year", 18)
         << right("since inception", 18) << "\n";
    for (const StatementLine& line : ledger.statement_lines) {
      out_ << "  " << left(cut(line.line, kTextWidth), kTextWidth) << amount(line.qtd) << amount(line.ytd)
           << amount(line.itd) << "\n";
    }
  }

  void write_metrics(const FundAnalysis& fund) {
    out_ << "\n";
    for (Metric metric : {Metric::total_calls, Metric::pic, Metric::total_distributions, Metric::nav, Metric::dpi,
                          Metric::rvpi, Metric::tvpi, Metric::irr, Metric::irr_period, Metric::unfunded}) {
      const MetricValue& figure = fund.metrics[metric];
      if (metric == Metric::irr_period && !figure.known()) continue;
      std::string value = figure.known() ? value_text(figure, fund.ledger.currency) : "not known: " + figure.reason;
      out_ << "  " << left(std::string(title_of(metric)), 32) << "  " << (figure.known() ? bold(value) : value) << "\n";
    }
  }

  void write_market(const FundAnalysis& fund) {
    out_ << "\n  Against " << index_->name() << ":\n";
    const MarketEquivalent made = market_equivalent(fund.ledger, fund.metrics, *index_);
    for (const WorkedFigure* figure : made.figures()) {
      std::string value = "not known: " + figure->reason;
      if (figure->number)
        value = bold(figure->unit == Unit::rate ? percent_text(*figure->number) : multiple_text(*figure->number));
      out_ << "  " << left(std::string(figure->name), 32) << "  " << value << "\n";
    }
  }

  void write_checks(const FundAnalysis& fund) {
    if (fund.checks.empty()) return;
    out_ << "\n  Printed in the report, against the ledger:\n";
    for (const Check& check : fund.checks) {
      std::string verdict = !check.agrees   ? styled("33", "cannot be checked")
                            : *check.agrees ? styled("32", "agrees")
                                            : styled("31", "differs");
      out_ << "  " << left(std::string(title_of(check.metric)), 32) << "  " << left(check.printed, 16) << "  "
           << verdict;
      if (check.computed.known()) out_ << ", computed " << value_text(check.computed, fund.ledger.currency);
      out_ << "\n";
      if (!check.note.empty()) out_ << "      " << check.note << "\n";
    }
  }

  const MarketIndex* index_;
  bool colour_;
  std::ostream& out_;
};

}  // namespace

void write_analysis(const Analysis& analysis, const MarketIndex* index, bool colour, std::ostream& out) {
  TextWriter(index, colour, out).write(analysis);
}

}  // namespace dossier::desks::funds
