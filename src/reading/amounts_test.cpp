#include "reading/amounts.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::reading {
namespace {

std::string money(std::string_view text, DecimalMark mark = DecimalMark::point) {
  auto number = read_number(text, mark);
  if (!number) return "no number";
  if (number->too_large) return "too large";
  auto amount = number->magnitude.to_money(number->power, 2);
  if (!amount) return "too large";
  return (number->negative ? -*amount : *amount).text();
}

TEST(ReadNumber, understands_the_ways_amounts_are_grouped) {
  EXPECT_EQ(money("1,234,567.89"), "1234567.89");
  EXPECT_EQ(money("1.234.567,89"), "1234567.89");
  EXPECT_EQ(money("1 234 567,89"), "1234567.89");
  EXPECT_EQ(money("1\u202F234\u00A0567,89"), "1234567.89");
  EXPECT_EQ(money("1'234'567.89"), "1234567.89");
  EXPECT_EQ(money("1\u2019234\u2019567"), "1234567.00");
  EXPECT_EQ(money("12,34,567"), "1234567.00");
}

TEST(ReadNumber, keeps_every_way_of_writing_minus) {
  for (auto text : {"(1,234)", "-1,234", "\u22121,234", "1,234-", "<1,234>", "1,234 DR", "-$1,234", "$-1,234",
                    "$(1,234)", "($1,234)", "(USD) -1,234", "1,234 \u20AC-", "1,234 EUR-"}) {
    EXPECT_EQ(money(text), "-1234.00") << text;
  }
  EXPECT_EQ(money("1,234 CR"), "1234.00");
}

TEST(ReadNumber, scales_by_its_suffix) {
  EXPECT_EQ(money("$1.2m"), "1200000.00");
  EXPECT_EQ(money("3.4bn"), "3400000000.00");
  EXPECT_EQ(money("15k"), "15000.00");
  EXPECT_EQ(money("EUR 180,0 Mio.", DecimalMark::comma), "180000000.00");
}

TEST(ReadNumber, knows_the_currency_beside_the_digits) {
  EXPECT_EQ(read_number("\u20AC 12.50")->currency.code(), "EUR");
  EXPECT_EQ(read_number("12.000.000,00 EUR")->currency.code(), "EUR");
  EXPECT_EQ(read_number("US$5")->currency.code(), "USD");
  EXPECT_FALSE(read_number("5")->currency.known());
}

TEST(ReadNumber, leaves_one_undecided_separator_to_the_document) {
  EXPECT_EQ(money("1.234", DecimalMark::comma), "1234.00");
  EXPECT_EQ(money("1.234", DecimalMark::point), "1.23");
  EXPECT_EQ(money("1,234", DecimalMark::comma), "1.23");
  EXPECT_EQ(money("0,390", DecimalMark::point), "0.39");
}

TEST(ReadNumber, cuts_footnote_marks_off) {
  EXPECT_EQ(money("1,250,000*"), "1250000.00");
  EXPECT_EQ(money("38,417\u00B9"), "38417.00");
  EXPECT_EQ(read_number("38,417\u00B9")->mark, "1");
  EXPECT_EQ(money("600,000 (R)"), "600000.00");
  EXPECT_EQ(money("1 970 000,00 \u20AC(1)"), "1970000.00");
  EXPECT_EQ(money("(308,200)(1)"), "-308200.00");
  EXPECT_EQ(money("(1)"), "-1.00");
}

TEST(ReadNumber, tells_nil_from_not_available_from_nothing) {
  EXPECT_EQ(read_number("\u2013")->form, NumberForm::nil);
  EXPECT_EQ(read_number("n.m.")->form, NumberForm::not_available);
  EXPECT_EQ(read_number("N/M")->form, NumberForm::not_available);
  EXPECT_FALSE(read_number(""));
}

TEST(ReadNumber, refuses_what_only_contains_digits) {
  for (auto text : {"Call 3", "2023-01-15", "15.01.2023", "1,23,4", "12..5", "Q1", "DD-01", "1.2.3", "--5", "($000)"}) {
    EXPECT_EQ(money(text), "no number") << text;
  }
}

TEST(ReadNumber, names_what_is_beyond_any_amount) {
  EXPECT_EQ(money("1,000,000,000,000,000.00"), "1000000000000000.00");
  EXPECT_EQ(money("1,000,000,000,000,000.01"), "too large");
  EXPECT_EQ(money("99,999,999,999,999,999"), "too large");
  EXPECT_EQ(money("9999999999999999999999999999999999999999999999"), "too large");
}

TEST(ReadNumber, knows_a_footnote_behind_a_trailing_minus) {
  const auto number = read_number("$878,000-(1)", DecimalMark::point);
  ASSERT_TRUE(number);
  EXPECT_TRUE(number->negative);
  EXPECT_EQ(number->mark, "1");
}

TEST(SettleDecimalMark, lets_amounts_decide_before_percentages) {
  const std::vector<std::string> texts = {"12.5%", "9.0%", "4.4%", "1.250.000", "900.000"};
  EXPECT_EQ(settle_decimal_mark(texts), DecimalMark::comma);
}

TEST(ReadNumber, reads_the_marks_of_a_german_bank_behind_cents) {
  EXPECT_TRUE(read_number("500.000,00 S", DecimalMark::comma)->negative);
  EXPECT_FALSE(read_number("988.000,00 H", DecimalMark::comma)->negative);
  EXPECT_FALSE(read_number("24 h", DecimalMark::comma));
}

TEST(SettleDecimalMark, follows_the_numbers_that_can_be_read_in_one_way_only) {
  std::vector<std::string> german = {"1.234", "12.000.000,00", "0,32x"};
  std::vector<std::string> english = {"1,234", "5,000,000", "0.32x"};
  EXPECT_EQ(settle_decimal_mark(german), DecimalMark::comma);
  EXPECT_EQ(settle_decimal_mark(english), DecimalMark::point);
}

TEST(FindScale, reads_notes_about_thousands_and_millions) {
  EXPECT_EQ(find_scale_power("Schedule of cash flows, in $000s"), 3);
  EXPECT_EQ(find_scale_power("Betr\u00E4ge in TEUR"), 3);
  EXPECT_EQ(find_scale_power("(\u20AC millions)"), 6);
  EXPECT_EQ(find_scale_power("Montants en M\u20AC"), 6);
  EXPECT_EQ(find_scale_power("Commitment: 25'000'000.00 CHF"), 0);
  EXPECT_EQ(find_scale_power("Amount (USD)"), 0);
  EXPECT_EQ(find_scale_power("Fund size: $400.0 million"), 0);
  EXPECT_EQ(find_scale_power("we expect to invest 35 to 50 million euros in the coming year"), 0);
}

RC_GTEST_PROP(ReadNumber, gives_back_every_amount_it_is_shown_grouped, (std::int32_t minor)) {
  Money amount = Money::of_minor(minor);
  RC_ASSERT(money(amount.grouped()) == amount.text());
}

TEST(SettleDecimalMark, takes_three_digits_behind_every_point_for_thousands) {
  std::vector<std::string> thousands{"5.848", "7.308", "308"};
  EXPECT_EQ(settle_decimal_mark(thousands), DecimalMark::comma);
  std::vector<std::string> decided{"5.848", "7.308", "1.25"};
  EXPECT_EQ(settle_decimal_mark(decided), DecimalMark::point);
}

TEST(SettleDecimalMark, takes_three_digits_of_millions_for_decimals) {
  const std::vector<std::string> comma{"11,295", "3,515"}, point{"11.295", "3.515"};
  EXPECT_EQ(settle_decimal_mark(comma, true), DecimalMark::comma);
  EXPECT_EQ(settle_decimal_mark(point, true), DecimalMark::point);
  EXPECT_EQ(settle_decimal_mark(comma), DecimalMark::point);
}

TEST(SettleDecimalMark, does_not_take_the_stop_of_an_abbreviation_for_a_mark) {
  const std::vector<std::string> texts = {"EUR 60,0 Mio.", "EUR 3.000"};
  EXPECT_EQ(settle_decimal_mark(texts), DecimalMark::comma);
}

TEST(FindScalePower, reads_a_currency_and_a_scale_in_one_word) {
  EXPECT_EQ(find_scale_power("Amount (CHF000)"), 3);
  EXPECT_EQ(find_scale_power("Montant (MCHF)"), 6);
  EXPECT_EQ(find_scale_power("Betrag (TEUR)"), 3);
  EXPECT_EQ(find_scale_power("Amount (USD)"), 0);
}

TEST(Amounts, may_have_a_dash_where_the_cents_would_stand) {
  for (const char* text :
       {"1'200'000.\u2013", "1.200.000,-", "1.200.000,-- EUR", "CHF 1'200'000.-", "\u20AC 1.200.000,\u2014"}) {
    auto number = read_number(text, DecimalMark::comma);
    ASSERT_TRUE(number) << text;
    EXPECT_EQ(number->magnitude.to_double(), 1'200'000) << text;
    EXPECT_FALSE(number->negative) << text;
    EXPECT_TRUE(number->dressed) << text;
  }
  EXPECT_TRUE(read_number("1,234-")->negative);
}

}  // namespace
}  // namespace dossier::reading
