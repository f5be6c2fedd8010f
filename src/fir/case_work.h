#pragma once

#include "fir/case_advance.h"

// How a command moves the state of a case. Of case_advance.cpp and case_preparing.cpp only; the rules from outside are
// in case_advance.h.
namespace dossier::fir {

inline constexpr std::array kPreparedSteps = {Step::summary, Step::offences, Step::narrative};

inline bool is_prepared_step(Step step) {
  return step != Step::transcript && step != Step::final_report;
}
inline Step after(Step step) {
  return static_cast<Step>(static_cast<std::size_t>(step) + 1);
}

Error conflict(Step step, std::string what);
// The offences as a text, a line each.
std::string listing_of(const std::vector<CaseOffence>& offences);

// One command at work: what happened so far and the state it led to. Takes one command, then finish(). The commands of
// people are in case_advance.cpp, those of the machine in case_preparing.cpp.
class CommandAtWork {
 public:
  CommandAtWork(const Case& state, const Command& command) : now_(state), by_(command.by), at_(command.at) {}

  Result<void> operator()(const command::Open& open);
  Result<void> operator()(const command::Approve& approve);
  Result<void> operator()(const command::Edit& edit);
  Result<void> operator()(const command::SendBack& back);
  Result<void> operator()(const command::Reopen& reopen);
  Result<void> operator()(const command::EnterFacts& enter);
  Result<void> operator()(const command::SettleDuty& settle);
  Result<void> operator()(const command::MarkSensitive& mark);
  Result<void> operator()(const command::TakePreparation& take);
  Result<void> operator()(const command::FailPreparation& fail);
  Result<void> operator()(const command::TakeTranscript& take);
  Result<void> operator()(const command::FailTranscript& fail);

  std::vector<CaseEvent> finish();

 private:
  void happened(CaseEvent event);
  Result<void> require_open() const;
  Result<void> require_shown(Step step, int version, bool also_unprepared) const;
  Result<void> finalise(const std::string& remark);
  Result<void> transcribe_again(const command::SendBack& back);
  void want_transcript();

  StepVersion next_version(Step step, Author author, std::string text) const;
  void propose(Step step, StepVersion version);
  void show_next(Step approved);
  void throw_away_ahead(Step from);
  void want_preparation(Step from, std::string remark = {});
  void refresh_form();
  void note_facts(std::vector<CaseFact> facts, Author author, std::string reason = {});
  void note_found_facts(const std::vector<CaseFact>& found);
  bool ended_unread(std::int64_t basis);
  void classify(const Preparation& made);
  StepVersion version_from(const Preparation& made, Step step) const;

  Case now_;
  const std::string by_;
  const WallTime at_;
  std::vector<CaseEvent> events_;
};

}  // namespace dossier::fir
