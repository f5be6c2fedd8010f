#pragma once

#include "desks/funds/conversation_store.h"
#include "desks/funds/views.h"

namespace dossier::desks::funds {

struct NewConversation {
  std::optional<std::int64_t> fund_id;
  static const net::Fields& fields();
};

struct ByConversation {
  std::string id;
  static const net::Fields& fields();
};

struct MessageView {
  std::string role, content;
  std::optional<net::NaiveUtc> timestamp;
  static const net::Fields& fields();
};

struct ConversationView {
  std::string conversation_id;
  std::optional<std::int64_t> fund_id;
  std::vector<MessageView> messages;
  net::NaiveUtc created_at, updated_at;
  static const net::Fields& fields();
};
ConversationView view_of(const Conversation& conversation);

}  // namespace dossier::desks::funds
