#include "funds/questions/answering.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier::funds {
namespace {

constexpr std::size_t kToldMax = 3;  // of many unread lines the first; all of them stand among the document's flags

// Whether what `flag` left unread may belong to one of the funds: their rows come from the same file, or there is one
// fund only.
bool concerns(const Flag& flag, const Task& task) {
  if (task.basis.analysis().funds.size() == 1) return true;
  return std::any_of(task.funds.begin(), task.funds.end(), [&](std::size_t fund) {
    const auto& rows = task.basis.fund(fund).ledger.transactions;
    return std::any_of(rows.begin(), rows.end(),
                       [&](const Transaction& row) { return row.place.file == flag.place.file; });
  });
}

}  // namespace

bool rests_on_rows(Wish wish) {
  switch (wish) {
    case Wish::definition:
    case Wish::fact:
    case Wish::flags:
    case Wish::passage:
    case Wish::unclear:
    case Wish::refused: return false;
    default: return true;
  }
}

void tell_unread(const Task& task, Answer& answer) {
  if (answer.answered != Answered::yes || !rests_on_rows(task.plan.wish)) return;
  std::size_t count = 0;
  std::string told;
  for (const DocumentReading& document : task.basis.analysis().documents) {
    for (const Flag& flag : document.flags) {
      if (!leaves_unread(flag.code) || !concerns(flag, task)) continue;
      answer.answered = Answered::partly;
      if (++count > kToldMax) continue;
      told += fmt::format("{}page {}: {}", told.empty() ? "" : "; ", flag.place.page, flag.message);
      answer.sources.push_back({flag.place, flag.message});
    }
  }
  if (count == 0) return;
  if (count > kToldMax) told += fmt::format("; and {} more", count - kToldMax);
  answer.text += fmt::format(" Not counted here, because it could not be read: {}.", told);
}

}  // namespace dossier::funds
