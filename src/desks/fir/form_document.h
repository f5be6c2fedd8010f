#pragma once

#include "base/result.h"
#include "fir/form.h"

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::desks::fir {

enum class FormFormat : std::uint8_t { pdf, html, text };

// police: everything. others: nobody may know the victim by it (fir/form_masking.h).
enum class FormReader : std::uint8_t { police, others };

// The form of a case as bytes; the same facts give the same bytes. Fails as publish::write_pdf does. Takes some 20 ms
// for a PDF: call it on the compute pool.
Result<std::string> form_document(const dossier::fir::FormFacts& facts, FormFormat format, FormReader reader);

// "application/pdf", for the header of an answer.
std::string_view media_type(FormFormat format);

}  // namespace dossier::desks::fir
