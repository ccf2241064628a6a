#include "comparable.hpp"

#include <boost/json/parse.hpp>

#include <algorithm> // std::sort
#include <cmath>     // std::isinf
#include <set>       // std::set

namespace rollcall::engines {

namespace {

comparable_findings sorted(comparable_findings findings)
{
    std::sort(findings.begin(), findings.end());
    return findings;
}

/// Whether a pointer leads to the place of another, or into it.
bool is_in(std::string_view pointer, std::string_view place)
{
    return pointer.starts_with(place) && (pointer.size() == place.size() || pointer[place.size()] == '/');
}

/// Whether a number is one that a tree holds as another: without a fraction and of more than 64 bits, or infinite.
bool is_lost_in_tree(std::string_view number)
{
    if (number.empty() || number.find_first_not_of("-+.0123456789eE") != std::string_view::npos)
        return false;
    const boost::json::value kept = boost::json::parse({number.data(), number.size()});
    const bool is_whole = number.find_first_of(".eE") == std::string_view::npos;
    return kept.is_double() && (is_whole || std::isinf(kept.get_double()));
}

bool is_about_equal_items(const diagnostic& one)
{
    return one.expected == "items that differ" || one.message.ends_with(" breaks uniqueItems");
}

/// Has both engines tell an array by itself in which items are equal, once and if there is nothing else wrong in it.
void compare_items_by_array(std::vector<diagnostic>& by_reader, std::vector<diagnostic>& by_valijson)
{
    std::set<std::string> told;
    std::erase_if(by_reader, [&](diagnostic& one) {
        if (!is_about_equal_items(one))
            return false;
        one.pointer.resize(one.pointer.rfind('/'));
        return !told.insert(one.pointer).second;
    });
    std::erase_if(by_valijson, [&](const diagnostic& one) {
        return is_about_equal_items(one) && std::any_of(by_reader.begin(), by_reader.end(), [&](const auto& other) {
                   return other.pointer.size() > one.pointer.size() && is_in(other.pointer, one.pointer);
               });
    });
}

/// What of a payload a member that stands twice makes incomparable.
std::string made_doubtful_by(const diagnostic& duplicate, const schema_outline& schema)
{
    const std::string& pointer = duplicate.pointer;
    const std::size_t slash = pointer.rfind('/');
    return schema.is_discriminator(std::string_view{pointer}.substr(slash + 1)) ? pointer.substr(0, slash) : pointer;
}

} // namespace

comparable_findings comparable(std::span<const diagnostic> findings)
{
    comparable_findings result;
    for (const diagnostic& one : findings)
        result.push_back(one.rule + ' ' + one.pointer);
    return sorted(std::move(result));
}

comparable_findings comparable(std::span<const expected_finding> findings)
{
    comparable_findings result;
    for (const expected_finding& one : findings)
        result.push_back(std::string{one.rule} + ' ' + one.pointer);
    return sorted(std::move(result));
}

compared_engines compared(std::vector<diagnostic> by_reader, std::vector<diagnostic> by_valijson,
                          const schema_outline& schema)
{
    compare_items_by_array(by_reader, by_valijson);
    std::vector<std::string> doubtful;
    for (const diagnostic& one : by_reader)
        if (one.rule == "duplicate-property")
            doubtful.push_back(made_doubtful_by(one, schema));
    const auto is_doubtful = [&](const diagnostic& one) {
        return std::any_of(doubtful.begin(), doubtful.end(),
                           [&](const std::string& place) { return is_in(one.pointer, place); });
    };
    std::erase_if(by_reader, is_doubtful);
    std::erase_if(by_valijson, is_doubtful);
    std::set<std::string> lost;
    for (const diagnostic& one : by_reader)
        if (is_lost_in_tree(one.found))
            lost.insert(one.pointer);
    const auto forget_rule = [&](std::vector<diagnostic>& findings) {
        for (diagnostic& one : findings)
            if (lost.contains(one.pointer))
                one.rule = "number";
    };
    forget_rule(by_reader);
    forget_rule(by_valijson);
    return {comparable(by_reader), comparable(by_valijson)};
}

} // namespace rollcall::engines
