#include "funds/ledger/horizon.h"
#include "funds/ledger/ledger_for_tests.h"
#include "funds/ledger/market_equivalent.h"
#include "funds/ledger/nav_bridge.h"
#include "funds/ledger/pooling.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <cmath>

namespace dossier::funds {
namespace {

using namespace testing;

double number(const WorkedFigure& figure) {
  return figure.number.value_or(-99);
}

// The worked check of docs/metrics.md.
Ledger yearly_fund() {
  Ledger fund =
      ledger("A", "2024-01-01", {call("2021-01-01", 100), call("2022-01-01", 50), distribution("2023-01-01", 40)});
  set_nav(fund, "2024-01-01", 160);
  return fund;
}
MarketIndex yearly_index() {
  return MarketIndex(
      "Index",
      {{day("2021-01-01"), 100}, {day("2022-01-01"), 110}, {day("2023-01-01"), 121}, {day("2023-12-31"), 133.1}});
}

TEST(MarketEquivalent, agrees_with_the_worked_check) {
  const Ledger fund = yearly_fund();
  const auto made = market_equivalent(fund, compute_metrics(fund), yearly_index());
  EXPECT_NEAR(number(made.ks_pme), 1.0537, 0.00005);
  EXPECT_NEAR(number(made.direct_alpha), 0.02139, 0.00001);
  // In the index the flows would be worth 133.1 + 60.5 - 44 = 149.6, which is its own rate of 10 %.
  EXPECT_NEAR(number(made.ln_pme), 0.10, 1e-6);
  EXPECT_NEAR(number(made.ln_spread), 0.02353, 0.00001);
  // Distributions scaled by (193.6 - 160) / 44.
  EXPECT_NE(made.pme_plus.steps.front().find("0.763636"), std::string::npos) << made.pme_plus.steps.front();
  EXPECT_NEAR(number(made.pme_plus), 0.10, 1e-6);
}

TEST(MarketEquivalent, says_why_it_is_unknown) {
  Ledger fund = yearly_fund();
  const MarketIndex late("Late", {{day("2022-06-01"), 100}});
  EXPECT_NE(market_equivalent(fund, compute_metrics(fund), late).ks_pme.reason.find("Late begins on 1 June 2022"),
            std::string::npos);
  fund.nav_history.clear();
  const MarketEquivalent without_nav = market_equivalent(fund, compute_metrics(fund), yearly_index());
  for (const WorkedFigure* figure : without_nav.figures()) {
    EXPECT_FALSE(figure->known());
    EXPECT_NE(figure->reason.find("no net asset value"), std::string::npos);
  }
}

TEST(MarketEquivalent, takes_the_last_level_before_a_missing_day_and_says_when_it_is_old) {
  const MarketIndex index("I", {{day("2020-12-01"), 100}, {day("2022-01-01"), 110}});
  EXPECT_EQ(index.on(day("2021-12-31"))->level, 100);
  EXPECT_FALSE(index.on(day("2020-11-30")));
  const Ledger fund = yearly_fund();
  EXPECT_NE(market_equivalent(fund, compute_metrics(fund), index).ks_pme.note.find("is used"), std::string::npos);
}

TEST(HorizonReturn, takes_the_opening_nav_as_paid_and_the_closing_nav_as_received) {
  Ledger fund = ledger("A", "2023-12-31", {call("2019-05-01", 70), distribution("2022-12-31", 11)});
  set_nav(fund, "2021-12-31", 100);
  set_nav(fund, "2023-12-31", 109);
  const auto made = horizon_return(fund, day("2021-12-31"), day("2023-12-31"));
  EXPECT_NEAR(number(made.irr), 0.1006, 0.0005);  // 100 x 1.1 - 11 = 99, and 99 x 1.1 = 108.9
  EXPECT_EQ(made.irr.rows, std::vector<std::size_t>{1});
  const auto unknown = horizon_return(fund, day("2020-12-31"), day("2023-12-31"));
  EXPECT_NE(unknown.irr.reason.find("31 December 2020"), std::string::npos);
  EXPECT_NE(unknown.irr.reason.find("2021-12-31, 2023-12-31"), std::string::npos);
}

TEST(HorizonReturn, under_a_year_is_not_annualised) {
  Ledger fund = ledger("A", "2023-12-31", {});
  set_nav(fund, "2023-06-30", 100);
  set_nav(fund, "2023-12-31", 105);
  const auto made = horizon_return(fund, day("2023-06-30"), day("2023-12-31"));
  EXPECT_FALSE(made.irr.known());
  EXPECT_NEAR(number(made.period), 0.05, 1e-9);
}

TEST(HorizonReturn, years_keep_the_end_of_the_month) {
  EXPECT_EQ(years_before(day("2024-02-29"), 1), day("2023-02-28"));
  EXPECT_EQ(years_before(day("2023-02-28"), 3), day("2020-02-29"));
  EXPECT_EQ(years_before(day("2023-05-15"), 5), day("2018-05-15"));
}

TEST(Rolling, an_older_nav_is_rolled_forward_only_when_asked_and_says_so) {
  Ledger fund =
      ledger("A", "2023-12-31", {call("2020-01-01", 100), call("2024-02-01", 20), distribution("2024-03-01", 5)});
  set_nav(fund, "2023-12-31", 130);
  EXPECT_FALSE(compute_metrics(fund, day("2024-06-30"))[Metric::nav].known());
  const MetricSet rolled = compute_metrics(fund, day("2024-06-30"), Rates::all, NavRule::rolled_forward);
  EXPECT_EQ(rolled[Metric::nav].money, units(145));
  EXPECT_EQ(rolled.nav_basis, NavBasis::rolled_forward);
  for (Metric metric : {Metric::nav, Metric::tvpi, Metric::rvpi, Metric::irr})
    EXPECT_NE(rolled[metric].note.find("rolled forward"), std::string::npos) << name_of(metric);
  EXPECT_EQ(rolled[Metric::nav].rows, (std::vector<std::size_t>{1, 2}));
  EXPECT_EQ(compute_metrics(fund, {}, Rates::all, NavRule::rolled_forward).nav_basis, NavBasis::reported);
  EXPECT_FALSE(compute_metrics(fund, day("2023-06-30"), Rates::all, NavRule::rolled_forward)[Metric::nav].known());
}

TEST(Pool, keeps_currencies_apart_and_names_the_fund_that_lacks_a_nav) {
  Ledger a = ledger("A", "2023-12-31", {call("2020-01-01", 100)}),
         b = ledger("B", "2023-12-31", {call("2021-01-01", 50)}),
         c = ledger("C", "2023-12-31", {call("2021-01-01", 7)});
  c.currency = *Currency::parse("EUR");
  set_nav(a, "2023-12-31", 120);
  const Ledger* all[] = {&a, &b, &c};
  const auto pools = pool_by_currency(all);
  ASSERT_EQ(pools.size(), 2u);
  EXPECT_EQ(pools[0].metrics[Metric::pic].money, units(150));
  EXPECT_EQ(pools[1].metrics[Metric::pic].money, units(7));
  EXPECT_NE(pools[0].metrics[Metric::tvpi].reason.find("given for B"), std::string::npos)
      << pools[0].metrics[Metric::tvpi].reason;
}

// ---- algebra ----

const Date kStart = day("2015-01-01");
Date after(int days) {
  return *Date::of_days(kStart.days_since_epoch() + days);
}

// Calls first, then distributions: one sign change, so that rates are unique.
Ledger drawn_fund() {
  Ledger fund = ledger("A", "2023-12-31", {});
  int at = 0;
  for (const int amount :
       *rc::gen::nonEmpty(rc::gen::container<std::vector<int>>(rc::gen::inRange(10'000, 1'000'000)))) {
    at += *rc::gen::inRange(0, 40);
    fund.transactions.push_back(call(after(at).iso().c_str(), amount));
  }
  for (const int amount : *rc::gen::container<std::vector<int>>(rc::gen::inRange(1, 1'000'000))) {
    at += *rc::gen::inRange(0, 40);
    fund.transactions.push_back(distribution(after(at).iso().c_str(), amount));
  }
  fund.as_of = after(at + *rc::gen::inRange(400, 800));
  return fund;
}

MarketIndex drawn_index(Date last) {
  std::vector<IndexLevel> levels;
  double level = 100;
  for (int at = 0; after(at) < last; at += 7) {
    levels.push_back({after(at), level});
    level *= 1 + *rc::gen::inRange(-30, 35) / 1000.0;
  }
  levels.push_back({last, level});
  return MarketIndex("Index", levels);
}

void set_nav_minor(Ledger& fund, Date date, double minor) {
  fund.nav_history.push_back({date, Money::of_minor(static_cast<Money::Minor>(std::llround(minor)))});
}

RC_GTEST_PROP(MarketEquivalentProperty, a_fund_that_tracks_the_index_has_pme_one_and_alpha_nil, ()) {
  Ledger fund = drawn_fund();
  const MarketIndex index = drawn_index(*fund.as_of);
  double worth = 0, paid = 0, money_years = 0;
  for (const Transaction& row : fund.transactions) {
    const double carried = index.on(*fund.as_of)->level / index.on(row.date)->level;
    const double put_in = (row.effects.paid_in - row.effects.distribution).to_double(0) * carried;
    paid += row.effects.paid_in.to_double(0) * carried;
    worth += put_in;
    money_years += put_in * (*fund.as_of - row.date) / 365.0;
  }
  RC_PRE(worth > 0);
  set_nav_minor(fund, *fund.as_of, worth);
  const auto made = market_equivalent(fund, compute_metrics(fund), index);
  // The NAV is a whole number of cents: half a cent moves the multiple by its part of what was paid in, and a rate near
  // nil by its part of the money times the years it was out.
  const double rounding = 1 / paid, rate_rounding = 2 / std::abs(money_years);
  RC_ASSERT(std::abs(number(made.ks_pme) - 1) < 1e-9 + rounding);
  RC_ASSERT(made.direct_alpha.known());
  RC_ASSERT(std::abs(number(made.direct_alpha)) < 1e-6 + rate_rounding);
  if (made.ln_spread.known()) RC_ASSERT(std::abs(number(made.ln_spread)) < 1e-6 + 10 * rounding + rate_rounding);
}

RC_GTEST_PROP(MarketEquivalentProperty, the_scale_of_the_index_does_not_matter, ()) {
  Ledger fund = drawn_fund();
  set_nav_minor(fund, *fund.as_of, *rc::gen::inRange(1, 1'000'000'000));
  const MarketIndex index = drawn_index(*fund.as_of);
  std::vector<IndexLevel> scaled = index.levels();
  for (IndexLevel& level : scaled) level.level *= 37.5;
  const MetricSet metrics = compute_metrics(fund);
  const auto a = market_equivalent(fund, metrics, index),
             b = market_equivalent(fund, metrics, MarketIndex("S", scaled));
  RC_ASSERT(std::abs(number(a.ks_pme) - number(b.ks_pme)) < 1e-9 * (1 + number(a.ks_pme)));
}

RC_GTEST_PROP(NavBridgeProperty, the_lines_add_up_and_two_bridges_make_one, ()) {
  Ledger fund = drawn_fund();
  const Date from = after(*rc::gen::inRange(0, 300)), middle = after(*rc::gen::inRange(301, 600)),
             to = after(*rc::gen::inRange(601, 900));
  for (const Date date : {from, middle, to}) set_nav_minor(fund, date, *rc::gen::inRange(0, 1'000'000'000));
  const NavBridge whole = nav_bridge(fund, from, to), first = nav_bridge(fund, from, middle),
                  second = nav_bridge(fund, middle, to);
  for (const NavBridge* bridge : {&whole, &first, &second}) {
    RC_ASSERT(*bridge->opening.money + *bridge->contributions.money - *bridge->distributions.money +
                  *bridge->change_in_value.money ==
              *bridge->closing.money);
  }
  RC_ASSERT(*whole.change_in_value.money == *first.change_in_value.money + *second.change_in_value.money);
  RC_ASSERT(whole.contributions.rows.size() == first.contributions.rows.size() + second.contributions.rows.size());
}

RC_GTEST_PROP(PoolProperty, sums_are_sums_and_a_pool_of_one_is_the_fund, ()) {
  Ledger a = drawn_fund(), b = drawn_fund();
  const Date date = std::max(*a.as_of, *b.as_of);
  a.as_of = b.as_of = date;
  set_nav_minor(a, date, *rc::gen::inRange(0, 1'000'000'000));
  set_nav_minor(b, date, *rc::gen::inRange(0, 1'000'000'000));
  const Ledger *both[] = {&a, &b}, *turned[] = {&b, &a}, *one[] = {&a};
  const MetricSet of_a = compute_metrics(a), of_b = compute_metrics(b);
  const auto pool = pool_by_currency(both), other = pool_by_currency(turned), alone = pool_by_currency(one);
  for (Metric metric : {Metric::pic, Metric::total_distributions, Metric::nav, Metric::net_cash})
    RC_ASSERT(*pool[0].metrics[metric].money == *of_a[metric].money + *of_b[metric].money);
  for (Metric metric : {Metric::dpi, Metric::tvpi, Metric::irr}) {
    RC_ASSERT(pool[0].metrics[metric].number == other[0].metrics[metric].number);
    RC_ASSERT(alone[0].metrics[metric].number == of_a[metric].number);
  }
}

}  // namespace
}  // namespace dossier::funds
