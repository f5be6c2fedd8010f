#include "desks/funds/chat_answering.h"
#include "desks/funds/routes.h"

namespace dossier::desks::funds {
namespace {

using net::Body;
using net::Path;
using net::Request;
using net::Response;
using net::Task;
using store::Session;
using store::Transaction;

Error no_such_conversation() {
  return {ErrorCode::not_found, "Conversation not found"};
}

Result<ConversationView> view_in(Session& session, const std::string& id) {
  TRY(const auto conversation, ConversationStore::find(session, id));
  if (!conversation) return no_such_conversation();
  return view_of(*conversation);
}

Task<Result<Response>> create_conversation(Services& services, Context context, NewConversation wanted,
                                           Request request) {
  auto change = [&services, wanted](Transaction& transaction) -> Result<ConversationView> {
    const std::string id = new_conversation_id();
    TRY_DO(services.conversations.create(transaction, id,
                                         wanted.fund_id ? std::optional(FundId{*wanted.fund_id}) : std::nullopt));
    return view_in(transaction, id);
  };
  return once::change_once<ConversationView>(services.keeping(), std::move(context),
                                             once::repeatable(request, "POST /api/chat/conversations"),
                                             std::move(change));
}

Task<Result<ConversationView>> get_conversation(Services& services, Context context, std::string id) {
  return services.database.read(std::move(context),
                                [id = std::move(id)](Session& session) { return view_in(session, id); });
}

Task<Result<Response>> delete_conversation(Services& services, Context context, std::string id, Request request) {
  auto change = [&services, id = std::move(id)](Transaction& transaction) -> Result<Message> {
    const auto removed = services.conversations.remove(transaction, id);
    if (!removed && removed.error().code == ErrorCode::not_found) return no_such_conversation();
    if (!removed) return removed.error();
    return Message{"Conversation deleted successfully"};
  };
  return once::change_once<Message>(services.keeping(), std::move(context),
                                    once::repeatable(request, "DELETE /api/chat/conversations/{id}"),
                                    std::move(change));
}

// ---- asking ----

Task<Result<PhrasedChatAnswer>> answer_query(Services& services, Wording wording, Context context, ChatQuery query) {
  const SteadyTime began = system_clock().steady();
  Task<Result<Asked>> asking = ask_chat(services, context, query);
  CO_TRY(Asked asked, co_await std::move(asking));
  Task<Result<PhrasedChatAnswer>> finishing =
      finish_chat(services, wording, std::move(context), std::move(query), std::move(asked), began);
  co_return co_await std::move(finishing);
}

// Where no model is configured the answer does not speak of models.
Task<Result<ChatAnswer>> answer_by_rules(Services& services, Context context, ChatQuery query) {
  Task<Result<PhrasedChatAnswer>> answering = answer_query(services, {}, std::move(context), std::move(query));
  Result<PhrasedChatAnswer> answer = co_await std::move(answering);
  if (!answer) co_return std::move(answer).error();
  co_return ChatAnswer(std::move(*answer));
}

net::About about(std::string summary, std::vector<int> errors = {}) {
  return {.summary = std::move(summary), .tag = "Chat", .style = net::Style::funds, .errors = std::move(errors)};
}

net::About about_change(std::string summary, std::vector<int> errors, const net::Type& answer) {
  net::About described = about(std::move(summary), std::move(errors));
  described.answer = &answer;
  described.repeatable = true;
  return described;
}

}  // namespace

void add_chat_routes(net::Router& router, Services& s, Phraser* phraser, SecondLook* look) {
  net::About query = about("Ask about a fund, or about all.", {400, 503, 504});
  query.needs = &s.compute;
  if (phraser == nullptr) {
    router.post("/api/chat/query", query,
                [&s](Context c, Body<ChatQuery> b) { return answer_by_rules(s, std::move(c), std::move(*b)); });
  } else {
    router.post("/api/chat/query", query, [&s, phraser, look](Context c, Body<ChatQuery> b) {
      return answer_query(s, {phraser, look}, std::move(c), std::move(*b));
    });
  }
  router.post("/api/chat/conversations", about_change("Begin a conversation.", {409}, net::type_of<ConversationView>()),
              [&s](Context c, Body<NewConversation> b, Request r) {
                return create_conversation(s, std::move(c), *b, std::move(r));
              });
  router.get("/api/chat/conversations/{id}", about("A conversation.", {404}),
             [&s](Context c, Path<ByConversation> p) { return get_conversation(s, std::move(c), std::move(p->id)); });
  router.del("/api/chat/conversations/{id}",
             about_change("Delete a conversation.", {404, 409}, net::type_of<Message>()),
             [&s](Context c, Path<ByConversation> p, Request r) {
               return delete_conversation(s, std::move(c), std::move(p->id), std::move(r));
             });
}

}  // namespace dossier::desks::funds
