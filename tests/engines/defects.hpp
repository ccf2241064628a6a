#pragma once

#include "written_value.hpp"

#include <cstdint>     // std::uint8_t
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

namespace rollcall::engines {

/// One thing that is wrong with a payload, and what is to be found then, which whoever breaks it knows.
struct defect {
    enum class change : std::uint8_t { replace, remove, insert, rename };

    change how = change::replace;
    /// Of the value that is changed; of a member to be inserted, where it will be.
    member_path where;
    /// What replaces the value, or is inserted, or gives the new name.
    written_member by{};
    /// The id of the rule, and the pointer of the finding.
    std::string_view rule;
    std::string pointer;
    /// The value that it takes hold of: what else is wrong in there may not be found then.
    member_path about{};
};

/// Every defect of every kind that a schema can find, at every place of a payload that has none.
[[nodiscard]] std::vector<defect> defects_of(const written_value& payload);

/// Breaks a payload.
void apply(const defect& one, written_value& payload);

/// Whether two defects can be made at once, `second` first, and both be found.
[[nodiscard]] bool are_apart(const defect& first, const defect& second);

} // namespace rollcall::engines
