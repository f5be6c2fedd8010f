#include "extract/messages.h"

#include "base/limits.h"
#include "extract/bytes.h"
#include "extract/page_codec.h"

namespace dossier::extract {
namespace {

constexpr std::size_t kPasswordBytesMax = 1'000;
constexpr std::size_t kTextBytesMax = 4'000;
constexpr std::uint8_t kEncrypted = 1, kRepaired = 2;

Error malformed() {
  return {ErrorCode::unreadable, "a message on the extract channel does not keep to the form"};
}

}  // namespace

std::string encode(const ReadRequest& request) {
  ByteWriter out;
  out.i32(request.first_page);
  out.text(request.password);
  return out.take();
}

Result<ReadRequest> decode_read_request(std::string_view payload) {
  ByteReader in(payload);
  ReadRequest request;
  request.first_page = in.i32();
  request.password = in.text(kPasswordBytesMax);
  if (!in.finished() || request.first_page < 1) return malformed();
  return request;
}

std::string encode(const Opened& opened) {
  ByteWriter out;
  out.i32(opened.pages);
  out.u8(static_cast<std::uint8_t>((opened.encrypted ? kEncrypted : 0) | (opened.repaired ? kRepaired : 0)));
  out.text(opened.title);
  return out.take();
}

Result<Opened> decode_opened(std::string_view payload) {
  ByteReader in(payload);
  Opened opened;
  opened.pages = in.i32();
  std::uint8_t flags = in.u8();
  opened.encrypted = (flags & kEncrypted) != 0;
  opened.repaired = (flags & kRepaired) != 0;
  opened.title = in.text(kTextBytesMax);
  bool good = in.finished() && opened.pages >= 1 && opened.pages <= limits::kPagesMax && valid_utf8(opened.title);
  if (!good) return malformed();
  return opened;
}

std::string encode(const Ended& ended) {
  ByteWriter out;
  out.text(name_of(ended.end));
  out.text(ended.message);
  return out.take();
}

Result<Ended> decode_ended(std::string_view payload) {
  ByteReader in(payload);
  std::optional<End> end = end_named(in.text(kTextBytesMax));
  std::string message = in.text(kTextBytesMax);
  if (!in.finished() || !end || !valid_utf8(message)) return malformed();
  return Ended{*end, std::move(message)};
}

}  // namespace dossier::extract
