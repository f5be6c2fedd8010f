#pragma once

#include "base/money.h"
#include "store/recorded_change.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::desks::funds {

// A fund as it is shown: the attributes in force.
struct Fund {
  FundId id;
  std::string name;
  std::optional<std::string> gp_name, fund_type;
  std::optional<int> vintage_year;
  Currency currency;
  WallTime created_at;
};

// New values for the attributes that are given. An inner nothing takes the value away; a name cannot be taken away.
struct FundChange {
  std::optional<std::string> name = {};
  std::optional<std::optional<std::string>> gp_name = {}, fund_type = {};
  std::optional<std::optional<int>> vintage_year = {};
  std::optional<std::optional<std::string>> currency = {};  // ISO code
};

// Who says so: a person, or the document of that number.
struct Origin {
  std::optional<DocumentId> document = {};
};

// A fund that was found by a name.
struct FundNamed {
  FundId fund;
  bool by_upload = false;  // only because a person uploaded a document of that name for it
};

// The funds and their attributes (docs/fund-store.md). Everything that changes also writes the journal. Thread-safe: no
// state but references to services that outlive it.
class FundStore {
 public:
  FundStore(const store::Journal& journal, const Clock& clock) : journal_(journal), clock_(clock) {}

  // A fund with the given attributes; `name` must be given.
  Result<FundId> create(store::Transaction& transaction, const Context& context, const FundChange& attributes,
                        const Origin& origin = {}) const;
  // Supersedes the values that differ. Fails with not_found when there is no such fund.
  Result<void> change(store::Transaction& transaction, const Context& context, FundId fund,
                      const FundChange& change) const;
  // Sets only what nobody has said yet: a document never overrules a person, or a document before it.
  Result<void> fill(store::Transaction& transaction, const Context& context, FundId fund, const FundChange& attributes,
                    DocumentId document) const;
  // The fund is no longer shown, its ledger goes out of force, its documents stay without a fund. not_found when gone.
  Result<void> remove(store::Transaction& transaction, const Context& context, FundId fund) const;

  // Nothing when there is none or it was deleted.
  static Result<std::optional<Fund>> find(store::Session& session, FundId fund);
  // In the order they were made. A negative `skip` or `limit` counts as 0.
  static Result<std::vector<Fund>> list(store::Session& session, std::int64_t skip, std::int64_t limit);
  static Result<std::int64_t> count(store::Session& session);
  // The fund whose name means the same (funds::same_fund): the one it has, else one it had before a person renamed it,
  // else one that a document of it prints. Of several the first.
  static Result<std::optional<FundNamed>> find_by_name(store::Session& session, const std::string& name);

 private:
  struct Value;
  static std::vector<Value> values_of(const FundChange& change);
  Result<void> set(store::RecordedChange& change, store::Transaction& transaction, const Context& context, FundId fund,
                   const Value& value, const Origin& origin, bool only_when_unsaid) const;

  const store::Journal& journal_;
  const Clock& clock_;
};

// How it is said, everywhere the same, that a fund does not exist or was deleted.
Error no_such_fund(FundId fund);
// Fails so when there is no such fund.
Result<void> require_fund(store::Session& session, FundId fund);

// The journal's stream of a fund or a document: "fund/12".
std::string stream_of(FundId fund);
std::string stream_of(DocumentId document);

}  // namespace dossier::desks::funds
