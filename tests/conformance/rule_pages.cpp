#include "rule_pages.hpp"

#include <rollcall/detail/scanner.hpp>  // detail::skip_value, detail::visit_members, detail::visit_items
#include <rollcall/rules/catalogue.hpp> // rule_catalogue
#include <rollcall/validate.hpp>        // validate

#include <fmt/format.h>  // fmt::format
#include <fmt/ostream.h> // fmt::print

#include <algorithm>   // std::max
#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::program {

namespace {

constexpr std::size_t page_width = 96;

/// A paragraph in lines that begin with two spaces.
std::string wrapped(std::string_view text)
{
    std::string result;
    std::size_t column = page_width;
    while (!text.empty()) {
        const std::string_view word = text.substr(0, text.find(' '));
        text.remove_prefix(std::min(text.size(), word.size() + 1));
        const bool fits = column + 1 + word.size() <= page_width;
        result += fits ? " " : result.empty() ? "  " : "\n  ";
        column = fits ? column + 1 + word.size() : 2 + word.size();
        result += word;
    }
    return result + '\n';
}

/// Adds the JSON value at `value`, in one line where it fits into one.
void append_value(std::string& to, const char* value, const char* end, std::size_t indentation)
{
    const char* const value_end = detail::skip_value(value, end);
    const std::string_view text{value, static_cast<std::size_t>(value_end - value)};
    const bool is_container = text.starts_with('{') || text.starts_with('[');
    if (!is_container || indentation + text.size() <= page_width) {
        to += text;
        return;
    }
    constexpr std::size_t step = 2;
    std::string_view separator = "\n";
    const auto begin_line = [&] {
        to += separator;
        to.append(indentation + step, ' ');
        separator = ",\n";
    };
    to += text.front();
    detail::visit_members(value, end, [&](std::string_view name, const char* member) {
        begin_line();
        to += fmt::format("\"{}\": ", name);
        append_value(to, member, end, indentation + step);
        return true;
    });
    detail::visit_items(value, end, [&](std::size_t, const char* item) {
        begin_line();
        append_value(to, item, end, indentation + step);
        return true;
    });
    to += '\n';
    to.append(indentation, ' ');
    to += text.back();
}

std::string example(std::string_view json)
{
    std::string result = "  ";
    append_value(result, json.data(), json.data() + json.size(), 2);
    return result + '\n';
}

} // namespace

void list_rules(std::ostream& out, const severity_changes& changes)
{
    std::size_t id_width = 0;
    for (const rule_information& rule : rule_catalogue())
        id_width = std::max(id_width, rule.id.size());
    for (const rule_information& rule : rule_catalogue())
        fmt::print(out, "{:<{}}  {:<7}  {}\n", rule.id, id_width, name_of(severity_of(rule, changes)), rule.summary);
}

void explain_rule(std::ostream& out, const rule_information& rule)
{
    fmt::print(out, "{} ({})\n\n{}", rule.id, name_of(rule.default_severity), wrapped(rule.summary));
    fmt::print(out, "\nWhy\n{}", wrapped(rule.reason));
    fmt::print(out, "\nGood\n{}", example(rule.good_example));
    fmt::print(out, "\nBad\n{}", example(rule.bad_example));
    for (const diagnostic& finding : validate(rule.bad_example).diagnostics)
        if (finding.rule == rule.id)
            fmt::print(out, "\n{}", wrapped(fmt::format("{}: {}", name_of(finding.severity), finding.message)));
    fmt::print(out, "\nTo change it: --rule {}=off, or =info, =warning, =error.\n", rule.id);
}

} // namespace rollcall::program
