#include "desks/fir/originals.h"

#include "base/limits.h"
#include "documents/documents.h"

#include <algorithm>
#include <array>

namespace dossier::desks::fir {
namespace {

using async::Task;
using dossier::fir::Original;
using dossier::fir::OriginalKind;

struct Extension {
  std::string_view name, format;
  OriginalKind kind;
};
constexpr std::array kExtensions = {
    Extension{".wav", "wav", OriginalKind::recording},  Extension{".mp3", "mp3", OriginalKind::recording},
    Extension{".mpeg", "mp3", OriginalKind::recording}, Extension{".jpg", "jpg", OriginalKind::picture},
    Extension{".jpeg", "jpg", OriginalKind::picture},   Extension{".png", "png", OriginalKind::picture}};

struct PartType {
  std::string_view name, format;
  OriginalKind kind;
};
constexpr std::array kTypes = {
    PartType{"audio/wav", "wav", OriginalKind::recording}, PartType{"audio/mpeg", "mp3", OriginalKind::recording},
    PartType{"audio/mp3", "mp3", OriginalKind::recording}, PartType{"image/jpeg", "jpg", OriginalKind::picture},
    PartType{"image/jpg", "jpg", OriginalKind::picture},   PartType{"image/png", "png", OriginalKind::picture}};

std::string lower(std::string_view text) {
  std::string low(text);
  std::transform(low.begin(), low.end(), low.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return low;
}

const Extension* extension_of(const std::string& name) {
  const std::string low = lower(name);
  const auto at = std::find_if(kExtensions.begin(), kExtensions.end(), [&](const Extension& one) {
    return low.size() > one.name.size() && low.ends_with(one.name);
  });
  return at == kExtensions.end() ? nullptr : &*at;
}

const PartType* type_of(const std::string& content_type, OriginalKind kind) {
  std::string name = lower(content_type.substr(0, content_type.find(';')));
  name.erase(name.find_last_not_of(" \t") + 1);
  const auto at = std::find_if(kTypes.begin(), kTypes.end(),
                               [&](const PartType& one) { return one.kind == kind && one.name == name; });
  return at == kTypes.end() ? nullptr : &*at;
}

Error wrong_extension() {
  return {ErrorCode::unsupported,
          "a recording is a .wav, .mp3 or .mpeg file, a picture a .jpg, .jpeg or .png file; convert it first"};
}

Result<Original> of_right_size(const net::UploadedFile& file, Original original) {
  if (file.bytes > limits::kRecordingBytesMax)
    return Error{ErrorCode::too_large, "the file is larger than 25 MiB (26214400 bytes); cut it into parts"};
  if (file.bytes == 0) return Error{ErrorCode::invalid_argument, "the file is empty; send it again"};
  original.bytes = static_cast<std::int64_t>(file.bytes);
  return original;
}

}  // namespace

Result<Original> check_typed_file(const net::UploadedFile& file, OriginalKind kind) {
  if (extension_of(file.name) == nullptr) return wrong_extension();
  const PartType* type = type_of(file.content_type, kind);
  if (type == nullptr) {
    return Error{ErrorCode::unsupported, kind == OriginalKind::recording
                                             ? "the part audio is of type audio/wav, audio/mpeg or audio/mp3"
                                             : "the part image is of type image/jpeg, image/jpg or image/png"};
  }
  return of_right_size(file, {kind, file.name, std::string(type->format), 0, {}, {}});
}

Result<Original> check_named_file(const net::UploadedFile& file) {
  std::optional<Original> original = original_named(file.name);
  if (!original) return wrong_extension();
  return of_right_size(file, std::move(*original));
}

std::optional<Original> original_named(const std::string& name) {
  const Extension* extension = extension_of(name);
  if (extension == nullptr) return std::nullopt;
  return Original{extension->kind, name, std::string(extension->format), 0, {}, {}};
}

Task<Result<NewOriginal>> keep_original(Services& services, Context context, Original original,
                                        std::filesystem::path file) {
  Task<Result<documents::KeptBlob>> keeping = services.documents.keep(std::move(context), std::move(file));
  CO_TRY(const documents::KeptBlob blob, co_await std::move(keeping));
  original.digest = store::hex(blob.hash);
  co_return NewOriginal{std::move(original), blob};
}

}  // namespace dossier::desks::fir
