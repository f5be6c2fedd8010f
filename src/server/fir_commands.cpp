#include "desks/fir/draft_command.h"
#include "desks/fir/knowledge_command.h"
#include "server/command_frame.h"
#include "server/wiring.h"

#include <CLI/CLI.hpp>
#include <unistd.h>

#include <iostream>
#include <memory>

namespace dossier::server {
namespace {

void add_fir_draft(CLI::App& fir, Run& chosen) {
  CLI::App* draft =
      fir.add_subcommand("draft", "All steps of a complaint as a draft: facts, offences, narrative, form");
  draft->footer(
      "Example:\n  dossier fir draft complaint.txt --set occurrence.date=2026-01-31\nA draft is never final: only a "
      "person's approval makes a report.");
  auto options = std::make_shared<desks::fir::DraftOptions>();
  draft->add_option("FILE", options->file, "The complaint as UTF-8 text; - reads standard input")->required();
  draft->add_flag("--json", options->json, "One JSON document instead of text");
  draft->add_option("--pdf", options->pdf, "Write the form there as a PDF, too")->type_name("OUT.pdf");
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

void add_knowledge_explain(CLI::App& knowledge, Run& chosen) {
  CLI::App* explain = knowledge.add_subcommand("explain", "Show how one offence fares against a complaint");
  explain->footer("Example:\n  dossier knowledge explain \"BNS 309(4)\" complaint.txt");
  auto options = std::make_shared<desks::fir::ExplainOptions>();
  explain->add_option("SECTION", options->section, "Act and section, such as \"BNS 303(2)\"")->required();
  explain->add_option("FILE", options->file, "The complaint as UTF-8 text; - reads standard input")->required();
  explain->callback([&chosen, options] {
    chosen = [options] {
      options->standard_input = &std::cin;
      options->knowledge_folder = knowledge_folder();
      return desks::fir::run_knowledge_explain(*options, std::cout, std::cerr);
    };
  });
}

}  // namespace

void add_fir_commands(CLI::App& app, Run& chosen) {
  CLI::App* fir = app.add_subcommand("fir", "Complaints and First Information Reports");
  fir->require_subcommand(1);
  add_fir_draft(*fir, chosen);
  CLI::App* knowledge = app.add_subcommand("knowledge", "The offences and words the FIR desk works with");
  knowledge->require_subcommand(1);
  add_knowledge_check(*knowledge, chosen);
  add_knowledge_explain(*knowledge, chosen);
}

}  // namespace dossier::server
