#include "extract/extractor.h"

#include "extract/tiny_pdf.h"

#include <gtest/gtest.h>

namespace dossier::extract {
namespace {

Extraction read(const std::string& file, const std::string& password = {}) {
  static Extractor extractor({});
  auto result = extractor.read({}, std::filesystem::path(file), password);
  EXPECT_TRUE(result) << (result ? "" : result.error().text());
  return result ? std::move(*result) : Extraction{};
}

TEST(Extractor, gives_words_with_their_boxes_from_the_top_left) {
  Extraction got =
      read(TinyPdf().page(text_at(72, 700, "Capital Calls", 10, "F2") + text_at(72, 680, "$5,000,000")).file());
  ASSERT_EQ(got.end, End::completed) << got.message;
  ASSERT_EQ(got.text.pages.size(), 1u);
  const reading::Page& page = got.text.pages[0];
  EXPECT_EQ(page.width, 612);
  EXPECT_EQ(page.height, 792);
  ASSERT_EQ(page.words.size(), 3u);
  EXPECT_EQ(page.words[0].text, "Capital");
  EXPECT_TRUE(page.words[0].bold);
  EXPECT_NEAR(page.words[0].box.x0, 72, 0.01);
  EXPECT_LT(page.words[0].box.y0, 792 - 700);
  EXPECT_GT(page.words[0].box.y1, 792 - 700);
  EXPECT_EQ(page.words[2].text, "$5,000,000");
  EXPECT_FALSE(page.words[2].bold);
  EXPECT_EQ(page.words[2].font_size, 10);
}

}  // namespace
}  // namespace dossier::extract
