#include "models/warm_up.h"

#include "models/chat_wire.h"
#include "models/limits.h"

namespace dossier::models {

using async::Task;

Task<void> warm_up(Endpoint& endpoint) {
  const EndpointOptions& options = endpoint.options();
  if (options.role != "text" || options.wire != Wire::openai) co_return;
  const TextRequest request{.messages = {{Speaker::user, "Hello"}}, .tokens_max = 1};
  Call call{.path = "/chat/completions",
            .body = chat_body(request, options.model, false),
            .answer_bytes_max = limits::kModelTextBytesMax};
  Task<Result<HttpAnswer>> asking = endpoint.ask_aside(std::move(call), Deadline::after(limits::kModelWarmUpTime));
  (void)co_await std::move(asking);  // whatever it says: the health check and the calls themselves tell how it is
}

}  // namespace dossier::models
