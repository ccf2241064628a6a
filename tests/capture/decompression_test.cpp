#include "compressed.hpp"

#include <rollcall/capture/decompression.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>

namespace {

using rollcall::capture::capture_error;
using rollcall::capture::compression;
using rollcall::capture::decompress;
using tests::compress;
using tests::compressed_form;

const std::string text = R"({"value": [{"role": "Attendee"}, {"role": "Attendee"}, {"role": "Attendee"}]})";

std::string error_of(std::string_view data, compression kind = compression::gzip, std::size_t maximum_size = 1'000'000)
{
    try {
        (void)decompress(data, kind, maximum_size);
        return "no error";
    } catch (const capture_error& error) {
        return error.what();
    }
}

} // namespace

TEST_CASE("gzip is decompressed, several members of it one after the other")
{
    CHECK(decompress(compress(text), compression::gzip).text == text);
    CHECK(decompress(compress(""), compression::gzip).text == "");
    CHECK(decompress(compress("{\"value\"") + compress("") + compress(": []}"), compression::gzip).text ==
          "{\"value\": []}");
}

TEST_CASE("deflate is decompressed in both forms that servers send")
{
    CHECK(decompress(compress(text, compressed_form::zlib), compression::deflate).text == text);
    CHECK(decompress(compress(text, compressed_form::raw), compression::deflate).text == text);
}

TEST_CASE("what follows the compressed data is left")
{
    const std::string data = compress(text);
    CHECK(decompress(data + "HTTP/1.1 200 OK", compression::gzip).compressed_size == data.size());
    CHECK(decompress(data + data, compression::gzip).compressed_size == 2 * data.size());
}

TEST_CASE("a text that is much larger than its data comes whole")
{
    std::string large;
    for (int number = 0; large.size() < 3'000'000; ++number)
        large += std::to_string(number % 1000) + ',';
    CHECK((decompress(compress(large), compression::gzip).text == large));
}

TEST_CASE("data that is cut short is an error, wherever it is cut")
{
    const std::string data = compress(text);
    for (std::size_t size = 0; size < data.size(); ++size)
        CHECK(error_of(std::string_view{data}.substr(0, size)).starts_with("the compressed data is cut short after "));
    // In a second member, too, once it can be told from something else.
    CHECK(error_of(data + data.substr(0, 10)) == "the compressed data is cut short after " +
                                                     std::to_string(text.size()) +
                                                     " decompressed bytes; get the file anew");
}

TEST_CASE("data that is corrupt is an error")
{
    const std::string data = compress(text);
    std::string wrong_checksum = data;
    wrong_checksum[data.size() - 6] ^= 1;
    CHECK(error_of(wrong_checksum) == "the compressed data is corrupt after " + std::to_string(text.size()) +
                                          " decompressed bytes; get the file anew, unpacked if need be");
    CHECK(error_of("\x1F\x8B\x08no gzip at all").starts_with("the compressed data is corrupt after 0 "));
    CHECK(error_of("nothing of the kind", compression::deflate).starts_with("the compressed data is corrupt after "));
}

TEST_CASE("a text may be as large as the limit, and no larger")
{
    const std::string data = compress(text);
    CHECK(decompress(data, compression::gzip, text.size()).text == text);
    CHECK(error_of(data, compression::gzip, text.size() - 1) ==
          "the data is larger than " + std::to_string(text.size() - 1) +
              " bytes once decompressed; if that is meant, allow more (option --max-decompressed-size of "
              "rollcall-validate)");
    // The limit is for all members together.
    CHECK(error_of(data + data, compression::gzip, 2 * text.size() - 1).starts_with("the data is larger than "));
}
