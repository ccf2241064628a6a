#include "judged.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <cstddef>
#include <cstdlib>
#include <new>
#include <string>

// This program's operator new counts what is allocated: each block has its size in front of it.

namespace {

std::atomic<std::size_t> live_bytes{0};
std::atomic<std::size_t> most_live_bytes{0};

constexpr std::size_t header_size = __STDCPP_DEFAULT_NEW_ALIGNMENT__;
static_assert(header_size >= sizeof(std::size_t));

void* allocate(std::size_t size)
{
    void* const block = std::malloc(size + header_size);
    if (!block)
        throw std::bad_alloc{};
    *static_cast<std::size_t*>(block) = size;
    const std::size_t now = live_bytes += size;
    std::size_t most = most_live_bytes;
    while (most < now && !most_live_bytes.compare_exchange_weak(most, now)) {
    }
    return static_cast<char*>(block) + header_size;
}

void release(void* memory) noexcept
{
    if (!memory)
        return;
    void* const block = static_cast<char*>(memory) - header_size;
    live_bytes -= *static_cast<std::size_t*>(block);
    std::free(block);
}

} // namespace

void* operator new(std::size_t size)
{
    return allocate(size);
}

void* operator new[](std::size_t size)
{
    return allocate(size);
}

void* operator new(std::size_t size, const std::nothrow_t&) noexcept
{
    try {
        return allocate(size);
    } catch (const std::bad_alloc&) {
        return nullptr;
    }
}

void* operator new[](std::size_t size, const std::nothrow_t& nothrow) noexcept
{
    return operator new(size, nothrow);
}

void operator delete(void* memory) noexcept
{
    release(memory);
}

void operator delete[](void* memory) noexcept
{
    release(memory);
}

void operator delete(void* memory, std::size_t) noexcept
{
    release(memory);
}

void operator delete[](void* memory, std::size_t) noexcept
{
    release(memory);
}

namespace {

using namespace rollcall;

/// How many bytes judging a payload needs at most, beside the payload.
std::size_t memory_for(const std::string& payload, std::size_t expected_records, std::size_t expected_findings = 0,
                       const validation_options& options = {})
{
    const std::size_t before = live_bytes;
    most_live_bytes = before;
    const report found = tests::judge(payload, options);
    const std::size_t most = most_live_bytes;
    CHECK(found.records == expected_records);
    CHECK(found.diagnostics.size() == expected_findings);
    return most - before;
}

constexpr std::size_t few = 100;
constexpr std::size_t many = 20'000;
/// What the memory for many records may exceed that for few by: less than a byte per record.
constexpr std::size_t tolerance = 16 * 1024;

std::string repeated(const std::string& item, std::size_t count)
{
    std::string result;
    result.reserve((item.size() + 1) * count);
    for (std::size_t index = 0; index < count; ++index)
        result += (index == 0 ? "" : ",") + item;
    return result;
}

std::string page_of(const std::string& record, std::size_t count)
{
    return R"({"@odata.context": "https://graph.microsoft.com/beta/$metadata#attendanceRecords", "value": [)" +
           repeated(record, count) + "]}";
}

const std::string record_without_id =
    R"({"emailAddress": "lisa.adkins@contoso.com", "totalAttendanceInSeconds": 314, "role": "Presenter", )"
    R"("identity": {"@odata.type": "#microsoft.graph.communicationsUserIdentity", "id": "57caaef9", "displayName": "Lisa Adkins", "extra": [1]}, )"
    R"("attendanceIntervals": [{"joinDateTime": "2021-10-04T23:13:43.3776519Z", "leaveDateTime": "2021-10-04T23:18:57.5639338Z", )"
    R"("durationInSeconds": 314}], "engagements": [{"engagementType": "hand"}]})";

} // namespace

TEST_CASE("the memory for judging a collection does not grow with it")
{
    const std::size_t memory = memory_for(page_of(record_without_id, few), few);
    CHECK(memory_for(page_of(record_without_id, many), many) <= memory + tolerance);
}

TEST_CASE("nor does it where every string has to be unescaped")
{
    const std::string record =
        R"({"emailAddress": "lisa\u002eadkins@contoso.com\n", "\u0072ole": "Presente\u0072", "identity": )"
        R"({"@odata\u002etype": "#microsoft.graph.communicationsUserIdentity", "displayName": "\u00c5sa", "a\"b": "\\"}})";
    const std::size_t memory = memory_for(page_of(record, few), few);
    CHECK(memory_for(page_of(record, many), many) <= memory + tolerance);
}

TEST_CASE("nor for the records of a report, nor for many reports")
{
    const auto report_of = [](std::size_t records) {
        return R"({"totalParticipantCount": )" + std::to_string(records) + R"(, "attendanceRecords": [)" +
               repeated(record_without_id, records) + R"(], "meetingStartDateTime": "2021-10-04T23:00:00Z"})";
    };
    const std::size_t memory = memory_for(report_of(few), few);
    CHECK(memory_for(report_of(many), many) <= memory + tolerance);

    const auto reports = [&](std::size_t count) { return R"({"value": [)" + repeated(report_of(few), count) + "]}"; };
    const std::size_t memory_of_few = memory_for(reports(2), 2 * few);
    CHECK(memory_for(reports(many / few), many) <= memory_of_few + tolerance);
}

TEST_CASE("nor does it grow with what is found beyond the limit")
{
    const validation_options options{.maximum_diagnostics = 50};
    const std::string record = R"({"role": 7, "totalAttendanceInSeconds": 1, "attendanceIntervals": []})";
    const std::size_t memory = memory_for(page_of(record, few), few, 50, options);
    CHECK(memory_for(page_of(record, many), many, 50, options) <= memory + tolerance);
}

TEST_CASE("ids are remembered, and take no more than they must")
{
    std::string records;
    for (std::size_t index = 0; index < many; ++index)
        records += (index == 0 ? "" : ",") + std::string{R"({"id": ")"} + std::to_string(index) + R"("})";
    const std::size_t memory = memory_for(R"({"value": [{"role": "None"},)" + records + "]}", many + 1);
    CHECK(memory < many * 160);
}

TEST_CASE("judging gives back all its memory")
{
    const std::string payload = page_of(record_without_id, few);
    const std::size_t before = live_bytes;
    static_cast<void>(tests::judge(payload).records);
    CHECK(live_bytes == before);
}
