#include "desks/funds/flags.h"

#include "desks/funds/ledger_mapping.h"

#include <algorithm>

namespace dossier::desks::funds {

using store::Row;
using store::Session;

namespace {

constexpr const char* kWhere =
    " FROM document_flag g JOIN document_reading d ON d.id = g.reading WHERE d.superseded_at IS NULL "
    "AND (?1 IS NULL OR d.document = ?1) AND (?2 IS NULL OR EXISTS (SELECT 1 FROM fund_reading f WHERE f.reading = "
    "d.id "
    "AND f.fund = ?2 AND f.superseded_at IS NULL)) AND (?3 = 2 OR (g.resolved_at IS NOT NULL) = ?3)";

KeptFlag kept_flag(const Row& row) {
  return {.id = row.get<FlagId>(0),
          .flag = flag_of(row, 6, row.text(2), row.get<DocumentId>(1)),
          .resolved_at = row.get<std::optional<WallTime>>(3),
          .resolved_by = row.get<std::optional<std::string>>(4).value_or(""),
          .resolution = row.get<std::optional<std::string>>(5).value_or("")};
}

}  // namespace

Result<FlagPage> read_flags(Session& session, const FlagChoice& choice, std::int64_t skip, std::int64_t limit) {
  static const std::string kCount = std::string("SELECT count(*)") + kWhere;
  static const std::string kPage = std::string(
                                       "SELECT g.id, d.document, d.file, g.resolved_at, g.resolved_by, "
                                       "g.resolution, ") +
                                   kFlagColumns + kWhere + " ORDER BY d.document, g.position LIMIT ?4 OFFSET ?5";
  const int state = static_cast<int>(choice.state);
  FlagPage page;
  TRY(page.total, session.number(kCount, {choice.document, choice.fund, state}));
  TRY(page.items, session.all(kPage,
                              {choice.document, choice.fund, state, std::max<std::int64_t>(limit, 0),
                               std::max<std::int64_t>(skip, 0)},
                              kept_flag));
  return page;
}

}  // namespace dossier::desks::funds
