#include "funds/ledger/ledger_for_tests.h"
#include "funds/ledger/merge.h"
#include "funds/ledger/metrics.h"
#include "funds/ledger/row_correction.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <set>

// What is true of a fund does not depend on which documents tell it, in which order, or how often.
namespace dossier::funds {
namespace {

using namespace testing;

const Date kStart = day("2018-01-10");
Date after(int days) {
  return *Date::of_days(kStart.days_since_epoch() + days);
}

Transaction row_of(RowEffect effect, Date date, std::int64_t amount) {
  Transaction made = row(kind_of(effect), date.iso().c_str(), amount, effects_of(effect, units(amount)));
  made.type = name_of(effect);
  if (made.kind == RowKind::distribution) made.recallable = effect == RowEffect::recallable_distribution;
  return made;
}

RowEffect drawn_effect() {
  return static_cast<RowEffect>(*rc::gen::inRange(0, static_cast<int>(kRowEffectNames.size())));
}

// Few days and few amounts, so that rows of one day, and equal ones, are common.
std::vector<Transaction> drawn_rows() {
  std::vector<Transaction> rows;
  const int count = *rc::gen::inRange(0, 12);
  for (int k = 0; k < count; ++k)
    rows.push_back(row_of(drawn_effect(), after(30 * *rc::gen::inRange(0, 6)), *rc::gen::inRange(1, 5)));
  std::stable_sort(rows.begin(), rows.end(), [](auto& a, auto& b) { return a.date < b.date; });
  for (std::size_t k = 0; k < rows.size(); ++k) rows[k].description = "row " + std::to_string(k);  // never restated
  return rows;
}

DocumentReading document(std::vector<Transaction> rows, Date as_of) {
  DocumentReading reading{.file = as_of.iso() + ".pdf", .status = ReadingStatus::read};
  reading.funds.push_back(ledger("Alder II", as_of.iso().c_str(), std::move(rows)));
  return reading;
}

// What the fund did until `last`, and its NAV of that day.
DocumentReading statement(const std::vector<Transaction>& life, Date last) {
  std::vector<Transaction> rows;
  std::copy_if(life.begin(), life.end(), std::back_inserter(rows), [&](const auto& row) { return row.date <= last; });
  DocumentReading made = document(std::move(rows), last);
  set_nav(made.funds[0], last.iso().c_str(), 1000 + (last - kStart));
  return made;
}

// Everything that figures rest on, order aside.
std::multiset<std::string> facts(const Ledger& ledger) {
  std::multiset<std::string> all;
  for (const Transaction& t : ledger.transactions) {
    all.insert(t.date.iso() + " " + std::string(name_of(t.kind)) + " " + t.amount.grouped() + " " +
               t.effects.unfunded.grouped() + " " + std::string(name_of(t.status)));
  }
  for (const DatedNav& nav : ledger.nav_history) all.insert("NAV " + nav.date.iso() + " " + nav.nav.grouped());
  return all;
}
std::multiset<std::string> facts(const std::vector<DocumentReading>& documents) {
  const auto merged = merge_ledgers(documents);
  RC_ASSERT(merged.size() == 1u);
  return facts(merged[0]);
}

template <class T>
std::vector<T> shuffled(std::vector<T> things) {
  for (std::size_t k = things.size(); k > 1; --k)
    std::swap(things[k - 1], things[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(k)))]);
  return things;
}

RC_GTEST_PROP(MergeProperty, overlapping_statements_in_any_order_and_twice_say_what_the_last_one_says, ()) {
  const auto life = drawn_rows();
  std::vector<DocumentReading> documents;
  std::multiset<std::string> truth = facts(document(life, after(200)).funds[0]);
  for (const int at : {40, 100, 200}) {
    documents.push_back(statement(life, after(at)));
    truth.insert("NAV " + after(at).iso() + " " + units(1000 + at).grouped());
  }
  documents.push_back(documents[static_cast<std::size_t>(*rc::gen::inRange(0, 3))]);
  RC_ASSERT(facts(shuffled(documents)) == truth);
  RC_ASSERT(merge_ledgers(shuffled(documents))[0].as_of == after(200));
  RC_ASSERT(merge_ledgers(shuffled(documents))[0].restatements.empty());
}

RC_GTEST_PROP(MergeProperty, a_document_split_by_days_says_what_the_whole_says, ()) {
  const auto life = drawn_rows();
  const Date cut = after(30 * *rc::gen::inRange(0, 6));
  std::vector<Transaction> first, second;
  for (const Transaction& row : life) (row.date <= cut ? first : second).push_back(row);
  const auto parts = shuffled(std::vector{document(first, after(200)), document(second, after(200))});
  RC_ASSERT(facts(parts) == facts(std::vector{document(life, after(200))}));
}

// Calls a month apart, each announced for a day at most a week from the one on which it was paid.
RC_GTEST_PROP(MergeProperty, notices_of_what_statements_print_change_nothing_whenever_they_come, ()) {
  std::vector<Transaction> life;
  std::vector<DocumentReading> notices;
  const int count = *rc::gen::inRange(1, 6);
  for (int k = 0; k < count; ++k) {
    const int amount = *rc::gen::inRange(1, 3);
    life.push_back(row_of(RowEffect::call, after(30 * k), amount));
    Transaction announced = row_of(RowEffect::call, after(30 * k + *rc::gen::inRange(-7, 8)), amount);
    announced.status = RowStatus::noticed;
    announced.description = "noticed";
    notices.push_back(document({announced}, after(30 * k - 12)));
  }
  std::vector<DocumentReading> documents = notices;
  documents.push_back(notices[static_cast<std::size_t>(*rc::gen::inRange(0, count))]);  // one was sent twice
  documents.push_back(statement(life, after(100)));
  documents.push_back(statement(life, after(300)));
  const Ledger merged = merge_ledgers(shuffled(documents))[0];
  RC_ASSERT(facts(merged) == facts(std::vector{statement(life, after(100)), statement(life, after(300))}));
  RC_ASSERT(flags_of_merging(merged).empty());
}

// The same few notices and statements give the same figures in any order, also where they do not fit each other.
RC_GTEST_PROP(MergeProperty, notices_and_statements_that_do_not_fit_still_give_one_result, ()) {
  std::vector<DocumentReading> documents;
  const int notices = *rc::gen::inRange(1, 4);
  for (int k = 0; k < notices; ++k) {
    Transaction announced = row_of(RowEffect::call, after(*rc::gen::inRange(0, 40)), *rc::gen::inRange(1, 3));
    announced.status = RowStatus::noticed;
    documents.push_back(document({announced}, after(k)));
  }
  std::vector<Transaction> life;
  for (int k = 0; k < 2; ++k)
    life.push_back(row_of(RowEffect::call, after(*rc::gen::inRange(0, 40)), *rc::gen::inRange(1, 3)));
  documents.push_back(statement(life, after(100)));
  const auto one = merge_ledgers(documents);
  std::vector<DocumentReading> turned = documents;
  std::rotate(turned.begin(), turned.end() - 1, turned.end());  // the statement first
  const auto other = merge_ledgers(turned);
  RC_ASSERT(facts(one[0]) == facts(other[0]));
  RC_ASSERT(flags_of_merging(one[0]).size() == flags_of_merging(other[0]).size());
}

RC_GTEST_PROP(MergeProperty, of_a_restated_row_the_later_report_counts_and_it_is_told_once, ()) {
  auto life = drawn_rows();
  RC_PRE(!life.empty());
  const auto older = document(life, after(200));
  auto& restated = life[static_cast<std::size_t>(*rc::gen::inRange(0, static_cast<int>(life.size())))];
  const auto key = [](const Transaction& t) { return std::tuple(t.date, t.kind, t.amount); };
  const auto before = key(restated);
  restated.amount += units(100);
  // Else an equal row of the older report stands for it.
  RC_PRE(std::none_of(life.begin(), life.end(), [&](auto& t) { return key(t) == before; }));
  const auto newer = document(life, after(300));
  const Ledger merged = merge_ledgers(shuffled(std::vector{older, newer}))[0];
  RC_ASSERT(facts(merged) == facts(newer.funds[0]));
  RC_ASSERT(merged.restatements.size() == 1u);
  RC_ASSERT(merged.restatements[0].now == restated.amount);
}

// ---- what rows do ----

struct Sums {
  Money paid_in, distributions, unfunded, cash;
  bool operator==(const Sums&) const = default;
};
void showValue(const Sums& sums, std::ostream& out) {
  out << sums.paid_in.grouped() << " paid in, " << sums.distributions.grouped() << " distributed, "
      << sums.unfunded.grouped() << " unfunded, " << sums.cash.grouped() << " cash";
}
Sums sums(std::vector<Transaction> rows, Date as_of) {
  rows.push_back(row_of(RowEffect::no_effect, after(-100), 1));  // without any row nothing is known
  Ledger made = ledger("A", as_of.iso().c_str(), rows);
  made.commitment = printed(units(1'000'000), "1,000,000");
  const MetricSet metrics = compute_metrics(made, as_of, Rates::net_only);
  return {*metrics[Metric::pic].money, *metrics[Metric::total_distributions].money, *metrics[Metric::unfunded].money,
          *metrics[Metric::net_cash].money};
}

// The account after `rows` and after `more` rows on top.
std::pair<Sums, Sums> with_and_without(const std::vector<Transaction>& rows, std::vector<Transaction> more) {
  std::vector<Transaction> all = rows;
  all.insert(all.end(), more.begin(), more.end());
  return {sums(shuffled(all), after(400)), sums(rows, after(400))};
}

RC_GTEST_PROP(RowEffects, what_is_taken_back_leaves_the_account_as_it_was, ()) {
  const auto rows = drawn_rows();
  const Date paid = after(*rc::gen::inRange(0, 200)), back = after(*rc::gen::inRange(200, 400));
  const int amount = *rc::gen::inRange(1, 1000);
  using Pair = std::pair<RowEffect, RowEffect>;
  for (const auto& [one, other] : {Pair{RowEffect::call, RowEffect::call_refund},
                                   Pair{RowEffect::distribution, RowEffect::distribution_returned}}) {
    const auto [with, without] = with_and_without(rows, {row_of(one, paid, amount), row_of(other, back, amount)});
    RC_ASSERT(with == without);
  }
  for (const RowEffect reversed : {RowEffect::call, RowEffect::call_outside_commitment, RowEffect::distribution,
                                   RowEffect::recallable_distribution}) {
    const auto [with, without] =
        with_and_without(rows, {row_of(reversed, paid, amount), row_of(reversed, back, -amount)});
    RC_ASSERT(with == without);
  }
}

RC_GTEST_PROP(RowEffects, a_recall_uses_what_the_distribution_restored_and_is_paid_in_again, ()) {
  const auto rows = drawn_rows();
  const int amount = *rc::gen::inRange(1, 1000);
  const auto [with, without] = with_and_without(rows, {row_of(RowEffect::recallable_distribution, after(100), amount),
                                                       row_of(RowEffect::recall, after(250), amount)});
  RC_ASSERT(with.unfunded == without.unfunded);
  RC_ASSERT(with.cash == without.cash);
  RC_ASSERT(with.paid_in == without.paid_in + units(amount));
  RC_ASSERT(with.distributions == without.distributions + units(amount));
}

RC_GTEST_PROP(RowEffects, a_netted_payment_is_its_two_parts_and_the_cash_their_difference, ()) {
  const auto rows = drawn_rows();
  const int called = *rc::gen::inRange(1, 1000), distributed = *rc::gen::inRange(1, 1000);
  const auto [with, without] = with_and_without(
      rows, {row_of(RowEffect::call, after(100), called), row_of(RowEffect::distribution, after(100), distributed)});
  RC_ASSERT(with.cash == without.cash + units(distributed - called));
  RC_ASSERT(with.paid_in == without.paid_in + units(called));
  RC_ASSERT(with.distributions == without.distributions + units(distributed));
}

RC_GTEST_PROP(AsOf, later_rows_are_left_out_and_listed_and_the_earlier_state_is_that_of_the_earlier_rows, ()) {
  const auto rows = drawn_rows();
  const Date at = after(*rc::gen::inRange(-10, 210));
  std::vector<Transaction> until;
  std::copy_if(rows.begin(), rows.end(), std::back_inserter(until), [&](const auto& row) { return row.date <= at; });
  const Ledger whole = ledger("A", "2019-01-01", rows);
  const MetricSet metrics = compute_metrics(whole, at, Rates::net_only);
  RC_ASSERT(metrics.after_as_of.size() == rows.size() - until.size());
  for (const std::size_t row : metrics.after_as_of) RC_ASSERT(whole.transactions[row].date > at);
  RC_ASSERT(sums(rows, at) == sums(until, at));
  RC_ASSERT(running(whole, at).size() == running(ledger("A", "2019-01-01", until)).size());
  for (const MetricValue& figure : metrics.values) {
    for (const std::size_t row : figure.rows) RC_ASSERT(whole.transactions[row].date <= at);
  }
}

RC_GTEST_PROP(AsOf, gross_sums_only_grow, ()) {
  const Ledger whole = ledger("A", "2019-01-01", drawn_rows());
  const Date one = after(*rc::gen::inRange(0, 100)), other = after(*rc::gen::inRange(100, 210));
  const MetricSet before = compute_metrics(whole, one, Rates::net_only),
                  later = compute_metrics(whole, other, Rates::net_only);
  for (const Metric metric : {Metric::total_calls, Metric::gross_distributions})
    RC_ASSERT(*before[metric].money <= *later[metric].money);
}

}  // namespace
}  // namespace dossier::funds
