#pragma once

#include "extract/extraction.h"

#include <functional>
#include <memory>
#include <optional>
#include <string>

class PDFDoc;

namespace dossier::extract::worker {

// An open PDF. Poppler is to be used by one thread, one file at a time.
class PdfFile {
 public:
  struct Refusal {
    End end;
    std::string message;
  };

  // Loads what every file needs, so that the first one need not wait for it.
  static void warm_up();

  // Reads the file behind `descriptor`, which stays the caller's and must stay open as long as the file is.
  // Either the file or why it is not read.
  static std::unique_ptr<PdfFile> open(int descriptor, const std::string& password, Refusal* refusal);
  ~PdfFile();

  int pages() const { return pages_; }
  bool encrypted() const { return encrypted_; }
  // Its end or its index is missing or wrong: there may have been more than what is here.
  bool repaired() const { return repaired_; }
  std::string title() const;

  // `number` from 1 to pages().
  reading::Page read_page(int number);

 private:
  PdfFile();
  bool load(std::string_view bytes, const std::string& password);
  bool load_salvaged(const std::string& password);

  struct Mapping;
  std::unique_ptr<Mapping> bytes_;
  std::string salvaged_;  // a copy of the bytes with a new end; empty when it was not needed
  std::unique_ptr<PDFDoc> document_;
  int pages_ = 0;
  bool encrypted_ = false;
  bool repaired_ = false;
};

// What the first bytes of a file that is no PDF look like, and what to do about it.
std::string not_a_pdf_advice(std::string_view head);

}  // namespace dossier::extract::worker
