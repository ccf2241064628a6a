#include "pattern.hpp"

#include <cstddef>      // std::size_t
#include <filesystem>   // std::filesystem
#include <system_error> // std::error_code
#include <utility>      // std::move
#include <vector>       // std::vector

namespace rollcall::program {

namespace fs = std::filesystem;

bool matches_pattern(std::string_view pattern, std::string_view text)
{
    // Which begins of the text the begin of the pattern that was looked at matches.
    std::vector<bool> matched(text.size() + 1);
    matched[0] = true;
    for (std::size_t index = 0; index < pattern.size(); ++index) {
        std::vector<bool> next(text.size() + 1);
        const bool is_star = pattern[index] == '*';
        const bool is_double_star = is_star && pattern.substr(index).starts_with("**");
        // What follows `**/` may follow at once: there may be no step in between.
        const bool may_be_no_step =
            is_double_star && pattern.substr(index).starts_with("**/") && (index == 0 || pattern[index - 1] == '/');
        for (std::size_t size = 0; size <= text.size(); ++size) {
            if (is_star)
                next[size] =
                    matched[size] || (size != 0 && next[size - 1] && (is_double_star || text[size - 1] != '/'));
            else if (size != 0)
                next[size] = matched[size - 1] &&
                             (pattern[index] == text[size - 1] || (pattern[index] == '?' && text[size - 1] != '/'));
        }
        if (may_be_no_step) {
            // Behind whole steps, the slash that follows included.
            std::vector<bool> behind_slash(text.size() + 1);
            for (std::size_t size = 0; size <= text.size(); ++size)
                behind_slash[size] = matched[size] || (size != 0 && next[size - 1] && text[size - 1] == '/');
            next = std::move(behind_slash);
            ++index;
        }
        if (is_double_star)
            ++index;
        matched = std::move(next);
    }
    return matched.back();
}

path_pattern::path_pattern(std::string folder, std::string pattern)
    : folder_{std::move(folder)}, pattern_{std::move(pattern)}
{
    if (pattern_.starts_with("./"))
        pattern_.erase(0, 2);
    if (pattern_.find('/') == std::string::npos)
        pattern_ = "**/" + pattern_;
    while (pattern_.size() > 1 && pattern_.ends_with('/'))
        pattern_.pop_back();
}

bool path_pattern::matches(const std::string& path) const
{
    std::error_code ignored;
    const std::string relative =
        fs::absolute(path, ignored).lexically_normal().lexically_relative(folder_).generic_string();
    const std::string& text =
        pattern_.starts_with('/') ? fs::absolute(path, ignored).lexically_normal().string() : relative;
    for (std::size_t end = text.size(); end != std::string::npos && end != 0; end = text.rfind('/', end - 1))
        if (matches_pattern(pattern_, std::string_view{text}.substr(0, end)))
            return true;
    return false;
}

} // namespace rollcall::program
