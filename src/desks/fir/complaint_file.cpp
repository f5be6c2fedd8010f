#include "desks/fir/complaint_file.h"

#include "base/limits.h"
#include "desks/fir/limits.h"
#include "models/limits.h"

#include <fstream>
#include <istream>

namespace dossier::desks::fir {
namespace {

Result<std::string> read_some(std::istream& in, const std::string& name, std::size_t bytes_max) {
  std::string bytes(bytes_max, '\0');
  in.read(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  bytes.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return Error{ErrorCode::unreadable, "the file cannot be read", name};
  return bytes;
}

Result<std::string> read_all(std::istream& in, const std::string& name, std::size_t bytes_max, std::string too_large) {
  // One byte more than allowed tells a file that is too long from one that just fits.
  TRY(std::string bytes, read_some(in, name, bytes_max + 1));
  if (bytes.size() > bytes_max) return Error{ErrorCode::too_large, std::move(too_large), name};
  return bytes;
}

Result<std::ifstream> open_file(const std::string& file) {
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{ErrorCode::not_found, "there is no such file, or it may not be read", file};
  return in;
}

}  // namespace

Result<std::string> read_complaint(const std::string& file, std::istream* standard_input) {
  const std::string too_long =
      std::string("longer than ") + limits::kComplaintLettersMaxWords + "; give the substance and attach the rest";
  if (file == "-") return read_all(*standard_input, "standard input", limits::kComplaintBytesMax, too_long);
  TRY(std::ifstream in, open_file(file));
  return read_all(in, file, limits::kComplaintBytesMax, too_long);
}

Result<std::string> read_original(const std::string& file) {
  TRY(std::ifstream in, open_file(file));
  return read_all(in, file, limits::kRecordingBytesMax,
                  std::string("larger than ") + limits::kRecordingBytesMaxWords + "; cut it into parts");
}

Result<std::optional<OriginalFormat>> format_found_in(const std::string& file) {
  TRY(std::ifstream in, open_file(file));
  TRY(const std::string beginning, read_some(in, file, kFormatBytes));
  const std::optional<OriginalFormat> format = format_in(beginning);
  if (format || !format_of_file(file)) return format;
  if (beginning.empty()) return Error{ErrorCode::unreadable, "the file is empty", file};
  return Error{ErrorCode::unreadable, not_taken().message, file};
}

}  // namespace dossier::desks::fir
