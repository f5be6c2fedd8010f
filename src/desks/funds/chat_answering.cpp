#include "desks/funds/chat_answering.h"

#include "desks/funds/answer_json.h"

#include <algorithm>
#include <chrono>
#include <cmath>

namespace dossier::desks::funds {

using async::Task;
using store::Transaction;

namespace {

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

bool looks_again(const Wording& wording, const Asked& asked) {
  return wording.look != nullptr && asked.basis != nullptr && asked.answer.nothing_written;
}

// A question that no passage shares enough words with: the likeliest passages are shown to the model, and its words
// answer when they pass the check. Otherwise the refusal stands; that no passage says it is then no fault of a model's.
Task<Phrasing> look_again(Wording wording, Context context, std::string question, Asked& asked,
                          Phraser::OnSentence on_sentence) {
  Task<SecondLook::Sources> looking = wording.look->find(context, question, asked.basis);
  dossier::funds::Answer open{.question = question, .text = {}};
  open.sources = co_await std::move(looking);
  if (open.sources.empty()) co_return Phrasing{};
  Task<Phrasing> phrasing_it =
      wording.phraser->phrase(std::move(context), std::move(question), open, std::move(on_sentence));
  Phrasing phrasing = co_await std::move(phrasing_it);
  if (phrasing.text) {
    asked.answer.text = *phrasing.text;
    asked.answer.sources = std::move(open.sources);
    asked.answer.answered = dossier::funds::Answered::yes;
    asked.json = answer_json(asked.answer);
  }
  if (phrasing.reason.starts_with("declined")) phrasing = Phrasing{};
  co_return phrasing;
}

Task<Phrasing> word(Wording wording, Context context, std::string question, Asked& asked,
                    Phraser::OnSentence on_sentence) {
  if (wording.phraser == nullptr) co_return Phrasing{};
  if (wording.look != nullptr && asked.basis != nullptr) wording.look->learn(asked.basis);
  if (wording.phraser->takes(asked.answer)) {
    Task<Phrasing> phrasing_it =
        wording.phraser->phrase(context, std::move(question), asked.answer, std::move(on_sentence));
    Phrasing phrasing = co_await std::move(phrasing_it);
    if (phrasing.text) {
      asked.answer.text = *phrasing.text;
      // What was computed stands there in the rules' words, whoever tells it.
      if (asked.answer.values.empty()) asked.json = answer_json(asked.answer);
    }
    co_return phrasing;
  }
  if (!looks_again(wording, asked)) co_return Phrasing{};
  Task<Phrasing> looking = look_again(wording, std::move(context), std::move(question), asked, std::move(on_sentence));
  co_return co_await std::move(looking);
}

}  // namespace

Task<Result<Asked>> ask_chat(Services& services, Context context, ChatQuery query) {
  return ask(services, std::move(context), {query.query, fund_asked(query), query.conversation_id});
}

bool is_worded(const Wording& wording, const Asked& asked) {
  return wording.phraser != nullptr && (wording.phraser->takes(asked.answer) || looks_again(wording, asked));
}

Task<Result<PhrasedChatAnswer>> finish_chat(Services& services, Wording wording, Context context, ChatQuery query,
                                            Asked asked, SteadyTime began, Phraser::OnSentence on_sentence) {
  Task<Phrasing> wording_it = word(wording, context, query.query, asked, std::move(on_sentence));
  Phrasing phrasing = co_await std::move(wording_it);
  PhrasedChatAnswer answer{view_of(asked, query), phrasing.degraded, std::nullopt};
  if (phrasing.degraded) answer.degraded_reason = std::move(phrasing.reason);
  if (query.conversation_id) {
    Task<Result<void>> remembering = remember(services, context, query, answer.answer);
    CO_TRY_DO(co_await std::move(remembering));
  }
  // Its clients print two decimals, and take 0 for a time that is not there.
  const std::chrono::duration<double> spent = system_clock().steady() - began;
  answer.processing_time = std::max(0.01, std::round(spent.count() * 100) / 100);
  co_return answer;
}

}  // namespace dossier::desks::funds
