#include "funds/ledger/recall_rights.h"

#include "funds/ledger/row_words.h"

#include <algorithm>

namespace dossier::funds {
namespace {

// Walks through the rows by date and keeps what of each restored amount is still there.
class RightsBook {
 public:
  explicit RightsBook(std::optional<Money> commitment) : original_(commitment) {}

  void take(const Transaction& row) {
    lapse_before(row.date);
    const Money effect = row.effects.unfunded;
    if (effect.zero()) return;
    if (!effect.negative()) {
      if (row.kind == RowKind::distribution) {
        restored_.push_back({effect, row.recallable_until});
      } else if (original_) {
        *original_ += effect;  // a call handed back
      }
      return;
    }
    const bool calls =
        row.kind == RowKind::capital_call && recallable_by_words(row.type + " " + row.description) != true;
    use(calls ? beyond_original(effect.abs()) : effect.abs());
  }

  // Rights end with their last day.
  void lapse_before(Date day) {
    for (Restored& one : restored_) {
      if (!one.until || *one.until >= day) continue;
      lapsed_ += one.left;
      one.left = Money{};
    }
  }

  Money lapsed() const { return lapsed_; }

 private:
  struct Restored {
    Money left;
    std::optional<Date> until;
  };

  // What a call takes beyond the commitment as it was signed.
  Money beyond_original(Money amount) {
    if (!original_) return Money{};
    const Money taken = std::min(amount, std::max(*original_, Money{}));
    *original_ -= taken;
    return amount - taken;
  }

  void use(Money amount) {
    std::vector<Restored*> order;
    for (Restored& one : restored_) order.push_back(&one);
    std::stable_sort(order.begin(), order.end(), [](const Restored* a, const Restored* b) {
      return a->until && (!b->until || *a->until < *b->until);
    });
    for (Restored* one : order) {
      const Money taken = std::min(amount, one->left);
      one->left -= taken;
      amount -= taken;
    }
  }

  std::optional<Money> original_;  // of the commitment as signed, not called yet
  std::vector<Restored> restored_;
  Money lapsed_;
};

}  // namespace

bool recall_lapsed(const Transaction& row, Date day) {
  return row.recallable_until && *row.recallable_until < day;
}

RecallRights recall_rights(const Ledger& ledger, Date as_of, std::optional<Money> commitment) {
  RecallRights rights;
  std::vector<const Transaction*> rows;
  for (std::size_t k = 0; k < ledger.transactions.size(); ++k) {
    const Transaction& row = ledger.transactions[k];
    if (row.date > as_of) continue;
    rows.push_back(&row);
    if (row.recallable == true && recall_lapsed(row, as_of)) rights.lapsed_rows.push_back(k);
  }
  if (rights.lapsed_rows.empty()) return rights;  // nothing to walk for
  std::stable_sort(rows.begin(), rows.end(), [](auto a, auto b) { return a->date < b->date; });
  RightsBook book(commitment);
  for (const Transaction* row : rows) book.take(*row);
  book.lapse_before(as_of);
  rights.lapsed = book.lapsed();
  return rights;
}

}  // namespace dossier::funds
