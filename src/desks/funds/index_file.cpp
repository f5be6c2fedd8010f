#include "desks/funds/index_file.h"

#include "base/limits.h"
#include "desks/funds/flow_file.h"

namespace dossier::desks::funds {

namespace pure = dossier::funds;

Result<pure::MarketIndex> read_index_file(std::string_view bytes, const std::string& name) {
  if (bytes.size() > limits::kIndexFileBytesMax)
    return Error{ErrorCode::too_large, "an index has at most 8 MiB; leave out years or columns", name};
  TRY(const FlowList rows, read_flow_file(bytes, name));
  const auto* dated = std::get_if<std::vector<pure::DatedFlow>>(&rows);
  if (dated == nullptr) {
    return Error{ErrorCode::unreadable, "an index needs a date in every row; give date,level per line", name};
  }
  if (dated->size() > limits::kIndexLevelsMax)
    return Error{ErrorCode::too_large, "an index has at most 100,000 levels; leave out years", name};
  std::vector<pure::IndexLevel> levels;
  levels.reserve(dated->size());
  for (const pure::DatedFlow& row : *dated) {
    if (!(row.amount > 0))
      return Error{ErrorCode::unreadable, "the level of " + row.date.iso() + " is not above 0", name};
    levels.push_back({row.date, row.amount});
  }
  const std::size_t dot = name.rfind('.');
  return pure::MarketIndex(dot == std::string::npos || dot == 0 ? name : name.substr(0, dot), std::move(levels));
}

}  // namespace dossier::desks::funds
