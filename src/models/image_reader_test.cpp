#include "models/image_reader.h"

#include "models/fleet_for_tests.h"

namespace dossier::models {
namespace {

class ImageReaderTest : public FleetTest {};

TEST_F(ImageReaderTest, sends_the_picture_as_a_form_and_reads_the_text) {
  Request last;
  bool good = true;
  ScriptedServer server([&](const Request& request, const Wire& wire) {
    last = request;
    wire.answer(good ? R"({"success":true,"extracted_text":" To the SHO. ","error":null})"
                     : R"({"success":false,"extracted_text":null,"error":"no text"})");
    return true;
  });
  EndpointOptions older = endpoint("image-1", server.url());
  older.wire = models::Wire::older;
  fleet_of({older});
  OcrClient client(*fleet);
  const auto ask = [&] {
    return run(loop, client.read({.deadline = Deadline::after(std::chrono::seconds(5))}, {"picture", "a.png"}));
  };
  const auto read = ask();
  ASSERT_TRUE(read) << read.error().text();
  EXPECT_EQ(read->text, "To the SHO.");
  EXPECT_NE(last.head.find("/ocr "), std::string::npos);
  EXPECT_NE(last.body.find("name=\"image\"; filename=\"a.png\"\r\nContent-Type: image/png\r\n\r\npicture\r\n"),
            std::string::npos);
  good = false;
  const auto failed = ask();
  ASSERT_FALSE(failed);
  EXPECT_EQ(failed.error().code, ErrorCode::unreadable);
  EXPECT_NE(failed.error().text().find("no text"), std::string::npos);
}

}  // namespace
}  // namespace dossier::models
