#pragma once

#include <ctime> // clock_gettime

namespace rollcall::bench {

/// The seconds of processor time that this process has used.
[[nodiscard]] inline double used_seconds() noexcept
{
    timespec now{};
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) * 1e-9;
}

} // namespace rollcall::bench
