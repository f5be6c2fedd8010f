#include "desks/fir/complaint_file.h"

#include "base/limits.h"

#include <fstream>
#include <istream>

namespace dossier::desks::fir {
namespace {

Result<std::string> read_all(std::istream& in, const std::string& name) {
  // One byte more than allowed tells a text that is too long from one that just fits.
  std::string text(limits::kComplaintBytesMax + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return Error{ErrorCode::unreadable, "the text cannot be read", name};
  if (text.size() > limits::kComplaintBytesMax) {
    return Error{ErrorCode::too_large,
                 "longer than " + std::to_string(limits::kComplaintLettersMax) +
                     " characters; give the substance and attach the rest",
                 name};
  }
  return text;
}

}  // namespace

Result<std::string> read_complaint(const std::string& file, std::istream* standard_input) {
  if (file == "-") return read_all(*standard_input, "standard input");
  std::ifstream in(file, std::ios::binary);
  if (!in) return Error{ErrorCode::not_found, "there is no such file, or it may not be read", file};
  return read_all(in, file);
}

}  // namespace dossier::desks::fir
