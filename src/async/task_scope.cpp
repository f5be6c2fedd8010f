#include "async/task_scope.h"

#include <boost/asio/bind_cancellation_slot.hpp>
#include <boost/asio/co_spawn.hpp>
#include <boost/asio/this_coro.hpp>

#include <cstdio>
#include <map>
#include <vector>

namespace dossier::async {

namespace asio = boost::asio;

namespace {

// The cancellation of a task is a return value of its waits, not an exception from its next co_await.
Task<void> run(TaskScope::Work work) {
  co_await asio::this_coro::throw_if_cancelled(false);
  Task<void> task = work();
  co_await std::move(task);
}

void report_on_stderr(const std::string& what) {
  std::fprintf(stderr, "task_fault what=\"%s\"\n", what.c_str());
}

std::string describe(const std::exception_ptr& fault) {
  try {
    std::rethrow_exception(fault);
  } catch (const std::exception& exception) {
    return exception.what();
  } catch (...) {
    return "not a std::exception";
  }
}

}  // namespace

struct TaskScope::State {
  OnFault on_fault;
  bool open = true;
  std::size_t next_number = 0;
  std::map<std::size_t, std::shared_ptr<asio::cancellation_signal>> running;
  Event idle;
};

TaskScope::TaskScope(Executor executor, OnFault on_fault)
    : executor_(std::move(executor)), state_(std::make_shared<State>()) {
  state_->on_fault = on_fault ? std::move(on_fault) : OnFault(report_on_stderr);
}

TaskScope::~TaskScope() {
  state_->open = false;
}

Result<void> TaskScope::spawn(Work work) {
  if (!state_->open) return Error{ErrorCode::cancelled, "the program is shutting down; try again after its restart"};
  const std::size_t number = state_->next_number++;
  auto signal = std::make_shared<asio::cancellation_signal>();
  state_->running.emplace(number, signal);
  auto on_end = [state = state_, number, signal](std::exception_ptr fault) { finished(state, number, fault); };
  asio::co_spawn(executor_, run(std::move(work)), asio::bind_cancellation_slot(signal->slot(), std::move(on_end)));
  return {};
}

void TaskScope::stop_intake() {
  state_->open = false;
}

void TaskScope::cancel() {
  // A task may end, and even spawn, while the signal is being emitted: walk a copy.
  std::vector<std::shared_ptr<asio::cancellation_signal>> signals;
  for (const auto& [number, signal] : state_->running) signals.push_back(signal);
  for (const auto& signal : signals) signal->emit(asio::cancellation_type::terminal);
}

Task<Result<void>> TaskScope::wait(Deadline deadline) {
  const std::shared_ptr<State> state = state_;  // a wait that is never resumed may be destroyed after the scope
  while (!state->running.empty()) {
    Task<Result<void>> idle = state->idle.wait(deadline);
    CO_TRY_DO(co_await std::move(idle));
  }
  co_return Result<void>();
}

std::size_t TaskScope::running() const {
  return state_->running.size();
}

void TaskScope::finished(const std::shared_ptr<State>& state, std::size_t number, std::exception_ptr fault) {
  state->running.erase(number);
  if (fault) state->on_fault(describe(fault));
  if (state->running.empty()) state->idle.notify_all();
}

}  // namespace dossier::async
