#include "net/loops.h"

#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <gtest/gtest.h>

#include <functional>
#include <future>
#include <thread>

namespace dossier::net {
namespace {

using namespace std::chrono_literals;

class GatheringLoop : public ::testing::Test {
 protected:
  void post(std::function<void()> work) { boost::asio::post(loops_.executor(0), std::move(work)); }
  // How long the loop takes to come to what is posted.
  std::chrono::nanoseconds wait() {
    std::promise<void> reached;
    const auto began = system_clock().steady();
    post([&] { reached.set_value(); });
    reached.get_future().wait();
    return system_clock().steady() - began;
  }

  Metrics metrics_;
  Loops loops_{1, metrics_};
};

TEST_F(GatheringLoop, does_everything_it_is_given) {
  for (int i = 0; i < 50; ++i) {
    post([] { Loops::gather(); });
    EXPECT_LT(wait(), 500ms);
  }
}

TEST_F(GatheringLoop, lets_what_comes_in_wait_for_more) {
  std::chrono::nanoseconds waited{};
  for (int i = 0; i < 20; ++i) {
    post([] { Loops::gather(); });
    std::this_thread::sleep_for(100us);  // so that the loop has turned to waiting again
    waited += wait();
  }
  EXPECT_GT(waited, 3ms);  // some 8 ms: half of 0.8 ms each
}

TEST_F(GatheringLoop, keeps_its_timers) {
  std::promise<void> reached;
  const auto began = system_clock().steady();
  boost::asio::steady_timer timer(loops_.executor(0), 10ms);
  timer.async_wait([&](const auto&) { reached.set_value(); });
  post([] { Loops::gather(); });
  reached.get_future().wait();
  EXPECT_GE(system_clock().steady() - began, 10ms);
  EXPECT_LT(system_clock().steady() - began, 500ms);
}

TEST_F(GatheringLoop, ends_with_its_loops) {
  post([] { Loops::gather(); });
  wait();
}

TEST(Loops, gather_nothing_on_other_threads) {
  Loops::gather();
}

}  // namespace
}  // namespace dossier::net
