#pragma once

#include "extract/extraction.h"

#include <sys/types.h>

#include <string>
#include <vector>

namespace dossier::extract::testing_support {

// The visible words of all pages, with spaces between.
std::string all_text(const Extraction& extraction);

// The processes of dossier-extract that this program has started and that still run, without `known` ones.
std::vector<pid_t> worker_pids(const std::vector<pid_t>& known = {});

}  // namespace dossier::extract::testing_support
