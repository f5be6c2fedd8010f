#include "extract/extractor.h"
#include "extract/test_support.h"
#include "extract/tiny_pdf.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

// Files that attack: pages without end, too slow, too large, drawing themselves.
namespace dossier::extract {
namespace {

using namespace std::chrono_literals;
using testing_support::all_text;
using testing_support::good_file;
using testing_support::hasty;
using testing_support::page_bomb;
using testing_support::read;

// One content stream of a megabyte, named 2,000 times by the page.
std::string endless_page(const std::string& beginning, const std::string& repeated) {
  TinyPdf pdf;
  std::string data;
  while (data.size() < 1'000'000) data += repeated;
  int first = pdf.object(TinyPdf::stream("", beginning));
  int number = pdf.object(TinyPdf::stream("", data));
  std::string contents = fmt::format("/Contents [{} 0 R ", first);
  for (int i = 0; i < 2'000; ++i) contents += fmt::format("{} 0 R ", number);
  return pdf.page("", contents + "]").file();
}

TEST(Extractor, gives_up_a_page_that_never_ends_and_reads_the_others) {
  Extractor extractor(hasty());
  TinyPdf pdf;
  pdf.page(text_at(72, 700, "first"));
  page_bomb(pdf);
  pdf.page(text_at(72, 700, "third"));
  Extraction got = read(extractor, pdf.file());
  EXPECT_EQ(got.end, End::page_timeout);
  EXPECT_NE(got.message.find("page 2"), std::string::npos) << got.message;
  ASSERT_EQ(got.text.pages.size(), 3u);
  EXPECT_EQ(all_text(got), "first third");
  EXPECT_TRUE(got.text.pages[0].trouble.empty());
  EXPECT_EQ(got.text.pages[1].number, 2);
  EXPECT_FALSE(got.text.pages[1].trouble.empty());
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, gives_up_a_content_stream_without_end) {
  Extractor extractor(hasty());
  EXPECT_EQ(read(extractor, endless_page("", "0 0 m 1 1 l S\n")).end, End::page_timeout);
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, gives_up_a_file_whose_pages_are_all_slow) {
  ExtractorOptions options;
  options.patience = {400ms, 1'400ms};  // room to start a worker on a busy machine
  Extractor extractor(options);
  TinyPdf pdf;
  for (int i = 0; i < 4; ++i) page_bomb(pdf);
  Extraction got = read(extractor, pdf.file());
  EXPECT_EQ(got.end, End::page_timeout) << "the first loss names the end";
  EXPECT_LT(got.text.pages.size(), 4u);
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, gives_up_a_file_that_takes_too_long_as_a_whole) {
  ExtractorOptions options;
  options.patience = {5s, 300ms};
  Extractor extractor(options);
  TinyPdf pdf;
  pdf.page(text_at(72, 700, "first"));
  Extraction got = read(extractor, page_bomb(pdf));
  EXPECT_EQ(got.end, End::file_timeout);
  EXPECT_EQ(all_text(got), "first");
}

TEST(Extractor, names_a_file_that_wants_too_much_memory) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
  GTEST_SKIP() << "the sanitizer has an allocator and an address space of its own";
#endif
#endif
  ExtractorOptions options;
  options.patience = {60s, 120s};  // a busy machine gives a worker little time
  Extractor extractor(options);
  Extraction got = read(extractor, endless_page("[", "[]<<>>"));
  EXPECT_EQ(got.end, End::memory_limit) << got.message;
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, survives_a_form_that_draws_itself) {
  TinyPdf pdf;
  int next = 5;
  pdf.object(
      TinyPdf::stream(fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X {} "
                                  "0 R >> >>",
                                  next),
                      "/X Do"));
  Extraction got = read(pdf.page("/X Do " + text_at(72, 700, "after"), "", "/XObject << /X 5 0 R >>").file());
  EXPECT_EQ(got.end, End::completed) << got.message;
  EXPECT_EQ(all_text(got), "after");
}

}  // namespace
}  // namespace dossier::extract
