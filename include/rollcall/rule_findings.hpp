#pragma once

#include <rollcall/detail/json_pointer.hpp>
#include <rollcall/diagnostics.hpp>

#include <cstddef>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace rollcall {

/// Where a rule puts what it finds.
class rule_findings {
public:
    /// One step of a path: a property's name or an item's index.
    using step = std::variant<std::string_view, std::size_t>;

    /// `base` is the pointer of the value the rule looks at; it is asked for only when there is a finding.
    template <class Base>
    rule_findings(diagnostics& report, const rule_information& rule, const Base& base)
        : report_{report},
          rule_{rule},
          base_{&base},
          pointer_of_base_{[](const void* from) -> std::string { return (*static_cast<const Base*>(from))(); }}
    {
    }

    /// Adds a finding on the value that `path` leads to from the value the rule looks at. The texts are those of
    /// `diagnostic`.
    void add(std::initializer_list<step> path, std::string message, std::string expected = {}, std::string found = {},
             std::string fix = {}) const
    {
        std::string pointer = pointer_of_base_(base_);
        for (const step& next : path)
            std::visit([&](const auto& value) { detail::append_to_pointer(pointer, value); }, next);
        report_.add(rule_, std::move(pointer), 0, std::move(message), std::move(expected), std::move(found),
                    std::move(fix));
    }

private:
    diagnostics& report_;
    const rule_information& rule_;
    const void* base_;
    std::string (*pointer_of_base_)(const void*);
};

} // namespace rollcall
