#include <rollcall/capture/unwrap.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace rollcall::capture;

std::string payloads_of(std::string_view file)
{
    const unwrapped contents = unwrap(file);
    std::string result = contents.error.value_or(std::string{});
    for (const payload& found : contents.payloads)
        result += found.source + " (" + std::to_string(found.status) + "): " + std::string{found.bytes} + '\n';
    return result + std::to_string(contents.passed_over) + " passed over";
}

} // namespace

TEST_CASE("the bodies of a batch that are about attendance are payloads, and errors are")
{
    constexpr std::string_view file = R"({"responses": [
        {"id": "1", "status": 200, "headers": {"body": "x"}, "body": {"value": [{"attendanceIntervals": []}]}},
        {"body": {"error": {"code": "NotFound", "message": "x"}}, "status": 404, "id": 2},
        {"id": "3", "status": 200, "body": {"displayName": "Lisa"}},
        {"id": "4", "status": 204},
        {"id": "5", "status": 200, "body": "aGk="}, 7]})";
    CHECK(kind_of(file) == file_kind::batch);
    CHECK(payloads_of(file) ==
          "response to request 1 (200): {\"value\": [{\"attendanceIntervals\": []}]}\n"
          "response to request 2 (404): {\"error\": {\"code\": \"NotFound\", \"message\": \"x\"}}\n"
          "4 passed over");
}

TEST_CASE("a payload of a batch lies in the file")
{
    constexpr std::string_view file = R"({"responses":[{"id":"a","status":200,"body":{"totalParticipantCount":1}}]})";
    const unwrapped contents = unwrap(file);
    REQUIRE(contents.payloads.size() == 1);
    CHECK(contents.payloads.front().bytes.data() == file.data() + file.find("{\"total"));
    CHECK(contents.payloads.front().entry == 1);
}

TEST_CASE("a batch without a payload is an error, and one that is no JSON is a payload itself")
{
    CHECK(payloads_of(R"({"responses": [{"id": "1", "status": 200, "body": {}}]})") ==
          "none of the 1 responses of this batch is an attendance payload, so there is nothing to judge0 passed over");
    CHECK(payloads_of(R"({"responses": [{"id": "1",)") == " (0): {\"responses\": [{\"id\": \"1\",\n0 passed over");
    CHECK(unwrap("{}", file_kind::batch).error == "this is no answer to a batch: it has no {\"responses\": […]}");
}
