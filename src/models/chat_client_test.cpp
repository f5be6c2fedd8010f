#include "models/chat_client.h"

#include "models/fleet_for_tests.h"

#include <boost/json.hpp>

namespace dossier::models {
namespace {

using namespace std::chrono_literals;
using async::Task;

std::string answer_with(const std::string& content, const std::string& reason = "stop") {
  boost::json::object message{{"role", "assistant"}, {"content", content}};
  boost::json::object choice{{"index", 0}, {"message", message}, {"finish_reason", reason}};
  return boost::json::serialize(boost::json::object{
      {"id", "x"}, {"choices", boost::json::array{choice}}, {"usage", boost::json::object{{"completion_tokens", 7}}}});
}
std::string chunk_with(const std::string& content, bool last = false) {
  boost::json::object delta;
  if (!content.empty()) delta["content"] = content;
  boost::json::object choice{{"index", 0}, {"delta", delta}, {"finish_reason", nullptr}};
  if (last) choice["finish_reason"] = "stop";
  return "data: " + boost::json::serialize(boost::json::object{{"choices", boost::json::array{choice}}}) + "\n\n";
}

class ChatClientTest : public FleetTest {
 protected:
  static TextRequest question() { return {.messages = {{Speaker::user, "Why?"}}, .tokens_max = 100}; }
  Result<WrittenText> write(TextRequest request = question(), std::chrono::milliseconds allowed = 5s) {
    ChatClient client(*fleet);
    return run(loop, client.write({.deadline = Deadline::after(allowed)}, std::move(request)));
  }
  Result<WrittenText> stream(std::string& seen, std::chrono::milliseconds allowed = 5s) {
    ChatClient client(*fleet);
    auto on_text = [&seen](std::string_view piece) { seen += piece; };
    return run(loop, client.stream({.deadline = Deadline::after(allowed)}, question(), on_text));
  }
  // A server that answers everything with this body.
  void serve(std::string body, int status = 200) {
    server = std::make_unique<ScriptedServer>([=, this](const Request& request, const Wire& wire) {
      last = request;
      wire.answer(body, status);
      return true;
    });
    fleet_of({endpoint("text-1", server->url())});
  }

  Request last;
  std::unique_ptr<ScriptedServer> server;
};

TEST_F(ChatClientTest, sends_what_every_server_understands_and_reads_the_text) {
  serve(answer_with("  Because.\n"));
  TextRequest request = question();
  request.messages.insert(request.messages.begin(), {Speaker::system, "Be brief."});
  request.stop = {"\n\n"};
  const auto written = write(request);
  ASSERT_TRUE(written) << written.error().text();
  EXPECT_EQ(written->text, "Because.");
  EXPECT_EQ(written->tokens, 7);
  EXPECT_EQ(written->writer, "text-1");
  EXPECT_FALSE(written->cut);
  EXPECT_TRUE(last.head.starts_with("POST /v1/chat/completions "));
  EXPECT_EQ(boost::json::parse(last.body), boost::json::parse(R"({"model":"m",
      "messages":[{"role":"system","content":"Be brief."},{"role":"user","content":"Why?"}],
      "temperature":0,"max_tokens":100,"stop":["\n\n"]})"));
}

TEST_F(ChatClientTest, a_schema_is_sent_and_what_is_no_json_is_refused) {
  serve(answer_with("certainly! {\"a\":1}"));
  TextRequest request = question();
  request.schema = R"({"type":"object"})";
  const auto written = write(request);
  ASSERT_FALSE(written);
  EXPECT_NE(written.error().message.find("not the JSON"), std::string::npos);
  const auto sent = boost::json::parse(last.body).as_object().at("response_format").as_object();
  EXPECT_EQ(sent.at("json_schema").as_object().at("schema"), boost::json::parse(*request.schema));
}

TEST_F(ChatClientTest, what_cannot_be_used_is_an_error_and_held_against_the_server) {
  for (const std::string& body : {answer_with("  "), std::string("{\"choices\":[]}"), answer_with("x").substr(0, 40),
                                  std::string("[]"), std::string("{\"choices\":[{\"message\":{\"content\":null}}]}")}) {
    serve(body);
    const auto written = write();
    ASSERT_FALSE(written) << body;
    EXPECT_EQ(written.error().code, ErrorCode::unavailable);
    EXPECT_GT(fleet->endpoints().front()->status().breaker.failures, 0) << body;
  }
}

TEST_F(ChatClientTest, a_prompt_beyond_its_limit_is_not_sent) {
  serve(answer_with("x"));
  TextRequest request = question();
  request.messages[0].text.assign(limits::kPromptBytesMax + 1, 'x');
  const auto written = write(request);
  ASSERT_FALSE(written);
  EXPECT_EQ(written.error().code, ErrorCode::too_large);
  EXPECT_EQ(server->requests(), 0);
}

TEST_F(ChatClientTest, streams_pieces_as_they_are_written_however_the_bytes_are_cut) {
  const std::string events = ": hello\r\n\r\n" + chunk_with("") + chunk_with("Be") + chunk_with("cause é.") +
                             chunk_with("", true) + "data: {\"choices\":[],\"usage\":{\"completion_tokens\":3}}\n\n" +
                             "data: [DONE]\n\n";
  ScriptedServer slow([&](const Request&, const Wire& wire) {
    wire.send("HTTP/1.1 200 OK\r\nContent-Type: text/event-stream\r\nContent-Length: " + std::to_string(events.size()) +
              "\r\n\r\n");
    for (std::size_t at = 0; at < events.size(); at += 7) wire.send(events.substr(at, 7));
    return true;
  });
  fleet_of({endpoint("text-1", slow.url())});
  std::string seen;
  const auto written = stream(seen);
  ASSERT_TRUE(written) << written.error().text();
  EXPECT_EQ(written->text, "Because é.");
  EXPECT_EQ(seen, "Because é.");
  EXPECT_EQ(written->tokens, 3);
}

TEST_F(ChatClientTest, a_stream_that_breaks_off_is_an_error_and_is_not_said_twice) {
  ScriptedServer breaking([&](const Request&, const Wire& wire) {
    const std::string events = chunk_with("Half a ");
    wire.send("HTTP/1.1 200 OK\r\nContent-Length: 99999\r\n\r\n" + events);
    std::this_thread::sleep_for(20ms);
    return false;
  });
  fleet_of({endpoint("text-1", breaking.url())});
  std::string seen;
  EXPECT_FALSE(stream(seen));
  EXPECT_EQ(seen, "Half a ");
  EXPECT_EQ(breaking.requests(), 1);
}

TEST_F(ChatClientTest, a_stream_without_an_end_or_with_an_error_in_it_is_an_error) {
  for (const std::string& events :
       {chunk_with("Half"), std::string("data: {\"error\":{\"message\":\"x\"}}\n\n"), std::string("data: {oops\n\n")}) {
    serve(events);
    std::string seen;
    EXPECT_FALSE(stream(seen)) << events;
  }
}

TEST_F(ChatClientTest, speaks_the_older_form_with_a_model_for_each_use) {
  serve(R"({"result":" YES\n"})");
  EndpointOptions older = endpoint("text-1", server->url());
  older.wire = models::Wire::older;
  older.model.clear();
  fleet_of({older});
  TextRequest check = question();
  check.use = TextUse::check;
  check.messages.insert(check.messages.begin(), {Speaker::system, "Judge."});
  const auto written = write(check);
  ASSERT_TRUE(written) << written.error().text();
  EXPECT_EQ(written->text, "YES");
  EXPECT_NE(last.head.find("/inference "), std::string::npos);
  const auto body = boost::json::parse(last.body).as_object();
  EXPECT_EQ(body.at("model_name").as_string(), "bns_check");
  EXPECT_EQ(body.at("prompt").as_string(), "<|user|>\nJudge.\nWhy?\n<|assistant|>\n");
  EXPECT_EQ(body.at("max_tokens").as_int64(), 3);
  EXPECT_EQ(body.at("stop").as_array().size(), 1u);
  std::string seen;
  ASSERT_TRUE(stream(seen));
  EXPECT_EQ(seen, "YES");
}

}  // namespace
}  // namespace dossier::models
