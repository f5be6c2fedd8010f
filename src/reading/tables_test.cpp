#include "reading/tables.h"

#include "reading/page_for_tests.h"

#include <gtest/gtest.h>

namespace dossier::reading {
namespace {

bool says_date_and_amount(const Line& line) {
  std::string text = line.text();
  return text.find("Date") != std::string::npos && text.find("Amount") != std::string::npos;
}

std::string sketch(const Table& table) {
  std::string out;
  for (const TableRow& row : table.rows) {
    for (const Cell& cell : row.cells)
      out += "[" + cell.text + (cell.span > 1 ? "/" + std::to_string(cell.span) : "") + "]";
    out += row.header ? " header\n" : "\n";
  }
  return out;
}

bool says_total(const Line& line) {
  return line.text().find("otal") != std::string::npos;
}

PageLayout tables_of(const PageSketch& page) {
  return find_tables(page, {says_date_and_amount, says_total});
}

TEST(FindTables, reads_the_cells_between_ruling_lines) {
  auto layout = tables_of(PageSketch()
                              .grid({50, 150, 250}, {100, 120, 140})
                              .row({55, 155}, 105, {"Date", "Amount"})
                              .row({55, 155}, 125, {"2023-01-15", "$5,000"}));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_TRUE(layout.tables[0].ruled);
  EXPECT_EQ(sketch(layout.tables[0]), "[Date][Amount] header\n[2023-01-15][$5,000]\n");
}

TEST(FindTables, joins_the_lines_of_a_wrapped_cell) {
  auto layout = tables_of(PageSketch()
                              .grid({50, 150, 250, 350}, {100, 120, 160})
                              .row({55, 155, 255}, 105, {"Date", "Purpose", "Amount"})
                              .row({55, 155, 255}, 125, {"2023-01-15", "Follow-on for", "5,000"})
                              .text(155, 137, "Orchard Health"));
  EXPECT_EQ(sketch(layout.tables.at(0)),
            "[Date][Purpose][Amount] header\n[2023-01-15][Follow-on for Orchard Health][5,000]\n");
}

TEST(FindTables, parts_rows_that_no_line_parts) {
  auto layout = tables_of(PageSketch()
                              .grid({50, 150, 250}, {100, 120, 180})
                              .row({55, 155}, 105, {"Date", "Amount"})
                              .row({55, 155}, 125, {"2023-01-15", "5,000"})
                              .row({55, 155}, 140, {"2023-02-15", "6,000"})
                              .row({55, 155}, 155, {"2023-03-15", "7,000"}));
  EXPECT_EQ(layout.tables.at(0).rows.size(), 4u);
}

TEST(FindTables, spans_a_heading_over_the_columns_it_stands_above) {
  PageSketch page;
  page.grid({50, 150}, {100, 120, 140, 160});
  page.page().rules.push_back({{150, 100, 350, 100}, true});
  page.page().rules.push_back({{150, 120, 350, 120}, true});
  page.page().rules.push_back({{150, 140, 350, 140}, true});
  page.page().rules.push_back({{150, 160, 350, 160}, true});
  page.page().rules.push_back({{250, 120, 250, 160}, false});
  page.page().rules.push_back({{350, 100, 350, 160}, false});
  page.text(220, 105, "Distributions")
      .row({155, 255}, 125, {"Income", "Gain"})
      .row({55, 155, 255}, 145, {"2023-01-15", "5,000", "6,000"});
  EXPECT_EQ(sketch(tables_of(page).tables.at(0)),
            "[][Distributions/2][]\n[][Income][Gain]\n[2023-01-15][5,000][6,000]\n");
}

TEST(FindTables, finds_columns_without_any_line_by_their_alignment) {
  auto layout = tables_of(PageSketch()
                              .row({50, 150, 320}, 100, {"Date", "Purpose", "Amount"}, true)
                              .row({50, 150}, 115, {"15-May-2017", "Vantage Dental / fund expenses"})
                              .text_to(350, 115, "1,846,000")
                              .row({50, 150}, 130, {"16-Oct-2017", "Sable"})
                              .text_to(350, 130, "994,000")
                              .text(50, 145, "Subtotal 2017", true)
                              .text_to(350, 145, "2,840,000", true));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_FALSE(layout.tables[0].ruled);
  EXPECT_EQ(sketch(layout.tables[0]),
            "[Date][Purpose][Amount] header\n[15-May-2017][Vantage Dental / fund "
            "expenses][1,846,000]\n[16-Oct-2017][Sable][994,000]\n[Subtotal 2017][][2,840,000]\n");
}

TEST(FindTables, parts_columns_under_a_total_whose_label_stands_across_them) {
  PageSketch page;
  page.row({50, 110, 180, 320}, 100, {"Date", "No", "Purpose", "Amount"}, true);
  for (int i = 0; i < 3; ++i) {
    page.row({50, 110, 180, 320}, 115 + 30 * i, {"2017-05-15", "DD-01", "Vantage Dental", "1,846,000"});
    page.text(50, 130 + 30 * i, "Subtotal of the year 2017", true).text(320, 130 + 30 * i, "1,846,000", true);
  }
  EXPECT_EQ(tables_of(page).tables.at(0).columns, 4u);
}

TEST(FindTables, fills_a_column_that_only_short_rows_have) {
  auto layout = tables_of(PageSketch()
                              .row({50, 150, 250, 350}, 100, {"Date", "Amount in", "Amount out", "Note"}, true)
                              .row({50, 150, 350}, 115, {"2021-02-15", "1,000", "first"})
                              .row({50, 150, 350}, 130, {"2021-03-15", "2,000", "second"})
                              .row({50, 250, 350}, 145, {"2021-04-15", "3,000", "third"}));
  EXPECT_EQ(layout.tables.at(0).columns, 4u);
}

TEST(FindTables, ends_a_table_at_a_heading_set_apart) {
  auto layout = tables_of(PageSketch()
                              .row({50, 130, 320}, 100, {"Date", "Type", "Amount"}, true)
                              .row({50, 130, 320}, 115, {"2021-02-15", "True-up", "1,000"})
                              .text(50, 145, "Key figures", true)
                              .row({50, 220}, 162, {"Paid-in capital", "5,303,499"})
                              .row({50, 220}, 175, {"Net asset value", "6,412,380"}));
  ASSERT_EQ(layout.tables.size(), 2u);
  EXPECT_EQ(layout.tables[0].rows.size(), 2u);
}

TEST(FindTables, ends_dated_rows_at_a_block_of_figures_without_a_heading) {
  auto layout = tables_of(PageSketch()
                              .row({50, 130, 320}, 100, {"Date", "Type", "Amount"}, true)
                              .row({50, 130, 320}, 115, {"2021-02-15", "Gain", "1,000"})
                              .row({50, 320}, 130, {"Total", "1,000"})
                              .text(50, 150, "1 Subject to recall.")
                              .row({50, 220}, 165, {"Paid-in capital", "5,303,499"})
                              .row({50, 220}, 178, {"Net asset value", "6,412,380"}));
  ASSERT_EQ(layout.tables.size(), 2u);
  EXPECT_EQ(layout.tables[0].rows.size(), 3u);
}

TEST(FindTables, wraps_cells_without_lines_too) {
  auto layout = tables_of(PageSketch()
                              .row({50, 150, 320}, 100, {"Date", "Purpose", "Amount"}, true)
                              .row({50, 150, 320}, 118, {"15-May-2017", "Vantage Dental and", "1,846,000"})
                              .text(150, 128, "fund expenses")
                              .row({50, 150, 320}, 146, {"16-Oct-2017", "Sable Logistics and", "1,403,500"})
                              .text(150, 156, "fees"));
  EXPECT_EQ(sketch(layout.tables.at(0)),
            "[Date][Purpose][Amount] header\n[15-May-2017][Vantage Dental and fund "
            "expenses][1,846,000]\n[16-Oct-2017][Sable Logistics and fees][1,403,500]\n");
}

TEST(FindTables, begins_a_new_table_at_a_new_header) {
  auto layout = tables_of(PageSketch()
                              .row({50, 200}, 100, {"Date", "Amount"}, true)
                              .row({50, 200}, 115, {"2023-01-15", "5,000"})
                              .text(50, 135, "Distributions", true)
                              .row({50, 150, 260}, 150, {"Date", "Type", "Amount"}, true)
                              .row({50, 150, 260}, 165, {"2023-06-15", "Income", "1,000"}));
  ASSERT_EQ(layout.tables.size(), 2u);
  EXPECT_EQ(layout.tables[0].columns, 2u);
  EXPECT_EQ(layout.tables[1].columns, 3u);
  ASSERT_EQ(layout.text.size(), 1u);
  EXPECT_EQ(layout.text[0].text(), "Distributions");
}

TEST(FindTables, leaves_prose_and_single_figures_as_text) {
  auto layout =
      tables_of(PageSketch()
                    .text(50, 100, "The fund called 5,000,000 on 15 January 2023 and has since paid back a part of it.")
                    .text(50, 112, "It expects to close two more investments before the end of the year 2024."));
  EXPECT_TRUE(layout.tables.empty());
  EXPECT_EQ(layout.text.size(), 2u);
}

TEST(FindTables, keeps_hidden_words_out_of_tables_and_text) {
  auto layout = tables_of(PageSketch()
                              .row({50, 200}, 100, {"Date", "Amount"})
                              .row({50, 200}, 115, {"2023-01-15", "5,000"})
                              .text(300, 115, "9,999")
                              .hide_last()
                              .text(50, 300, "secret")
                              .hide_last());
  EXPECT_EQ(sketch(layout.tables.at(0)), "[Date][Amount] header\n[2023-01-15][5,000]\n");
  EXPECT_TRUE(layout.text.empty());
}

TEST(FindTables, puts_the_box_of_a_cell_around_its_words) {
  auto layout = tables_of(PageSketch()
                              .grid({50, 150, 250}, {100, 120, 140})
                              .row({55, 155}, 105, {"Date", "Amount"})
                              .row({55, 155}, 125, {"2023-01-15", "5,000"}));
  const Box& box = layout.tables.at(0).rows.at(1).cells.at(1).box;
  EXPECT_DOUBLE_EQ(box.x0, 155);
  EXPECT_DOUBLE_EQ(box.y0, 125);
  EXPECT_DOUBLE_EQ(box.x1, 155 + 5 * 4.5);
}

TEST(FindTables, stands_ten_thousand_stray_lines) {
  PageSketch page;
  for (int i = 0; i < 10'000; ++i) page.page().rules.push_back({{50, 100 + 0.05 * i, 500, 100 + 0.05 * i}, true});
  EXPECT_TRUE(tables_of(page).tables.empty());
}

TEST(FindTables, joins_the_lines_of_cells_that_are_centred_by_height) {
  PageSketch page;
  page.row({50, 150, 250}, 100, {"Fund", "Date", "Amount"}, true);
  for (int i = 0; i < 3; ++i) {
    double y = 116 + 30 * i;
    page.text(50, y, "Alder Growth")
        .text(50, y + 10, "Partners II")
        .row({150, 250}, y + 5, {"2021-02-15", "1,000,000"});
  }
  EXPECT_EQ(sketch(tables_of(page).tables.at(0)),
            "[Fund][Date][Amount] header\n[Alder Growth Partners II][2021-02-15][1,000,000]\n"
            "[Alder Growth Partners II][2021-02-15][1,000,000]\n[Alder Growth Partners II][2021-02-15][1,000,000]\n");
}

TEST(FindTables, keeps_a_title_apart_from_the_total_above_it) {
  auto layout = tables_of(PageSketch()
                              .row({50, 150}, 100, {"Date", "Amount"}, true)
                              .row({50, 150}, 115, {"2021-02-15", "1,000"})
                              .row({50, 150}, 130, {"Total", "1,000"}, true)
                              .text(50, 145, "Distributions", true)
                              .row({50, 150}, 160, {"2022-02-15", "2,000"}));
  EXPECT_EQ(sketch(layout.tables.at(0)),
            "[Date][Amount] header\n[2021-02-15][1,000]\n[Total][1,000]\n[Distributions][]\n[2022-02-15][2,000]\n");
}

TEST(FindTables, keeps_labels_and_values_a_row_each) {
  auto layout = tables_of(PageSketch()
                              .row({50, 200}, 100, {"Commitment", "$40,000,000"})
                              .row({50, 200}, 113, {"Currency", "USD"})
                              .row({50, 200}, 126, {"Residual value", "$25,192,323"}));
  EXPECT_EQ(sketch(layout.tables.at(0)), "[Commitment][$40,000,000]\n[Currency][USD]\n[Residual value][$25,192,323]\n");
}

TEST(FindTables, leaves_out_words_turned_against_the_page) {
  PageSketch page;
  page.grid({50, 150, 250}, {100, 120, 140})
      .row({55, 155}, 105, {"Date", "Amount"})
      .row({55, 155}, 125, {"2023-01-15", "$5,000"})
      .text(120, 126, "DRAFT");
  page.page().words.back().turned_degrees = 45;
  EXPECT_EQ(sketch(tables_of(page).tables.at(0)), "[Date][Amount] header\n[2023-01-15][$5,000]\n");
}

TEST(FindTables, keeps_a_raised_footnote_figure_with_its_word) {
  auto layout = tables_of(PageSketch()
                              .grid({50, 150, 250}, {100, 120, 140})
                              .row({55, 155}, 105, {"Date", "Amount"})
                              .row({55, 155}, 127, {"2023-01-15", "477,716"})
                              .text(187, 123, "1", false, 6));
  EXPECT_EQ(sketch(layout.tables.at(0)), "[Date][Amount] header\n[2023-01-15][477,716\u00B9]\n");
}

TEST(FindTables, joins_a_unit_at_the_left_edge_of_a_column_with_its_figures) {
  auto layout = tables_of(PageSketch()
                              .row({50, 220}, 100, {"Date", "Amount"}, true)
                              .row({50, 150, 220}, 115, {"2021-02-15", "$", "1,000"})
                              .row({50, 220}, 130, {"2021-03-15", "2,000"}));
  EXPECT_EQ(sketch(layout.tables.at(0)), "[Date][Amount] header\n[2021-02-15][$ 1,000]\n[2021-03-15][2,000]\n");
}

TEST(FindTables, keeps_a_column_that_only_its_heading_shows) {
  auto layout = tables_of(PageSketch()
                              .row({50, 150, 250}, 100, {"Date", "Recallable", "Amount"}, true)
                              .row({50, 240}, 115, {"2021-02-15", "1,000"})
                              .row({50, 240}, 130, {"2021-03-15", "2,000"}));
  EXPECT_EQ(sketch(layout.tables.at(0)),
            "[Date][Recallable][Amount] header\n[2021-02-15][][1,000]\n[2021-03-15][][2,000]\n");
}

TEST(FindTables, keeps_a_title_whole_that_is_drawn_over_a_line) {
  auto layout = tables_of(PageSketch()
                              .grid({50, 100, 150, 250}, {100, 120, 140})
                              .text(55, 105, "Distributions to investors")
                              .row({55, 105, 155}, 125, {"Q1 2021", "Gain", "$5,000"}));
  EXPECT_EQ(layout.tables.at(0).rows.at(0).cells.at(0).text, "Distributions to investors");
}

TEST(FindTables, parts_two_tables_whose_rows_do_not_match) {
  auto layout = tables_of(PageSketch()
                              .row({50, 130, 300, 400}, 100, {"Date", "Amount", "Date", "Amount"}, true)
                              .row({50, 130}, 115, {"2021-02-15", "1,000,000"})
                              .row({300, 400}, 121, {"2022-03-01", "70,000"})
                              .row({50, 130}, 130, {"2021-05-15", "500,000"})
                              .row({300, 400}, 145, {"2022-06-01", "80,000"}));
  ASSERT_EQ(layout.tables.size(), 2u);
  EXPECT_EQ(sketch(layout.tables[0]), "[Date][Amount] header\n[2021-02-15][1,000,000]\n[2021-05-15][500,000]\n");
  EXPECT_EQ(sketch(layout.tables[1]), "[Date][Amount] header\n[2022-03-01][70,000]\n[2022-06-01][80,000]\n");
}

TEST(FindTables, leaves_notice_and_due_dates_in_one_table) {
  auto layout = tables_of(PageSketch()
                              .row({50, 130, 200, 300}, 100, {"Notice Date", "No", "Due Date", "Amount"}, true)
                              .row({50, 130, 200, 300}, 115, {"2021-02-01", "1", "2021-02-15", "1,000,000"})
                              .row({50, 130, 200, 300}, 130, {"2021-05-01", "2", "2021-05-15", "500,000"}));
  EXPECT_EQ(layout.tables.size(), 1u);
}

TEST(FindTables, keeps_a_row_of_small_bare_figures_under_the_others) {
  auto layout = tables_of(PageSketch()
                              .row({50, 200, 300}, 100, {"Date", "Amount", "Amount"}, true)
                              .row({50, 200, 300}, 115, {"Contributions", "2,338", "7,308"})
                              .row({50, 200, 300}, 130, {"Closing value", "505", "505"}));
  EXPECT_EQ(layout.tables.at(0).rows.size(), 3u);
}

TEST(FindTables, ends_a_table_where_figures_stand_elsewhere) {
  auto layout = tables_of(PageSketch()
                              .row({50, 300}, 100, {"Date", "Amount"}, true)
                              .row({50, 300}, 115, {"2021-02-15", "1,000"})
                              .row({50, 300}, 130, {"2021-03-15", "2,000"})
                              .row({50, 180}, 145, {"Net asset value", "$9,000"})
                              .row({50, 180}, 160, {"Unfunded", "$4,000"}));
  ASSERT_EQ(layout.tables.size(), 2u);
  EXPECT_EQ(layout.tables[1].rows.size(), 2u);
}

TEST(FindTables, ends_a_table_at_a_title_in_larger_type) {
  auto layout = tables_of(PageSketch()
                              .row({50, 300}, 100, {"Date", "Amount"}, true)
                              .row({50, 300}, 115, {"2021-02-15", "1,000"})
                              .row({50, 300}, 130, {"2021-03-15", "2,000"})
                              .text(50, 142, "Value by quarter", true, 12)
                              .row({50, 300}, 158, {"2021-03-31", "9,000"})
                              .row({50, 300}, 173, {"2021-06-30", "9,500"}));
  EXPECT_EQ(layout.tables.size(), 2u);
}

TEST(FindTables, takes_no_wrapped_cell_for_a_heading) {
  auto layout = tables_of(PageSketch()
                              .row({50, 130, 300}, 100, {"Date", "Purpose", "Sum"}, true)
                              .row({50, 130, 300}, 118, {"2021-02-15", "Refund of", "1,000"})
                              .row({130, 200}, 128, {"Amount", "by Date"})
                              .row({50, 130, 300}, 146, {"2021-03-15", "Fee", "2,000"}));
  ASSERT_EQ(layout.tables.size(), 1u);
}

TEST(FindTables, takes_one_row_at_the_top_of_a_page_for_the_end_of_a_table) {
  auto layout = tables_of(
      PageSketch().row({50, 130, 300}, 40, {"2021-02-15", "1,000", "2,000"}).text(50, 200, "Notes to the reader"));
  ASSERT_EQ(layout.tables.size(), 1u);
  EXPECT_EQ(layout.tables[0].columns, 3u);
}

TEST(FindTables, joins_the_lines_of_an_only_row) {
  auto layout = tables_of(PageSketch()
                              .row({50, 150, 300}, 100, {"Date", "Type", "Amount"}, true)
                              .text(50, 120, "November")
                              .row({150, 300}, 125, {"Capital gain", "35,404,000"})
                              .text(50, 130, "9, 2017"));
  EXPECT_EQ(sketch(layout.tables.at(0)), "[Date][Type][Amount] header\n[November 9, 2017][Capital gain][35,404,000]\n");
}

TEST(FindTables, keeps_a_title_apart_from_an_only_row_below_it) {
  auto layout = tables_of(PageSketch()
                              .grid({50, 150, 250}, {100, 120, 170})
                              .row({55, 155}, 105, {"Date", "Amount"}, true)
                              .text(55, 125, "Capital calls", true)
                              .row({55, 155}, 145, {"2023-01-15", "5,000"}));
  EXPECT_EQ(sketch(layout.tables.at(0)), "[Date][Amount] header\n[Capital calls][]\n[2023-01-15][5,000]\n");
}

}  // namespace
}  // namespace dossier::reading
