#pragma once

#include "desks/funds/chat_views.h"
#include "desks/funds/phraser.h"
#include "desks/funds/second_look.h"

namespace dossier::desks::funds {

// Who words answers, where models are configured; both null: the rules' words stand. What they point to outlives this.
struct Wording {
  Phraser* phraser = nullptr;
  SecondLook* look = nullptr;
};

// What the rules answer to a question of the chat, before any model is asked.
async::Task<Result<Asked>> ask_chat(Services& services, Context context, ChatQuery query);
// Whether a model is asked for words of its own: for those of the answer, or since nothing was found in so many words.
bool is_worded(const Wording& wording, const Asked& asked);
// The answer in the words that stand in the end, which are noted in its conversation. `on_sentence` as in
// Phraser::phrase. `began`: when the question came.
async::Task<Result<PhrasedChatAnswer>> finish_chat(Services& services, Wording wording, Context context,
                                                   ChatQuery query, Asked asked, SteadyTime began,
                                                   Phraser::OnSentence on_sentence = {});

}  // namespace dossier::desks::funds
