#pragma once

#include <rollcall/date_time.hpp>
#include <rollcall/payload_kind.hpp>
#include <rollcall/report/attendance_figures.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace rollcall {

/// One stay of a participant. Nothing stands for null, absent and not readable.
struct attended_interval {
    std::optional<date_time> join{};
    std::optional<date_time> leave{};
    std::optional<std::int32_t> duration_in_seconds{};
};

/// What a record tells of a participant. Texts are empty where it does not say.
struct participant_attendance {
    /// The record's JSON Pointer from its payload's root.
    std::string pointer{};
    /// The line of the file that is the payload; 0 where payloads are not lines.
    std::size_t line = 0;
    bool has_findings = false;

    std::string display_name{};
    /// The identity's id.
    std::string id{};
    std::string email_address{};
    std::string role{};
    /// As `@odata.type` says, without what all types of the service begin with; `identity` when it does not.
    std::string identity_type{};
    std::optional<std::int32_t> total_in_seconds{};
    std::vector<attended_interval> intervals{};
    /// How many more intervals there are.
    std::size_t unlisted_intervals = 0;
};

/// Who attended a meeting.
struct meeting_attendance {
    /// What told of it: a report, a collection of records, or records on their own.
    payload_kind kind = payload_kind::attendanceRecordCollection;
    /// The report's JSON Pointer from its payload's root; empty where the payload is the meeting.
    std::string pointer{};
    /// The id of the attendance report; empty where the payload does not say.
    std::string report_id{};
    /// When it began and ended; nothing where the payload does not say.
    std::optional<date_time> start{};
    std::optional<date_time> end{};
    /// The payload's `@odata.context`, or the URL it was requested from; empty where neither is known.
    std::string context{};
    /// In the order of the payload.
    std::vector<participant_attendance> participants{};
    /// How many more participants there are.
    std::size_t unlisted_participants = 0;

    /// Adds the participants of the same meeting.
    void append(meeting_attendance other)
    {
        std::move(other.participants.begin(), other.participants.end(), std::back_inserter(participants));
        unlisted_participants += other.unlisted_participants;
    }
};

/// Who attended, as payloads tell.
struct attendance {
    attendance_figures figures{};
    /// Empty where only figures were asked for.
    std::vector<meeting_attendance> meetings{};

    /// Adds what other payloads tell. Records on their own are put together where they follow each other.
    void append(attendance other)
    {
        figures += other.figures;
        for (meeting_attendance& meeting : other.meetings) {
            if (meeting.kind == payload_kind::attendanceRecord && !meetings.empty() &&
                meetings.back().kind == payload_kind::attendanceRecord)
                meetings.back().append(std::move(meeting));
            else
                meetings.push_back(std::move(meeting));
        }
    }

    /// Lists participants while there is `room`, and all that have findings, and only counts the others. Takes the room
    /// that is used.
    void limit_participants(std::size_t& room)
    {
        for (meeting_attendance& meeting : meetings)
            meeting.unlisted_participants += std::erase_if(meeting.participants, [&](const auto& participant) {
                const bool has_room = room != 0;
                room -= has_room;
                return !has_room && !participant.has_findings;
            });
    }
};

} // namespace rollcall
