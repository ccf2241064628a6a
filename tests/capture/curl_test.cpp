#include <rollcall/capture/unwrap.hpp>

#include <doctest/doctest.h>

#include <string>
#include <string_view>

namespace {

using namespace rollcall::capture;

const std::string request = "* Connected to graph.microsoft.com (::1) port 443\r\n"
                            "> GET /beta/me/onlineMeetings/1/attendanceReports/2/attendanceRecords HTTP/2\r\n"
                            "> Host: graph.microsoft.com\r\n> \r\n";
const std::string response = "< HTTP/2 200\r\n< content-type: application/json\r\n< \r\n";

std::string payloads_of(std::string_view file)
{
    CHECK(kind_of(file) == file_kind::curl);
    const unwrapped contents = unwrap(file);
    std::string result = contents.error.value_or(std::string{});
    for (const payload& found : contents.payloads)
        result += std::to_string(found.line) + ": " + std::string{found.bytes} + found.defect + '\n';
    return result;
}

} // namespace

TEST_CASE("the bodies in what curl -v says are payloads, with their URLs")
{
    const std::string file = request + "* Request completely sent off\n" + response +
                             "{ [13 bytes data]\n{\"value\": []}* Connection #0 to host left intact\n" + request +
                             "< HTTP/2 100\n< \n" + response + "{\n}\n";
    CHECK(payloads_of(file) == "10: {\"value\": []}\n20: {\n}\n");
    const payload first = unwrap(file).payloads.front();
    CHECK(first.request_url ==
          "https://graph.microsoft.com/beta/me/onlineMeetings/1/attendanceReports/2/attendanceRecords");
    CHECK(first.source == "HTTP response 1: 200");
    CHECK(first.status == 200);
}

TEST_CASE("the progress that curl shows in front of a request does not matter")
{
    const std::string progress = "  % Total    % Received % Xferd  Average Speed   Time    Time     Time  Current\n"
                                 "                                 Dload  Upload   Total   Spent    Left  Speed\n"
                                 "\r  0     0    0     0    0     0      0      0 --:--:-- --:--:-- --:--:--     0\n";
    CHECK(payloads_of(progress + request + response + "[]") == "11: []\n");
}

TEST_CASE("a body that is no JSON ends where curl says more")
{
    CHECK(payloads_of(request + response + "<html>\n</html>\n* Closing connection\n") == "8: <html>\n</html>\n\n");
}

TEST_CASE("a body that cannot be had from what curl -v says is a defect that says what to do")
{
    CHECK(payloads_of(request + response + "\x1F\x8B\x08") ==
          "8: the body is compressed; save it decompressed, with curl --compressed\n");
    CHECK(payloads_of(request + response + "{\"value\":\n{ [9 bytes data]\n[]}\n") ==
          "8: remarks of curl stand in the body; save it without them, for instance with curl -i\n");
    CHECK(payloads_of(request + response) == "there is no attendance payload in what curl tells here; save the bodies, "
                                             "too, for instance with curl -i");
    CHECK(payloads_of(request) == "curl tells of no response here, so there is nothing to judge");
}

TEST_CASE("a response to a request of curl that is not about attendance is passed over")
{
    const std::string elsewhere = "> GET /me/photo HTTP/1.1\n> Host: h\n> \n";
    const std::string file = elsewhere + response + "{\"a\": 1}\n" + request + response + "{}";
    const unwrapped contents = unwrap(file);
    CHECK(contents.payloads.size() == 1);
    CHECK(contents.passed_over == 1);
}

TEST_CASE("a list with asterisks is not taken for what curl says")
{
    CHECK(kind_of("* one\n* two\n") == file_kind::plain);
    CHECK(kind_of("* one\n\n> quoted\n") == file_kind::plain);
}

TEST_CASE("what only makes remarks for hundreds of lines is not looked through for a request")
{
    std::string remarks;
    for (int count = 0; count < 300; ++count)
        remarks += "* one more\n";
    CHECK(kind_of(remarks + request + response) == file_kind::plain);
}
