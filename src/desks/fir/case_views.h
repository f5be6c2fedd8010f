#pragma once

#include "desks/fir/case_bodies.h"
#include "desks/fir/case_store.h"
#include "desks/fir/statute_views.h"
#include "fir/case_duties.h"
#include "fir/case_facts.h"

namespace dossier::desks::fir {

// How cases look from outside.

using dossier::fir::Author;

struct RunView {
  std::int64_t start = 0, end = 0;
  Author author = Author::machine;
  static const net::Fields& fields();
};

struct OffenceView {
  std::string act, section, title, cognizable, bailable, court;
  Author author = Author::machine;
  static const net::Fields& fields();
};

struct ApprovalView {
  std::string by;
  WallTime at{};
  static const net::Fields& fields();
};

struct VersionView {
  std::int32_t version = 0;
  Author author = Author::machine;
  std::string by;
  WallTime at{};
  std::string text;
  std::vector<RunView> runs;
  std::vector<OffenceView> offences;
  std::optional<std::string> note, remark;
  std::vector<ApprovalView> approvals;
  bool discarded = false;
  bool degraded = false;
  std::optional<std::string> degraded_reason;
  static const net::Fields& fields();
};

struct StepView {
  Step step = Step::transcript;
  dossier::fir::StepState state = dossier::fir::StepState::waiting;
  std::optional<VersionView> shown;
  std::int64_t versions = 0;
  std::optional<std::string> problem;
  static const net::Fields& fields();
};

struct DutyView {
  std::string id, law, text;
  DutyState state = DutyState::open;
  dossier::fir::DutyTerm term = dossier::fir::DutyTerm::unlimited;
  std::optional<WallTime> due, settled_at;
  bool broken = false, blocks = false;
  std::optional<std::string> settled_by, reason;
  static const net::Fields& fields();
};

struct QuestionView {
  std::string field, question;
  static const net::Fields& fields();
};

struct OriginalView {
  dossier::fir::OriginalKind kind = dossier::fir::OriginalKind::recording;
  std::string format;
  std::int64_t bytes = 0;
  std::string digest;
  std::optional<std::string> name, language;
  static const net::Fields& fields();
};

struct CaseView {
  std::int64_t id = 0;
  std::string file_number;
  CaseStatus status = CaseStatus::preparing;
  Step step = Step::transcript;
  std::optional<std::string> route, law, outcome;
  bool sensitive = false;
  std::optional<std::int64_t> same_text_as;
  std::optional<OriginalView> original;
  WallTime received_at{};
  std::optional<WallTime> finalised_at;
  std::int64_t elapsed_seconds = 0;
  std::optional<std::string> fir_number;
  std::vector<StepView> steps;
  std::vector<QuestionView> questions;
  std::vector<DutyView> duties;
  static const net::Fields& fields();
};
CaseView view_of(const Case& state, WallTime now);
VersionView view_of(const dossier::fir::StepVersion& version);
std::vector<DutyView> duties_of(const Case& state, WallTime now);

struct CaseItemView {
  std::int64_t id = 0;
  std::string file_number;
  CaseStatus status = CaseStatus::preparing;
  std::optional<std::string> route, summary, fir_number;
  bool sensitive = false;
  WallTime received_at{}, changed_at{};
  std::optional<WallTime> finalised_at;
  static const net::Fields& fields();
};

struct CasePageView {
  std::vector<CaseItemView> items;
  std::optional<std::int64_t> next;
  static const net::Fields& fields();
};

struct FactView {
  std::string field, value;
  Author author = Author::machine;
  std::string by;
  WallTime at{};
  std::optional<std::int64_t> start, end;
  std::optional<std::string> reason;
  static const net::Fields& fields();
};
std::vector<FactView> facts_of(const Case& state);

// A fact as it stood at some time.
struct FactChangeView {
  std::string field, value;
  Author author = Author::machine;
  std::string by;
  WallTime at{};
  std::optional<std::string> reason;
  std::optional<WallTime> until;
  static const net::Fields& fields();
};

struct FieldView {
  std::string name, meaning;
  dossier::fir::FieldUse use = dossier::fir::FieldUse::station;
  bool entered = true, after_final = false;
  static const net::Fields& fields();
};
std::vector<FieldView> field_views();

struct OffencesView {
  std::int32_t version = 0;
  dossier::fir::StepState state = dossier::fir::StepState::waiting;
  std::optional<std::string> route, law;
  std::vector<OffenceView> offences;
  net::RawJson assessment;
  std::vector<StatuteView> statutes;
  static const net::Fields& fields();
};
OffencesView offences_of(const Case& state, const Statutes& statutes);

struct CaseEventView {
  std::int64_t event = 0;
  WallTime at{};
  std::string by, kind, what;
  std::optional<std::string> words;
  static const net::Fields& fields();
};

}  // namespace dossier::desks::fir
