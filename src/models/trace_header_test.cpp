#include "models/trace_header.h"

#include <gtest/gtest.h>

namespace dossier::models {
namespace {

constexpr std::string_view kTrace = "4bf92f3577b34da6a3ce929d0e0e4736";

TEST(TraceHeader, each_call_is_a_span_of_its_own_in_the_requests_trace) {
  const std::string one = traceparent_of(kTrace, true), other = traceparent_of(kTrace, true);
  EXPECT_EQ(one.size(), 55u);
  EXPECT_EQ(one.substr(0, 36), "00-" + std::string(kTrace) + "-");
  EXPECT_EQ(one.substr(52), "-01");
  EXPECT_NE(one.substr(36, 16), other.substr(36, 16));
  EXPECT_EQ(one.substr(36, 16).find_first_not_of("0123456789abcdef"), std::string::npos);
  EXPECT_NE(one.substr(36, 16), std::string(16, '0'));
}

TEST(TraceHeader, what_its_beginner_does_not_record_is_not_asked_to_be_recorded) {
  EXPECT_EQ(traceparent_of(kTrace, false).substr(52), "-00");
}

TEST(TraceHeader, without_a_trace_there_is_none) {
  EXPECT_EQ(traceparent_of("", true), "");
  EXPECT_EQ(traceparent_of("housekeeping", true), "");
}

}  // namespace
}  // namespace dossier::models
