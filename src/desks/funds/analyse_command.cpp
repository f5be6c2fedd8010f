#include "desks/funds/analyse_command.h"

#include "desks/funds/analysis_json.h"
#include "desks/funds/analysis_text.h"
#include "desks/funds/document_files.h"

#include <algorithm>
#include <ostream>

namespace dossier::desks::funds {

int run_analyse_command(const AnalyseOptions& options, std::ostream& out, std::ostream& err) {
  auto progress = [&](const std::string& file) {
    if (options.progress) err << "reading " << file << " ..." << std::endl;
  };
  FilesRead files = read_files(options.files, options.password, options.worker, progress);
  for (const Error& error : files.errors) err << "dossier: " << error.text() << "\n";
  if (files.readings.empty()) return 3;
  auto analysis = dossier::funds::analyse(std::move(files.readings));
  if (options.json) {
    out << analysis_json(analysis) << "\n";
  } else {
    write_analysis(analysis, options.colour, out);
  }
  if (!files.errors.empty()) return 3;
  bool flagged =
      std::any_of(analysis.documents.begin(), analysis.documents.end(), [](const auto& d) { return !d.flags.empty(); });
  return flagged ? 1 : 0;
}

}  // namespace dossier::desks::funds
