#include "extract/channel.h"

#include "base/limits.h"
#include "extract/bytes.h"

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <climits>
#include <cstring>

namespace dossier::extract {
namespace {

constexpr std::size_t kHeaderBytes = 8;

int milliseconds_left(Deadline deadline) {
  if (deadline.when() == SteadyTime::max()) return -1;
  auto left = std::chrono::ceil<std::chrono::milliseconds>(deadline.when() - system_clock().steady()).count();
  return static_cast<int>(std::clamp<std::int64_t>(left, 0, INT_MAX));
}

Error gone() {
  return {ErrorCode::unavailable, "the other side of the extract channel is gone"};
}

// Room for exactly one descriptor beside a message.
union AncillaryRoom {
  cmsghdr align;
  char bytes[CMSG_SPACE(sizeof(int))];
};

void attach(msghdr& message, AncillaryRoom& room, int file) {
  message.msg_control = room.bytes;
  message.msg_controllen = sizeof room.bytes;
  cmsghdr* part = CMSG_FIRSTHDR(&message);
  part->cmsg_level = SOL_SOCKET;
  part->cmsg_type = SCM_RIGHTS;
  part->cmsg_len = CMSG_LEN(sizeof file);
  std::memcpy(CMSG_DATA(part), &file, sizeof file);
}

void detach(msghdr& message, Descriptor* file) {
  for (cmsghdr* part = CMSG_FIRSTHDR(&message); part != nullptr; part = CMSG_NXTHDR(&message, part)) {
    if (part->cmsg_level != SOL_SOCKET || part->cmsg_type != SCM_RIGHTS) continue;
    int number = -1;
    std::memcpy(&number, CMSG_DATA(part), sizeof number);
    Descriptor received(number);
    if (file != nullptr) *file = std::move(received);  // otherwise closed: nobody asked for it
  }
}

}  // namespace

void Descriptor::reset(int number) {
  if (number_ >= 0) ::close(number_);
  number_ = number;
}

Result<void> Channel::send(FrameKind kind, std::string_view payload, int file, Deadline deadline) {
  ByteWriter header;
  header.u32(static_cast<std::uint32_t>(payload.size()));
  header.u32(static_cast<std::uint32_t>(kind));
  std::string frame = header.take();
  frame.append(payload);
  for (std::size_t sent = 0; sent < frame.size();) {
    TRY_DO(wait(POLLOUT, deadline, -1));
    iovec part{frame.data() + sent, frame.size() - sent};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    AncillaryRoom room{};
    if (sent == 0 && file >= 0) attach(message, room, file);
    ssize_t size = sendmsg(socket_.number(), &message, MSG_NOSIGNAL | MSG_DONTWAIT);
    if (size < 0 && errno != EINTR && errno != EAGAIN) return gone();
    if (size > 0) sent += static_cast<std::size_t>(size);
  }
  return {};
}

Result<Frame> Channel::receive(Deadline deadline, int interrupt) {
  char header[kHeaderBytes];
  Frame frame;
  TRY_DO(receive_exactly(header, sizeof header, &frame.file, deadline, interrupt));
  ByteReader fields({header, sizeof header});
  std::size_t size = fields.u32();
  std::uint32_t kind = fields.u32();
  if (size > limits::kExtractFrameBytesMax || kind < 1 || kind > static_cast<std::uint32_t>(FrameKind::end)) {
    return Error{ErrorCode::unreadable, "a frame on the extract channel does not keep to the form"};
  }
  frame.kind = static_cast<FrameKind>(kind);
  frame.payload.resize(size);
  TRY_DO(receive_exactly(frame.payload.data(), size, nullptr, deadline, interrupt));
  return frame;
}

Result<void> Channel::receive_exactly(char* data, std::size_t size, Descriptor* file, Deadline deadline,
                                      int interrupt) {
  while (size > 0) {
    TRY_DO(wait(POLLIN, deadline, interrupt));
    iovec part{data, size};
    AncillaryRoom room{};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    message.msg_control = room.bytes;
    message.msg_controllen = sizeof room.bytes;
    ssize_t got = recvmsg(socket_.number(), &message, MSG_CMSG_CLOEXEC | MSG_DONTWAIT);
    if (got < 0 && (errno == EINTR || errno == EAGAIN)) continue;
    if (got <= 0) return gone();
    detach(message, file);
    data += got;
    size -= static_cast<std::size_t>(got);
  }
  return {};
}

Result<void> Channel::wait(short events, Deadline deadline, int interrupt) const {
  for (;;) {
    pollfd watched[2] = {{socket_.number(), events, 0}, {interrupt, POLLIN, 0}};
    int ready = poll(watched, interrupt >= 0 ? 2 : 1, milliseconds_left(deadline));
    if (ready < 0 && errno == EINTR) continue;
    if (ready < 0) return gone();
    if (interrupt >= 0 && watched[1].revents != 0) return Error{ErrorCode::cancelled, "the reading was called off"};
    if (watched[0].revents != 0) return {};
    if (deadline.passed()) return Error{ErrorCode::deadline_exceeded, "the extract channel was silent for too long"};
  }
}

}  // namespace dossier::extract
