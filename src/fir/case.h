#pragma once

#include "base/clock.h"
#include "base/ids.h"
#include "fir/case_authorship.h"
#include "fir/knowledge.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

// A case: one complaint on its way to a report, as a value. What may happen to it stands in case_advance.h, its duties
// in case_duties.h, the whole in docs/cases.md.
namespace dossier::fir {

using CaseId = Id<struct CaseTag>;

enum class Step : std::uint8_t { transcript, summary, offences, narrative, final_report };
inline constexpr std::array kSteps = {Step::transcript, Step::summary, Step::offences, Step::narrative,
                                      Step::final_report};
constexpr auto names_of(Step) {
  using namespace std::string_view_literals;
  return std::array{"transcript"sv, "summary"sv, "offences"sv, "narrative"sv, "final"sv};
}

enum class OriginalKind : std::uint8_t { recording, picture };
constexpr auto names_of(OriginalKind) {
  return std::array{std::string_view("recording"), std::string_view("picture")};
}

// The file that a complaint came in as. Its bytes lie elsewhere, under their digest.
struct Original {
  OriginalKind kind = OriginalKind::recording;
  std::string name;    // as whoever sent it called it; it may name persons, so it is in no list and no log
  std::string format;  // "wav", "mp3", "m4a", "ogg", "webm", "jpg" or "png" (desks/fir/original_format.h)
  std::int64_t bytes = 0;
  std::string digest;    // hexadecimal of the BLAKE2b-256 of its bytes
  std::string language;  // ISO 639-1, as whoever sent it said; empty: the machine finds out
  bool operator==(const Original&) const = default;
};

// waiting: its turn has not come. preparing: its turn has come, or its text is made ahead, and the machine is at it.
// failed: the machine could not; a person writes it or asks again. ready: made ahead, not shown as a proposal yet.
// proposed: to be read by a person. approved. stale: written for a state of the case that a person has reopened.
enum class StepState : std::uint8_t { waiting, preparing, failed, ready, proposed, approved, stale };
constexpr auto names_of(StepState) {
  using namespace std::string_view_literals;
  return std::array{"waiting"sv, "preparing"sv, "failed"sv, "ready"sv, "proposed"sv, "approved"sv, "stale"sv};
}

// A section as item 2 of the form lists it.
struct CaseOffence {
  std::string entry;  // of the knowledge: "BNS 304(2)"; empty when the officer named a section it does not have
  std::string act, section, title, court;
  Answer cognizable = Answer::depends, bailable = Answer::depends;
  double max_years = 0;             // life and death count as 99 and 100
  std::vector<std::string> duties;  // that the knowledge says it triggers
  Author author = Author::machine;
  bool operator==(const CaseOffence&) const = default;
};

struct Approval {
  std::string by;
  WallTime at;
  bool operator==(const Approval&) const = default;
};

// One text of a step, as somebody proposed it. Never changed afterwards but for what is said about it.
struct StepVersion {
  int number = 0;  // 1, 2, 3 ... within the step
  Author author = Author::machine;
  std::string by;  // who acted: a person's name, or the program
  WallTime at;
  std::string text;
  Authorship runs;                    // of `text`
  std::vector<CaseOffence> offences;  // of the step offences only
  std::string details;                // of the offences the ingredient tables as JSON, of the narrative what it must hold
  std::string note;                   // what a reader must know about how it was made
  std::string remark;                 // with which it was sent back
  std::string degraded;               // why the rules wrote it where a model should have; empty: they should not
  std::vector<Approval> approvals;
  bool discarded = false;  // made ahead and thrown away before anybody saw it
  bool operator==(const StepVersion&) const = default;
};

struct StepRecord {
  StepState state = StepState::waiting;
  int current = 0;  // number of the version that counts; 0: none
  std::vector<StepVersion> versions;
  std::string problem;  // why it failed
  bool operator==(const StepRecord&) const = default;

  const StepVersion* find(int number) const;
  const StepVersion* version() const { return find(current); }
};

// One field of the form or one fact that decides a duty (case_facts.h lists them).
struct CaseFact {
  std::string field, value;  // empty value: blank
  Author author = Author::machine;
  std::string by;
  WallTime at;
  reading::Span span;       // in the transcript; empty when it does not stand there
  std::string reason = {};  // why a person put it in the place of what stood there
  bool operator==(const CaseFact&) const = default;
};

enum class DutyState : std::uint8_t { open, done, not_applicable, excused, lapsed };
constexpr auto names_of(DutyState) {
  using namespace std::string_view_literals;
  return std::array{"open"sv, "done"sv, "not_applicable"sv, "excused"sv, "lapsed"sv};
}

// A duty of procedure that stands in this case.
struct DutyRecord {
  std::string id;  // case_duties.h
  DutyState state = DutyState::open;
  std::optional<WallTime> due;
  std::string by, reason;      // of the last change
  std::optional<WallTime> at;  // when it was settled
  bool operator==(const DutyRecord&) const = default;
};

struct CaseQuestion {
  std::string field, question;
  bool operator==(const CaseQuestion&) const = default;
};

struct Case {
  CaseId id;
  std::string file_number;  // Dossier's own; never printed as the number of a FIR
  WallTime received_at;
  std::string received_by;
  std::optional<CaseId> same_text_as;  // an earlier case with the very same words, or the very same file
  std::optional<Original> original;    // none: the complaint came as text
  std::optional<Approval> finalised;
  std::string route, law;                    // empty until prepared
  bool sensitive = false;                    // the victim's identity is protected
  bool sensitive_by_person = false;          // a person decided that, and the machine no longer does
  std::vector<std::string> protected_names;  // kept out of everything but the form itself, when sensitive
  std::int64_t basis = 0;                    // which state of the inputs the wanted preparation is for
  std::int64_t prepared_basis = 0;           // which one was prepared last
  std::array<StepRecord, kSteps.size()> steps;
  std::vector<CaseFact> facts;  // by field
  std::vector<DutyRecord> duties;
  std::vector<CaseQuestion> questions;
  bool operator==(const Case&) const = default;

  StepRecord& step(Step which) { return steps[static_cast<std::size_t>(which)]; }
  const StepRecord& step(Step which) const { return steps[static_cast<std::size_t>(which)]; }
  // The first step nobody has approved; the last one when all are.
  Step current() const;
  bool preparing() const { return prepared_basis < basis; }
  // The offences as they stand now, approved or not.
  const std::vector<CaseOffence>& offences() const;
  const CaseFact* fact(std::string_view field) const;
  std::string_view fact_value(std::string_view field) const;  // empty when blank
  const DutyRecord* duty(std::string_view name) const;
};

// The name of an enumerator and the enumerator of a name, for enumerations with names_of.
template <class E>
  requires requires(E e) { names_of(e); }
std::string_view name_of(E value) {
  return names_of(value)[static_cast<std::size_t>(value)];
}
template <class E>
std::optional<E> parse_name(std::string_view name) {
  const auto names = names_of(E{});
  for (std::size_t i = 0; i < names.size(); ++i) {
    if (names[i] == name) return static_cast<E>(i);
  }
  return std::nullopt;
}

}  // namespace dossier::fir
