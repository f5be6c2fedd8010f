#include "desks/funds/analysis_json.h"

#include "base/json_writer.h"
#include "desks/funds/analysis_views.h"

namespace dossier::desks::funds {
namespace {

using namespace dossier::funds;

class Writer {
 public:
  explicit Writer(const MarketIndex* index) : index_(index) {}

  std::string write(const Analysis& analysis) {
    json_.begin_object();
    json_.key("documents").begin_array();
    for (const DocumentReading& document : analysis.documents) write_document(document);
    json_.end_array();
    json_.key("funds").begin_array();
    for (const FundAnalysis& fund : analysis.funds) write_fund(fund);
    json_.end_array();
    std::vector<const Ledger*> ledgers;
    for (const FundAnalysis& fund : analysis.funds) ledgers.push_back(&fund.ledger);
    json_.key("pools").raw(net::to_json(pools_view_of(ledgers, {}, false)));
    json_.end_object();
    return json_.take();
  }

 private:
  void write_document(const DocumentReading& document) {
    json_.begin_object().member("file", document.file).member("status", name_of(document.status));
    json_.key("flags").begin_array();
    for (const Flag& flag : document.flags) {
      json_.begin_object()
          .member("code", name_of(flag.code))
          .member("message", flag.message)
          .member("page", flag.place.page);
      box(flag.place.box);
      json_.end_object();
    }
    json_.end_array();
    json_.key("portfolio_rows").begin_array();
    for (const PortfolioRow& row : document.portfolio_rows) write_portfolio_row(row);
    json_.end_array().end_object();
  }

  void write_portfolio_row(const PortfolioRow& row) {
    digits_ = row.currency.minor_digits();
    json_.begin_object().member("name", row.name);
    optional("vintage_year", row.vintage_year);
    money("commitment", row.commitment);
    money("cash_in", row.cash_in);
    money("cash_out", row.cash_out);
    money("total_value", row.total_value);
    optional("net_irr", row.net_irr);
    optional("multiple", row.multiple);
    json_.member("currency", row.currency.code()).member("page", row.place.page);
    box(row.place.box);
    json_.end_object();
  }

  void write_fund(const FundAnalysis& fund) {
    const Ledger& ledger = fund.ledger;
    digits_ = ledger.currency.minor_digits();
    json_.begin_object().member("name", ledger.name).member("gp", ledger.gp);
    optional("vintage_year", ledger.vintage_year);
    json_.member("currency", ledger.currency.code());
    optional("as_of", iso(ledger.as_of));
    sourced_money("commitment", ledger.commitment);
    json_.key("transactions").begin_array();
    for (const Transaction& t : ledger.transactions) write_transaction(t);
    json_.end_array();
    json_.key("statement_lines").begin_array();
    for (const StatementLine& line : ledger.statement_lines) write_statement_line(line);
    json_.end_array();
    json_.key("nav_history").begin_array();
    for (const DatedNav& nav : ledger.nav_history)
      json_.begin_object().member("date", nav.date.iso()).member("nav", nav.nav.text(digits_)).end_object();
    json_.end_array();
    write_reported(ledger.reported);
    write_metrics(fund.metrics);
    write_checks(fund.checks);
    write_views(fund);
    json_.member("sign_convention", ledger.signs.statement).end_object();
  }

  // In the form of the HTTP routes; rows are named by their place in `transactions`.
  void write_views(const FundAnalysis& fund) {
    const Ledger& ledger = fund.ledger;
    const RowNames rows = row_places(ledger);
    json_.key("restatements").raw(net::to_json(restatements_of(ledger)));
    json_.key("series").raw(net::to_json(series_view_of(ledger, fund.metrics.as_of)));
    json_.key("horizons").raw(net::to_json(horizons_of(ledger, fund.metrics.as_of, {}, rows)));
    json_.key("market");
    index_ != nullptr ? json_.raw(net::to_json(market_view_of(ledger, fund.metrics, *index_, rows))) : json_.null();
  }

  void write_transaction(const Transaction& t) {
    json_.begin_object()
        .member("kind", name_of(t.kind))
        .member("date", t.date.iso())
        .member("date_precision", name_of(t.precision));
    json_.member("type", t.type).member("amount", t.amount.text(digits_)).member("printed", t.printed);
    json_.member("lp_cash", t.effects.lp_cash.text(digits_)).member("paid_in_effect", t.effects.paid_in.text(digits_));
    json_.member("distribution_effect", t.effects.distribution.text(digits_))
        .member("unfunded_effect", t.effects.unfunded.text(digits_));
    optional("recallable", t.recallable);
    optional("recallable_until", t.recallable_until ? std::optional(t.recallable_until->iso()) : std::nullopt);
    json_.member("description", t.description).member("number", t.number).member("status", name_of(t.status));
    json_.member("file", t.place.file).member("page", t.place.page);
    box(t.place.box);
    json_.member("confidence", t.confidence).end_object();
  }

  void write_statement_line(const StatementLine& line) {
    json_.begin_object().member("line", line.line);
    money("qtd", line.qtd);
    money("ytd", line.ytd);
    money("itd", line.itd);
    json_.member("page", line.place.page);
    box(line.place.box);
    json_.end_object();
  }

  void write_reported(const ReportedFigures& reported) {
    json_.key("reported").begin_object();
    sourced_money("pic", reported.pic);
    sourced("dpi", reported.dpi);
    sourced("rvpi", reported.rvpi);
    sourced("tvpi", reported.tvpi);
    sourced("irr", reported.irr);
    sourced_money("nav", reported.nav);
    sourced_money("total_calls", reported.total_calls);
    sourced_money("total_distributions", reported.total_distributions);
    sourced_money("commitment", reported.commitment);
    sourced_money("unfunded", reported.unfunded);
    json_.end_object();
  }

  void write_metrics(const MetricSet& metrics) {
    json_.key("metrics").begin_object();
    for (Metric metric : {Metric::pic, Metric::dpi, Metric::rvpi, Metric::tvpi, Metric::moic, Metric::irr})
      figure(name_of(metric), metrics[metric]);
    json_.key("irr_reason");
    metrics[Metric::irr].reason.empty() ? json_.null() : json_.value(metrics[Metric::irr].reason);
    for (Metric metric : {Metric::irr_period, Metric::irr_cash, Metric::total_calls, Metric::total_distributions,
                          Metric::nav, Metric::unfunded, Metric::unfunded_simple})
      figure(name_of(metric), metrics[metric]);
    optional("as_of", iso(metrics.as_of));
    json_.end_object();
  }

  void write_checks(const std::vector<Check>& checks) {
    json_.key("checks").begin_array();
    for (const Check& check : checks) {
      json_.begin_object().member("metric", name_of(check.metric));
      if (check.reported_money) {
        json_.member("reported", check.reported_money->text(digits_));
      } else {
        optional("reported", check.reported_number);
      }
      figure("computed", check.computed);
      optional("agrees", check.agrees);
      json_.member("note", check.note).end_object();
    }
    json_.end_array();
  }

  void figure(std::string_view name, const MetricValue& figure) {
    json_.key(name);
    if (figure.money) {
      json_.value(figure.money->text(digits_));
    } else if (figure.number) {
      json_.value(*figure.number);
    } else {
      json_.null();
    }
  }

  void box(const reading::Box& b) {
    json_.key("box");
    if (b == reading::Box{}) {
      json_.null();
      return;
    }
    json_.begin_array().value(b.x0).value(b.y0).value(b.x1).value(b.y1).end_array();
  }

  static std::optional<std::string> iso(const std::optional<Date>& date) {
    return date ? std::optional(date->iso()) : std::nullopt;
  }

  template <class T>
  void optional(std::string_view name, const std::optional<T>& content) {
    json_.key(name);
    if (content) {
      json_.value(*content);
    } else {
      json_.null();
    }
  }

  template <class T>
  void sourced(std::string_view name, const std::optional<Sourced<T>>& content) {
    optional(name, content ? std::optional(content->value) : std::nullopt);
  }

  void money(std::string_view name, const std::optional<Money>& amount) {
    optional(name, amount ? std::optional(amount->text(digits_)) : std::nullopt);
  }
  void sourced_money(std::string_view name, const std::optional<Sourced<Money>>& amount) {
    money(name, amount ? std::optional(amount->value) : std::nullopt);
  }

  const MarketIndex* index_;
  JsonWriter json_;
  int digits_ = 2;
};

}  // namespace

std::string analysis_json(const Analysis& analysis, const MarketIndex* index) {
  return Writer(index).write(analysis);
}

}  // namespace dossier::desks::funds
