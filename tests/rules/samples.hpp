#pragma once

#include <rollcall/model/all.hpp>

#include <doctest/doctest.h>

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace tests {

using namespace rollcall;

/// A moment of 2022-06-29 by its time of day, such as `22:54:43.656285Z`; or any moment, written whole.
[[nodiscard]] inline date_time at(std::string_view text)
{
    const std::string whole = (text.find('T') == std::string_view::npos ? "2022-06-29T" : "") + std::string{text} +
                              (text.find_first_of("Z+") == std::string_view::npos ? "Z" : "");
    const auto moment = date_time::parse(whole);
    REQUIRE_MESSAGE(moment, whole);
    return *moment;
}

[[nodiscard]] inline model::attendanceInterval interval(property<date_time> join, property<date_time> leave,
                                                        property<std::int32_t> duration)
{
    model::attendanceInterval result;
    result.joinDateTime = join;
    result.leaveDateTime = leave;
    result.durationInSeconds = duration;
    return result;
}

/// A record of these intervals that says nothing else, unless it has a total.
[[nodiscard]] inline model::attendanceRecord record_of(std::initializer_list<model::attendanceInterval> intervals,
                                                       property<std::int32_t> total = {})
{
    model::attendanceRecord result;
    result.attendanceIntervals = std::vector<model::attendanceInterval>{intervals};
    result.totalAttendanceInSeconds = total;
    return result;
}

} // namespace tests
