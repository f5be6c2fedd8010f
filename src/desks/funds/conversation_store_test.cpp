#include "desks/funds/conversation_store.h"

#include "desks/funds/kept_for_tests.h"

#include <gtest/gtest.h>

#include <regex>

namespace dossier::desks::funds {
namespace {

class ConversationStoreTest : public testing::Test {
 protected:
  std::optional<Conversation> find(const std::string& id) {
    return kept.look([&](store::Session& s) { return ConversationStore::find(s, id); }).value();
  }
  Result<void> append(const std::string& id, const std::string& question) {
    return kept.change(
        [&](store::Transaction& t) { return conversations.append(t, id, FundId{77}, question, "answer"); });
  }

  Kept kept;
  ConversationStore conversations{kept.clock};
};

TEST_F(ConversationStoreTest, keeps_questions_and_answers_in_order) {
  kept.change([&](store::Transaction& t) { return conversations.create(t, "c", std::nullopt); }).value();
  const WallTime made = kept.clock.wall();
  append("c", "one").value();
  append("c", "two").value();
  const Conversation found = find("c").value();
  EXPECT_FALSE(found.fund);
  EXPECT_EQ(found.created_at, made);
  EXPECT_EQ(found.updated_at, kept.clock.wall());
  ASSERT_EQ(found.messages.size(), 4u);
  EXPECT_EQ(found.messages[0].content, "one");
  EXPECT_EQ(found.messages[1].role, Role::assistant);
  EXPECT_EQ(found.messages[2].content, "two");
}

TEST_F(ConversationStoreTest, an_unknown_id_makes_the_conversation_whatever_fund_it_names) {
  append("the client's own", "one").value();
  EXPECT_EQ(find("the client's own")->fund, FundId{77});
}

TEST_F(ConversationStoreTest, a_deleted_one_is_gone_with_its_messages) {
  append("c", "one").value();
  auto remove = [&] { return kept.change([&](store::Transaction& t) { return conversations.remove(t, "c"); }); };
  remove().value();
  EXPECT_FALSE(find("c"));
  EXPECT_EQ(remove().error().code, ErrorCode::not_found);
  append("c", "again").value();
  EXPECT_EQ(find("c")->messages.size(), 2u);
}

TEST_F(ConversationStoreTest, ids_are_taken_once_and_have_a_length) {
  auto create = [&](const std::string& id) {
    return kept.change([&](store::Transaction& t) { return conversations.create(t, id, std::nullopt); });
  };
  create("c").value();
  EXPECT_EQ(create("c").error().code, ErrorCode::conflict);
  EXPECT_EQ(create("").error().code, ErrorCode::invalid_argument);
  EXPECT_EQ(create(std::string(201, 'c')).error().code, ErrorCode::invalid_argument);
}

TEST_F(ConversationStoreTest, our_ids_are_random_uuids) {
  const std::regex uuid("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}");
  EXPECT_TRUE(std::regex_match(new_conversation_id(), uuid)) << new_conversation_id();
  EXPECT_NE(new_conversation_id(), new_conversation_id());
}

}  // namespace
}  // namespace dossier::desks::funds
