#include "extract/worker/pdf_file.h"

#include "base/limits.h"
#include "extract/page_codec.h"
#include "extract/worker/glyph_text.h"
#include "extract/worker/page_device.h"
#include "extract/worker/salvage.h"

#include <ErrorCodes.h>
#include <GlobalParams.h>
#include <PDFDoc.h>
#include <Page.h>
#include <Stream.h>
#include <UTF.h>
#include <fmt/core.h>
#include <goo/GooString.h>
#include <goo/gmem.h>
#include <sys/mman.h>
#include <sys/stat.h>

#include <algorithm>
#include <cmath>
#include <string_view>

namespace dossier::extract::worker {
namespace {

constexpr std::size_t kHeadBytes = 1'024;  // "%PDF-" stands somewhere in them (PDF 32000, annex H.3.4.1)
constexpr std::size_t kTitleCodePointsMax = 250;

// Poppler reports through one global function. Errors while a page is drawn mean that part of it may be missing.
int errors_seen = 0;
void count_error(ErrorCategory category, Goffset, const char*) {
  if (category == errSyntaxError || category == errIO || category == errInternal) ++errors_seen;
}

bool holds(std::string_view head, std::string_view lower_case_mark) {
  auto found = std::search(head.begin(), head.end(), lower_case_mark.begin(), lower_case_mark.end(),
                           [](char a, char b) { return std::tolower(static_cast<unsigned char>(a)) == b; });
  return found != head.end();
}

std::optional<GooString> optional_text(const std::string& text) {
  if (text.empty()) return std::nullopt;
  return GooString(text);
}

// Old encryption wants passwords in Latin-1, where ours come in UTF-8. Empty when it cannot be written so.
std::string latin1(std::string_view utf8) {
  std::string result;
  for (std::size_t i = 0; i < utf8.size(); ++i) {
    auto byte = static_cast<unsigned char>(utf8[i]);
    if (byte < 0x80) {
      result.push_back(utf8[i]);
    } else if ((byte == 0xC2 || byte == 0xC3) && i + 1 < utf8.size()) {
      result.push_back(static_cast<char>(((byte & 3) << 6) | (static_cast<unsigned char>(utf8[++i]) & 0x3F)));
    } else {
      return {};
    }
  }
  return result;
}

}  // namespace

struct PdfFile::Mapping {
  const char* data = nullptr;
  std::size_t size = 0;

  ~Mapping() {
    if (data != nullptr) munmap(const_cast<char*>(data), size);
  }
  std::string_view all() const { return {data, size}; }
  std::string_view head() const { return {data, std::min(size, kHeadBytes)}; }
};

PdfFile::PdfFile() = default;
PdfFile::~PdfFile() = default;

void PdfFile::warm_up() {
  if (globalParams) return;
  globalParams = std::make_unique<GlobalParams>();
  setErrorCallback(count_error);
}

std::unique_ptr<PdfFile> PdfFile::open(int descriptor, const std::string& password, Refusal* refusal) {
  warm_up();
  auto refuse = [&](End end, std::string message) {
    *refusal = {end, std::move(message)};
    return nullptr;
  };
  struct stat facts {};
  if (fstat(descriptor, &facts) != 0 || !S_ISREG(facts.st_mode)) {
    return refuse(End::not_a_pdf, "this is no ordinary file; give a PDF file");
  }
  if (facts.st_size == 0) return refuse(End::not_a_pdf, "the file is empty; save or download it again");

  std::unique_ptr<PdfFile> file(new PdfFile);
  file->bytes_ = std::make_unique<Mapping>();
  auto size = static_cast<std::size_t>(facts.st_size);
  void* data = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, descriptor, 0);
  if (data == MAP_FAILED) return refuse(End::memory_limit, "the file is too large to be read; split it into parts");
  file->bytes_->data = static_cast<const char*>(data);
  file->bytes_->size = size;
  if (file->bytes_->head().find("%PDF-") == std::string_view::npos) {
    return refuse(End::not_a_pdf, not_a_pdf_advice(file->bytes_->head()));
  }

  bool opened = file->load(file->bytes_->all(), password);
  if (!opened && file->document_->getErrorCode() == errEncrypted && !latin1(password).empty() &&
      latin1(password) != password) {
    opened = file->load(file->bytes_->all(), latin1(password));
  }
  if (!opened && file->document_->getErrorCode() == errEncrypted) {
    return password.empty()
               ? refuse(End::password_required, "the file is encrypted; give its password")
               : refuse(End::wrong_password, "the password does not open this file; check it and try again");
  }
  if (!opened) opened = file->load_salvaged(password);
  if (!opened) return refuse(End::damaged, "the file is damaged beyond repair; ask the sender for a new copy");

  file->encrypted_ = file->document_->isEncrypted();
  file->pages_ = file->document_->getNumPages();
  if (file->pages_ <= 0) return refuse(End::no_pages, "the file holds no pages; ask the sender for a complete copy");
  if (file->pages_ > limits::kPagesMax) {
    return refuse(End::too_many_pages, fmt::format("the file has {} pages, more than the {} that are read; split it",
                                                   file->pages_, limits::kPagesMax));
  }
  return file;
}

bool PdfFile::load(std::string_view bytes, const std::string& password) {
  auto* stream = new MemStream(bytes.data(), 0, static_cast<Goffset>(bytes.size()), Object(objNull));
  repaired_ = cut_short(bytes);
  document_ = std::make_unique<PDFDoc>(stream, optional_text(password), optional_text(password), nullptr,
                                       [this] { repaired_ = true; });
  return document_->isOk();
}

bool PdfFile::load_salvaged(const std::string& password) {
  std::string end = salvaged_end(bytes_->all());
  if (end.empty()) return false;
  document_.reset();
  salvaged_.reserve(bytes_->size + end.size());
  salvaged_.append(bytes_->all()).append(end);
  bool opened = load(salvaged_, password);
  repaired_ = true;
  return opened;
}

std::string PdfFile::title() const {
  std::unique_ptr<GooString> title = document_->getDocInfoTitle();
  if (!title) return {};
  Unicode* codes = nullptr;
  int length = TextStringToUCS4(title->toStr(), &codes);
  std::u32string text;
  for (int i = 0; i < length && text.size() < kTitleCodePointsMax; ++i) {
    text += codes[i] == U' ' ? U" " : glyph_text(std::u32string(1, codes[i]), 0, false).text;
  }
  gfree(codes);
  return to_text(text);
}

reading::Page PdfFile::read_page(int number) {
  reading::Page result;
  Page* page = document_->getPage(number);
  if (page == nullptr || !page->isOk()) {
    result.trouble = "the page is damaged and could not be read";
  } else {
    int rotation = ((page->getRotate() % 360) + 360) % 360;
    double width = page->getCropWidth(), height = page->getCropHeight();
    if (rotation % 180 != 0) std::swap(width, height);
    PageDevice device(width, height);
    int errors_before = errors_seen;
    document_->displayPage(&device, number, 72, 72, 0, false, true, false);
    result = device.take_page();
    result.rotation = rotation;
    if (errors_seen > errors_before && result.trouble.empty() && repaired_) {
      result.trouble = "the page is damaged; parts of it may be missing";
    }
  }
  result.number = number;
  return result;
}

std::string not_a_pdf_advice(std::string_view head) {
  constexpr std::string_view kZip = "PK\x03\x04", kOldOffice = "\xD0\xCF\x11\xE0", kPng = "\x89PNG",
                             kJpeg = "\xFF\xD8\xFF";
  if (holds(head, "<html") || holds(head, "<!doctype html")) {
    return "this is a web page saved under a PDF's name, often a log-in page; download the file itself, or print the "
           "page to PDF";
  }
  if (head.starts_with(kZip)) {
    return "this is an Office document or a ZIP archive, not a PDF; save it as PDF, or unpack it first";
  }
  if (head.starts_with(kOldOffice)) return "this is an old Office document, not a PDF; save it as PDF";
  if (head.starts_with(kPng) || head.starts_with(kJpeg)) return "this is an image, not a PDF; save it as PDF";
  return "this is not a PDF; give the PDF file itself";
}

}  // namespace dossier::extract::worker
