#include "load/load_command.h"
#include "server/command_frame.h"

#include <CLI/CLI.hpp>
#include <fmt/format.h>

#include <iostream>
#include <memory>

namespace dossier::server {
namespace {

std::string described_scenarios() {
  std::string text = "What its clients do:";
  for (const load::Named& scenario : load::scenarios())
    text += fmt::format("\n  {:<9} {}", scenario.name, scenario.help);
  return text;
}

}  // namespace

void add_load_command(CLI::App& app, Run& chosen) {
  CLI::App* command = app.add_subcommand("load", "Put a running server under load, and tell how its clients fared");
  command->footer(described_scenarios() +
                  "\nIt leaves funds and cases behind: give it a server with a data folder of its own.\nExamples:\n"
                  "  dossier load http://127.0.0.1:8000 --scenario fir --clients 50 --seconds 60\n"
                  "  dossier load http://127.0.0.1:8000 --scenario chat --rate 200 --clients 100 --seconds 30 --json\n"
                  "Exit status 1: FAIL, or nothing at all went well.");
  auto options = std::make_shared<load::LoadOptions>();
  command->add_option("TARGET", options->target, "The server: http://127.0.0.1:8000")->required();
  command->add_option("--scenario", options->scenario, "fir, chat, upload, mixed or overload")->required();
  command->add_option("--clients", options->clients, "Clients at the same time; 10, with overload 1,024")
      ->type_name("N")
      ->check(CLI::Range(1, 20'000));
  command->add_option("--seconds", options->seconds, "How long passes are begun; 10")
      ->type_name("S")
      ->check(CLI::Range(0.1, 1e6));
  command
      ->add_option("--rate", options->rate,
                   "Passes a second, begun whether or not earlier ones have ended; left out: each client begins the "
                   "next when it is through")
      ->type_name("R")
      ->check(CLI::Range(0.001, 1e6));
  command->add_option("--passes", options->passes_max, "No more than so many passes")->type_name("N");
  command->add_option("--pass-seconds", options->pass_seconds, "After which a pass has failed; 60")
      ->type_name("S")
      ->check(CLI::Range(0.1, 1e5));
  command->add_option("--question", options->question, "What chat and overload ask");
  command->add_option("--file", options->file,
                      "What upload sends, with a line of its own at the end of each copy; left "
                      "out: a small report made for it");
  command->add_option("--api-key", options->api_key, "The server's key")->envname("DOSSIER_AUTH_API_KEY");
  command->add_flag("--json", options->json, "One JSON document instead of a table");
  command->callback(
      [&chosen, options] { chosen = [options] { return load::run_load_command(*options, std::cout, std::cerr); }; });
}

}  // namespace dossier::server
