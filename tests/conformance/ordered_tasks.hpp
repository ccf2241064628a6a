#pragma once

#include <chrono>             // std::chrono::seconds
#include <condition_variable> // std::condition_variable_any
#include <cstddef>            // std::size_t
#include <deque>              // std::deque
#include <functional>         // std::function
#include <future>             // std::future, std::packaged_task
#include <mutex>              // std::mutex
#include <optional>           // std::optional
#include <stop_token>         // std::stop_token
#include <system_error>       // std::system_error
#include <thread>             // std::jthread
#include <utility>            // std::move
#include <vector>             // std::vector

namespace rollcall::program {

/// Runs tasks side by side and gives their results in the order in which the tasks came. One thread adds tasks and
/// takes results, and while it waits for one it works on the tasks as well: with one thread nothing runs beside it.
///
/// What is left when it ends is not begun any more.
template <class Result>
class ordered_tasks {
public:
    /// `threads` is how many work, the one that takes the results included. They start once there is work for them.
    explicit ordered_tasks(std::size_t threads) : helpers_wanted_{threads - 1} {}

    /// How many results are there to be taken, now or later.
    [[nodiscard]] std::size_t size() const noexcept { return results_.size(); }

    void add(std::function<Result()> work)
    {
        task added{std::move(work)};
        results_.push_back(added.get_future());
        {
            const std::lock_guard lock{mutex_};
            waiting_.push_back(std::move(added));
        }
        if (results_.size() > 1 && helpers_.size() < helpers_wanted_)
            start_helper();
        task_waits_.notify_one();
    }

    /// The result of the task that came first of those whose result was not taken. What a task throws is thrown here.
    [[nodiscard]] Result take()
    {
        std::future<Result> oldest = std::move(results_.front());
        results_.pop_front();
        while (oldest.wait_for(std::chrono::seconds{0}) != std::future_status::ready) {
            std::unique_lock lock{mutex_};
            if (waiting_.empty()) {
                lock.unlock();
                oldest.wait();
            } else {
                run_first(lock);
            }
        }
        return oldest.get();
    }

private:
    using task = std::packaged_task<Result()>;

    /// Runs the first task that waits, which must be there. The lock is released meanwhile.
    void run_first(std::unique_lock<std::mutex>& lock)
    {
        task first = std::move(waiting_.front());
        waiting_.pop_front();
        lock.unlock();
        first();
    }

    void start_helper()
    {
        try {
            helpers_.emplace_back([this](const std::stop_token& stop) { help(stop); });
        } catch (const std::system_error&) {
            // The system has no more threads to give: those that there are do the work.
            helpers_wanted_ = helpers_.size();
        }
    }

    void help(const std::stop_token& stop)
    {
        std::unique_lock lock{mutex_};
        while (task_waits_.wait(lock, stop, [&] { return !waiting_.empty(); }) && !stop.stop_requested()) {
            run_first(lock);
            lock.lock();
        }
    }

    std::size_t helpers_wanted_;
    std::deque<std::future<Result>> results_;
    std::mutex mutex_;
    std::condition_variable_any task_waits_;
    std::deque<task> waiting_;
    // Last, so that they end before what they use.
    std::vector<std::jthread> helpers_;
};

} // namespace rollcall::program
