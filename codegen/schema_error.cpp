#include "schema_error.hpp"

#include "json_node.hpp" // json_node
#include "one_line.hpp"  // in_one_line

#include <fmt/format.h> // fmt::format

#include <algorithm> // std::stable_sort
#include <tuple>     // std::tie

namespace rollcall::codegen {

std::string to_text(const schema_error& error, std::string_view folder)
{
    std::string text{folder};
    if (!error.file.empty()) {
        if (!text.empty() && text.back() != '/')
            text += '/';
        text += error.file;
    }
    if (!error.pointer.empty())
        text += fmt::format(":{}", error.pointer);
    if (error.line != 0)
        text += fmt::format(" (line {})", error.line);
    if (!error.keyword.empty())
        text += fmt::format(": \"{}\"", error.keyword);
    return in_one_line(fmt::format("{}: {}; {}", text, error.problem, error.advice));
}

void error_list::add(const json_node& schema, std::string_view keyword, std::string problem, std::string advice)
{
    const json_node* member = schema.find(keyword);
    add({.file = schema.file,
         .pointer = schema.pointer,
         .line = member ? member->line : schema.line,
         .keyword = std::string{keyword},
         .problem = std::move(problem),
         .advice = std::move(advice)});
}

std::vector<schema_error> error_list::sorted() const
{
    auto result = errors_;
    std::stable_sort(result.begin(), result.end(), [](const schema_error& left, const schema_error& right) {
        return std::tie(left.file, left.line) < std::tie(right.file, right.line);
    });
    return result;
}

std::vector<std::string> error_list::texts(std::string_view folder) const
{
    std::vector<std::string> result;
    for (const auto& error : sorted())
        result.push_back(to_text(error, folder));
    return result;
}

} // namespace rollcall::codegen
