#include "store/migrations.h"

#include "store/database.h"
#include "store/journal.h"
#include "store/raw_file.h"
#include "store/testing.h"

#include <gtest/gtest.h>

#include <fstream>
#include <sstream>

namespace dossier::store {
namespace {

namespace fs = std::filesystem;

const fs::path kFixtures = fs::path(__FILE__).parent_path() / "fixtures";

std::string contents(const fs::path& file) {
  std::stringstream text;
  text << std::ifstream(file).rdbuf();
  return text.str();
}

class MigrationsTest : public testing::Test {
 protected:
  Result<std::unique_ptr<Database>> open(const std::vector<Migration>& steps) {
    return Database::open({.folder = folder.path(), .migrations = steps, .readers = 1});
  }
  std::vector<Migration> with_step(Migration step) {
    std::vector<Migration> steps = migrations();
    steps.push_back(std::move(step));
    return steps;
  }

  TemporaryFolder folder;
  const fs::path file = folder.path() / "dossier.db";
};

// One frozen database for each state before the newest, with rows in every table it has.
TEST_F(MigrationsTest, every_frozen_database_is_brought_up_to_date_with_what_it_holds) {
  const int newest = static_cast<int>(migrations().size());
  for (int version = 1; version < newest; ++version) {
    TemporaryFolder old;
    const std::string dump = contents(kFixtures / ("store_" + std::to_string(version) + ".sql"));
    ASSERT_FALSE(dump.empty()) << "no frozen database of version " << version;
    ASSERT_TRUE(RawFile(old.path() / "dossier.db").run(dump));
    auto opened = Database::open({.folder = old.path(), .migrations = migrations(), .readers = 1});
    ASSERT_TRUE(opened) << opened.error().text();
    Database& database = **opened;
    EXPECT_EQ(database.read_now([](Session& s) { return s.number("SELECT count(*) FROM migration"); }).value(), newest);
    const Verification journal = database.read_now([](Session& s) { return Journal::verify(s); }).value();
    EXPECT_TRUE(journal.whole()) << journal.what_is_wrong;
    EXPECT_EQ(journal.events, 3);
    if (version >= 2) {
      EXPECT_EQ(database.read_now([](Session& s) { return s.number("SELECT count(*) FROM job"); }).value(), 1);
    }
  }
}

TEST_F(MigrationsTest, opening_again_changes_nothing) {
  open(migrations()).value().reset();
  const std::string before = RawFile(file).text("SELECT group_concat(sql) FROM sqlite_schema");
  open(migrations()).value().reset();
  EXPECT_EQ(RawFile(file).text("SELECT group_concat(sql) FROM sqlite_schema"), before);
}

TEST_F(MigrationsTest, a_database_of_a_newer_program_is_refused_with_advice) {
  open(with_step({"documents", 1, "future", "CREATE TABLE future (x INTEGER) STRICT"})).value().reset();
  const auto refused = open(migrations());
  EXPECT_EQ(refused.error().code, ErrorCode::unsupported);
  EXPECT_NE(refused.error().message.find("newer version"), std::string::npos);
  EXPECT_NE(refused.error().message.find("documents 1"), std::string::npos);
}

TEST_F(MigrationsTest, a_released_step_that_was_edited_is_noticed) {
  open(with_step({"documents", 1, "notes", "CREATE TABLE note (x INTEGER) STRICT"})).value().reset();
  const auto refused = open(with_step({"documents", 1, "notes", "CREATE TABLE note (x TEXT) STRICT"}));
  EXPECT_EQ(refused.error().code, ErrorCode::internal);
}

TEST_F(MigrationsTest, a_database_of_another_program_is_left_alone) {
  RawFile(file).run("CREATE TABLE theirs (x)");
  EXPECT_EQ(open(migrations()).error().code, ErrorCode::unsupported);
  EXPECT_EQ(RawFile(file).text("SELECT group_concat(name) FROM sqlite_schema"), "theirs");
  EXPECT_EQ(RawFile(file).text("PRAGMA journal_mode"), "delete");
}

TEST_F(MigrationsTest, a_step_that_fails_is_named_and_leaves_the_state_before_it) {
  const auto failed = open(with_step(
      {"documents", 1, "half", "CREATE TABLE first (x INTEGER) STRICT; CREATE TABLE first (y INTEGER) STRICT"}));
  EXPECT_NE(failed.error().where.find("documents 1 (half)"), std::string::npos);
  EXPECT_EQ(RawFile(file).text("SELECT count(*) FROM sqlite_schema WHERE name = 'first'"), "0");
  EXPECT_TRUE(open(migrations()));
}

TEST_F(MigrationsTest, an_observer_does_not_migrate) {
  open(migrations()).value().reset();
  const auto steps = with_step({"documents", 1, "notes", "CREATE TABLE note (x INTEGER) STRICT"});
  const auto refused = Database::observe({.folder = folder.path(), .migrations = steps, .readers = 1});
  EXPECT_EQ(refused.error().code, ErrorCode::conflict);
}

}  // namespace
}  // namespace dossier::store
