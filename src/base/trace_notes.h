#pragma once

#include <cstddef>
#include <deque>
#include <mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace dossier {

// What callers said beside the id of their trace (W3C Trace Context): whether they record it, and their own tracestate.
// Only the id travels with a Context and with jobs that outlive the process; what is noted here is found again by it
// when a call leaves the program. Traces that are recorded and have no state need no note: most. Thread-safe.
class TraceNotes {
 public:
  struct Note {
    bool sampled = true;
    std::string state = {};  // as it came; what is no harmless header value was never noted
  };
  static constexpr std::size_t kNotesMax = 4'096;     // then the oldest goes: some 2 MiB at the most
  static constexpr std::size_t kStateBytesMax = 512;  // as much as must be passed on; a longer one is left out

  void note(std::string_view trace_id, Note note);
  // Of a trace without a note: recorded, no state.
  Note find(std::string_view trace_id) const;

 private:
  mutable std::mutex mutex_;
  std::unordered_map<std::string, Note> notes_;
  std::deque<std::string> order_;  // the oldest first
};

}  // namespace dossier
