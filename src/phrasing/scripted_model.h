#pragma once

#include "async/timer.h"
#include "models/text_model.h"

#include <functional>

// For tests: a text model that says what the test tells it to, in its order of being asked.
namespace dossier::phrasing {

class ScriptedModel final : public models::TextModel {
 public:
  using Script = std::function<Result<models::WrittenText>(const models::TextRequest& request, int number)>;

  explicit ScriptedModel(Script script) : script_(std::move(script)) {}

  // An answer of deadline_exceeded is given at the deadline, and not when the caller was cancelled.
  async::Task<Result<models::WrittenText>> write(Context context, models::TextRequest request) override {
    Result<models::WrittenText> answer = script_(request, asked++);
    if (!answer && answer.error().code == ErrorCode::deadline_exceeded) {
      async::Task<Result<void>> hanging = async::sleep_until(context.deadline);
      const Result<void> hung = co_await std::move(hanging);
      if (!hung) {
        ++cancelled;
        co_return hung.error();
      }
    }
    co_return answer;
  }
  // In one piece.
  async::Task<Result<models::WrittenText>> stream(Context context, models::TextRequest request,
                                                  OnText on_text) override {
    async::Task<Result<models::WrittenText>> writing = write(std::move(context), std::move(request));
    Result<models::WrittenText> written = co_await std::move(writing);
    if (written) on_text(written->text);
    co_return written;
  }

  int asked = 0, cancelled = 0;

 private:
  const Script script_;
};

inline models::WrittenText said(std::string text) {
  return {.text = std::move(text), .writer = "text-1"};
}

}  // namespace dossier::phrasing
