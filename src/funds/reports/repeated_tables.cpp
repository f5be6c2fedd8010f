#include "funds/reports/repeated_tables.h"

#include "funds/reports/forecasts.h"
#include "reading/fold.h"
#include "reading/phrases.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace dossier::funds {
namespace {

using Key = std::tuple<RowKind, Date, Money>;
using Rows = std::map<Key, int>;

struct Printed {
  Rows rows;
  int count = 0;
  bool of_period = false;
};

bool titles_a_period(const std::string& title) {
  static const reading::PhraseTable<bool> words = {{true,
                                                    {"during the quarter",
                                                     "this quarter",
                                                     "current quarter",
                                                     "for the quarter",
                                                     "in the quarter",
                                                     "quarterly activity",
                                                     "quarter activity",
                                                     "during the period",
                                                     "this period",
                                                     "current period",
                                                     "for the period",
                                                     "in the period",
                                                     "recent",
                                                     "latest",
                                                     "during the year",
                                                     "this year",
                                                     "current year",
                                                     "im quartal",
                                                     "im berichtsquartal",
                                                     "berichtsquartal",
                                                     "im berichtszeitraum",
                                                     "im geschaftsjahr",
                                                     "au cours du trimestre",
                                                     "du trimestre",
                                                     "de la periode",
                                                     "de l exercice",
                                                     "au cours de l exercice"}}};
  return words.find(reading::fold_tokens(title)).has_value();
}

std::map<int, Printed> by_table(const std::vector<DraftRow>& drafts) {
  std::map<int, Printed> tables;
  for (const DraftRow& draft : drafts) {
    Printed& table = tables[draft.table];
    ++table.rows[{draft.row.kind, draft.row.date, draft.row.amount.abs()}];
    ++table.count;
    table.of_period = table.of_period || titles_a_period(draft.section);
  }
  return tables;
}

bool holds(const Rows& all, const Rows& some) {
  return std::all_of(some.begin(), some.end(), [&](const auto& row) {
    const auto same = all.find(row.first);
    return same != all.end() && same->second >= row.second;
  });
}

bool repeated(const std::map<int, Printed>& tables, int number) {
  constexpr int kRowsMin = 2;
  const Printed& table = tables.at(number);
  Rows others;
  bool in_a_larger_one = false;
  for (const auto& [other, printed] : tables) {
    if (other == number) continue;
    for (const auto& [key, count] : printed.rows) others[key] += count;
    in_a_larger_one = in_a_larger_one || (printed.count > table.count && holds(printed.rows, table.rows));
  }
  return (table.of_period && holds(others, table.rows)) || (table.count >= kRowsMin && in_a_larger_one);
}

}  // namespace

void leave_out_repeated_tables(std::vector<DraftRow>& drafts) {
  const auto supposed = [](const DraftRow& draft) { return supposes(draft.section); };
  if (!std::all_of(drafts.begin(), drafts.end(), supposed)) std::erase_if(drafts, supposed);
  std::map<int, Printed> tables = by_table(drafts);
  for (auto table = tables.begin(); table != tables.end();) {
    const int number = table->first;
    if (!repeated(tables, number)) {
      ++table;
      continue;
    }
    std::erase_if(drafts, [&](const DraftRow& draft) { return draft.table == number; });
    table = tables.erase(table);
  }
}

}  // namespace dossier::funds
