#include "extract/extractor.h"

#include "extract/test_support.h"
#include "extract/tiny_pdf.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/detached.hpp>
#include <boost/asio/io_context.hpp>
#include <fcntl.h>
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <csignal>
#include <ctime>
#include <filesystem>
#include <fstream>
#include <future>
#include <thread>

// The whole way through real worker processes.
namespace dossier::extract {
namespace {

using namespace std::chrono_literals;
using testing_support::all_text;
using testing_support::worker_pids;

Extraction read(Extractor& extractor, const std::string& file, const std::string& password = {}) {
  auto result = extractor.read({}, std::filesystem::path(file), password);
  EXPECT_TRUE(result) << (result ? "" : result.error().text());
  return result ? std::move(*result) : Extraction{};
}

Extraction read(const std::string& file, const std::string& password = {}) {
  static Extractor extractor({});
  return read(extractor, file, password);
}

ExtractorOptions hasty() {
  ExtractorOptions options;
  options.patience = {300ms, 3s};
  return options;
}

std::string good_file() {
  return TinyPdf().page(text_at(72, 700, "good")).file();
}

// What a process has used of the processors; without end when it is gone.
std::chrono::milliseconds processor_time(pid_t pid) {
  timespec used{};
  clockid_t clock{};
  if (clock_getcpuclockid(pid, &clock) != 0 || clock_gettime(clock, &used) != 0)
    return std::chrono::milliseconds::max();
  return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::seconds(used.tv_sec) +
                                                               std::chrono::nanoseconds(used.tv_nsec));
}

// A form that draws another ten times, which draws another ten times ...: 10^12 pieces of text.
std::string page_bomb(TinyPdf& pdf) {
  std::string inner = text_at(72, 700, "boom");
  std::string resources = "/Font << /F1 3 0 R >>";
  for (int level = 0; level < 12; ++level) {
    int number = pdf.object(
        TinyPdf::stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << " + resources + " >>", inner));
    resources = fmt::format("/XObject << /X {} 0 R >>", number);
    inner.clear();
    for (int i = 0; i < 10; ++i) inner += "/X Do\n";
  }
  pdf.page("/X Do", "", resources);
  return pdf.file();
}

// One content stream of a megabyte, named 2,000 times by the page.
std::string endless_page(const std::string& beginning, const std::string& repeated) {
  TinyPdf pdf;
  std::string data;
  while (data.size() < 1'000'000) data += repeated;
  int first = pdf.object(TinyPdf::stream("", beginning));
  int number = pdf.object(TinyPdf::stream("", data));
  std::string contents = fmt::format("/Contents [{} 0 R ", first);
  for (int i = 0; i < 2'000; ++i) contents += fmt::format("{} 0 R ", number);
  return pdf.page("", contents + "]").file();
}

TEST(Extractor, gives_words_with_their_boxes_from_the_top_left) {
  Extraction got =
      read(TinyPdf().page(text_at(72, 700, "Capital Calls", 10, "F2") + text_at(72, 680, "$5,000,000")).file());
  ASSERT_EQ(got.end, End::completed) << got.message;
  EXPECT_TRUE(got.whole());
  ASSERT_EQ(got.text.pages.size(), 1u);
  const reading::Page& page = got.text.pages[0];
  EXPECT_EQ(page.width, 612);
  EXPECT_EQ(page.height, 792);
  ASSERT_EQ(page.words.size(), 3u);
  EXPECT_EQ(page.words[0].text, "Capital");
  EXPECT_TRUE(page.words[0].bold);
  EXPECT_NEAR(page.words[0].box.x0, 72, 0.01);
  EXPECT_LT(page.words[0].box.y0, 792 - 700);
  EXPECT_GT(page.words[0].box.y1, 792 - 700);
  EXPECT_EQ(page.words[2].text, "$5,000,000");
  EXPECT_FALSE(page.words[2].bold);
  EXPECT_EQ(page.words[2].font_size, 10);
}

// ---- files that are none ----

TEST(Extractor, names_what_is_no_pdf_and_says_what_to_do) {
  Extraction page = read(TinyPdf::write_temporary("<!DOCTYPE html><html><body>Please log in</body></html>"));
  EXPECT_EQ(page.end, End::not_a_pdf);
  EXPECT_NE(page.message.find("web page"), std::string::npos) << page.message;
  Extraction office = read(TinyPdf::write_temporary("PK\x03\x04 word/document.xml"));
  EXPECT_EQ(office.end, End::not_a_pdf);
  EXPECT_NE(office.message.find("Office"), std::string::npos) << office.message;
  EXPECT_EQ(read(TinyPdf::write_temporary("")).end, End::not_a_pdf);
  EXPECT_EQ(read(TinyPdf::write_temporary("hello")).end, End::not_a_pdf);
  EXPECT_EQ(read("/tmp").end, End::not_a_pdf);
}

TEST(Extractor, says_that_there_is_no_such_file) {
  Extractor extractor({});
  auto result = extractor.read({}, std::filesystem::path("/no/such/file.pdf"), "");
  ASSERT_FALSE(result);
  EXPECT_EQ(result.error().code, ErrorCode::not_found);
}

TEST(Extractor, accepts_a_header_that_does_not_stand_at_the_very_beginning) {
  std::string bytes = TinyPdf().page(text_at(72, 700, "late")).bytes();
  EXPECT_EQ(all_text(read(TinyPdf::write_temporary(std::string(900, '\n') + bytes))), "late");
  EXPECT_EQ(read(TinyPdf::write_temporary(std::string(1'100, '\n') + bytes)).end, End::not_a_pdf);
}

TEST(Extractor, names_a_file_without_pages) {
  EXPECT_EQ(read(TinyPdf().file()).end, End::no_pages);
}

TEST(Extractor, refuses_a_file_with_more_pages_than_the_limit) {
  TinyPdf pdf;
  for (int i = 0; i < limits::kPagesMax + 1; ++i) pdf.page("");
  Extraction got = read(pdf.file());
  EXPECT_EQ(got.end, End::too_many_pages);
  EXPECT_NE(got.message.find("2001"), std::string::npos) << got.message;
  EXPECT_TRUE(got.text.pages.empty());
}

TEST(Extractor, reads_a_file_with_as_many_pages_as_the_limit) {
  TinyPdf pdf;
  for (int i = 0; i < limits::kPagesMax; ++i) pdf.page("");
  Extraction got = read(pdf.file());
  EXPECT_EQ(got.end, End::completed) << got.message;
  EXPECT_EQ(got.text.pages.size(), static_cast<std::size_t>(limits::kPagesMax));
}

TEST(Extractor, calls_a_file_damaged_when_nothing_of_it_can_be_read) {
  TinyPdf pdf;
  int broken = pdf.object(TinyPdf::stream("/Filter /FlateDecode", "this is not deflated"));
  std::string bytes = pdf.page("", fmt::format("/Contents {} 0 R", broken)).bytes();
  Extraction got = read(TinyPdf::write_temporary(bytes.substr(0, bytes.find("xref"))));
  EXPECT_EQ(got.end, End::damaged) << got.message;
}

// Cut anywhere, a file ends by name; what can still be read of it is given, and marked as incomplete.
TEST(Extractor, gives_what_is_left_of_a_truncated_file_and_never_calls_it_whole) {
  TinyPdf pdf;
  for (int i = 1; i <= 5; ++i) pdf.page(text_at(72, 700, fmt::format("page{}", i)));
  std::string bytes = pdf.bytes();
  int with_pages = 0;
  for (int tenth = 1; tenth <= 9; ++tenth) {
    Extraction got =
        read(TinyPdf::write_temporary(bytes.substr(0, bytes.size() * static_cast<std::size_t>(tenth) / 10)));
    bool named = got.end == End::completed || got.end == End::damaged || got.end == End::no_pages;
    EXPECT_TRUE(named) << tenth << " tenths: " << name_of(got.end);
    EXPECT_FALSE(got.whole()) << tenth << " tenths";
    if (!all_text(got).empty()) ++with_pages;
  }
  EXPECT_GE(with_pages, 2);
}

// ---- passwords ----

class Encrypted : public ::testing::Test {
 protected:
  std::string encrypt(const std::string& user, const std::string& bits) {
    std::string plain = good_file(), locked = plain + ".locked.pdf";
    std::string weak = bits == "40" ? "--allow-weak-crypto" : "";
    std::string command = fmt::format("qpdf {} --encrypt '{}' owner {} -- {} {}", weak, user, bits, plain, locked);
    EXPECT_EQ(std::system(command.c_str()), 0) << command;
    return locked;
  }
};

TEST_F(Encrypted, file_asks_for_its_password_and_opens_with_it) {
  for (const char* bits : {"40", "256"}) {
    std::string file = encrypt("geheim", bits);
    EXPECT_EQ(read(file).end, End::password_required);
    EXPECT_EQ(read(file, "falsch").end, End::wrong_password);
    Extraction got = read(file, "geheim");
    EXPECT_EQ(got.end, End::completed) << got.message;
    EXPECT_TRUE(got.text.encrypted);
    EXPECT_EQ(all_text(got), "good");
    EXPECT_EQ(all_text(read(file, "owner")), "good");
  }
}

TEST_F(Encrypted, file_with_an_empty_password_just_opens) {
  Extraction got = read(encrypt("", "256"));
  EXPECT_EQ(all_text(got), "good");
  EXPECT_TRUE(got.text.encrypted);
}

// ---- files that attack ----

TEST(Extractor, gives_up_a_page_that_never_ends_and_reads_the_others) {
  Extractor extractor(hasty());
  TinyPdf pdf;
  pdf.page(text_at(72, 700, "first"));
  page_bomb(pdf);
  pdf.page(text_at(72, 700, "third"));
  Extraction got = read(extractor, pdf.file());
  EXPECT_EQ(got.end, End::page_timeout);
  EXPECT_NE(got.message.find("page 2"), std::string::npos) << got.message;
  ASSERT_EQ(got.text.pages.size(), 3u);
  EXPECT_EQ(all_text(got), "first third");
  EXPECT_TRUE(got.text.pages[0].trouble.empty());
  EXPECT_EQ(got.text.pages[1].number, 2);
  EXPECT_FALSE(got.text.pages[1].trouble.empty());
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, gives_up_a_content_stream_without_end) {
  Extractor extractor(hasty());
  EXPECT_EQ(read(extractor, endless_page("", "0 0 m 1 1 l S\n")).end, End::page_timeout);
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, gives_up_a_file_whose_pages_are_all_slow) {
  ExtractorOptions options;
  options.patience = {400ms, 1'400ms};  // room to start a worker on a busy machine
  Extractor extractor(options);
  TinyPdf pdf;
  for (int i = 0; i < 4; ++i) page_bomb(pdf);
  Extraction got = read(extractor, pdf.file());
  EXPECT_EQ(got.end, End::page_timeout) << "the first loss names the end";
  EXPECT_LT(got.text.pages.size(), 4u);
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, gives_up_a_file_that_takes_too_long_as_a_whole) {
  ExtractorOptions options;
  options.patience = {5s, 300ms};
  Extractor extractor(options);
  TinyPdf pdf;
  pdf.page(text_at(72, 700, "first"));
  Extraction got = read(extractor, page_bomb(pdf));
  EXPECT_EQ(got.end, End::file_timeout);
  EXPECT_EQ(all_text(got), "first");
}

TEST(Extractor, names_a_file_that_wants_too_much_memory) {
#if defined(__has_feature)
#if __has_feature(address_sanitizer)
  GTEST_SKIP() << "the sanitizer has an allocator and an address space of its own";
#endif
#endif
  ExtractorOptions options;
  options.patience = {60s, 120s};  // a busy machine gives a worker little time
  Extractor extractor(options);
  Extraction got = read(extractor, endless_page("[", "[]<<>>"));
  EXPECT_EQ(got.end, End::memory_limit) << got.message;
  EXPECT_EQ(all_text(read(extractor, good_file())), "good");
}

TEST(Extractor, survives_a_form_that_draws_itself) {
  TinyPdf pdf;
  int next = 5;
  pdf.object(
      TinyPdf::stream(fmt::format("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << /XObject << /X {} "
                                  "0 R >> >>",
                                  next),
                      "/X Do"));
  Extraction got = read(pdf.page("/X Do " + text_at(72, 700, "after"), "", "/XObject << /X 5 0 R >>").file());
  EXPECT_EQ(got.end, End::completed) << got.message;
  EXPECT_EQ(all_text(got), "after");
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

// ---- many files ----

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
