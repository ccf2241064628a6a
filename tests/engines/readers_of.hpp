#pragma once

#include "readers.hpp"

#include <rollcall/read.hpp>

namespace rollcall::engines {

template <class... Types>
[[nodiscard]] std::map<std::string_view, type_reader> readers_of()
{
    return {{schema_of<Types>::name, [](std::string_view text) { return read_borrowed<Types>(text).diagnostics; }}...};
}

} // namespace rollcall::engines
