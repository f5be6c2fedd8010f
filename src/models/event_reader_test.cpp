#include "models/event_reader.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <vector>

namespace dossier::models {
namespace {

std::vector<std::string> read(const std::vector<std::string>& pieces) {
  std::vector<std::string> seen;
  EventReader reader([&](std::string_view data) { seen.emplace_back(data); });
  for (const std::string& piece : pieces) reader.take(piece);
  reader.end();
  return seen;
}

TEST(EventReader, hands_on_data_and_skips_comments_and_other_fields) {
  EXPECT_EQ(read({": keep alive\n\nevent: x\ndata: one\n\ndata:two\r\n\r\ndata: a\ndata: b\n\n"}),
            (std::vector<std::string>{"one", "two", "a\nb"}));
}

TEST(EventReader, an_event_without_its_empty_line_counts_at_the_end) {
  EXPECT_EQ(read({"data: one\n\ndata: two"}), (std::vector<std::string>{"one", "two"}));
}

RC_GTEST_PROP(EventReaderProperty, the_same_events_come_however_the_bytes_are_cut, ()) {
  const std::string whole =
      "data: one\r\n\r\n: c\n\ndata: {\"x\":\"\xC3\xA9\"}\n\ndata: a\ndata: b\n\ndata: [DONE]\n\n";
  std::vector<std::string> pieces;
  for (std::size_t at = 0; at < whole.size();) {
    const auto size = *rc::gen::inRange<std::size_t>(1, 9);
    pieces.push_back(whole.substr(at, size));
    at += size;
  }
  RC_ASSERT(read(pieces) == read({whole}));
}

}  // namespace
}  // namespace dossier::models
