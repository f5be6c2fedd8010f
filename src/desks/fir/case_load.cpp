#include "desks/fir/case_rows.h"
#include "desks/fir/case_store.h"

namespace dossier::desks::fir {
namespace {

using namespace dossier::fir;
using store::Row;
using store::Session;

// What is not a name of the enumeration cannot be in the tables: their values were written from it.
template <class E>
E named(const Row& row, int column) {
  return parse_name<E>(row.text(column)).value_or(E{});
}

Answer answer_of(const std::string& name) {
  return name == "yes" ? Answer::yes : name == "no" ? Answer::no : Answer::depends;
}

constexpr const char* kCase =
    "SELECT file_number, received_at, received_by, same_text_as, route, law, sensitive, sensitive_by_person, "
    "protected_names, basis, prepared_basis, finalised_at, finalised_by FROM fir_case WHERE id = ?";

Case case_of(const Row& row, CaseId id) {
  Case state;
  state.id = id;
  state.file_number = row.text(0);
  state.received_at = row.get<WallTime>(1);
  state.received_by = row.text(2);
  state.same_text_as = row.get<std::optional<CaseId>>(3);
  state.route = row.text(4);
  state.law = row.text(5);
  state.sensitive = row.get<bool>(6);
  state.sensitive_by_person = row.get<bool>(7);
  state.protected_names = lines_of(row.text(8));
  state.basis = row.integer(9);
  state.prepared_basis = row.integer(10);
  if (!row.is_null(11)) state.finalised = Approval{row.text(12), row.get<WallTime>(11)};
  return state;
}

Result<void> load_steps(Session& session, Case& state) {
  TRY_DO(session.each("SELECT step, state, current, problem FROM case_step WHERE fir_case = ?", {state.id},
                      [&](const Row& row) -> Result<void> {
                        StepRecord& step = state.step(named<Step>(row, 0));
                        step.state = named<StepState>(row, 1);
                        step.current = row.get<int>(2);
                        step.problem = row.text(3);
                        return {};
                      }));
  return session.each(
      "SELECT step, number, author, made_by, made_at, text, runs, details, note, remark, discarded, degraded "
      "FROM case_version WHERE fir_case = ? ORDER BY step, number",
      {state.id}, [&](const Row& row) -> Result<void> {
        StepVersion version;
        version.number = row.get<int>(1);
        version.author = named<Author>(row, 2);
        version.by = row.text(3);
        version.at = row.get<WallTime>(4);
        version.text = row.text(5);
        version.runs = authorship_of(row.text(6));
        version.details = row.text(7);
        version.note = row.text(8);
        version.remark = row.text(9);
        version.discarded = row.get<bool>(10);
        version.degraded = row.text(11);
        state.step(named<Step>(row, 0)).versions.push_back(std::move(version));
        return {};
      });
}

StepVersion* version_of(Case& state, Step step, int number) {
  for (StepVersion& version : state.step(step).versions) {
    if (version.number == number) return &version;
  }
  return nullptr;
}

Result<void> load_of_versions(Session& session, Case& state) {
  TRY_DO(session.each(
      "SELECT v.step, v.number, a.approved_by, a.approved_at FROM case_version v JOIN case_approval a ON a.version = "
      "v.id WHERE v.fir_case = ? ORDER BY a.id",
      {state.id}, [&](const Row& row) -> Result<void> {
        if (StepVersion* version = version_of(state, named<Step>(row, 0), row.get<int>(1)))
          version->approvals.push_back({row.text(2), row.get<WallTime>(3)});
        return {};
      }));
  return session.each(
      "SELECT v.step, v.number, o.entry, o.act, o.section, o.title, o.court, o.cognizable, o.bailable, o.max_years, "
      "o.duties, o.author FROM case_version v JOIN case_offence o ON o.version = v.id WHERE v.fir_case = ? ORDER BY "
      "o.id",
      {state.id}, [&](const Row& row) -> Result<void> {
        CaseOffence offence;
        offence.entry = row.text(2);
        offence.act = row.text(3);
        offence.section = row.text(4);
        offence.title = row.text(5);
        offence.court = row.text(6);
        offence.cognizable = answer_of(row.text(7));
        offence.bailable = answer_of(row.text(8));
        offence.max_years = row.real(9);
        offence.duties = lines_of(row.text(10));
        offence.author = named<Author>(row, 11);
        if (StepVersion* version = version_of(state, named<Step>(row, 0), row.get<int>(1)))
          version->offences.push_back(std::move(offence));
        return {};
      });
}

Result<void> load_facts(Session& session, Case& state) {
  return session.each(
      "SELECT field, value, author, noted_by, noted_at, span_start, span_end, reason FROM case_fact WHERE fir_case = ? "
      "AND superseded_at IS NULL ORDER BY field",
      {state.id}, [&](const Row& row) -> Result<void> {
        CaseFact fact;
        fact.field = row.text(0);
        fact.value = row.text(1);
        fact.author = named<Author>(row, 2);
        fact.by = row.text(3);
        fact.at = row.get<WallTime>(4);
        fact.span = {static_cast<std::uint32_t>(row.integer(5)), static_cast<std::uint32_t>(row.integer(6))};
        fact.reason = row.text(7);
        state.facts.push_back(std::move(fact));
        return {};
      });
}

Result<void> load_duties(Session& session, Case& state) {
  TRY_DO(session.each(
      "SELECT duty, state, due, settled_by, settled_at, reason FROM case_duty WHERE fir_case = ? ORDER BY id",
      {state.id}, [&](const Row& row) -> Result<void> {
        DutyRecord duty;
        duty.id = row.text(0);
        duty.state = named<DutyState>(row, 1);
        duty.due = row.get<std::optional<WallTime>>(2);
        duty.by = row.text(3);
        duty.at = row.get<std::optional<WallTime>>(4);
        duty.reason = row.text(5);
        state.duties.push_back(std::move(duty));
        return {};
      }));
  return session.each(
      "SELECT field, question FROM case_question WHERE fir_case = ? AND superseded_at IS NULL ORDER BY id", {state.id},
      [&](const Row& row) -> Result<void> {
        state.questions.push_back({row.text(0), row.text(1)});
        return {};
      });
}

Result<void> load_original(Session& session, Case& state) {
  TRY(state.original,
      session.first(
          "SELECT kind, name, format, bytes, digest, language FROM case_original WHERE fir_case = ?", {state.id},
          [](const Row& row) {
            return Original{
                named<OriginalKind>(row, 0), row.text(1), row.text(2), row.integer(3), row.text(4), row.text(5)};
          }));
  return {};
}

}  // namespace

Result<Case> CaseStore::get(Session& session, CaseId id) {
  TRY(std::optional<Case> found, session.first(kCase, {id}, [&](const Row& row) { return case_of(row, id); }));
  if (!found) return Error{ErrorCode::not_found, "there is no such case", "case " + std::to_string(id.value)};
  TRY_DO(load_original(session, *found));
  TRY_DO(load_steps(session, *found));
  TRY_DO(load_of_versions(session, *found));
  TRY_DO(load_facts(session, *found));
  TRY_DO(load_duties(session, *found));
  return std::move(*found);
}

}  // namespace dossier::desks::fir
