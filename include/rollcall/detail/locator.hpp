#pragma once

#include <rollcall/detail/json_pointer.hpp>
#include <rollcall/detail/scanner.hpp>

#include <algorithm>
#include <charconv>
#include <cstddef>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rollcall::detail {

/// Finds many places of a value in one pass over its text. A place that is not there is where its innermost container
/// begins.
class locator {
public:
    /// `offset` will be what `find` counts from its `origin` to the place. The pointer must last until then.
    void add(std::string_view pointer, std::size_t& offset) { places_.push_back({pointer, &offset}); }

    /// Finds the places in the value that begins at `value`.
    void find(const char* origin, const char* value, const char* end)
    {
        std::sort(places_.begin(), places_.end(), [](const place& left, const place& right) {
            return std::lexicographical_compare(left.pointer.begin(), left.pointer.end(), right.pointer.begin(),
                                                right.pointer.end(), comes_before);
        });
        find(places_, 0, origin, value, end);
    }

private:
    struct place {
        std::string_view pointer;
        std::size_t* offset;
        /// How much of the pointer leads to the value that `offset` is for.
        std::size_t passed = 0;

        /// The step behind the first `count` characters.
        [[nodiscard]] std::string_view step_behind(std::size_t count) const noexcept
        {
            const std::string_view rest = pointer.substr(count + 1);
            return rest.substr(0, rest.find('/'));
        }
    };

    /// Whatever is in a value stands behind it and in front of all others.
    [[nodiscard]] static bool comes_before(char left, char right) noexcept
    {
        const auto rank = [](char character) { return character == '/' ? -1 : static_cast<unsigned char>(character); };
        return rank(left) < rank(right);
    }

    /// Finds places whose pointers have the first `passed` characters in common, which lead to `value`.
    static void find(std::span<place> wanted, std::size_t passed, const char* origin, const char* value,
                     const char* end)
    {
        for (place& each : wanted) {
            *each.offset = static_cast<std::size_t>(value - origin);
            each.passed = passed;
        }
        while (!wanted.empty() && wanted.front().pointer.size() == passed)
            wanted = wanted.subspan(1);
        std::size_t missing = wanted.size();
        if (missing == 0)
            return;
        const auto descend = [&](std::string_view step, const char* child) {
            const auto first = std::partition_point(wanted.begin(), wanted.end(),
                                                    [&](const place& each) { return each.step_behind(passed) < step; });
            const auto last =
                std::find_if(first, wanted.end(), [&](const place& each) { return each.step_behind(passed) != step; });
            if (first == last || first->passed != passed)
                return true;
            find({first, last}, passed + 1 + step.size(), origin, child, end);
            missing -= static_cast<std::size_t>(last - first);
            return missing != 0;
        };
        const bool have_escapes = std::any_of(wanted.begin(), wanted.end(), [&](const place& each) {
            return each.pointer.find('~', passed) != std::string_view::npos;
        });
        visit_members(value, end, [&](std::string_view name, const char* child) {
            if (!have_escapes)
                return descend(name, child);
            std::string pointer;
            append_to_pointer(pointer, name);
            return descend(std::string_view{pointer}.substr(1), child);
        });
        visit_items(value, end, [&](std::size_t index, const char* child) {
            char digits[24];
            const auto digits_end = std::to_chars(digits, digits + sizeof digits, index).ptr;
            return descend({digits, static_cast<std::size_t>(digits_end - digits)}, child);
        });
    }

    std::vector<place> places_;
};

} // namespace rollcall::detail
