#pragma once

#include <array>       // std::array
#include <cstddef>     // std::size_t
#include <string_view> // std::string_view

namespace rollcall::instructions {

inline constexpr std::array<std::string_view, 5> work_names{"judge", "judge-broken", "read", "read-borrowed", "write"};

/// The function whose instructions are counted, as valgrind's patterns name it.
inline constexpr std::string_view counted_function = "rollcall_counted_work*";

/// Does the work of this name over a payload of so many records, once. Throws std::runtime_error when it comes to
/// anything but the right verdict. Where the name says so every record is broken, in every way in turn.
void do_work(std::string_view name, std::size_t records);

} // namespace rollcall::instructions
