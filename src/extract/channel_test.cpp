#include "extract/channel.h"

#include "base/limits.h"

#include <fcntl.h>
#include <gtest/gtest.h>
#include <sys/eventfd.h>
#include <sys/socket.h>
#include <unistd.h>

namespace dossier::extract {
namespace {

using namespace std::chrono_literals;

class ChannelTest : public ::testing::Test {
 protected:
  ChannelTest() {
    int ends[2];
    EXPECT_EQ(socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends), 0);
    left.emplace(Descriptor(ends[0]));
    right.emplace(Descriptor(ends[1]));
  }
  static Deadline soon() { return Deadline::after(2s); }

  std::optional<Channel> left, right;
};

TEST_F(ChannelTest, carries_frames_in_order) {
  ASSERT_TRUE(left->send(FrameKind::opened, "one", -1, soon()));
  ASSERT_TRUE(left->send(FrameKind::page, "", -1, soon()));
  auto first = right->receive(soon());
  auto second = right->receive(soon());
  ASSERT_TRUE(first && second);
  EXPECT_EQ(first->kind, FrameKind::opened);
  EXPECT_EQ(first->payload, "one");
  EXPECT_EQ(second->payload, "");
  EXPECT_FALSE(first->file);
}

TEST_F(ChannelTest, hands_over_an_open_file) {
  Descriptor file(open("/proc/self/cmdline", O_RDONLY));
  ASSERT_TRUE(left->send(FrameKind::read, "request", file.number(), soon()));
  file.reset();
  auto frame = right->receive(soon());
  ASSERT_TRUE(frame);
  ASSERT_TRUE(frame->file);
  char byte = 0;
  EXPECT_EQ(read(frame->file.number(), &byte, 1), 1);
}

TEST_F(ChannelTest, says_when_the_other_side_is_gone_or_silent_or_the_wait_was_called_off) {
  auto silent = right->receive(Deadline::after(5ms));
  EXPECT_EQ(silent.error().code, ErrorCode::deadline_exceeded);
  Descriptor interrupt(eventfd(1, EFD_CLOEXEC));
  EXPECT_EQ(right->receive(soon(), interrupt.number()).error().code, ErrorCode::cancelled);
  left.reset();
  EXPECT_EQ(right->receive(soon()).error().code, ErrorCode::unavailable);
  EXPECT_EQ(right->send(FrameKind::end, "x", -1, soon()).error().code, ErrorCode::unavailable);
}

TEST_F(ChannelTest, refuses_a_frame_beyond_the_limit_before_making_room_for_it) {
  unsigned char header[8] = {0xFF, 0xFF, 0xFF, 0xFF, 4, 0, 0, 0};
  ASSERT_EQ(write(left->number(), header, sizeof header), 8);
  EXPECT_EQ(right->receive(soon()).error().code, ErrorCode::unreadable);
}

TEST_F(ChannelTest, refuses_a_kind_it_does_not_know) {
  unsigned char header[8] = {0, 0, 0, 0, 99, 0, 0, 0};
  ASSERT_EQ(write(left->number(), header, sizeof header), 8);
  EXPECT_EQ(right->receive(soon()).error().code, ErrorCode::unreadable);
}

}  // namespace
}  // namespace dossier::extract
