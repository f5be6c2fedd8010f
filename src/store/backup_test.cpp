#include "store/backup.h"

#include "store/database.h"
#include "store/raw_file.h"
#include "store/testing.h"

#include <gtest/gtest.h>

#include <fstream>
#include <thread>

namespace dossier::store {
namespace {

namespace fs = std::filesystem;

std::vector<Migration> steps() {
  std::vector<Migration> list = migrations();
  list.push_back({"documents", 1, "notes", "CREATE TABLE note (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT"});
  return list;
}

std::unique_ptr<Database> open(const fs::path& folder) {
  return Database::open({.folder = folder, .migrations = steps(), .readers = 1}).value();
}

void add_notes(Database& database, int count) {
  database
      .write_now([&](Transaction& t) -> Result<void> {
        for (int i = 0; i < count; ++i) TRY_DO(t.insert("INSERT INTO note (text) VALUES (?)", {std::string(500, 'n')}));
        return {};
      })
      .value();
}

std::int64_t count_notes(Database& database) {
  return database.read_now([](Session& s) { return s.number("SELECT count(*) FROM note"); }).value();
}

class BackupTest : public testing::Test {
 protected:
  TemporaryFolder folder, elsewhere;
  const fs::path file = elsewhere.path() / "copy.db";
};

TEST_F(BackupTest, is_one_consistent_state_although_the_server_goes_on_writing) {
  auto database = open(folder.path());
  add_notes(*database, 5'000);
  std::atomic<bool> done{false};
  std::thread writer([&] {
    while (!done) add_notes(*database, 10);  // ten at a time: any state has a multiple of ten
  });
  const Result<void> made = backup(folder.path(), file);
  done = true;
  writer.join();
  ASSERT_TRUE(made) << made.error().text();
  TemporaryFolder fresh;
  EXPECT_EQ(restore(file, fresh.path(), steps()).value(), fs::path());
  auto restored = open(fresh.path());
  EXPECT_GE(count_notes(*restored), 5'000);
  EXPECT_EQ(count_notes(*restored) % 10, 0);
  EXPECT_EQ(std::distance(fs::directory_iterator(elsewhere.path()), {}), 1);
}

TEST_F(BackupTest, never_overwrites_and_says_when_there_is_nothing_to_copy) {
  EXPECT_EQ(backup(folder.path(), file).error().code, ErrorCode::not_found);
  auto database = open(folder.path());
  std::ofstream(file) << "precious";
  EXPECT_EQ(backup(folder.path(), file).error().code, ErrorCode::conflict);
  EXPECT_EQ(backup(folder.path(), elsewhere.path() / "no" / "such" / "folder.db").error().code, ErrorCode::unavailable);
}

TEST_F(BackupTest, that_runs_out_of_time_leaves_no_file) {
  auto database = open(folder.path());
  add_notes(*database, 100);
  EXPECT_EQ(backup(folder.path(), file, Deadline::at(SteadyTime::min())).error().code, ErrorCode::deadline_exceeded);
  EXPECT_TRUE(fs::is_empty(elsewhere.path()));
}

TEST_F(BackupTest, restore_is_refused_while_a_server_holds_the_folder) {
  auto database = open(folder.path());
  add_notes(*database, 1);
  backup(folder.path(), file).value();
  EXPECT_EQ(restore(file, folder.path(), steps()).error().code, ErrorCode::conflict);
  EXPECT_EQ(count_notes(*database), 1);
}

TEST_F(BackupTest, restore_brings_the_old_state_back_and_keeps_the_newer_one_beside_it) {
  {
    auto database = open(folder.path());
    add_notes(*database, 3);
    backup(folder.path(), file).value();
    add_notes(*database, 4);
  }
  const fs::path kept = restore(file, folder.path(), steps()).value();
  EXPECT_EQ(count_notes(*open(folder.path())), 3);
  EXPECT_EQ(RawFile(kept).text("SELECT count(*) FROM note"), "7");
}

TEST_F(BackupTest, restore_refuses_what_is_damaged_foreign_or_newer_and_changes_nothing) {
  {
    auto database = open(folder.path());
    add_notes(*database, 2'000);
    backup(folder.path(), file).value();
  }
  const fs::path damaged = elsewhere.path() / "damaged.db", text = elsewhere.path() / "text.db",
                 foreign = elsewhere.path() / "foreign.db", empty = elsewhere.path() / "empty.db";
  fs::copy_file(file, damaged);
  {
    std::fstream stream(damaged, std::ios::in | std::ios::out | std::ios::binary);
    stream.seekp(static_cast<std::streamoff>(fs::file_size(damaged) / 2));
    stream << std::string(20'000, '\x5a');
  }
  std::ofstream(text) << std::string(5'000, 't');
  RawFile(foreign).run("CREATE TABLE theirs (x)");
  std::ofstream(empty).close();
  auto code_of = [&](const fs::path& from, const std::vector<Migration>& known) {
    return restore(from, folder.path(), known).error().code;
  };
  EXPECT_EQ(code_of(damaged, steps()), ErrorCode::unreadable);
  EXPECT_EQ(code_of(text, steps()), ErrorCode::unreadable);
  EXPECT_EQ(code_of(foreign, steps()), ErrorCode::unsupported);
  EXPECT_EQ(code_of(empty, steps()), ErrorCode::unreadable);
  EXPECT_EQ(code_of(file, migrations()), ErrorCode::unsupported);
  EXPECT_EQ(code_of(elsewhere.path() / "none.db", steps()), ErrorCode::not_found);
  EXPECT_EQ(count_notes(*open(folder.path())), 2'000);
}

}  // namespace
}  // namespace dossier::store
