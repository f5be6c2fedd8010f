// Tables as page breaks, merged cells and wrapped days leave them.
#include "reading/page_for_tests.h"
#include "reading/tables.h"

#include <gtest/gtest.h>

namespace dossier::reading {
namespace {

std::string sketch(const Table& table) {
  std::string out;
  for (const TableRow& row : table.rows) {
    for (const Cell& cell : row.cells) out += "[" + cell.text + "]";
    out += "\n";
  }
  return out;
}

PageLayout tables_of(const PageSketch& page) {
  return find_tables(page, {[](const Line& line) { return line.text().starts_with("Date "); },
                            [](const Line& line) { return line.text().starts_with("Total"); }});
}

TEST(FindTables, keeps_rows_under_the_headings_of_their_sections_after_a_page_break) {
  auto layout = tables_of(PageSketch()
                              .row({50, 250, 350}, 40, {"Meridian Fund VII", "100,000,000", "58,271,596"})
                              .text(50, 60, "Vintage 2016", true)
                              .row({50, 250, 350}, 80, {"Ormond Fund I", "200,000,000", "77,426,777"})
                              .text(50, 100, "Vintage 2017", true)
                              .row({50, 250, 350}, 120, {"Umber Partners III", "150,000,000", "45,543,078"}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(sketch(layout.tables[0]),
            "[Meridian Fund VII][100,000,000][58,271,596]\n[Vintage 2016][][]\n"
            "[Ormond Fund I][200,000,000][77,426,777]\n[Vintage 2017][][]\n"
            "[Umber Partners III][150,000,000][45,543,078]\n");
}

TEST(FindTables, parts_an_only_row_from_the_figures_under_the_next_title) {
  auto layout = tables_of(PageSketch()
                              .row({50, 250, 350}, 40, {"Meridian Fund VII", "100,000,000", "58,271,596"})
                              .text(50, 60, "Key figures", true)
                              .row({50, 450}, 80, {"Commitment", "$10,000,000"})
                              .row({50, 450}, 95, {"Net asset value", "$4,000,000"}));
  ASSERT_EQ(layout.tables.size(), 2u);
  EXPECT_EQ(layout.tables[0].rows.size(), 1u);
  EXPECT_EQ(layout.tables[1].rows.size(), 2u);
}

TEST(FindTables, keeps_an_only_row_under_the_heading_of_its_section_at_the_top_of_a_page) {
  auto layout = tables_of(PageSketch()
                              .text(50, 40, "Vintage year 2021", true)
                              .row({50, 250, 350}, 60, {"Brookline Credit I", "150,000,000", "37,264,344"}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(sketch(layout.tables[0]), "[Brookline Credit I][150,000,000][37,264,344]\n");
}

TEST(FindTables, takes_all_lines_of_a_day_centred_beside_a_cell_of_two) {
  auto layout = tables_of(PageSketch()
                              .text(50, 100, "4")
                              .text(150, 106, "Investment")
                              .row({50, 250, 400}, 112, {"September", "Sunfield Solar", "16,526"})
                              .text(150, 118, "income")
                              .text(50, 124, "2009")
                              .text(50, 146, "15")
                              .row({50, 150, 250, 400}, 158, {"November", "Gain", "Sunfield Solar", "4,612"})
                              .text(50, 170, "2010"));
  EXPECT_EQ(sketch(layout.tables.at(0)),
            "[4 September 2009][Investment income][Sunfield Solar][16,526]\n"
            "[15 November 2010][Gain][Sunfield Solar][4,612]\n");
}

TEST(FindTables, lets_no_label_of_a_total_join_two_columns) {
  const std::initializer_list<double> words = {50, 120, 250, 450}, back = {50, 120, 350, 450};
  auto layout =
      tables_of(PageSketch()
                    .row(words, 100, {"Jan 31, 2019", "Drawdown 9", "402,000", "(402,000)"})
                    .row(back, 115, {"Jun 14, 2019", "Partial sale", "1,550,000", "1,550,000"})
                    .row(words, 130, {"Nov 8, 2019", "Drawdown 10", "275,850", "(275,850)"})
                    .row({50, 250, 350, 450}, 145, {"Total since inception", "677,850", "1,550,000", "872,150"}, true));
  EXPECT_EQ(layout.tables.at(0).columns, 5u);
  EXPECT_EQ(layout.tables.at(0).rows.front().cells.front().text, "Jan 31, 2019");
}

TEST(FindTables, joins_headings_that_interlock) {
  auto layout = tables_of(PageSketch()
                              .text(50, 100, "Date ", true)
                              .row({150, 250}, 106, {"Code", "Amount"}, true)
                              .text(50, 112, "of payment", true)
                              .row({50, 150, 250}, 130, {"12/12/2011", "AF", "149,000"})
                              .row({50, 150, 250}, 145, {"30/10/2014", "AF", "427,000"}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_TRUE(layout.tables[0].rows.front().header);
  EXPECT_EQ(layout.tables[0].rows.front().text(), "Date");
  EXPECT_TRUE(layout.text.empty());
}

TEST(FindTables, finds_rows_whose_day_and_amount_stand_on_no_common_line) {
  PageSketch page;
  page.text(50, 40, "Adjustments", true)
      .row({50, 400}, 60, {"Date ", "Amount"}, true)
      .row({150, 250}, 66, {"Type", "Description"}, true)
      .text(50, 72, "of payment", true);
  for (double y : {90.0, 118.0}) {
    page.row({50, 150, 250}, y, {"December", "Contribution", "Equalisation, refunded"})
        .text(400, y + 6, "47")
        .row({50, 150, 250}, y + 12, {"23, 2009", "true-up", "to LPs"});
  }
  auto layout = tables_of(page);
  ASSERT_EQ(layout.tables.size(), 1u);
  ASSERT_EQ(layout.tables[0].rows.size(), 5u);
  EXPECT_EQ(layout.tables[0].rows.back().text(),
            "December 23, 2009  Contribution true-up  Equalisation, refunded to LPs  47");
}

TEST(FindTables, keeps_a_row_whose_day_begins_with_a_bare_figure) {
  auto layout = tables_of(PageSketch()
                              .row({50, 150, 300}, 100, {"11 June", "Initial closing", "$965,040"})
                              .text(50, 110, "2012")
                              .row({50, 150, 300}, 126, {"3 October", "Bridge funding", "$1,170,069"})
                              .text(50, 136, "2012")
                              .row({50, 150, 300}, 162, {"19", "Orchard Health", "$878,000"})
                              .text(50, 172, "December")
                              .text(50, 182, "2012"));
  EXPECT_EQ(layout.tables.at(0).rows.back().text(), "19 December 2012  Orchard Health  $878,000");
}

PageSketch merged_page(std::string_view merged) {
  PageSketch page;
  page.grid({50, 150, 250, 350}, {100, 120, 140, 180});
  page.page().rules.push_back({{150, 160, 350, 160}, true});  // none below the first column's cell
  page.row({55, 155, 255}, 105, {"Date Type", "Day", "Amount"}, true)
      .row({55, 155, 255}, 125, {"Fee", "2015-01-15", "9,000"})
      .row({155, 255}, 145, {"2016-02-15", "6,000"})
      .row({155, 255}, 165, {"2017-03-15", "7,000"})
      .text(55, 155, merged);
  return page;
}

TEST(FindTables, reads_a_cell_that_spans_rows_in_each_of_them) {
  EXPECT_EQ(sketch(tables_of(merged_page("Capital call")).tables.at(0)),
            "[Date Type][Day][Amount]\n[Fee][2015-01-15][9,000]\n"
            "[Capital call][2016-02-15][6,000]\n[Capital call][2017-03-15][7,000]\n");
}

TEST(FindTables, counts_a_figure_that_spans_rows_once) {
  EXPECT_EQ(sketch(tables_of(merged_page("13,000")).tables.at(0)).find("[13,000]"),
            sketch(tables_of(merged_page("13,000")).tables.at(0)).rfind("[13,000]"));
}

TEST(FindTables, parts_headings_set_close_on_both_sides_of_a_line) {
  const std::initializer_list<double> xs = {55, 155, 255, 303};
  auto layout = tables_of(PageSketch()
                              .grid({50, 150, 250, 301.5, 450}, {100, 120, 140})
                              .row(xs, 105, {"Investor", "Commitment", "Gross call", "Distribution set off"}, true)
                              .row(xs, 125, {"Borealis", "15,000,000", "1,800,000", "(525,000)"}));
  EXPECT_EQ(sketch(layout.tables.at(0)),
            "[Investor][Commitment][Gross call][Distribution set off]\n"
            "[Borealis][15,000,000][1,800,000][(525,000)]\n");
}

TEST(FindTables, keeps_a_figure_raised_a_little_with_its_word) {
  auto layout = tables_of(PageSketch()
                              .grid({50, 150, 250}, {100, 120, 140})
                              .row({55, 155}, 105, {"Date", "Amount"})
                              .row({55, 155}, 125, {"2023-01-15", "94,250"})
                              .text(182, 123, "2", false, 7.4F));
  EXPECT_EQ(sketch(layout.tables.at(0)), "[Date][Amount]\n[2023-01-15][94,250\u00B2]\n");
}

TEST(FindTables, finds_the_columns_of_a_table_from_all_its_pages) {
  auto page = [](int number) { return PageSketch(number); };
  const std::vector<Page> pages = {page(1)
                                       .row({50, 150, 250, 350}, 40, {"Date of", "Called", "Returned", "Net"})
                                       .row({50, 150, 350}, 60, {"2020-01-01", "1,000", "-1,000"})
                                       .row({50, 150, 350}, 80, {"2020-02-01", "2,000", "-2,000"}),
                                   page(2)
                                       .row({50, 150, 350}, 40, {"2020-03-01", "3,000", "-3,000"})
                                       .row({50, 150, 250, 350}, 60, {"2020-04-01", "1,000", "4,000", "+3,000"})
                                       .row({50, 250, 350}, 80, {"2020-05-01", "5,000", "+5,000"})};
  auto layouts = find_tables(
      pages, {[](const Line& line) { return line.text().starts_with("Date "); }, [](const Line&) { return false; }});
  ASSERT_EQ(layouts.size(), 2u);
  EXPECT_EQ(sketch(layouts[0].tables.at(0)),
            "[Date of][Called][Returned][Net]\n[2020-01-01][1,000][][-1,000]\n[2020-02-01][2,000][][-2,000]\n");
  EXPECT_EQ(sketch(layouts[1].tables.at(0)),
            "[2020-03-01][3,000][][-3,000]\n[2020-04-01][1,000][4,000][+3,000]\n[2020-05-01][][5,000][+5,000]\n");
}

TEST(FindTables, keeps_empty_columns_under_headings_of_two_heights) {
  auto layout = tables_of(PageSketch()
                              .text(250, 36, "Return of")
                              .row({50, 150, 450}, 40, {"Date paid", "Called", "Net"})
                              .row({250, 350}, 45, {"capital", "Income"})
                              .row({50, 150, 450}, 60, {"2020-01-01", "1,000", "-1,000"})
                              .row({50, 150, 450}, 80, {"2020-02-01", "2,000", "-2,000"}));
  ASSERT_EQ(layout.tables.size(), 1u);
  ASSERT_EQ(layout.tables[0].columns, 5u);
  EXPECT_EQ(layout.tables[0].rows.back().cells[4].text, "-2,000");
}

TEST(FindTables, parts_a_bare_figure_from_the_dressed_one_below_it) {
  auto layout = tables_of(PageSketch()
                              .grid({45, 145, 245}, {35, 55, 95})
                              .row({50, 150}, 40, {"Date paid", "Called"}, true)
                              .row({50, 150}, 60, {"2020-01-01", "150"})
                              .row({50, 150}, 78, {"2020 subtotal", "$ 442"}, true));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(sketch(layout.tables[0]), "[Date paid][Called]\n[2020-01-01][150]\n[2020 subtotal][$ 442]\n");
}

TEST(FindTables, keeps_a_day_of_three_lines_in_one_row) {
  auto layout = tables_of(PageSketch()
                              .grid({45, 145, 245}, {35, 55, 100})
                              .row({50, 150}, 40, {"Date paid", "Called"}, true)
                              .row({50, 150}, 60, {"22", "1,850"})
                              .text(50, 73, "December")
                              .text(50, 86, "2021"));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(sketch(layout.tables[0]), "[Date paid][Called]\n[22 December 2021][1,850]\n");
}

TEST(FindTables, begins_a_row_with_the_figure_of_a_wrapped_day) {
  auto layout = tables_of(PageSketch()
                              .row({50, 150, 250}, 40, {"Date paid", "Type", "Called"}, true)
                              .row({50, 150, 250}, 60, {"10.", "Call", "190"})
                              .text(50, 71, "September")
                              .text(50, 82, "2013")
                              .row({50, 150, 250}, 105, {"2.", "Call", "192"})
                              .text(50, 116, "December")
                              .text(50, 127, "2013"));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(sketch(layout.tables[0]),
            "[Date paid][Type][Called]\n[10. September 2013][Call][190]\n[2. December 2013][Call][192]\n");
}

}  // namespace
}  // namespace dossier::reading
