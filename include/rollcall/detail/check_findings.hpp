#pragma once

#include <rollcall/rule_information.hpp>

#include <string>
#include <string_view>

namespace rollcall::detail {

/// What is wrong with a value that is judged by its text, or with one that it contains.
struct check_finding {
    const rule_information& rule;
    /// JSON Pointer from the judged value; empty for itself.
    std::string pointer;
    /// Where the value begins.
    const char* place;
    std::string message;
    std::string expected;
    std::string found;
};

/// Takes what is found.
class check_findings {
public:
    /// What messages call the judged value.
    [[nodiscard]] virtual std::string name_of_value() const = 0;
    virtual void add(check_finding finding) = 0;

protected:
    ~check_findings() = default;
};

} // namespace rollcall::detail
