#include "extract/worker/serve.h"

#include "base/limits.h"
#include "extract/messages.h"
#include "extract/page_codec.h"
#include "extract/worker/pdf_file.h"
#include "extract/worker/sandbox.h"

#include <chrono>
#include <new>

namespace dossier::extract::worker {
namespace {

Result<void> send(Channel& channel, FrameKind kind, const std::string& payload) {
  return channel.send(kind, payload, -1, Deadline::never());
}

Result<void> read_pages(Channel& channel, PdfFile& file, int first_page) {
  Opened opened{file.pages(), file.encrypted(), file.repaired(), file.title()};
  TRY_DO(send(channel, FrameKind::opened, encode(opened)));
  bool anything = false;
  for (int number = first_page; number <= file.pages(); ++number) {
    reading::Page page = file.read_page(number);
    anything |= page.trouble.empty() || !page.words.empty();
    TRY_DO(send(channel, FrameKind::page, encode_page(page)));
  }
  Ended ended;
  if (!anything && first_page == 1) {
    ended = {End::damaged, "the file is damaged, nothing on its pages can be read; ask the sender for a new copy"};
  }
  return send(channel, FrameKind::end, encode(ended));
}

Result<void> answer(Channel& channel, const Frame& frame) {
  TRY(ReadRequest request, decode_read_request(frame.payload));
  constexpr auto kSeconds = std::chrono::duration_cast<std::chrono::seconds>(limits::kExtractFileTime);
  allow_processor_seconds(static_cast<long>(kSeconds.count()));
  PdfFile::Refusal refusal;
  std::unique_ptr<PdfFile> file = PdfFile::open(frame.file.number(), request.password, &refusal);
  if (!file) return send(channel, FrameKind::end, encode(Ended{refusal.end, refusal.message}));
  return read_pages(channel, *file, request.first_page);
}

}  // namespace

void serve(Channel channel) {
  PdfFile::warm_up();
  if (!send(channel, FrameKind::ready, std::string(kProtocol))) return;
  for (;;) {
    auto frame = channel.receive(Deadline::never());
    if (!frame || frame->kind != FrameKind::read) return;
    if (!answer(channel, *frame)) return;
  }
}

}  // namespace dossier::extract::worker
