#include "net/server_fixture.h"

namespace dossier::net {
namespace {

using namespace std::chrono_literals;

class DoorTest : public testing::Test {
 protected:
  Door make(DoorOptions options) {
    return Door(
        options, {&stuck.pool}, [this] { return memory; }, metrics);
  }

  std::uint64_t memory = 0;
  Metrics metrics;
  StuckPool stuck{{.name = "stuck", .threads = 1, .queue_max = 4}};
};

TEST_F(DoorTest, people_are_refused_only_when_what_they_need_is_full) {
  Door door = make({});
  for (int i = 0; i < 3; ++i) stuck.add();
  EXPECT_TRUE(door.admit(Lane::people, &stuck.pool));
  stuck.add();
  const Result<Door::Place> refused = door.admit(Lane::people, &stuck.pool);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::over_capacity);
  EXPECT_TRUE(door.admit(Lane::people, nullptr));
  EXPECT_TRUE(door.admit(Lane::vital, &stuck.pool));
}

TEST_F(DoorTest, ingest_gives_way_when_any_queue_is_half_used_up) {
  Door door = make({});
  stuck.add();
  EXPECT_TRUE(door.admit(Lane::ingest, nullptr));
  stuck.add();
  EXPECT_FALSE(door.admit(Lane::ingest, nullptr));
  EXPECT_TRUE(door.admit(Lane::people, &stuck.pool));
}

TEST_F(DoorTest, whoever_is_refused_is_told_how_long_the_queue_takes) {
  StuckPool slow({.name = "slow", .threads = 1, .queue_max = 2'000});
  Door door(
      {}, {&slow.pool}, [this] { return memory; }, metrics);
  const SteadyTime began = system_clock().steady();
  for (int i = 0; i < 20; ++i) slow.add();
  door.look_at_queues(began);
  EXPECT_EQ(door.come_again(Lane::people, &slow.pool), 1s) << "nothing has ended yet";
  slow.release();
  ASSERT_TRUE(eventually([&] { return slow.pool.counters().finished == 21; }));
  slow.hold();
  for (int i = 0; i < 43; ++i) slow.add();
  ASSERT_TRUE(eventually([&] { return slow.pool.counters().waiting == 42; }));  // one is being worked on
  door.look_at_queues(began + 1s);  // 21 in a second: 42 wait for two
  EXPECT_EQ(door.come_again(Lane::people, &slow.pool), 2s);
  EXPECT_EQ(door.come_again(Lane::ingest, nullptr), 2s) << "uploads wait for the longest queue";
  EXPECT_EQ(door.come_again(Lane::people, nullptr), 1s);
  for (int i = 0; i < 1'500; ++i) slow.add();
  EXPECT_EQ(door.come_again(Lane::people, &slow.pool), 30s);
}

TEST_F(DoorTest, uploads_are_told_how_long_the_backlog_takes_to_make_room) {
  Door door = make({.backlog_max = 100});
  const SteadyTime began = system_clock().steady();
  door.note_backlog(200, began);
  EXPECT_EQ(door.come_again(Lane::ingest, nullptr), 30s) << "nothing of it has been done yet";
  for (int i = 1; i <= 8; ++i) door.note_backlog(200 - 10 * static_cast<std::size_t>(i), began + i * 1s);
  EXPECT_EQ(door.come_again(Lane::ingest, nullptr), 3s);  // 21 too many, ten are done in a second
  EXPECT_EQ(door.come_again(Lane::people, nullptr), 1s);
}

TEST_F(DoorTest, memory_stops_ingest_first_then_people_and_never_health) {
  Door door = make({.ingest_memory_bytes = 100, .memory_bytes = 200});
  const auto admitted = [&] {
    door.look_at_memory();
    return std::vector<bool>{door.admit(Lane::vital, nullptr).has_value(),
                             door.admit(Lane::people, nullptr).has_value(),
                             door.admit(Lane::ingest, nullptr).has_value()};
  };
  memory = 99;
  EXPECT_EQ(admitted(), (std::vector<bool>{true, true, true}));
  memory = 100;
  EXPECT_EQ(admitted(), (std::vector<bool>{true, true, false}));
  memory = 200;
  EXPECT_EQ(admitted(), (std::vector<bool>{true, false, false}));
  memory = 50;
  EXPECT_EQ(admitted(), (std::vector<bool>{true, true, true}));
}

TEST_F(DoorTest, so_many_uploads_have_a_place_and_give_it_back) {
  Door door = make({.uploads_max = 2});
  Result<Door::Place> first = door.admit(Lane::ingest, nullptr);
  {
    const Result<Door::Place> second = door.admit(Lane::ingest, nullptr);
    EXPECT_FALSE(door.admit(Lane::ingest, nullptr));
    EXPECT_EQ(door.counters().ingest, 2u);
  }
  EXPECT_TRUE(door.admit(Lane::ingest, nullptr));
  EXPECT_EQ(door.counters().ingest, 1u);
}

TEST_F(DoorTest, ingest_waits_until_what_was_accepted_before_is_done) {
  Door door = make({.backlog_max = 100});
  door.note_backlog(99);
  EXPECT_TRUE(door.admit(Lane::ingest, nullptr));
  door.note_backlog(100);
  EXPECT_FALSE(door.admit(Lane::ingest, nullptr));
  EXPECT_TRUE(door.admit(Lane::people, nullptr));
}

TEST(PoolQueue, is_full_once_its_first_has_waited_too_long) {
  StuckPool stuck({.name = "slow", .threads = 1, .queue_max = 100, .queue_time_max = 20ms});
  stuck.add();
  EXPECT_FALSE(stuck.pool.full());
  while (stuck.pool.counters().oldest_wait < 10ms) std::this_thread::yield();
  EXPECT_TRUE(stuck.pool.strained());
  while (stuck.pool.counters().oldest_wait < 20ms) std::this_thread::yield();
  EXPECT_TRUE(stuck.pool.full());
}

TEST(PoolQueue, keeps_its_last_places_for_work_accepted_earlier) {
  StuckPool stuck({.name = "reserve", .threads = 1, .queue_max = 3, .reserve = 1});
  stuck.add();
  EXPECT_FALSE(stuck.pool.full());
  stuck.add();
  EXPECT_TRUE(stuck.pool.full());
  stuck.add();
  const Result<void> refused = stuck.pool.post([](async::Turn) {});
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().code, ErrorCode::over_capacity);
  EXPECT_EQ(stuck.pool.counters().refused, 1u);
}

TEST(PoolQueue, tells_how_long_each_piece_waited) {
  std::atomic<std::int64_t> longest{0};
  {
    async::Pool pool({.name = "told", .threads = 1, .queue_max = 4, .on_turn = [&](std::chrono::nanoseconds waited) {
                        longest.store(std::max(longest.load(), waited.count()));
                      }});
    std::atomic<bool> go{false};
    pool.post([&](async::Turn) {
          while (!go) std::this_thread::yield();
        })
        .value();
    pool.post([](async::Turn) {}).value();
    while (pool.counters().oldest_wait < 5ms) std::this_thread::yield();
    go = true;
    while (pool.counters().finished < 2) std::this_thread::yield();
  }
  EXPECT_GE(longest.load(), std::chrono::nanoseconds(5ms).count());
}

}  // namespace
}  // namespace dossier::net
