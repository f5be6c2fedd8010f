#pragma once

#include "desks/fir/contract_sessions.h"
#include "net/fields.h"

namespace dossier::desks::fir {

// Bodies and answers of the old FIR interface.

enum class ContractStep { transcript_review, summary_review, violations_review, fir_narrative_review, final_review };
constexpr auto names_of(ContractStep) {
  using namespace std::string_view_literals;
  return std::array{"transcript_review"sv, "summary_review"sv, "violations_review"sv, "fir_narrative_review"sv,
                    "final_review"sv};
}
inline ContractStep contract_step(dossier::fir::Step step) {
  return static_cast<ContractStep>(step);
}

struct ProcessView {
  bool success = true;
  std::optional<std::string> session_id, fir_number, fir_content, error;
  std::vector<std::string> steps;
  bool requires_validation = true;
  std::optional<ContractStep> current_step;
  net::RawJson content_for_validation;
  static const net::Fields& fields();
};

struct ValidateBody {
  std::string session_id;
  bool approved = false;
  std::optional<std::string> user_input;
  bool regenerate = false;
  static const net::Fields& fields();
};

struct ValidateView {
  bool success = true;
  std::string session_id;
  ContractStep current_step = ContractStep::transcript_review;
  net::RawJson content;
  std::string message;
  bool requires_validation = true, completed = false;
  static const net::Fields& fields();
};

struct SessionPath {
  std::string session_id;
  static const net::Fields& fields();
};

struct ApprovedStep {
  ContractStep step = ContractStep::transcript_review;
  net::RawJson content;
  net::NaiveUtc timestamp;
  static const net::Fields& fields();
};

struct SessionView {
  std::string session_id, status;
  ContractStep current_step = ContractStep::transcript_review;
  bool awaiting_validation = false;
  net::NaiveUtc created_at, last_activity;
  std::vector<ApprovedStep> validation_history;
  static const net::Fields& fields();
};

struct AuthenticateBody {
  std::string fir_number, auth_key;
  static const net::Fields& fields();
};

struct AuthenticateView {
  bool success = true;
  std::string message, fir_number;
  static const net::Fields& fields();
};

struct NumberPath {
  std::string fir_number;
  static const net::Fields& fields();
};

struct NumberedView {
  std::string fir_number, status;
  net::NaiveUtc created_at;
  std::optional<net::NaiveUtc> finalized_at;
  std::string content, fir_content;
  static const net::Fields& fields();
};

struct NumberedItem {
  std::string fir_number, status;
  net::NaiveUtc created_at;
  static const net::Fields& fields();
};

struct NumberedList {
  std::vector<NumberedItem> records;
  std::int64_t limit = 20, offset = 0, count = 0;
  static const net::Fields& fields();
};

struct PageQuery {
  std::int64_t limit = 20, offset = 0;
  static const net::Fields& fields();
};

// What that interface shows at a step: {summary, original_transcript}, {violations, summary} ...
net::RawJson content_at(const Case& state, dossier::fir::Step step, const std::string& fir_number);
// The steps that were approved, with the content each led to; when the draft is complete a last entry with its number.
std::vector<ApprovedStep> history_of(const Case& state, const ContractSession& session);

}  // namespace dossier::desks::fir
