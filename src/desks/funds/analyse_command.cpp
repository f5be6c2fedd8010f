#include "desks/funds/analyse_command.h"

#include "desks/funds/analysis_json.h"
#include "desks/funds/analysis_text.h"
#include "desks/funds/document_files.h"
#include "desks/funds/index_file.h"
#include "desks/funds/moments.h"

#include <algorithm>
#include <fstream>
#include <ostream>
#include <sstream>

namespace dossier::desks::funds {

namespace {

namespace pure = dossier::funds;

// What is asked for beside the files.
struct Wanted {
  std::optional<Date> as_of;
  std::optional<pure::MarketIndex> index;
};

Result<Wanted> wanted(const AnalyseOptions& options) {
  Wanted made;
  TRY(made.as_of, day_in(options.as_of, "--as-of"));
  if (options.index.empty()) return made;
  std::ifstream in(options.index, std::ios::binary);
  std::ostringstream bytes;
  bytes << in.rdbuf();
  if (!in) return Error{ErrorCode::not_found, "the index cannot be read", options.index.string()};
  TRY(made.index, read_index_file(bytes.str(), options.index.filename().string()));
  return made;
}

}  // namespace

int run_analyse_command(const AnalyseOptions& options, std::ostream& out, std::ostream& err) {
  const Result<Wanted> asked = wanted(options);
  if (!asked) {
    err << "dossier: " << asked.error().text() << "\n";
    return 3;
  }
  auto progress = [&](const std::string& file) {
    if (options.progress) err << "reading " << file << " ..." << std::endl;
  };
  FilesRead files = read_files(options.files, options.password, options.worker, progress);
  for (const Error& error : files.errors) err << "dossier: " << error.text() << "\n";
  if (files.readings.empty()) return 3;
  auto analysis = pure::analyse(std::move(files.readings), asked->as_of);
  if (options.json) {
    out << analysis_json(analysis, asked->index ? &*asked->index : nullptr) << "\n";
  } else {
    write_analysis(analysis, asked->index ? &*asked->index : nullptr, options.colour, out);
  }
  if (!files.errors.empty()) return 3;
  bool flagged =
      std::any_of(analysis.documents.begin(), analysis.documents.end(), [](const auto& d) { return !d.flags.empty(); });
  return flagged ? 1 : 0;
}

}  // namespace dossier::desks::funds
