#pragma once

#include <string>
#include <vector>

namespace dossier::extract {

// Writes small PDF files for tests: well-formed where the test does not ask for anything else.
class TinyPdf {
 public:
  // Adds a page with this content stream. `attributes` go into its dictionary ("/Rotate 90", or another "/Contents");
  // fonts F1 (Helvetica) and F2 (Helvetica-Bold) are there; further resources are entries such as "/XObject << /X1 7 0
  // R >>".
  TinyPdf& page(std::string content, std::string attributes = {}, std::string resources = {});

  // Adds an object and returns its number. Its body is written as it is: "<< ... >>" or a stream.
  int object(std::string body);
  static std::string stream(const std::string& dictionary_entries, const std::string& data);

  // More entries for the catalog.
  TinyPdf& catalog(std::string entries);

  // The file, with a correct cross-reference table.
  std::string bytes() const;
  // Writes it to a new temporary file and returns its path. The file is removed at the end of the test program.
  std::string file() const { return write_temporary(bytes()); }
  static std::string write_temporary(const std::string& bytes);

 private:
  struct PageParts {
    std::string content, attributes, resources;
  };
  static constexpr int kFirstFree = 5;  // 1 catalog, 2 page tree, 3 and 4 fonts

  std::vector<std::string> objects_;
  std::vector<PageParts> pages_;
  std::string catalog_;
};

// "BT /F1 10 Tf 1 0 0 1 x y Tm (text) Tj ET", y from the bottom as in PDF.
std::string text_at(double x, double y, const std::string& text, double size = 10, const std::string& font = "F1");

}  // namespace dossier::extract
