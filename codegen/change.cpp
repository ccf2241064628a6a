#include "change.hpp"

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::replace_if

namespace rollcall::codegen {

std::string id_of(const change& found)
{
    auto id = fmt::format("{}:{}", found.rule->id, found.subject);
    if (!found.before.empty() && !found.after.empty())
        id += fmt::format(":{}-to-{}", found.before, found.after);
    std::replace_if(
        id.begin(), id.end(), [](char character) { return static_cast<unsigned char>(character) <= ' '; }, '_');
    return id;
}

std::string message_of(const change& found)
{
    if (found.before.empty())
        return fmt::format("{} is new: {}", found.subject, found.after);
    if (found.after.empty())
        return fmt::format("{} is gone: it was {}", found.subject, found.before);
    return fmt::format("{} was {} and is {}{}", found.subject, found.before, found.after,
                       found.is_guess ? " (a guess: one is gone, one is new)" : "");
}

} // namespace rollcall::codegen
