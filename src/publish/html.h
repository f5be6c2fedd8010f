#pragma once

#include "publish/sheet.h"

#include <string>

namespace dossier::publish {

// The sheet as one web page without script, fonts or pictures from elsewhere; prints on A4. Every text is escaped.
std::string write_html(const Sheet& sheet);

}  // namespace dossier::publish
