#include "desks/fir/cases_command.h"

#include "base/exit_status.h"
#include "desks/fir/case_search.h"

#include <fmt/format.h>

#include <ostream>

namespace dossier::desks::fir {
namespace {

using store::Session;

int say(const Error& error, std::ostream& err) {
  err << "dossier: " << error.text() << "\n";
  return exit_status_of(error.code);
}

std::string indented(const std::string& text) {
  std::string out = "    ";
  for (const char c : text) {
    out += c;
    if (c == '\n') out += "    ";
  }
  return out;
}

void write_step(const StepView& step, std::ostream& out) {
  out << fmt::format("\n{} {}", dossier::fir::name_of(step.step), dossier::fir::name_of(step.state));
  if (step.shown) out << fmt::format(", version {} by {}", step.shown->version, step.shown->by);
  out << "\n";
  if (step.problem) out << "    cannot be prepared: " << *step.problem << "\n";
  // The form is long and follows from what stands above it.
  if (step.shown && step.step != Step::final_report) out << indented(step.shown->text) << "\n";
}

void write_case(const CaseView& view, std::ostream& out) {
  out << fmt::format("{}  {}  {}{}\n", view.file_number, dossier::fir::name_of(view.status), view.route.value_or("-"),
                     view.sensitive ? "  SENSITIVE" : "");
  out << fmt::format("received {}", dossier::fir::indian_time(view.received_at));
  if (view.finalised_at) out << fmt::format(", finalised {}", dossier::fir::indian_time(*view.finalised_at));
  out << fmt::format(", {} h\n", view.elapsed_seconds / 3600);
  if (view.outcome) out << "no report is registered: " << *view.outcome << "\n";
  if (view.original)
    out << fmt::format("came as a {} ({}, {} bytes)\n", dossier::fir::name_of(view.original->kind),
                       view.original->format, view.original->bytes);
  for (const StepView& step : view.steps) write_step(step, out);
  if (!view.questions.empty()) out << "\nto ask\n";
  for (const QuestionView& asked : view.questions) out << "    ? " << asked.question << "\n";
  if (!view.duties.empty()) out << "\nduties\n";
  for (const DutyView& duty : view.duties) {
    out << fmt::format("    {:<15} {}: {}{}\n", dossier::fir::name_of(duty.state), duty.law, duty.text,
                       duty.broken ? " (term ran out)" : "");
  }
}

}  // namespace

int run_cases_list(store::Database& database, const CasesListing& wanted, std::ostream& out, std::ostream& err) {
  CaseQuery query;
  query.limit = wanted.count;
  if (!wanted.route.empty()) query.route = wanted.route;
  if (!wanted.words.empty()) query.q = wanted.words;
  query.status = dossier::fir::parse_name<CaseStatus>(wanted.status);
  if (!wanted.status.empty() && !query.status)
    return say({ErrorCode::invalid_argument,
                "it is transcribing, no_transcript, preparing, failed, in_review or finalised", "--status"},
               err);
  const auto page = database.read_now([&](Session& session) { return search_cases(session, query); });
  if (!page) return say(page.error(), err);
  if (wanted.json) {
    out << net::to_json(*page) << "\n";
    return exit_done;
  }
  for (const CaseItemView& item : page->items) {
    out << fmt::format("{:>6}  {}  {:<13}  {:<15}  {}\n", item.id, dossier::fir::indian_time(item.received_at),
                       dossier::fir::name_of(item.status), item.route.value_or("-"),
                       item.summary.value_or(item.sensitive ? "(sensitive)" : ""));
  }
  if (page->items.empty()) out << "no cases\n";
  return exit_done;
}

int run_cases_show(store::Database& database, std::int64_t id, bool json, WallTime now, std::ostream& out,
                   std::ostream& err) {
  const auto found = database.read_now([&](Session& session) { return CaseStore::get(session, CaseId{id}); });
  if (!found) return say(found.error(), err);
  const CaseView view = view_of(*found, now);
  if (json) {
    out << net::to_json(view) << "\n";
  } else {
    write_case(view, out);
  }
  return view.status == CaseStatus::finalised ? exit_done : exit_needs_a_person;
}

}  // namespace dossier::desks::fir
