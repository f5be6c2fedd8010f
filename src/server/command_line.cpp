#include "server/command_line.h"

#include "base/exit_status.h"
#include "desks/fir/draft_command.h"
#include "desks/fir/knowledge_command.h"
#include "desks/funds/analyse_command.h"
#include "desks/funds/ask_command.h"
#include "desks/funds/irr_command.h"
#include "server/version.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <cstdlib>
#include <iostream>
#include <memory>
#include <optional>

namespace dossier::server {
namespace {

// One of these is chosen while the arguments are read, and run once they all were.
using Run = std::function<int()>;

int say(const Error& error) {
  std::cerr << "dossier: " << error.text() << '\n';
  return exit_status_of(error.code);
}

// What --config, --data, --host and --port may change.
struct ConfigFlags {
  std::optional<std::string> file, data, host;
  std::optional<std::int64_t> port;

  void add_file_and_data(CLI::App& command) {
    command.add_option("--config", file, "Configuration file; ./dossier.toml is read when there is one")
        ->type_name("FILE");
    command.add_option("--data", data, "Folder of everything that is kept")->type_name("DIR");
  }
  Result<Config> load() const {
    TRY(Config config, load_config(file, process_environment()));
    if (data) config.data.dir = *data;
    if (host) config.server.host = *host;
    if (port) config.server.port = *port;
    return config;
  }
};

Run with_config(const std::shared_ptr<ConfigFlags>& flags, const std::function<int(const Config&)>& command) {
  return [flags, command] {
    const Result<Config> config = flags->load();
    return config ? command(*config) : say(config.error());
  };
}

void add_serve(CLI::App& app, Run& chosen, const Commands& commands) {
  CLI::App* serve = app.add_subcommand("serve", "Answer over HTTP");
  serve->footer("Example:\n  dossier serve --data /var/lib/dossier --port 8000");
  auto flags = std::make_shared<ConfigFlags>();
  flags->add_file_and_data(*serve);
  serve->add_option("--host", flags->host, "Address of this machine to listen on")->type_name("H");
  serve->add_option("--port", flags->port, "Port to listen on; 0 takes any free one")
      ->type_name("N")
      ->check(CLI::Range(0, 65535));
  serve->callback([&chosen, flags, &commands] { chosen = with_config(flags, commands.serve); });
}

void add_doctor(CLI::App& app, Run& chosen, const Commands& commands) {
  CLI::App* doctor = app.add_subcommand("doctor", "Check that this machine can run the program, and say what to do");
  doctor->footer("Example:\n  dossier doctor --data /var/lib/dossier");
  auto flags = std::make_shared<ConfigFlags>();
  flags->add_file_and_data(*doctor);
  doctor->callback([&chosen, flags, &commands] { chosen = with_config(flags, commands.doctor); });
}

void add_funds_analyse(CLI::App& funds, Run& chosen) {
  CLI::App* analyse = funds.add_subcommand(
      "analyse", "Read reports into ledgers, compute the metrics and compare with what is printed");
  analyse->footer("Example:\n  dossier funds analyse report.pdf --json");
  auto options = std::make_shared<desks::funds::AnalyseOptions>();
  analyse->add_option("FILE", options->files, "Reports (PDF)")->required();
  analyse->add_option("--password", options->password, "Password of encrypted files")->type_name("P");
  analyse->add_flag("--json", options->json, "One JSON document instead of tables");
  analyse->callback([&chosen, options] {
    chosen = [options] {
      options->colour = isatty(STDOUT_FILENO) != 0;
      options->progress = isatty(STDERR_FILENO) != 0;
      return desks::funds::run_analyse_command(*options, std::cout, std::cerr);
    };
  });
}

void add_funds_ask(CLI::App& funds, Run& chosen) {
  CLI::App* ask = funds.add_subcommand("ask", "Answer questions about reports, each with its sources");
  ask->footer(
      "The questions are one conversation: later ones may lean on earlier ones.\nExample:\n  dossier funds ask "
      "report.pdf -q \"What is the DPI?\" -q \"And the TVPI?\"");
  auto options = std::make_shared<desks::funds::AskOptions>();
  ask->add_option("FILE", options->files, "Reports (PDF)")->required();
  ask->add_option("-q,--question", options->questions, "A question; give as many as you like")
      ->required()
      ->type_name("QUESTION")
      ->allow_extra_args(false);
  ask->add_option("--password", options->password, "Password of encrypted files")->type_name("P");
  ask->add_flag("--json", options->json, "One JSON document instead of text");
  ask->callback([&chosen, options] {
    chosen = [options] {
      options->progress = isatty(STDERR_FILENO) != 0;
      return desks::funds::run_ask_command(*options, std::cout, std::cerr);
    };
  });
}

void add_funds_irr(CLI::App& funds, Run& chosen) {
  CLI::App* irr = funds.add_subcommand("irr", "Every internal rate of return of a list of cash flows");
  irr->footer(
      "Rows are date,amount, or amount alone for equal periods; - reads standard input.\nExample:\n  dossier funds irr "
      "flows.csv --json");
  auto options = std::make_shared<desks::funds::IrrOptions>();
  irr->add_option("FILE", options->file, "Cash flows (CSV)")->required();
  irr->add_flag("--json", options->json, "One JSON document instead of text");
  irr->callback([&chosen, options] {
    chosen = [options] {
      options->standard_input = &std::cin;
      return desks::funds::run_irr_command(*options, std::cout, std::cerr);
    };
  });
}

// The folder that an officer or lawyer works on in the place of the knowledge built in.
std::string knowledge_folder() {
  const char* folder = std::getenv("DOSSIER_KNOWLEDGE_DIR");
  return folder == nullptr ? "" : folder;
}

void add_fir_draft(CLI::App& fir, Run& chosen) {
  CLI::App* draft =
      fir.add_subcommand("draft", "All steps of a complaint as a draft: facts, offences, narrative, form");
  draft->footer(
      "Example:\n  dossier fir draft complaint.txt --set occurrence.date=2026-01-31\nA draft is never final: only a "
      "person's approval makes a report.");
  auto options = std::make_shared<desks::fir::DraftOptions>();
  draft->add_option("FILE", options->file, "The complaint as UTF-8 text; - reads standard input")->required();
  draft->add_flag("--json", options->json, "One JSON document instead of text");
  draft->add_option("--set", options->sets, "A fact that the text does not give")
      ->type_name("field=value")
      ->allow_extra_args(false);
  draft->callback([&chosen, options] {
    chosen = [options] {
      options->standard_input = &std::cin;
      options->colour = isatty(STDOUT_FILENO) != 0;
      options->knowledge_folder = knowledge_folder();
      return desks::fir::run_draft_command(*options, std::cout, std::cerr);
    };
  });
}

void add_knowledge_check(CLI::App& knowledge, Run& chosen) {
  CLI::App* check = knowledge.add_subcommand("check", "Check every entry of the knowledge and try its examples");
  check->footer("Example:\n  DOSSIER_KNOWLEDGE_DIR=knowledge dossier knowledge check");
  check->callback(
      [&chosen] { chosen = [] { return desks::fir::run_knowledge_check(knowledge_folder(), std::cout, std::cerr); }; });
}

// CLI11's sentences end in line breaks and hints; one line that says what to do is what scripts and people need.
int say_usage(const CLI::App& app, const CLI::ParseError& fault) {
  std::string message = fault.what();
  message = message.substr(0, message.find('\n'));
  const CLI::App* at = &app;
  std::string command = "dossier";
  while (!at->get_subcommands().empty()) {
    at = at->get_subcommands().front();
    command += " " + at->get_name();
  }
  std::cerr << "dossier: " << message << "; see " << command << " --help\n";
  return exit_bad_usage;
}

}  // namespace

int run_command_line(int argc, char** argv, const Commands& commands) {
  CLI::App app("Documents, scans and statements become reviewed, cited answers and drafts.", "dossier");
  app.set_version_flag("--version", std::string(kVersion));
  app.require_subcommand(1);
  app.footer("Exit status: 0 done, 1 done with flags that need a person, 2 bad usage, 3 bad input, 4 failed.");
  Run chosen;
  add_serve(app, chosen, commands);
  CLI::App* funds = app.add_subcommand("funds", "Reports of private funds");
  funds->require_subcommand(1);
  add_funds_analyse(*funds, chosen);
  add_funds_irr(*funds, chosen);
  add_funds_ask(*funds, chosen);
  CLI::App* fir = app.add_subcommand("fir", "Complaints and First Information Reports");
  fir->require_subcommand(1);
  add_fir_draft(*fir, chosen);
  CLI::App* knowledge = app.add_subcommand("knowledge", "The offences and words the FIR desk works with");
  knowledge->require_subcommand(1);
  add_knowledge_check(*knowledge, chosen);
  add_doctor(app, chosen, commands);
  try {
    app.parse(argc, argv);
  } catch (const CLI::Success& wanted) {  // --help, --version
    return app.exit(wanted);
  } catch (const CLI::ParseError& fault) {
    return say_usage(app, fault);
  }
  return chosen();
}

}  // namespace dossier::server
