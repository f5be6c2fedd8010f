#include "base/trace_notes.h"

#include <gtest/gtest.h>

namespace dossier {
namespace {

TEST(TraceNotes, what_was_said_of_a_trace_is_found_by_its_id) {
  TraceNotes notes;
  notes.note("a", {false, "vendor=1"});
  EXPECT_FALSE(notes.find("a").sampled);
  EXPECT_EQ(notes.find("a").state, "vendor=1");
  EXPECT_TRUE(notes.find("b").sampled);
  notes.note("a", {true, ""});
  EXPECT_TRUE(notes.find("a").sampled) << "the last word counts";
}

TEST(TraceNotes, what_would_break_a_header_or_is_too_long_is_left_out) {
  TraceNotes notes;
  notes.note("a", {false, "x=1\r\nAuthorization: y"});
  notes.note("b", {true, std::string(TraceNotes::kStateBytesMax + 1, 'x')});
  EXPECT_EQ(notes.find("a").state, "");
  EXPECT_FALSE(notes.find("a").sampled);
  EXPECT_EQ(notes.find("b").state, "");
}

TEST(TraceNotes, there_are_never_more_than_the_most_and_the_oldest_goes) {
  TraceNotes notes;
  for (std::size_t i = 0; i <= TraceNotes::kNotesMax; ++i) notes.note(std::to_string(i), {false, ""});
  EXPECT_TRUE(notes.find("0").sampled);
  EXPECT_FALSE(notes.find("1").sampled);
}

}  // namespace
}  // namespace dossier
