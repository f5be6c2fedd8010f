#include "desks/funds/chat_views.h"

namespace dossier::desks::funds {

using net::field;
using net::Fields;

ConversationView view_of(const Conversation& conversation) {
  ConversationView view;
  view.conversation_id = conversation.id;
  if (conversation.fund) view.fund_id = conversation.fund->value;
  view.created_at = {conversation.created_at};
  view.updated_at = {conversation.updated_at};
  for (const auto& message : conversation.messages) {
    view.messages.push_back({std::string(name_of(message.role)), message.content, net::NaiveUtc{message.at}});
  }
  return view;
}

const Fields& NewConversation::fields() {
  static const auto table =
      Fields::of<NewConversation>("NewConversation", "What will be talked about.",
                                  {field<&NewConversation::fund_id>("fund_id", "The fund; null: all funds.")});
  return table;
}

const Fields& ByConversation::fields() {
  static const auto table = Fields::of<ByConversation>("ByConversation", "One of them.",
                                                       {field<&ByConversation::id>("id", "The conversation's id.")});
  return table;
}

const Fields& MessageView::fields() {
  using M = MessageView;
  static const auto table =
      Fields::of<M>("ChatMessage", "What was said.",
                    {field<&M::role>("role", "user or assistant."), field<&M::content>("content", "The words."),
                     field<&M::timestamp>("timestamp", "UTC.")});
  return table;
}

const Fields& ConversationView::fields() {
  using C = ConversationView;
  static const auto table = Fields::of<C>(
      "Conversation", "Questions and answers, oldest first.",
      {field<&C::conversation_id>("conversation_id", "Its id."), field<&C::fund_id>("fund_id", "The fund it is about."),
       field<&C::messages>("messages", "Questions and answers in turn."), field<&C::created_at>("created_at", "UTC."),
       field<&C::updated_at>("updated_at", "UTC.")});
  return table;
}

}  // namespace dossier::desks::funds
