#include <rollcall/model/all.hpp>
#include <rollcall/read.hpp>
#include <rollcall/write.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace model = rollcall::model;

TEST_CASE("borrowed strings lie in the payload")
{
    const std::string payload = R"({"id":"1","identity":{"displayName":"Lisa  Adkins","x":[1]}})";
    const auto result = rollcall::read_borrowed<model::borrowed::attendanceRecord>(payload);
    REQUIRE(result);
    const auto lies_in_payload = [&](std::string_view text) {
        return text.data() >= payload.data() && text.data() + text.size() <= payload.data() + payload.size();
    };
    CHECK(lies_in_payload(*result.value.id));
    CHECK(lies_in_payload(*(*result.value.identity)->displayName));
    CHECK(lies_in_payload((*result.value.identity)->additionalProperties.begin()->text));
    CHECK(result.copies.empty());
}

TEST_CASE("strings with escapes are copied, and stay where they are when the result moves")
{
    const std::string payload = R"({"id":"a\nb","role":"\u00e9","@x\u0041":1,"attendanceIntervals":[{"y\t":"\\"}]})";
    auto result = rollcall::read_borrowed<model::borrowed::attendanceRecord>(payload);
    const auto moved = std::move(result);
    CHECK(*moved.value.id == "a\nb");
    CHECK(*moved.value.role == "é");
    CHECK(moved.value.additionalProperties.contains("@xA"));
    const auto& interval = moved.value.attendanceIntervals->front();
    REQUIRE(interval.additionalProperties.contains("y\t"));
    CHECK(interval.additionalProperties.find("y\t")->text == R"("\\")");
}

TEST_CASE("a borrowed value is written as an owning one is")
{
    const std::string payload =
        R"({"value":[{"role":"a\"b","id":"1","identity":{"@odata.type":"#x.y","z":1.0}}],"@odata.count":1})";
    const auto borrowed = rollcall::read_borrowed<model::borrowed::attendanceRecordCollection>(payload);
    CHECK(rollcall::write(borrowed.value) == payload);
}
