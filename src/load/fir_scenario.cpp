#include "async/timer.h"
#include "load/scenarios.h"

#include <boost/json.hpp>
#include <fmt/format.h>

namespace dossier::load {
namespace json = boost::json;
using async::Task;

namespace {

using namespace std::chrono_literals;

constexpr auto kFlowTime = 30s;  // what a complaint may take from its arrival to the finalised report
constexpr auto kFirstLook = 20ms, kLookMax = 500ms;

// Every complaint tells of another thing, so that nothing prepared for one serves another.
std::string complaint(std::uint64_t number) {
  return fmt::format(
      "My name is Ramesh Kumar, s/o Mohan Lal, resident of Shanti Nagar. On 5 May 2026 at about 6:30 pm near the bus "
      "stand "
      "two boys on a black motorcycle snatched my phone worth {} rupees and ran. Suresh Yadav saw it. I could not come "
      "earlier because my mother was in hospital. My token is {}.",
      5'000 + number % 90'000, number);
}

std::string new_case(std::uint64_t number) {
  JsonWriter out;
  out.begin_object().member("text", complaint(number)).key("facts").begin_array();
  out.begin_object().member("field", "information.kind").member("value", "written").end_object();
  return out.end_array().end_object().take();
}

// One complaint on its way. What the answers lack is a failure of the pass, not of this program.
class Walk {
 public:
  explicit Walk(Visit visit) : visit_(visit) {}

  Task<Passed> run() {
    Task<Result<Reply>> sending = visit_.client.post("/api/cases", new_case(visit_.number), visit_.deadline);
    Task<bool> creating = take("create", std::move(sending), 201);
    if (!co_await std::move(creating)) co_return over_;
    path_ = fmt::format("/api/cases/{}", case_.at("id").to_number<std::int64_t>());
    while (status() != "finalised") {
      if (status() == "failed") co_return Passed{Ending::failed, "a step could not be prepared"};
      if (visit_.deadline.passed()) co_return Passed{Ending::failed, "not finalised in time"};
      Task<bool> going = status() == "preparing" ? wait() : approve();
      if (!co_await std::move(going)) co_return over_;
    }
    if (system_clock().steady() - visit_.due > kFlowTime) co_return Passed{Ending::failed, "took longer than 30 s"};
    co_return Passed{};
  }

 private:
  std::string_view status() const { return case_.at("status").as_string(); }

  // Whether the case came back; else over_ says how the pass ended.
  Task<bool> take(std::string what, Task<Result<Reply>> sending, int good_status = 200) {
    Task<Asked> asking = ask(visit_, std::move(what), std::move(sending), good_status);
    const Asked asked = co_await std::move(asking);
    if (asked.over) over_ = *asked.over;
    if (asked.over) co_return false;
    case_ = json::parse(asked.reply.body).as_object();
    co_return true;
  }

  Task<bool> wait() {
    Task<Result<void>> resting = async::sleep_until(Deadline::after(look_));
    (void)co_await std::move(resting);
    look_ = std::min<std::chrono::milliseconds>(2 * look_, kLookMax);
    Task<Result<Reply>> sending = visit_.client.get(path_, visit_.deadline);
    Task<bool> taking = take("look", std::move(sending));
    co_return co_await std::move(taking);
  }

  Task<bool> approve() {
    look_ = kFirstLook;
    const std::string step(case_.at("step").as_string());
    if (step == "final") {
      Task<bool> settling = settle_duties();
      if (!co_await std::move(settling)) co_return false;
    }
    JsonWriter body;
    body.begin_object()
        .member("action", "approve")
        .member("step", step)
        .member("version", version_of(step))
        .end_object();
    Task<Result<Reply>> sending = visit_.client.post(path_ + "/act", body.take(), visit_.deadline);
    Task<bool> taking = take("approve", std::move(sending));
    co_return co_await std::move(taking);
  }

  Task<bool> settle_duties() {
    const json::array duties = case_.at("duties").as_array();
    for (const json::value& duty : duties) {
      if (!duty.at("blocks").as_bool()) continue;
      JsonWriter body;
      body.begin_object()
          .member("duty", std::string_view(duty.at("id").as_string()))
          .member("state", "done")
          .end_object();
      Task<Result<Reply>> sending = visit_.client.post(path_ + "/duties", body.take(), visit_.deadline);
      Task<bool> taking = take("duty", std::move(sending));
      if (!co_await std::move(taking)) co_return false;
    }
    co_return true;
  }

  std::int64_t version_of(std::string_view step) const {
    for (const json::value& one : case_.at("steps").as_array()) {
      if (one.at("step").as_string() == step) return one.at("shown").at("version").to_number<std::int64_t>();
    }
    throw std::out_of_range("the case has no such step");
  }

  Visit visit_;
  Passed over_;
  std::string path_;
  json::object case_;
  std::chrono::milliseconds look_ = kFirstLook;
};

}  // namespace

Scenario walking_cases() {
  return [](Visit visit) -> Task<Passed> {
    Walk walk(visit);
    try {
      Task<Passed> walking = walk.run();
      co_return co_await std::move(walking);
    } catch (const std::exception&) {  // of the JSON library
      co_return Passed{Ending::failed, "an answer without what a case has"};
    }
  };
}

}  // namespace dossier::load
