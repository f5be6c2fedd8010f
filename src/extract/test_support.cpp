#include "extract/test_support.h"

#include <fmt/core.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>

namespace dossier::extract::testing_support {

using namespace std::chrono_literals;

std::string all_text(const Extraction& extraction) {
  std::string text;
  for (const reading::Page& page : extraction.text.pages) {
    for (const reading::Word& word : page.words) {
      if (!word.hidden) text += (text.empty() ? "" : " ") + word.text;
    }
  }
  return text;
}

std::vector<pid_t> worker_pids(const std::vector<pid_t>& known) {
  std::vector<pid_t> pids;
  for (const auto& task : std::filesystem::directory_iterator("/proc/self/task")) {
    std::ifstream children(task.path() / "children");
    for (pid_t pid = 0; children >> pid;) {
      std::string name;
      std::getline(std::ifstream("/proc/" + std::to_string(pid) + "/comm"), name);
      if (name.starts_with("dossier-extract") && std::find(known.begin(), known.end(), pid) == known.end()) {
        pids.push_back(pid);
      }
    }
  }
  return pids;
}

Extraction read(Extractor& extractor, const std::string& file, const std::string& password) {
  auto result = extractor.read({}, std::filesystem::path(file), password);
  EXPECT_TRUE(result) << (result ? "" : result.error().text());
  return result ? std::move(*result) : Extraction{};
}

Extraction read(const std::string& file, const std::string& password) {
  static Extractor extractor({});
  return read(extractor, file, password);
}

ExtractorOptions hasty() {
  ExtractorOptions options;
  options.patience = {300ms, 3s};
  return options;
}

std::string good_file() {
  return TinyPdf().page(text_at(72, 700, "good")).file();
}

std::string page_bomb(TinyPdf& pdf) {
  std::string inner = text_at(72, 700, "boom");
  std::string resources = "/Font << /F1 3 0 R >>";
  for (int level = 0; level < 12; ++level) {
    int number = pdf.object(
        TinyPdf::stream("/Type /XObject /Subtype /Form /BBox [0 0 612 792] /Resources << " + resources + " >>", inner));
    resources = fmt::format("/XObject << /X {} 0 R >>", number);
    inner.clear();
    for (int i = 0; i < 10; ++i) inner += "/X Do\n";
  }
  pdf.page("/X Do", "", resources);
  return pdf.file();
}

}  // namespace dossier::extract::testing_support
