#include "documents/documents.h"

#include "async/task_scope.h"
#include "base/limits.h"
#include "documents/schema.h"
#include "documents/stored_page.h"
#include "extract/test_support.h"
#include "extract/tiny_pdf.h"
#include "store/testing.h"

#include <boost/asio/io_context.hpp>
#include <fmt/core.h>
#include <gtest/gtest.h>

#include <fstream>

// With a real database, real files, a real worker and a clock that is moved by hand.
namespace dossier::documents {
namespace {

using namespace std::chrono_literals;
using async::Task;
using extract::Extraction;
using extract::text_at;
using extract::TinyPdf;
using extract::testing_support::all_text;
using store::Session;
using store::Transaction;

std::vector<store::Migration> all_migrations() {
  std::vector<store::Migration> steps = store::migrations();
  for (store::Migration& step : migrations()) steps.push_back(std::move(step));
  return steps;
}

class DocumentsTest : public testing::Test {
 protected:
  // What a coroutine gives, run on a loop of its own.
  template <class T>
  T wait(Task<T> task) {
    std::optional<T> result;
    auto held = std::make_shared<Task<T>>(std::move(task));
    scope
        .spawn([&result, held]() -> Task<void> {
          T value = co_await std::move(*held);
          result.emplace(std::move(value));
        })
        .value();
    loop.run();
    loop.restart();
    return std::move(*result);
  }
  template <class F>
  auto write(F body) {
    return database->write_now(std::move(body));
  }

  std::filesystem::path incoming(const std::string& bytes) {
    std::filesystem::path file = folder.path() / fmt::format("incoming-{}", ++files);
    std::ofstream(file, std::ios::binary) << bytes;
    return file;
  }
  KeptBlob keep(const std::string& bytes) {
    auto kept = wait(documents.keep({}, incoming(bytes)));
    EXPECT_TRUE(kept) << kept.error().text();
    return *kept;
  }
  Accepted accept(const std::string& bytes, const std::string& name = "report.pdf", const std::string& password = {}) {
    KeptBlob blob = keep(bytes);
    auto accepted = write([&](Transaction& t) { return documents.accept(t, blob, name, password); });
    EXPECT_TRUE(accepted) << accepted.error().text();
    return *accepted;
  }
  Document get(DocumentId id) {
    return database->read_now([id](Session& s) { return Documents::get(s, id); }).value();
  }
  Result<void> finish(DocumentId id, Outcome outcome) {
    return write([&](Transaction& t) { return documents.finish(t, id, outcome); });
  }
  Result<Extraction> read(DocumentId id) { return wait(documents.read({.deadline = Deadline::after(30s)}, id)); }
  bool blob_is_there(DocumentId id) { return Blobs(folder.path()).holds(get(id).hash); }
  std::size_t swept() { return wait(documents.sweep({})).value().removed; }

  static std::string pdf(const std::string& word) { return TinyPdf().page(text_at(72, 700, word)).bytes(); }

  store::TemporaryFolder folder;
  int files = 0;
  ManualClock clock{system_clock().wall()};
  boost::asio::io_context loop{1};
  async::TaskScope scope{loop.get_executor()};
  async::Pool disk{{.name = "disk", .threads = 1, .queue_max = 100}};
  extract::Extractor extractor{{}};
  std::unique_ptr<store::Database> database =
      store::Database::open({.folder = folder.path(), .migrations = all_migrations(), .readers = 1}).value();
  Documents documents{*database, extractor, disk, clock};
};

// ---- coming in ----

TEST_F(DocumentsTest, an_accepted_file_is_kept_under_its_hash_and_waits) {
  std::string bytes = pdf("hello");
  Accepted accepted = accept(bytes, "Q4 report.pdf");
  EXPECT_EQ(accepted.acceptance, Acceptance::created);
  Document document = get(accepted.id);
  EXPECT_EQ(document.name, "Q4 report.pdf");
  EXPECT_EQ(document.bytes, static_cast<std::int64_t>(bytes.size()));
  EXPECT_EQ(document.status, Status::pending);
  EXPECT_EQ(document.accepted_at, std::chrono::floor<std::chrono::microseconds>(clock.wall()));
  auto file = wait(documents.open_file({}, accepted.id));
  ASSERT_TRUE(file);
  EXPECT_EQ(std::filesystem::file_size(Blobs(folder.path()).path_of(document.hash)), bytes.size());
}

TEST_F(DocumentsTest, the_same_bytes_are_the_same_document) {
  Accepted first = accept(pdf("one"), "a.pdf");
  Accepted second = accept(pdf("one"), "b.pdf");
  EXPECT_EQ(second.id, first.id);
  EXPECT_EQ(second.acceptance, Acceptance::duplicate);
  EXPECT_EQ(get(first.id).name, "a.pdf");
  EXPECT_NE(accept(pdf("two")).id, first.id);
}

TEST_F(DocumentsTest, no_name_leads_out_of_the_folder) {
  for (const char* name :
       {"../../etc/passwd", "/etc/passwd", "C:\\temp\\..\\x.pdf", "..", "", "a\nb.pdf", "\xFF.pdf"}) {
    Accepted accepted = accept(pdf(fmt::format("{}", ++files)), name);
    std::string shown = get(accepted.id).name;
    EXPECT_EQ(shown.find_first_of("/\\\n"), std::string::npos) << shown;
    EXPECT_NE(shown, "..");
    EXPECT_FALSE(shown.empty());
  }
}

TEST_F(DocumentsTest, a_transaction_that_fails_accepts_nothing) {
  KeptBlob blob = keep(pdf("lost"));
  auto failed = write([&](Transaction& t) -> Result<Accepted> {
    TRY_DO(documents.accept(t, blob, "x.pdf", ""));
    return Error{ErrorCode::over_capacity, "no"};
  });
  EXPECT_FALSE(failed);
  EXPECT_TRUE(database->read_now([](Session& s) { return Documents::list(s, 0, 10); }).value().empty());
}

TEST_F(DocumentsTest, a_file_that_is_not_there_is_no_blob_and_leaves_none) {
  auto kept = wait(documents.keep({}, folder.path() / "nothing"));
  EXPECT_EQ(kept.error().code, ErrorCode::unavailable);
}

TEST_F(DocumentsTest, are_listed_in_the_order_they_came) {
  for (const char* word : {"a", "b", "c"}) accept(pdf(word), word);
  auto list = database->read_now([](Session& s) { return Documents::list(s, 1, 5); }).value();
  ASSERT_EQ(list.size(), 2u);
  EXPECT_EQ(list[0].name, "b");
}

// ---- being processed ----

TEST_F(DocumentsTest, go_from_pending_over_processing_to_their_end_and_not_back) {
  DocumentId id = accept(pdf("x")).id;
  auto begin = [&] { return write([&](Transaction& t) { return documents.begin(t, id); }); };
  ASSERT_TRUE(begin());
  EXPECT_EQ(get(id).status, Status::processing);
  EXPECT_TRUE(begin()) << "a job that is taken again after a crash begins again";
  ASSERT_TRUE(
      finish(id, {.status = Status::completed_with_errors, .error = "two rows", .page_count = 3, .stats = "{}"}));
  Document document = get(id);
  EXPECT_EQ(document.status, Status::completed_with_errors);
  EXPECT_EQ(document.error, "two rows");
  EXPECT_EQ(document.page_count, 3);
  EXPECT_TRUE(document.finished_at.has_value());
  EXPECT_EQ(begin().error().code, ErrorCode::conflict);
  EXPECT_EQ(finish(id, {}).error().code, ErrorCode::conflict);
}

TEST_F(DocumentsTest, that_failed_are_tried_again_when_their_bytes_come_again) {
  DocumentId id = accept(pdf("again")).id;
  ASSERT_TRUE(finish(id, {.status = Status::failed, .error = "no worker"}));
  Accepted again = accept(pdf("again"));
  EXPECT_EQ(again.id, id);
  EXPECT_EQ(again.acceptance, Acceptance::retried);
  EXPECT_EQ(get(id).status, Status::pending);
  EXPECT_FALSE(get(id).error.has_value());
}

TEST_F(DocumentsTest, once_read_come_back_without_their_file) {
  DocumentId id = accept(pdf("kept")).id;
  auto first = read(id);
  ASSERT_TRUE(first) << first.error().text();
  EXPECT_EQ(all_text(*first), "kept");
  Blobs(folder.path()).remove(get(id).hash);
  auto second = read(id);
  ASSERT_TRUE(second) << second.error().text();
  EXPECT_EQ(all_text(*second), "kept");
  EXPECT_EQ(second->end, extract::End::completed);
  EXPECT_EQ(second->text.pages[0].words[0].box, first->text.pages[0].words[0].box);
  auto page = wait(documents.page({}, id, 1));
  EXPECT_EQ(page.value().words[0].text, "kept");
  EXPECT_EQ(wait(documents.page({}, id, 2)).error().code, ErrorCode::not_found);
}

TEST_F(DocumentsTest, of_many_pages_are_kept_whole) {
  TinyPdf many;
  const int pages = static_cast<int>(2 * limits::kPagesPerWrite) + 1;
  for (int i = 1; i <= pages; ++i) many.page(text_at(72, 700, fmt::format("p{}", i)));
  DocumentId id = accept(many.bytes()).id;
  ASSERT_TRUE(read(id));
  auto again = read(id);
  ASSERT_EQ(again.value().text.pages.size(), static_cast<std::size_t>(pages));
  EXPECT_EQ(again->text.pages.back().words[0].text, fmt::format("p{}", pages));
}

TEST_F(DocumentsTest, that_cannot_be_read_say_why_and_keep_nothing) {
  DocumentId id = accept("<html>log in</html>").id;
  auto got = read(id);
  ASSERT_FALSE(got);
  EXPECT_EQ(got.error().code, ErrorCode::unsupported);
  EXPECT_NE(got.error().message.find("web page"), std::string::npos);
}

TEST_F(DocumentsTest, cut_short_say_so_every_time) {
  TinyPdf two;
  two.page(text_at(72, 700, "first")).page(text_at(72, 700, "second"));
  std::string bytes = two.bytes();
  DocumentId id = accept(bytes.substr(0, bytes.find("xref"))).id;
  for (int i = 0; i < 2; ++i) {
    auto got = read(id);
    ASSERT_TRUE(got) << got.error().text();
    EXPECT_TRUE(got->repaired);
    EXPECT_FALSE(got->message.empty());
  }
}

TEST_F(DocumentsTest, that_were_encrypted_keep_their_words_and_lose_their_password) {
  std::string plain = TinyPdf::write_temporary(pdf("geheim")), locked = plain + ".locked";
  ASSERT_EQ(std::system(fmt::format("qpdf --encrypt secret owner 256 -- {} {}", plain, locked).c_str()), 0);
  std::stringstream bytes;
  bytes << std::ifstream(locked, std::ios::binary).rdbuf();

  DocumentId id = accept(bytes.str()).id;
  EXPECT_EQ(read(id).error().code, ErrorCode::password_required);
  ASSERT_TRUE(finish(id, {.status = Status::failed, .error = "password"}));
  EXPECT_EQ(accept(bytes.str(), "x.pdf", "secret").acceptance, Acceptance::retried);
  auto got = read(id);
  ASSERT_TRUE(got) << got.error().text();
  EXPECT_TRUE(got->text.encrypted);
  auto passwords = [](Session& s) { return s.number("SELECT count(*) FROM document WHERE password IS NOT NULL"); };
  EXPECT_EQ(database->read_now(passwords).value(), 1);
  ASSERT_TRUE(finish(id, {}));
  EXPECT_EQ(database->read_now(passwords).value(), 0);
  EXPECT_EQ(all_text(read(id).value()), "geheim");
}

TEST_F(DocumentsTest, whose_file_is_gone_say_what_to_do) {
  DocumentId id = accept(pdf("gone")).id;
  Blobs(folder.path()).remove(get(id).hash);
  EXPECT_EQ(read(id).error().code, ErrorCode::not_found);
}

// ---- going ----

TEST_F(DocumentsTest, that_are_removed_take_their_words_at_once_and_their_bytes_with_the_next_sweep) {
  DocumentId id = accept(pdf("bye")).id;
  ASSERT_TRUE(read(id));
  store::Hash hash = get(id).hash;
  ASSERT_TRUE(write([&](Transaction& t) { return documents.remove(t, id); }));
  EXPECT_EQ(database->read_now([](Session& s) { return s.number("SELECT count(*) FROM document_page"); }).value(), 0);
  EXPECT_EQ(read(id).error().code, ErrorCode::not_found);
  EXPECT_EQ(finish(id, {}).error().code, ErrorCode::not_found) << "its job was under way";
  EXPECT_EQ(swept(), 0u) << "too young: it might belong to an upload on its way";
  clock.advance(limits::kBlobGraceTime + 1min);
  EXPECT_EQ(swept(), 1u);
  EXPECT_FALSE(Blobs(folder.path()).holds(hash));
  EXPECT_EQ(write([&](Transaction& t) { return documents.remove(t, id); }).error().code, ErrorCode::not_found);
}

TEST_F(DocumentsTest, numbers_are_not_used_again) {
  DocumentId first = accept(pdf("1")).id;
  ASSERT_TRUE(write([&](Transaction& t) { return documents.remove(t, first); }));
  EXPECT_NE(accept(pdf("2")).id, first);
}

TEST_F(DocumentsTest, a_sweep_removes_what_a_crash_left_and_nothing_else) {
  DocumentId id = accept(pdf("mine")).id;
  KeptBlob orphan = keep(pdf("orphan"));
  std::ofstream(folder.path() / "blobs" / "note.txt") << "not a blob";
  clock.advance(limits::kBlobGraceTime + 1min);
  EXPECT_EQ(swept(), 1u);
  EXPECT_FALSE(Blobs(folder.path()).holds(orphan.hash));
  EXPECT_TRUE(blob_is_there(id));
  EXPECT_TRUE(std::filesystem::exists(folder.path() / "blobs" / "note.txt"));
}

TEST_F(DocumentsTest, a_file_kept_again_is_saved_from_a_sweep_on_its_way) {
  KeptBlob blob = keep(pdf("twice"));
  auto old = std::filesystem::file_time_type::clock::now() - 24h;
  std::filesystem::last_write_time(Blobs(folder.path()).path_of(blob.hash), old);
  std::filesystem::path again = incoming(pdf("twice"));
  std::filesystem::last_write_time(again, old);
  ASSERT_TRUE(wait(documents.keep({}, again)));
  EXPECT_EQ(swept(), 0u);
}

TEST_F(DocumentsTest, a_file_that_was_swept_before_its_transaction_is_not_accepted) {
  KeptBlob blob = keep(pdf("late"));
  clock.advance(limits::kBlobGraceTime + 1min);
  ASSERT_EQ(swept(), 1u);
  auto accepted = write([&](Transaction& t) { return documents.accept(t, blob, "late.pdf", ""); });
  EXPECT_EQ(accepted.error().code, ErrorCode::conflict);
}

TEST_F(DocumentsTest, a_file_that_somebody_holds_stays_and_is_no_document) {
  KeptBlob blob = keep("a recording");
  for (int twice = 0; twice < 2; ++twice)
    ASSERT_TRUE(write([&](Transaction& t) { return documents.hold(t, blob, "case/7"); }));
  clock.advance(limits::kBlobGraceTime + 1min);
  EXPECT_EQ(swept(), 0u);
  EXPECT_EQ(wait(documents.bytes({}, blob.hash, 100)).value(), "a recording");
  EXPECT_EQ(wait(documents.bytes({}, blob.hash, 5)).error().code, ErrorCode::too_large);
  EXPECT_TRUE(database->read_now([](Session& s) { return Documents::list(s, 0, 10); }).value().empty());
}

TEST_F(DocumentsTest, a_file_that_was_swept_before_it_is_held_is_to_be_sent_again) {
  KeptBlob blob = keep("a recording");
  clock.advance(limits::kBlobGraceTime + 1min);
  ASSERT_EQ(swept(), 1u);
  const auto held = write([&](Transaction& t) { return documents.hold(t, blob, "case/7"); });
  EXPECT_EQ(held.error().code, ErrorCode::conflict);
  EXPECT_EQ(wait(documents.bytes({}, blob.hash, 100)).error().code, ErrorCode::not_found);
}

TEST_F(DocumentsTest, files_are_copied_for_a_backup_once_each) {
  DocumentId id = accept(pdf("copy me")).id;
  store::TemporaryFolder elsewhere;
  Blobs from(folder.path()), to(elsewhere.path() / "backup");
  EXPECT_EQ(from.copy_to(to).value(), 1u);
  EXPECT_EQ(from.copy_to(to).value(), 0u);
  EXPECT_TRUE(to.holds(get(id).hash));
}

// ---- stored pages ----

TEST(StoredPage, comes_back_as_it_went_in_and_is_smaller) {
  reading::Page page;
  page.number = 1;
  for (int i = 0; i < 300; ++i) page.words.push_back({.text = "word", .box = {i * 1.0, 0, i + 1.0, 10}});
  store::Blob blob = pack_page(page);
  EXPECT_LT(blob.bytes.size(), 300u * 15);
  EXPECT_EQ(unpack_page(blob).value().words.size(), 300u);
}

TEST(StoredPage, that_is_damaged_is_an_error) {
  store::Blob blob = pack_page({.number = 1});
  EXPECT_FALSE(unpack_page({}));
  EXPECT_FALSE(unpack_page({"\xFF\xFF\xFF\xFF"}));
  blob.bytes.back() = static_cast<char>(blob.bytes.back() ^ 1);
  EXPECT_FALSE(unpack_page(blob));
}

}  // namespace
}  // namespace dossier::documents
