#include "funds/ledger/merge.h"

#include "funds/ledger/restating.h"
#include "funds/ledger/unprinted_notices.h"
#include "reading/fold.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <iterator>
#include <map>
#include <span>
#include <tuple>

namespace dossier::funds {
namespace {

std::vector<std::string> name_words(std::string_view name) {
  static constexpr std::array<std::string_view, 22> kForms = {
      "l",   "p",     "lp",    "llc",  "llp", "ltd", "limited", "inc",  "fund", "the",   "scsp",
      "sca", "sicav", "sicar", "gmbh", "co",  "kg",  "sarl",    "raif", "slp",  "fonds", "partnership"};
  auto words = reading::fold_tokens(name);
  std::erase_if(words, [](const std::string& w) { return std::find(kForms.begin(), kForms.end(), w) != kForms.end(); });
  return words;
}

using Name = std::vector<std::string>;

// "Birch Growth II (formerly Alder Growth II)": the name a fund has and those it had.
std::vector<Name> names_of(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kBefore = {"formerly", "vormals",    "anciennement",
                                                              "fka",      "previously", "ehemals"};
  std::vector<Name> names(1);
  for (std::string& word : name_words(name)) {
    if (std::find(kBefore.begin(), kBefore.end(), word) != kBefore.end()) {
      names.emplace_back();
    } else if (word != "known" && word != "as") {
      names.back().push_back(std::move(word));
    }
  }
  return names;
}

bool share_a_name(const std::vector<Name>& a, const std::vector<Name>& b) {
  return std::any_of(a.begin(), a.end(),
                     [&](const Name& name) { return !name.empty() && std::find(b.begin(), b.end(), name) != b.end(); });
}

// Which names mean one fund, as all documents together tell: that it was renamed may stand in one of them only.
class FundNames {
 public:
  explicit FundNames(const std::vector<DocumentReading>& documents) {
    for (const DocumentReading& document : documents) {
      for (const Ledger& ledger : document.funds) learn(names_of(ledger.name));
    }
  }

  bool one_fund(std::string_view a, std::string_view b) const {
    if (same_fund(a, b)) return true;
    const auto of_a = names_of(a), of_b = names_of(b);
    return std::any_of(funds_.begin(), funds_.end(),
                       [&](const auto& fund) { return share_a_name(fund, of_a) && share_a_name(fund, of_b); });
  }

 private:
  // Only a name with a former one tells more than itself.
  void learn(std::vector<Name> names) {
    if (names.size() < 2) return;
    std::erase_if(funds_, [&](const std::vector<Name>& fund) {
      const bool same = share_a_name(fund, names);
      if (same) names.insert(names.end(), fund.begin(), fund.end());
      return same;
    });
    funds_.push_back(std::move(names));
  }

  std::vector<std::vector<Name>> funds_;  // of funds that were renamed: every name each has or had
};

// A row and its announcement have different keys: they meet as counterparts, so that the one confirms the other.
using RowKey = std::tuple<RowKind, Date, Money, RowStatus>;

RowKey key_of(const Transaction& t) {
  return {t.kind, t.date, t.amount, t.status};
}

// The row of `known` that a notice's row announces, or whose announcement it is: of several the nearest in time.
Transaction* counterpart(std::span<Transaction> known, const Transaction& t) {
  Transaction* nearest = nullptr;
  for (Transaction& k : known) {
    if (k.status == t.status || !same_event(k, t)) continue;
    if (nearest == nullptr || std::abs(k.date - t.date) < std::abs(nearest->date - t.date)) nearest = &k;
  }
  return nearest;
}

// A statement's row takes the place of its announcement, which alone may have told its number, and until when it can be
// called again.
void confirm(Transaction& announced, const Transaction& settled) {
  const auto until = announced.recallable == settled.recallable ? announced.recallable_until : std::nullopt;
  std::string number = std::move(announced.number);
  announced = settled;
  if (announced.number.empty()) announced.number = std::move(number);
  if (!announced.recallable_until) announced.recallable_until = until;
}

// One document may tell until when a distribution can be called again, the other not; of two days the later report's.
void take_recall_right(Ledger& into, const Transaction& from, bool from_counts) {
  if (!from.recallable_until) return;
  auto same = std::find_if(into.transactions.begin(), into.transactions.end(), [&](const Transaction& t) {
    return key_of(t) == key_of(from) && t.recallable == from.recallable && !t.by_person;
  });
  if (same != into.transactions.end() && (from_counts || !same->recallable_until))
    same->recallable_until = from.recallable_until;
}

void add_rows(Ledger& into, const Ledger& from) {
  std::map<RowKey, int> have;
  for (const Transaction& t : into.transactions) ++have[key_of(t)];
  Restating restating(into, from);
  const std::size_t known = into.transactions.size();  // no row is the counterpart of another one of its document
  for (const Transaction& t : from.transactions) {
    if (int& left = have[key_of(t)]; left > 0) {
      --left;
      take_recall_right(into, t, counts_against(from, into));
      continue;
    }
    if (Transaction* twin = counterpart(std::span(into.transactions).first(known), t)) {
      if (t.status == RowStatus::settled && !twin->by_person) confirm(*twin, t);
      continue;
    }
    if (!restating.take(t)) into.transactions.push_back(t);
  }
  std::stable_sort(into.transactions.begin(), into.transactions.end(),
                   [](const Transaction& a, const Transaction& b) { return a.date < b.date; });
}

void add_navs(Ledger& into, const Ledger& from) {
  for (const DatedNav& nav : from.nav_history) {
    auto known = std::find_if(into.nav_history.begin(), into.nav_history.end(),
                              [&](const DatedNav& n) { return n.date == nav.date; });
    if (known == into.nav_history.end()) {
      into.nav_history.push_back(nav);
    } else if (known->nav != nav.nav) {
      restate_nav(into, *known, nav, counts_against(from, into));
    }
  }
  std::sort(into.nav_history.begin(), into.nav_history.end(),
            [](const DatedNav& a, const DatedNav& b) { return a.date < b.date; });
}

// Facts of the newer document; the older one fills what it does not say.
void take_facts(Ledger& into, const Ledger& from) {
  bool newer = from.as_of && (!into.as_of || *from.as_of > *into.as_of);
  if (newer || !into.as_of) {
    if (from.as_of) into.as_of = from.as_of;
    into.reported = from.reported;
    if (!from.statement_lines.empty()) into.statement_lines = from.statement_lines;
    if (!from.signs.statement.empty()) into.signs = from.signs;
    if (from.commitment) into.commitment = from.commitment;
  }
  if (!into.commitment) into.commitment = from.commitment;
  if (into.gp.empty()) into.gp = from.gp;
  if (!into.vintage_year) into.vintage_year = from.vintage_year;
  if (into.statement_lines.empty()) into.statement_lines = from.statement_lines;
}

bool only_announces(const Ledger* part) {
  const auto& rows = part->transactions;
  return !rows.empty() &&
         std::all_of(rows.begin(), rows.end(), [](const Transaction& t) { return t.status == RowStatus::noticed; });
}

// The rows of all parts, notices before statements whatever came first: only then one row of a statement settles one
// announcement, and not all that are near.
void join_rows(Ledger& merged, std::vector<const Ledger*> parts) {
  std::stable_partition(parts.begin(), parts.end(), only_announces);
  Ledger joined = *parts.front();
  for (auto part = parts.begin() + 1; part != parts.end(); ++part) {
    add_rows(joined, **part);
    if (counts_against(**part, joined) && (*part)->as_of) joined.as_of = (*part)->as_of;
  }
  merged.transactions = std::move(joined.transactions);
  std::move(joined.restatements.begin(), joined.restatements.end(), std::back_inserter(merged.restatements));
}

}  // namespace

bool same_event(const Transaction& a, const Transaction& b) {
  if (a.kind != b.kind || a.amount != b.amount) return false;
  return a.date == b.date || (a.status != b.status && std::abs(a.date - b.date) <= kNoticeDaysApart);
}

bool same_fund(std::string_view a, std::string_view b) {
  return a == b || share_a_name(names_of(a), names_of(b));
}

std::vector<Ledger> merge_ledgers(const std::vector<DocumentReading>& documents) {
  const FundNames names(documents);
  std::vector<Ledger> merged;
  std::vector<std::vector<const Ledger*>> parts;  // of each: the ledgers it was made of
  for (const DocumentReading& document : documents) {
    for (const Ledger& ledger : document.funds) {
      auto known = std::find_if(merged.begin(), merged.end(), [&](const Ledger& m) {
        bool currency = m.currency == ledger.currency || !m.currency.known() || !ledger.currency.known();
        return currency && !ledger.name.empty() && names.one_fund(m.name, ledger.name);
      });
      if (known == merged.end()) {
        merged.push_back(ledger);
        parts.push_back({&ledger});
        continue;
      }
      add_navs(*known, ledger);
      take_facts(*known, ledger);
      parts[static_cast<std::size_t>(known - merged.begin())].push_back(&ledger);
    }
  }
  for (std::size_t k = 0; k < merged.size(); ++k) {
    if (parts[k].size() > 1) join_rows(merged[k], parts[k]);
    note_unprinted(merged[k].transactions, parts[k]);
  }
  return merged;
}

std::vector<Flag> flags_of_merging(const Ledger& merged) {
  std::vector<Flag> flags = unprinted_flags(merged);
  for (const Restatement& made : merged.restatements) flags.push_back(flag_of(made));
  return flags;
}

}  // namespace dossier::funds
