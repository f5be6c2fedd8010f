#include "extract/extractor.h"
#include "extract/test_support.h"
#include "extract/tiny_pdf.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <fcntl.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <future>
#include <thread>

// Many files at once, deadlines and calling off, from threads and from a loop.
namespace dossier::extract {
namespace {

using namespace std::chrono_literals;
using testing_support::all_text;
using testing_support::good_file;
using testing_support::hasty;
using testing_support::page_bomb;
using testing_support::read;

TEST(Extractor, lets_a_good_file_pass_while_another_hangs) {
  ExtractorOptions options;
  options.workers = 2;
  options.patience = {700ms, 2s};
  Extractor extractor(options);
  TinyPdf bomb;
  std::string hostile = page_bomb(bomb), good = good_file();
  auto slow = std::async(std::launch::async, [&] { return read(extractor, hostile); });
  std::this_thread::sleep_for(30ms);
  EXPECT_EQ(all_text(read(extractor, good)), "good");
  EXPECT_EQ(slow.wait_for(0s), std::future_status::timeout);
  EXPECT_EQ(slow.get().end, End::page_timeout);
}

TEST(Extractor, refuses_at_once_when_too_many_files_wait) {
  ExtractorOptions options = hasty();
  options.waiting_max = 2;
  Extractor extractor(options);
  TinyPdf bomb;
  std::string file = page_bomb(bomb);
  Descriptor open(::open(file.c_str(), O_RDONLY));
  std::vector<std::future<Result<Extraction>>> results;
  for (int i = 0; i < 4; ++i) {
    auto promise = std::make_shared<std::promise<Result<Extraction>>>();
    results.push_back(promise->get_future());
    extractor.start({}, open.number(), "", [promise](Result<Extraction> r) { promise->set_value(std::move(r)); });
  }
  auto last = results.back().get();
  ASSERT_FALSE(last);
  EXPECT_EQ(last.error().code, ErrorCode::over_capacity);
}

TEST(Extractor, gives_up_when_the_callers_deadline_passes) {
  Extractor extractor({});
  TinyPdf bomb;
  auto result = extractor.read({.deadline = Deadline::after(200ms)}, std::filesystem::path(page_bomb(bomb)), "");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::deadline_exceeded);
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, can_be_called_off_while_it_reads_and_while_it_waits) {
  Extractor extractor({});
  TinyPdf bomb;
  std::string file = page_bomb(bomb);
  Descriptor open(::open(file.c_str(), O_RDONLY));
  std::promise<Result<Extraction>> running, waiting;
  auto first = extractor.start({}, open.number(), "", [&](Result<Extraction> r) { running.set_value(std::move(r)); });
  auto second = extractor.start({}, open.number(), "", [&](Result<Extraction> r) { waiting.set_value(std::move(r)); });
  std::this_thread::sleep_for(50ms);
  second.cancel();
  EXPECT_EQ(waiting.get_future().get().error().code, ErrorCode::cancelled);
  first.cancel();
  EXPECT_EQ(running.get_future().get().error().code, ErrorCode::cancelled);
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

// ---- from a loop ----

class FromLoop : public ::testing::Test {
 protected:
  Result<Extraction> read(const std::string& file, Deadline deadline) {
    std::optional<Result<Extraction>> got;
    auto work = [&]() -> async::Task<void> {
      async::Task<Result<Extraction>> task =
          extractor.read_async({.deadline = deadline}, Descriptor(::open(file.c_str(), O_RDONLY)), "");
      Result<Extraction> result = co_await std::move(task);
      got.emplace(std::move(result));
    };
    boost::asio::co_spawn(loop, work, boost::asio::detached);
    loop.run();
    loop.restart();
    return std::move(*got);
  }

  boost::asio::io_context loop{1};
  Extractor extractor{{}};
};

TEST_F(FromLoop, gives_the_pages_on_the_loop) {
  auto got = read(good_file(), Deadline::after(10s));
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_EQ(all_text(*got), "good");
}

TEST_F(FromLoop, leaves_at_its_deadline_and_frees_the_worker) {
  TinyPdf bomb;
  std::string file = page_bomb(bomb);
  SteadyTime start = system_clock().steady();
  auto got = read(file, Deadline::after(100ms));
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, ErrorCode::deadline_exceeded);
  EXPECT_LT(system_clock().steady() - start, 1s);
  EXPECT_TRUE(read(good_file(), Deadline::after(5s)));
}

}  // namespace
}  // namespace dossier::extract
