#pragma once

#include <rollcall/detail/json_string_text.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

// Finds its way through JSON text without judging it: where a value ends, where a member stands. It is used to work out
// places once there is something to report, and to look ahead; the parser that judges is Boost.JSON's. On text that is
// not JSON it gives some place within the text.

namespace rollcall::detail {

/// Whether a text is a part of another, in the same memory.
[[nodiscard]] inline bool lies_in(std::string_view whole, std::string_view part) noexcept
{
    return !std::less<>{}(part.data(), whole.data()) &&
           !std::less<>{}(whole.data() + whole.size(), part.data() + part.size());
}

[[nodiscard]] inline bool is_space(char character) noexcept
{
    constexpr std::uint64_t spaces = 1ULL << ' ' | 1ULL << '\t' | 1ULL << '\n' | 1ULL << '\r';
    const auto byte = static_cast<unsigned char>(character);
    return byte <= ' ' && (spaces >> byte & 1) != 0;
}

/// Passes over what stands between tokens: white space, commas, colons.
[[nodiscard]] inline const char* skip_separators(const char* from, const char* end) noexcept
{
    while (from != end && (is_space(*from) || *from == ',' || *from == ':'))
        ++from;
    return from;
}

/// `from` is at a quotation mark; gives the place behind the closing one.
[[nodiscard]] inline const char* skip_string(const char* from, const char* end) noexcept
{
    for (++from; from < end; ++from) {
        from = static_cast<const char*>(std::memchr(from, '"', static_cast<std::size_t>(end - from)));
        if (!from)
            return end;
        const char* before = from;
        while (*--before == '\\') {
        }
        if ((from - before) % 2 == 1)
            return from + 1;
    }
    return end;
}

[[nodiscard]] inline bool is_bracket(char character) noexcept
{
    return character == '{' || character == '}' || character == '[' || character == ']';
}

/// Passes over one token: a string, a bracket, a number or a word.
[[nodiscard]] inline const char* skip_token(const char* from, const char* end) noexcept
{
    if (from == end)
        return end;
    if (*from == '"')
        return skip_string(from, end);
    if (is_bracket(*from))
        return from + 1;
    const auto ends_word = [](char character) {
        return is_space(character) || is_bracket(character) || character == ',' || character == ':' || character == '"';
    };
    return std::find_if(from, end, ends_word);
}

/// Passes over the value that begins at `from`, with all it contains.
[[nodiscard]] inline const char* skip_value(const char* from, const char* end) noexcept
{
    std::size_t depth = 0;
    do {
        from = skip_separators(from, end);
        if (from == end)
            return end;
        if (*from == '{' || *from == '[')
            ++depth;
        else if (*from == '}' || *from == ']')
            depth -= depth != 0;
        from = skip_token(from, end);
    } while (depth != 0);
    return from;
}

/// Calls `visit(name, value)` for each member of the object at `from`, with the name unescaped and the value's begin,
/// until it gives false.
template <class Visitor>
void visit_members(const char* from, const char* end, Visitor&& visit)
{
    if (from == end || *from != '{')
        return;
    for (from = skip_separators(from + 1, end); from != end && *from == '"'; from = skip_separators(from, end)) {
        const char* const name_end = skip_string(from, end);
        const char* const value = skip_separators(name_end, end);
        const std::string_view literal{from, static_cast<std::size_t>(name_end - from)};
        const bool escaped = std::memchr(from, '\\', literal.size()) != nullptr;
        const bool wanted = escaped ? visit(std::string_view{unescape(literal).value_or(std::string{})}, value)
                            : literal.size() < 2 ? false
                                                 : visit(literal.substr(1, literal.size() - 2), value);
        if (!wanted || value == end)
            return;
        from = skip_value(value, end);
    }
}

/// Calls `visit(index, value)` for each item of the array at `from` until it gives false.
template <class Visitor>
void visit_items(const char* from, const char* end, Visitor&& visit)
{
    if (from == end || *from != '[')
        return;
    std::size_t index = 0;
    for (from = skip_separators(from + 1, end); from != end && *from != ']' && *from != '}';
         from = skip_separators(skip_value(from, end), end))
        if (!visit(index++, from))
            return;
}

/// The begin of the value of the first member called `name` of the object at `from`, or null.
[[nodiscard]] inline const char* find_member(const char* from, const char* end, std::string_view name)
{
    const char* found = nullptr;
    visit_members(from, end, [&](std::string_view member, const char* value) {
        if (member == name)
            found = value;
        return found == nullptr;
    });
    return found;
}

/// The text of the string at `value`, unescaped; nothing where there is none.
[[nodiscard]] inline std::optional<std::string> string_at(const char* value, const char* end)
{
    if (!value || value == end || *value != '"')
        return std::nullopt;
    return unescape({value, static_cast<std::size_t>(skip_string(value, end) - value)});
}

/// The value of the first member called `name` where it is a string, unescaped.
[[nodiscard]] inline std::optional<std::string> find_string_member(const char* from, const char* end,
                                                                   std::string_view name)
{
    return string_at(find_member(from, end, name), end);
}

/// The same where there is no other member of that name. Passes over the whole object.
[[nodiscard]] inline std::optional<std::string> find_only_string_member(const char* from, const char* end,
                                                                        std::string_view name)
{
    const char* found = nullptr;
    std::size_t count = 0;
    visit_members(from, end, [&](std::string_view member, const char* value) {
        if (member == name && ++count == 1)
            found = value;
        return true;
    });
    return count == 1 ? string_at(found, end) : std::nullopt;
}

} // namespace rollcall::detail
