#pragma once

#include <rollcall/detail/json_string_text.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_case.hpp>

#include <charconv>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

// Finds in the text of a HAR file, which has been found to be JSON, what is wanted of an entry, in one pass.

namespace rollcall::detail {

/// Goes through the members of the object at `from` and gives its end. `take(name, value)` gives the end of a value
/// that it has gone through itself, or null.
template <class Take>
[[nodiscard]] const char* take_members(const char* from, const char* end, Take take)
{
    for (from = skip_separators(from + 1, end); from != end && *from == '"'; from = skip_separators(from, end)) {
        const char* const name_end = skip_string(from, end);
        const char* const value = skip_separators(name_end, end);
        if (value == end)
            return end;
        const std::string_view name{from + 1, static_cast<std::size_t>(name_end - from) - 2};
        const char* const value_end = take(name, value);
        from = value_end ? value_end : skip_value(value, end);
    }
    return from == end ? end : from + 1;
}

/// What stands between the quotation marks of the string at `value`. Sets `value` to its end.
[[nodiscard]] inline std::string_view take_string(const char*& value, const char* end) noexcept
{
    const char* const begin = value + 1;
    value = skip_string(value, end);
    return {begin, static_cast<std::size_t>(value - begin) - 1};
}

/// A request and its response.
struct har_entry {
    std::string url;
    std::string method;
    int status = 0;
    /// The body: what stands in its string, escapes and all. Nothing where the file does not have it.
    std::optional<std::string_view> text;
    /// What `text` is encoded in beside that: `base64`, or nothing.
    std::string encoding;
    /// What the body came compressed by, as the response's Content-Encoding says; empty where it does not. Most
    /// programs that save HAR decompress the body and leave the header.
    std::string content_encoding;
};

/// Reads the entry at `from`, an object; sets `from` to its end.
[[nodiscard]] inline har_entry take_har_entry(const char*& from, const char* end)
{
    har_entry entry;
    const auto decoded = [end](const char*& value) { return decode_string_text(take_string(value, end)); };
    const auto take_request = [&](std::string_view name, const char* value) -> const char* {
        if (*value != '"' || (name != "url" && name != "method"))
            return nullptr;
        (name == "url" ? entry.url : entry.method) = decoded(value);
        return value;
    };
    const auto take_content = [&](std::string_view name, const char* value) -> const char* {
        if (*value != '"' || (name != "text" && name != "encoding"))
            return nullptr;
        if (name == "text")
            entry.text = take_string(value, end);
        else
            entry.encoding = decoded(value);
        return value;
    };
    const auto take_headers = [&](const char* headers) {
        visit_items(headers, end, [&](std::size_t, const char* header) {
            if (equal_without_case(find_string_member(header, end, "name").value_or(std::string{}), "Content-Encoding"))
                entry.content_encoding = find_string_member(header, end, "value").value_or(std::string{});
            return entry.content_encoding.empty();
        });
    };
    const auto take_response = [&](std::string_view name, const char* value) -> const char* {
        if (name == "content" && *value == '{')
            return take_members(value, end, take_content);
        if (name == "headers")
            take_headers(value);
        if (name == "status")
            std::from_chars(value, end, entry.status);
        return nullptr;
    };
    from = take_members(from, end, [&](std::string_view name, const char* value) -> const char* {
        if (name == "request" && *value == '{')
            return take_members(value, end, take_request);
        if (name == "response" && *value == '{')
            return take_members(value, end, take_response);
        return nullptr;
    });
    return entry;
}

} // namespace rollcall::detail
