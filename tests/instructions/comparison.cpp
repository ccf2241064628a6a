#include "comparison.hpp"

#include <boost/json/parse.hpp> // boost::json::parse
#include <boost/json/value.hpp> // boost::json::value

#include <charconv> // std::from_chars
#include <cmath>    // std::fabs, std::lround

namespace rollcall::instructions {

std::optional<std::int64_t> collected_in(std::string_view callgrind_output)
{
    constexpr std::string_view label = "Collected : ";
    const std::size_t begin = callgrind_output.find(label);
    if (begin == std::string_view::npos)
        return std::nullopt;
    const std::string_view number = callgrind_output.substr(begin + label.size());
    std::int64_t result = 0;
    if (std::from_chars(number.data(), number.data() + number.size(), result).ec != std::errc{})
        return std::nullopt;
    return result;
}

recorded_counts from_json(std::string_view text)
{
    recorded_counts result;
    const boost::json::value document = boost::json::parse({text.data(), text.size()});
    for (const auto& [compiled_with, works] : document.as_object())
        for (const auto& [name, count] : works.as_object())
            result[compiled_with][name] = count.as_int64();
    return result;
}

std::string to_json(const recorded_counts& recorded)
{
    std::string result = "{";
    std::string_view separator = "\n";
    for (const auto& [compiled_with, works] : recorded) {
        result += std::string{separator} + "  \"" + compiled_with + "\": {";
        separator = ",\n";
        std::string_view inner_separator = "\n";
        for (const auto& [name, count] : works) {
            result += std::string{inner_separator} + "    \"" + name + "\": " + std::to_string(count);
            inner_separator = ",\n";
        }
        result += "\n  }";
    }
    return result + "\n}\n";
}

comparison compare(const counts& counted, const counts& recorded)
{
    comparison result;
    for (const auto& [name, count] : counted) {
        result.text += name + ": " + std::to_string(count) + " instructions a record";
        const auto before = recorded.find(name);
        if (before == recorded.end()) {
            result.is_good = false;
            result.text += ", and nothing is recorded\n";
            continue;
        }
        result.text += ", " + std::to_string(before->second) + " recorded";
        // In whole numbers, as five percent of a double are not quite that.
        const bool has_grown = count * 100 > before->second * 105;
        const bool has_shrunk = count * 100 < before->second * 95;
        if (has_grown || has_shrunk) {
            const double change = static_cast<double>(count - before->second) / static_cast<double>(before->second);
            result.text += ": " + std::to_string(std::lround(std::fabs(change) * 100)) + " % " +
                           (has_grown ? "more" : "less, which is worth recording");
        }
        result.text += '\n';
        result.is_good = result.is_good && !has_grown;
    }
    return result;
}

} // namespace rollcall::instructions
