#include "ordered_tasks.hpp"

#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <cstddef>
#include <stdexcept>
#include <string>
#include <thread>

using rollcall::program::ordered_tasks;

namespace {

/// Some take longer than those that come behind them.
int slow_square(int number)
{
    std::this_thread::sleep_for(std::chrono::microseconds{(number * 7919) % 300});
    return number * number;
}

} // namespace

TEST_CASE("results come in the order of the tasks, however many threads work")
{
    for (const std::size_t threads : {1U, 2U, 8U}) {
        ordered_tasks<int> tasks{threads};
        int next = 0;
        for (int number = 0; number < 500; ++number) {
            tasks.add([number] { return slow_square(number); });
            if (tasks.size() == 20) {
                CHECK(tasks.take() == next * next);
                ++next;
            }
        }
        for (; tasks.size() != 0; ++next)
            CHECK(tasks.take() == next * next);
        CHECK(next == 500);
    }
}

TEST_CASE("one thread is the one that takes the results")
{
    ordered_tasks<std::thread::id> tasks{1};
    for (int number = 0; number < 10; ++number)
        tasks.add([] { return std::this_thread::get_id(); });
    while (tasks.size() != 0)
        CHECK(tasks.take() == std::this_thread::get_id());
}

TEST_CASE("several threads work at the same time")
{
    ordered_tasks<bool> tasks{3};
    std::atomic<int> present{0};
    // Each waits for the other two, so they end only when all three are at work.
    for (int number = 0; number < 3; ++number)
        tasks.add([&] {
            ++present;
            const auto deadline = std::chrono::steady_clock::now() + std::chrono::seconds{60};
            while (present < 3 && std::chrono::steady_clock::now() < deadline)
                std::this_thread::yield();
            return present == 3;
        });
    while (tasks.size() != 0)
        CHECK(tasks.take());
}

TEST_CASE("what a task throws is thrown where its result is taken, and the others go on")
{
    for (const std::size_t threads : {1U, 2U, 8U}) {
        ordered_tasks<int> tasks{threads};
        for (int number = 0; number < 20; ++number)
            tasks.add([number] {
                if (number % 5 == 2)
                    throw std::runtime_error{"task " + std::to_string(number)};
                return number;
            });
        for (int number = 0; number < 20; ++number) {
            if (number % 5 == 2)
                CHECK_THROWS_WITH_AS(static_cast<void>(tasks.take()), ("task " + std::to_string(number)).c_str(),
                                     std::runtime_error);
            else
                CHECK(tasks.take() == number);
        }
    }
}

TEST_CASE("tasks whose results nobody takes do not keep anybody waiting")
{
    std::atomic<int> done{0};
    {
        ordered_tasks<int> tasks{2};
        for (int number = 0; number < 1000; ++number)
            tasks.add([&] {
                std::this_thread::sleep_for(std::chrono::milliseconds{10});
                return ++done;
            });
    }
    CHECK(done < 1000);
}
