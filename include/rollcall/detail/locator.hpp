#pragma once

#include <rollcall/detail/json_pointer.hpp>
#include <rollcall/detail/scanner.hpp>

#include <charconv>
#include <cstddef>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rollcall::detail {

/// Finds many places of a value in one pass over its text. A place that is not there is where its innermost container
/// begins.
class locator {
public:
    /// `offset` will be what `find` counts from its `origin` to the place.
    void add(std::string_view pointer, std::size_t& offset)
    {
        node* current = &root_;
        while (!pointer.empty())
            current = &current->children[take_step(pointer)];
        current->offsets.push_back(&offset);
    }

    /// Finds the places in the value that begins at `value`.
    void find(const char* origin, const char* value, const char* end) const { find(root_, origin, value, end); }

private:
    struct node {
        std::map<std::string, node, std::less<>> children;
        std::vector<std::size_t*> offsets;
    };

    static void set(const node& wanted, std::size_t offset)
    {
        for (std::size_t* const target : wanted.offsets)
            *target = offset;
        for (const auto& [step, child] : wanted.children)
            set(child, offset);
    }

    static void find(const node& wanted, const char* origin, const char* value, const char* end)
    {
        set(wanted, static_cast<std::size_t>(value - origin));
        std::size_t missing = wanted.children.size();
        if (missing == 0)
            return;
        const auto descend = [&](std::string_view step, const char* child_value) {
            const auto child = wanted.children.find(step);
            if (child == wanted.children.end())
                return true;
            find(child->second, origin, child_value, end);
            return --missing != 0;
        };
        visit_members(value, end, descend);
        visit_items(value, end, [&](std::size_t index, const char* item) {
            char digits[24];
            const auto digits_end = std::to_chars(digits, digits + sizeof digits, index).ptr;
            return descend({digits, static_cast<std::size_t>(digits_end - digits)}, item);
        });
    }

    node root_;
};

} // namespace rollcall::detail
