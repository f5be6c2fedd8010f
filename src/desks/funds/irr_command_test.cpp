#include "desks/funds/irr_command.h"

#include "desks/funds/flow_file.h"

#include <gtest/gtest.h>

#include <sstream>

namespace dossier::desks::funds {
namespace {

struct Ran {
  int status;
  std::string out, err;
};

Ran run(const std::string& csv, bool json = true) {
  std::istringstream in(csv);
  std::ostringstream out, err;
  int status = run_irr_command({.file = "-", .json = json, .standard_input = &in}, out, err);
  return {status, out.str(), err.str()};
}

bool has(const std::string& text, const char* part) {
  return text.find(part) != std::string::npos;
}

// All of these are -1000 on 2019-01-01 and +1100 a year later.
TEST(IrrCommand, reads_a_file_however_it_was_saved) {
  for (const char* csv : {
           "date,amount\n2019-01-01,-1000\n2020-01-01,1100\n",
           "2019-01-01,-1000\n2020-01-01,1100",
           "-1000,2019-01-01\n1100,2020-01-01",
           "\xEF\xBB\xBF"
           "date,amount\r\n2019-01-01,-1000\r\n\r\n2020-01-01,1100\r\n",
           "\"date\";\"amount\"\n\"2019-01-01\";\"-1000,00\"\n\"2020-01-01\";\"1.100,00\"\n",
           "2019-01-01,\"-1,000.00\"\n2020-01-01,\"1,100.00\"",
           "2019-01-01,(1000)\n2020-01-01,$1100",
           "2019-01-01\t-1e3\n2020-01-01\t+1100.0",
           "Note,Amount,Date\ncall,-1000,2019-01-01\nexit,1100,2020-01-01",
           "date,amount\n01-Jan-2019,-1000\n1 January 2020,1100",
           "Datum;Betrag\n01.01.2019;-1.000,00\n01.01.2020;1.100,00\n",
       }) {
    auto ran = run(csv);
    EXPECT_EQ(ran.status, 0) << csv << ran.err;
    EXPECT_TRUE(has(ran.out, R"("status":"unique")")) << csv << ran.out;
    EXPECT_TRUE(has(ran.out, R"({"rate":0.0999999999) ") || has(ran.out, R"({"rate":0.1000000)") ||
                has(ran.out, R"({"rate":0.1,)") || has(ran.out, R"({"rate":0.09999999)"))
        << csv << ran.out;
  }
}

TEST(IrrCommand, amounts_alone_are_equal_periods) {
  auto ran = run("amount\n-100\n39\n59\n55\n20\n");
  EXPECT_TRUE(has(ran.out, R"({"rate":0.28094842115996)")) << ran.out;
}

TEST(IrrCommand, gives_every_stable_field) {
  auto ran = run("2020-01-01,-5");
  EXPECT_EQ(ran.status, 0);
  EXPECT_EQ(ran.out,
            "{\"rate\":null,\"rates\":[],\"status\":\"none\",\"low\":null,\"high\":null,"
            "\"reason\":\"there is a single flow; a rate needs at least one paid and one received\"}\n");
}

TEST(IrrCommand, decimal_amounts_are_added_exactly) {
  // In binary 0.1 + 0.2 - 0.3 is not nil; and 2.2 and 1.21 are not the numbers that make a double root.
  auto ran = run("-1\n2.2\n-1.21\n");
  EXPECT_TRUE(has(ran.out, "touches nil")) << ran.out;
}

TEST(IrrCommand, says_which_line_is_wrong_and_what_is_expected) {
  struct Case {
    const char *csv, *message;
  };
  for (const Case& one : {
           Case{"", "line 1: the file has no rows"},
           Case{"date,amount\n", "line 2: there is a header but no row below it"},
           Case{"2019-01-01,-1000\n2020-13-01,1100", "line 2: '2020-13-01' is no day of the calendar"},
           Case{"2019-01-01,-1000\nsoon,1100", "line 2: 'soon' is no date; write it as YYYY-MM-DD"},
           Case{"04/05/2019,-1000\n06/07/2020,1100", "line 1: '04/05/2019' could be two days; write it as YYYY-MM-DD"},
           Case{"2019-01-01,-1000\n2020-01-01,eleven", "line 2: 'eleven' is no amount; write it like -1250.50"},
           Case{"2019-01-01,-1000\n2020-01-01,nan", "line 2: 'nan' is not a finite amount"},
           Case{"2019-01-01,-1000\n2020-01-01,inf", "line 2: 'inf' is not a finite amount"},
           Case{"2019-01-01,-1000\n2020-01-01", "line 2: expected a date and an amount"},
           Case{"2019-01-01,-1000\n2020-01-01,", "line 2: '' is no amount"},
           Case{"2019-01-01,-1000\n\"2020-01-01,3", "line 2: a quotation mark is not closed"},
           Case{"2019-01-01,-1000,x\n2020-01-01,3,y", "line 1: expected date,amount; with more columns"},
           Case{"when,what\n2019-01-01,x", "line 2: 'x' is no amount"},
           Case{"a,b,c\n1,2,3", "line 1: no column of the header is named amount"},
           Case{"-100\n50,2020-01-01", "line 2: expected one amount per line"},
       }) {
    auto ran = run(one.csv);
    EXPECT_EQ(ran.status, 3) << one.csv;
    EXPECT_TRUE(has(ran.err, one.message)) << one.csv << "\n" << ran.err;
    EXPECT_TRUE(has(ran.out, R"("status":"invalid")")) << ran.out;
    EXPECT_EQ(std::count(ran.err.begin(), ran.err.end(), '\n'), 1);
  }
}

TEST(IrrCommand, a_file_that_cannot_be_opened_is_bad_input) {
  std::ostringstream out, err;
  EXPECT_EQ(run_irr_command({.file = "/nowhere/flows.csv"}, out, err), 3);
  EXPECT_EQ(err.str(), "dossier: /nowhere/flows.csv: cannot be opened: No such file or directory\n");
  EXPECT_EQ(run_irr_command({.file = "/"}, out, err), 3);
}

TEST(IrrCommand, refuses_more_flows_than_the_limit) {
  std::string csv;
  for (int k = 0; k < 100'100; ++k) csv += "1\n";
  auto ran = run(csv);
  EXPECT_EQ(ran.status, 3);
  EXPECT_TRUE(has(ran.err, "split the file")) << ran.err;
}

TEST(IrrCommand, prints_for_people) {
  auto ran = run("2019-01-01,-1000\n2020-01-01,1100", false);
  EXPECT_TRUE(has(ran.out, "rate      10.000000 % a year\n")) << ran.out;
  EXPECT_TRUE(has(ran.out, "flows     2 from 2019-01-01 to 2020-01-01\n")) << ran.out;
}

}  // namespace
}  // namespace dossier::desks::funds
