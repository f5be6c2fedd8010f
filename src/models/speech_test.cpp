#include "models/speech.h"

#include "models/fleet_for_tests.h"

namespace dossier::models {
namespace {

using namespace std::chrono_literals;

class SpeechTest : public FleetTest {
 protected:
  Result<Transcript> transcribe(Recording recording) {
    TranscriptionClient client(*fleet);
    return run(loop, client.transcribe({.deadline = Deadline::after(5s)}, std::move(recording)));
  }
};

TEST_F(SpeechTest, sends_the_recording_as_a_form_and_reads_the_words) {
  Request last;
  ScriptedServer server([&](const Request& request, const Wire& wire) {
    last = request;
    wire.answer(R"({"text":" My phone was stolen. "})");
    return true;
  });
  fleet_of({endpoint("speech-1", server.url())});
  const std::string sound("RIFF\0\r\n--x", 11);
  const auto transcript = transcribe({.bytes = sound, .file_name = "a \"b\r\n.wav", .language = "hi"});
  ASSERT_TRUE(transcript) << transcript.error().text();
  EXPECT_EQ(transcript->text, "My phone was stolen.");
  EXPECT_NE(last.body.find("filename=\"ab.wav\""), std::string::npos);
  EXPECT_NE(last.body.find("name=\"language\"\r\n\r\nhi\r\n"), std::string::npos);
  EXPECT_NE(last.body.find("\r\n\r\n" + sound + "\r\n--"), std::string::npos);
}

TEST_F(SpeechTest, silence_is_the_recordings_fault_and_is_not_tried_again) {
  int calls = 0;
  ScriptedServer server([&](const Request&, const Wire& wire) {
    ++calls;
    wire.answer(R"({"text":"  "})");
    return true;
  });
  fleet_of({endpoint("speech-1", server.url())});
  EXPECT_EQ(transcribe({.bytes = "x", .file_name = "a.wav"}).error().code, ErrorCode::unreadable);
  EXPECT_EQ(calls, 1);
}

TEST_F(SpeechTest, an_answer_of_another_shape_is_the_servers_fault) {
  ScriptedServer server([](const Request&, const Wire& wire) {
    wire.answer(R"({"words":["my","phone"]})");
    return true;
  });
  fleet_of({endpoint("speech-1", server.url())});
  EXPECT_EQ(transcribe({.bytes = "x", .file_name = "a.wav"}).error().code, ErrorCode::unavailable);
}

TEST_F(SpeechTest, speaks_the_older_form_which_tells_a_failure_with_status_200) {
  Request last;
  int calls = 0;
  bool good = true;
  ScriptedServer server([&](const Request& request, const Wire& wire) {
    last = request;
    ++calls;
    wire.answer(good ? R"({"success":true,"transcript":"My phone was stolen.","error":null})"
                     : R"({"success":false,"transcript":null,"error":"no\nspeech )" + std::string(10'000, 'x') +
                           R"("})");
    return true;
  });
  EndpointOptions older = endpoint("speech-1", server.url());
  older.wire = models::Wire::older;
  fleet_of({older});
  const auto transcript = transcribe({.bytes = "sound", .file_name = "a.mp3"});
  ASSERT_TRUE(transcript) << transcript.error().text();
  EXPECT_EQ(transcript->text, "My phone was stolen.");
  EXPECT_NE(last.head.find("/asr "), std::string::npos);
  EXPECT_NE(last.body.find("name=\"audio\"; filename=\"a.mp3\"\r\nContent-Type: audio/mpeg"), std::string::npos);
  good = false;
  const auto failed = transcribe({.bytes = "sound", .file_name = "a.wav"});
  ASSERT_FALSE(failed);
  // The file's fault: it is not tried again, and of the server's words only the first are repeated.
  EXPECT_EQ(failed.error().code, ErrorCode::unreadable);
  EXPECT_NE(failed.error().message.find("no speech"), std::string::npos);
  EXPECT_LT(failed.error().message.size(), 300u);
  EXPECT_EQ(calls, 2);
}

}  // namespace
}  // namespace dossier::models
