#pragma once

#include <fcntl.h>  // open, fcntl
#include <unistd.h> // STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO

#include <initializer_list>

namespace rollcall::detail {

/// For programs, to be called first: a standard stream that is closed stays one that cannot be used. Otherwise the next
/// file that is opened takes its place, and what is printed goes into that file.
inline void hold_closed_streams() noexcept
{
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO})
        if (::fcntl(stream, F_GETFD) < 0)
            // Opened for what the stream is not for, so that using it is the error that it was.
            (void)::open("/dev/null", stream == STDIN_FILENO ? O_WRONLY : O_RDONLY);
}

} // namespace rollcall::detail
