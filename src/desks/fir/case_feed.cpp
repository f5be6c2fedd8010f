#include "desks/fir/case_feed.h"

#include "base/json_writer.h"

#include <algorithm>

namespace dossier::desks::fir {

using dossier::fir::Step;

net::Event event_of(const CaseFeed::Notice& notice) {
  return {.name = "case", .data = notice.data, .id = std::to_string(notice.event)};
}

CaseFeed::Notice CaseFeed::notice_of(std::int64_t event, const Case& state) {
  const Step current = state.current();
  JsonWriter json;
  json.begin_object().member("case", state.id.value).member("file_number", state.file_number);
  json.member("status", status_of(state)).member("step", name_of(current));
  json.member("state", name_of(state.step(current).state)).member("version", state.step(current).current).end_object();
  return {event, state.id, json.take()};
}

std::shared_ptr<net::EventStream> CaseFeed::listen(std::optional<CaseId> only) {
  auto stream = net::EventStream::make();
  const std::lock_guard lock(mutex_);
  listeners_.push_back({only, stream});
  return stream;
}

void CaseFeed::tell(const Notice& notice) {
  const std::lock_guard lock(mutex_);
  std::erase_if(listeners_, [&](const Listener& listener) {
    if (listener.only && *listener.only != notice.id) return false;
    return !listener.stream->publish(event_of(notice));
  });
}

std::size_t CaseFeed::listeners() const {
  const std::lock_guard lock(mutex_);
  return listeners_.size();
}

void CaseFeed::close() {
  closed_.store(true, std::memory_order_relaxed);
  const std::lock_guard lock(mutex_);
  for (const Listener& listener : listeners_) listener.stream->end();
  listeners_.clear();
}

}  // namespace dossier::desks::fir
