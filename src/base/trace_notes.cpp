#include "base/trace_notes.h"

#include <algorithm>

namespace dossier {
namespace {

// It is sent on as a header: nothing in it may end one.
bool is_harmless(std::string_view state) {
  return state.size() <= TraceNotes::kStateBytesMax &&
         std::all_of(state.begin(), state.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace

void TraceNotes::note(std::string_view trace_id, Note note) {
  if (!is_harmless(note.state)) note.state.clear();
  const std::lock_guard lock(mutex_);
  std::string id(trace_id);
  const auto at = notes_.find(id);
  if (note.sampled && note.state.empty()) {
    if (at != notes_.end()) at->second = {};  // the same trace, told otherwise now
    return;
  }
  if (at != notes_.end()) return void(at->second = std::move(note));
  notes_.emplace(id, std::move(note));
  order_.push_back(std::move(id));
  if (order_.size() <= kNotesMax) return;
  notes_.erase(order_.front());
  order_.pop_front();
}

TraceNotes::Note TraceNotes::find(std::string_view trace_id) const {
  const std::lock_guard lock(mutex_);
  if (notes_.empty()) return {};
  const auto at = notes_.find(std::string(trace_id));
  return at == notes_.end() ? Note{} : at->second;
}

}  // namespace dossier
