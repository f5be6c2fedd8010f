#pragma once

#include "fir/case.h"
#include "net/fields.h"
#include "net/incoming.h"

namespace dossier::desks::fir {

// What the routes of a case take.

using dossier::fir::DutyState;
using dossier::fir::Step;

struct FactBody {
  std::string field, value;
  static const net::Fields& fields();
};

struct NewCaseBody {
  std::string text;
  std::vector<FactBody> facts;
  std::optional<std::string> officer;
  static const net::Fields& fields();
};

struct NewCaseFile {
  net::UploadedFile file;
  std::optional<std::string> language, officer;
  static const net::Fields& fields();
};

enum class StepAction { approve, edit, send_back, regenerate, reopen };
constexpr auto names_of(StepAction) {
  using namespace std::string_view_literals;
  return std::array{"approve"sv, "edit"sv, "send_back"sv, "regenerate"sv, "reopen"sv};
}

struct OffenceBody {
  std::string act, section;
  std::optional<std::string> title;
  static const net::Fields& fields();
};

struct ActBody {
  StepAction action = StepAction::approve;
  Step step = Step::transcript;
  std::optional<std::int32_t> version;
  std::optional<std::string> text, remark, route, law, officer;
  std::vector<OffenceBody> offences;
  static const net::Fields& fields();
};

struct FactsBody {
  std::vector<FactBody> facts;
  std::optional<std::string> reason, officer;
  static const net::Fields& fields();
};

struct DutyBody {
  std::string duty;
  DutyState state = DutyState::done;
  std::optional<std::string> reason, officer;
  static const net::Fields& fields();
};

struct SensitiveBody {
  bool sensitive = true;
  std::optional<std::string> reason, officer;
  static const net::Fields& fields();
};

struct CasePath {
  std::int64_t id = 0;
  static const net::Fields& fields();
};

struct StepPath {
  std::int64_t id = 0;
  Step step = Step::transcript;
  static const net::Fields& fields();
};

enum class CaseStatus { transcribing, no_transcript, preparing, failed, in_review, finalised };
constexpr auto names_of(CaseStatus) {
  using namespace std::string_view_literals;
  return std::array{"transcribing"sv, "no_transcript"sv, "preparing"sv, "failed"sv, "in_review"sv, "finalised"sv};
}

struct CaseQuery {
  std::optional<std::string> q, route, section;
  std::optional<CaseStatus> status;
  std::optional<bool> sensitive;
  std::optional<std::int64_t> before;
  std::int64_t limit = 20;
  static const net::Fields& fields();
};

enum class ReportCopy { full, redacted };
constexpr auto names_of(ReportCopy) {
  using namespace std::string_view_literals;
  return std::array{"full"sv, "redacted"sv};
}

struct CopyQuery {
  ReportCopy copy = ReportCopy::full;
  static const net::Fields& fields();
};

struct AfterQuery {
  std::int64_t after = 0;
  static const net::Fields& fields();
};

}  // namespace dossier::desks::fir
