#include "documents/blobs.h"

#include "store/file_sync.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <cstring>
#include <optional>
#include <string_view>

namespace dossier::documents {
namespace {

namespace fs = std::filesystem;

constexpr std::size_t kReadBytes = std::size_t{256} * 1024;

Error disk_error(const fs::path& path, int reason) {
  return {
      ErrorCode::unavailable,
      std::string("the file could not be stored (") + std::strerror(reason) + "); check the disk and its free space",
      path.string()};
}

Result<KeptBlob> hash_of(const fs::path& file) {
  extract::Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened) return disk_error(file, errno);
  store::Hasher hasher;
  KeptBlob blob;
  std::vector<char> buffer(kReadBytes);
  for (;;) {
    ssize_t got = ::read(opened.number(), buffer.data(), buffer.size());
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return disk_error(file, errno);
    if (got == 0) break;
    hasher.bytes({buffer.data(), static_cast<std::size_t>(got)});
    blob.bytes += got;
  }
  blob.hash = hasher.finish();
  return blob;
}

// Fewer bytes only where the file ends.
Result<std::string> read_up_to(const extract::Descriptor& file, std::size_t size, const fs::path& path) {
  std::string bytes(size, '\0');
  std::size_t at = 0;
  while (at < size) {
    const ssize_t got = ::read(file.number(), bytes.data() + at, size - at);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) return disk_error(path, errno);
    if (got == 0) break;
    at += static_cast<std::size_t>(got);
  }
  bytes.resize(at);
  return bytes;
}

// Makes the folder of a blob, and its name on the disk safe, when it is the first in it.
Result<void> make_folder(const fs::path& folder) {
  for (const fs::path& path : {folder.parent_path(), folder}) {
    if (::mkdir(path.c_str(), 0700) == 0) {
      TRY_DO(store::sync_folder_of(path));
    } else if (errno != EEXIST) {
      return disk_error(path, errno);
    }
  }
  return {};
}

WallTime changed_at(const struct stat& facts) {
  auto since_epoch = std::chrono::seconds(facts.st_mtim.tv_sec) + std::chrono::nanoseconds(facts.st_mtim.tv_nsec);
  return WallTime(std::chrono::duration_cast<WallTime::duration>(since_epoch));
}

}  // namespace

Result<std::string> beginning_of(const fs::path& file, std::size_t bytes_max) {
  const extract::Descriptor opened(::open(file.c_str(), O_RDONLY | O_CLOEXEC));
  if (!opened) return disk_error(file, errno);
  return read_up_to(opened, bytes_max, file);
}

std::optional<store::Hash> hash_named(std::string_view hexadecimal) {
  store::Hash hash{};
  if (hexadecimal.size() != hash.size() * 2) return std::nullopt;
  auto digit = [](char c) { return c >= '0' && c <= '9' ? c - '0' : c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1; };
  for (std::size_t i = 0; i < hash.size(); ++i) {
    int high = digit(hexadecimal[2 * i]), low = digit(hexadecimal[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    hash[i] = static_cast<unsigned char>(high * 16 + low);
  }
  return hash;
}

Result<KeptBlob> Blobs::keep(const fs::path& file) const {
  struct Leftover {
    const fs::path& file;
    ~Leftover() { ::unlink(file.c_str()); }  // nothing to do once it was moved
  } leftover{file};
  TRY(KeptBlob blob, hash_of(file));
  fs::path path = path_of(blob.hash);
  TRY_DO(make_folder(path.parent_path()));
  // A blob that is there already is replaced by the same bytes: its time is then that of this keeping, which saves it
  // from a sweep that is on its way.
  ::utimensat(AT_FDCWD, file.c_str(), nullptr, 0);
  if (::rename(file.c_str(), path.c_str()) != 0) return disk_error(path, errno);
  TRY_DO(store::sync_folder_of(path));
  return blob;
}

Result<extract::Descriptor> Blobs::open(const store::Hash& hash) const {
  extract::Descriptor opened(::open(path_of(hash).c_str(), O_RDONLY | O_CLOEXEC));
  if (opened) return opened;
  if (errno == ENOENT) {
    return Error{ErrorCode::not_found, "the stored file is missing from the data folder; restore it from a backup"};
  }
  return disk_error(path_of(hash), errno);
}

Result<std::string> Blobs::read(const store::Hash& hash, std::size_t bytes_max) const {
  TRY(extract::Descriptor file, open(hash));
  struct stat facts {};
  if (::fstat(file.number(), &facts) != 0) return disk_error(path_of(hash), errno);
  const auto size = static_cast<std::size_t>(facts.st_size);
  if (size > bytes_max) return Error{ErrorCode::too_large, "the stored file is larger than what may be read at once"};
  TRY(std::string bytes, read_up_to(file, size, path_of(hash)));
  if (bytes.size() < size) return disk_error(path_of(hash), EIO);
  return bytes;
}

bool Blobs::holds(const store::Hash& hash) const {
  return ::access(path_of(hash).c_str(), R_OK) == 0;
}

Result<std::vector<store::Hash>> Blobs::older_than(WallTime moment) const {
  std::vector<store::Hash> hashes;
  std::error_code error;
  for (fs::directory_iterator folder(folder_, error), end; !error && folder != end; folder.increment(error)) {
    std::string start = folder->path().filename().string();
    for (fs::directory_iterator file(folder->path(), error); !error && file != end; file.increment(error)) {
      auto hash = hash_named(start + file->path().filename().string());
      if (hash && is_older_than(*hash, moment)) hashes.push_back(*hash);
    }
  }
  if (error && error != std::errc::no_such_file_or_directory) return disk_error(folder_, error.value());
  return hashes;
}

bool Blobs::is_older_than(const store::Hash& hash, WallTime moment) const {
  struct stat facts {};
  return ::stat(path_of(hash).c_str(), &facts) == 0 && changed_at(facts) < moment;
}

void Blobs::remove(const store::Hash& hash) const {
  ::unlink(path_of(hash).c_str());
}

Result<std::size_t> Blobs::copy_to(const Blobs& target) const {
  TRY(std::vector<store::Hash> hashes, older_than(WallTime::max()));
  std::size_t copied = 0;
  for (const store::Hash& hash : hashes) {
    if (target.holds(hash)) continue;
    fs::path to = target.path_of(hash), part = to;
    part += ".part";
    std::error_code error;
    fs::create_directories(target.folder_.parent_path(), error);
    TRY_DO(make_folder(to.parent_path()));
    fs::copy_file(path_of(hash), part, fs::copy_options::overwrite_existing, error);
    if (error == std::errc::no_such_file_or_directory) continue;  // removed since it was listed
    if (error) return disk_error(part, error.value());
    TRY_DO(store::sync_file(part));
    fs::rename(part, to, error);
    if (error) return disk_error(to, error.value());
    TRY_DO(store::sync_folder_of(to));
    ++copied;
  }
  return copied;
}

fs::path Blobs::path_of(const store::Hash& hash) const {
  std::string name = store::hex(hash);
  return folder_ / name.substr(0, 2) / name.substr(2);
}

}  // namespace dossier::documents
