#pragma once

#include "publish/sheet.h"

#include <string>

namespace dossier::publish {

// The sheet as plain text, a line for each label and its value, blanks as a row of underscores.
std::string write_plain(const Sheet& sheet);

}  // namespace dossier::publish
