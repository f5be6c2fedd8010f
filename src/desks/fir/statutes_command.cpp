#include "desks/fir/statutes_command.h"

#include "base/exit_status.h"
#include "desks/fir/statute_lines.h"
#include "desks/fir/statute_store.h"

#include <ostream>

namespace dossier::desks::fir {
namespace {

using store::Session;
using store::Transaction;

int say(const Error& error, std::ostream& err) {
  err << "dossier: " << error.text() << "\n";
  return exit_status_of(error.code);
}

Result<Statutes> statutes_now(store::Database& database, const std::string& file) {
  TRY(auto sections, database.read_now([](Session& session) { return all_statutes(session); }));
  if (!file.empty()) {
    TRY(auto more, read_statute_file(file, {}));
    sections.insert(sections.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  return Statutes(std::move(sections));
}

std::string name_of(const StatuteSection& section) {
  return section.act + " " + section.section + (section.title.empty() ? "" : "  " + section.title);
}

Result<void> show(const Statutes& statutes, const std::string& cited, std::ostream& out) {
  const auto blank = cited.rfind(' ');
  const auto* section =
      blank == std::string::npos ? nullptr : statutes.find(cited.substr(0, blank), cited.substr(blank + 1));
  if (section == nullptr)
    return Error{ErrorCode::not_found, "the text of this section is not loaded; write it as \"BNS 303(2)\"", cited};
  out << name_of(*section) << "\n\n"
      << section->text << "\n\nSource: " << section->source << ". " << kStatuteNotice << "\n";
  return {};
}

void search(const Statutes& statutes, const StatutesLook& look, std::ostream& out) {
  const auto found = statutes.search(look.words, look.act, look.count);
  for (const Statutes::Found& one : found) out << name_of(*one.section) << "\n    " << one.excerpt << "\n";
  out << (found.empty() ? "no section that is loaded has these words\n" : "") << kStatuteNotice << "\n";
}

void list(const Statutes& statutes, std::ostream& out) {
  for (const LoadedAct& act : loaded_acts(statutes))
    out << act.act << ": " << act.sections << " section(s), source: " << act.source << "\n";
  if (statutes.sections().empty()) out << "no text of the law is loaded; nothing depends on it\n";
}

}  // namespace

int run_statutes_load(store::Database& database, const StatutesLoad& load, WallTime now, std::ostream& out,
                      std::ostream& err) {
  for (const std::string& file : load.files) {
    auto read = read_statute_file(file, {load.act, load.source});
    if (!read) return say(read.error(), err);
    for (const auto& act : by_act(std::move(read).value())) {
      const auto kept =
          database.write_now([&](Transaction& transaction) { return replace_statutes(transaction, act, now); });
      if (!kept) return say(kept.error(), err);
      out << act.front().act << ": " << act.size() << " section(s) loaded from " << file << "\n";
    }
  }
  return exit_done;
}

int run_statutes_remove(store::Database& database, const std::string& act, std::ostream& out, std::ostream& err) {
  const auto gone = database.write_now([&](Transaction& transaction) { return remove_statutes(transaction, act); });
  if (!gone) return say(gone.error(), err);
  if (*gone == 0) return say({ErrorCode::not_found, "no text of this act was loaded", act}, err);
  out << *gone << " section(s) taken away\n";
  return exit_done;
}

int run_statutes_look(store::Database& database, const StatutesLook& look, std::ostream& out, std::ostream& err) {
  const auto statutes = statutes_now(database, look.file);
  if (!statutes) return say(statutes.error(), err);
  if (!look.section.empty()) {
    const auto shown = show(*statutes, look.section, out);
    return shown ? exit_done : say(shown.error(), err);
  }
  look.words.empty() ? list(*statutes, out) : search(*statutes, look, out);
  return exit_done;
}

}  // namespace dossier::desks::fir
