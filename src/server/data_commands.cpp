#include "base/exit_status.h"
#include "documents/blobs.h"
#include "server/command_frame.h"
#include "server/wiring.h"
#include "store/backup.h"
#include "store/journal.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <iostream>
#include <memory>

namespace dossier::server {
namespace {

void tell(const std::string& progress) {
  if (isatty(STDERR_FILENO) != 0) std::cerr << progress << std::endl;
}

// A look at what is kept, also beside a running server.
template <class F>
int look(const Config& config, F body) {
  auto database = store::Database::observe(database_options(config));
  if (!database) return say(database.error());
  const Result<int> status =
      (*database)->read_now([&](store::Session& session) -> Result<int> { return body(session); });
  return status ? *status : say(status.error());
}

int verify(const Config& config) {
  return look(config, [](store::Session& session) -> int {
    tell("verifying the journal ...");
    const auto found = store::Journal::verify(session);
    if (!found) return say(found.error());
    std::cout << found->events << " events, " << found->erased << " erased, head " << store::hex(found->head) << '\n';
    if (found->whole()) return exit_done;
    std::cerr << "dossier: the journal is broken at event " << found->broken_at << ": " << found->what_is_wrong
              << "; compare with a backup\n";
    return exit_needs_a_person;
  });
}

int export_journal(const Config& config) {
  return look(config, [](store::Session& session) -> int {
    const auto written = store::Journal::export_lines(session, [](const std::string& line) -> Result<void> {
      std::cout << line << '\n';
      if (!std::cout) return Error{ErrorCode::unavailable, "the output cannot be written; is the disk full?"};
      return {};
    });
    return written ? exit_done : say(written.error());
  });
}

// The database first: then every document of the copy has its bytes.
int back_up(const Config& config, const std::filesystem::path& folder) {
  std::error_code fault;
  std::filesystem::create_directories(folder, fault);
  if (fault) return say({ErrorCode::unavailable, "the folder cannot be made: " + fault.message(), folder});
  tell("copying the database ...");
  const auto copied = store::backup(config.data.dir, store::Database::file_in(folder));
  if (!copied) return say(copied.error());
  tell("copying the documents ...");
  const auto blobs = documents::Blobs(config.data.dir).copy_to(documents::Blobs(folder));
  if (!blobs) return say(blobs.error());
  std::cout << "backed up to " << folder.string() << ", " << *blobs << " files\n";
  return exit_done;
}

// The documents first: a database without their bytes would promise what is not there.
int put_back(const Config& config, const std::filesystem::path& folder) {
  const auto file = store::Database::file_in(folder);
  if (!std::filesystem::is_regular_file(file)) {
    return say({ErrorCode::not_found, "there is no backup; give the folder that dossier backup made", folder});
  }
  tell("copying the documents ...");
  const auto blobs = documents::Blobs(folder).copy_to(documents::Blobs(config.data.dir));
  if (!blobs) return say(blobs.error());
  tell("putting the database in place ...");
  const auto before = store::restore(file, config.data.dir, database_options(config).migrations);
  if (!before) return say(before.error());
  std::cout << "restored " << config.data.dir << '\n';
  if (!before->empty()) std::cout << "what was there is kept as " << before->string() << '\n';
  return exit_done;
}

// A command on the data folder, with or without another folder as its argument.
struct DataCommand {
  const char* name;
  const char* help;
  const char* example;
  std::function<int(const Config&, const std::filesystem::path&)> run;
  const char* argument = nullptr;  // what the argument is
};

void add(CLI::App& app, Run& chosen, const DataCommand& command) {
  CLI::App* added = app.add_subcommand(command.name, command.help);
  added->footer(std::string("Example:\n  ") + command.example);
  auto flags = std::make_shared<ConfigFlags>();
  auto folder = std::make_shared<std::string>();
  flags->add_file_and_data(*added);
  if (command.argument != nullptr) added->add_option("FOLDER", *folder, command.argument)->required();
  added->callback([&chosen, flags, folder, run = command.run] {
    chosen = [flags, folder, run] {
      const Result<Config> config = flags->load();
      return config ? run(*config, *folder) : say(config.error());
    };
  });
}

}  // namespace

void add_data_commands(CLI::App& app, Run& chosen) {
  CLI::App* audit = app.add_subcommand("audit", "The record of every change");
  audit->require_subcommand(1);
  add(*audit, chosen,
      {"verify", "Prove that no event was changed, removed or inserted", "dossier audit verify --data /var/lib/dossier",
       [](const Config& config, const auto&) { return verify(config); }});
  add(*audit, chosen,
      {"export", "Every event as one line of JSON", "dossier audit export --data /var/lib/dossier > journal.jsonl",
       [](const Config& config, const auto&) { return export_journal(config); }});
  add(app, chosen,
      {"backup", "Copy everything that is kept, also while serving",
       "dossier backup /mnt/backups/2026-01-31 --data /var/lib/dossier", &back_up,
       "Folder for the copy; it must not hold one yet"});
  add(app, chosen,
      {"restore", "Put a backup in place; the server must be stopped",
       "dossier restore /mnt/backups/2026-01-31 --data /var/lib/dossier", &put_back,
       "Folder that dossier backup made"});
}

}  // namespace dossier::server
