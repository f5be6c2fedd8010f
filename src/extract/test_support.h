#pragma once

#include "extract/extractor.h"
#include "extract/tiny_pdf.h"

#include <sys/types.h>

#include <string>
#include <vector>

namespace dossier::extract::testing_support {

// The visible words of all pages, with spaces between.
std::string all_text(const Extraction& extraction);

// The processes of dossier-extract that this program has started and that still run, without `known` ones.
std::vector<pid_t> worker_pids(const std::vector<pid_t>& known = {});

// Reads a file; a failure to do so fails the test. Without an extractor one that all tests share reads it.
Extraction read(Extractor& extractor, const std::string& file, const std::string& password = {});
Extraction read(const std::string& file, const std::string& password = {});

// An extractor that waits for no page or file for long.
ExtractorOptions hasty();

// A file of one page that says "good".
std::string good_file();

// Adds a page whose form draws another ten times, which draws another ten times ...: 10^12 pieces of text.
std::string page_bomb(TinyPdf& pdf);

}  // namespace dossier::extract::testing_support
