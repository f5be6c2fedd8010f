#include "desks/funds/document_files.h"

#include "funds/ledger/roll_forward.h"
#include "funds/reports/reader.h"

#include <algorithm>
#include <iterator>
#include <utility>

namespace dossier::desks::funds {

using dossier::funds::DocumentReading;
using dossier::funds::FlagCode;
using dossier::funds::ReadingStatus;

Result<DocumentReading> reading_of(extract::Extraction extraction, const std::string& file) {
  bool whole = extraction.end == extract::End::completed;
  std::string trouble = extraction.message;
  TRY(auto text, extract::pages_of(std::move(extraction), file));
  DocumentReading reading = dossier::funds::read_report(text, file);
  for (const auto& fund : reading.funds) {
    auto flags = dossier::funds::roll_forward_flags(fund);
    std::move(flags.begin(), flags.end(), std::back_inserter(reading.flags));
  }
  if (!whole || !trouble.empty()) {
    int last = text.pages.empty() ? 0 : text.pages.back().number;
    reading.flags.push_back(
        {FlagCode::page_unreadable, trouble.empty() ? "not all pages could be read" : trouble, {file, {}, last, {}}});
    reading.status = ReadingStatus::partial;
  }
  return reading;
}

FilesRead read_files(const std::vector<std::filesystem::path>& files, const std::string& password,
                     const std::filesystem::path& worker, const std::function<void(const std::string&)>& progress) {
  FilesRead out;
  extract::ExtractorOptions options;
  options.worker = worker;
  extract::Extractor extractor(options);
  for (const auto& file : files) {
    std::string name = file.filename().string();
    progress(name);
    auto extraction = extractor.read(Context{}, file, password);
    if (!extraction) {
      out.errors.push_back(std::move(extraction).error());
      continue;
    }
    auto reading = reading_of(std::move(extraction).value(), name);
    if (reading) {
      out.readings.push_back(std::move(reading).value());
    } else {
      out.errors.push_back(std::move(reading).error());
    }
  }
  return out;
}

}  // namespace dossier::desks::funds
