#pragma once

#include "fir/case_commands.h"
#include "net/router.h"
#include "store/database.h"

#include <string>
#include <vector>

// What the routes of the old FIR interface say alike. They are that interface over the cases of this desk: where it
// clashes with the rules of a case, the rules stay and the answer keeps its form.
namespace dossier::desks::fir {

// The names its routes are written in.
using dossier::fir::DutyState;
using dossier::fir::OriginalKind;
using dossier::fir::Step;
using dossier::fir::StepState;
using net::Body;
using net::Path;
using net::Query;
using net::Request;
using net::Response;
using net::Task;
using store::Priority;
using store::Session;
using store::Transaction;
namespace command = dossier::fir::command;

inline constexpr const char* kDangerous =
    "Input contains potentially dangerous content";  // markup, see contract_text.h
inline constexpr std::size_t kUserInputLettersMax = 10'000;

inline Error bad(std::string message) {
  return {ErrorCode::invalid_argument, std::move(message)};
}

inline net::About contract_about(std::string summary, std::vector<int> errors, const net::Type* answer = nullptr) {
  net::About about{
      .summary = std::move(summary), .tag = "Old FIR interface", .style = net::Style::fir, .errors = std::move(errors)};
  about.answer = answer;
  return about;
}

}  // namespace dossier::desks::fir
