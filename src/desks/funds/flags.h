#pragma once

#include "desks/funds/ledger_store.h"

namespace dossier::desks::funds {

// What a reading flags, with what a person said to it.
struct KeptFlag {
  FlagId id;
  dossier::funds::Flag flag;
  std::optional<WallTime> resolved_at = {};
  std::string resolved_by = {}, resolution = {};
};

enum class FlagState { open, resolved, all };
constexpr auto names_of(FlagState) {
  return std::array{std::string_view("open"), std::string_view("resolved"), std::string_view("all")};
}

// Which flags: of a fund's documents, of one document, or of all. Only of documents as they are understood now.
struct FlagChoice {
  std::optional<FundId> fund = {};
  std::optional<DocumentId> document = {};
  FlagState state = FlagState::open;
};

struct FlagPage {
  std::vector<KeptFlag> items;  // by document, then as flagged
  std::int64_t total = 0;
};
Result<FlagPage> read_flags(store::Session& session, const FlagChoice& choice, std::int64_t skip, std::int64_t limit);

}  // namespace dossier::desks::funds
