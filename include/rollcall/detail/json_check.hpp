#pragma once

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/error.hpp>
#include <boost/json/parse_options.hpp>

#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rollcall::detail {

/// A handler for Boost.JSON's parser that takes no notice.
struct unheeding_handler {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    using text = boost::json::string_view;
    using error_code = boost::json::error_code;

    bool on_document_begin(error_code&) { return true; }
    bool on_document_end(error_code&) { return true; }
    bool on_object_begin(error_code&) { return true; }
    bool on_object_end(std::size_t, error_code&) { return true; }
    bool on_array_begin(error_code&) { return true; }
    bool on_array_end(std::size_t, error_code&) { return true; }
    bool on_key_part(text, std::size_t, error_code&) { return true; }
    bool on_key(text, std::size_t, error_code&) { return true; }
    bool on_string_part(text, std::size_t, error_code&) { return true; }
    bool on_string(text, std::size_t, error_code&) { return true; }
    bool on_number_part(text, error_code&) { return true; }
    bool on_int64(std::int64_t, text, error_code&) { return true; }
    bool on_uint64(std::uint64_t, text, error_code&) { return true; }
    bool on_double(double, text, error_code&) { return true; }
    bool on_bool(bool, error_code&) { return true; }
    bool on_null(error_code&) { return true; }
    bool on_comment_part(text, error_code&) { return true; }
    bool on_comment(text, error_code&) { return true; }
};

/// What keeps a text from being JSON, and where; no error where it is.
struct json_flaw {
    boost::json::error_code error{};
    std::size_t offset = 0;
};

/// Looks for what keeps a text from being JSON. Trailing commas may be allowed.
[[nodiscard]] inline json_flaw find_json_flaw(std::string_view text, bool allows_trailing_commas)
{
    boost::json::parse_options options;
    // Browsers write down how a request came about, which nests deep.
    options.max_depth = 1024;
    options.allow_trailing_commas = allows_trailing_commas;
    boost::json::basic_parser<unheeding_handler> parser{options};
    json_flaw result;
    result.offset = parser.write_some(false, text.data(), text.size(), result.error);
    if (!result.error && result.offset < text.size())
        result.error = boost::json::error::extra_data;
    return result;
}

} // namespace rollcall::detail
