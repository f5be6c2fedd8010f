#pragma once

#include "models/endpoint.h"
#include "models/event_reader.h"
#include "models/text_model.h"

#include <memory>

// The wire form of chat completions. Fields that not every server has are tolerated, and none is asked for that some
// server refuses.
namespace dossier::models {

std::string chat_body(const TextRequest& request, const std::string& model, bool streamed);

// The text of a whole answer, or why it has none.
Result<WrittenText> read_chat_answer(const std::string& body, const TextRequest& request);

// The text of a streamed answer, put together from its chunks.
class ChatStream {
 public:
  explicit ChatStream(TextModel::OnText on_text);
  ChatStream(const ChatStream&) = delete;
  ChatStream& operator=(const ChatStream&) = delete;

  // False: unusable, stop sending.
  bool take(std::string_view piece);
  // After the last piece. Without finish_reason or [DONE] the answer was cut off on its way and is an error.
  Result<WrittenText> end(const TextRequest& request);
  bool begun() const { return !written_.text.empty(); }

 private:
  void take_chunk(std::string_view data);

  TextModel::OnText on_text_;
  EventReader reader_;
  WrittenText written_;
  bool finished_ = false;
  std::string fault_;
};

}  // namespace dossier::models
