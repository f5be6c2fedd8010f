#include "desks/fir/statutes_command.h"
#include "server/command_frame.h"
#include "server/wiring.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

namespace dossier::server {
namespace {

// `open` is Database::open, which takes the folder for itself, or Database::observe, a look beside a running server.
template <class Open, class F>
int with_database(const ConfigFlags& flags, Open open, F body) {
  const Result<Config> config = flags.load();
  if (!config) return say(config.error());
  const auto database = open(database_options(*config));
  return database ? body(**database, *config) : say(database.error());
}

void add_load(CLI::App& statutes, Run& chosen) {
  CLI::App* command = statutes.add_subcommand("load", "Load the text of acts; an act is replaced as a whole");
  command->footer(
      "Example:\n  dossier knowledge statutes load bns.jsonl --act BNS --source \"Gazette of 25 December 2023\"\nEach "
      "line is a JSON object with act, section, text, and title and source where they are known. While a server runs "
      "on the data folder, send the file to it: POST /api/statutes.");
  auto flags = std::make_shared<ConfigFlags>();
  auto load = std::make_shared<desks::fir::StatutesLoad>();
  flags->add_file_and_data(*command);
  command->add_option("FILE", load->files, "JSON Lines, in UTF-8")->required();
  command->add_option("--act", load->act, "The act of lines that name none, as the knowledge names it");
  command->add_option("--source", load->source, "Where the text is from; the name of the file when left out");
  command->callback([&chosen, flags, load] {
    chosen = [flags, load] {
      return with_database(*flags, store::Database::open, [&](store::Database& database, const Config&) {
        return desks::fir::run_statutes_load(database, *load, system_clock().wall(), std::cout, std::cerr);
      });
    };
  });
}

void add_remove(CLI::App& statutes, Run& chosen) {
  CLI::App* command = statutes.add_subcommand("remove", "Take the text of an act away");
  command->footer("Example:\n  dossier knowledge statutes remove BNS");
  auto flags = std::make_shared<ConfigFlags>();
  auto act = std::make_shared<std::string>();
  flags->add_file_and_data(*command);
  command->add_option("ACT", *act, "The act as it was loaded")->required();
  command->callback([&chosen, flags, act] {
    chosen = [flags, act] {
      return with_database(*flags, store::Database::open, [&](store::Database& database, const Config&) {
        return desks::fir::run_statutes_remove(database, *act, std::cout, std::cerr);
      });
    };
  });
}

// A look at what is loaded, also beside a running server.
CLI::App* add_look(CLI::App& statutes, Run& chosen, const char* name, const char* help,
                   const std::shared_ptr<desks::fir::StatutesLook>& look) {
  CLI::App* command = statutes.add_subcommand(name, help);
  auto flags = std::make_shared<ConfigFlags>();
  flags->add_file_and_data(*command);
  command->callback([&chosen, flags, look] {
    chosen = [flags, look] {
      return with_database(*flags, store::Database::observe, [&](store::Database& database, const Config& config) {
        look->file = config.statutes.file;
        return desks::fir::run_statutes_look(database, *look, std::cout, std::cerr);
      });
    };
  });
  return command;
}

}  // namespace

void add_statutes_commands(CLI::App& knowledge, Run& chosen) {
  CLI::App* statutes = knowledge.add_subcommand("statutes", "The text of the law, where you have loaded it");
  statutes->require_subcommand(1);
  add_load(*statutes, chosen);
  auto listed = std::make_shared<desks::fir::StatutesLook>();
  add_look(*statutes, chosen, "list", "The acts that are loaded", listed)
      ->footer("Example:\n  dossier knowledge statutes list");
  auto shown = std::make_shared<desks::fir::StatutesLook>();
  CLI::App* show = add_look(*statutes, chosen, "show", "The text of one section", shown);
  show->footer("Example:\n  dossier knowledge statutes show \"BNS 303(2)\"");
  show->add_option("SECTION", shown->section, "Act and section, such as \"BNS 303(2)\"")->required();
  auto searched = std::make_shared<desks::fir::StatutesLook>();
  CLI::App* search = add_look(*statutes, chosen, "search", "Sections that share words with a question", searched);
  search->footer("Example:\n  dossier knowledge statutes search \"snatching of a chain\" --act BNS");
  search->add_option("WORDS", searched->words, "Words to look for")->required();
  search->add_option("--act", searched->act, "Of this act alone");
  search->add_option("--count", searched->count, "How many")->check(CLI::Range(1, 50));
  add_remove(*statutes, chosen);
}

}  // namespace dossier::server
