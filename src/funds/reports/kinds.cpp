#include "funds/reports/kinds.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

namespace dossier::funds {
namespace {

constexpr double kTelling = 0.6;  // share of a table's rows whose descriptions must name a kind

struct Count {
  int rows = 0, told = 0, described = 0;
};

}  // namespace

void settle_kinds(std::vector<DraftRow>& drafts, bool investor_cash, bool speaks_of_a_fund, std::vector<Flag>& flags) {
  std::map<int, Count> tables;
  for (const DraftRow& draft : drafts) {
    Count& count = tables[draft.table];
    ++count.rows;
    count.told += draft.kind_by == KindBy::title_or_type;
    count.described += draft.kind_by == KindBy::description;
  }
  // A paper whose rows are kept by their descriptions is one of a fund, and its other tables are not passed over.
  speaks_of_a_fund = speaks_of_a_fund || std::any_of(tables.begin(), tables.end(), [](const auto& table) {
                       const Count& count = table.second;
                       return count.told > 0 || (count.described > 0 && count.described >= kTelling * count.rows);
                     });
  std::set<int> flagged;
  std::erase_if(drafts, [&](DraftRow& draft) {
    if (draft.kind_by == KindBy::title_or_type) return false;
    const Count& count = tables[draft.table];
    bool telling = count.told > 0 || count.described >= kTelling * count.rows;
    if (draft.kind_by == KindBy::description && telling) return false;
    if (investor_cash) {
      draft.row.kind = draft.row.amount.negative() ? RowKind::capital_call : RowKind::distribution;
      draft.row.confidence = 0.85;
      return false;
    }
    // In a table that is otherwise understood the row itself is doubtful; else the whole table is.
    bool once = telling || flagged.insert(draft.table).second;
    if (speaks_of_a_fund && once) {
      std::string message =
          telling ? fmt::format("{} of {} is neither named a call, a distribution nor an adjustment; it was not read",
                                draft.row.printed, draft.row.date_printed)
                  : fmt::format("nothing says what the {} amounts of this table are; they were not read", count.rows);
      flags.push_back({FlagCode::kind_unknown, std::move(message), draft.row.place});
    }
    return true;
  });
}

}  // namespace dossier::funds
