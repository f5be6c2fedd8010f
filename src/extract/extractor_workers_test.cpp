#include "extract/extractor.h"
#include "extract/test_support.h"
#include "extract/tiny_pdf.h"

#include <gtest/gtest.h>

#include <csignal>
#include <ctime>
#include <future>
#include <thread>

// The worker processes: those that hang, die, cannot be had or have read their share.
namespace dossier::extract {
namespace {

using namespace std::chrono_literals;
using testing_support::all_text;
using testing_support::good_file;
using testing_support::hasty;
using testing_support::page_bomb;
using testing_support::read;
using testing_support::worker_pids;

// What a process has used of the processors; without end when it is gone.
std::chrono::milliseconds processor_time(pid_t pid) {
  timespec used{};
  clockid_t clock{};
  if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
    return std::chrono::milliseconds::max();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(used.tv_sec) +
                                                               std::chrono::nanoseconds(used.tv_nsec));
}

TEST(Extractor, names_a_worker_that_hangs_and_serves_the_next_file_with_another) {
  Extractor extractor(hasty());
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
  auto pids = worker_pids();
  for (pid_t pid : pids) kill(pid, SIGSTOP);
  EXPECT_EQ(read(extractor, good_file()).end, End::page_timeout);
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
  for (pid_t pid : pids) kill(pid, SIGCONT);
}

TEST(Extractor, names_a_worker_that_was_killed_in_the_middle_of_a_file) {
  ExtractorOptions options;
  options.patience = {60s, 60s};
  auto before = worker_pids();
  Extractor extractor(options);
  TinyPdf pdf;
  pdf.page(text_at(72, 700, "first"));
  std::string file = page_bomb(pdf);
  auto result = std::async(std::launch::async, [&] { return read(extractor, file); });
  std::vector<pid_t> busy;
  while (busy.empty()) {
    std::this_thread::sleep_for(5ms);
    busy = worker_pids(before);
  }
  // Its start and the first page need a tenth of that, however busy the machine is: it is in the second by then.
  while (processor_time(busy.front()) < 600ms) std::this_thread::sleep_for(5ms);
  kill(busy.front(), SIGKILL);
  Extraction got = result.get();
  EXPECT_EQ(got.end, End::crashed) << name_of(got.end);
  EXPECT_EQ(all_text(got), "first");
}

TEST(Extractor, replaces_a_worker_that_died_while_it_had_nothing_to_do) {
  auto before = worker_pids();
  Extractor extractor({});
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
  for (pid_t pid : worker_pids(before)) kill(pid, SIGKILL);
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, starts_a_worker_before_it_is_needed_when_told_to) {
  auto before = worker_pids();
  ExtractorOptions options;
  options.start_at_once = true;
  Extractor extractor(options);
  for (int i = 0; i < 400 && worker_pids(before).empty(); ++i) std::this_thread::sleep_for(5ms);
  auto started = worker_pids(before);
  ASSERT_EQ(started.size(), 1u);
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
  EXPECT_EQ(worker_pids(before), started);
}

TEST(Extractor, says_when_there_is_no_worker_to_be_had) {
  for (const char* executable : {"/no/such/dossier-extract", "/bin/true"}) {
    ExtractorOptions options;
    options.worker = executable;
    Extractor extractor(options);
    Extraction got = read(extractor, good_file());
    EXPECT_EQ(got.end, End::could_not_start);
    EXPECT_NE(got.message.find(executable), std::string::npos) << got.message;
  }
}

TEST(Extractor, replaces_a_worker_that_has_read_its_share_of_files) {
  ExtractorOptions options;
  options.files_per_worker = 2;
  auto before = worker_pids();
  Extractor extractor(options);
  std::string file = good_file();
  read(extractor, file);
  auto first = worker_pids(before);
  read(extractor, file);
  EXPECT_EQ(worker_pids(before), first);
  read(extractor, file);
  EXPECT_NE(worker_pids(before), first);
}

TEST(Extractor, leaves_no_process_behind) {
  auto before = worker_pids();
  {
    Extractor extractor({});
    read(extractor, good_file());
    EXPECT_FALSE(worker_pids(before).empty());
  }
  EXPECT_TRUE(worker_pids(before).empty());
}

}  // namespace
}  // namespace dossier::extract
