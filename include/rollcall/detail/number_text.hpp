#pragma once

#include <charconv>
#include <optional>
#include <string>
#include <string_view>
#include <system_error>

#if !defined(__cpp_lib_to_chars)
#include <locale>
#include <sstream>
#endif

namespace rollcall::detail {

/// The double nearest to a JSON number; nothing when it is too large for one.
[[nodiscard]] inline std::optional<double> exact_number(std::string_view text)
{
    double number = 0;
#if defined(__cpp_lib_to_chars)
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (error != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
#else
    std::istringstream stream{std::string{text}};
    stream.imbue(std::locale::classic());
    if (!(stream >> number))
        return std::nullopt;
#endif
    return number;
}

/// The shortest text that reads back as the same double. The number must be finite.
[[nodiscard]] inline std::string number_text(double number)
{
    char buffer[32];
    const auto [end, error] = std::to_chars(buffer, buffer + sizeof buffer, number);
    return {buffer, end};
}

} // namespace rollcall::detail
