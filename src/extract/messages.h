#pragma once

#include "extract/extraction.h"

#include <string>
#include <string_view>

namespace dossier::extract {

// The payloads of the frames in channel.h, except the page (page_codec.h). Decoders take hostile bytes: `unreadable`.

struct ReadRequest {
  int first_page = 1;         // earlier pages are not sent: they are known, or have killed a worker
  std::string password = {};  // empty: none
};
std::string encode(const ReadRequest& request);
Result<ReadRequest> decode_read_request(std::string_view payload);

struct Opened {
  int pages = 0;
  bool encrypted = false;
  bool repaired = false;
  std::string title = {};
};
std::string encode(const Opened& opened);
Result<Opened> decode_opened(std::string_view payload);

struct Ended {
  End end = End::completed;
  std::string message = {};
};
std::string encode(const Ended& ended);
Result<Ended> decode_ended(std::string_view payload);

// The payload of `ready`: worker and program must be of the same make.
inline constexpr std::string_view kProtocol = "dossier-extract 1";

}  // namespace dossier::extract
