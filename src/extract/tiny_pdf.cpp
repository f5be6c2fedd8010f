#include "extract/tiny_pdf.h"

#include <fmt/core.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <utility>

namespace dossier::extract {
namespace {

std::string font(const std::string& name) {
  return fmt::format("<< /Type /Font /Subtype /Type1 /BaseFont /{} /Encoding /WinAnsiEncoding >>", name);
}

// The directory of all temporary files of this program, gone with it.
const std::filesystem::path& temporary_folder() {
  struct Folder {
    std::filesystem::path path;
    Folder() {
      std::string pattern = (std::filesystem::temp_directory_path() / "dossier-test-XXXXXX").string();
      if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
      path = pattern;
    }
    ~Folder() {
      std::error_code ignored;
      std::filesystem::remove_all(path, ignored);
    }
  };
  static const Folder folder;
  return folder.path;
}

}  // namespace

TinyPdf& TinyPdf::page(std::string content, std::string attributes, std::string resources) {
  pages_.push_back({std::move(content), std::move(attributes), std::move(resources)});
  return *this;
}

TinyPdf& TinyPdf::catalog(std::string entries) {
  catalog_ = std::move(entries);
  return *this;
}

int TinyPdf::object(std::string body) {
  objects_.push_back(std::move(body));
  return kFirstFree + static_cast<int>(objects_.size()) - 1;
}

std::string TinyPdf::stream(const std::string& dictionary_entries, const std::string& data) {
  return fmt::format("<< {} /Length {} >>\nstream\n{}\nendstream", dictionary_entries, data.size(), data);
}

std::string TinyPdf::bytes() const {
  std::vector<std::string> bodies = {fmt::format("<< /Type /Catalog /Pages 2 0 R {} >>", catalog_), "",
                                     font("Helvetica"), font("Helvetica-Bold")};
  bodies.insert(bodies.end(), objects_.begin(), objects_.end());
  std::string kids;
  for (const PageParts& page : pages_) {
    kids += fmt::format("{} 0 R ", bodies.size() + 1);
    auto unless_given = [&](const char* key, const std::string& value) {
      return page.attributes.find(key) == std::string::npos ? fmt::format("{} {} ", key, value) : std::string();
    };
    std::string resources = fmt::format("<< /Font << /F1 3 0 R /F2 4 0 R >> {} >>", page.resources);
    bodies.push_back(fmt::format("<< /Type /Page /Parent 2 0 R {} {}{}{}>>", page.attributes,
                                 unless_given("/MediaBox", "[0 0 612 792]"), unless_given("/Resources", resources),
                                 unless_given("/Contents", fmt::format("{} 0 R", bodies.size() + 2))));
    bodies.push_back(stream("", page.content));
  }
  bodies[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages_.size());

  std::string out = "%PDF-1.7\n";
  std::string table = fmt::format("xref\n0 {}\n0000000000 65535 f \n", bodies.size() + 1);
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    table += fmt::format("{:010} 00000 n \n", out.size());
    out += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, bodies[i]);
  }
  std::size_t table_at = out.size();
  return out + table +
         fmt::format("trailer\n<< /Size {} /Root 1 0 R >>\nstartxref\n{}\n%%EOF\n", bodies.size() + 1, table_at);
}

std::string TinyPdf::write_temporary(const std::string& bytes) {
  static int count = 0;
  std::filesystem::path path = temporary_folder() / fmt::format("{}.pdf", ++count);
  std::ofstream(path, std::ios::binary) << bytes;
  return path.string();
}

std::string text_at(double x, double y, const std::string& text, double size, const std::string& font) {
  return fmt::format("BT /{} {} Tf 1 0 0 1 {} {} Tm ({}) Tj ET\n", font, size, x, y, text);
}

}  // namespace dossier::extract
