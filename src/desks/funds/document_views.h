#pragma once

#include "desks/funds/views.h"
#include "documents/document.h"
#include "net/events.h"

namespace dossier::desks::funds {

struct UploadForm {
  net::UploadedFile file;
  std::optional<std::int64_t> fund_id;
  std::optional<std::string> password;
  static const net::Fields& fields();
};

struct UploadView {
  std::int64_t document_id = 0;
  std::optional<std::string> task_id;
  std::string status, message;
  static const net::Fields& fields();
};

struct DocumentView {
  std::string file_name;
  std::optional<std::int64_t> fund_id;
  std::int64_t id = 0;
  std::optional<std::string> file_path;
  net::NaiveUtc upload_date;
  std::string parsing_status;
  std::optional<std::string> error_message;
  std::optional<net::RawJson> processing_stats;
  std::optional<std::int32_t> page_count, chunk_count;
  static const net::Fields& fields();
};

struct DocumentStatusView {
  std::int64_t document_id = 0;
  std::string status;
  std::optional<double> progress;
  std::optional<std::string> error_message;
  std::optional<net::RawJson> processing_stats;
  std::optional<std::int32_t> page_count, chunk_count;
  std::optional<net::RawJson> errors;
  static const net::Fields& fields();
};

struct DocumentListQuery {
  std::optional<std::int64_t> fund_id;
  std::int64_t skip = 0, limit = 100;
  static const net::Fields& fields();
};

DocumentView view_of(const documents::Document& document, std::optional<FundId> fund);
DocumentStatusView status_view_of(const documents::Document& document);

// Where a document is on its way: the data of a server-sent event named "progress".
struct ProgressView {
  std::int64_t document_id = 0;
  std::string status, step;
  std::optional<std::int32_t> page_count;
  std::optional<std::string> error_message;
  static const net::Fields& fields();
};
// `step` of a document whose reading has ended is "done".
net::Event progress_event(const documents::Document& document);
net::Event progress_event(DocumentId document, documents::Status status, const std::string& step,
                          std::optional<int> pages = {}, const std::optional<std::string>& error = {});

// What the desk counted while it read a document: kept with it as JSON, shown as processing_stats.
struct ProcessingStats {
  std::int32_t total_pages = 0, tables_found = 0, capital_calls = 0, distributions = 0, adjustments = 0,
               text_chunks = 0;
  std::vector<std::string> errors;  // what was not read
  std::vector<std::string> flags;   // what a person should look at
  static const net::Fields& fields();
};

}  // namespace dossier::desks::funds
