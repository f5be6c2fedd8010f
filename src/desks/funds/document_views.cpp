#include "desks/funds/document_views.h"

#include "base/limits.h"

#include <boost/json.hpp>

namespace dossier::desks::funds {

using net::field;
using net::Fields;
using net::RawJson;

namespace {

// The parts of the statistics that answers repeat beside them.
struct StatsParts {
  std::optional<RawJson> whole, errors;
  std::optional<std::int32_t> text_chunks;
};

StatsParts parts_of(const documents::Document& document) {
  if (document.stats.empty()) return {};
  StatsParts parts{RawJson{document.stats}, RawJson{"[]"}, std::nullopt};
  boost::system::error_code fault;
  const auto stats = boost::json::parse(document.stats, fault);
  if (fault || !stats.is_object()) return {};
  if (const auto* errors = stats.get_object().if_contains("errors"))
    parts.errors = RawJson{boost::json::serialize(*errors)};
  const auto* chunks = stats.get_object().if_contains("text_chunks");
  if (chunks != nullptr && chunks->is_int64()) parts.text_chunks = static_cast<std::int32_t>(chunks->get_int64());
  return parts;
}

}  // namespace

DocumentView view_of(const documents::Document& document, std::optional<FundId> fund) {
  const StatsParts stats = parts_of(document);
  DocumentView view;
  view.file_name = document.name;
  if (fund) view.fund_id = fund->value;
  view.id = document.id.value;
  view.upload_date = {document.accepted_at};
  view.parsing_status = name_of(document.status);
  view.error_message = document.error;
  view.processing_stats = stats.whole;
  view.page_count = document.page_count;
  view.chunk_count = stats.text_chunks;
  return view;
}

DocumentStatusView status_view_of(const documents::Document& document) {
  const StatsParts stats = parts_of(document);
  DocumentStatusView view;
  view.document_id = document.id.value;
  view.status = name_of(document.status);
  view.error_message = document.error;
  view.processing_stats = stats.whole;
  view.page_count = document.page_count;
  view.chunk_count = stats.text_chunks;
  view.errors = stats.errors;
  return view;
}

net::Event progress_event(DocumentId document, documents::Status status, const std::string& step,
                          std::optional<int> pages, const std::optional<std::string>& error) {
  const ProgressView view{document.value, std::string(name_of(status)), step, pages, error};
  return {.name = "progress", .data = net::to_json(view), .id = step};
}

net::Event progress_event(const documents::Document& document) {
  const bool done = documents::finished(document.status);
  const char* step = done ? "done" : document.status == documents::Status::pending ? "waiting" : "reading";
  return progress_event(document.id, document.status, step, document.page_count, document.error);
}

const Fields& ProgressView::fields() {
  using P = ProgressView;
  static const auto table =
      Fields::of<P>("Progress", "Where a document is on its way.",
                    {field<&P::document_id>("document_id", "Its number."),
                     field<&P::status>("status", "pending, processing, completed, completed_with_errors or failed."),
                     field<&P::step>("step", "waiting, reading, understanding, storing or done."),
                     field<&P::page_count>("page_count", "Pages, once they are known."),
                     field<&P::error_message>("error_message", "What went wrong and what to do.")});
  return table;
}

const Fields& UploadForm::fields() {
  using U = UploadForm;
  static const auto table = Fields::of<U>(
      "Upload", "A report and what is known about it.",
      {field<&U::file>("file", "The report, a PDF."),
       field<&U::fund_id>("fund_id", "The fund it is of; absent: the fund that the report names."),
       field<&U::password>("password", "Opens it, when it is encrypted.", net::length(0, limits::kPasswordBytesMax))});
  return table;
}

const Fields& UploadView::fields() {
  using U = UploadView;
  static const auto table = Fields::of<U>(
      "Uploaded", "That the report is kept and will be read.",
      {field<&U::document_id>("document_id", "Its number."), field<&U::task_id>("task_id", "Always null."),
       field<&U::status>("status", "pending; for a report that is known already, its status."),
       field<&U::message>("message", "One sentence.")});
  return table;
}

const Fields& DocumentView::fields() {
  using D = DocumentView;
  static const auto table = Fields::of<D>(
      "Document", "A report and what became of it.",
      {field<&D::file_name>("file_name", "As it was named."), field<&D::fund_id>("fund_id", "The fund it belongs to."),
       field<&D::id>("id", "Its number."),
       field<&D::file_path>("file_path", "Always null: where files lie is the server's business."),
       field<&D::upload_date>("upload_date", "UTC."),
       field<&D::parsing_status>("parsing_status", "pending, processing, completed, completed_with_errors or failed."),
       field<&D::error_message>("error_message", "What went wrong and what to do."),
       field<&D::processing_stats>("processing_stats", "What was counted; null before it was read."),
       field<&D::page_count>("page_count", "Pages."),
       field<&D::chunk_count>("chunk_count", "Paragraphs that questions are answered from.")});
  return table;
}

const Fields& DocumentStatusView::fields() {
  using D = DocumentStatusView;
  static const auto table =
      Fields::of<D>("DocumentStatus", "How far a report is.",
                    {field<&D::document_id>("document_id", "Its number."),
                     field<&D::status>("status", "pending, processing, completed, completed_with_errors or failed."),
                     field<&D::progress>("progress", "Always null."),
                     field<&D::error_message>("error_message", "What went wrong and what to do."),
                     field<&D::processing_stats>("processing_stats", "What was counted; null before it was read."),
                     field<&D::page_count>("page_count", "Pages."),
                     field<&D::chunk_count>("chunk_count", "Paragraphs that questions are answered from."),
                     field<&D::errors>("errors", "What could not be read; null before it was tried.")});
  return table;
}

const Fields& DocumentListQuery::fields() {
  using D = DocumentListQuery;
  static const auto table = Fields::of<D>(
      "DocumentListQuery", "Which documents.",
      {field<&D::fund_id>("fund_id", "Of this fund; absent or 0: of all."),
       field<&D::skip>("skip", "So many are left out at the start.", net::at_least(0), net::or_default),
       field<&D::limit>("limit", "At most so many.", net::range(0, static_cast<double>(limits::kDocumentsListedMax)),
                        net::or_default)});
  return table;
}

const Fields& ProcessingStats::fields() {
  using P = ProcessingStats;
  static const auto table = Fields::of<P>(
      "ProcessingStats", "What was counted while a report was read.",
      {field<&P::total_pages>("total_pages", "Pages."), field<&P::tables_found>("tables_found", "Tables."),
       field<&P::capital_calls>("capital_calls", "Rows kept."), field<&P::distributions>("distributions", "Rows kept."),
       field<&P::adjustments>("adjustments", "Rows kept."), field<&P::text_chunks>("text_chunks", "Paragraphs."),
       field<&P::errors>("errors", "What was not read."), field<&P::flags>("flags", "What a person should look at.")});
  return table;
}

}  // namespace dossier::desks::funds
