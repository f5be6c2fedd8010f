#include "net/form_receiver.h"

#include "async/run_on.h"
#include "base/json_writer.h"
#include "base/limits.h"
#include "net/tracing.h"

#include <fcntl.h>
#include <unistd.h>

#include <cstring>

namespace dossier::net {
namespace {

// One trip to the pool per so many bytes.
constexpr std::size_t kWriteBytes = 256u * 1024;

Error disk_error(const std::filesystem::path& path) {
  const int fault = errno;
  const char* advice = fault == ENOSPC ? "; free some space and send the file again" : "";
  return {ErrorCode::unavailable, std::string("the upload cannot be stored: ") + std::strerror(fault) + advice,
          path.parent_path()};
}

}  // namespace

// Shared by the receiver and the write that is under way: whoever lets go last closes the file, and removes it unless
// it was handed over.
struct FormReceiver::OpenFile {
  UploadedFile upload;  // its `file` is set at the end
  std::filesystem::path path;
  int descriptor = -1;  // pool's threads
  bool handed_over = false;
  bool complete = false;
  bool chosen_none = false;

  OpenFile() = default;
  OpenFile(const OpenFile&) = delete;
  OpenFile& operator=(const OpenFile&) = delete;
  ~OpenFile() {
    const bool exists = descriptor >= 0 || complete;
    if (descriptor >= 0) ::close(descriptor);
    if (exists && !handed_over) ::unlink(path.c_str());
  }

  Result<void> write(std::string_view data) {
    if (descriptor < 0) descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0) return disk_error(path);
    while (!data.empty()) {
      const ssize_t count = ::write(descriptor, data.data(), data.size());
      if (count < 0 && errno == EINTR) continue;
      if (count < 0) return disk_error(path);
      data.remove_prefix(static_cast<std::size_t>(count));
    }
    return {};
  }

  Result<void> finish() {
    TRY_DO(write({}));  // an empty file is a file too
    if (::fsync(descriptor) != 0) return disk_error(path);
    complete = true;
    if (::close(std::exchange(descriptor, -1)) != 0) return disk_error(path);
    return {};
  }
};

FormReceiver::FormReceiver(std::string_view boundary, const std::filesystem::path& folder,
                           std::uint64_t upload_bytes_max, async::Pool& files, OnFile on_file)
    : folder_(folder),
      upload_bytes_max_(upload_bytes_max),
      files_(files),
      on_file_(std::move(on_file)),
      parser_(boundary, *this) {}

FormReceiver::~FormReceiver() {
  if (received_.empty()) return;
  // Closing and removing touch the disk: not on the loop. A pool that is full or closing leaves no choice.
  (void)files_.post([left = std::make_shared<decltype(received_)>(std::move(received_)),
                     writes = std::make_shared<decltype(pending_)>(std::move(pending_))](async::Turn) {});
}

async::Task<Result<void>> FormReceiver::take(std::string piece, Context context) {
  CO_TRY_DO(parser_.feed(piece));
  if (pending_bytes_ < kWriteBytes) co_return Result<void>();
  async::Task<Result<void>> writing = write_pending(std::move(context));
  co_return co_await std::move(writing);
}

async::Task<Result<void>> FormReceiver::finish(Request& request, Context context) {
  CO_TRY_DO(parser_.finish());
  async::Task<Result<void>> writing = write_pending(std::move(context));
  CO_TRY_DO(co_await std::move(writing));
  for (const auto& file : received_) {
    if (file->chosen_none && file->upload.bytes == 0) continue;  // a browser's empty file field
    file->handed_over = true;
    file->upload.file = IncomingFile(file->path, &files_);
    request.files.push_back(std::move(file->upload));
  }
  received_.clear();
  request.form = std::move(fields_);
  co_return Result<void>();
}

async::Task<Result<void>> FormReceiver::write_pending(Context context) {
  pending_bytes_ = 0;
  auto work = [writes = std::exchange(pending_, {})](const async::StopToken&) mutable -> Result<void> {
    for (Write& write : writes) {
      TRY_DO(write.file->write(write.data));
      if (write.last) TRY_DO(write.file->finish());
    }
    return {};
  };
  async::Task<Result<void>> running = async::run_on(files_, std::move(context), std::move(work));
  co_return co_await std::move(running);
}

Result<void> FormReceiver::part_begins(PartHead head) {
  in_file_ = head.file_name.has_value();
  if (!in_file_) {
    fields_.push_back({std::move(head.name), {}});
    return {};
  }
  if (received_.size() >= limits::kFilesPerFormMax) {
    return Error{ErrorCode::invalid_argument,
                 "the form has more than " + std::to_string(limits::kFilesPerFormMax) + " files; send them one by one",
                 head.name};
  }
  const bool chosen_none = head.file_name->empty();
  if (on_file_ && !chosen_none) TRY_DO(on_file_());
  auto file = std::make_shared<OpenFile>();
  file->path = folder_ / new_uuid();
  file->chosen_none = chosen_none;
  file->upload.field = valid_utf8(head.name);
  file->upload.name = harmless_file_name(*head.file_name);
  file->upload.content_type = valid_utf8(head.content_type);
  received_.push_back(std::move(file));
  return {};
}

Result<void> FormReceiver::part_data(std::string_view data) {
  if (!in_file_) {
    field_bytes_ += data.size();
    if (field_bytes_ > limits::kFormFieldBytesMax) {
      return Error{
          ErrorCode::too_large,
          "the text fields of the form hold more than " + std::to_string(limits::kFormFieldBytesMax) + " bytes",
          fields_.back().name};
    }
    fields_.back().value.append(data);
    return {};
  }
  OpenFile& file = *received_.back();
  file.upload.bytes += data.size();
  file_bytes_ += data.size();
  if (file_bytes_ > upload_bytes_max_) {
    return Error{ErrorCode::too_large,
                 "the file is larger than the " + std::to_string(upload_bytes_max_) +
                     " bytes that are accepted; split it and send the parts",
                 file.upload.field};
  }
  if (pending_.empty() || pending_.back().file != received_.back() || pending_.back().last) {
    pending_.push_back({received_.back(), {}});
  }
  pending_.back().data.append(data);
  pending_bytes_ += data.size();
  return {};
}

Result<void> FormReceiver::part_ends() {
  if (in_file_) pending_.push_back({.file = received_.back(), .data = {}, .last = true});
  return {};
}

}  // namespace dossier::net
