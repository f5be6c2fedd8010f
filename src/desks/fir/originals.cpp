#include "desks/fir/originals.h"

#include "base/limits.h"
#include "desks/fir/limits.h"
#include "desks/fir/original_format.h"
#include "desks/fir/transcribing.h"
#include "documents/documents.h"
#include "models/limits.h"
#include "store/job_table.h"

#include <algorithm>

namespace dossier::desks::fir {
namespace {

using async::Task;
using dossier::fir::Original;
using dossier::fir::OriginalKind;

Result<void> check_size(const net::UploadedFile& file) {
  if (file.bytes > limits::kRecordingBytesMax)
    return Error{ErrorCode::too_large,
                 std::string("the file is larger than ") + limits::kRecordingBytesMaxWords + "; cut it into parts"};
  if (file.bytes == 0) return Error{ErrorCode::invalid_argument, "the file is empty; send it again"};
  return {};
}

// What the old interface says in its words of the type of a part.
Result<OriginalFormat> format_of_part(const net::UploadedFile& file, OriginalKind kind) {
  if (!format_of_file(file.name)) return not_taken();
  std::string type = file.content_type.substr(0, file.content_type.find(';'));
  type.erase(type.find_last_not_of(" \t") + 1);
  std::transform(type.begin(), type.end(), type.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  const auto format = format_named(type);
  if (format && format->kind == kind) return *format;
  return Error{ErrorCode::unsupported,
               kind == OriginalKind::recording
                   ? "the part audio is of type audio/wav, audio/mpeg, audio/mp3, audio/mp4, audio/ogg or audio/webm"
                   : "the part image is of type image/jpeg, image/jpg or image/png"};
}

// The queue of those that wait for their transcript is bounded here, where it grows, apart from the fund desk's.
Task<Result<std::optional<OriginalFormat>>> look_into(Services& services, Context context, std::filesystem::path file) {
  Task<Result<std::int64_t>> counting = services.database.read(
      context, [](store::Session& session) { return store::JobTable::waiting(session, kTranscribeKind); });
  CO_TRY(const std::int64_t waiting, co_await std::move(counting));
  if (static_cast<std::size_t>(waiting) >= limits::kTranscriptionsWaitingMax)
    co_return Error{ErrorCode::over_capacity,
                    "too many recordings and pictures wait to be written down; try again later"};
  Task<Result<std::string>> reading = services.documents.beginning(std::move(context), std::move(file), kFormatBytes);
  CO_TRY(const std::string beginning, co_await std::move(reading));
  co_return format_in(beginning);
}

Original original_of(const net::UploadedFile& file, OriginalFormat format) {
  return {format.kind, file.name, std::string(format.format), static_cast<std::int64_t>(file.bytes), {}, {}};
}

Task<Result<NewOriginal>> keep(Services& services, Context context, Original original, std::filesystem::path file) {
  Task<Result<documents::KeptBlob>> keeping = services.documents.keep(std::move(context), std::move(file));
  CO_TRY(const documents::KeptBlob blob, co_await std::move(keeping));
  original.digest = store::hex(blob.hash);
  co_return NewOriginal{std::move(original), blob};
}

}  // namespace

Task<Result<NewOriginal>> take_file(Services& services, Context context, net::UploadedFile file) {
  CO_TRY_DO(check_size(file));
  Task<Result<std::optional<OriginalFormat>>> looking = look_into(services, context, file.file.path());
  CO_TRY(const std::optional<OriginalFormat> told, co_await std::move(looking));
  if (!told) co_return not_taken();
  Task<Result<NewOriginal>> keeping = keep(services, std::move(context), original_of(file, *told), file.file.path());
  co_return co_await std::move(keeping);
}

Task<Result<NewOriginal>> take_typed_file(Services& services, Context context, net::UploadedFile file,
                                          OriginalKind kind) {
  CO_TRY(OriginalFormat format, format_of_part(file, kind));
  CO_TRY_DO(check_size(file));
  Task<Result<std::optional<OriginalFormat>>> looking = look_into(services, context, file.file.path());
  CO_TRY(const std::optional<OriginalFormat> told, co_await std::move(looking));
  if (told && told->kind == kind) format = *told;
  Task<Result<NewOriginal>> keeping = keep(services, std::move(context), original_of(file, format), file.file.path());
  co_return co_await std::move(keeping);
}

}  // namespace dossier::desks::fir
