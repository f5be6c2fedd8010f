#include "phrasing/sentence_stream.h"

namespace dossier::phrasing {
namespace {

bool is_blank(char c) {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Behind the first citation and the stop that may follow it, once a blank shows that the sentence is over; npos: it is
// not yet. Citations that stand together ("[1][2]", "[1], [2]") end one sentence.
std::size_t end_of_sentence(std::string_view text) {
  for (std::size_t at = text.find(']'); at != std::string_view::npos; at = text.find(']', at + 1)) {
    std::size_t end = at + 1;
    if (end < text.size() && (text[end] == '.' || text[end] == '!' || text[end] == '?')) ++end;
    if (end >= text.size()) return std::string_view::npos;
    if (is_blank(text[end])) return end;
  }
  return std::string_view::npos;
}

}  // namespace

void SentenceStream::take(std::string_view piece) {
  {
    const std::lock_guard lock(mutex_);
    if (closed_) return;
    begun_ += piece;
    cut_sentences();
    if (waiting_.empty() || working_) return;
    working_ = true;
  }
  const Result<void> posted = pool_.post([self = shared_from_this()](async::Turn turn) {
    if (turn == async::Turn::run) self->work();
  });
  if (posted) return;
  const std::lock_guard lock(mutex_);
  closed_ = true;
}

void SentenceStream::cut_sentences() {
  while (true) {
    const std::size_t end = end_of_sentence(begun_);
    if (end == std::string::npos) return;
    waiting_.push_back(begun_.substr(0, end));
    std::size_t next = end;
    while (next < begun_.size() && is_blank(begun_[next])) ++next;
    begun_.erase(0, next);
  }
}

void SentenceStream::work() {
  while (true) {
    std::string sentence;
    {
      const std::lock_guard lock(mutex_);
      working_ = !waiting_.empty() && !closed_;
      if (!working_) return;
      sentence = std::move(waiting_.front());
      waiting_.pop_front();
    }
    if (check_(sentence).empty()) {
      on_sentence_(sentence);
    } else {
      const std::lock_guard lock(mutex_);
      closed_ = true;
    }
  }
}

}  // namespace dossier::phrasing
