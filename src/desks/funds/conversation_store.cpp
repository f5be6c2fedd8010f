#include "desks/funds/conversation_store.h"

#include "base/limits.h"
#include "store/hash.h"

#include <algorithm>

namespace dossier::desks::funds {

using store::Row;
using store::Session;
using store::Transaction;

std::string_view name_of(Role role) {
  return role == Role::user ? "user" : "assistant";
}

Result<void> ConversationStore::create(Transaction& transaction, const std::string& id,
                                       std::optional<FundId> fund) const {
  if (id.empty() || id.size() > limits::kConversationIdBytesMax) {
    return Error{ErrorCode::invalid_argument,
                 "a conversation's id has 1 to " + std::to_string(limits::kConversationIdBytesMax) + " bytes",
                 "conversation_id"};
  }
  const WallTime now = clock_.wall();
  TRY(const std::int64_t made,
      transaction.execute("INSERT INTO conversation (id, fund, created_at, updated_at) VALUES (?, ?, ?, ?) "
                          "ON CONFLICT DO NOTHING",
                          {id, fund, now, now}));
  if (made == 1) return {};
  return Error{ErrorCode::conflict, "there is a conversation with this id already", "conversation_id"};
}

Result<void> ConversationStore::append(Transaction& transaction, const std::string& id, std::optional<FundId> fund,
                                       const std::string& question, const std::string& answer) const {
  const WallTime now = clock_.wall();
  TRY(const std::int64_t known, transaction.execute("UPDATE conversation SET updated_at = ? WHERE id = ?", {now, id}));
  if (known == 0) TRY_DO(create(transaction, id, fund));
  constexpr const char* kInsert =
      "INSERT INTO conversation_message (conversation, role, content, at) VALUES (?, ?, ?, ?)";
  TRY_DO(transaction.insert(kInsert, {id, name_of(Role::user), question, now}));
  TRY_DO(transaction.insert(kInsert, {id, name_of(Role::assistant), answer, now}));
  return {};
}

Result<void> ConversationStore::remove(Transaction& transaction, const std::string& id) const {
  TRY(const std::int64_t gone, transaction.execute("DELETE FROM conversation WHERE id = ?", {id}));
  if (gone == 0) return Error{ErrorCode::not_found, "Conversation not found"};
  return {};
}

Result<std::optional<Conversation>> ConversationStore::find(Session& session, const std::string& id) {
  TRY(std::optional<Conversation> found,
      session.first("SELECT id, fund, created_at, updated_at FROM conversation WHERE id = ?", {id}, [](const Row& row) {
        return Conversation{
            row.text(0), row.get<std::optional<FundId>>(1), row.get<WallTime>(2), row.get<WallTime>(3), {}};
      }));
  if (!found) return found;
  TRY(found->messages,
      session.all("SELECT role, content, at FROM conversation_message WHERE conversation = ? ORDER BY id DESC LIMIT ?",
                  {id, limits::kConversationMessagesMax}, [](const Row& row) {
                    return ConversationMessage{row.text(0) == "user" ? Role::user : Role::assistant, row.text(1),
                                               row.get<WallTime>(2)};
                  }));
  std::reverse(found->messages.begin(), found->messages.end());
  return found;
}

std::string new_conversation_id() {
  std::string bytes = store::random_salt().bytes.substr(0, 16);
  bytes[6] = static_cast<char>((bytes[6] & 0x0F) | 0x40);  // version 4
  bytes[8] = static_cast<char>((bytes[8] & 0x3F) | 0x80);  // variant of RFC 4122
  std::string id = store::hex(std::string_view(bytes));
  for (const std::size_t dash : {8u, 13u, 18u, 23u}) id.insert(dash, "-");
  return id;
}

}  // namespace dossier::desks::funds
