#pragma once

#include "base/result.h"
#include "extract/extractor.h"
#include "funds/ledger/ledger.h"

#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace dossier::desks::funds {

// A file as the fund desk understands it. What the extraction could not give (a page that took too long, a worker that
// died) is a flag of the reading; the error is for files of which nothing could be read.
Result<dossier::funds::DocumentReading> reading_of(extract::Extraction extraction, const std::string& file);

// Files of the command line, read one after the other. Blocks. Each file that cannot be read is one error, the others
// go on. `progress` is told the name before each file.
struct FilesRead {
  std::vector<dossier::funds::DocumentReading> readings;
  std::vector<Error> errors;
};
FilesRead read_files(const std::vector<std::filesystem::path>& files, const std::string& password,
                     const std::filesystem::path& worker, const std::function<void(const std::string&)>& progress);

}  // namespace dossier::desks::funds
