#include "base/line_writer.h"

#include <pthread.h>
#include <unistd.h>

#include <cerrno>
#include <chrono>
#include <utility>

namespace dossier {

namespace {
constexpr auto kPause = std::chrono::milliseconds(10);  // as late as a line may be seen
}

LineWriter::LineWriter(int descriptor, std::size_t lines_max, TellDropped tell_dropped)
    : descriptor_(descriptor),
      lines_max_(lines_max),
      tell_dropped_(std::move(tell_dropped)),
      thread_([this] { run(); }) {
  pthread_setname_np(thread_.native_handle(), "log");
}

LineWriter::~LineWriter() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  wake_.notify_one();
  thread_.join();
}

void LineWriter::put(std::string_view line) {
  bool wake = false;
  {
    const std::lock_guard lock(mutex_);
    if (lines_ == lines_max_) {
      dropped_ += std::exchange(lines_, 0);
      waiting_.clear();
    }
    waiting_.append(line) += '\n';
    ++lines_;
    wake = std::exchange(asleep_, false);
  }
  if (wake) wake_.notify_one();
}

std::uint64_t LineWriter::dropped() const {
  const std::lock_guard lock(mutex_);
  return dropped_;
}

void LineWriter::run() {
  std::string batch;
  std::uint64_t told = 0;
  std::unique_lock lock(mutex_);
  while (true) {
    asleep_ = lines_ == 0;
    wake_.wait(lock, [this] { return lines_ > 0 || closing_; });
    if (lines_ == 0) return;
    batch.swap(waiting_);
    lines_ = 0;
    const std::uint64_t untold = dropped_ - std::exchange(told, dropped_);
    lock.unlock();
    if (untold > 0) batch.append(tell_dropped_(untold)) += '\n';
    write_out(batch);
    batch.clear();
    lock.lock();
    wake_.wait_for(lock, kPause, [this] { return closing_; });
  }
}

void LineWriter::write_out(std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t count = ::write(descriptor_, bytes.data(), bytes.size());
    if (count < 0 && errno == EINTR) continue;
    if (count <= 0) return;  // a log that cannot be written has nobody to tell
    bytes.remove_prefix(static_cast<std::size_t>(count));
  }
}

}  // namespace dossier
