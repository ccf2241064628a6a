#pragma once

#include <rollcall/detail/number_text.hpp>

#include <concepts>
#include <cstddef>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// Puts the message of a finding together in one piece of memory. A part is a text, a count, or what has a function
/// `append_to(std::string&, part)`.
template <class... Parts>
[[nodiscard]] std::string message(const Parts&... parts)
{
    constexpr std::size_t usual_size = 200;
    std::string result;
    result.reserve(usual_size);
    const auto append = [&]<class Part>(const Part& part) {
        if constexpr (std::convertible_to<const Part&, std::string_view>)
            result += std::string_view{part};
        else if constexpr (std::unsigned_integral<Part>)
            append_number(result, part);
        else
            append_to(result, part);
    };
    (append(parts), ...);
    return result;
}

} // namespace rollcall::detail
