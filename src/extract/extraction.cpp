#include "extract/extraction.h"

#include "base/check.h"

#include <array>
#include <utility>

namespace dossier::extract {
namespace {

struct EndFacts {
  End end;
  std::string_view name;
  ErrorCode code;
};

constexpr std::array kEnds = {
    EndFacts{End::completed, "completed", ErrorCode::internal},
    EndFacts{End::not_a_pdf, "not_a_pdf", ErrorCode::unsupported},
    EndFacts{End::damaged, "damaged", ErrorCode::unreadable},
    EndFacts{End::password_required, "password_required", ErrorCode::password_required},
    EndFacts{End::wrong_password, "wrong_password", ErrorCode::password_required},
    EndFacts{End::no_pages, "no_pages", ErrorCode::unreadable},
    EndFacts{End::too_many_pages, "too_many_pages", ErrorCode::too_large},
    EndFacts{End::page_timeout, "page_timeout", ErrorCode::unreadable},
    EndFacts{End::file_timeout, "file_timeout", ErrorCode::unreadable},
    EndFacts{End::memory_limit, "memory_limit", ErrorCode::unreadable},
    EndFacts{End::crashed, "crashed", ErrorCode::unreadable},
    EndFacts{End::could_not_start, "could_not_start", ErrorCode::unavailable},
};

const EndFacts& facts_of(End end) {
  const EndFacts& facts = kEnds.at(static_cast<std::size_t>(end));
  DOSSIER_CHECK(facts.end == end);
  return facts;
}

}  // namespace

std::string_view name_of(End end) {
  return facts_of(end).name;
}

std::optional<End> end_named(std::string_view name) {
  for (const EndFacts& facts : kEnds) {
    if (facts.name == name) return facts.end;
  }
  return std::nullopt;
}

Error error_of(const Extraction& extraction, std::string where) {
  DOSSIER_CHECK(extraction.end != End::completed);
  return Error{facts_of(extraction.end).code, extraction.message, std::move(where)};
}

Result<reading::PagedText> pages_of(Extraction extraction, std::string where) {
  if (extraction.end != End::completed && extraction.text.pages.empty()) return error_of(extraction, std::move(where));
  return std::move(extraction.text);
}

}  // namespace dossier::extract
