#pragma once

#include <compare>
#include <cstdint>
#include <functional>

namespace dossier {

// A row's number that cannot be mistaken for another table's. 0 is no row.
template <class Tag>
struct Id {
  std::int64_t value = 0;

  explicit operator bool() const { return value != 0; }
  auto operator<=>(const Id&) const = default;
};

using DocumentId = Id<struct DocumentTag>;
using FundId = Id<struct FundTag>;
using TransactionId = Id<struct TransactionTag>;
using JobId = Id<struct JobTag>;

}  // namespace dossier

template <class Tag>
struct std::hash<dossier::Id<Tag>> {
  std::size_t operator()(dossier::Id<Tag> id) const noexcept { return std::hash<std::int64_t>{}(id.value); }
};
