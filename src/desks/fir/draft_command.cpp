#include "desks/fir/draft_command.h"

#include "base/exit_status.h"
#include "desks/fir/complaint_file.h"
#include "desks/fir/draft_json.h"
#include "desks/fir/draft_text.h"
#include "desks/fir/form_document.h"
#include "desks/fir/knowledge_files.h"

#include <chrono>
#include <fstream>
#include <list>
#include <ostream>

namespace dossier::desks::fir {
namespace {

using dossier::fir::GivenFields;

Result<GivenFields> read_sets(const std::vector<std::string>& sets) {
  GivenFields given;
  for (const std::string& set : sets) {
    const auto at = set.find('=');
    if (at == std::string::npos || at == 0)
      return Error{ErrorCode::invalid_argument, "give it as field=value", "--set " + set};
    given[set.substr(0, at)] = set.substr(at + 1);
  }
  return given;
}

// Today in India, where the complaint is told: UTC and five and a half hours.
std::optional<Date> today() {
  using namespace std::chrono;
  const auto there = system_clock::now() + hours(5) + minutes(30);
  return Date::of_days(floor<days>(there).time_since_epoch().count());
}

// Dated by what was given, never by the clock: the same complaint makes the same file.
Result<void> write_form_pdf(const dossier::fir::Draft& draft, const GivenFields& given, const std::string& file) {
  const auto day = given.find("report_date");
  const auto facts = dossier::fir::form_facts(draft, day == given.end() ? "" : day->second);
  TRY(const auto bytes, form_document(facts, FormFormat::pdf, FormReader::police));
  std::ofstream out(file, std::ios::binary | std::ios::trunc);
  out << bytes << std::flush;
  if (!out) return Error{ErrorCode::unavailable, "the file cannot be written", file};
  return {};
}

// The process ends with the command: taking ten thousand cues apart before would be a tenth of its time.
const Result<dossier::fir::Knowledge>& kept_until_the_end(Result<dossier::fir::Knowledge> knowledge) {
  static auto& kept = *new std::list<Result<dossier::fir::Knowledge>>;
  return kept.emplace_back(std::move(knowledge));
}

// A text as it stands in its file, or what a model wrote down, with a note on that.
Result<Transcribed> complaint_in(const DraftOptions& options) {
  std::optional<OriginalFormat> format;
  if (options.file != "-") {
    TRY(format, format_found_in(options.file));
  }
  if (!format) {
    TRY(std::string text, read_complaint(options.file, options.standard_input));
    return Transcribed{std::move(text), ""};
  }
  TRY(std::string bytes, read_original(options.file));
  const auto size = static_cast<std::int64_t>(bytes.size());
  return options.transcribe({format->kind, options.file, std::string(format->format), size, "", ""}, std::move(bytes));
}

}  // namespace

int run_draft_command(const DraftOptions& options, std::ostream& out, std::ostream& err) {
  const auto say = [&](const Error& error) {
    err << "dossier: " << error.text() << "\n";
    return static_cast<int>(exit_status_of(error.code));
  };
  const auto given = read_sets(options.sets);
  if (!given) return say(given.error());
  auto complaint = complaint_in(options);
  if (!complaint) return say(complaint.error());
  // The proposals point into the knowledge, so it has to outlive the draft.
  const auto& knowledge = kept_until_the_end(load_knowledge(options.knowledge_folder));
  if (!knowledge) return say(knowledge.error());
  const auto made = dossier::fir::draft_complaint(*knowledge, std::move(complaint->text), today(), *given);
  if (!made) return say(made.error());
  if (!options.pdf.empty()) {
    if (const auto written = write_form_pdf(*made, *given, options.pdf); !written) return say(written.error());
  }
  if (!complaint->note.empty()) err << "dossier: " << complaint->note << "\n";
  for (const std::string& fault : made->faults) err << "dossier: coverage check: " << fault << "\n";
  if (options.json) {
    out << draft_json(*made) << "\n";
  } else {
    write_draft(*made, options.colour, out);
  }
  // A draft that the coverage check faults is delivered with its faults: the officer mends it, nothing is lost.
  const bool to_be_read = made->route == "CLARIFY" || !made->faults.empty() || !complaint->note.empty();
  return to_be_read ? exit_needs_a_person : exit_done;
}

}  // namespace dossier::desks::fir
