#pragma once

#include "base/ids.h"
#include "store/session.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::desks::funds {

enum class Role { user, assistant };
std::string_view name_of(Role role);

struct ConversationMessage {
  Role role = Role::user;
  std::string content;
  WallTime at;
};

struct Conversation {
  std::string id;              // as the client names it, or a UUID of ours
  std::optional<FundId> fund;  // as given; checked against nothing
  WallTime created_at, updated_at;
  std::vector<ConversationMessage> messages;  // oldest first; the newest limits::kConversationMessagesMax
};

// The chats. No ledger: they may be deleted, and nothing of them is in the journal. No state but the clock, which
// outlives it.
class ConversationStore {
 public:
  explicit ConversationStore(const Clock& clock) : clock_(clock) {}

  // Fails with conflict when the id is taken, with invalid_argument when it is empty or beyond
  // limits::kConversationIdBytesMax.
  Result<void> create(store::Transaction& transaction, const std::string& id, std::optional<FundId> fund) const;
  // Adds a question and its answer; the conversation is made when the id is not known yet.
  Result<void> append(store::Transaction& transaction, const std::string& id, std::optional<FundId> fund,
                      const std::string& question, const std::string& answer) const;
  // not_found when there is none.
  Result<void> remove(store::Transaction& transaction, const std::string& id) const;
  static Result<std::optional<Conversation>> find(store::Session& session, const std::string& id);

 private:
  const Clock& clock_;
};

// A random (version 4) UUID.
std::string new_conversation_id();

}  // namespace dossier::desks::funds
