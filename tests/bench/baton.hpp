#pragma once

// Two processes that take turns: each has an end of a socket, and does its work while it has the baton.

namespace rollcall::bench {

/// False: the other process is gone.
[[nodiscard]] bool pass_baton(int socket) noexcept;

/// Waits until the other process passes it. False: that one is gone.
[[nodiscard]] bool await_baton(int socket) noexcept;

} // namespace rollcall::bench
