#include "desks/funds/analyse_command.h"
#include "desks/funds/ask_command.h"
#include "desks/funds/irr_command.h"
#include "server/command_frame.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <iostream>
#include <memory>

namespace dossier::server {
namespace {

void add_funds_analyse(CLI::App& funds, Run& chosen) {
  CLI::App* analyse = funds.add_subcommand(
      "analyse", "Read reports into ledgers, compute the metrics and compare with what is printed");
  analyse->footer("Example:\n  dossier funds analyse report.pdf --index msci.csv --json");
  auto options = std::make_shared<desks::funds::AnalyseOptions>();
  analyse->add_option("FILE", options->files, "Reports (PDF)")->required();
  analyse->add_option("--password", options->password, "Password of encrypted files")->type_name("P");
  analyse->add_option("--as-of", options->as_of, "Flows after this day are left out")->type_name("DAY");
  analyse->add_option("--index", options->index, "CSV of date,level rows: compare with this public index")
      ->type_name("FILE");
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
  ask->add_flag("--apart", options->apart, "Each question by itself: its lines are turns, the last one is answered");
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

}  // namespace

void add_funds_commands(CLI::App& app, Run& chosen) {
  CLI::App* funds = app.add_subcommand("funds", "Reports of private funds");
  funds->require_subcommand(1);
  add_funds_analyse(*funds, chosen);
  add_funds_irr(*funds, chosen);
  add_funds_ask(*funds, chosen);
  add_ledger_commands(*funds, chosen);
}

}  // namespace dossier::server
