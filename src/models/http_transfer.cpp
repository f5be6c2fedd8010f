#include "models/http_transfer.h"

#include <algorithm>
#include <cstdio>

namespace dossier::models {

namespace {

long milliseconds_left(Deadline deadline) {
  if (deadline.when() == SteadyTime::max()) return 0;  // curl: no limit
  const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline.when() - system_clock().steady());
  return static_cast<long>(std::clamp<std::int64_t>(left.count(), 1, 24 * 3'600'000));
}

}  // namespace

Transfer::Transfer(HttpRequest request, Deadline deadline, async::Executor executor)
    : done(async::Completion<HttpAnswer>::make(executor)),
      pieces(std::make_shared<Pieces>()),
      request_(std::move(request)),
      deadline_(deadline),
      executor_(std::move(executor)),
      streamed_(static_cast<bool>(request_.on_piece)) {
  pieces->tell = std::exchange(request_.on_piece, nullptr);
}

CURL* Transfer::prepare(const HttpClientOptions& options) {
  easy_.reset(curl_easy_init());
  if (!easy_) return nullptr;
  CURL* easy = easy_.get();
  curl_slist* list = curl_slist_append(nullptr, "Expect:");  // no round trip before a large body
  for (const std::string& header : request_.headers) list = curl_slist_append(list, header.c_str());
  headers_.reset(list);
  curl_easy_setopt(easy, CURLOPT_URL, request_.url.c_str());
  curl_easy_setopt(easy, CURLOPT_PROTOCOLS_STR, "http,https");
  curl_easy_setopt(easy, CURLOPT_HTTPHEADER, headers_.get());
  prepare_body(easy);
  curl_easy_setopt(easy, CURLOPT_HTTP_VERSION, static_cast<long>(CURL_HTTP_VERSION_2TLS));
  curl_easy_setopt(easy, CURLOPT_ACCEPT_ENCODING, "");  // all that curl can decode; the limit is on what comes out
  curl_easy_setopt(easy, CURLOPT_CONNECTTIMEOUT_MS, static_cast<long>(options.connect_time.count()));
  curl_easy_setopt(easy, CURLOPT_TIMEOUT_MS, milliseconds_left(deadline_));
  curl_easy_setopt(easy, CURLOPT_TCP_KEEPALIVE, 1L);
  curl_easy_setopt(easy, CURLOPT_QUICK_EXIT, 1L);
  curl_easy_setopt(easy, CURLOPT_NOSIGNAL, 1L);
  if (!options.ca_file.empty()) curl_easy_setopt(easy, CURLOPT_CAINFO, options.ca_file.c_str());
  curl_easy_setopt(easy, CURLOPT_ERRORBUFFER, fault_);
  curl_easy_setopt(easy, CURLOPT_WRITEFUNCTION, &Transfer::on_body);
  curl_easy_setopt(easy, CURLOPT_WRITEDATA, this);
  curl_easy_setopt(easy, CURLOPT_PRIVATE, this);
  return easy;
}

void Transfer::prepare_body(CURL* easy) {
  if (request_.body.empty()) return;
  if (!request_.file) {
    curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request_.body.size()));
    curl_easy_setopt(easy, CURLOPT_POSTFIELDS, request_.body.data());
    return;
  }
  const std::size_t whole = request_.body.size() + request_.file->size() + request_.tail.size();
  curl_easy_setopt(easy, CURLOPT_POST, 1L);
  curl_easy_setopt(easy, CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(whole));
  curl_easy_setopt(easy, CURLOPT_READFUNCTION, &Transfer::on_send);
  curl_easy_setopt(easy, CURLOPT_READDATA, this);
  curl_easy_setopt(easy, CURLOPT_SEEKFUNCTION, &Transfer::on_seek);
  curl_easy_setopt(easy, CURLOPT_SEEKDATA, this);
}

// What is left of the piece that comes next, as far as there is room.
std::size_t Transfer::on_send(char* room, std::size_t size, std::size_t count, void* self) {
  Transfer& transfer = *static_cast<Transfer*>(self);
  const HttpRequest& request = transfer.request_;
  std::size_t at = transfer.sent_;
  for (const std::string* piece : {&request.body, request.file.get(), &request.tail}) {
    if (at < piece->size()) {
      const std::size_t copied = piece->copy(room, size * count, at);
      transfer.sent_ += copied;
      return copied;
    }
    at -= piece->size();
  }
  return 0;
}

// A reused connection that turns out to be closed makes curl begin again.
int Transfer::on_seek(void* self, curl_off_t offset, int origin) {
  if (origin != SEEK_SET || offset < 0) return CURL_SEEKFUNC_CANTSEEK;
  static_cast<Transfer*>(self)->sent_ = static_cast<std::size_t>(offset);
  return CURL_SEEKFUNC_OK;
}

std::size_t Transfer::on_body(char* bytes, std::size_t size, std::size_t count, void* self) {
  return static_cast<Transfer*>(self)->take({bytes, size * count});
}

// Anything but the whole size tells curl to close the connection.
std::size_t Transfer::take(std::string_view piece) {
  received_ += piece.size();
  too_large_ = received_ > request_.answer_bytes_max;
  if (too_large_ || pieces->enough.load(std::memory_order_relaxed)) return CURL_WRITEFUNC_ERROR;
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  answer_.status = static_cast<int>(status);
  if (!streamed_ || !answer_.good()) {
    answer_.body.append(piece);
    return piece.size();
  }
  boost::asio::post(executor_, [pieces = pieces, text = std::string(piece)] {
    if (pieces->tell && !pieces->tell(text)) pieces->enough.store(true, std::memory_order_relaxed);
  });
  return piece.size();
}

void Transfer::finish(CURLcode code) {
  if (code != CURLE_OK) return done->complete(error_of(code));
  long status = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RESPONSE_CODE, &status);
  answer_.status = static_cast<int>(status);
  curl_off_t retry_after = 0;
  curl_easy_getinfo(easy_.get(), CURLINFO_RETRY_AFTER, &retry_after);
  answer_.retry_after = std::chrono::seconds(retry_after);
  done->complete(std::move(answer_));
}

Error Transfer::error_of(CURLcode code) const {
  const std::string what = fault_[0] != '\0' ? fault_ : curl_easy_strerror(code);
  if (too_large_) {
    return {ErrorCode::too_large,
            "the answer is longer than the " + std::to_string(request_.answer_bytes_max) + " bytes allowed"};
  }
  // Who reads the stream wanted no more of it, which is no fault of the connection.
  if (code == CURLE_WRITE_ERROR && pieces->enough.load(std::memory_order_relaxed))
    return {ErrorCode::unreadable, "its stream could not be used, and the rest was not waited for"};
  if (code == CURLE_OPERATION_TIMEDOUT) {
    long request_bytes = 0;
    curl_easy_getinfo(easy_.get(), CURLINFO_REQUEST_SIZE, &request_bytes);
    if (request_bytes == 0) return {ErrorCode::unavailable, "no connection within the time allowed (" + what + ")"};
    return {ErrorCode::deadline_exceeded, "no answer within the time allowed (" + what + ")"};
  }
  if (code == CURLE_PEER_FAILED_VERIFICATION) {
    return {ErrorCode::unavailable,
            "its certificate is not trusted (" + what + "); set DOSSIER_MODELS_CA_FILE to that of who signed it"};
  }
  if (code == CURLE_SSL_CACERT_BADFILE) {
    return {ErrorCode::unavailable, "the certificates to trust cannot be read (" + what +
                                        "); set DOSSIER_MODELS_CA_FILE to a PEM file of certificates"};
  }
  return {ErrorCode::unavailable, what};
}

}  // namespace dossier::models
