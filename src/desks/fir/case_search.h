#pragma once

#include "desks/fir/case_views.h"

namespace dossier::desks::fir {

// Cases that the query asks for, newest first. Words are looked for as they are, all of them.
Result<CasePageView> search_cases(store::Session& session, const CaseQuery& query);

// What happened to a case after an event; at most limits::kCaseEventsListedMax.
Result<std::vector<CaseEventView>> list_events(store::Session& session, CaseId id, std::int64_t after);

// Every value a fact of the case ever had, in the order in which they were noted; at most
// limits::kFactChangesListedMax.
Result<std::vector<FactChangeView>> list_fact_changes(store::Session& session, CaseId id);

// The cases that changed after an event, each with its last one: what a listener that was away has missed.
struct LastEvent {
  CaseId id;
  std::int64_t event = 0;
};
Result<std::vector<LastEvent>> last_events(store::Session& session, std::optional<CaseId> only, std::int64_t after);

}  // namespace dossier::desks::fir
