#include "extract/page_codec.h"

#include "extract/messages.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::extract {
namespace {

reading::Page sample() {
  reading::Page page;
  page.number = 3;
  page.width = 595.28;
  page.height = 841.89;
  page.rotation = 90;
  page.image_share = 0.25;
  page.trouble = "parts are missing";
  page.words.push_back({.text = "Gr\u00FCn", .box = {1.25, 2.5, 30.01, 12}, .font_size = 9.5f, .bold = true});
  page.words.push_back({.text = "x", .box = {-5, -2, 0, 0}, .font_size = 0.5f, .hidden = true, .turned_degrees = 270});
  page.rules.push_back({{10, 20, 30, 20.5}, true});
  page.rules.push_back({{10, 20, 10.5, 90}, false});
  page.fills.push_back({{0, 0, 100, 20}, 0x1F3864});
  return page;
}

TEST(PageCodec, gives_back_what_it_was_given) {
  reading::Page page = sample();
  auto back = decode_page(encode_page(page));
  ASSERT_TRUE(back) << back.error().text();
  EXPECT_EQ(encode_page(*back), encode_page(page));
  EXPECT_EQ(back->words[0].text, page.words[0].text);
  EXPECT_EQ(back->words[0].box, page.words[0].box);
  EXPECT_EQ(back->words[1].turned_degrees, 270);
  EXPECT_TRUE(back->words[1].hidden);
  EXPECT_EQ(back->rules[1].box, page.rules[1].box);
  EXPECT_EQ(back->fills[0].colour, 0x1F3864u);
  EXPECT_EQ(back->trouble, page.trouble);
  EXPECT_EQ(back->width, page.width);
}

TEST(PageCodec, refuses_bytes_that_stop_short_or_go_on) {
  std::string bytes = encode_page(sample());
  for (std::size_t size = 0; size < bytes.size(); ++size) EXPECT_FALSE(decode_page(bytes.substr(0, size))) << size;
  EXPECT_FALSE(decode_page(bytes + "x"));
}

TEST(PageCodec, refuses_text_that_is_no_utf8_and_boxes_that_are_inside_out) {
  reading::Page page = sample();
  page.words[0].text = "\xC3\x28";
  EXPECT_FALSE(decode_page(encode_page(page)));
  page = sample();
  page.words[0].text.clear();
  EXPECT_FALSE(decode_page(encode_page(page)));
  page = sample();
  std::swap(page.rules[0].box.x0, page.rules[0].box.x1);
  EXPECT_FALSE(decode_page(encode_page(page)));
}

TEST(PageCodec, writes_a_coordinate_that_is_no_number_as_nought) {
  reading::Page page = sample();
  page.fills[0].box = {0, 0, std::numeric_limits<double>::quiet_NaN(), 0};
  EXPECT_TRUE(decode_page(encode_page(page)));
}

// A worker that was taken over by its file sends what it likes.
RC_GTEST_PROP(PageCodec, bears_any_change_to_its_bytes, ()) {
  std::string bytes = encode_page(sample());
  for (int i = *rc::gen::inRange(1, 8); i > 0; --i) {
    bytes[*rc::gen::inRange<std::size_t>(0, bytes.size())] = *rc::gen::arbitrary<char>();
  }
  auto page = decode_page(bytes);
  if (page) RC_ASSERT(decode_page(encode_page(*page)).has_value());
}

TEST(Utf8, is_recognised) {
  EXPECT_TRUE(valid_utf8("plain, Gr\u00FCn, \u20B9, \U0001F600"));
  EXPECT_FALSE(valid_utf8("\xE0\x80\xAF"));      // overlong
  EXPECT_FALSE(valid_utf8("\xF0\x80\x80\xAF"));  // overlong
  EXPECT_FALSE(valid_utf8("\xC0\xAF"));          // overlong
  EXPECT_FALSE(valid_utf8("\xED\xA0\x80"));      // surrogate
  EXPECT_FALSE(valid_utf8("\xF4\x90\x80\x80"));  // beyond Unicode
  EXPECT_FALSE(valid_utf8("cut \xE2\x82"));
  EXPECT_FALSE(valid_utf8("\x80"));
}

TEST(Messages, give_back_what_they_were_given) {
  auto request = decode_read_request(encode(ReadRequest{7, "geheim"}));
  ASSERT_TRUE(request);
  EXPECT_EQ(request->first_page, 7);
  EXPECT_EQ(request->password, "geheim");
  auto opened = decode_opened(encode(Opened{12, true, false, "Report"}));
  ASSERT_TRUE(opened);
  EXPECT_EQ(opened->pages, 12);
  EXPECT_TRUE(opened->encrypted);
  EXPECT_EQ(opened->title, "Report");
  auto ended = decode_ended(encode(Ended{End::wrong_password, "no"}));
  ASSERT_TRUE(ended);
  EXPECT_EQ(ended->end, End::wrong_password);
}

TEST(Messages, refuse_what_they_could_not_have_sent) {
  EXPECT_FALSE(decode_read_request(encode(ReadRequest{0, ""})));
  EXPECT_FALSE(decode_opened(encode(Opened{0, false, false, ""})));
  EXPECT_FALSE(decode_opened(encode(Opened{2'001, false, false, ""})));
  EXPECT_FALSE(decode_ended("nonsense"));
}

TEST(End, has_a_name_that_leads_back_to_it) {
  for (int i = 0; i <= static_cast<int>(End::could_not_start); ++i) {
    auto end = static_cast<End>(i);
    EXPECT_EQ(end_named(name_of(end)), end);
  }
  EXPECT_FALSE(end_named("fine"));
}

}  // namespace
}  // namespace dossier::extract
