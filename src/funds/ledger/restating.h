#pragma once

#include "funds/ledger/ledger.h"

#include <map>
#include <string>
#include <tuple>

// Rows and NAVs that documents print differently: internal to merging, see merge.h.
namespace dossier::funds {

// Whether what `from` says counts against what `into` says: its report is not the older one.
bool counts_against(const Ledger& from, const Ledger& into);

// Recognises, among the rows of `from` that `into` does not have, those that restate a row of `into`: one row of that
// kind, day and words in each of the two, with different amounts; or an announcement and the row of a statement that
// settles it with another amount.
class Restating {
 public:
  // Both outlive this; only rows that `into` has now are looked at.
  Restating(Ledger& into, const Ledger& from);

  // True when `row` is another form of a row that is there: the one that counts stands now, and it was told.
  bool take(const Transaction& row);

 private:
  using Key = std::tuple<RowKind, Date, std::string>;  // kind, day, words
  static Key key_of(const Transaction& row);
  bool restates(const Transaction& row);
  bool settles(const Transaction& row);
  bool announces_what_is_settled(const Transaction& row);

  Ledger& into_;
  const Ledger& from_;
  const bool from_counts_;
  std::map<Key, std::vector<std::size_t>> there_;
  std::map<Key, std::vector<Money>> new_;
  std::vector<std::size_t> announced_;  // rows of `into` that are only announced
};

// A restatement as a flag: at the document's figure that counts, naming the other one and its document. Where what a
// person said counts, at the figure that does not.
Flag flag_of(const Restatement& made);

// The same as Restating for the NAV of a day: `known` is in `into`, `other` says something else.
void restate_nav(Ledger& into, DatedNav& known, const DatedNav& other, bool other_counts);

}  // namespace dossier::funds
