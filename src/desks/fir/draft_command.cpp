#include "desks/fir/draft_command.h"

#include "base/exit_status.h"
#include "base/limits.h"
#include "desks/fir/draft_json.h"
#include "desks/fir/draft_text.h"
#include "desks/fir/knowledge_files.h"

#include <chrono>
#include <fstream>
#include <istream>
#include <ostream>

namespace dossier::desks::fir {
namespace {

using dossier::fir::GivenFields;

Result<std::string> read_all(std::istream& in, const std::string& name) {
  // One byte more than allowed tells a text that is too long from one that just fits.
  std::string text(limits::kComplaintBytesMax + 1, '\0');
  in.read(text.data(), static_cast<std::streamsize>(text.size()));
  text.resize(static_cast<std::size_t>(in.gcount()));
  if (in.bad()) return Error{ErrorCode::unreadable, "the text cannot be read", name};
  if (text.size() > limits::kComplaintBytesMax) {
    return Error{ErrorCode::too_large,
                 "longer than " + std::to_string(limits::kComplaintLettersMax) +
                     " characters; give the substance and attach the rest",
                 name};
  }
  return text;
}

Result<std::string> read_complaint(const DraftOptions& options) {
  if (options.file == "-") return read_all(*options.standard_input, "standard input");
  std::ifstream in(options.file, std::ios::binary);
  if (!in) return Error{ErrorCode::not_found, "there is no such file, or it may not be read", options.file};
  return read_all(in, options.file);
}

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

}  // namespace

int run_draft_command(const DraftOptions& options, std::ostream& out, std::ostream& err) {
  const auto say = [&](const Error& error) {
    err << "dossier: " << error.text() << "\n";
    return static_cast<int>(exit_status_of(error.code));
  };
  const auto given = read_sets(options.sets);
  if (!given) return say(given.error());
  auto complaint = read_complaint(options);
  if (!complaint) return say(complaint.error());
  // The proposals point into the knowledge, so it has to outlive the draft.
  const auto knowledge = load_knowledge(options.knowledge_folder);
  if (!knowledge) return say(knowledge.error());
  const auto made = dossier::fir::draft_complaint(*knowledge, std::move(complaint).value(), today(), *given);
  if (!made) return say(made.error());
  for (const std::string& fault : made->faults) err << "dossier: coverage check: " << fault << "\n";
  if (options.json) {
    out << draft_json(*made) << "\n";
  } else {
    write_draft(*made, options.colour, out);
  }
  // A draft that the coverage check faults is delivered with its faults: the officer mends it, nothing is lost.
  return made->route == "CLARIFY" || !made->faults.empty() ? exit_needs_a_person : exit_done;
}

}  // namespace dossier::desks::fir
