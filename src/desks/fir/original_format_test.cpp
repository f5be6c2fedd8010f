#include "desks/fir/original_format.h"

#include <gtest/gtest.h>

namespace dossier::desks::fir {
namespace {

using dossier::fir::OriginalKind;
using namespace std::string_literals;

std::string_view format(const std::string& beginning) {
  const auto found = format_in(beginning);
  return found ? found->format : "none";
}

TEST(OriginalFormat, is_told_by_the_first_bytes) {
  EXPECT_EQ(format("RIFF\x24\0\0\0WAVEfmt "s), "wav");
  EXPECT_EQ(format("ID3\x04\0"s), "mp3");
  EXPECT_EQ(format("\xFF\xFB\x90\x64"s), "mp3");
  EXPECT_EQ(format("OggS\0\x02"s + std::string(22, '\0') + "\x01\x13OpusHead"), "ogg");
  for (const char* brand : {"M4A ", "mp42", "isom", "3gp4"})
    EXPECT_EQ(format("\0\0\0\x20"
                     "ftyp"s +
                     brand),
              "m4a")
        << brand;
  EXPECT_EQ(format("\x1A\x45\xDF\xA3\x9F\x42\x86\x81\x01\x42\x82\x84webm"s), "webm");
  EXPECT_EQ(format("\xFF\xD8\xFF\xE0"s), "jpg");
  EXPECT_EQ(format("\x89PNG\r\n\x1A\n"s), "png");
  EXPECT_EQ(format_in("\xFF\xD8\xFF\xE0"s)->kind, OriginalKind::picture);
  EXPECT_EQ(format_in("ID3\x03"s)->kind, OriginalKind::recording);
}

TEST(OriginalFormat, of_what_only_looks_alike_is_none) {
  for (const std::string& other : {""s, "R"s, "RIFF\x24\0\0\0AVI LIST"s, "RIFF"s, "OggStories"s, "ID3 of the thief"s,
                                   "\0\0\0\x18"
                                   "ftypheic"s,
                                   "\0\0\0\x18"
                                   "ftyp"s,
                                   "\x1A\x45\xDF\xA3\x42\x82\x88matroska"s, "\xFF\xF1\x50\x80"s /* AAC in ADTS */,
                                   "%PDF-1.7"s, "\xFF\xFE\0M"s, "My phone was stolen."s, "मेरा फोन"s})
    EXPECT_EQ(format(other), "none") << other;
}

TEST(OriginalFormat, is_said_by_an_extension_in_letters_of_any_size) {
  EXPECT_EQ(format_of_file("PTT-2026.OPUS")->format, "ogg");
  EXPECT_EQ(format_of_file("a.b.Jpeg")->format, "jpg");
  for (const char* name : {"wav", ".wav", "a.wav.txt", "a.", "audio/wav", "a.heic"})
    EXPECT_FALSE(format_of_file(name)) << name;
  EXPECT_EQ(format_named("audio/webm")->format, "webm");
}

}  // namespace
}  // namespace dossier::desks::fir
