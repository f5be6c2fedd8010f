#include "desks/fir/complaint_file.h"

#include "base/limits.h"

#include <fstream>
#include <istream>

namespace dossier::desks::fir {
namespace {

Result<std::string> read_all(std::istream& in, const std::string& name, std::size_t bytes_max, const char* too_large) {
  // One byte more than allowed tells a file that is too long from one that just fits.
  std::string bytes(bytes_max + 1, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return Error{ErrorCode::unreadable, "the file cannot be read", name};
  if (bytes.size() > bytes_max) return Error{ErrorCode::too_large, too_large, name};
  return bytes;
}

Result<std::string> read_file(const std::string& file, std::size_t bytes_max, const char* too_large) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{ErrorCode::not_found, "there is no such file, or it may not be read", file};
  return read_all(in, file, bytes_max, too_large);
}

constexpr const char* kTextTooLong = "longer than 50000 characters; give the substance and attach the rest";

}  // namespace

Result<std::string> read_complaint(const std::string& file, std::istream* standard_input) {
  if (file == "-") return read_all(*standard_input, "standard input", limits::kComplaintBytesMax, kTextTooLong);
  return read_file(file, limits::kComplaintBytesMax, kTextTooLong);
}

Result<std::string> read_original(const std::string& file) {
  return read_file(file, limits::kRecordingBytesMax, "larger than 25 MiB; cut it into parts");
}

}  // namespace dossier::desks::fir
