#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace rollcall {

/// Who a participant is, by what the record says.
enum class identity_kind : std::uint8_t {
    communications_user,
    azure_communication_services_user,
    /// An identity of no further type.
    identity,
    /// A type that the schema does not know.
    other,
    /// The record has none.
    none,
};

/// The types' names, and words for the other kinds.
inline constexpr std::array<std::string_view, 5> identity_kind_names{
    "communicationsUserIdentity", "azureCommunicationServicesUserIdentity", "identity", "other", "none"};

[[nodiscard]] constexpr std::string_view name_of(identity_kind value) noexcept
{
    return identity_kind_names[static_cast<std::size_t>(value)];
}

/// The documented roles; then any other one, and records that say none.
inline constexpr std::array<std::string_view, 6> role_kind_names{"None",      "Attendee", "Presenter",
                                                                 "Organizer", "other",    "not said"};

/// How many sessions a record may have, as far as they are told apart.
inline constexpr std::array<std::string_view, 6> session_count_names{"0", "1", "2", "3", "4", "5 or more"};

/// How much attendance there was. Figures of several payloads, or of several runs, can be added: each is a count or a
/// sum. How many different people or meetings there were in all can not be told from them, since a person may be in
/// many meetings, and a meeting in many payloads.
struct attendance_figures {
    /// Reports, and collections of records outside of one: a page of a collection counts as a meeting of its own. A
    /// record on its own, such as a line of NDJSON, tells of no meeting.
    std::size_t meetings = 0;
    /// People, each once in a meeting: who has the same identity (or, without one, e-mail address) as somebody before
    /// is the same. A record that says neither is somebody else.
    std::size_t participants = 0;
    /// Intervals: stays of a participant.
    std::size_t sessions = 0;
    /// The sum of totalAttendanceInSeconds, and of the intervals' durations where a record does not say it. Negative
    /// ones count as 0.
    std::uint64_t attended_seconds = 0;

    /// Records by how many sessions they have, in the order of `session_count_names`.
    std::array<std::size_t, session_count_names.size()> records_by_sessions{};
    /// Records by role, in the order of `role_kind_names`.
    std::array<std::size_t, role_kind_names.size()> records_by_role{};
    /// Records by identity, in the order of `identity_kind`.
    std::array<std::size_t, identity_kind_names.size()> records_by_identity{};

    attendance_figures& operator+=(const attendance_figures& other) noexcept
    {
        meetings += other.meetings;
        participants += other.participants;
        sessions += other.sessions;
        attended_seconds += other.attended_seconds;
        const auto add = [](auto& to, const auto& from) {
            for (std::size_t index = 0; index < to.size(); ++index)
                to[index] += from[index];
        };
        add(records_by_sessions, other.records_by_sessions);
        add(records_by_role, other.records_by_role);
        add(records_by_identity, other.records_by_identity);
        return *this;
    }

    friend bool operator==(const attendance_figures&, const attendance_figures&) = default;
};

} // namespace rollcall
