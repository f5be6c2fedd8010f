#include "desks/fir/contract_sessions.h"

#include "fir/case_facts.h"

#include <algorithm>

namespace dossier::desks::fir {
namespace {

using store::Row;

constexpr const char* kBySession =
    "SELECT id, session, fir_case, created_at, last_activity, fir_number, completed_at FROM case_session WHERE session "
    "= "
    "?";
constexpr const char* kByNumber =
    "SELECT id, session, fir_case, created_at, last_activity, fir_number, completed_at FROM case_session WHERE "
    "fir_number = ?";
constexpr const char* kNumbered =
    "SELECT id, session, fir_case, created_at, last_activity, fir_number, completed_at FROM case_session WHERE "
    "fir_number IS NOT NULL ORDER BY id DESC LIMIT ? OFFSET ?";

ContractSession session_of(const Row& row) {
  return {row.integer(0),
          row.text(1),
          row.get<CaseId>(2),
          row.get<WallTime>(3),
          row.get<WallTime>(4),
          row.get<std::optional<std::string>>(5),
          row.get<std::optional<WallTime>>(6)};
}

Result<ContractSession> one(Result<std::optional<ContractSession>> found, const char* missing) {
  if (!found) return found.error();
  if (!*found) return Error{ErrorCode::not_found, missing};
  return std::move(**found);
}

}  // namespace

Result<ContractSession> open_session(store::Transaction& transaction, CaseId id, const std::string& session,
                                     WallTime now) {
  ContractSession made{0, session, id, now, now, std::nullopt, std::nullopt};
  TRY(made.row,
      transaction.insert("INSERT INTO case_session (session, fir_case, created_at, last_activity) VALUES (?, ?, ?, ?)",
                         {session, id, now, now}));
  return made;
}

Result<std::optional<std::string>> find_session_of_file(store::Session& session,
                                                        const dossier::fir::Original& original) {
  return session.first(
      "SELECT k.session FROM case_original o JOIN case_step t ON t.fir_case = o.fir_case AND t.step = 'transcript' "
      "JOIN case_session k ON k.fir_case = o.fir_case WHERE o.digest = ? AND o.kind = ? "
      "AND t.state IN ('preparing', 'failed', 'proposed') AND NOT EXISTS (SELECT 1 FROM case_version v JOIN "
      "case_approval a ON a.version = v.id WHERE v.fir_case = o.fir_case AND v.step = 'transcript') "
      "ORDER BY k.id DESC LIMIT 1",
      {original.digest, name_of(original.kind)}, [](const Row& row) { return std::string(row.text(0)); });
}

Result<bool> is_transcribing(store::Session& session, const std::string& name) {
  TRY(const std::int64_t found,
      session.number("SELECT EXISTS (SELECT 1 FROM case_session k JOIN case_step t ON t.fir_case = k.fir_case WHERE "
                     "k.session = ? AND t.step = 'transcript' AND t.state = 'preparing')",
                     {name}));
  return found != 0;
}

Result<ContractSession> find_session(store::Session& session, const std::string& name) {
  return one(session.first(kBySession, {name}, session_of), "Session not found");
}

Result<ContractSession> find_session_of_number(store::Session& session, const std::string& fir_number) {
  return one(session.first(kByNumber, {fir_number}, session_of), "FIR not found");
}

Result<std::vector<ContractSession>> list_numbered(store::Session& session, std::int64_t limit, std::int64_t offset) {
  return session.all(kNumbered, {limit, offset}, session_of);
}

Result<void> save_session(store::Transaction& transaction, const ContractSession& session) {
  TRY_DO(transaction.execute("UPDATE case_session SET fir_number = ?, completed_at = ?, last_activity = ? WHERE id = ?",
                             {session.fir_number, session.completed_at, session.last_activity, session.row}));
  return {};
}

std::string contract_number(const std::string& session, WallTime now) {
  std::string moment = dossier::fir::indian_time(now);
  std::erase_if(moment, [](char c) { return c < '0' || c > '9'; });
  const auto second = std::chrono::duration_cast<std::chrono::seconds>(now.time_since_epoch()).count() % 60;
  return "FIR-" + session.substr(0, 8) + "-" + moment + (second < 10 ? "0" : "") + std::to_string(second);
}

}  // namespace dossier::desks::fir
