#include "extract/extractor.h"

#include "extract/test_support.h"
#include "extract/tiny_pdf.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <cstdlib>

// What comes of files, the whole way through real worker processes: words, and the names of what is no readable file.
namespace dossier::extract {
namespace {

using testing_support::all_text;
using testing_support::good_file;
using testing_support::read;

TEST(Extractor, gives_words_with_their_boxes_from_the_top_left) {
  Extraction got =
      read(TinyPdf().page(text_at(72, 700, "Capital Calls", 10, "F2") + text_at(72, 680, "$5,000,000")).file());
  ASSERT_EQ(got.end, End::completed) << got.message;
  EXPECT_TRUE(got.whole());
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

// ---- files that are none ----

TEST(Extractor, names_what_is_no_pdf_and_says_what_to_do) {
  Extraction page = read(TinyPdf::write_temporary("<!DOCTYPE html><html><body>Please log in</body></html>"));
  EXPECT_EQ(page.end, End::not_a_pdf);
  EXPECT_NE(page.message.find("web page"), std::string::npos) << page.message;
  Extraction office = read(TinyPdf::write_temporary("PK\x03\x04 word/document.xml"));
  EXPECT_EQ(office.end, End::not_a_pdf);
  EXPECT_NE(office.message.find("Office"), std::string::npos) << office.message;
  EXPECT_EQ(read(TinyPdf::write_temporary("")).end, End::not_a_pdf);
  EXPECT_EQ(read(TinyPdf::write_temporary("hello")).end, End::not_a_pdf);
  EXPECT_EQ(read("/tmp").end, End::not_a_pdf);
}

TEST(Extractor, says_that_there_is_no_such_file) {
  Extractor extractor({});
  auto result = extractor.read({}, std::filesystem::path("/no/such/file.pdf"), "");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::not_found);
}

TEST(Extractor, accepts_a_header_that_does_not_stand_at_the_very_beginning) {
  std::string bytes = TinyPdf().page(text_at(72, 700, "late")).bytes();
  EXPECT_EQ(all_text(read(TinyPdf::write_temporary(std::string(900, '\n') + bytes))), "late");
  EXPECT_EQ(read(TinyPdf::write_temporary(std::string(1'100, '\n') + bytes)).end, End::not_a_pdf);
}

TEST(Extractor, names_a_file_without_pages) {
  EXPECT_EQ(read(TinyPdf().file()).end, End::no_pages);
}

TEST(Extractor, refuses_a_file_with_more_pages_than_the_limit) {
  TinyPdf pdf;
  for (int i = 0; i < limits::kPagesMax + 1; ++i) pdf.page("");
  Extraction got = read(pdf.file());
  EXPECT_EQ(got.end, End::too_many_pages);
  EXPECT_NE(got.message.find("2001"), std::string::npos) << got.message;
  EXPECT_TRUE(got.text.pages.empty());
}

TEST(Extractor, reads_a_file_with_as_many_pages_as_the_limit) {
  TinyPdf pdf;
  for (int i = 0; i < limits::kPagesMax; ++i) pdf.page("");
  Extraction got = read(pdf.file());
  EXPECT_EQ(got.end, End::completed) << got.message;
  EXPECT_EQ(got.text.pages.size(), static_cast<std::size_t>(limits::kPagesMax));
}

TEST(Extractor, calls_a_file_damaged_when_nothing_of_it_can_be_read) {
  TinyPdf pdf;
  int broken = pdf.object(TinyPdf::stream("/Filter /FlateDecode", "this is not deflated"));
  std::string bytes = pdf.page("", fmt::format("/Contents {} 0 R", broken)).bytes();
  Extraction got = read(TinyPdf::write_temporary(bytes.substr(0, bytes.find("xref"))));
  EXPECT_EQ(got.end, End::damaged) << got.message;
}

// Cut anywhere, a file ends by name; what can still be read of it is given, and marked as incomplete.
TEST(Extractor, gives_what_is_left_of_a_truncated_file_and_never_calls_it_whole) {
  TinyPdf pdf;
  for (int i = 1; i <= 5; ++i) pdf.page(text_at(72, 700, fmt::format("page{}", i)));
  std::string bytes = pdf.bytes();
  int with_pages = 0;
  for (int tenth = 1; tenth <= 9; ++tenth) {
    Extraction got =
        read(TinyPdf::write_temporary(bytes.substr(0, bytes.size() * static_cast<std::size_t>(tenth) / 10)));
    bool named = got.end == End::completed || got.end == End::damaged || got.end == End::no_pages;
    EXPECT_TRUE(named) << tenth << " tenths: " << name_of(got.end);
    EXPECT_FALSE(got.whole()) << tenth << " tenths";
    if (!all_text(got).empty()) ++with_pages;
  }
  EXPECT_GE(with_pages, 2);
}

// ---- passwords ----

class Encrypted : public ::testing::Test {
 protected:
  std::string encrypt(const std::string& user, const std::string& bits) {
    std::string plain = good_file(), locked = plain + ".locked.pdf";
    std::string weak = bits == "40" ? "--allow-weak-crypto" : "";
    std::string command = fmt::format("qpdf {} --encrypt '{}' owner {} -- {} {}", weak, user, bits, plain, locked);
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    return locked;
  }
};

TEST_F(Encrypted, file_asks_for_its_password_and_opens_with_it) {
  for (const char* bits : {"40", "256"}) {
    std::string file = encrypt("geheim", bits);
    EXPECT_EQ(read(file).end, End::password_required);
    EXPECT_EQ(read(file, "falsch").end, End::wrong_password);
    Extraction got = read(file, "geheim");
    EXPECT_EQ(got.end, End::completed) << got.message;
    EXPECT_TRUE(got.text.encrypted);
    EXPECT_EQ(all_text(got), "good");
    EXPECT_EQ(all_text(read(file, "owner")), "good");
  }
}

TEST_F(Encrypted, file_with_an_empty_password_just_opens) {
  Extraction got = read(encrypt("", "256"));
  EXPECT_EQ(all_text(got), "good");
  EXPECT_TRUE(got.text.encrypted);
}

}  // namespace
}  // namespace dossier::extract
