#include "change_report.hpp"

#include "one_line.hpp" // in_one_line

#include <rollcall/detail/counted.hpp> // detail::counted

#include <boost/json/array.hpp>     // boost::json::array
#include <boost/json/object.hpp>    // boost::json::object
#include <boost/json/serialize.hpp> // boost::json::serialize

#include <fmt/format.h>  // fmt::format
#include <fmt/ostream.h> // fmt::print

#include <algorithm>   // std::count_if
#include <string_view> // std::string_view

namespace rollcall::codegen {

namespace {

boost::json::string_view json_text(std::string_view text)
{
    return {text.data(), text.size()};
}

std::string counts_of(const std::vector<change>& changes)
{
    const auto count = [&](verdict value) {
        return std::count_if(changes.begin(), changes.end(),
                             [&](const change& found) { return !found.is_acknowledged && found.gravest() == value; });
    };
    const auto acknowledged =
        std::count_if(changes.begin(), changes.end(), [](const change& found) { return found.is_acknowledged; });
    if (changes.empty())
        return "no changes";
    auto text = fmt::format("{}: {} breaking, {} risky, {} safe", detail::counted(changes.size(), "change"),
                            count(verdict::breaking), count(verdict::risky), count(verdict::safe));
    if (acknowledged != 0)
        text += fmt::format(", {} acknowledged", acknowledged);
    return text;
}

// Text ----------------------------------------------------------------------------------------------------------------

std::string place_text(const outline_place& place)
{
    return place.line == 0 ? place.file : fmt::format("{}:{}", place.file, place.line);
}

void write_text(const change_report& report, std::ostream& out)
{
    for (const auto& found : report.changes)
        fmt::print(out, "{}: {}: {} [{}]\n  source {}: {}\n  wire {}: {}\n  id {}\n",
                   in_one_line(place_text(found.place)),
                   found.is_acknowledged ? "acknowledged" : name_of(found.gravest()), in_one_line(message_of(found)),
                   found.rule->id, name_of(found.source), found.rule->source.reason, name_of(found.wire),
                   found.rule->wire.reason, in_one_line(id_of(found)));
    fmt::print(out, "{}\n", counts_of(report.changes));
}

// JSON ----------------------------------------------------------------------------------------------------------------

boost::json::object json_of(verdict value, const reasoned_verdict& by_rule)
{
    return {{"verdict", json_text(name_of(value))}, {"reason", json_text(by_rule.reason)}};
}

boost::json::object json_of(const change& found)
{
    boost::json::object place{{"state", found.is_place_in_old ? "old" : "new"}, {"file", found.place.file}};
    if (!found.place.pointer.empty())
        place["pointer"] = found.place.pointer;
    if (found.place.line != 0)
        place["line"] = found.place.line;
    boost::json::object object{{"id", id_of(found)},
                               {"rule", json_text(found.rule->id)},
                               {"subject", found.subject},
                               {"message", message_of(found)}};
    if (!found.before.empty())
        object["old"] = found.before;
    if (!found.after.empty())
        object["new"] = found.after;
    object["guess"] = found.is_guess;
    object["place"] = std::move(place);
    object["verdict"] = json_text(name_of(found.gravest()));
    object["source"] = json_of(found.source, found.rule->source);
    object["wire"] = json_of(found.wire, found.rule->wire);
    object["acknowledged"] = found.is_acknowledged;
    return object;
}

void write_json(const change_report& report, std::ostream& out)
{
    boost::json::array changes;
    for (const auto& found : report.changes)
        changes.push_back(json_of(found));
    out << boost::json::serialize(
               boost::json::object{{"old", report.before}, {"new", report.after}, {"changes", std::move(changes)}})
        << '\n';
}

// Markdown ------------------------------------------------------------------------------------------------------------

/// Whatever Markdown or HTML would take for its own, as a character reference.
std::string in_markdown(std::string_view text)
{
    constexpr std::string_view special = "\\`*_{}[]<>()#+!|&~@:";
    std::string result;
    for (const char character : in_one_line(text)) {
        if (special.find(character) == std::string_view::npos)
            result += character;
        else
            result += fmt::format("&#{};", static_cast<int>(character));
    }
    return result;
}

void write_markdown(const change_report& report, std::ostream& out)
{
    fmt::print(out, "**{} → {}**: {}\n", in_markdown(report.before), in_markdown(report.after),
               counts_of(report.changes));
    if (report.changes.empty())
        return;
    out << "\n| change | rule | source | wire | place |\n|---|---|---|---|---|\n";
    for (const auto& found : report.changes)
        fmt::print(out, "| {}{} | {} | {}: {} | {}: {} | {} |\n", in_markdown(message_of(found)),
                   found.is_acknowledged ? " (acknowledged)" : "", found.rule->id, name_of(found.source),
                   found.rule->source.reason, name_of(found.wire), found.rule->wire.reason,
                   in_markdown(place_text(found.place)));
}

// GitHub --------------------------------------------------------------------------------------------------------------

std::string escaped(std::string_view text, std::string_view to_escape)
{
    std::string result;
    for (const char character : text) {
        if (to_escape.find(character) == std::string_view::npos)
            result += character;
        else
            result += fmt::format("%{:02X}", static_cast<unsigned char>(character));
    }
    return result;
}

std::string_view command_of(const change& found)
{
    if (found.is_acknowledged || found.gravest() == verdict::safe)
        return "notice";
    return found.gravest() == verdict::breaking ? "error" : "warning";
}

void write_github(const change_report& report, std::ostream& out)
{
    for (const auto& found : report.changes) {
        fmt::print(out, "::{} title={}", command_of(found), found.rule->id);
        // What is gone has no place in the files that are shown.
        if (!found.is_place_in_old) {
            fmt::print(out, ",file={}", escaped(in_one_line(found.place.file), "%\r\n:,"));
            if (found.place.line != 0)
                fmt::print(out, ",line={}", found.place.line);
        }
        fmt::print(out, "::{} (source {}, wire {})\n", escaped(in_one_line(message_of(found)), "%\r\n"),
                   name_of(found.source), name_of(found.wire));
    }
    fmt::print(out, "{}\n", counts_of(report.changes));
}

} // namespace

void write_changes(const change_report& report, change_format format, std::ostream& out)
{
    switch (format) {
    case change_format::text:
        write_text(report, out);
        break;
    case change_format::json:
        write_json(report, out);
        break;
    case change_format::markdown:
        write_markdown(report, out);
        break;
    case change_format::github:
        write_github(report, out);
        break;
    }
}

} // namespace rollcall::codegen
