#pragma once

#include "funds/ledger/ledger.h"
#include "store/session.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::desks::funds {

using EnteredFigureId = Id<struct EnteredFigureTag>;

// What a person can enter besides rows.
enum class EnteredName { nav, commitment };
constexpr auto names_of(EnteredName) {
  return std::array{std::string_view("nav"), std::string_view("commitment")};
}
std::string_view name_of(EnteredName name);

// A value a person entered: the NAV of a day, or the commitment from a day on.
struct EnteredFigure {
  EnteredFigureId id;
  EnteredName name = EnteredName::nav;
  Date date;
  Money amount;
  std::string why, recorded_by;
  WallTime recorded_at;
  std::optional<WallTime> superseded_at = {};
  EnteredFigureId superseded_by = {};  // 0: still stands, or was withdrawn
  std::string superseded_who = {}, superseded_why = {};
};

// All that was entered for a fund until `moment` (micros), by date and number; what was superseded later counts as
// standing.
Result<std::vector<EnteredFigure>> read_entered_figures(store::Session& session, FundId fund, std::int64_t moment);

// Puts what stands above what the documents say of the same day.
void take_entered_figures(dossier::funds::Ledger& ledger, const std::vector<EnteredFigure>& figures);

}  // namespace dossier::desks::funds
