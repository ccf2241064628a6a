#pragma once

#include <rollcall/capture/http.hpp>
#include <rollcall/capture/ndjson.hpp>
#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/scanner.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
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

/// What payloads can be wrapped in.
enum class file_kind : std::uint8_t {
    /// The file is the payload.
    plain,
    /// Each line is a payload.
    ndjson,
    http_response,
};

/// What a file is by its content. Looks at its first two lines at most.
[[nodiscard]] inline file_kind kind_of(std::string_view file) noexcept
{
    const std::string_view text = text_to_recognise(file);
    if (detail::begins_like_http(text))
        return file_kind::http_response;
    return detail::is_ndjson(text) ? file_kind::ndjson : file_kind::plain;
}

/// What a file holds.
struct unwrapped {
    /// In the order of the file, at least one unless there is an error. They refer to the file's text.
    std::vector<payload> payloads;
    /// Why the payloads cannot be got at: with the line, and with what to do.
    std::optional<std::string> error;
};

/// Finds the payloads of a file of this kind. Never throws on a bad file. All lines of a large NDJSON file take memory:
/// `ndjson_reader` gives them one by one.
[[nodiscard]] inline unwrapped unwrap(std::string_view file, file_kind kind)
{
    const std::string_view text = text_to_recognise(file);
    unwrapped result;
    switch (kind) {
    case file_kind::http_response:
        try {
            result.payloads.push_back(detail::unwrap_http(text, file));
        } catch (const detail::capture_error& error) {
            result.error = error.what();
        }
        break;
    case file_kind::ndjson:
        for (ndjson_reader lines{file, file}; auto line = lines.next();)
            result.payloads.push_back(*std::move(line));
        break;
    case file_kind::plain:
        if (text.starts_with("\x1F\x8B"))
            result.error = "the file is compressed (gzip); decompress it";
        else
            result.payloads.push_back({.bytes = file, .file = file, .line = 1});
        break;
    }
    return result;
}

/// The same for a file whose kind its content tells.
[[nodiscard]] inline unwrapped unwrap(std::string_view file)
{
    return unwrap(file, kind_of(file));
}

} // namespace rollcall::capture
