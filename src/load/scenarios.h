#pragma once

#include "load/run.h"

#include <optional>
#include <string>
#include <vector>

namespace dossier::load {

// Every scenario of `dossier load`.
struct Named {
  std::string_view name, help;
};
const std::vector<Named>& scenarios();

struct ScenarioOptions {
  std::string question = {};  // of chat; empty: several that a ledger and passages answer
  std::string file = {};      // content that is uploaded; empty: a small report of our own
};

// GET of one path: whatever is not 200 is no good answer.
Scenario getting(std::string path);
// A question to the chat. Each differs from all others in the blanks at its end, so that none is remembered.
Scenario chatting(const ScenarioOptions& options);
// A report is sent and waited for until it was read.
Scenario uploading(const ScenarioOptions& options);
// A complaint through all steps to the finalised report, every step approved as it is proposed.
Scenario walking_cases();
// In twenty passes twelve questions, four looks at lists, three complaints and an upload.
Scenario mixing(const ScenarioOptions& options);

// By name; nothing when there is none of that name ("overload" is no scenario of its own: see overload.h).
std::optional<Scenario> scenario_named(std::string_view name, const ScenarioOptions& options);

// What the status of an answer means for a pass.
Passed judged(const Result<Reply>& reply, int good_status = 200);
// Sends, records under `what`, and gives the answer when it is good; else how the pass ended.
struct Asked {
  Reply reply;
  std::optional<Passed> over;
};
async::Task<Asked> ask(Visit visit, std::string what, async::Task<Result<Reply>> sending, int good_status = 200);

}  // namespace dossier::load
