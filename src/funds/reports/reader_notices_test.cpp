#include "funds/reports/reports_for_tests.h"

namespace dossier::funds {
namespace {

using namespace testing;

TEST(ReadNotices, take_the_day_the_money_is_due_from_a_sentence) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Rheintal Private Equity GmbH & Co. KG", true, 14)
                           .text(50, 60, "6. Kapitalabruf", true, 12)
                           .text(50, 85, "Der Betrag ist bis zum 18. September 2023 auf dem nachstehenden Konto")
                           .text(50, 97, "zur Verfügung zu stellen.")
                           .grid({50, 250, 350, 450}, {120, 135, 150, 165})
                           .row({55, 255, 355}, 123, {"Verwendung", "Fonds gesamt (EUR)", "Ihr Anteil (EUR)"}, true)
                           .row({55, 255, 355}, 138, {"Solarwerk", "15.000.000,00", "375.000,00"})
                           .row({55, 255, 355}, 153, {"Abrufbetrag gesamt", "18.500.000,00", "462.500,00"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2023-09-18 462500.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadNotices, take_an_amount_before_the_words_that_promise_it) {
  auto reading = read(
      {PageSketch()
           .text(50, 40, "Avis de distribution n\u00B0 5", true, 14)
           .text(50, 65, "Nous vous informons qu'une somme de 45 200,00 \u20AC vous sera vers\u00E9e le 28 mars 2024.")
           .text(50, 80, "Cette distribution n'est pas rappelable.")});
  EXPECT_EQ(rows_of(reading), "distribution 2024-03-28 45200.00\n");
  EXPECT_EQ(reading.funds[0].transactions[0].recallable, false);
}

TEST(ReadNotices, number_the_row_as_their_title_does) {
  const std::pair<std::string_view, std::string_view> titles[] = {
      {"Capital Call Notice No. 4", "4"}, {"Distribution Notice #12", "12"},   {"8. Kapitalabruf", "8"},
      {"Drawdown Notice 07", "7"},        {"Capital Call Notice 2024-03", ""}, {"Capital Call Notice", ""},
  };
  for (const auto& [title, number] : titles) {
    auto reading = read({PageSketch()
                             .text(50, 40, title, true, 14)
                             .text(50, 65, "Due date: 15 March 2024")
                             .text(50, 90, "Your share: $600,000")});
    ASSERT_EQ(reading.funds.size(), 1u) << title;
    EXPECT_EQ(reading.funds[0].transactions[0].number, number) << title;
  }
}

TEST(ReadNotices, are_flagged_when_sentences_name_several_days) {
  auto reading =
      read({PageSketch()
                .text(50, 40, "Capital Call Notice No. 3", true, 14)
                .text(50, 65, "Please pay no later than 15 March 2024, in any case on or before 20 March 2024.")
                .text(50, 90, "Your share: $600,000")});
  EXPECT_EQ(rows_of(reading), "");
  EXPECT_EQ(flags_of(reading), "date_missing ");
}

TEST(ReadNotices, take_the_amount_that_a_sentence_states) {
  auto reading =
      read({PageSketch()
                .text(50, 40, "Drawdown Notice", true, 14)
                .text(50, 65, "Your share of the total drawdown of the Fund amounts to $412,500 and is payable by")
                .text(50, 77, "Friday, 15 March 2024.")});
  EXPECT_EQ(rows_of(reading), "capital_call 2024-03-15 412500.00\n");
}

PageSketch combined_notice(std::string_view distribution, std::string_view net) {
  PageSketch page;
  page.text(50, 40, "Combined Capital Call and Distribution Notice", true, 14)
      .text(50, 60, "Due date: March 15, 2024")
      .row({50, 300, 400}, 90, {"USD", "Total Fund", "Investor's Share"}, true)
      .row({50, 300, 400}, 105, {"Investments", "38,000,000", "950,000"})
      .row({50, 300, 400}, 120, {"Management fees (inside commitment)", "12,000,000", "300,000"})
      .row({50, 300, 400}, 135, {"Total capital call", "50,000,000", "1,250,000"})
      .row({50, 300, 400}, 150, {"Return of capital", "12,000,000", "300,000"})
      .row({50, 300, 400}, 165, {"Realized gain", "4,000,000", "100,000"})
      .row({50, 300, 400}, 180, {"Total distribution", "16,000,000", distribution})
      .row({50, 300, 400}, 195, {"Net amount due", "34,000,000", net});
  return page;
}

TEST(ReadNotices, part_a_call_from_the_distribution_it_is_netted_with) {
  auto reading = read({combined_notice("400,000", "850,000")});
  EXPECT_EQ(rows_of(reading), "capital_call 2024-03-15 1250000.00\ndistribution 2024-03-15 400000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadNotices, are_flagged_when_a_netted_distribution_does_not_add_up) {
  auto reading = read({combined_notice("410,000", "850,000")});
  EXPECT_EQ(rows_of(reading), "capital_call 2024-03-15 1250000.00\n");
  EXPECT_EQ(flags_of(reading), "amount_missing ");
}

TEST(ReadNotices, print_the_investors_commitment_beside_the_funds) {
  auto page = combined_notice("400,000", "850,000");
  page.row({50, 300, 400}, 240, {"Total commitment", "500,000,000", "12,500,000"})
      .row({50, 300, 400}, 255, {"Unfunded commitment before this call", "180,000,000", "4,500,000"})
      .row({50, 300, 400}, 270, {"Unfunded commitment after this call", "130,000,000", "3,250,000"});
  auto reading = read({page});
  EXPECT_EQ(reading.funds.at(0).commitment->value.text(), "12500000.00");
  EXPECT_EQ(reading.funds.at(0).reported.unfunded->value.text(), "3250000.00");
}

TEST(ReadNotices, take_the_row_of_the_investor_they_are_sent_to) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Drawdown Notice", true, 14)
                           .text(50, 65, "To: Borealis Insurance plc")
                           .text(50, 80, "Payment due no later than 17 June 2024")
                           .row({50, 250, 350}, 110, {"Limited Partner", "Commitment (£)", "Amount drawn (£)"}, true)
                           .row({50, 250, 350}, 125, {"Avon Pension Fund", "10,000,000", "320,000"})
                           .row({50, 250, 350}, 140, {"Borealis Insurance plc", "50,000,000", "1,600,000"})
                           .row({50, 250, 350}, 155, {"Total", "60,000,000", "1,920,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2024-06-17 1600000.00\n");
}

TEST(ReadNotices, take_no_other_label_with_to_in_it_for_the_addressee) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Drawdown Notice", true, 14)
                           .text(50, 55, "Called to date: Avon Pension Fund")
                           .text(50, 70, "Investor: Borealis Insurance plc")
                           .text(50, 85, "Payment due no later than 17 June 2024")
                           .row({50, 250, 350}, 110, {"Limited Partner", "Commitment (£)", "Amount drawn (£)"}, true)
                           .row({50, 250, 350}, 125, {"Avon Pension Fund", "10,000,000", "320,000"})
                           .row({50, 250, 350}, 140, {"Borealis Insurance plc", "50,000,000", "1,600,000"})});
  EXPECT_EQ(rows_of(reading), "capital_call 2024-06-17 1600000.00\n");
}

PageSketch schedule_of_both(std::string_view title) {
  return PageSketch()
      .text(50, 40, title, true, 14)
      .text(50, 65, "To: Borealis Insurance plc")
      .text(50, 80, "Payment due no later than 17 June 2024")
      .row({50, 250, 350}, 110, {"Limited Partner", "Drawdown (£)", "Distribution (£)"}, true)
      .row({50, 250, 350}, 125, {"Avon Pension Fund", "320,000", "110,000"})
      .row({50, 250, 350}, 140, {"Borealis Insurance plc", "1,600,000", "550,000"});
}

TEST(ReadNotices, take_the_column_of_what_they_are_about) {
  EXPECT_EQ(rows_of(read({schedule_of_both("Drawdown Notice")})), "capital_call 2024-06-17 1600000.00\n");
  EXPECT_EQ(rows_of(read({schedule_of_both("Distribution Notice")})), "distribution 2024-06-17 550000.00\n");
}

TEST(ReadNotices, take_no_heading_for_the_addressee) {
  PageSketch schedule(1), use(2);
  schedule.text(50, 40, "Drawdown Notice", true, 14)
      .text(50, 65, "Payment due no later than 17 June 2024")
      .grid({50, 240, 340}, {100, 115, 130, 145})
      .row({53, 250}, 103, {"Investor", "Drawdown (£)"}, true)
      .row({53, 250}, 118, {"Avon Pension Fund", "320,000"})
      .row({53, 250}, 133, {"Borealis Insurance plc", "1,600,000"});
  use.grid({50, 240, 340, 440}, {100, 115, 130, 145})
      .row({53, 250, 350}, 103, {"Use of funds", "Amount (£)", "Per cent"}, true)
      .row({53, 250, 350}, 118, {"Drawdown (£)", "1,920,000", "3.2%"})
      .row({53, 250, 350}, 133, {"Fees", "20,000", "0.1%"});
  auto reading = read({schedule, use});
  EXPECT_EQ(rows_of(reading), "");
  EXPECT_EQ(flags_of(reading), "amount_missing ");
}

}  // namespace
}  // namespace dossier::funds
