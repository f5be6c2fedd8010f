#include "desks/fir/facts_command.h"

#include "base/exit_status.h"
#include "desks/fir/case_search.h"
#include "desks/fir/cases.h"
#include "fir/case_facts.h"

#include <boost/asio/io_context.hpp>
#include <fmt/format.h>

#include <ostream>

namespace dossier::desks::fir {
namespace {

using dossier::fir::CaseFact;
using store::Session;
using store::Transaction;

int say(const Error& error, std::ostream& err) {
  err << "dossier: " << error.text() << "\n";
  return exit_status_of(error.code);
}

Result<std::vector<CaseFact>> facts_of(const std::vector<std::string>& sets) {
  std::vector<CaseFact> facts;
  for (const std::string& set : sets) {
    const auto at = set.find('=');
    if (at == std::string::npos || at == 0)
      return Error{ErrorCode::invalid_argument, "give it as field=value", "--set " + set};
    CaseFact fact;
    fact.field = set.substr(0, at);
    TRY(fact.value, dossier::fir::checked_fact(fact.field, set.substr(at + 1), system_clock().wall()));
    facts.push_back(std::move(fact));
  }
  return facts;
}

Result<Case> correct(store::Database& database, const FactsCorrection& wanted) {
  TRY(auto facts, facts_of(wanted.sets));
  const store::Journal journal(system_clock());
  const CaseStore cases(journal);
  boost::asio::io_context loop;  // never run: the job that prepares anew waits for the server
  const store::Jobs jobs(database, loop.get_executor(), system_clock());
  const CaseDesk desk{jobs, cases, system_clock()};
  const Context context{.trace_id = "command-line", .principal = wanted.principal};
  return database.write_now([&](Transaction& transaction) {
    return act(desk, transaction, context, CaseId{wanted.id},
               dossier::fir::command::EnterFacts{std::move(facts), wanted.reason}, wanted.officer);
  });
}

void write_change(const FactChangeView& change, std::ostream& out) {
  out << fmt::format("{:<26} {}\n", change.field, change.value.empty() ? "(blank)" : change.value);
  out << fmt::format("{:<26} {} {}, {}{}{}\n", "", dossier::fir::name_of(change.author), change.by,
                     dossier::fir::indian_time(change.at), change.reason ? ": " + *change.reason : "",
                     change.until ? fmt::format(" (until {})", dossier::fir::indian_time(*change.until)) : "");
}

}  // namespace

int run_facts_list(store::Database& database, std::int64_t id, bool history, bool json, std::ostream& out,
                   std::ostream& err) {
  const auto found = database.read_now([&](Session& session) -> Result<std::vector<FactChangeView>> {
    TRY_DO(CaseStore::get(session, CaseId{id}));
    return list_fact_changes(session, CaseId{id});
  });
  if (!found) return say(found.error(), err);
  std::vector<FactChangeView> shown;
  for (const FactChangeView& change : *found) {
    if (history || !change.until) shown.push_back(change);
  }
  if (json) {
    out << net::to_json(shown) << "\n";
  } else {
    for (const FactChangeView& change : shown) write_change(change, out);
  }
  return exit_done;
}

int run_facts_correct(store::Database& database, const FactsCorrection& wanted, std::ostream& out, std::ostream& err) {
  const auto state = correct(database, wanted);
  if (!state) return say(state.error(), err);
  if (wanted.json) {
    out << net::to_json(view_of(*state, system_clock().wall())) << "\n";
  } else {
    out << fmt::format("{}: kept{}\n", state->file_number,
                       state->preparing() ? "; its open steps are prepared anew when the server starts" : "");
  }
  return exit_done;
}

}  // namespace dossier::desks::fir
