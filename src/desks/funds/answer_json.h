#pragma once

#include "base/json_writer.h"
#include "funds/questions/answer.h"

#include <span>
#include <string>

namespace dossier::desks::funds {

// What `funds ask --json` prints: the stable fields of the command line's JSON (docs/command-line.md), one line.
std::string answers_json(std::span<const dossier::funds::Answer> answers);

// One answer as a JSON object.
std::string answer_json(const dossier::funds::Answer& answer);

// true, false or "partial".
void write_answered(JsonWriter& json, dossier::funds::Answered answered);

}  // namespace dossier::desks::funds
