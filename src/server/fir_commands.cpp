#include "desks/fir/cases_command.h"
#include "desks/fir/draft_command.h"
#include "desks/fir/facts_command.h"
#include "desks/fir/knowledge_command.h"
#include "desks/fir/knowledge_learn.h"
#include "desks/fir/knowledge_measure.h"
#include "server/command_frame.h"
#include "server/transcribe_here.h"
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
  draft
      ->add_option("FILE", options->file,
                   "The complaint as UTF-8 text; - reads standard input. A recording (.wav, .mp3, .m4a, .ogg, "
                   ".opus, .webm) or a picture (.jpg, .png) is written down by the configured model server first")
      ->required();
  auto flags = std::make_shared<ConfigFlags>();
  draft->add_option("--config", flags->file, "Configuration file with the model servers")->type_name("FILE");
  draft->add_flag("--json", options->json, "One JSON document instead of text");
  draft->add_option("--pdf", options->pdf, "Write the form there as a PDF, too")->type_name("OUT.pdf");
  draft->add_option("--set", options->sets, "A fact that the text does not give")
      ->type_name("field=value")
      ->allow_extra_args(false);
  options->transcribe = [flags](dossier::fir::Original original, std::string bytes) -> Result<desks::fir::Transcribed> {
    TRY(const Config config, flags->load());
    return transcribe_here(config, std::move(original), std::move(bytes));
  };
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

void add_knowledge_schema(CLI::App& knowledge, Run& chosen) {
  CLI::App* schema = knowledge.add_subcommand("schema", "The JSON Schema of the files, for an editor");
  schema->footer("Example:\n  dossier knowledge schema > knowledge/schema.json");
  schema->callback([&chosen] { chosen = [] { return desks::fir::run_knowledge_schema(std::cout); }; });
}

void add_knowledge_explain(CLI::App& knowledge, Run& chosen) {
  CLI::App* explain = knowledge.add_subcommand("explain", "Show how one offence fares against a complaint");
  explain->footer("Example:\n  dossier knowledge explain \"BNS 309(4)\" complaint.txt");
  auto options = std::make_shared<desks::fir::ExplainOptions>();
  explain
      ->add_option("SECTION", options->section,
                   "Act and section, such as \"BNS 303(2)\", or a situation, such as civil")
      ->required();
  explain->add_option("FILE", options->file, "The complaint as UTF-8 text; - reads standard input")->required();
  explain->callback([&chosen, options] {
    chosen = [options] {
      options->standard_input = &std::cin;
      options->knowledge_folder = knowledge_folder();
      return desks::fir::run_knowledge_explain(*options, std::cout, std::cerr);
    };
  });
}

void add_knowledge_learn(CLI::App& knowledge, Run& chosen) {
  CLI::App* learn = knowledge.add_subcommand("learn", "Work out from labelled complaints how each section is told");
  learn->footer(
      "Example:\n  dossier knowledge learn tests/fir/{complaints,lessons,short_lessons}.jsonl "
      "tests/fir/other_hands/read*.jsonl > /tmp/experience.tsv");
  auto options = std::make_shared<desks::fir::LearnOptions>();
  learn->add_option("FILE", options->files, "Labelled complaints, one JSON object a line")->required();
  learn->callback([&chosen, options] {
    chosen = [options] {
      options->knowledge_folder = knowledge_folder();
      options->progress = isatty(STDERR_FILENO) != 0;
      return desks::fir::run_knowledge_learn(*options, std::cout, std::cerr);
    };
  });
}

void add_knowledge_measure(CLI::App& knowledge, Run& chosen) {
  CLI::App* measure = knowledge.add_subcommand("measure", "Draft labelled complaints and tell what came out otherwise");
  measure->footer("Example:\n  dossier knowledge measure tests/fir/complaints.jsonl --section \"BNS 303(2)\"");
  auto options = std::make_shared<desks::fir::MeasureOptions>();
  measure->add_option("FILE", options->files, "Labelled complaints, one JSON object a line")->required();
  measure->add_option("--section", options->section, "Only complaints where this section was missed or wrong");
  measure->add_flag("--quiet", options->quiet, "The sum alone");
  measure->callback([&chosen, options] {
    chosen = [options] {
      options->knowledge_folder = knowledge_folder();
      return desks::fir::run_knowledge_measure(*options, std::cout, std::cerr);
    };
  });
}

// A look at what is kept, also beside a running server.
template <class F>
int look(const ConfigFlags& flags, F body) {
  const Result<Config> config = flags.load();
  if (!config) return say(config.error());
  const auto database = store::Database::observe(database_options(*config));
  return database ? body(**database) : say(database.error());
}

void add_cases_list(CLI::App& cases, Run& chosen) {
  CLI::App* list = cases.add_subcommand("list", "The newest cases");
  list->footer("Example:\n  dossier fir cases list --data data --status in_review");
  auto flags = std::make_shared<ConfigFlags>();
  auto wanted = std::make_shared<desks::fir::CasesListing>();
  flags->add_file_and_data(*list);
  list->add_option("--status", wanted->status,
                   "transcribing, no_transcript, preparing, failed, in_review or finalised");
  list->add_option("--route", wanted->route, "FIR, ZERO_FIR, NCR ...");
  list->add_option("--words", wanted->words, "Words of the complaint or the summary");
  list->add_option("--count", wanted->count, "How many")->check(CLI::Range(1, 100));
  list->add_flag("--json", wanted->json, "One JSON document instead of text");
  list->callback([&chosen, flags, wanted] {
    chosen = [flags, wanted] {
      return look(*flags, [&](store::Database& database) {
        return desks::fir::run_cases_list(database, *wanted, std::cout, std::cerr);
      });
    };
  });
}

void add_cases_show(CLI::App& cases, Run& chosen) {
  CLI::App* show = cases.add_subcommand("show", "One case: its steps, what to ask, its duties");
  show->footer("Example:\n  dossier fir cases show 7 --data data");
  auto flags = std::make_shared<ConfigFlags>();
  auto id = std::make_shared<std::int64_t>(0);
  auto json = std::make_shared<bool>(false);
  flags->add_file_and_data(*show);
  show->add_option("ID", *id, "Number of the case")->required();
  show->add_flag("--json", *json, "One JSON document instead of text");
  show->callback([&chosen, flags, id, json] {
    chosen = [flags, id, json] {
      return look(*flags, [&](store::Database& database) {
        return desks::fir::run_cases_show(database, *id, *json, system_clock().wall(), std::cout, std::cerr);
      });
    };
  });
}

void add_cases_facts(CLI::App& cases, Run& chosen) {
  CLI::App* facts = cases.add_subcommand("facts", "The facts of a case: where each comes from, who noted it and why");
  facts->footer("Example:\n  dossier fir cases facts 7 --history --data data");
  struct Options {
    ConfigFlags flags;
    std::int64_t id = 0;
    bool history = false, json = false;
  };
  auto options = std::make_shared<Options>();
  options->flags.add_file_and_data(*facts);
  facts->add_option("ID", options->id, "Number of the case")->required();
  facts->add_flag("--history", options->history, "Every value they ever had");
  facts->add_flag("--json", options->json, "One JSON document instead of text");
  facts->callback([&chosen, options] {
    chosen = [options] {
      return look(options->flags, [&](store::Database& database) {
        return desks::fir::run_facts_list(database, options->id, options->history, options->json, std::cout, std::cerr);
      });
    };
  });
}

void add_cases_correct(CLI::App& cases, Run& chosen) {
  CLI::App* correct =
      cases.add_subcommand("correct", "Enter, correct or take out facts of a case, while no server has the folder");
  correct->footer(
      "Example:\n  dossier fir cases correct 7 --set accused.2.name=Kalu --set witness.1= --why \"asked again\"\n"
      "An empty value takes out. GET /api/cases/fields lists the fields.");
  struct Options : desks::fir::FactsCorrection {
    ConfigFlags flags;
  };
  auto options = std::make_shared<Options>();
  options->flags.add_file_and_data(*correct);
  correct->add_option("ID", options->id, "Number of the case")->required();
  correct->add_option("--set", options->sets, "A fact")->type_name("field=value")->allow_extra_args(false)->required();
  correct->add_option("--why", options->reason, "Kept with each; needed where the complaint says otherwise");
  correct->add_option("--officer", options->officer, "Who corrects, as the station knows them");
  correct->add_flag("--json", options->json, "One JSON document instead of text");
  correct->callback([&chosen, options] {
    chosen = [options] {
      options->principal = command_line_principal();
      const Result<Config> config = options->flags.load();
      if (!config) return say(config.error());
      const auto database = store::Database::open(database_options(*config));
      return database ? desks::fir::run_facts_correct(**database, *options, std::cout, std::cerr)
                      : say(database.error());
    };
  });
}

}  // namespace

void add_fir_commands(CLI::App& app, Run& chosen) {
  CLI::App* fir = app.add_subcommand("fir", "Complaints and First Information Reports");
  fir->require_subcommand(1);
  add_fir_draft(*fir, chosen);
  CLI::App* cases = fir->add_subcommand("cases", "The cases of a data folder");
  cases->require_subcommand(1);
  add_cases_list(*cases, chosen);
  add_cases_show(*cases, chosen);
  add_cases_facts(*cases, chosen);
  add_cases_correct(*cases, chosen);
  CLI::App* knowledge = app.add_subcommand("knowledge", "The offences and words the FIR desk works with");
  knowledge->require_subcommand(1);
  add_knowledge_check(*knowledge, chosen);
  add_knowledge_schema(*knowledge, chosen);
  add_knowledge_explain(*knowledge, chosen);
  add_knowledge_measure(*knowledge, chosen);
  add_knowledge_learn(*knowledge, chosen);
  add_statutes_commands(*knowledge, chosen);
}

}  // namespace dossier::server
