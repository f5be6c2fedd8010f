// Sentences that a model might have written about complaints and reports of funds, true ones and lies told in words:
// tests/grounding, whose README says who wrote which.
#include "grounding/check.h"

#include <boost/json.hpp>
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <map>

namespace dossier::grounding {
namespace {

namespace json = boost::json;

constexpr double kTruthsPassedLeast = 0.9;

struct Sentence {
  std::string source, text, kind;
};

std::filesystem::path folder() {
  return std::filesystem::path(__FILE__).parent_path() / "../../tests/grounding";
}

std::vector<Sentence> sentences_of(const std::string& file) {
  std::ifstream in(folder() / (file + ".jsonl"));
  std::vector<Sentence> sentences;
  for (std::string line; std::getline(in, line);) {
    const json::object read = json::parse(line).as_object();
    const auto member = [&](const char* name) {
      return read.contains(name) ? std::string(read.at(name).as_string()) : std::string();
    };
    sentences.push_back({read.contains("id") ? member("id") : member("source"), member("text"), member("kind")});
  }
  return sentences;
}

struct Outcome {
  std::size_t passed = 0, all = 0;
  std::string told;  // those that went the wrong way, one a line
};

// Checks every sentence of a file against its source; `passing` is how they should end.
Outcome check_all(const std::string& file, bool passing) {
  std::map<std::string, std::string> sources;
  for (const Sentence& source : sentences_of("sources")) sources[source.source] = source.text;
  Outcome outcome;
  std::vector<double> costs = {0};
  for (const Sentence& sentence : sentences_of(file)) {
    const std::vector<SourceText> source = {{sources.at(sentence.source)}};
    const auto begin = std::chrono::steady_clock::now();
    const std::vector<Finding> findings = check(sentence.text, source);
    costs.push_back(std::chrono::duration<double, std::micro>(std::chrono::steady_clock::now() - begin).count());
    ++outcome.all;
    outcome.passed += findings.empty();
    if (findings.empty() == passing) continue;
    outcome.told += "  " + sentence.source + " " + sentence.kind + ": " + sentence.text;
    for (const Finding& finding : findings)
      outcome.told += " <" + std::string(name_of(finding.fault)) + ": " + finding.what + ">";
    outcome.told += "\n";
  }
  std::sort(costs.begin(), costs.end());
  std::printf("%s: %zu of %zu passed; a check takes p50 %.0f us, p99 %.0f us\n", file.c_str(), outcome.passed,
              outcome.all, costs[costs.size() / 2], costs[costs.size() * 99 / 100]);
  return outcome;
}

void expect_refused(const std::string& file, std::size_t passed_most) {
  const Outcome lies = check_all(file, false);
  EXPECT_GT(lies.all, 100u);
  EXPECT_LE(lies.passed, passed_most) << lies.told;
}

void expect_mostly_passed(const std::string& file) {
  const Outcome truths = check_all(file, true);
  EXPECT_GT(truths.all, 30u);
  EXPECT_GE(static_cast<double>(truths.passed), kTruthsPassedLeast * static_cast<double>(truths.all)) << truths.told;
}

TEST(Lies, in_words_written_by_hand_are_refused) {
  expect_refused("lies_by_hand", 0);
}

TEST(Lies, in_words_made_by_rule_are_refused) {
  // Two companies of one sentence exchanged, told with a verb that the source has not ("sold to" where it was "bought
  // by").
  expect_refused("lies_by_rule", 1);
}

TEST(Truths, in_other_words_pass) {
  expect_mostly_passed("truths");
}

TEST(Truths, in_other_words_held_out_pass) {
  expect_mostly_passed("truths_held_out");
}

TEST(Truths, are_the_sources_themselves) {
  const Outcome sources = check_all("sources", true);
  EXPECT_EQ(sources.passed, sources.all) << sources.told;
}

}  // namespace
}  // namespace dossier::grounding
