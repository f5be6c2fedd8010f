#pragma once

#include "desks/fir/statutes.h"
#include "store/session.h"

#include <cstdint>

namespace dossier::desks::fir {

// The sections of each act, in their order.
std::vector<std::vector<StatuteSection>> by_act(std::vector<StatuteSection> sections);

// What is kept of the statutes: an act is replaced as a whole, so that no section of an older text stays behind.
// `sections` are of one act.
Result<void> replace_statutes(store::Transaction& transaction, const std::vector<StatuteSection>& sections,
                              WallTime at);
// How many sections went.
Result<std::int64_t> remove_statutes(store::Transaction& transaction, const std::string& act);
// In the order they were loaded.
Result<std::vector<StatuteSection>> all_statutes(store::Session& session);

// An act that is loaded.
struct LoadedAct {
  std::string act, source;  // the source of its first section
  std::int64_t sections = 0;
};
std::vector<LoadedAct> loaded_acts(const Statutes& statutes);

}  // namespace dossier::desks::fir
