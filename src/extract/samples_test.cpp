#include "extract/extractor.h"
#include "extract/test_support.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace dossier::extract {
namespace {

boost::json::object truth_of(const std::filesystem::path& report) {
  std::ifstream file(std::filesystem::path(report).replace_extension(".json"));
  std::stringstream text;
  text << file.rdbuf();
  return boost::json::parse(text.str()).as_object();
}

// The word whose middle lies in the box.
const reading::Word* word_at(const reading::Page& page, const boost::json::array& box) {
  auto side = [&](std::size_t i) { return box[i].to_number<double>(); };
  reading::Box place{side(0), side(1), side(2), side(3)};
  for (const reading::Word& word : page.words) {
    if (place.contains(word.box.middle_x(), word.box.middle_y())) return &word;
  }
  return nullptr;
}

class Sample : public ::testing::TestWithParam<const char*> {};

TEST_P(Sample, has_every_amount_where_it_was_drawn) {
  Extractor extractor({});
  std::filesystem::path report = std::filesystem::path(DOSSIER_SAMPLES) / GetParam();
  auto got = extractor.read({}, report, "");
  ASSERT_TRUE(got && got->whole());
  boost::json::object truth = truth_of(report);
  for (const auto& item : truth.at("transactions").as_array()) {
    const auto& row = item.as_object();
    auto page = static_cast<std::size_t>(row.at("page").as_int64());
    ASSERT_LE(page, got->text.pages.size());
    const reading::Word* word = word_at(got->text.pages[page - 1], row.at("box").as_array());
    ASSERT_NE(word, nullptr) << row.at("printed");
    EXPECT_EQ(word->text, row.at("printed").as_string());
    EXPECT_FALSE(word->hidden);
    EXPECT_NEAR(word->box.x0, row.at("box").at(0).to_number<double>(), 0.1);
    EXPECT_NEAR(word->box.x1, row.at("box").at(2).to_number<double>(), 0.1);
  }
}

TEST_P(Sample, has_nothing_hidden) {
  Extractor extractor({});
  auto got = extractor.read({}, std::filesystem::path(DOSSIER_SAMPLES) / GetParam(), "");
  ASSERT_TRUE(got);
  for (const reading::Page& page : got->text.pages) {
    for (const reading::Word& word : page.words) EXPECT_FALSE(word.hidden) << word.text;
  }
}

INSTANTIATE_TEST_SUITE_P(All, Sample,
                         ::testing::Values("northlight_ventures_ii_2024q4.pdf", "harrowgate_buyout_iii_2023q4.pdf",
                                           "rheinufer_mittelstand_i_2024q4.pdf"));

}  // namespace
}  // namespace dossier::extract
