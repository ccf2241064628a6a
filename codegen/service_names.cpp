#include "service_names.hpp"

#include "cpp_names.hpp" // why_no_identifier
#include "letters.hpp"   // is_digit, is_letter

#include <rollcall/detail/text_case.hpp> // detail::lower

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::find, std::count, std::stable_sort, std::transform
#include <array>     // std::to_array
#include <set>       // std::set
#include <vector>    // std::vector

namespace rollcall::codegen {

namespace {

/// What generated code says by these names, a type or a member of that name would hide.
constexpr auto names_of_surroundings = std::to_array<std::string_view>(
    {"Storage", "additionalProperties", "all", "boost", "borrowed", "edm", "rollcall", "schema_files", "std"});

/// Some file systems do not tell Item.hpp from item.hpp.
std::string lower_case(std::string_view text)
{
    std::string result{text};
    std::transform(result.begin(), result.end(), result.begin(), rollcall::detail::lower);
    return result;
}

std::string_view last_part(std::string_view name)
{
    return name.substr(name.find_last_of('.') + 1);
}

} // namespace

std::string cpp_member_name(std::string_view name)
{
    std::string result;
    for (const char character : name) {
        // Two underscores in a row are reserved.
        if (is_letter(character) || is_digit(character))
            result += character;
        else if (!result.empty() && result.back() != '_')
            result += '_';
    }
    if (result.empty() || is_digit(result.front()))
        result.insert(0, "value_");
    const auto& taken = names_of_surroundings;
    if (!why_no_identifier(result).empty() || std::find(taken.begin(), taken.end(), result) != taken.end())
        result += '_';
    return result;
}

std::map<const metadata_type*, std::string>
file_names(const metadata& all, const std::map<const metadata_type*, const schema_document*>& present)
{
    std::map<const metadata_type*, std::string> result;
    std::set<std::string> taken;
    for (const auto& [type, document] : present) {
        result.emplace(type, document->name);
        taken.insert(lower_case(document->name.substr(0, document->name.size() - schema_file_ending.size())));
    }
    std::vector<const metadata_type*> outermost_first;
    for (const auto& type : all.types())
        outermost_first.push_back(&type);
    std::stable_sort(outermost_first.begin(), outermost_first.end(), [](const auto* left, const auto* right) {
        const auto depth = [](const auto* type) { return std::count(type->name.begin(), type->name.end(), '.'); };
        return depth(left) < depth(right);
    });
    for (const auto* type : outermost_first) {
        if (result.contains(type))
            continue;
        auto name = cpp_member_name(type->short_name());
        if (taken.contains(lower_case(name)))
            name = fmt::format("{}_{}", last_part(type->name_space()), name);
        while (!taken.insert(lower_case(name)).second)
            name += "_2";
        result.emplace(type, name + std::string{schema_file_ending});
    }
    return result;
}

} // namespace rollcall::codegen
