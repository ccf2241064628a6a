#pragma once

#include <doctest/doctest.h>

#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::codegen::test {

/// The text with the first occurrence of a part replaced, which must be there.
inline std::string replaced(std::string text, const std::string& part, const std::string& by)
{
    const auto at = text.find(part);
    REQUIRE(at != std::string::npos);
    return text.replace(at, part.size(), by);
}

inline bool has(const std::string& text, std::string_view part)
{
    return text.find(part) != std::string::npos;
}

} // namespace rollcall::codegen::test
