#include "../validation/judged.hpp"

#include <rollcall/capture/unwrap.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace {

using rollcall::capture::file_kind;
using rollcall::capture::kind_of;
using rollcall::capture::ndjson_reader;
using rollcall::capture::payload;
using rollcall::capture::take_lines;

/// The payloads with their lines: `1 {} 3 []`.
std::string payloads_of(std::string_view file)
{
    std::string result;
    for (ndjson_reader lines{file, file}; const auto found = lines.next();) {
        CHECK(found->file == file);
        CHECK(found->source == "");
        result += (result.empty() ? "" : " ") + std::to_string(found->line) + ' ' + std::string{found->bytes};
    }
    return result;
}

std::vector<std::string_view> pieces_of(std::string_view file, std::size_t size)
{
    std::vector<std::string_view> pieces;
    while (!file.empty())
        pieces.push_back(take_lines(file, size));
    return pieces;
}

} // namespace

TEST_CASE("values on lines of their own are NDJSON")
{
    for (const std::string_view file :
         {"{}\n{}", "{\"a\":1}\n{\"a\":2}\n", "[1]\n[2]\n", "{}\r\n{}\r\n", "\n\n{}\n \n{}\n", " {} \n\t[]",
          "\xEF\xBB\xBF{}\n{}\n", "{\"a\":\"}\\\"{\"}\n{}\n"})
        CHECK_MESSAGE(kind_of(file) == file_kind::ndjson, file);
}

TEST_CASE("NDJSON may have broken lines, the second one included")
{
    for (const std::string_view file : {"{}\n{\"a\":\n{}\n", "{\"a\":1,}\n{}\n", "{'a': tru}\n{}", "{}\n[}\nhello\n"})
        CHECK_MESSAGE(kind_of(file) == file_kind::ndjson, file);
}

TEST_CASE("one JSON value is not NDJSON, however many lines it spans and whatever follows it")
{
    for (const std::string_view file :
         {"", "\n", "{}", "{}\n", "{}\r\n\r\n", "{\n}\n", "{\"value\": [\n{},\n{}\n]}\n", "[\n{}\n,\n{}\n]",
          "{\n}\n{\n}\n", "[{},\n{}]", "{}\nand so on\n", "{}\n}\n", "{},\n{}\n", "1\n2\n", "\"a\"\n{}\n", "{}\n1\n"})
        CHECK_MESSAGE(kind_of(file) == file_kind::plain, file);
    CHECK(kind_of("HTTP/1.1 200 OK\n\n{}\n{}\n") == file_kind::http);
}

TEST_CASE("each line is a payload and knows its number, blank lines are passed over")
{
    CHECK(payloads_of("{}\n[]\n") == "1 {} 2 []");
    CHECK(payloads_of("\n{}\n\n \t\n[]") == "2 {} 5 []");
    CHECK(payloads_of("{}\r\n\r\n[]\r\n") == "1 {} 3 []");
    CHECK(payloads_of(" {}\nbroken\n") == "1  {} 2 broken");
    CHECK(payloads_of("") == "");
    CHECK(payloads_of("\n \n") == "");
}

TEST_CASE("an NDJSON file is unwrapped into its lines")
{
    const std::string_view file = "{\"role\":1}\n\n{\"role\":2}\n";
    const auto contents = rollcall::capture::unwrap(file);
    CHECK_FALSE(contents.error.has_value());
    REQUIRE(contents.payloads.size() == 2);
    CHECK(contents.payloads[0].bytes == "{\"role\":1}");
    CHECK(contents.payloads[1].bytes == "{\"role\":2}");
    CHECK(contents.payloads[1].line == 3);
}

TEST_CASE("a line's findings have their places in the file")
{
    const std::string file = "{\"role\": null}\n{\"ä\": 1, \"role\": 7}\n";
    const auto contents = rollcall::capture::unwrap(file);
    const auto verdict = tests::judge(contents.payloads.at(1));
    REQUIRE(verdict.diagnostics.size() == 2);
    const rollcall::text_position place = verdict.diagnostics[1].position;
    CHECK(place.line == 2);
    CHECK(place.column == 18);
    CHECK(place.byte_column == 19);
    CHECK(place.offset == file.find('7'));
}

TEST_CASE("lines are taken off in pieces that are whole lines")
{
    const std::string_view file = "1\n22\n333\n4444\n5";
    using pieces = std::vector<std::string_view>;
    CHECK(pieces_of(file, 1) == pieces{"1\n", "22\n", "333\n", "4444\n", "5"});
    CHECK(pieces_of(file, 2) == pieces{"1\n22\n", "333\n", "4444\n", "5"});
    CHECK(pieces_of(file, 5) == pieces{"1\n22\n333\n", "4444\n5"});
    CHECK(pieces_of(file, 100) == pieces{file});
    CHECK(pieces_of("\n\n\n", 1) == pieces{"\n\n", "\n"});
    CHECK(pieces_of("", 1).empty());
    for (std::size_t size = 1; size < 20; ++size) {
        std::string together;
        for (const std::string_view piece : pieces_of(file, size))
            together += piece;
        CHECK(together == file);
    }
}
