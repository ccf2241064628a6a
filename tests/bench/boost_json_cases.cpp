#include "benchmark_cases.hpp"

#include <boost/json/basic_parser_impl.hpp>  // boost::json::basic_parser
#include <boost/json/monotonic_resource.hpp> // boost::json::monotonic_resource
#include <boost/json/parse.hpp>              // boost::json::parse
#include <boost/json/serialize.hpp>          // boost::json::serialize

#include <cstdint> // std::int64_t, std::uint64_t
#include <memory>  // std::make_shared

namespace rollcall::bench {

namespace {

namespace json = boost::json;

/// Lets everything pass: what is left is the cost of the tokens.
struct empty_handler {
    static constexpr std::size_t max_object_size = std::size_t(-1);
    static constexpr std::size_t max_array_size = std::size_t(-1);
    static constexpr std::size_t max_key_size = std::size_t(-1);
    static constexpr std::size_t max_string_size = std::size_t(-1);

    bool on_document_begin(json::error_code&) { return true; }
    bool on_document_end(json::error_code&) { return true; }
    bool on_object_begin(json::error_code&) { return true; }
    bool on_object_end(std::size_t, json::error_code&) { return true; }
    bool on_array_begin(json::error_code&) { return true; }
    bool on_array_end(std::size_t, json::error_code&) { return true; }
    bool on_key_part(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_key(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_string_part(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_string(json::string_view, std::size_t, json::error_code&) { return true; }
    bool on_number_part(json::string_view, json::error_code&) { return true; }
    bool on_int64(std::int64_t, json::string_view, json::error_code&) { return true; }
    bool on_uint64(std::uint64_t, json::string_view, json::error_code&) { return true; }
    bool on_double(double, json::string_view, json::error_code&) { return true; }
    bool on_bool(bool, json::error_code&) { return true; }
    bool on_null(json::error_code&) { return true; }
    bool on_comment_part(json::string_view, json::error_code&) { return true; }
    bool on_comment(json::string_view, json::error_code&) { return true; }
};

} // namespace

work prepare_tokenizing(const std::string& payload)
{
    return [&] {
        json::basic_parser<empty_handler> parser{json::parse_options{}};
        json::error_code error;
        return parser.write_some(false, payload.data(), payload.size(), error) == payload.size() && !error;
    };
}

work prepare_tree(const std::string& payload)
{
    return [&] {
        json::error_code error;
        const json::value tree = json::parse(payload, error);
        return !error;
    };
}

work prepare_monotonic_tree(const std::string& payload)
{
    // A tree takes some 2.4 times its payload.
    const std::size_t size = payload.size() * 3;
    return [&payload, size, memory = std::shared_ptr<unsigned char[]>{new unsigned char[size]}] {
        json::monotonic_resource resource{memory.get(), size};
        json::error_code error;
        const json::value tree = json::parse(payload, error, &resource);
        return !error;
    };
}

work prepare_serializing(const std::string& payload)
{
    return
        [tree = std::make_shared<const json::value>(json::parse(payload))] { return !json::serialize(*tree).empty(); };
}

} // namespace rollcall::bench
