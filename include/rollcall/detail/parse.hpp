#pragma once

#include <rollcall/detail/maximum_depth.hpp>
#include <rollcall/detail/reader.hpp>
#include <rollcall/detail/syntax_error.hpp>

#include <optional>
#include <string_view>
#include <utility>

namespace rollcall::detail {

struct parse_options {
    std::size_t maximum_depth = default_maximum_depth;
    bool lenient = false;
};

[[nodiscard]] inline boost::json::parse_options parser_options_of(const parse_options& options) noexcept
{
    boost::json::parse_options result;
    result.max_depth = options.maximum_depth;
    result.allow_trailing_commas = options.lenient;
    return result;
}

/// Sends a text through Boost.JSON's parser to a handler.
template <class Handler>
[[nodiscard]] std::optional<syntax_error> parse_once(std::string_view text, const parse_options& options,
                                                     Handler handler)
{
    boost::json::error_code error;
    boost::json::basic_parser<Handler> parser{parser_options_of(options), std::move(handler)};
    const std::size_t read = parser.write_some(false, text.data(), text.size(), error);
    if (!error && read < text.size())
        error = boost::json::error::extra_data;
    if (!error)
        return std::nullopt;
    return describe_syntax_error(text, read, error, options.maximum_depth);
}

/// Reports every comma before a closing bracket in front of `end`.
inline void report_trailing_commas(std::string_view text, std::size_t end, diagnostics& report)
{
    const char* const text_end = text.data() + text.size();
    const char* place = text.data();
    while (place < text.data() + end) {
        if (*place == '"') {
            place = skip_string(place, text_end);
            continue;
        }
        const auto offset = static_cast<std::size_t>(place - text.data());
        if (const std::size_t comma = find_trailing_comma(text, offset); comma != std::string_view::npos)
            report.add(rules::json_syntax::information, {}, comma,
                       "trailing comma: nothing follows this comma; remove it",
                       "no comma before " + std::string{*place}, ",", {}, severity::warning);
        ++place;
    }
}

/// Parses a text with the handler that `make_handler(report)` gives; reports where the text is no JSON. When leniency
/// has to be made use of, parsing begins anew with another handler and nothing reported. Gives whether the whole text
/// was read.
template <class MakeHandler>
bool parse(std::string_view text, const parse_options& options, diagnostics& report, MakeHandler make_handler)
{
    const auto add = [&](const syntax_error& error) {
        report.add(rules::json_syntax::information, {}, error.offset, error.message, error.expected, error.found);
    };
    auto error = parse_once(text, {.maximum_depth = options.maximum_depth}, make_handler(report));
    if (error && error->is_trailing_comma && options.lenient) {
        report.clear();
        error = parse_once(text, options, make_handler(report));
        report_trailing_commas(text, error ? error->offset : text.size(), report);
    }
    if (error)
        add(*error);
    return !error;
}

} // namespace rollcall::detail
