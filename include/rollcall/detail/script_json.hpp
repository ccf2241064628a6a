#pragma once

#include <rollcall/detail/utf8.hpp>
#include <rollcall/detail/write_string.hpp>

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// Writes JSON that may stand in a script element of an HTML page: whatever its texts hold, none of it ends the
/// element or begins another, and a byte that is no UTF-8 becomes U+FFFD.
class script_json {
public:
    script_json& begin(char bracket)
    {
        separate();
        text_ += bracket;
        needs_comma_ = false;
        return *this;
    }

    script_json& end(char bracket)
    {
        text_ += bracket;
        needs_comma_ = true;
        return *this;
    }

    script_json& name(std::string_view name)
    {
        value(name);
        text_ += ':';
        needs_comma_ = false;
        return *this;
    }

    script_json& value(std::string_view value)
    {
        separate();
        std::string literal;
        write_string(literal, to_valid_utf8(value));
        for (std::string_view rest = literal; !rest.empty();) {
            const std::size_t plain = std::min(rest.find_first_of("<>&\xE2"), rest.size());
            text_ += rest.substr(0, plain);
            rest.remove_prefix(plain);
            if (!rest.empty())
                rest.remove_prefix(append_escaped(rest));
        }
        return *this;
    }

    script_json& value(std::integral auto value)
    {
        separate();
        text_ += std::to_string(value);
        return *this;
    }

    template <class T>
    script_json& value(const std::optional<T>& value)
    {
        if (value)
            return this->value(*value);
        separate();
        text_ += "null";
        return *this;
    }

    /// A member of an object.
    template <class T>
    script_json& member(std::string_view called, const T& value)
    {
        return name(called).value(value);
    }

    [[nodiscard]] const std::string& text() const noexcept { return text_; }

private:
    void separate()
    {
        if (needs_comma_)
            text_ += ',';
        needs_comma_ = true;
    }

    /// Appends what the text begins with; gives how much that was.
    std::size_t append_escaped(std::string_view text)
    {
        switch (text.front()) {
        case '<':
            text_ += "\\u003c";
            return 1;
        case '>':
            text_ += "\\u003e";
            return 1;
        case '&':
            text_ += "\\u0026";
            return 1;
        default:
            break;
        }
        // What ends a line for a script, though not for JSON.
        constexpr std::string_view line_separator = "\u2028";
        constexpr std::string_view paragraph_separator = "\u2029";
        if (text.starts_with(line_separator) || text.starts_with(paragraph_separator)) {
            text_ += text.starts_with(line_separator) ? "\\u2028" : "\\u2029";
            return line_separator.size();
        }
        text_ += text.front();
        return 1;
    }

    std::string text_;
    bool needs_comma_ = false;
};

} // namespace rollcall::detail
