#include "load/scenarios.h"

#include "async/timer.h"
#include "load/small_report.h"

#include <array>

namespace dossier::load {

using async::Task;

const std::vector<Named>& scenarios() {
  static const std::vector<Named> all = {
      {"fir", "a complaint through all approvals to the finalised report; PASS when each takes at most 30 s"},
      {"chat", "questions about the funds that are there"},
      {"upload", "a small report is sent and waited for until it was read"},
      {"mixed", "12 questions, 4 lists, 3 complaints, 1 upload"},
      {"overload", "questions: the peak, then ten times as many, then half as many again; tells what was left of it"}};
  return all;
}

Passed judged(const Result<Reply>& reply, int good_status) {
  if (!reply) return {Ending::failed, reply.error().message};
  if (reply->status == 503 || reply->status == 429) return {Ending::refused, {}};
  if (reply->status != good_status) return {Ending::failed, "status " + std::to_string(reply->status)};
  if (reply->body.find("\"degraded\":true") != std::string::npos) return {Ending::degraded, {}};
  return {};
}

Task<Asked> ask(Visit visit, std::string what, Task<Result<Reply>> sending, int good_status) {
  const SteadyTime began = system_clock().steady();
  Result<Reply> reply = co_await std::move(sending);
  Passed passed = judged(reply, good_status);
  visit.record.add(what, passed.ending, system_clock().steady() - began, passed.why);
  Asked asked;
  if (reply) asked.reply = std::move(*reply);
  if (passed.ending != Ending::good) asked.over = std::move(passed);
  co_return asked;
}

Scenario getting(std::string path) {
  return [path = std::move(path)](Visit visit) -> Task<Passed> {
    Task<Result<Reply>> sending = visit.client.get(path, visit.deadline);
    const Result<Reply> reply = co_await std::move(sending);
    co_return judged(reply);
  };
}

namespace {

constexpr std::array<std::string_view, 4> kQuestions = {"What is the DPI of this fund?", "List all capital calls.",
                                                        "How much was distributed in total?",
                                                        "What is the strategy of the fund?"};

constexpr std::uint64_t kBlanksMax = 1'000;  // two digits of a number to this base make a question its own

// White space means nothing to whoever reads it, but is another question to whoever remembers answers.
std::string told_apart(std::string_view question, std::uint64_t number) {
  return std::string(question) + std::string(number % kBlanksMax, ' ') +
         std::string(number / kBlanksMax % kBlanksMax, '\t');
}

std::string question_body(std::string_view question, std::uint64_t number) {
  JsonWriter json;
  return json.begin_object().member("query", told_apart(question, number)).end_object().take();
}

// "name": the number behind it, in a document of our own server.
std::optional<std::int64_t> number_in(const std::string& json, const std::string& name) {
  const std::size_t at = json.find("\"" + name + "\":");
  if (at == std::string::npos) return std::nullopt;
  return std::strtoll(json.c_str() + at + name.size() + 3, nullptr, 10);
}

bool says(const std::string& json, const char* status) {
  return json.find("\"status\":\"" + std::string(status) + "\"") != std::string::npos;
}

constexpr auto kLookAgain = std::chrono::milliseconds(50);

}  // namespace

Scenario chatting(const ScenarioOptions& options) {
  return [question = options.question](Visit visit) -> Task<Passed> {
    const std::string_view asked = question.empty() ? kQuestions[visit.number % kQuestions.size()] : question;
    Task<Result<Reply>> sending =
        visit.client.post("/api/chat/query", question_body(asked, visit.number), visit.deadline);
    Task<Asked> asking = ask(visit, "question", std::move(sending));
    const Asked answered = co_await std::move(asking);
    co_return answered.over.value_or(Passed{});
  };
}

Scenario uploading(const ScenarioOptions& options) {
  return [file = options.file](Visit visit) -> Task<Passed> {
    // The same bytes again are the same document: each pass sends bytes of its own.
    std::string content = file.empty() ? small_report(visit.number) : file + "\n% " + unique_mark(visit.number) + "\n";
    Task<Result<Reply>> sending =
        visit.client.upload("/api/documents/upload", "load.pdf", std::move(content), visit.deadline);
    Task<Asked> asking = ask(visit, "send", std::move(sending));
    Asked sent = co_await std::move(asking);
    if (sent.over) co_return *sent.over;
    const auto document = number_in(sent.reply.body, "document_id");
    if (!document) co_return Passed{Ending::failed, "the answer names no document"};
    const std::string path = "/api/documents/" + std::to_string(*document) + "/status";
    while (!visit.deadline.passed()) {
      Task<Result<Reply>> looking = visit.client.get(path, visit.deadline);
      Task<Asked> watching = ask(visit, "look", std::move(looking));
      Asked seen = co_await std::move(watching);
      if (seen.over) co_return *seen.over;
      if (says(seen.reply.body, "completed")) co_return Passed{};
      if (!says(seen.reply.body, "pending") && !says(seen.reply.body, "processing"))
        co_return Passed{Ending::failed, "the report could not be read"};
      Task<Result<void>> resting = async::sleep_until(Deadline::after(kLookAgain));
      (void)co_await std::move(resting);
    }
    co_return Passed{Ending::failed, "the report was not read in time"};
  };
}

Scenario mixing(const ScenarioOptions& options) {
  struct Parts {
    Scenario chat, upload, cases, funds, health;
  };
  auto parts = std::make_shared<const Parts>(
      Parts{chatting(options), uploading(options), walking_cases(), getting("/api/funds/"), getting("/health")});
  return [parts](Visit visit) -> Task<Passed> {
    const auto turn = visit.number % 20;
    const char* name = "chat";
    const Scenario* chosen = &parts->chat;
    if (turn == 19) name = "upload", chosen = &parts->upload;
    if (turn >= 16 && turn < 19) name = "fir", chosen = &parts->cases;
    if (turn >= 14 && turn < 16) name = "health", chosen = &parts->health;
    if (turn >= 12 && turn < 14) name = "list", chosen = &parts->funds;
    Task<Passed> passing = (*chosen)(visit);
    Passed passed = co_await std::move(passing);
    visit.record.add(name, passed.ending, system_clock().steady() - visit.due, passed.why);
    co_return passed;
  };
}

std::optional<Scenario> scenario_named(std::string_view name, const ScenarioOptions& options) {
  if (name == "fir") return walking_cases();
  if (name == "chat") return chatting(options);
  if (name == "upload") return uploading(options);
  if (name == "mixed") return mixing(options);
  return std::nullopt;
}

}  // namespace dossier::load
