#pragma once

#include "async/task.h"
#include "base/context.h"
#include "models/ending.h"

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::models {

enum class Speaker { system, user, assistant };

struct Said {
  Speaker speaker;
  std::string text;
};

// What a text is for. Servers of the older form have a model for each.
enum class TextUse { answer, summary, check, narrative };

struct TextRequest {
  std::vector<Said> messages;
  int tokens_max;  // limits::kSummaryTokensMax and its kin
  double temperature = 0;
  std::vector<std::string> stop = {};  // up to four
  // A JSON schema the answer must follow; its name is a word. Whether the server enforces it depends on the server:
  // the text is checked to be one JSON value, the rest is the caller's.
  std::optional<std::string> schema = {};
  std::string schema_name = "answer";
  TextUse use = TextUse::answer;
  // Told, on the caller's loop before the error is given, how the last attempt at a server ended.
  std::function<void(Ending)> on_failure = {};
};

struct WrittenText {
  std::string text;    // trimmed, valid UTF-8, never empty
  bool cut = false;    // the token limit ended it
  int tokens = 0;      // written, where the server says
  std::string writer;  // the endpoint's name
};

// Writes text. Thread-safe.
class TextModel {
 public:
  // A further piece of the text, on the caller's loop while it waits.
  using OnText = std::function<void(std::string_view piece)>;

  virtual ~TextModel() = default;

  // By the deadline of the context: a text, or the reason why there is none. Fails with over_capacity (too many wait),
  // deadline_exceeded, cancelled, too_large (the messages), or unavailable. The message names the endpoint and what to
  // do about it.
  virtual async::Task<Result<WrittenText>> write(Context context, TextRequest request) = 0;
  // The same with the pieces as they are written. What was handed on before a failure is not taken back.
  virtual async::Task<Result<WrittenText>> stream(Context context, TextRequest request, OnText on_text) = 0;
};

}  // namespace dossier::models
