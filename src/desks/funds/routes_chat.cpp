#include "desks/funds/chat_views.h"
#include "desks/funds/phraser.h"
#include "desks/funds/routes.h"
#include "desks/funds/second_look.h"

#include <chrono>
#include <cmath>

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

Task<Result<void>> remember(Services& services, Context context, ChatQuery query, std::string answer) {
  auto body = [&services, query = std::move(query), answer = std::move(answer)](Transaction& transaction) {
    const auto fund = query.fund_id ? std::optional(FundId{*query.fund_id}) : std::nullopt;
    return services.conversations.append(transaction, *query.conversation_id, fund, query.query, answer);
  };
  return services.database.write(std::move(context), store::Priority::interactive, std::move(body));
}

// The old clients' 0 is no fund.
std::optional<FundId> fund_asked(const ChatQuery& query) {
  return query.fund_id.value_or(0) == 0 ? std::nullopt : std::optional(FundId{*query.fund_id});
}

// Who words answers, where models are configured.
struct Wording {
  Phraser* phraser = nullptr;
  SecondLook* look = nullptr;
};

// A question that no passage shares enough words with: the likeliest passages are shown to the model, and its words
// answer when they pass the check. Otherwise the refusal stands; that no passage says it is then no fault of a model's.
Task<Phrasing> look_again(Wording wording, Context context, std::string question, Asked& asked) {
  Task<SecondLook::Sources> looking = wording.look->find(context, question, asked.basis);
  dossier::funds::Answer open{.question = question, .text = {}};
  open.sources = co_await std::move(looking);
  if (open.sources.empty()) co_return Phrasing{};
  Task<Phrasing> phrasing_it = wording.phraser->phrase(std::move(context), std::move(question), open);
  Phrasing phrasing = co_await std::move(phrasing_it);
  if (phrasing.text) {
    asked.answer.text = *phrasing.text;
    asked.answer.sources = std::move(open.sources);
    asked.answer.answered = dossier::funds::Answered::yes;
  }
  if (phrasing.reason.starts_with("declined")) phrasing = Phrasing{};
  co_return phrasing;
}

Task<Phrasing> word(Wording wording, Context context, std::string question, Asked& asked) {
  if (wording.phraser == nullptr) co_return Phrasing{};
  if (wording.look != nullptr && asked.basis != nullptr) wording.look->learn(asked.basis);
  if (quotes_passages(asked.answer)) {
    Task<Phrasing> phrasing_it = wording.phraser->phrase(context, std::move(question), asked.answer);
    Phrasing phrasing = co_await std::move(phrasing_it);
    if (phrasing.text) asked.answer.text = *phrasing.text;
    co_return phrasing;
  }
  if (wording.look == nullptr || asked.basis == nullptr || !asked.answer.nothing_written) co_return Phrasing{};
  Task<Phrasing> looking = look_again(wording, std::move(context), std::move(question), asked);
  co_return co_await std::move(looking);
}

Task<Result<PhrasedChatAnswer>> answer_query(Services& services, Wording wording, Context context, ChatQuery query) {
  const SteadyTime began = system_clock().steady();
  Task<Result<Asked>> asking = ask(services, context, {query.query, fund_asked(query), query.conversation_id});
  CO_TRY(Asked asked, co_await std::move(asking));
  Task<Phrasing> wording_it = word(wording, context, query.query, asked);
  Phrasing phrasing = co_await std::move(wording_it);
  PhrasedChatAnswer answer{view_of(asked, query), phrasing.degraded, std::nullopt};
  if (phrasing.degraded) answer.degraded_reason = std::move(phrasing.reason);
  if (query.conversation_id) {
    Task<Result<void>> remembering = remember(services, context, query, answer.answer);
    CO_TRY_DO(co_await std::move(remembering));
  }
  const std::chrono::duration<double> spent = system_clock().steady() - began;
  answer.processing_time = std::round(spent.count() * 100) / 100;
  co_return answer;
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
