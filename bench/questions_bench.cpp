#include "funds/questions/questions.h"

#include <benchmark/benchmark.h>

namespace {

using namespace dossier;
using namespace dossier::funds;

Transaction row(int k) {
  bool call = k % 3 != 0;
  Money amount = Money::of_major(1'000 + 17 * k % 90'000);
  Transaction made{.kind = call ? RowKind::capital_call : RowKind::distribution,
                   .date = *Date::of_days(13'000 + 2 * k)};
  made.amount = amount;
  made.effects = call ? Effects{.lp_cash = -amount, .paid_in = amount, .unfunded = -amount}
                      : Effects{.lp_cash = amount, .distribution = amount};
  made.type = call ? "Capital Call" : "Income";
  made.description = (call ? "Investment: Company " : "Dividend: Company ") + std::to_string(k % 60);
  made.number = call ? std::to_string(k) : "";
  made.recallable = k % 6 == 0;
  made.place = {.file = "large.pdf", .page = 1 + k / 40, .box = {300, 10.0 * (k % 40), 360, 10.0 * (k % 40) + 9}};
  return made;
}

const Analysis& large() {
  static const Analysis analysis = [] {
    Ledger ledger{.name = "Sable Large Fund II"};
    ledger.currency = *Currency::parse("USD");
    ledger.as_of = Date::of(2023, 12, 31);
    for (int k = 0; k < 2'000; ++k) ledger.transactions.push_back(row(k));
    ledger.nav_history.push_back(
        {*ledger.as_of, Money::of_major(30'000'000), "$30,000,000", {.file = "large.pdf", .page = 1}});
    ledger.reported.dpi = Sourced<double>{0.5, "0.50x", {.file = "large.pdf", .page = 1}};
    MetricSet metrics = compute_metrics(ledger);
    auto checks = check_reported(ledger, metrics);
    Analysis made;
    made.funds.push_back({std::move(ledger), std::move(metrics), std::move(checks)});
    return made;
  }();
  return analysis;
}

// Every kind of answer: the dearest are those that reckon a metric at many days.
constexpr const char* kQuestions[] = {"What is the DPI?",
                                      "What is the net IRR?",
                                      "Give me a summary",
                                      "List all transactions",
                                      "Show distributions over $20,000 in 2015",
                                      "distributions excluding Company 12",
                                      "How many calls in 2016?",
                                      "average time between capital calls",
                                      "largest distribution of Company 12",
                                      "What share of distributions is recallable?",
                                      "largest call as a percentage of the NAV",
                                      "distributions by year",
                                      "cash flows by quarter",
                                      "distributions by company",
                                      "Did the fund distribute more in 2015 than in 2014?",
                                      "When did DPI pass 0.2x?",
                                      "Show the J-curve",
                                      "How did DPI develop by year?",
                                      "DPI by quarter",
                                      "IRR by quarter",
                                      "How did DPI change in 2016?",
                                      "IRR since 2015",
                                      "If NAV fell by 10%, what would TVPI be?",
                                      "IRR without the Company 12 distributions",
                                      "Is the printed DPI correct?",
                                      "How is the TVPI calculated?",
                                      "How much more must be distributed to reach a DPI of 1x?",
                                      "Has the fund returned all capital?",
                                      "What happened with call 100?",
                                      "What does TVPI mean?",
                                      "What is the investment strategy?",
                                      "What is the volatility of returns?"};

// One question to a ledger of 2,000 rows that is already open.
void question_2000_rows(benchmark::State& state) {
  AnswerBasis basis(large());
  const char* question = kQuestions[state.range(0)];
  for (auto _ : state) benchmark::DoNotOptimize(Conversation(basis).ask(question));
  state.SetLabel(question);
}

// What comes before the first question.
void basis_2000_rows(benchmark::State& state) {
  for (auto _ : state) benchmark::DoNotOptimize(AnswerBasis(large()).reference());
}

BENCHMARK(question_2000_rows)
    ->DenseRange(0, static_cast<int>(std::size(kQuestions)) - 1)
    ->Unit(benchmark::kMicrosecond);
BENCHMARK(basis_2000_rows)->Unit(benchmark::kMicrosecond);

}  // namespace
