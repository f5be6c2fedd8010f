#include "store/journal.h"

#include "store/database.h"
#include "store/journal_chain.h"
#include "store/raw_file.h"
#include "store/testing.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace dossier::store {
namespace {

using namespace std::chrono_literals;

const Context kClerk{.trace_id = "t1", .principal = "clerk"};

// A database with a journal, and what a test does to it.
struct Kept {
  TemporaryFolder folder;
  ManualClock clock{WallTime(1'700'000'000s)};
  Journal journal{clock};
  std::unique_ptr<Database> database =
      Database::open({.folder = folder.path(), .migrations = migrations(), .readers = 1}).value();

  std::int64_t append(const std::string& stream, const std::string& payload) {
    return database->write_now([&](Transaction& t) {
                     return journal.append(t, kClerk, {stream, "changed", payload});
                   })
        .value();
  }
  Result<void> erase(std::int64_t sequence) {
    return database->write_now([&](Transaction& t) { return journal.erase(t, kClerk, sequence, "asked for"); });
  }
  Verification verify() {
    return database->read_now([](Session& s) { return Journal::verify(s); }).value();
  }
  // Someone with a database tool, who first takes our triggers away.
  bool tamper(const std::string& sql) {
    RawFile raw(database->file());
    raw.run(
        "DROP TRIGGER journal_event_no_update; DROP TRIGGER journal_event_no_delete; "
        "DROP TRIGGER journal_payload_no_update");
    return raw.run(sql);
  }
};

TEST(Journal, an_empty_one_is_whole) {
  Kept kept;
  const Verification found = kept.verify();
  EXPECT_TRUE(found.whole());
  EXPECT_EQ(found.events, 0);
}

TEST(Journal, keeps_the_exact_bytes_of_what_was_said) {
  Kept kept;
  const std::string payload = "{\"b\":1, \"a\" : \"शिकायत\"}";
  kept.append("fund/1", payload);
  kept.append("fund/2", "{}");
  kept.append("fund/1", "[]");
  const auto events = kept.database->read_now([](Session& s) { return Journal::read(s, "fund/1", 0, 10); }).value();
  ASSERT_EQ(events.size(), 2u);
  EXPECT_EQ(events[0].payload, payload);
  EXPECT_EQ(events[0].actor, "clerk");
  EXPECT_EQ(events[0].at, WallTime(1'700'000'000s));
  EXPECT_EQ(events[1].sequence, 3);
}

TEST(Journal, refuses_what_is_not_json_and_keeps_nothing_of_it) {
  Kept kept;
  const auto refused = kept.database->write_now([&](Transaction& t) {
    return kept.journal.append(t, kClerk, {"fund/1", "changed", "{not json"});
  });
  EXPECT_EQ(refused.error().code, ErrorCode::internal);
  EXPECT_EQ(kept.verify().events, 0);
}

TEST(Journal, an_event_that_is_rolled_back_leaves_no_gap) {
  Kept kept;
  kept.append("a", "1");
  const Result<void> failed = kept.database->write_now([&](Transaction& t) -> Result<void> {
    TRY_DO(kept.journal.append(t, kClerk, {"a", "changed", "2"}));
    return Error{ErrorCode::conflict, "changed my mind"};
  });
  EXPECT_FALSE(failed);
  EXPECT_EQ(kept.append("a", "3"), 2);
  EXPECT_TRUE(kept.verify().whole());
}

TEST(Journal, the_program_itself_cannot_change_or_remove_events) {
  Kept kept;
  kept.append("a", "1");
  for (const char* sql : {"UPDATE journal_event SET actor = 'nobody'", "DELETE FROM journal_event",
                          "UPDATE journal_payload SET payload = x'31'"}) {
    const auto refused = kept.database->write_now([&](Transaction& t) { return t.execute(sql); });
    EXPECT_EQ(refused.error().code, ErrorCode::conflict) << sql;
  }
}

TEST(Journal, erasure_removes_the_content_says_so_and_leaves_the_chain_whole) {
  Kept kept;
  kept.append("case/1", "\"a name that must go\"");
  kept.append("case/1", "2");
  kept.erase(1).value();
  EXPECT_EQ(kept.erase(1).error().code, ErrorCode::not_found);
  EXPECT_EQ(kept.erase(99).error().code, ErrorCode::not_found);
  const Verification found = kept.verify();
  EXPECT_TRUE(found.whole()) << found.what_is_wrong;
  EXPECT_EQ(found.events, 3);
  EXPECT_EQ(found.erased, 1);
}

TEST(Journal, erased_bytes_are_gone_from_the_file) {
  Kept kept;
  const std::string name = "Wonderfully Unusual Name";
  kept.append("case/1", "\"" + name + "\"");
  kept.erase(1).value();
  const std::filesystem::path file = kept.database->file();
  kept.database.reset();  // moves the WAL into the file
  std::FILE* stream = std::fopen(file.c_str(), "rb");
  std::string bytes(std::filesystem::file_size(file), '\0');
  ASSERT_EQ(std::fread(bytes.data(), 1, bytes.size(), stream), bytes.size());
  std::fclose(stream);
  EXPECT_EQ(bytes.find(name), std::string::npos);
  EXPECT_FALSE(std::filesystem::exists(file.string() + "-wal"));
}

TEST(Journal, names_the_first_event_that_was_removed_reordered_or_emptied) {
  const std::vector<std::pair<std::string, std::int64_t>> attacks = {
      {"DELETE FROM journal_payload WHERE sequence = 3; DELETE FROM journal_event WHERE sequence = 3", 3},
      {"DELETE FROM journal_event WHERE sequence = 5", 5},  // its content stays behind
      {"DELETE FROM journal_payload WHERE sequence = 2", 2},
      {"UPDATE journal_event SET sequence = 99 WHERE sequence = 4; UPDATE journal_event SET sequence = 4 WHERE "
       "sequence = 3; "
       "UPDATE journal_event SET sequence = 3 WHERE sequence = 99",
       3},
  };
  for (const auto& [sql, expected] : attacks) {
    Kept kept;
    for (int i = 1; i <= 5; ++i) kept.append("a", std::to_string(i));
    ASSERT_TRUE(kept.tamper(sql)) << sql;
    EXPECT_EQ(kept.verify().broken_at, expected) << sql;
  }
}

TEST(Journal, content_put_back_after_its_erasure_is_noticed) {
  Kept kept;
  kept.append("a", "1");
  const std::string salt = RawFile(kept.database->file()).text("SELECT hex(salt) FROM journal_payload");
  kept.erase(1).value();
  ASSERT_TRUE(kept.tamper("INSERT INTO journal_payload VALUES (1, x'" + salt + "', x'31')"));
  EXPECT_EQ(kept.verify().broken_at, 1);
}

TEST(Journal, export_gives_all_that_is_needed_to_check_the_chain_elsewhere) {
  Kept kept;
  kept.append("a\"b", "{\"x\": 1}");
  kept.erase(1).value();
  std::vector<std::string> lines;
  kept.database
      ->read_now([&](Session& s) {
        return Journal::export_lines(s, [&](const std::string& line) -> Result<void> {
          lines.push_back(line);
          return {};
        });
      })
      .value();
  ASSERT_EQ(lines.size(), 2u);
  EXPECT_NE(lines[0].find("\"stream\":\"a\\\"b\""), std::string::npos) << lines[0];
  EXPECT_NE(lines[0].find("\"time\":\"2023-11-14T22:13:20.000000Z\""), std::string::npos) << lines[0];
  EXPECT_NE(lines[0].find("\"payload\":null"), std::string::npos);
  EXPECT_NE(lines[1].find("\"stream\":\"journal/1\""), std::string::npos);
  EXPECT_NE(lines[1].find("\"payload\":\"{\\\"reason\\\":\\\"asked for\\\"}\""), std::string::npos) << lines[1];
}

// The first event's hash by an independent implementation of docs/store.md (Python's hashlib.blake2b).
TEST(Journal, hashes_are_those_of_the_document) {
  Event event;
  event.sequence = 1;
  event.at = WallTime(1'700'000'000s);
  event.stream = "fund/1";
  event.kind = "changed";
  event.actor = "clerk";
  event.trace_id = "t1";
  event.payload_hash = payload_hash_of(Blob{std::string(32, '\x07')}, "{\"a\":1}");
  EXPECT_EQ(hex(event.payload_hash), "2f095d479f0b1bc7096c53d16c7ae6e8495feff2c9c975120071c35ae21b78ec");
  EXPECT_EQ(hex(hash_of(event)), "3e6d1bf2c38e57ec36dbe6a50aff735c8affa85fe68e82e2f4715ca31aa8e60d");
}

// Appends or erases, as the numbers say: a positive one is an event, a negative one erases an earlier event.
void act(Kept& kept, const std::vector<int>& steps) {
  kept.database
      ->write_now([&](Transaction& t) -> Result<void> {
        std::int64_t events = 0;
        for (const int step : steps) {
          if (step >= 0 || events == 0) {
            TRY_DO(kept.journal.append(t, kClerk, {"s/" + std::to_string(step % 3), "changed", std::to_string(step)}));
          } else {
            Result<void> erased = kept.journal.erase(t, kClerk, 1 + (-(step + 1)) % events, "asked for");
            if (!erased) continue;  // erased before
          }
          kept.clock.advance(1ms);
          ++events;
        }
        return {};
      })
      .value();
}

RC_GTEST_PROP(JournalProperty, any_history_with_erasures_verifies, (const std::vector<int>& steps)) {
  Kept kept;
  act(kept, steps);
  const Verification found = kept.verify();
  RC_ASSERT(found.whole());
}

RC_GTEST_PROP(JournalProperty, any_flipped_bit_is_detected, ()) {
  const auto steps = *rc::gen::nonEmpty<std::vector<int>>();
  Kept kept;
  act(kept, steps);
  const auto events = kept.verify().events;
  const auto victim = *rc::gen::inRange<std::int64_t>(1, events + 1);
  const std::string column = *rc::gen::element<std::string>("sequence", "at", "stream", "kind", "actor", "trace_id",
                                                            "payload_hash", "previous_hash", "hash", "salt", "payload");
  const bool in_payload = column == "salt" || column == "payload";
  const std::string table = in_payload ? "journal_payload" : "journal_event";
  const std::string where = " WHERE sequence = " + std::to_string(victim);
  if (column == "sequence" || column == "at") {
    const auto bit = *rc::gen::inRange(0, 62);
    const std::string mask = std::to_string(std::int64_t{1} << bit);
    RC_PRE(kept.tamper("UPDATE " + table + " SET " + column + " = (" + column + " | " + mask + ") - (" + column +
                       " & " + mask + ")" + where));
  } else {
    std::string bytes =
        RawFile(kept.database->file()).text("SELECT CAST(" + column + " AS BLOB) FROM " + table + where);
    RC_PRE(!bytes.empty());  // erased
    const auto at = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[at] = static_cast<char>(bytes[at] ^ (1 << *rc::gen::inRange(0, 8)));
    const bool is_text = column == "stream" || column == "kind" || column == "actor" || column == "trace_id";
    const std::string value = "x'" + hex(std::string_view(bytes)) + "'";
    RC_ASSERT(kept.tamper("UPDATE " + table + " SET " + column + " = " +
                          (is_text ? "CAST(" + value + " AS TEXT)" : value) + where));
  }
  const Verification found = kept.verify();
  RC_ASSERT(!found.whole());
  RC_ASSERT(found.broken_at <= victim);
}

}  // namespace
}  // namespace dossier::store
