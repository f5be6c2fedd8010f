#include "desks/funds/ask_command.h"

#include "base/exit_status.h"

#include <gtest/gtest.h>

#include <sstream>

namespace dossier::desks::funds {
namespace {

TEST(AskCommand, says_in_the_json_why_nothing_could_be_answered) {
  AskOptions options;
  options.files = {"no_such_report.pdf"};
  options.questions = {"What is the DPI?", "And the TVPI?"};
  options.json = true;
  std::ostringstream out, err;
  EXPECT_EQ(run_ask_command(options, out, err), exit_bad_input);
  std::string json = out.str();
  EXPECT_NE(json.find("\"question\":\"And the TVPI?\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"answered\":false"), std::string::npos) << json;
  EXPECT_NE(json.find("no_such_report.pdf"), std::string::npos) << json;
  EXPECT_NE(err.str().find("no_such_report.pdf"), std::string::npos);
}

}  // namespace
}  // namespace dossier::desks::funds
