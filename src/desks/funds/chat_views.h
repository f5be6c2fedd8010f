#pragma once

#include "desks/funds/asking.h"
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

struct ChatQuery {
  std::string query;
  std::optional<std::int64_t> fund_id;
  std::optional<std::string> conversation_id;
  static const net::Fields& fields();
};

struct SourceMetadata {
  std::optional<std::int64_t> document_id;
  std::optional<std::int32_t> page, page_number;
  std::optional<std::int64_t> fund_id;
  std::string file_name;
  std::vector<double> box;
  static const net::Fields& fields();
};

struct SourceView {
  std::string content;
  SourceMetadata metadata;
  double score = 1;
  static const net::Fields& fields();
};

struct ChatAnswer {
  std::string answer;
  std::vector<SourceView> sources;
  std::optional<MetricsView> metrics;
  double processing_time = 0;
  net::RawJson details;
  static const net::Fields& fields();
};

// The same where a model may phrase answers.
struct PhrasedChatAnswer : ChatAnswer {
  bool degraded = false;
  std::optional<std::string> degraded_reason;
  static const net::Fields& fields();
};

// Without processing_time. The metrics are there when the question's words ask for figures or rows of a fund.
ChatAnswer view_of(const Asked& asked, const ChatQuery& query);

}  // namespace dossier::desks::funds
