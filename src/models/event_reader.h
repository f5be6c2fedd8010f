#pragma once

#include "base/result.h"

#include <functional>
#include <string>
#include <string_view>

namespace dossier::models {

// Takes server-sent events out of a stream of bytes that is cut anywhere: lines may end in \n or \r\n, comments keep
// the connection alive, an event's data may come in several lines. Only the data is handed on: model servers use
// nothing else of the format.
class EventReader {
 public:
  using OnData = std::function<void(std::string_view data)>;

  explicit EventReader(OnData on_data) : on_data_(std::move(on_data)) {}

  // False when a line is longer than limits::kModelTextBytesMax.
  bool take(std::string_view piece);
  // The stream has ended: an event without its empty line counts.
  void end();

 private:
  void take_line(std::string_view line);

  OnData on_data_;
  std::string line_, data_;
  bool has_data_ = false;
};

}  // namespace dossier::models
