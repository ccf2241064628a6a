#include <rollcall/array_memory.hpp>
#include <rollcall/model/all.hpp>
#include <rollcall/read.hpp>
#include <rollcall/write.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace model = rollcall::model;
using namespace std::string_literals;

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

namespace {

std::string page_of(int records)
{
    std::string payload = R"({"value":[)";
    for (int number = 0; number < records; ++number)
        payload += (number == 0 ? "" : ",") + R"({"id":")"s + std::to_string(number) +
                   R"(","attendanceIntervals":[{"durationInSeconds":1},{"durationInSeconds":2}]})";
    return payload + "]}";
}

using page = model::borrowed::attendanceRecordCollection;

} // namespace

TEST_CASE("borrowed arrays lie in the result, and stay where they are when it moves")
{
    const std::string payload = page_of(100);
    auto result = rollcall::read_borrowed<page>(payload);
    REQUIRE(result);
    const auto* const records = result.value.value->data();
    const auto* const intervals = result.value.value->back().attendanceIntervals->data();
    CHECK(result.value.value->get_allocator().memory() == result.arrays.get());
    CHECK(result.value.value->back().attendanceIntervals->get_allocator().memory() == result.arrays.get());

    const auto moved = std::move(result);
    CHECK(moved.value.value->data() == records);
    CHECK(moved.value.value->back().attendanceIntervals->data() == intervals);
    CHECK(rollcall::write(moved.value) == payload);
}

TEST_CASE("a borrowed result that another is moved to gives up its own arrays")
{
    const std::string large = page_of(1000);
    const std::string small = page_of(2);
    auto result = rollcall::read_borrowed<page>(large);
    result = rollcall::read_borrowed<page>(small);
    CHECK(rollcall::write(result.value) == small);
    result = rollcall::read_borrowed<page>(large);
    CHECK(rollcall::write(result.value) == large);
}

TEST_CASE("a copy of a borrowed value has arrays of its own, and arrays can be changed")
{
    const std::string payload = page_of(3);
    page copy;
    {
        auto result = rollcall::read_borrowed<page>(payload);
        result.value.value->push_back(result.value.value->front());
        result.value.value->erase(result.value.value->begin());
        copy = result.value;
        CHECK(copy == result.value);
    }
    CHECK(copy.value->get_allocator().memory() == nullptr);
    REQUIRE(copy.value->size() == 3);
    CHECK(*copy.value->back().id == "0");
    CHECK(copy.value->back().attendanceIntervals->size() == 2);
}

TEST_CASE("what is wrong in a borrowed array is found, and the rest is read")
{
    std::string payload = page_of(3);
    payload.replace(payload.find("2}"), 1, "false");
    const auto result = rollcall::read_borrowed<page>(payload);
    REQUIRE(result.diagnostics.size() == 1);
    CHECK(result.diagnostics.front().pointer == "/value/0/attendanceIntervals/1/durationInSeconds");
    REQUIRE(result.value.value->size() == 3);
    CHECK(result.value.value->back().attendanceIntervals->size() == 2);
}

TEST_CASE("arrays of one result know that they share its memory, and those made in code that they share none")
{
    rollcall::array_memory memory;
    const rollcall::array_allocator<int> of_result{memory};
    CHECK(of_result == rollcall::array_allocator<int>{memory});
    CHECK(of_result != rollcall::array_allocator<int>{});
    CHECK(rollcall::array_allocator<int>{} == rollcall::array_allocator<int>{});
}
