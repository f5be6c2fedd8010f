#pragma once

#include "async/pool.h"
#include "async/task.h"
#include "base/context.h"
#include "net/multipart.h"
#include "net/request.h"

#include <filesystem>
#include <functional>
#include <memory>
#include <vector>

namespace dossier::net {

// Receives one multipart form: files go piece by piece to a folder on a pool, text fields into memory. While pieces are
// being written nothing is read from the client. Whatever happens before finish(), no file stays behind.
class FormReceiver final : private MultipartSink {
 public:
  // Asked before the first file of the form is received; its Error ends the form.
  using OnFile = std::function<Result<void>()>;

  // The pool outlives the receiver and the files it gives.
  FormReceiver(std::string_view boundary, const std::filesystem::path& folder, std::uint64_t upload_bytes_max,
               async::Pool& files, OnFile on_file = {});
  ~FormReceiver() override;

  // The next piece of the body. Returns when there is room for more.
  async::Task<Result<void>> take(std::string piece, Context context);
  // The body has ended: files are complete and synced, and belong to the request from now on.
  async::Task<Result<void>> finish(Request& request, Context context);

 private:
  struct OpenFile;
  struct Write {
    std::shared_ptr<OpenFile> file;
    std::string data;
    bool last = false;
  };

  Result<void> part_begins(PartHead head) override;
  Result<void> part_data(std::string_view data) override;
  Result<void> part_ends() override;
  async::Task<Result<void>> write_pending(Context context);

  const std::filesystem::path folder_;
  const std::uint64_t upload_bytes_max_;
  async::Pool& files_;
  OnFile on_file_;
  MultipartParser parser_;
  std::vector<std::shared_ptr<OpenFile>> received_;  // in order
  std::vector<Parameter> fields_;
  bool in_file_ = false;
  std::uint64_t file_bytes_ = 0;
  std::size_t field_bytes_ = 0;
  std::vector<Write> pending_;
  std::size_t pending_bytes_ = 0;
};

}  // namespace dossier::net
