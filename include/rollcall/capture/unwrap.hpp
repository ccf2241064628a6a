#pragma once

#include <rollcall/capture/http.hpp>
#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/scanner.hpp>

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace rollcall::capture {

/// A file's text from where its content shows what it is.
[[nodiscard]] inline std::string_view text_to_recognise(std::string_view file) noexcept
{
    if (constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF"; file.starts_with(byte_order_mark))
        file.remove_prefix(byte_order_mark.size());
    while (!file.empty() && detail::is_space(file.front()))
        file.remove_prefix(1);
    return file;
}

/// What a file holds.
struct unwrapped {
    /// In the order of the file, at least one unless there is an error. They refer to the file's text.
    std::vector<payload> payloads;
    /// Why the payloads cannot be got at: with the line, and with what to do.
    std::optional<std::string> error;
};

/// Finds the payloads of a file by its content: it is an HTTP response, or else the payload itself. Never throws on a
/// bad file.
[[nodiscard]] inline unwrapped unwrap(std::string_view file)
{
    const std::string_view text = text_to_recognise(file);
    try {
        if (detail::begins_like_http(text))
            return {.payloads = {detail::unwrap_http(text, file)}, .error = {}};
    } catch (const detail::capture_error& error) {
        return {.payloads = {}, .error = error.what()};
    }
    if (text.starts_with("\x1F\x8B"))
        return {.payloads = {}, .error = "the file is compressed (gzip); decompress it"};
    return {.payloads = {payload{.bytes = file, .file = file}}, .error = {}};
}

} // namespace rollcall::capture
