#include "desks/fir/form_document.h"

#include "fir/form_masking.h"
#include "publish/html.h"
#include "publish/pdf.h"
#include "publish/plain.h"

namespace dossier::desks::fir {

Result<std::string> form_document(const dossier::fir::FormFacts& facts, FormFormat format, FormReader reader) {
  const publish::Sheet sheet =
      dossier::fir::form_sheet(reader == FormReader::others ? dossier::fir::without_identities(facts) : facts);
  switch (format) {
    case FormFormat::pdf: return publish::write_pdf(sheet);
    case FormFormat::html: return publish::write_html(sheet);
    case FormFormat::text: break;
  }
  return publish::write_plain(sheet);
}

std::string_view media_type(FormFormat format) {
  switch (format) {
    case FormFormat::pdf: return "application/pdf";
    case FormFormat::html: return "text/html; charset=utf-8";
    case FormFormat::text: break;
  }
  return "text/plain; charset=utf-8";
}

}  // namespace dossier::desks::fir
