#include "glob.hpp"

#include <rollcall/detail/utf8.hpp> // detail::decode_utf8

#include <cstddef>  // std::size_t
#include <optional> // std::optional

namespace rollcall::program {

namespace {

/// Takes the first character off a text that is not empty.
std::string_view take_character(std::string_view& text)
{
    const std::string_view character = text.substr(0, detail::decode_utf8(text).size);
    text.remove_prefix(character.size());
    return character;
}

/// Whether a character is one of the set at the begin of `pattern`, behind its [. Takes the set off, with its ];
/// nothing where there is none.
std::optional<bool> take_set(std::string_view& pattern, std::string_view character)
{
    const bool is_negated = pattern.starts_with('!');
    pattern.remove_prefix(is_negated ? 1 : 0);
    const char32_t wanted = detail::decode_utf8(character).code_point;
    bool is_in = false;
    // A ] that comes first is one of the set.
    for (bool is_first = true; !pattern.empty(); is_first = false) {
        const std::string_view first = take_character(pattern);
        if (first == "]" && !is_first)
            return is_in != is_negated;
        std::string_view last = first;
        if (pattern.size() >= 2 && pattern[0] == '-' && pattern[1] != ']') {
            pattern.remove_prefix(1);
            last = take_character(pattern);
        }
        is_in = is_in ||
                (detail::decode_utf8(first).code_point <= wanted && wanted <= detail::decode_utf8(last).code_point);
    }
    return std::nullopt;
}

/// Takes what stands for one character off the pattern, and that character off the path, if they match.
bool take_match(std::string_view& pattern, std::string_view& path)
{
    if (pattern.empty() || path.empty())
        return false;
    const std::string_view wanted = take_character(pattern);
    const std::string_view found = take_character(path);
    if (wanted == "?")
        return found != "/";
    if (wanted == "[")
        return found != "/" && take_set(pattern, found).value_or(false);
    return (wanted == "\\" && !pattern.empty() ? take_character(pattern) : wanted) == found;
}

bool matches(std::string_view pattern, std::string_view path)
{
    // Where the last * stands: behind it in the pattern, and where in the path it ends for now.
    std::optional<std::string_view> behind_star;
    std::string_view star_end;
    while (!pattern.empty() || !path.empty()) {
        if (pattern == "**")
            return true;
        if (pattern.starts_with("**/")) {
            for (const std::string_view rest = pattern.substr(3);;) {
                if (matches(rest, path))
                    return true;
                const std::size_t slash = path.find('/');
                if (slash == std::string_view::npos)
                    break;
                path.remove_prefix(slash + 1);
            }
        } else if (pattern.starts_with('*')) {
            pattern.remove_prefix(1);
            behind_star = pattern;
            star_end = path;
            continue;
        } else if (take_match(pattern, path)) {
            continue;
        }
        if (!behind_star || star_end.empty() || star_end.front() == '/')
            return false;
        star_end.remove_prefix(1);
        pattern = *behind_star;
        path = star_end;
    }
    return true;
}

} // namespace

bool is_glob(std::string_view pattern)
{
    if (pattern.empty())
        return false;
    while (!pattern.empty()) {
        const std::string_view character = take_character(pattern);
        if (character == "\\" && !pattern.empty())
            (void)take_character(pattern);
        else if (character == "[" && !take_set(pattern, "a"))
            return false;
    }
    return true;
}

bool matches_glob(std::string_view pattern, std::string_view path)
{
    if (pattern.find('/') == std::string_view::npos && pattern != "**")
        path.remove_prefix(path.rfind('/') + 1);
    return matches(pattern, path);
}

} // namespace rollcall::program
