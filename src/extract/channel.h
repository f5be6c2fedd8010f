#pragma once

#include "base/context.h"
#include "base/result.h"

#include <cstdint>
#include <string>
#include <utility>

namespace dossier::extract {

// An open file descriptor and the duty to close it.
class Descriptor {
 public:
  Descriptor() = default;
  explicit Descriptor(int number) : number_(number) {}
  Descriptor(Descriptor&& other) noexcept : number_(std::exchange(other.number_, -1)) {}
  Descriptor& operator=(Descriptor&& other) noexcept {
    if (this != &other) reset(std::exchange(other.number_, -1));
    return *this;
  }
  ~Descriptor() { reset(); }

  int number() const { return number_; }
  explicit operator bool() const { return number_ >= 0; }
  void reset(int number = -1);

 private:
  int number_ = -1;
};

// What is said between the program and its worker. The whole conversation is in docs/extract.md.
enum class FrameKind : std::uint32_t {
  ready = 1,   // worker: started, waiting for a file
  read = 2,    // program: read this file (the frame carries its descriptor)
  opened = 3,  // worker: it is open, so many pages
  page = 4,    // worker: one page
  end = 5,     // worker: done with the file, and how
};

struct Frame {
  FrameKind kind = FrameKind::ready;
  std::string payload = {};
  Descriptor file = {};  // only with `read`
};

// One end of the socket pair between the program and a worker: whole frames, each bounded by kExtractFrameBytesMax.
// Blocking, one thread. A failed channel is not used again.
class Channel {
 public:
  explicit Channel(Descriptor socket) : socket_(std::move(socket)) {}

  // `file` is handed over with the frame when it is not -1; it stays the caller's.
  Result<void> send(FrameKind kind, std::string_view payload, int file, Deadline deadline);

  // Errors: deadline_exceeded; cancelled when `interrupt` (an eventfd, or -1) becomes readable; unavailable when the
  // other side is gone; unreadable when it does not keep to the form.
  Result<Frame> receive(Deadline deadline, int interrupt = -1);

  int number() const { return socket_.number(); }

 private:
  Result<void> wait(short events, Deadline deadline, int interrupt) const;
  Result<void> receive_exactly(char* data, std::size_t size, Descriptor* file, Deadline deadline, int interrupt);

  Descriptor socket_;
};

}  // namespace dossier::extract
