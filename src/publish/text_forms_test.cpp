#include "publish/html.h"
#include "publish/plain.h"

#include <gtest/gtest.h>

namespace dossier::publish {
namespace {

Sheet small_sheet() {
  Sheet sheet;
  sheet.title = "A <sheet>";
  sheet.headline = {"A SHEET", "एक पत्र"};
  sheet.stamp = {"DRAFT", "प्रारूप"};
  sheet.foot = "journal 0123";
  sheet.blocks = {
      Heading{"1.", {"Where", "कहाँ"}},
      Fields{{{"(a)", {"District", "जिला"}, "Lucknow <b>", 6, "from the officer"}, {"(b)", {"Beat", ""}, "", 6}}},
      Choices{{{true, "(1)", {"Written", "लिखित"}}, {false, "(2)", {"Oral", "मौखिक"}}}},
      Table{"", {}, {{{"No", ""}, 1}, {{"Item", ""}, 5}}, {{"1", "vivo & Y21"}}},
      Passage{{"Contents", ""}, "first line\nsecond \"line\""},
      Passage{{"Reasons", ""}, ""},
      Signature{{"Signature", "हस्ताक्षर"}}};
  return sheet;
}

bool has(const std::string& text, std::string_view what) {
  return text.find(what) != std::string::npos;
}

TEST(Html, EscapesEveryText) {
  const std::string page = write_html(small_sheet());
  EXPECT_TRUE(has(page, "Lucknow &lt;b&gt;"));
  EXPECT_TRUE(has(page, "vivo &amp; Y21"));
  EXPECT_TRUE(has(page, "second &quot;line&quot;"));
  EXPECT_TRUE(has(page, "<title>A &lt;sheet&gt;</title>"));
  EXPECT_FALSE(has(page, "<b>"));
}

TEST(Html, BringsNothingFromElsewhereAndRunsNothing) {
  const std::string page = write_html(small_sheet());
  for (const char* foreign : {"http", "<script", "<img", "<link", "url("}) EXPECT_FALSE(has(page, foreign)) << foreign;
}

TEST(Html, SaysWhereAValueComesFrom) {
  EXPECT_TRUE(has(write_html(small_sheet()), "title=\"from the officer\""));
}

TEST(Plain, ShowsBlanksAsBlanksAndTicksAsTicks) {
  const std::string text = write_plain(small_sheet());
  EXPECT_TRUE(has(text, "(a) District / जिला: Lucknow <b>\n"));
  EXPECT_TRUE(has(text, "(b) Beat: ________\n"));
  EXPECT_TRUE(has(text, "[x] (1) Written / लिखित\n"));
  EXPECT_TRUE(has(text, "[ ] (2) Oral / मौखिक\n"));
  EXPECT_TRUE(has(text, "    first line\n    second \"line\"\n"));
}

}  // namespace
}  // namespace dossier::publish
