#pragma once

#include <rollcall/detail/terminal_text.hpp>
#include <rollcall/diagnostic.hpp>

#include <string>
#include <string_view>

namespace rollcall::detail {

/// What a finding says, in one line that is only seen: the message, what was expected and found, and what would be
/// right.
[[nodiscard]] inline std::string text_of(const diagnostic& finding)
{
    std::string details;
    const auto add = [&](std::string_view name, std::string_view text) {
        if (!text.empty())
            details += (details.empty() ? "" : ", ") + std::string{name} + for_terminal(text);
    };
    add("expected ", finding.expected);
    add("found ", finding.found);
    add("right would be ", finding.fix);
    return for_terminal(finding.message) + (details.empty() ? "" : " (" + details + ')');
}

} // namespace rollcall::detail
