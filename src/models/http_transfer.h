#pragma once

#include "async/completion.h"
#include "models/http_client.h"

#include <curl/curl.h>

#include <atomic>

namespace dossier::models {

struct EasyDeleter {
  void operator()(CURL* easy) const { curl_easy_cleanup(easy); }
};
struct ListDeleter {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};

// One request on its way. Made by the caller, then the curl thread's only, except for `done` and `pieces`.
class Transfer {
 public:
  // How streamed pieces reach the caller.
  struct Pieces {
    HttpRequest::OnPiece tell;        // the caller's loop only: called, and cleared when the caller leaves, there
    std::atomic<bool> enough{false};  // the caller wants no more
  };

  Transfer(HttpRequest request, Deadline deadline, async::Executor executor);

  const std::shared_ptr<async::Completion<HttpAnswer>> done;
  const std::shared_ptr<Pieces> pieces;

  // ---- the curl thread ----
  // Null when curl has no memory left.
  CURL* prepare(const HttpClientOptions& options);
  CURL* handle() const { return easy_.get(); }
  void finish(CURLcode code);

 private:
  void prepare_body(CURL* easy);
  static std::size_t on_send(char* room, std::size_t size, std::size_t count, void* self);
  static int on_seek(void* self, curl_off_t offset, int origin);
  static std::size_t on_body(char* bytes, std::size_t size, std::size_t count, void* self);
  std::size_t take(std::string_view piece);
  Error error_of(CURLcode code) const;

  HttpRequest request_;
  const Deadline deadline_;
  const async::Executor executor_;
  std::unique_ptr<CURL, EasyDeleter> easy_;
  std::unique_ptr<curl_slist, ListDeleter> headers_;
  char fault_[CURL_ERROR_SIZE] = {};
  const bool streamed_;
  HttpAnswer answer_;
  std::size_t sent_ = 0;  // of body, file and tail together
  std::size_t received_ = 0;
  bool too_large_ = false;
};

}  // namespace dossier::models
