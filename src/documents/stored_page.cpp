#include "documents/stored_page.h"

#include "base/check.h"
#include "base/limits.h"
#include "extract/bytes.h"
#include "extract/page_codec.h"

#include <zlib.h>

namespace dossier::documents {
namespace {

constexpr std::size_t kLengthBytes = 4;
constexpr int kQuick = 1;  // 0.2 ms a page; the best level takes six times as long for a tenth less

}  // namespace

store::Blob pack_page(const reading::Page& page) {
  std::string plain = extract::encode_page(page);
  extract::ByteWriter header;
  header.u32(static_cast<std::uint32_t>(plain.size()));
  store::Blob blob{header.take()};
  uLongf size = compressBound(plain.size());
  blob.bytes.resize(kLengthBytes + size);
  auto* out = reinterpret_cast<Bytef*>(blob.bytes.data() + kLengthBytes);
  int done = compress2(out, &size, reinterpret_cast<const Bytef*>(plain.data()), plain.size(), kQuick);
  DOSSIER_CHECK(done == Z_OK);  // there was room for the worst case
  blob.bytes.resize(kLengthBytes + size);
  return blob;
}

Result<reading::Page> unpack_page(const store::Blob& blob) {
  extract::ByteReader header(blob.bytes);
  std::size_t length = header.u32();
  bool good = header.ok() && length <= limits::kExtractFrameBytesMax;
  std::string plain(good ? length : 0, '\0');
  if (good) {
    uLongf size = plain.size();
    const auto* in = reinterpret_cast<const Bytef*>(blob.bytes.data() + kLengthBytes);
    int done = uncompress(reinterpret_cast<Bytef*>(plain.data()), &size, in, blob.bytes.size() - kLengthBytes);
    good = done == Z_OK && size == plain.size();
  }
  if (!good) return Error{ErrorCode::unreadable, "a stored page is damaged; send the document again"};
  return extract::decode_page(plain);
}

}  // namespace dossier::documents
