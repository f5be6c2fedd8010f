#include "models/event_reader.h"

#include "base/limits.h"

namespace dossier::models {

bool EventReader::take(std::string_view piece) {
  while (!piece.empty()) {
    const std::size_t end = piece.find('\n');
    if (end == std::string_view::npos) {
      line_ += piece;
      return line_.size() <= limits::kModelTextBytesMax;
    }
    line_ += piece.substr(0, end);
    piece.remove_prefix(end + 1);
    if (!line_.empty() && line_.back() == '\r') line_.pop_back();
    take_line(line_);
    line_.clear();
  }
  return data_.size() <= limits::kModelTextBytesMax;
}

void EventReader::end() {
  if (!line_.empty()) take_line(line_);
  line_.clear();
  take_line("");
}

void EventReader::take_line(std::string_view line) {
  if (line.empty()) {
    if (has_data_) on_data_(data_);
    data_.clear();
    has_data_ = false;
    return;
  }
  if (!line.starts_with("data:")) return;
  line.remove_prefix(5);
  if (line.starts_with(' ')) line.remove_prefix(1);
  if (has_data_) data_ += '\n';
  data_ += line;
  has_data_ = true;
}

}  // namespace dossier::models
