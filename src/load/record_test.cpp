#include "load/record.h"

#include <gtest/gtest.h>

namespace dossier::load {
namespace {

using namespace std::chrono_literals;

TEST(Record, keeps_what_was_refused_or_degraded_apart_from_what_was_done) {
  Record record;
  record.add("pass", Ending::good, 10ms);
  record.add("pass", Ending::refused, 1ms);
  record.add("pass", Ending::degraded, 2ms);
  record.add("pass", Ending::failed, 3ms, "status 500");
  const Record::Series& passes = record.of("pass");
  EXPECT_EQ(passes.count(), 4u);
  EXPECT_EQ(passes.good.count(), 1u);
  EXPECT_EQ(passes.good.milliseconds_max(), 10);
  EXPECT_EQ(passes.refused.milliseconds_max(), 1);
  EXPECT_EQ(record.errors().at("pass: status 500"), 1u);
  EXPECT_EQ(record.of("never").count(), 0u);
}

TEST(Record, counts_errors_by_kind_and_so_many_kinds_only) {
  Record record;
  for (int i = 0; i < 1'000; ++i) record.add("pass", Ending::failed, 1ms, "another " + std::to_string(i));
  EXPECT_LE(record.errors().size(), 51u);
  EXPECT_EQ(record.of("pass").failed.count(), 1'000u);
  record.add("pass", Ending::failed, 1ms, "another 0");
  EXPECT_EQ(record.errors().at("pass: another 0"), 2u);
}

TEST(Record, tells_people_and_programs_the_same) {
  Record record;
  record.add("approve", Ending::good, 5ms);
  record.add("approve", Ending::failed, 5ms, "no answer in time");
  JsonWriter json;
  json.begin_object();
  record.write_json(json);
  const std::string document = json.end_object().take();
  for (const std::string& told : {document, record.text()}) {
    EXPECT_NE(told.find("approve"), std::string::npos);
    EXPECT_NE(told.find("no answer in time"), std::string::npos);
  }
  EXPECT_NE(document.find(R"("good":{"count":1,)"), std::string::npos) << document;
}

}  // namespace
}  // namespace dossier::load
