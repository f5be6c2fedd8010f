#include "base/json_writer.h"
#include "desks/funds/chat_answering.h"
#include "desks/funds/chat_streams.h"
#include "desks/funds/routes.h"

namespace dossier::desks::funds {
namespace {

using net::Body;
using net::Response;
using net::Task;
using Stream = std::shared_ptr<net::EventStream>;

void tell_sentence(const Stream& stream, const std::string& sentence) {
  JsonWriter json;
  json.begin_object().member("text", sentence).end_object();
  stream->publish({.name = "sentence", .data = json.take()});
}

// What the connection would say of a failure, were its answer not on its way already.
void tell_failure(const Stream& stream, const Error& error) {
  JsonWriter json;
  json.begin_object().member("detail", error.text()).end_object();
  stream->publish({.name = "error", .data = json.take()});
}

Task<void> tell(Services& services, Wording wording, Context context, ChatQuery query, std::shared_ptr<Asked> asked,
                SteadyTime began, Stream stream) {
  Phraser::OnSentence on_sentence = [stream](const std::string& sentence) { tell_sentence(stream, sentence); };
  Task<Result<PhrasedChatAnswer>> finishing =
      finish_chat(services, wording, std::move(context), std::move(query), std::move(*asked), began, on_sentence);
  const Result<PhrasedChatAnswer> answer = co_await std::move(finishing);
  if (!answer) co_return tell_failure(stream, answer.error());
  stream->publish({.name = "answer", .data = net::to_json(*answer)});
}

// The rules' answer is there at once; whoever reads it need not wait for the model's words, and sees them come.
Task<Result<Response>> stream_query(Services& services, Wording wording, ChatStreams& streams, Context context,
                                    ChatQuery query) {
  const SteadyTime began = system_clock().steady();
  Task<Result<Asked>> asking = ask_chat(services, context, query);
  CO_TRY(Asked asked, co_await std::move(asking));
  const Stream stream = net::EventStream::make();
  if (is_worded(wording, asked)) stream->publish({.name = "rules", .data = net::to_json(view_of(asked, query))});
  const auto shared = std::make_shared<Asked>(std::move(asked));
  streams.begin(stream, [&services, wording, context, query, shared, began, stream] {
    return tell(services, wording, context, query, shared, began, stream);
  });
  co_return Response::of_events(stream);
}

}  // namespace

void add_chat_stream_route(net::Router& router, Services& s, Phraser* phraser, SecondLook* look, ChatStreams& streams) {
  net::About about{.summary = "Ask about a fund, or about all, and see the answer come.",
                   .description =
                       "Server-sent events: `rules`, the rules' answer, at once, where a model is asked for words; "
                       "`sentence` {text}, each of the model's as soon as it has passed the check; `answer`, as "
                       "/api/chat/query gives it, which stands; or `error` {detail}.",
                   .tag = "Chat",
                   .style = net::Style::funds,
                   .errors = {400, 503, 504},
                   .needs = &s.compute,
                   .content_type = "text/event-stream"};
  router.post("/api/chat/stream", about, [&s, &streams, phraser, look](Context c, Body<ChatQuery> b) {
    return stream_query(s, {phraser, look}, streams, std::move(c), std::move(*b));
  });
}

}  // namespace dossier::desks::funds
