#include "cpp_names.hpp"

#include "letters.hpp" // is_digit, is_letter

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::binary_search, std::is_sorted
#include <array>     // std::array

namespace rollcall::codegen {

namespace {

constexpr auto keywords = std::to_array<std::string_view>({
    "alignas",     "alignof",  "and",        "and_eq",    "asm",       "auto",         "bitand",
    "bitor",       "bool",     "break",      "case",      "catch",     "char",         "char16_t",
    "char32_t",    "char8_t",  "class",      "co_await",  "co_return", "co_yield",     "compl",
    "concept",     "const",    "const_cast", "consteval", "constexpr", "constinit",    "continue",
    "decltype",    "default",  "delete",     "do",        "double",    "dynamic_cast", "else",
    "enum",        "explicit", "export",     "extern",    "false",     "float",        "for",
    "friend",      "goto",     "if",         "inline",    "int",       "long",         "mutable",
    "namespace",   "new",      "noexcept",   "not",       "not_eq",    "nullptr",      "operator",
    "or",          "or_eq",    "private",    "protected", "public",    "register",     "reinterpret_cast",
    "requires",    "return",   "short",      "signed",    "sizeof",    "static",       "static_assert",
    "static_cast", "struct",   "switch",     "template",  "this",      "thread_local", "throw",
    "true",        "try",      "typedef",    "typeid",    "typename",  "union",        "unsigned",
    "using",       "virtual",  "void",       "volatile",  "wchar_t",   "while",        "xor",
    "xor_eq",
});
static_assert(std::is_sorted(keywords.begin(), keywords.end()));

// Macros that common headers define, or a compiler by itself: a member of that name would not survive them.
constexpr auto macros = std::to_array<std::string_view>({
    "BUFSIZ", "EDOM",     "EILSEQ", "EOF",     "ERANGE", "HUGE_VAL", "INFINITY", "NAN",    "NDEBUG",
    "NULL",   "RAND_MAX", "SIGINT", "SIGTERM", "assert", "errno",    "i386",     "linux",  "offsetof",
    "setjmp", "stderr",   "stdin",  "stdout",  "unix",   "va_arg",   "va_copy",  "va_end", "va_start",
});
static_assert(std::is_sorted(macros.begin(), macros.end()));

} // namespace

std::string why_no_identifier(std::string_view name)
{
    const auto is_part = [](char character) { return is_letter(character) || is_digit(character) || character == '_'; };
    if (name.empty() || is_digit(name.front()) || !std::all_of(name.begin(), name.end(), is_part))
        return fmt::format("\"{}\" is no C++ name", name);
    if (std::binary_search(keywords.begin(), keywords.end(), name))
        return fmt::format("\"{}\" is a C++ keyword", name);
    if (name.front() == '_' || name.find("__") != std::string_view::npos)
        return fmt::format("\"{}\" is a name that C++ reserves for its implementation", name);
    if (std::binary_search(macros.begin(), macros.end(), name) || name.starts_with("BOOST_"))
        return fmt::format("\"{}\" is a macro's name", name);
    return {};
}

std::vector<std::string> namespace_parts(std::string_view name)
{
    std::vector<std::string> parts;
    for (std::size_t at = 0; at <= name.size();) {
        const auto end = std::min(name.find("::", at), name.size());
        parts.emplace_back(name.substr(at, end - at));
        at = end + 2;
    }
    return parts;
}

std::string why_no_namespace(std::string_view name)
{
    const auto parts = namespace_parts(name);
    for (const auto& part : parts) {
        auto reason = why_no_identifier(part);
        if (!reason.empty())
            return reason;
    }
    if (parts.front() == "std" || parts.front() == "boost" || name == "rollcall" || name == "rollcall::detail")
        return fmt::format("{} is a library's namespace", name);
    return {};
}

std::string include_prefix(std::string_view name_space)
{
    std::string result;
    for (const auto& part : namespace_parts(name_space))
        result += part + '/';
    return result;
}

} // namespace rollcall::codegen
