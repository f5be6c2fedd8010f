#include "desks/fir/original_format.h"

#include <algorithm>
#include <array>

namespace dossier::desks::fir {
namespace {

using dossier::fir::OriginalKind;

constexpr OriginalFormat kWav{OriginalKind::recording, "wav"}, kMp3{OriginalKind::recording, "mp3"},
    kM4a{OriginalKind::recording, "m4a"}, kOgg{OriginalKind::recording, "ogg"}, kWebm{OriginalKind::recording, "webm"},
    kJpg{OriginalKind::picture, "jpg"}, kPng{OriginalKind::picture, "png"};

struct Name {
  std::string_view name;
  OriginalFormat means;
};
constexpr std::array kNames = {Name{".wav", kWav},
                               Name{".mp3", kMp3},
                               Name{".mpeg", kMp3},
                               Name{".m4a", kM4a},
                               Name{".ogg", kOgg},
                               Name{".opus", kOgg},
                               Name{".webm", kWebm},
                               Name{".jpg", kJpg},
                               Name{".jpeg", kJpg},
                               Name{".png", kPng},
                               Name{"audio/wav", kWav},
                               Name{"audio/mpeg", kMp3},
                               Name{"audio/mp3", kMp3},
                               Name{"audio/mp4", kM4a},
                               Name{"audio/m4a", kM4a},
                               Name{"audio/x-m4a", kM4a},
                               Name{"audio/mp4a-latm", kM4a},
                               Name{"audio/ogg", kOgg},
                               Name{"application/ogg", kOgg},
                               Name{"audio/opus", kOgg},
                               Name{"audio/webm", kWebm},
                               Name{"video/webm", kWebm},
                               Name{"image/jpeg", kJpg},
                               Name{"image/jpg", kJpg},
                               Name{"image/png", kPng}};

// Of the ISO base media files ("....ftyp" and the brand) those that telephones write sound into. Others of that family
// are pictures (heic, avif).
bool is_sound_brand(std::string_view brand) {
  constexpr std::array<std::string_view, 6> kBrands = {"M4A", "M4B", "mp4", "iso", "3g", "dash"};
  return std::any_of(kBrands.begin(), kBrands.end(), [&](std::string_view one) { return brand.starts_with(one); });
}

// "ID3" and a version, which no text has there.
bool is_tagged(std::string_view bytes) {
  return bytes.size() > 3 && bytes.starts_with("ID3") && bytes[3] >= 2 && bytes[3] <= 4;
}

// A frame of MPEG audio: eleven bits set, then a version that is not the reserved one, and layer two or three. With
// layer one, which nobody uses, the mark of a text in UTF-16 would be a frame.
bool is_mpeg_frame(std::string_view bytes) {
  if (bytes.size() < 2 || bytes[0] != '\xFF') return false;
  const auto second = static_cast<unsigned char>(bytes[1]);
  const unsigned version = (second >> 3) & 3, layer = (second >> 1) & 3;
  return (second & 0xE0) == 0xE0 && version != 1 && (layer == 1 || layer == 2);
}

}  // namespace

std::optional<OriginalFormat> format_in(std::string_view beginning) {
  const std::string_view bytes = beginning.substr(0, kFormatBytes);
  const auto at = [&](std::size_t place, std::string_view mark) {
    return bytes.size() >= place + mark.size() && bytes.substr(place, mark.size()) == mark;
  };
  if (at(0, "RIFF") && at(8, "WAVE")) return kWav;
  if (at(0, {"OggS\0", 5})) return kOgg;
  if (at(4, "ftyp") && bytes.size() >= 12 && is_sound_brand(bytes.substr(8, 4))) return kM4a;
  if (at(0, "\x1A\x45\xDF\xA3") && bytes.find("webm") != std::string_view::npos) return kWebm;
  if (at(0, "\xFF\xD8\xFF")) return kJpg;
  if (at(0, "\x89PNG\r\n\x1A\n")) return kPng;
  if (is_tagged(bytes) || is_mpeg_frame(bytes)) return kMp3;
  return std::nullopt;
}

std::optional<OriginalFormat> format_named(std::string_view name) {
  const auto at = std::find_if(kNames.begin(), kNames.end(), [&](const Name& one) { return one.name == name; });
  return at == kNames.end() ? std::nullopt : std::optional(at->means);
}

std::optional<OriginalFormat> format_of_file(const std::string& file_name) {
  const std::size_t dot = file_name.rfind('.');
  if (dot == std::string::npos || dot == 0) return std::nullopt;
  std::string extension = file_name.substr(dot);
  std::transform(extension.begin(), extension.end(), extension.begin(),
                 [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
  return format_named(extension);
}

Error not_taken() {
  return {
      ErrorCode::unsupported,
      "a recording is a .wav, .mp3, .mpeg, .m4a, .ogg, .opus or .webm file, a picture a .jpg, .jpeg or .png file, by "
      "what is in it; convert it first"};
}

}  // namespace dossier::desks::fir
