#pragma once

#include <rollcall/additional_properties.hpp>
#include <rollcall/detail/known_ids.hpp>
#include <rollcall/judging_observer.hpp>
#include <rollcall/report/attendance.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>

namespace rollcall {

/// How much is collected of who attended.
enum class attendance_detail : std::uint8_t { none, figures, participants };

/// How many participants are listed one by one unless somebody says otherwise. Those with findings come on top.
inline constexpr std::size_t default_maximum_participants = 20'000;

/// Collects who attended, while one payload is judged:
///
///     rollcall::attendance_collector collector{rollcall::attendance_detail::participants};
///     const rollcall::report verdict = rollcall::validate(payload, options, collector);
///     const rollcall::attendance attendance = std::move(collector).collected();
///
/// Takes the memory of the participants that are listed, and some 30 bytes for each one of a meeting to tell who comes
/// again.
class attendance_collector {
public:
    explicit attendance_collector(attendance_detail detail,
                                  std::size_t maximum_participants = default_maximum_participants)
        : detail_{detail}, room_{maximum_participants}
    {
    }
    attendance_collector(const attendance_collector&) = delete;
    attendance_collector& operator=(const attendance_collector&) = delete;

    void operator()(const observed_record& seen)
    {
        if (!has_meeting_ || collection_ != seen.context.collection())
            begin_meeting(seen.context);
        const record_type& record = seen.value;
        count(record);
        result_.figures.participants += is_new(record, seen.context);
        if (detail_ != attendance_detail::participants)
            return;
        meeting_attendance& meeting = result_.meetings.back();
        const bool has_room = room_ != 0;
        room_ -= has_room;
        if (has_room || !seen.findings.empty())
            meeting.participants.push_back(participant_of(seen));
        else
            ++meeting.unlisted_participants;
    }

    /// A report ends, and maybe had no records.
    void operator()(const observed_report& seen)
    {
        if (!has_meeting_)
            begin_meeting(seen.context);
        has_meeting_ = false;
        if (detail_ == attendance_detail::participants)
            result_.meetings.back().pointer = seen.pointer;
    }

    [[nodiscard]] attendance collected() && { return std::move(result_); }

private:
    using record_type = model::borrowed::attendanceRecord;

    static constexpr std::size_t most_intervals = 1'000;

    void begin_meeting(rule_context& context)
    {
        has_meeting_ = true;
        collection_ = context.collection();
        known_.clear();
        copies_.clear();
        const payload_kind kind = context.is_in_report()      ? payload_kind::meetingAttendanceReport
                                  : context.collection() == 0 ? payload_kind::attendanceRecord
                                                              : payload_kind::attendanceRecordCollection;
        result_.figures.meetings += kind != payload_kind::attendanceRecord;
        if (detail_ != attendance_detail::participants)
            return;
        if (!context_) {
            context_ = context.odata_context().value_or(std::string{});
            if (context_->empty())
                context_ = context.request_url();
        }
        result_.meetings.push_back({
            .kind = kind,
            .pointer = {},
            .report_id = context.report_id().value_or(std::string{}),
            .start = context.meeting().start,
            .end = context.meeting().end,
            .context = *context_,
        });
    }

    void count(const record_type& record)
    {
        attendance_figures& figures = result_.figures;
        const std::size_t sessions = record.attendanceIntervals ? record.attendanceIntervals->size() : 0;
        figures.sessions += sessions;
        ++figures.records_by_sessions[std::min(sessions, session_count_names.size() - 1)];
        ++figures.records_by_role[role_kind_of(record)];
        ++figures.records_by_identity[static_cast<std::size_t>(identity_kind_of(record))];
        const auto seconds = [](const property<std::int32_t>& told) {
            return static_cast<std::uint64_t>(std::max(told.value_or(0), std::int32_t{0}));
        };
        if (record.totalAttendanceInSeconds)
            figures.attended_seconds += seconds(record.totalAttendanceInSeconds);
        else if (record.attendanceIntervals)
            for (const auto& interval : *record.attendanceIntervals)
                figures.attended_seconds += seconds(interval.durationInSeconds);
    }

    /// Whether nobody in the meeting so far was the same.
    [[nodiscard]] bool is_new(const record_type& record, const rule_context& context)
    {
        const auto is_told = [](const auto& text) { return text && !text->empty(); };
        std::string_view who;
        if (record.identity && is_told(record.identity->base().id))
            who = *record.identity->base().id;
        else if (is_told(record.emailAddress))
            who = *record.emailAddress;
        else
            return true;
        if (!context.lies_in_payload(who))
            who = copies_.emplace_back(who);
        return !known_.remember(who, known_.hash_of(who), context.index());
    }

    [[nodiscard]] static std::size_t role_kind_of(const record_type& record)
    {
        constexpr std::size_t other = role_kind_names.size() - 2;
        if (!record.role)
            return other + 1;
        const auto* const known = std::find(role_kind_names.begin(), role_kind_names.begin() + other, *record.role);
        return static_cast<std::size_t>(known - role_kind_names.begin());
    }

    [[nodiscard]] static identity_kind identity_kind_of(const record_type& record)
    {
        if (!record.identity)
            return identity_kind::none;
        if (record.identity->get_if<model::borrowed::communicationsUserIdentity>() != nullptr)
            return identity_kind::communications_user;
        if (record.identity->get_if<model::borrowed::azureCommunicationServicesUserIdentity>() != nullptr)
            return identity_kind::azure_communication_services_user;
        return record.identity->is_unknown_subtype() ? identity_kind::other : identity_kind::identity;
    }

    [[nodiscard]] static participant_attendance participant_of(const observed_record& seen)
    {
        const record_type& record = seen.value;
        const auto text_of = [](const property<std::string_view>& told) {
            return told ? std::string{*told} : std::string{};
        };
        participant_attendance result{
            .pointer = seen.pointer,
            .has_findings = !seen.findings.empty(),
            .email_address = text_of(record.emailAddress),
            .role = text_of(record.role),
            .total_in_seconds = optional_of(record.totalAttendanceInSeconds),
        };
        if (record.identity) {
            result.display_name = text_of(record.identity->base().displayName);
            result.id = text_of(record.identity->base().id);
            result.identity_type = identity_type_of(record);
        }
        if (!record.attendanceIntervals)
            return result;
        const auto& intervals = *record.attendanceIntervals;
        const std::size_t listed = std::min(intervals.size(), most_intervals);
        result.unlisted_intervals = intervals.size() - listed;
        result.intervals.reserve(listed);
        for (std::size_t index = 0; index < listed; ++index)
            result.intervals.push_back({optional_of(intervals[index].joinDateTime),
                                        optional_of(intervals[index].leaveDateTime),
                                        optional_of(intervals[index].durationInSeconds)});
        return result;
    }

    [[nodiscard]] static std::string identity_type_of(const record_type& record)
    {
        const identity_kind kind = identity_kind_of(record);
        if (kind != identity_kind::other)
            return std::string{name_of(kind)};
        // JSON text: a string, whose quotation marks and namespace say nothing.
        for (const auto& property : record.identity->base().additionalProperties) {
            std::string_view type = property.text;
            if (property.name != "@odata.type" || type.size() < 2)
                continue;
            type = type.substr(1, type.size() - 2);
            constexpr std::string_view common = "#microsoft.graph.";
            return std::string{type.starts_with(common) ? type.substr(common.size()) : type};
        }
        return std::string{name_of(kind)};
    }

    template <class T>
    [[nodiscard]] static std::optional<T> optional_of(const property<T>& told)
    {
        return told ? std::optional<T>{*told} : std::nullopt;
    }

    attendance_detail detail_;
    std::size_t room_;
    attendance result_;
    /// What all meetings of the payload have in common: looking for it goes through the whole payload.
    std::optional<std::string> context_;
    bool has_meeting_ = false;
    std::size_t collection_ = 0;
    /// Who was in the meeting so far.
    detail::known_ids known_;
    std::deque<std::string> copies_;
};

} // namespace rollcall
