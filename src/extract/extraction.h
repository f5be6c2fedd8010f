#pragma once

#include "base/result.h"
#include "reading/page.h"

#include <chrono>
#include <optional>
#include <string>
#include <string_view>

namespace dossier::extract {

// Every way the reading of one file can end. Whatever the end, pages that were read before it are kept.
enum class End {
  completed,          // every page was sent; one that could not be read says so in its `trouble`
  not_a_pdf,          // something else under a PDF's name
  damaged,            // a PDF whose structure could not be repaired
  password_required,  // encrypted, and none was given
  wrong_password,     // encrypted, and the one given does not open it
  no_pages,           // opens, but holds nothing to read
  too_many_pages,     // beyond limits::kPagesMax: refused whole
  page_timeout,       // one page took longer than limits::kExtractPageTime
  file_timeout,       // the file took longer than limits::kExtractFileTime
  memory_limit,       // needed more than limits::kExtractMemoryBytes
  crashed,            // the worker died, by a fault of its own or by a signal
  could_not_start,    // there is no worker to be had: installation or machine
};
std::string_view name_of(End end);  // "page_timeout"
std::optional<End> end_named(std::string_view name);

// What came out of one file.
struct Extraction {
  reading::PagedText text;  // the pages that could be read, in order; those that killed a worker have `trouble`
  End end = End::could_not_start;
  std::string message;    // one sentence for a person: what happened, what to do; empty when all is well
  int pages_total = 0;    // of the file, where it could be opened
  bool repaired = false;  // the file's index was damaged and rebuilt: pages may be missing from `pages_total`
  std::chrono::microseconds spent{0};  // from the hand-over of the file to the last frame

  // Every page of the file, as far as anyone can know. (One may still have `trouble`.)
  bool whole() const { return end == End::completed && !repaired; }
};

// The error this end means for someone who needs pages. Only for ends other than `completed`.
Error error_of(const Extraction& extraction, std::string where);

// The pages if there is at least one, else the error; for callers that can work with part of a document.
Result<reading::PagedText> pages_of(Extraction extraction, std::string where);

}  // namespace dossier::extract
