#include "desks/fir/statute_store.h"

#include <algorithm>

namespace dossier::desks::fir {

using store::Row;
using store::Session;
using store::Transaction;

std::vector<std::vector<StatuteSection>> by_act(std::vector<StatuteSection> sections) {
  std::vector<std::vector<StatuteSection>> acts;
  for (StatuteSection& section : sections) {
    const std::string key = statute_key(section.act, "");
    auto at = std::find_if(acts.begin(), acts.end(),
                           [&](const auto& act) { return statute_key(act.front().act, "") == key; });
    if (at == acts.end()) at = acts.insert(acts.end(), std::vector<StatuteSection>());
    at->push_back(std::move(section));
  }
  return acts;
}

Result<void> replace_statutes(Transaction& transaction, const std::vector<StatuteSection>& sections, WallTime at) {
  if (sections.empty()) return {};
  TRY_DO(remove_statutes(transaction, sections.front().act));
  for (const StatuteSection& section : sections) {
    TRY_DO(transaction.insert(
        "INSERT INTO statute (act, act_key, section, title, text, source, loaded_at) VALUES (?, ?, ?, ?, ?, ?, ?)",
        {section.act, statute_key(section.act, ""), section.section, section.title, section.text, section.source, at}));
  }
  return {};
}

Result<std::int64_t> remove_statutes(Transaction& transaction, const std::string& act) {
  return transaction.execute("DELETE FROM statute WHERE act_key = ?", {statute_key(act, "")});
}

Result<std::vector<StatuteSection>> all_statutes(Session& session) {
  return session.all("SELECT act, section, title, text, source FROM statute ORDER BY id", {}, [](const Row& row) {
    return StatuteSection{row.text(0), row.text(1), row.text(2), row.text(3), row.text(4)};
  });
}

std::vector<LoadedAct> loaded_acts(const Statutes& statutes) {
  std::vector<LoadedAct> acts;
  for (const StatuteSection& section : statutes.sections()) {
    const std::string key = statute_key(section.act, "");
    const auto same = [&](const LoadedAct& act) { return statute_key(act.act, "") == key; };
    auto at = std::find_if(acts.begin(), acts.end(), same);
    if (at == acts.end()) at = acts.insert(acts.end(), {section.act, section.source, 0});
    ++at->sections;
  }
  return acts;
}

}  // namespace dossier::desks::fir
