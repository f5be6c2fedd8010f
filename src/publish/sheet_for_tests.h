#pragma once

#include "publish/pdf.h"

#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdio>
#include <fstream>
#include <string>

// A PDF looked at with the programs people look at it with. For tests only.
namespace dossier::publish {

struct CommandResult {
  int status = -1;
  std::string output;
};

inline CommandResult run(const std::string& command) {
  CommandResult result;
  FILE* pipe = popen((command + " 2>&1").c_str(), "r");
  if (pipe == nullptr) return result;
  char buffer[4096];
  for (std::size_t got = 0; (got = fread(buffer, 1, sizeof buffer, pipe)) > 0;) result.output.append(buffer, got);
  result.status = pclose(pipe);
  return result;
}

// Bytes in a file that is gone with it.
class PdfFile {
 public:
  explicit PdfFile(const std::string& bytes)
      : path_(testing::TempDir() + "dossier_form_" + std::to_string(getpid()) + "_" + std::to_string(++count_)) {
    std::ofstream(path_, std::ios::binary) << bytes;
  }
  ~PdfFile() { std::remove(path_.c_str()); }
  PdfFile(const PdfFile&) = delete;
  PdfFile& operator=(const PdfFile&) = delete;

  std::string text() const { return run("pdftotext -layout " + path_ + " -").output; }
  std::string properties() const { return run("TZ=Asia/Kolkata pdfinfo " + path_).output; }
  std::string fonts() const { return run("pdffonts " + path_).output; }
  bool sound() const { return run("qpdf --check " + path_).status == 0; }
  int pages() const { return std::atoi(run("pdfinfo " + path_ + " | sed -n 's/^Pages: *//p'").output.c_str()); }
  const std::string& path() const { return path_; }

 private:
  static inline int count_ = 0;
  std::string path_;
};

inline std::size_t count_of(const std::string& text, const std::string& what) {
  std::size_t count = 0;
  for (std::size_t at = text.find(what); at != std::string::npos; at = text.find(what, at + what.size())) ++count;
  return count;
}

// Text without white space: pdftotext breaks lines where the page does.
inline std::string squeezed(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c != ' ' && c != '\n' && c != '\f') out += c;
  }
  return out;
}

}  // namespace dossier::publish
