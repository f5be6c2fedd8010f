#include "base/exit_status.h"
#include "desks/funds/ledger_command.h"
#include "server/command_frame.h"
#include "server/wiring.h"

#include <CLI/CLI.hpp>

#include <iostream>
#include <memory>

// The commands on a kept ledger. Those that only look work beside a running server; those that change need its folder
// for themselves.
namespace dossier::server {
namespace {

namespace desk = desks::funds;

// What all of them share.
struct Kept {
  ConfigFlags flags;
  bool json = false;

  void add_to(CLI::App& command) {
    flags.add_file_and_data(command);
    command.add_flag("--json", json, "One JSON document instead of text");
  }
  desk::Printing printing() const { return {std::cout, std::cerr, json}; }
};

template <class F>
int with_database(const Kept& kept, bool changing, F body) {
  const Result<Config> config = kept.flags.load();
  if (!config) return say(config.error());
  auto database =
      changing ? store::Database::open(database_options(*config)) : store::Database::observe(database_options(*config));
  return database ? body(**database) : say(database.error());
}

CLI::App* add(CLI::App& funds, const char* name, const char* help, const char* example) {
  CLI::App* command = funds.add_subcommand(name, help);
  command->footer(std::string("Example:\n  ") + example);
  return command;
}

void add_list(CLI::App& funds, Run& chosen) {
  CLI::App* command =
      add(funds, "list", "The funds that are kept, with their numbers", "dossier funds list --data /var/lib/dossier");
  auto kept = std::make_shared<Kept>();
  kept->add_to(*command);
  command->callback([&chosen, kept] {
    chosen = [kept] {
      return with_database(*kept, false, [&](auto& db) { return desk::run_list_command(db, kept->printing()); });
    };
  });
}

void add_ledger(CLI::App& funds, Run& chosen) {
  CLI::App* command = add(funds, "ledger", "The rows of a fund, with what was corrected, by whom and why",
                          "dossier funds ledger 3 --as-of 2023-12-31 --known-on 2024-02-01");
  struct Options : Kept {
    std::int64_t fund = 0;
    desk::LedgerQuery query;
  };
  auto options = std::make_shared<Options>();
  options->add_to(*command);
  command->add_option("FUND", options->fund, "Number of the fund: see dossier funds list")->required();
  command->add_option("--as-of", options->query.as_of, "Rows after this day are left out")->type_name("DAY");
  command->add_option("--known-on", options->query.known_on, "As it was known at the end of this day")
      ->type_name("DAY");
  command->add_option("--page", options->query.page, "Page, from 1")->check(CLI::Range(1, 1'000'000));
  command->callback([&chosen, options] {
    chosen = [options] {
      return with_database(*options, false, [&](auto& db) {
        return desk::run_ledger_command(db, FundId{options->fund}, options->query, options->printing());
      });
    };
  });
}

void add_flags(CLI::App& funds, Run& chosen) {
  CLI::App* command = add(funds, "flags", "What needs a person, with its place; exit status 1 while there is any",
                          "dossier funds flags 3 --data /var/lib/dossier");
  struct Options : Kept {
    std::optional<std::int64_t> fund;
  };
  auto options = std::make_shared<Options>();
  options->add_to(*command);
  command->add_option("FUND", options->fund, "Only of this fund");
  command->callback([&chosen, options] {
    chosen = [options] {
      desk::FlagChoice choice;
      if (options->fund) choice.fund = FundId{*options->fund};
      return with_database(*options, false,
                           [&](auto& db) { return desk::run_flags_command(db, choice, options->printing()); });
    };
  });
}

// A row or figure as options.
struct ChangeOptions : Kept {
  std::int64_t number = 0;  // of the row, fund, figure or flag
  std::string what;         // of enter: nav, commitment or flow
  std::string kind, effect, status;
  desk::RowBody row;
  std::optional<std::int64_t> replaces;

  void add_reason(CLI::App& command) {
    command.add_option("--why", row.reason, "Kept with the change")->required()->type_name("TEXT");
  }
  void add_row_fields(CLI::App& command) {
    command.add_option("--kind", kind, "capital_call, distribution or adjustment")
        ->check(CLI::IsMember({"capital_call", "distribution", "adjustment"}));
    command.add_option("--effect", effect, "What the row does, where kind and amount do not say it")
        ->check(CLI::IsMember(
            std::vector<std::string>(dossier::funds::kRowEffectNames.begin(), dossier::funds::kRowEffectNames.end())));
    command.add_option("--date", row.date, "YYYY-MM-DD")->type_name("DAY");
    command.add_option("--amount", row.amount, "Digits with decimals, as -1250.50")->type_name("AMOUNT");
    command.add_option("--recallable", row.recallable, "Of a distribution: true or false")->type_name("BOOL");
    command.add_option("--recallable-until", row.recallable_until, "The last day on which it may be called again")
        ->type_name("DAY");
    command.add_option("--type", row.type, "Return of Capital ...")->type_name("TEXT");
    command.add_option("--description", row.description, "Any words")->type_name("TEXT");
    command.add_option("--status", status, "settled or noticed")->check(CLI::IsMember({"settled", "noticed"}));
  }
  desk::RowBody body() const {
    desk::RowBody made = row;
    made.kind = dossier::funds::row_kind(kind);
    made.effect = dossier::funds::row_effect(effect);
    if (status == "settled") made.status = dossier::funds::RowStatus::settled;
    if (status == "noticed") made.status = dossier::funds::RowStatus::noticed;
    return made;
  }
};

using Work = std::function<int(store::Database&, const ChangeOptions&)>;

void run_as(CLI::App& command, Run& chosen, const std::shared_ptr<ChangeOptions>& options, Work work) {
  command.callback([&chosen, options, work = std::move(work)] {
    chosen = [options, work] {
      return with_database(*options, true, [&](store::Database& database) { return work(database, *options); });
    };
  });
}

int correct(store::Database& database, const ChangeOptions& options) {
  const auto work = [&](const desk::LedgerStore& ledgers, store::Transaction& transaction,
                        const Context& context) -> Result<desk::RowChanged> {
    const TransactionId row{options.number};
    TRY(const FundId fund, desk::fund_of_row(transaction, row));
    return desk::correct_row(ledgers, transaction, context, fund, row, options.body());
  };
  return desk::run_row_change(database, command_line_principal(), work, options.printing());
}

int remove(store::Database& database, const ChangeOptions& options) {
  const auto work = [&](const desk::LedgerStore& ledgers, store::Transaction& transaction,
                        const Context& context) -> Result<desk::RowChanged> {
    const TransactionId row{options.number};
    TRY(const FundId fund, desk::fund_of_row(transaction, row));
    return desk::remove_row(ledgers, transaction, context, fund, row, options.row.reason);
  };
  return desk::run_row_change(database, command_line_principal(), work, options.printing());
}

int enter(store::Database& database, const ChangeOptions& options) {
  const FundId fund{options.number};
  if (options.what == "flow") {
    const auto work = [&](const desk::LedgerStore& ledgers, store::Transaction& transaction, const Context& context) {
      return desk::enter_row(ledgers, transaction, context, fund, options.body());
    };
    return desk::run_row_change(database, command_line_principal(), work, options.printing());
  }
  const auto work = [&](const desk::LedgerStore& ledgers, store::Transaction& transaction, const Context& context) {
    const desk::FigureBody body{options.what == "nav" ? desk::EnteredName::nav : desk::EnteredName::commitment,
                                options.row.date.value_or(""), options.row.amount.value_or(""), options.row.reason,
                                options.replaces};
    return desk::enter_figure(ledgers, transaction, context, fund, body);
  };
  return desk::run_figure_change(database, command_line_principal(), work, options.printing());
}

int resolve(store::Database& database, const ChangeOptions& options) {
  const auto work = [&](const desk::LedgerStore& ledgers, store::Transaction& transaction, const Context& context) {
    return desk::resolve_flag(ledgers, transaction, context, desk::FlagId{options.number}, options.row.reason);
  };
  return desk::run_flag_change(database, command_line_principal(), work, options.printing());
}

void add_row_changes(CLI::App& funds, Run& chosen) {
  CLI::App* correcting = add(funds, "correct", "Correct a row; the old one stays visible with who, when and why",
                             "dossier funds correct 12 --amount 1050000.00 --why \"page 2 says 1.05m\"");
  auto correction = std::make_shared<ChangeOptions>();
  correction->add_to(*correcting);
  correcting->add_option("ROW", correction->number, "Number of the row: see dossier funds ledger")->required();
  correction->add_row_fields(*correcting);
  correction->add_reason(*correcting);
  run_as(*correcting, chosen, correction, correct);

  CLI::App* removing = add(funds, "remove", "Remove a row; it stays visible among the removed",
                           "dossier funds remove 12 --why \"a subtotal, not a call\"");
  auto removal = std::make_shared<ChangeOptions>();
  removal->add_to(*removing);
  removing->add_option("ROW", removal->number, "Number of the row: see dossier funds ledger")->required();
  removal->add_reason(*removing);
  run_as(*removing, chosen, removal, remove);
}

void add_entries(CLI::App& funds, Run& chosen) {
  CLI::App* entering =
      add(funds, "enter", "Enter what no document holds: a NAV, a commitment or a flow",
          "dossier funds enter nav 3 --date 2024-12-31 --amount 41250000 --why \"administrator's mail\"\n"
          "  dossier funds enter flow 3 --kind capital_call --date 2025-02-14 --amount 500000 --why wired");
  auto entry = std::make_shared<ChangeOptions>();
  entry->add_to(*entering);
  entering->add_option("WHAT", entry->what, "nav, commitment or flow")
      ->required()
      ->check(CLI::IsMember({"nav", "commitment", "flow"}));
  entering->add_option("FUND", entry->number, "Number of the fund: see dossier funds list")->required();
  entry->add_row_fields(*entering);
  entering->add_option("--replaces", entry->replaces, "Number of the figure entered for that day before")
      ->type_name("N");
  entry->add_reason(*entering);
  run_as(*entering, chosen, entry, enter);

  CLI::App* resolving = add(funds, "resolve", "Say that a person has looked at a flag",
                            "dossier funds resolve 7 --why \"the total includes the fee line\"");
  auto resolution = std::make_shared<ChangeOptions>();
  resolution->add_to(*resolving);
  resolving->add_option("FLAG", resolution->number, "Number of the flag: see dossier funds flags")->required();
  resolution->add_reason(*resolving);
  run_as(*resolving, chosen, resolution, resolve);
}

void add_withdrawal(CLI::App& funds, Run& chosen) {
  CLI::App* withdrawing =
      add(funds, "withdraw", "Take back a document uploaded in error; its rows stay visible to the known-on of before",
          "dossier funds withdraw 4 --data /var/lib/dossier");
  auto withdrawal = std::make_shared<ChangeOptions>();
  withdrawal->add_to(*withdrawing);
  withdrawing->add_option("DOCUMENT", withdrawal->number, "Number of the document, as the upload answered")->required();
  run_as(*withdrawing, chosen, withdrawal, [](store::Database& database, const ChangeOptions& options) {
    return desk::run_withdraw_command(database, command_line_principal(), DocumentId{options.number},
                                      options.printing());
  });
}

}  // namespace

void add_ledger_commands(CLI::App& funds, Run& chosen) {
  add_list(funds, chosen);
  add_ledger(funds, chosen);
  add_flags(funds, chosen);
  add_row_changes(funds, chosen);
  add_entries(funds, chosen);
  add_withdrawal(funds, chosen);
}

}  // namespace dossier::server
