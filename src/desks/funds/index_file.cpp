#include "desks/funds/index_file.h"

#include "base/limits.h"
#include "desks/funds/flow_file.h"
#include "reading/fold.h"

#include <algorithm>
#include <optional>

namespace dossier::desks::funds {

namespace pure = dossier::funds;

namespace {

// "MSCI World v1.2" is a name, "msci_world.csv" the name of a file.
std::string without_ending(const std::string& name) {
  const std::size_t dot = name.rfind('.');
  if (dot == std::string::npos || dot == 0) return name;
  const std::string ending = reading::fold(name.substr(dot + 1));
  return ending == "csv" || ending == "tsv" || ending == "txt" ? name.substr(0, dot) : name;
}

// A day with two levels is two indices, or an error: taking either would be a guess.
std::optional<Date> day_of_two_levels(std::vector<pure::IndexLevel> levels) {
  std::stable_sort(levels.begin(), levels.end(), [](const auto& a, const auto& b) { return a.date < b.date; });
  const auto two = std::adjacent_find(levels.begin(), levels.end(), [](const auto& a, const auto& b) {
    return a.date == b.date && a.level != b.level;
  });
  return two == levels.end() ? std::nullopt : std::optional(two->date);
}

}  // namespace

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
  if (const auto day = day_of_two_levels(levels))
    return Error{ErrorCode::unreadable, "the index has two different levels on " + day->iso() + "; keep one", name};
  return pure::MarketIndex(without_ending(name), std::move(levels));
}

}  // namespace dossier::desks::funds
