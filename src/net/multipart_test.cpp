#include "net/multipart.h"

#include "net/incoming.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace dossier::net {
namespace {

// What a form held, as it was told.
struct Told final : MultipartSink {
  struct Part {
    PartHead head;
    std::string data;
    bool ended = false;
  };
  std::vector<Part> parts;

  Result<void> part_begins(PartHead head) override {
    parts.push_back({std::move(head), {}});
    return {};
  }
  Result<void> part_data(std::string_view data) override {
    parts.back().data += data;
    return {};
  }
  Result<void> part_ends() override {
    parts.back().ended = true;
    return {};
  }
};

Result<Told> parse(std::string_view body, std::size_t piece = std::string::npos, std::string_view boundary = "XX") {
  Told told;
  MultipartParser parser(boundary, told);
  while (!body.empty()) {
    TRY_DO(parser.feed(body.substr(0, piece)));
    body.remove_prefix(std::min(piece, body.size()));
  }
  TRY_DO(parser.finish());
  return told;
}

constexpr std::string_view kForm =
    "preamble\r\n--XX\r\nContent-Disposition: form-data; name=\"fund_id\"\r\n\r\n7\r\n"
    "--XX  \r\nContent-Disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\" %22c%22.pdf\"\r\nContent-Type: "
    "application/pdf\r\n\r\n"
    "data\r\n--X\r\n--XY\r\n\r\n--XX\r\nContent-Disposition: form-data; name=empty\r\n\r\n\r\n--XX--\r\nepilogue";

TEST(Multipart, gives_the_same_parts_however_the_body_is_cut) {
  for (std::size_t piece = 1; piece < 90; ++piece) {
    auto told = parse(kForm, piece);
    ASSERT_TRUE(told) << told.error().text();
    ASSERT_EQ(told->parts.size(), 3u) << piece;
    EXPECT_EQ(told->parts[0].head.name, "fund_id");
    EXPECT_FALSE(told->parts[0].head.file_name);
    EXPECT_EQ(told->parts[0].data, "7");
    EXPECT_EQ(told->parts[1].head.file_name, "a \"b\" \"c\".pdf");
    EXPECT_EQ(told->parts[1].head.content_type, "application/pdf");
    EXPECT_EQ(told->parts[1].data, "data\r\n--X\r\n--XY\r\n") << piece;
    EXPECT_EQ(told->parts[2].head.name, "empty");
    EXPECT_EQ(told->parts[2].data, "");
    EXPECT_TRUE(told->parts[2].ended);
  }
}

RC_GTEST_PROP(Multipart, brings_back_any_bytes, ()) {
  const auto data = *rc::gen::container<std::string>(rc::gen::elementOf(std::string("\r\n-Xab\0\xFF", 8)));
  RC_PRE(data.find("\r\n--XX") == std::string::npos && !data.starts_with("--XX"));
  const std::string body =
      "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"f\"\r\n\r\n" + data + "\r\n--XX--";
  auto told = parse(body, *rc::gen::inRange<std::size_t>(1, 40));
  RC_ASSERT(told.has_value());
  RC_ASSERT(told->parts.size() == 1u);
  RC_ASSERT(told->parts[0].data == data);
}

TEST(Multipart, reads_names_in_other_scripts) {
  auto told = parse(
      "--XX\r\nContent-Disposition: form-data; name=\"f\"; filename=\"x\"; "
      "filename*=UTF-8''%E0%A4%85.pdf\r\n\r\n\r\n--XX--");
  ASSERT_TRUE(told);
  EXPECT_EQ(told->parts[0].head.file_name, "\xE0\xA4\x85.pdf");
}

TEST(Multipart, says_what_is_malformed) {
  EXPECT_EQ(parse("--XX\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\nabc").error().message,
            "the form is malformed: it ends before its last boundary");
  EXPECT_EQ(parse("--XX\r\nContent-Type: text/plain\r\n\r\nabc\r\n--XX--").error().message,
            "the form is malformed: a part has no name");
  EXPECT_EQ(parse("--XXjunk\r\n\r\n").error().message,
            "the form is malformed: a boundary is followed by something else");
  EXPECT_EQ(parse(std::string(20'000, 'x')).error().message, "the form is malformed: its boundary is not found");
  EXPECT_EQ(parse("--XX\r\nA: " + std::string(20'000, 'x')).error().message,
            "the form is malformed: a part's header is too long");
  std::string many;
  for (int i = 0; i < 101; ++i) many += "--XX\r\nContent-Disposition: form-data; name=\"f\"\r\n\r\n1\r\n";
  EXPECT_EQ(parse(many).error().message, "the form is malformed: it has more than 100 parts");
}

TEST(Multipart, finds_the_boundary_in_the_content_type) {
  EXPECT_EQ(multipart_boundary("multipart/form-data; boundary=abc"), "abc");
  EXPECT_EQ(multipart_boundary("Multipart/Form-Data; charset=utf-8; boundary=\"a b;c\""), "a b;c");
  EXPECT_FALSE(multipart_boundary("multipart/form-data"));
  EXPECT_FALSE(multipart_boundary("multipart/mixed; boundary=abc"));
  EXPECT_FALSE(multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'x')));
}

TEST(FileName, loses_folders_control_characters_and_broken_text) {
  EXPECT_EQ(harmless_file_name("../../etc/passwd"), "passwd");
  EXPECT_EQ(harmless_file_name("C:\\Users\\me\\report.pdf"), "report.pdf");
  EXPECT_EQ(harmless_file_name("a\r\nb\0c.pdf"), "ab");
  EXPECT_EQ(harmless_file_name("\xFF.pdf"), "\xEF\xBF\xBD.pdf");
  for (const char* nothing : {"", "..", ".", "a/..", "/", "   "})
    EXPECT_EQ(harmless_file_name(nothing), "unnamed") << nothing;
}

TEST(FileName, is_cut_in_its_middle_between_characters) {
  std::string given;
  for (int i = 0; i < 200; ++i) given += "\xE0\xA4\x85";
  const std::string name = harmless_file_name(given + ".pdf");
  EXPECT_LE(name.size(), 255u);
  EXPECT_TRUE(name.ends_with("\xE0\xA4\x85.pdf"));
}

}  // namespace
}  // namespace dossier::net
