#include "extract/conversation.h"

#include "base/limits.h"
#include "extract/messages.h"
#include "extract/page_codec.h"

#include <fmt/core.h>

#include <csignal>

namespace dossier::extract {
namespace {

constexpr int kExitMemory = 64;  // said by the worker: see worker/sandbox.h

std::string seconds(std::chrono::milliseconds time) {
  return fmt::format("{:g} seconds", static_cast<double>(time.count()) / 1000);
}

// One reading of one file, or of the rest of it.
class Conversation {
 public:
  Conversation(WorkerProcess& worker, const ReadJob& job, const Patience& patience, int first_page,
               Extraction& extraction)
      : worker_(worker),
        job_(job),
        patience_(patience),
        next_page_(first_page),
        file_deadline_(Deadline::after(patience.file)),
        extraction_(extraction) {}

  Result<WorkerState> run() {
    auto sent = worker_.channel().send(FrameKind::read, encode(ReadRequest{next_page_, job_.password}), job_.file,
                                       next_deadline());
    if (!sent) return failed(sent.error());
    for (;;) {
      auto frame = worker_.channel().receive(next_deadline(), job_.interrupt);
      if (!frame) return failed(frame.error());
      auto more = take(*frame);
      if (!more) return failed(more.error());
      if (!*more) return WorkerState::fit;
    }
  }

 private:
  Deadline next_deadline() const {
    return Deadline::after(patience_.page).sooner(file_deadline_).sooner(job_.deadline);
  }

  // Whether more is to come.
  Result<bool> take(const Frame& frame) {
    switch (frame.kind) {
      case FrameKind::opened: return take_opened(frame.payload);
      case FrameKind::page: return take_page(frame.payload);
      case FrameKind::end: {
        TRY(Ended ended, decode_ended(frame.payload));
        extraction_.end = ended.end;
        extraction_.message = ended.message;
        return false;
      }
      case FrameKind::ready:
      case FrameKind::read: break;
    }
    return Error{ErrorCode::unreadable, "the extract worker spoke out of turn"};
  }

  Result<bool> take_opened(std::string_view payload) {
    TRY(Opened opened, decode_opened(payload));
    extraction_.pages_total = opened.pages;
    extraction_.repaired = opened.repaired;
    extraction_.text.encrypted = opened.encrypted;
    extraction_.text.title = opened.title;
    return true;
  }

  Result<bool> take_page(std::string_view payload) {
    TRY(reading::Page page, decode_page(payload));
    if (page.number != next_page_) return Error{ErrorCode::unreadable, "the extract worker sent pages out of order"};
    extraction_.text.pages.push_back(std::move(page));
    ++next_page_;
    return true;
  }

  // The worker is of no more use. What befell it is the file's end, unless the caller gave up.
  Result<WorkerState> failed(const Error& error) {
    WorkerProcess::Death death = worker_.reap();
    if (error.code == ErrorCode::cancelled) return error;
    if (job_.deadline.passed()) {
      return Error{ErrorCode::deadline_exceeded, "the time allowed for reading the file ran out; try again later"};
    }
    if (error.code == ErrorCode::deadline_exceeded) {
      timed_out();
    } else {
      died(death);
    }
    return WorkerState::lost;
  }

  void timed_out() {
    if (file_deadline_.passed()) return file_timed_out();
    extraction_.end = End::page_timeout;
    extraction_.message = fmt::format(
        "page {} took longer than {} to read and was given up; print the file to a new PDF "
        "and try that one",
        next_page_, seconds(patience_.page));
  }

  void file_timed_out() {
    extraction_.end = End::file_timeout;
    extraction_.message =
        fmt::format("the file took longer than {} to read; the pages from {} on are missing: split it",
                    seconds(patience_.file), next_page_);
  }

  void died(WorkerProcess::Death death) {
    if (death.signal == SIGXCPU) return file_timed_out();
    bool memory = death.signal == 0 && death.exit_status == kExitMemory;
    extraction_.end = memory ? End::memory_limit : End::crashed;
    if (extraction_.pages_total == 0) {
      extraction_.message = "the reader failed while opening the file; print it to a new PDF and try that one";
      return;
    }
    extraction_.message =
        memory ? fmt::format(
                     "page {} needs more memory than is given to one file; print the file to a new PDF and try "
                     "that one",
                     next_page_)
               : fmt::format("the reader failed on page {}; print the file to a new PDF and try that one", next_page_);
  }

  WorkerProcess& worker_;
  const ReadJob& job_;
  const Patience& patience_;
  int next_page_;
  Deadline file_deadline_;
  Extraction& extraction_;
};

}  // namespace

Result<WorkerState> converse(WorkerProcess& worker, const ReadJob& job, const Patience& patience, int first_page,
                             Extraction& extraction) {
  return Conversation(worker, job, patience, first_page, extraction).run();
}

}  // namespace dossier::extract
