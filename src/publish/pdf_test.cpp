#include "publish/pdf.h"

#include "base/limits.h"
#include "publish/sheet_for_tests.h"

#include <chrono>

namespace dossier::publish {
namespace {

Sheet sheet_of(std::vector<Block> blocks) {
  Sheet sheet;
  sheet.title = "A sheet";
  sheet.headline = {"A SHEET", "एक पत्र"};
  sheet.foot = "journal 0123456789abcdef";
  sheet.created = "2026-05-05T18:30:00+05:30";
  sheet.blocks = std::move(blocks);
  return sheet;
}

std::string pdf_of(const Sheet& sheet) {
  auto bytes = write_pdf(sheet);
  EXPECT_TRUE(bytes) << (bytes ? "" : bytes.error().text());
  return bytes ? *bytes : std::string();
}

Table long_table(int rows) {
  Table table;
  table.columns = {{{"No", "क्र."}, 1}, {{"Description", "विवरण"}, 6}, {{"Value", "मूल्य"}, 2, true}};
  for (int i = 1; i <= rows; ++i)
    table.rows.push_back({std::to_string(i), "Item number " + std::to_string(i) + "x", std::to_string(1000 * i)});
  return table;
}

TEST(Pdf, ShowsLabelsValuesHeadAndFoot) {
  Sheet sheet = sheet_of({Heading{"1.", {"Where", "कहाँ"}}, Fields{{{"(a)", {"District", "जिला"}, "Lucknow", 6}}}});
  sheet.stamp = {"DRAFT", "प्रारूप"};
  const PdfFile file(pdf_of(sheet));
  EXPECT_TRUE(file.sound());
  const std::string text = file.text();
  for (const char* word : {"A SHEET", "एक पत्र", "DRAFT", "(a)", "District", "जिला", "Lucknow", "Page 1 of 1"})
    EXPECT_NE(text.find(word), std::string::npos) << word << "\n" << text;
  EXPECT_NE(file.properties().find("A sheet"), std::string::npos);
  EXPECT_NE(file.properties().find("A4"), std::string::npos);
}

TEST(Pdf, GivesTheSameBytesTwice) {
  const Sheet sheet = sheet_of({long_table(50), Passage{{}, "चोरी की सूचना"}});
  EXPECT_EQ(pdf_of(sheet), pdf_of(sheet));
}

TEST(Pdf, TakesItsDateFromTheSheetNeverFromTheClock) {
  Sheet sheet = sheet_of({});
  EXPECT_NE(PdfFile(pdf_of(sheet)).properties().find("May  5 18:30:00 2026"), std::string::npos);
  sheet.created.clear();
  EXPECT_EQ(pdf_of(sheet).find("CreationDate"), std::string::npos);
}

TEST(Pdf, EmbedsEveryFont) {
  const PdfFile file(pdf_of(sheet_of({Passage{{}, "Latin, देवनागरी, தமிழ், ગુજરાતી, বাংলা"}})));
  // pdffonts: name, type, encoding, emb, sub, uni. Two lines of head.
  const std::string fonts = file.fonts();
  EXPECT_GE(count_of(fonts, " yes yes yes"), 5u) << fonts;
  EXPECT_EQ(count_of(fonts, " no "), 0u) << fonts;
}

TEST(Pdf, KeepsEveryScriptSearchable) {
  const std::string given = "विद्यार्थी ने क्षत्रिय से श्री कृष्ण की शिकायत की। காவல் நிலையம்";
  const std::string text = PdfFile(pdf_of(sheet_of({Passage{{}, given}}))).text();
  EXPECT_NE(squeezed(text).find(squeezed(given)), std::string::npos) << text;
}

TEST(Pdf, NamesLettersThatNoFontHas) {
  const std::string text = PdfFile(pdf_of(sheet_of({Passage{{}, "before \U000F1234 after"}}))).text();
  EXPECT_NE(text.find("before [U+F1234] after"), std::string::npos) << text;
}

TEST(Pdf, RepeatsTheHeadOfATableOnEveryPageItTakes) {
  const PdfFile file(pdf_of(sheet_of({long_table(200)})));
  const std::string text = file.text();
  EXPECT_GT(file.pages(), 3);
  EXPECT_EQ(count_of(text, "Description"), static_cast<std::size_t>(file.pages()));
  for (int i = 1; i <= 200; ++i) EXPECT_EQ(count_of(text, "number " + std::to_string(i) + "x"), 1u) << i;
}

TEST(Pdf, BreaksARowThatIsTallerThanAPage) {
  std::string tall;
  for (int i = 1; i <= 900; ++i) tall += "word" + std::to_string(i) + "x ";
  Table table = long_table(2);
  table.rows[1][1] = tall;
  const PdfFile file(pdf_of(sheet_of({table})));
  const std::string text = file.text();
  EXPECT_GE(file.pages(), 2);
  for (int i = 1; i <= 900; ++i) EXPECT_EQ(count_of(text, "word" + std::to_string(i) + "x"), 1u) << i;
}

TEST(Pdf, KeepsASignatureWithWhatIntroducesIt) {
  // Whatever stands above it, the place to sign is on the page of its heading, with the fields of who signs.
  for (int lines = 30; lines < 60; ++lines) {
    std::string text;
    for (int i = 0; i < lines; ++i) text += "line\n";
    const PdfFile file(pdf_of(sheet_of({Passage{{}, text}, Heading{"14.", {"Signed by", ""}}, Remark{{"read over", ""}},
                                        Signature{{"Hand", ""}, {{"", {"Rank", ""}, "Inspector", 12}}}})));
    const std::string pages = file.text();
    const auto last_page = pages.rfind('\f', pages.size() - 2);
    if (last_page == std::string::npos) continue;
    const std::string last = pages.substr(last_page);
    EXPECT_EQ(count_of(last, "Inspector"), 1u) << lines;
    EXPECT_EQ(count_of(last, "Hand"), 1u) << lines;
    EXPECT_EQ(count_of(last, "read over"), 1u) << lines;
  }
}

TEST(Pdf, FlowsFiftyThousandCharactersInBoundedTime) {
  std::string words, one_word(50'000, 'a');
  for (int i = 0; words.size() < 50'000; ++i) words += "w" + std::to_string(i) + (i % 7 == 0 ? ", " : " ");
  for (const std::string& text : {words, one_word}) {
    const auto begun = std::chrono::steady_clock::now();
    const PdfFile file(pdf_of(sheet_of({Passage{{}, text}})));
    EXPECT_LT(std::chrono::steady_clock::now() - begun, std::chrono::seconds(5));
    EXPECT_EQ(squeezed(file.text()).find("\xEF\xBF\xBD"), std::string::npos);
    EXPECT_GT(file.pages(), 8);
  }
}

TEST(Pdf, RefusesWhatWouldNotEnd) {
  const auto refused = write_pdf(sheet_of({Passage{{}, std::string(limits::kSheetTextBytesMax + 1, 'a')}}));
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::too_large);
  const auto pages = write_pdf(sheet_of({Passage{{}, std::string(60'000, '\n')}}));
  ASSERT_FALSE(pages);
  EXPECT_EQ(pages.error().code, ErrorCode::too_large);
}

TEST(Pdf, SurvivesBrokenText) {
  const PdfFile file(
      pdf_of(sheet_of({Passage{{}, "a\xFF b\x01\x7f c\r\nd\te"}, Fields{{{"", {"L", ""}, "\xC3", 12}}}})));
  EXPECT_TRUE(file.sound());
  EXPECT_NE(squeezed(file.text()).find("a�bcde"), std::string::npos) << file.text();
}

}  // namespace
}  // namespace dossier::publish
