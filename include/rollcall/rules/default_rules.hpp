#pragma once

#include <rollcall/rules/acs_id_names_resource.hpp>
#include <rollcall/rules/count_covers_page.hpp>
#include <rollcall/rules/duration_is_cut.hpp>
#include <rollcall/rules/duration_is_difference.hpp>
#include <rollcall/rules/duration_not_negative.hpp>
#include <rollcall/rules/identity_set_shape.hpp>
#include <rollcall/rules/interval_within_meeting.hpp>
#include <rollcall/rules/intervals_in_order.hpp>
#include <rollcall/rules/intervals_overlap.hpp>
#include <rollcall/rules/leave_before_join.hpp>
#include <rollcall/rules/meeting_ends_after_start.hpp>
#include <rollcall/rules/missing_endpoint_has_zero_duration.hpp>
#include <rollcall/rules/participant_count.hpp>
#include <rollcall/rules/record_id_unique.hpp>
#include <rollcall/rules/registrant_id_retired.hpp>
#include <rollcall/rules/schema_rules.hpp>
#include <rollcall/rules/total_is_sum.hpp>
#include <rollcall/rules/townhall_has_no_registration.hpp>
#include <rollcall/rules/unknown_identity_type.hpp>
#include <rollcall/rules/unknown_role.hpp>
#include <rollcall/rules/with_severity.hpp>

#include <boost/mp11/algorithm.hpp>
#include <boost/mp11/list.hpp>

namespace rollcall {

/// The rules that payloads are judged by unless a program names others. A rule is a type with a `static constexpr
/// rule_information information` and call operators
///     `(const Value&, const rule_findings&)` or `(const Value&, rule_context&, const rule_findings&)`
/// for the values it looks at: `model::borrowed::` `attendanceRecord`, `meetingAttendanceReport`, or one of the two
/// collections (which come with an empty `value`: their items have been judged one by one by then). Rules are made anew
/// for each payload and may keep state. `prepare(const Value&)`, where a rule has it, is called before any rule looks
/// at the value, once its `id` has been read; what stands behind that in the payload may still be missing. To add one:
/// `boost::mp11::mp_push_back<rollcall::default_rules, my_rule>`. One that is not in the list is off.
using default_rules = boost::mp11::mp_append<
    reader_rules,
    boost::mp11::mp_list<rules::total_is_sum, rules::duration_is_difference, rules::duration_is_cut,
                         rules::leave_before_join, rules::missing_endpoint_has_zero_duration,
                         rules::duration_not_negative, rules::intervals_in_order, rules::intervals_overlap,
                         rules::unknown_role, rules::unknown_identity_type, rules::acs_id_names_resource,
                         rules::identity_set_shape, rules::townhall_has_no_registration, rules::registrant_id_retired,
                         rules::participant_count, rules::meeting_ends_after_start, rules::interval_within_meeting,
                         rules::count_covers_page, rules::record_id_unique>>;

} // namespace rollcall
