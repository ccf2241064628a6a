#pragma once

#include <boost/regex.hpp>

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>

namespace rollcall {

/// A regular expression that looks for something in a text, code point by code point. Needs exceptions, which is how
/// Boost.Regex says that a text is too much for it.
class pattern {
public:
    /// `expression` is in the syntax of Boost.Regex. Throws `boost::regex_error` for one that is none.
    explicit pattern(std::string_view expression)
        : expression_{code_points(expression), boost::regex::perl | boost::regex::no_except}
    {
        if (expression_.status() != 0)
            throw boost::regex_error{boost::regex_constants::error_bad_pattern};
    }

    /// Whether there is a match anywhere in the text, which is UTF-8. A text that is too much for the expression, which
    /// takes exponential time for some, has none.
    [[nodiscard]] bool is_in(std::string_view text) const
    {
        try {
            return boost::regex_search(code_points(text), expression_);
        } catch (const std::runtime_error&) {
            return false;
        }
    }

private:
    static_assert(sizeof(wchar_t) == 4, "a wchar_t holds a code point");

    [[nodiscard]] static std::wstring code_points(std::string_view text)
    {
        std::wstring result;
        for (const char character : text) {
            const auto byte = static_cast<std::uint32_t>(static_cast<unsigned char>(character));
            if ((byte & 0xC0U) == 0x80U && !result.empty())
                result.back() = static_cast<wchar_t>(static_cast<std::uint32_t>(result.back()) << 6U | (byte & 0x3FU));
            else
                result += static_cast<wchar_t>(byte < 0x80U   ? byte
                                               : byte < 0xE0U ? byte & 0x1FU
                                               : byte < 0xF0U ? byte & 0x0FU
                                                              : byte & 0x07U);
        }
        return result;
    }

    boost::wregex expression_;
};

} // namespace rollcall
