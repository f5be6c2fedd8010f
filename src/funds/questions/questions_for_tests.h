#pragma once

#include "funds/ledger/ledger_for_tests.h"
#include "funds/questions/questions.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

// Two funds, a portfolio table and the judging of questions about them: for the tests of questions alone.
namespace dossier::funds::testing {

inline Passage passage(int page, std::string text, std::string heading = {}) {
  return {std::move(text), {.file = "harbor.pdf", .page = page, .box = {50, 600, 400, 640}}, std::move(heading)};
}

inline Ledger harbor() {
  Ledger fund = ledger("Harbor Light Partners II, L.P.", "2023-12-31",
                       {call("2019-03-15", 3'000'000, "Initial drawdown: Nimbus Health", "1"),
                        call("2019-11-20", 2'500'000, "Investment: Oriole Foods", "2"),
                        call_rebalance("2019-12-01", 250'000, "Refund of excess Call 2"),
                        call("2020-07-01", 1'500'000, "Management fee", "3"),
                        call("2021-02-10", 4'000'000, "Investment: Cobalt Robotics", "4"),
                        distribution("2021-06-30", 600'000, "Income", false, "Dividend: Oriole Foods"),
                        distribution("2022-04-15", 2'400'000, "Return of Capital", true, "Partial exit: Nimbus Health"),
                        call("2022-09-30", 1'000'000, "Follow-on: Nimbus Health, expenses", "5"),
                        distribution("2023-05-05", 1'800'000, "Realized Gain", false, "Exit: Oriole Foods"),
                        distribution_rebalance("2023-06-15", 100'000, "Overstated gain of May"),
                        distribution("2023-10-10", 200'000, "Income", false, "Interest: Cobalt note")});
  for (Transaction& row : fund.transactions) row.place.file = "harbor.pdf";
  fund.gp = "Harbor Light Management LLC";
  fund.vintage_year = 2019;
  fund.commitment = printed(units(20'000'000), "$20,000,000");
  set_nav(fund, "2022-12-31", 8'500'000);
  set_nav(fund, "2023-12-31", 9'000'000);
  fund.reported.dpi = printed(0.42, "0.42x");
  fund.reported.tvpi = printed(1.18, "1.18x");
  fund.reported.pic = printed(units(11'750'000), "$11,750,000");
  fund.reported.irr = printed(0.199, "19.9%");
  return fund;
}

inline Ledger quillon() {
  Ledger fund =
      ledger("Quillon Opportunities IV SCSp", "2023-12-31",
             {call("2020-01-15", 5'000'000, "First closing", "1"), call("2022-03-01", 2'000'000, "Top-up", "2"),
              distribution("2022-12-20", 9'000'000, "Capital gain", false, "Sale of Marrow Bay")});
  for (Transaction& row : fund.transactions) row.place.file = "quillon.pdf";
  fund.currency = *Currency::parse("EUR");
  fund.reported.tvpi = printed(1.5, "1.50");
  return fund;
}

inline DocumentReading harbor_document() {
  DocumentReading document{.file = "harbor.pdf"};
  document.status = ReadingStatus::read;
  document.passages = {
      passage(1, "Harbor Light Partners II, L.P. General Partner: Harbor Light Management LLC Vintage Year: 2019"),
      passage(3,
              "The fund buys control positions in family-owned companies of the food and health sectors in Northern "
              "Europe.",
              "Investment strategy"),
      passage(3, "Auditor of the partnership is Grey Otter LLP, Oslo.", "Service providers"),
      passage(
          4,
          "DPI (Distributions to Paid-In): distributions net of rebalancing over capital paid in net of rebalancing.",
          "Definitions"),
      passage(4, "Key persons are Ada Lindqvist and Tomas Berg; their leaving suspends the investment period.",
              "Key persons"),
      passage(4, "Fund size: $180,000,000")};
  return document;
}

inline FundAnalysis analysed(Ledger fund) {
  MetricSet metrics = compute_metrics(fund);
  auto checks = check_reported(fund, metrics);
  return {std::move(fund), std::move(metrics), std::move(checks)};
}

inline Analysis one_fund() {
  Analysis analysis;
  analysis.documents = {harbor_document()};
  analysis.funds.push_back(analysed(harbor()));
  return analysis;
}

inline Analysis two_funds() {
  Analysis analysis = one_fund();
  analysis.funds.push_back(analysed(quillon()));
  return analysis;
}

inline PortfolioRow portfolio_row(const char* name, int vintage, std::int64_t commitment, std::int64_t in,
                                  std::int64_t out, std::optional<double> irr) {
  PortfolioRow row{.name = name};
  row.vintage_year = vintage;
  row.commitment = units(commitment);
  row.cash_in = units(in);
  row.cash_out = units(out);
  row.total_value = units(out + 1'000);
  row.net_irr = irr;
  row.currency = *Currency::parse("USD");
  row.place = {.file = "program.pdf", .page = 1, .box = {10, 10.0 * vintage / 100, 20, 30}};
  return row;
}

inline Analysis program() {
  Analysis analysis;
  DocumentReading document{.file = "program.pdf"};
  document.portfolio_rows = {
      portfolio_row("Aurora Fund III, L.P.", 2004, 50'000'000, 51'000'000, 90'000'000, 0.121),
      portfolio_row("Aurora Fund IV, L.P.", 2006, 70'000'000, 66'000'000, 60'000'000, -0.015),
      portfolio_row("Brightwell Europe Partners (B) LP", 2006, 30'000'000, 31'000'000, 64'000'000, 0.203),
      portfolio_row("Corvid Asia Growth", 2008, 20'000'000, 19'000'000, 21'000'000, std::nullopt)};
  analysis.documents.push_back(std::move(document));
  return analysis;
}

struct Case {
  std::vector<std::string> turns;  // the last is judged
  Answered answered = Answered::yes;
  std::vector<std::string> says = {};
  std::vector<std::pair<std::string, double>> values = {};
  std::vector<std::string> row_dates = {};  // exactly these, in order
};

inline double number_of(const AnswerValue& value) {
  if (const auto* money = std::get_if<Money>(&value.value)) return money->to_double();
  if (const auto* number = std::get_if<double>(&value.value)) return *number;
  return -999;
}

inline void judge(const Case& one, const Analysis& analysis) {
  AnswerBasis basis(analysis);
  Conversation conversation(basis);
  Answer answer;
  for (const std::string& turn : one.turns) answer = conversation.ask(turn);
  SCOPED_TRACE(one.turns.back() + "\n-> " + answer.text);
  EXPECT_EQ(static_cast<int>(answer.answered), static_cast<int>(one.answered));
  for (const std::string& part : one.says)
    EXPECT_NE(answer.text.find(part), std::string::npos) << "does not say: " << part;
  for (const auto& [name, wanted] : one.values) {
    bool found = std::any_of(answer.values.begin(), answer.values.end(), [&](const AnswerValue& value) {
      return value.name == name && std::abs(number_of(value) - wanted) < 1e-5 * std::max(1.0, std::abs(wanted));
    });
    EXPECT_TRUE(found) << "no value " << name << " = " << wanted;
  }
  if (!one.row_dates.empty()) {
    std::vector<std::string> dates;
    for (const AnswerRow& row : answer.rows) dates.push_back(row.row.date.iso());
    EXPECT_EQ(dates, one.row_dates);
  }
  if (!answer.values.empty() || !answer.rows.empty()) EXPECT_FALSE(answer.sources.empty()) << "nothing is cited";
  for (const Source& source : answer.sources) EXPECT_FALSE(source.place.file.empty());
}

inline void judge_all(const std::vector<Case>& cases, const Analysis& analysis) {
  for (const Case& one : cases) judge(one, analysis);
}

inline constexpr double kPic = 11'750'000, kDistributed = 4'900'000;
inline constexpr auto kYes = Answered::yes;
inline constexpr auto kNo = Answered::no;
inline constexpr auto kPartly = Answered::partly;

}  // namespace dossier::funds::testing
