#include "load/run.h"

#include "async/prompt_thread.h"
#include "async/timer.h"

#include <boost/asio/co_spawn.hpp>
#include <boost/asio/io_context.hpp>

#include <algorithm>
#include <thread>

namespace dossier::load {
namespace asio = boost::asio;
using async::Task;

namespace {

using namespace std::chrono_literals;

constexpr auto kFirstDue = 100ms;  // until all clients are there
constexpr auto kAfterRefusal = 100ms;
// So fast, passes are sent in handfuls, a little after they are due: a loop that is woken for each would take from the
// server what is being measured. When a pass was due counts, so that this shows in the times.
constexpr double kGatherRate = 2'000;
constexpr auto kGatherEvery = 400us;

// The clients of one run. Each takes the next pass as soon as it is free; at a fixed rate the n-th pass is due at n
// intervals from the beginning, and whoever takes it early sleeps until then.
class Crowd {
 public:
  Crowd(const Target& target, const Pace& pace, const Scenario& scenario)
      : pace_(pace), scenario_(scenario), began_(system_clock().steady() + kFirstDue), ends_(began_ + pace.time) {
    for (std::size_t i = 0; i < pace.clients; ++i)
      clients_.push_back(std::make_unique<Client>(loop_.get_executor(), target));
  }

  Outcome run(const OnSecond& on_second) {
    async::make_prompt();
    busy_ = clients_.size();
    for (const auto& client : clients_) {
      asio::co_spawn(loop_, serve(*client), [this](std::exception_ptr fault) {
        if (fault && !fault_) fault_ = fault;
        if (--busy_ == 0) every_second_.cancel();
      });
    }
    if (on_second) tell(on_second);
    while (!loop_.stopped()) {
      if (pace_.passes_per_second >= kGatherRate) {
        std::this_thread::sleep_for(kGatherEvery);
      } else {
        loop_.run_one();
      }
      loop_.poll();
    }
    if (fault_) std::rethrow_exception(fault_);
    outcome_.seconds = std::chrono::duration<double>(system_clock().steady() - began_).count();
    return std::move(outcome_);
  }

 private:
  bool paced() const { return pace_.passes_per_second > 0; }

  SteadyTime due(std::uint64_t number) const {
    if (!paced()) return std::max(began_, system_clock().steady());
    const double seconds = static_cast<double>(number) / pace_.passes_per_second;
    return began_ + std::chrono::nanoseconds(static_cast<std::int64_t>(seconds * 1e9));
  }

  Task<void> serve(Client& client) {
    while (true) {
      const std::uint64_t number = next_++;
      const SteadyTime when = due(number);
      if (when >= ends_ || (pace_.passes_max > 0 && number >= pace_.passes_max)) co_return;
      if (system_clock().steady() >= ends_ + pace_.pass_time_max) {
        ++outcome_.unsent;
        continue;
      }
      if (when > system_clock().steady()) {
        Task<Result<void>> sleeping = async::sleep_until(Deadline::at(when));
        (void)co_await std::move(sleeping);
      }
      const SteadyTime begun = paced() ? when : system_clock().steady();
      const Deadline deadline = Deadline::at(std::max(system_clock().steady(), begun) + pace_.pass_time_max);
      Task<Passed> passing = scenario_(Visit{client, outcome_.record, number, begun, deadline});
      const Passed passed = co_await std::move(passing);
      outcome_.record.add("pass", passed.ending, system_clock().steady() - begun, passed.why);
      if (paced() || (passed.ending != Ending::failed && passed.ending != Ending::refused)) continue;
      // A server that is gone or full says so at once: asking it again at once would measure nothing.
      Task<Result<void>> resting = async::sleep_until(Deadline::after(kAfterRefusal));
      (void)co_await std::move(resting);
    }
  }

  void tell(const OnSecond& on_second) {
    every_second_.expires_after(1s);
    every_second_.async_wait([this, &on_second](const boost::system::error_code& stopped) {
      if (stopped || busy_ == 0) return;
      on_second(std::chrono::duration<double>(system_clock().steady() - began_).count(), outcome_.record);
      tell(on_second);
    });
  }

  asio::io_context loop_{1};
  asio::steady_timer every_second_{loop_};
  const Pace pace_;
  const Scenario& scenario_;
  const SteadyTime began_, ends_;
  std::vector<std::unique_ptr<Client>> clients_;
  std::uint64_t next_ = 0;
  std::size_t busy_ = 0;
  std::exception_ptr fault_;
  Outcome outcome_;
};

}  // namespace

double Outcome::good_per_second() const {
  return seconds > 0 ? static_cast<double>(record.of("pass").good.count()) / seconds : 0;
}

void Outcome::write_json(JsonWriter& json) const {
  json.member("seconds", seconds).member("good_per_second", good_per_second()).member("unsent", unsent);
  record.write_json(json);
}

Outcome run(const Target& target, const Pace& pace, const Scenario& scenario, OnSecond on_second) {
  return Crowd(target, pace, scenario).run(on_second);
}

}  // namespace dossier::load
