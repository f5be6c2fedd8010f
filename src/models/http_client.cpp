#include "models/http_client.h"

#include "models/http_transfer.h"

#include <boost/asio/this_coro.hpp>
#include <pthread.h>

#include <mutex>
#include <thread>
#include <unordered_map>

namespace dossier::models {

using async::Completion;
using async::Task;

// The thread and its multi handle. Callers hand over transfers, and say which they gave up; everything else happens on
// the thread.
class HttpClient::Worker {
 public:
  explicit Worker(HttpClientOptions options);
  ~Worker();

  Result<void> begin(std::shared_ptr<Transfer> transfer);
  void give_up(std::shared_ptr<Transfer> transfer);

 private:
  void run();
  bool take_orders();
  void start(std::shared_ptr<Transfer> transfer);
  void end(const std::shared_ptr<Transfer>& transfer);
  void collect_finished();

  const HttpClientOptions options_;
  std::mutex mutex_;
  std::vector<std::shared_ptr<Transfer>> new_, given_up_;  // under the mutex
  std::size_t calls_ = 0;                                  // under the mutex
  bool closing_ = false;                                   // under the mutex

  CURLM* multi_;
  std::unordered_map<Transfer*, std::shared_ptr<Transfer>> running_;  // the thread only
  std::thread thread_;
};

HttpClient::Worker::Worker(HttpClientOptions options) : options_(std::move(options)) {
  DOSSIER_CHECK(curl_global_init(CURL_GLOBAL_DEFAULT) == CURLE_OK);
  multi_ = curl_multi_init();
  DOSSIER_CHECK(multi_ != nullptr);
  curl_multi_setopt(multi_, CURLMOPT_MAX_TOTAL_CONNECTIONS, static_cast<long>(options_.connections_max));
  curl_multi_setopt(multi_, CURLMOPT_MAXCONNECTS, static_cast<long>(options_.connections_max));
  thread_ = std::thread([this] { run(); });
  pthread_setname_np(thread_.native_handle(), "model-http");
}

HttpClient::Worker::~Worker() {
  {
    const std::lock_guard lock(mutex_);
    closing_ = true;
  }
  curl_multi_wakeup(multi_);
  thread_.join();
  curl_multi_cleanup(multi_);
  curl_global_cleanup();
}

Result<void> HttpClient::Worker::begin(std::shared_ptr<Transfer> transfer) {
  {
    const std::lock_guard lock(mutex_);
    if (closing_) return Error{ErrorCode::cancelled, "the program is shutting down"};
    if (calls_ >= options_.calls_max) {
      return Error{ErrorCode::over_capacity, "too many calls to model servers run already; try again in a few seconds"};
    }
    ++calls_;
    new_.push_back(std::move(transfer));
  }
  curl_multi_wakeup(multi_);
  return {};
}

void HttpClient::Worker::give_up(std::shared_ptr<Transfer> transfer) {
  {
    const std::lock_guard lock(mutex_);
    given_up_.push_back(std::move(transfer));
  }
  curl_multi_wakeup(multi_);
}

void HttpClient::Worker::run() {
  constexpr int kLookMilliseconds = 1'000;  // curl wakes sooner for its own timers and for curl_multi_wakeup
  while (take_orders()) {
    int running = 0;
    curl_multi_perform(multi_, &running);
    collect_finished();
    curl_multi_poll(multi_, nullptr, 0, kLookMilliseconds, nullptr);
  }
  while (!running_.empty()) {
    const std::shared_ptr<Transfer> transfer = running_.begin()->second;
    transfer->done->complete(async::cancelled_error("the shutdown of the program"));
    end(transfer);
  }
}

bool HttpClient::Worker::take_orders() {
  std::vector<std::shared_ptr<Transfer>> fresh, left;
  bool closing;
  {
    const std::lock_guard lock(mutex_);
    fresh.swap(new_);
    left.swap(given_up_);
    closing = closing_;
  }
  for (auto& transfer : fresh) start(std::move(transfer));
  for (const auto& transfer : left) end(transfer);  // or it has finished meanwhile
  return !closing;
}

void HttpClient::Worker::start(std::shared_ptr<Transfer> transfer) {
  CURL* easy = transfer->prepare(options_);
  running_.emplace(transfer.get(), transfer);
  if (easy != nullptr && curl_multi_add_handle(multi_, easy) == CURLM_OK) return;
  transfer->done->complete(Error{ErrorCode::over_capacity, "no memory for another connection; try again later"});
  end(transfer);
}

void HttpClient::Worker::end(const std::shared_ptr<Transfer>& transfer) {
  if (running_.erase(transfer.get()) == 0) return;
  if (transfer->handle() != nullptr) curl_multi_remove_handle(multi_, transfer->handle());
  const std::lock_guard lock(mutex_);
  --calls_;
}

void HttpClient::Worker::collect_finished() {
  int left = 0;
  while (CURLMsg* message = curl_multi_info_read(multi_, &left)) {
    if (message->msg != CURLMSG_DONE) continue;
    void* found = nullptr;
    curl_easy_getinfo(message->easy_handle, CURLINFO_PRIVATE, &found);
    const std::shared_ptr<Transfer> transfer = running_.at(static_cast<Transfer*>(found));
    transfer->finish(message->data.result);
    end(transfer);
  }
}

HttpClient::HttpClient(HttpClientOptions options) : worker_(std::make_unique<Worker>(std::move(options))) {}

HttpClient::~HttpClient() = default;

Task<Result<HttpAnswer>> HttpClient::send(HttpRequest request, Deadline deadline) {
  const async::Executor executor = co_await boost::asio::this_coro::executor;
  if (deadline.passed()) co_return async::deadline_error("the call of a model server");
  const auto transfer = std::make_shared<Transfer>(std::move(request), deadline, executor);
  CO_TRY_DO(worker_->begin(transfer));
  struct Leave {
    Worker& worker;
    std::shared_ptr<Transfer> transfer;
    ~Leave() {
      transfer->pieces->tell = nullptr;
      worker.give_up(std::move(transfer));
    }
  };
  const Leave leave{*worker_, transfer};
  Task<Result<HttpAnswer>> waiting =
      Completion<HttpAnswer>::wait(transfer->done, deadline, "the call of a model server");
  Result<HttpAnswer> answer = co_await std::move(waiting);
  co_return answer;
}

}  // namespace dossier::models
