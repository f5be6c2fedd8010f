#include "store/recorded_change.h"

#include "base/limits.h"
#include "store/database.h"
#include "store/testing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::store {
namespace {

// A database with one table, and the same again to replay into.
struct Tables {
  Tables() {
    std::vector<Migration> steps = migrations();
    steps.push_back({"documents", 1, "things",
                     "CREATE TABLE thing (id INTEGER PRIMARY KEY, n INTEGER, x REAL, t TEXT, b BLOB) STRICT"});
    database = Database::open({.folder = folder.path(), .migrations = steps, .readers = 1}).value();
  }
  template <class F>
  Result<void> change(F body) {
    return database->write_now([&](Transaction& t) -> Result<void> {
      RecordedChange change(t, journal, context, "thing", "thing.changed");
      TRY_DO(body(change));
      return change.finish();
    });
  }
  std::vector<Event> events() {
    return database->read_now([](Session& s) { return Journal::read(s, "thing", 0, 1'000); }).value();
  }
  auto rows() {
    return database
        ->read_now([](Session& s) {
          return s.all("SELECT id, n, x, t, b FROM thing ORDER BY id", {}, [](const Row& row) {
            return std::tuple(row.integer(0), row.get<std::optional<std::int64_t>>(1),
                              row.get<std::optional<double>>(2), row.get<std::optional<std::string>>(3),
                              row.get<std::optional<Blob>>(4));
          });
        })
        .value();
  }

  TemporaryFolder folder;
  std::unique_ptr<Database> database;
  Journal journal{system_clock()};
  Context context{.principal = "clerk"};
};

void replay_all(Tables& from, Tables& into) {
  for (const Event& event : from.events()) {
    into.database->write_now([&](Transaction& t) { return replay(t, event.payload.value()); }).value();
  }
}

TEST(RecordedChange, writes_one_event_for_all_it_did_and_none_for_nothing) {
  Tables tables;
  tables.change([](RecordedChange&) { return Result<void>(); }).value();
  EXPECT_TRUE(tables.events().empty());
  tables
      .change([](RecordedChange& change) -> Result<void> {
        TRY(const std::int64_t id, change.insert("thing", {{"n", 1}, {"t", "one"}}));
        return change.update("thing", id, {{"n", 2}});
      })
      .value();
  EXPECT_EQ(tables.events().size(), 1u);
}

TEST(RecordedChange, of_a_row_that_is_not_there_fails_and_leaves_no_event) {
  Tables tables;
  EXPECT_EQ(tables.change([](RecordedChange& change) {
                    return change.update("thing", 9, {{"n", 2}});
                  })
                .error()
                .code,
            ErrorCode::not_found);
  EXPECT_TRUE(tables.events().empty());
}

TEST(RecordedChange, too_large_for_one_event_becomes_several_that_replay_to_the_same) {
  Tables tables, again;
  const std::string text(limits::kJournalPayloadBytesMax / 5, 't');
  tables
      .change([&](RecordedChange& change) -> Result<void> {
        for (int i = 0; i < 7; ++i) TRY_DO(change.insert("thing", {{"t", text}}));
        return {};
      })
      .value();
  EXPECT_GT(tables.events().size(), 1u);
  replay_all(tables, again);
  EXPECT_EQ(tables.rows(), again.rows());
}

TEST(RecordedChange, replay_refuses_what_is_no_change_of_tables) {
  Tables tables;
  for (const char* payload :
       {"{}", "[]", R"({"changes":[1]})", R"({"changes":[{"op":"insert","table":"thing"}]})",
        R"({"changes":[{"op":"insert","table":"thing; DROP TABLE thing","id":1,"values":{"n":1}}]})",
        R"({"changes":[{"op":"insert","table":"thing","id":1,"values":{"n = n":1}}]})",
        R"({"changes":[{"op":"insert","table":"thing","id":1,"values":{"b":{"blob":"0g"}}}]})"}) {
    const Result<void> refused = tables.database->write_now([&](Transaction& t) { return replay(t, payload); });
    ASSERT_FALSE(refused) << payload;
    EXPECT_EQ(refused.error().code, ErrorCode::unreadable) << payload;
  }
}

RC_GTEST_PROP(RecordedChangeProperty, replay_gives_the_same_rows_to_the_last_bit,
              (const std::vector<std::tuple<std::int64_t, double, bool>>& values, const std::string& bytes)) {
  Tables tables, again;
  tables
      .change([&](RecordedChange& change) -> Result<void> {
        const Blob blob{bytes};
        for (const auto& [n, x, null] : values) {
          const std::string text = std::to_string(x) + "\" अ \n";
          TRY(const std::int64_t id, change.insert("thing", {{"n", n}, {"x", x / 3}, {"t", text}, {"b", blob}}));
          if (null) TRY_DO(change.update("thing", id, {{"t", std::nullopt}, {"x", std::nullopt}}));
        }
        return {};
      })
      .value();
  replay_all(tables, again);
  RC_ASSERT(tables.rows() == again.rows());
}

}  // namespace
}  // namespace dossier::store
