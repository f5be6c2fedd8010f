#pragma once

#include "base/result.h"
#include "fir/case.h"

#include <optional>
#include <string>
#include <string_view>

namespace dossier::desks::fir {

// What a file is: its kind, and its format as the extension that names it to a model server, without the dot.
struct OriginalFormat {
  dossier::fir::OriginalKind kind = dossier::fir::OriginalKind::recording;
  std::string_view format;  // wav, mp3, m4a, ogg, webm, jpg or png; outlives everything
};

// How much of a file format_in() looks at.
inline constexpr std::size_t kFormatBytes = 64;

// What the beginning of a file tells it to be, whatever its name; nothing: neither a recording nor a picture that is
// taken. Opus, which telephones record, comes in Ogg.
std::optional<OriginalFormat> format_in(std::string_view beginning);

// What an extension (".wav") or the type of a part ("audio/wav"), both in small letters, says of a file.
std::optional<OriginalFormat> format_named(std::string_view name);
// By the extension of the name of a file.
std::optional<OriginalFormat> format_of_file(const std::string& file_name);

// For whoever sent another: unsupported.
Error not_taken();

}  // namespace dossier::desks::fir
