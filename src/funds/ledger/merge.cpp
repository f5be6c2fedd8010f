#include "funds/ledger/merge.h"

#include "funds/ledger/restating.h"
#include "reading/fold.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <map>
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

// "Birch Growth II (formerly Alder Growth II)": the name a fund has and those it had.
std::vector<std::vector<std::string>> names_of(std::string_view name) {
  static constexpr std::array<std::string_view, 6> kBefore = {"formerly", "vormals",    "anciennement",
                                                              "fka",      "previously", "ehemals"};
  std::vector<std::vector<std::string>> names(1);
  for (std::string& word : name_words(name)) {
    if (std::find(kBefore.begin(), kBefore.end(), word) != kBefore.end()) {
      names.emplace_back();
    } else if (word != "known" && word != "as") {
      names.back().push_back(std::move(word));
    }
  }
  return names;
}

using RowKey = std::tuple<RowKind, Date, Money>;

RowKey key_of(const Transaction& t) {
  return {t.kind, t.date, t.amount};
}

// The row of `known` that a notice's row announces, or whose announcement it is.
Transaction* counterpart(std::vector<Transaction>& known, const Transaction& t) {
  auto found = std::find_if(known.begin(), known.end(),
                            [&](const Transaction& k) { return k.status != t.status && same_event(k, t); });
  return found == known.end() ? nullptr : &*found;
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
  for (const Transaction& t : from.transactions) {
    if (int& left = have[key_of(t)]; left > 0) {
      --left;
      take_recall_right(into, t, counts_against(from, into));
      continue;
    }
    if (Transaction* twin = counterpart(into.transactions, t)) {
      if (t.status == RowStatus::settled && !twin->by_person) *twin = t;
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

}  // namespace

bool same_event(const Transaction& a, const Transaction& b) {
  if (a.kind != b.kind || a.amount != b.amount) return false;
  return a.date == b.date || (a.status != b.status && std::abs(a.date - b.date) <= kNoticeDaysApart);
}

bool same_fund(std::string_view a, std::string_view b) {
  if (a == b) return true;
  auto of_a = names_of(a);
  auto of_b = names_of(b);
  return std::any_of(of_a.begin(), of_a.end(), [&](const auto& name) {
    return !name.empty() && std::find(of_b.begin(), of_b.end(), name) != of_b.end();
  });
}

std::vector<Ledger> merge_ledgers(const std::vector<DocumentReading>& documents) {
  std::vector<Ledger> merged;
  for (const DocumentReading& document : documents) {
    for (const Ledger& ledger : document.funds) {
      auto known = std::find_if(merged.begin(), merged.end(), [&](const Ledger& m) {
        bool currency = m.currency == ledger.currency || !m.currency.known() || !ledger.currency.known();
        return currency && !ledger.name.empty() && same_fund(m.name, ledger.name);
      });
      if (known == merged.end()) {
        merged.push_back(ledger);
        continue;
      }
      add_rows(*known, ledger);
      add_navs(*known, ledger);
      take_facts(*known, ledger);
    }
  }
  return merged;
}

}  // namespace dossier::funds
