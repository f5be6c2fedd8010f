#include "funds/reports/reports_for_tests.h"

// Layouts that fund administrators send besides tables under a title.
namespace dossier::funds {
namespace {

using namespace testing;

std::string figure(const std::optional<Sourced<Money>>& printed) {
  return printed ? printed->value.text() : "none";
}

TEST(ReadLayouts, a_letter_with_a_table_of_what_was_paid_by_and_to_the_investor) {
  auto reading =
      read({PageSketch()
                .text(50, 40, "22 January 2024")
                .text(50, 60, "Dear Limited Partner,")
                .text(50, 80, "Kestrel Buyout Fund III, L.P.: your account at 31 December 2023", true)
                .text(50, 100, "Your commitment to the Partnership is $5,000,000.")
                .row({50, 120, 330, 430}, 130, {"Value date", "Particulars", "Paid by you", "Paid to you"}, true)
                .row({50, 120, 330}, 145, {"12 Apr 2019", "Initial drawdown", "1,250,000"})
                .row({50, 120, 330}, 160, {"3 Sep 2020", "Drawdown no. 2", "900,000"})
                .row({50, 120, 430}, 175, {"30 Nov 2022", "Sale of Brightwell", "980,000"})
                .row({330, 430}, 190, {"2,150,000", "980,000"})
                .text(50, 230, "We expect to call about $400,000 in March 2024.")
                .text(50, 250, "The net asset value of your interest at 31 December 2023 was $2,410,000.")});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2019-04-12 1250000.00\ncapital_call 2020-09-03 900000.00\ndistribution 2022-11-30 980000.00\n");
  EXPECT_EQ(flags_of(reading), "");
  const Ledger& ledger = reading.funds.at(0);
  EXPECT_EQ(ledger.as_of->iso(), "2023-12-31");
  EXPECT_EQ(figure(ledger.reported.nav), "2410000.00");
  EXPECT_EQ(figure(ledger.reported.commitment), "5000000.00");
}

TEST(ReadLayouts, prose_beside_a_table_is_no_part_of_its_rows) {
  auto reading = read(
      {PageSketch()
           .text(50, 40, "Quarry Lane Partners IV, L.P.", true, 16)
           .row({50, 330, 400, 500}, 100, {"company, Aster Robotics, completed a", "Date", "Activity", "Amount ($)"})
           .row({50, 330, 400, 500}, 113, {"recapitalization and then made a", "2020-03-15", "Capital call", "750,000"})
           .row({50, 330, 400, 500}, 126,
                {"distribution, of which a part was", "2020-11-09", "Capital call", "500,000"})
           .row({50, 330, 400, 500}, 139, {"kept. Deployment went on slowly", "2022-10-04", "Distribution", "310,000"})
           .row({50, 330, 400, 500}, 152,
                {"and calls were few in this year.", "2023-05-26", "Capital call", "200,000"})});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2020-03-15 750000.00\ncapital_call 2020-11-09 500000.00\ndistribution 2022-10-04 310000.00\n"
            "capital_call 2023-05-26 200000.00\n");
}

TEST(ReadLayouts, a_german_capital_account_with_debit_credit_and_balance) {
  auto reading = read(
      {PageSketch()
           .text(50, 40, "Rheinauen Beteiligungen II GmbH & Co. KG", true, 16)
           .text(50, 70, "Stand: 31.12.2023, alle Betr\u00E4ge in EUR")
           .row({50, 120, 300, 380, 470}, 100, {"Buchungstag", "Buchungstext", "Soll", "Haben", "Saldo"}, true)
           .row({50, 120, 470}, 115, {"01.01.2021", "Saldovortrag", "0,00"})
           .row({50, 120, 380, 470}, 130, {"15.02.2021", "Einzahlung 1. Kapitalabruf", "1.200.000,00", "1.200.000,00"})
           .row({50, 120, 300, 470}, 145, {"14.06.2022", "Aussch\u00FCttung Hansetec", "350.000,00", "850.000,00"})
           .row({50, 120, 380, 470}, 160, {"01.12.2022", "Einzahlung 2. Kapitalabruf", "450.500,50", "1.300.500,50"})
           .row({50, 120, 470}, 175, {"31.12.2023", "Endsaldo", "1.300.500,50"})});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2021-02-15 1200000.00\ndistribution 2022-06-14 350000.00\ncapital_call 2022-12-01 450500.50\n");
  EXPECT_EQ(flags_of(reading), "");
}

TEST(ReadLayouts, a_french_account_with_debit_and_credit) {
  auto reading = read(
      {PageSketch()
           .text(50, 40, "Garonne Capital FPCI", true, 16)
           .text(50, 70, "Situation au 30 juin 2023, montants en EUR")
           .row({50, 140, 330, 420}, 100, {"Date d'op\u00E9ration", "Libell\u00E9", "D\u00E9bit", "Cr\u00E9dit"}, true)
           .row({50, 140, 330}, 115, {"05/03/2019", "Appel de fonds", "600.000,00"})
           .row({50, 140, 330}, 130, {"18/11/2019", "Appel de fonds", "450.000,00"})
           .row({50, 140, 420}, 145, {"09/04/2021", "Distribution", "380.000,00"})});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2019-03-05 600000.00\ncapital_call 2019-11-18 450000.00\ndistribution 2021-04-09 380000.00\n");
}

TEST(ReadLayouts, a_ledger_in_an_appendix_whose_scale_stands_in_its_heading) {
  PageSketch appendix(2);
  appendix.text(50, 40, "Appendix A", true)
      .text(50, 60, "Cash flows between the Partnership and its partners since inception (US$ 000)")
      .row({50, 140, 330, 430}, 80, {"Date", "Description", "Contributions", "Distributions"}, true)
      .row({50, 140, 330}, 95, {"30/04/2018", "Capital call 1", "50,000"})
      .row({50, 140, 430}, 110, {"22/03/2020", "Portway refinancing", "21,500"});
  auto reading = read({PageSketch()
                           .text(50, 40, "Silverbirch Infrastructure Fund II, L.P.", true, 16)
                           .text(50, 65, "For the quarter ended 31 March 2024")
                           .row({50, 200, 300}, 100, {"($ millions)", "31 Mar 2024", "31 Dec 2023"}, true)
                           .row({50, 200, 300}, 115, {"Total commitments", "240.0", "240.0"})
                           .row({50, 200, 300}, 130, {"Net asset value", "163.4", "167.9"})
                           .row({50, 200, 300}, 145, {"DPI", "0.43x", "0.30x"}),
                       appendix});
  EXPECT_EQ(rows_of(reading), "capital_call 2018-04-30 50000000.00\ndistribution 2020-03-22 21500000.00\n");
  EXPECT_EQ(figure(reading.funds.at(0).reported.nav), "163400000.00");
  EXPECT_EQ(figure(reading.funds.at(0).reported.commitment), "240000000.00");
}

TEST(ReadLayouts, a_notice_takes_the_gross_share_and_what_is_set_off_against_it) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Hollowell Ridge Partners V, L.P.", true, 14)
                           .text(50, 60, "Capital Call Notice No. 9", true)
                           .text_to(400, 90, "Total Partnership", true)
                           .text_to(500, 90, "Your Share", true)
                           .text(50, 105, "Investment in Tamarack")
                           .text_to(400, 105, "$18,000,000")
                           .text_to(500, 105, "$360,000")
                           .text(50, 120, "Management fee")
                           .text_to(400, 120, "$1,750,000")
                           .text_to(500, 120, "$35,000")
                           .text(50, 135, "Gross capital call")
                           .text_to(400, 135, "$19,750,000")
                           .text_to(500, 135, "$395,000")
                           .text(50, 150, "Less: distribution of Orrin")
                           .text_to(400, 150, "($4,750,000)")
                           .text_to(500, 150, "($95,000)")
                           .text(50, 165, "Net amount due")
                           .text_to(400, 165, "$15,000,000")
                           .text_to(500, 165, "$300,000")
                           .text(50, 220, "Due date: 22 May 2024")});
  EXPECT_EQ(rows_of(reading), "capital_call 2024-05-22 395000.00\ndistribution 2024-05-22 95000.00\n");
}

TEST(ReadLayouts, headings_set_so_close_that_they_run_together_beside_a_running_balance) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Fernhill Secondary Fund I SCSp", true, 14)
                           .text(50, 60, "EUR")
                           .text(50, 100, "Trade Date", true)
                           .text(120, 100, "Transaction", true)
                           .text_to(314, 100, "Amount", true)
                           .text(319, 100, "Cumulative Contributed", true)
                           .text_to(520, 100, "Unfunded", true)
                           .text(50, 115, "2020-02-10")
                           .text(120, 115, "Contribution")
                           .text_to(314, 115, "240,000.00")
                           .text_to(418, 115, "240,000.00")
                           .text_to(520, 115, "760,000.00")
                           .text(50, 130, "2020-11-30")
                           .text(120, 130, "Contribution")
                           .text_to(314, 130, "600,000.00")
                           .text_to(418, 130, "840,000.00")
                           .text_to(520, 130, "160,000.00")
                           .text(50, 145, "2021-05-18")
                           .text(120, 145, "Return of Capital")
                           .text_to(314, 145, "(150,000.00)")
                           .text_to(418, 145, "840,000.00")
                           .text_to(520, 145, "310,000.00")});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2020-02-10 240000.00\ncapital_call 2020-11-30 600000.00\ndistribution 2021-05-18 150000.00\n");
}

TEST(ReadLayouts, rows_in_several_currencies_beside_the_amount_in_the_documents_own) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Monte Verde Opportunities, L.P.", true, 14)
                           .text(50, 60, "Cash flows in the reporting currency (EUR)")
                           .row({50, 120, 200, 240, 340, 420}, 100,
                                {"Value Date", "Type", "Ccy", "Local Amount", "FX Rate", "Amount (EUR)"}, true)
                           .row({50, 120, 200, 240, 340, 420}, 115,
                                {"16/03/2020", "Capital Call", "USD", "1,100,000.00", "1.1000", "1,000,000.00"})
                           .row({50, 120, 200, 240, 340, 420}, 130,
                                {"25/01/2021", "Capital Call", "GBP", "264,000.00", "0.8800", "300,000.00"})
                           .row({50, 120, 200, 240, 340, 420}, 145,
                                {"12/07/2022", "Distribution", "USD", "202,000.00", "1.0100", "200,000.00"})});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2020-03-16 1000000.00\ncapital_call 2021-01-25 300000.00\ndistribution 2022-07-12 200000.00\n");
}

TEST(ReadLayouts, a_value_behind_its_day_is_not_the_year) {
  auto reading = read({calls_page().text(50, 200, "Net asset value at 30 June 2022: EUR 8,940 thousand.")});
  EXPECT_EQ(figure(reading.funds.at(0).reported.nav), "8940000.00");
}

TEST(ReadLayouts, a_single_row_that_a_page_break_left_without_its_table) {
  PageSketch second(2);
  second.row({55, 135, 235}, 45, {"2023-02-15", "$250,000", "Third call"}).text(50, 800, "Page 2 of 2");
  auto reading = read({calls_page(), second});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2021-02-15 1000000.00\ncapital_call 2022-02-15 500000.00\ncapital_call 2023-02-15 250000.00\n");
}

TEST(ReadLayouts, a_single_row_between_its_title_and_the_foot_of_the_page) {
  auto reading = read({calls_page()
                           .text(50, 220, "Distributions to investors", true)
                           .grid({50, 130, 230, 330}, {240, 260, 280})
                           .row({55, 135, 235}, 245, {"2023-07-18", "Return of Capital", "554,835.71"})
                           .row({55, 235}, 265, {"Carried forward", "554,835.71"})});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2021-02-15 1000000.00\ncapital_call 2022-02-15 500000.00\ndistribution 2023-07-18 554835.71\n");
}

TEST(ReadLayouts, a_list_whose_days_and_words_share_a_cell_behind_dots) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Lough Derg Private Equity III LP", true, 14)
                           .text(50, 60, "As at 30 September 2022 (EUR)")
                           .text(50, 90, "Contributions", true)
                           .text(50, 105, "12 March 2018 Initial closing")
                           .text(250, 105, "...............")
                           .text_to(450, 105, "500,000")
                           .text(50, 120, "4 June 2019 Second call")
                           .text(220, 120, ".....................")
                           .text_to(450, 120, "375,000")
                           .text(50, 135, "20 January 2021 Third call")
                           .text(240, 135, "..............")
                           .text_to(450, 135, "410,000")
                           .text(50, 150, "Total contributions")
                           .text_to(450, 150, "1,285,000")});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2018-03-12 500000.00\ncapital_call 2019-06-04 375000.00\ncapital_call 2021-01-20 410000.00\n");
}

TEST(ReadLayouts, headings_in_spanish_and_italian) {
  auto spanish = read(
      {PageSketch()
           .text(50, 40, "Duero Capital Privado II, F.C.R.", true, 14)
           .row({50, 140, 300, 430}, 100, {"Fecha valor", "Concepto", "Llamadas de capital", "Distribuciones"}, true)
           .row({50, 140, 300}, 115, {"12/02/2019", "Primer desembolso", "300.000,00"})
           .row({50, 140, 300}, 130, {"25/09/2019", "Segundo desembolso", "225.000,00"})
           .row({50, 140, 430}, 145, {"30/06/2021", "Venta de Iberlog", "180.000,00"})});
  EXPECT_EQ(
      rows_of(spanish),
      "capital_call 2019-02-12 300000.00\ncapital_call 2019-09-25 225000.00\ndistribution 2021-06-30 180000.00\n");
  auto italian = read({PageSketch()
                           .text(50, 40, "Fondo Adriatico Infrastrutture", true, 14)
                           .row({50, 140, 300, 430}, 100, {"Data valuta", "Causale", "Richiami", "Rimborsi"}, true)
                           .row({50, 140, 300}, 115, {"10/01/2018", "Richiamo n. 1", "400.000,00"})
                           .row({50, 140, 300}, 130, {"15/05/2019", "Richiamo n. 2", "350.000,00"})
                           .row({50, 140, 430}, 145, {"20/12/2020", "Rimborso quote", "220.000,00"})});
  EXPECT_EQ(
      rows_of(italian),
      "capital_call 2018-01-10 400000.00\ncapital_call 2019-05-15 350000.00\ndistribution 2020-12-20 220000.00\n");
}

TEST(ReadLayouts, a_unit_in_brackets_that_a_sentence_follows) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Tideway Lending Partners I, L.P.", true, 14)
                           .text(50, 60, "Quarterly history (US$ millions). Flows are dated at quarter end.")
                           .row({50, 150, 270}, 100, {"Quarter", "Contributions", "Distributions"}, true)
                           .row({50, 150}, 115, {"Q1 2020", "12.5"})
                           .row({50, 150, 270}, 130, {"Q2 2020", "8.0", "0.4"})});
  EXPECT_EQ(
      rows_of(reading),
      "capital_call 2020-03-31 12500000.00\ncapital_call 2020-06-30 8000000.00\ndistribution 2020-06-30 400000.00\n");
}

TEST(ReadLayouts, a_column_of_what_may_be_called_again_parts_a_distribution) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Norrland Timber Fund II", true, 14)
                           .text(50, 80, "Distributions", true)
                           .row({50, 150, 270, 400}, 100,
                                {"Payment date", "Amount distributed", "Of which recallable", "Recallable until"}, true)
                           .row({50, 150, 270, 400}, 115, {"30.09.2021", "600,000", "250,000", "30.09.2023"})
                           .row({50, 150, 270, 400}, 130, {"31.10.2022", "480,000", "-", "-"})});
  ASSERT_EQ(
      rows_of(reading),
      "distribution 2021-09-30 250000.00\ndistribution 2021-09-30 350000.00\ndistribution 2022-10-31 480000.00\n");
  const auto& rows = reading.funds.at(0).transactions;
  EXPECT_EQ(rows[0].recallable, true);
  EXPECT_EQ(rows[0].recallable_until->iso(), "2023-09-30");
  EXPECT_EQ(rows[1].recallable, false);
  EXPECT_EQ(rows[2].recallable, false);
}

TEST(ReadLayouts, a_part_told_beside_its_amount_is_no_amount_of_its_own) {
  auto reading = read({PageSketch()
                           .text(50, 40, "Norrland Timber Fund II", true, 14)
                           .text(50, 80, "Distributions", true)
                           .row({50, 150, 270}, 100, {"Payment date", "Amount distributed", "Of which gain"}, true)
                           .row({50, 150, 270}, 115, {"30.09.2021", "600,000", "250,000"})
                           .row({50, 150, 270}, 130, {"31.10.2022", "480,000", "100,000"})});
  EXPECT_EQ(rows_of(reading), "distribution 2021-09-30 600000.00\ndistribution 2022-10-31 480000.00\n");
}

// A day over three lines beside a bare amount, as page `number` of a ledger draws it from `y` on.
PageSketch& wrapped_row(PageSketch& page, double y, std::string_view day, std::string_view month, std::string_view year,
                        std::string_view type, std::string_view amount) {
  return page.row({50, 130}, y, {day, type}).text_to(400, y, amount).text(50, y + 10, month).text(50, y + 20, year);
}

TEST(ReadLayouts, go_on_below_a_title_without_headings_though_days_are_wrapped_and_amounts_bare) {
  PageSketch first, second(2);
  first.text(50, 40, "Alder Growth Fund II, L.P.", true, 16)
      .text(50, 75, "Cash flows", true, 12)
      .row({50, 130}, 100, {"Date", "Type"}, true)
      .text_to(400, 100, "Amount (TEUR)", true);
  wrapped_row(first, 120, "10.", "September", "2013", "Capital call", "190");
  wrapped_row(first, 160, "19.", "November", "2013", "Capital call", "184");
  second.text(50, 40, "Cash flows (continued)", true, 12);
  wrapped_row(second, 65, "23.", "Februar", "2016", "Distribution", "160");
  wrapped_row(second, 105, "7. M\u00E4rz", "2016", "", "Capital call", "172");
  auto reading = read({first, second});
  EXPECT_EQ(rows_of(reading),
            "capital_call 2013-09-10 190000.00\ncapital_call 2013-11-19 184000.00\n"
            "distribution 2016-02-23 160000.00\ncapital_call 2016-03-07 172000.00\n");
  EXPECT_EQ(flags_of(reading), "");
}

}  // namespace
}  // namespace dossier::funds
