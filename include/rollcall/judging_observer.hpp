#pragma once

#include <rollcall/diagnostic.hpp>
#include <rollcall/model/attendanceRecord.hpp>
#include <rollcall/model/meetingAttendanceReport.hpp>
#include <rollcall/rule_context.hpp>

#include <concepts>
#include <cstddef>
#include <memory>
#include <span>
#include <string>
#include <type_traits>

namespace rollcall {

/// A record or report that was judged, as an observer sees it.
template <class Value>
struct observed {
    /// As it was read; what could not be read is absent. It and its text last as long as the observer looks at them.
    const Value& value;
    /// Its place in its collection, its meeting, what the payload says of itself.
    rule_context& context;
    /// Its JSON Pointer from the payload's root.
    std::string pointer;
    /// What was found in it. The places are not worked out yet, and nothing is here that validation_options leave out.
    std::span<const diagnostic> findings;
    /// Where it begins in the payload, in bytes.
    std::size_t offset = 0;
};

using observed_record = observed<model::borrowed::attendanceRecord>;
/// A report comes after its records, which are not in it.
using observed_report = observed<model::borrowed::meetingAttendanceReport>;

/// Looks at the records and reports of a payload while they are judged: something that can be called with one of them,
/// or with both, and must live as long. Each comes once, in the order of the payload, those with defects, too; of a
/// payload that is no JSON, those in front of the place where it is none. What it throws ends the judging.
class judging_observer {
public:
    /// Nobody looks, and nothing is paid for it.
    judging_observer() = default;

    template <class Observer>
        requires(!std::same_as<std::remove_cvref_t<Observer>, judging_observer> &&
                 (std::invocable<Observer&, const observed_record&> ||
                  std::invocable<Observer&, const observed_report&>))
    judging_observer(Observer&& observer) noexcept
        : observer_{const_cast<void*>(static_cast<const void*>(std::addressof(observer)))},
          see_record_{&see<std::remove_reference_t<Observer>, observed_record>},
          see_report_{&see<std::remove_reference_t<Observer>, observed_report>}
    {
    }

    [[nodiscard]] explicit operator bool() const noexcept { return observer_ != nullptr; }

    void operator()(const observed_record& seen) const { see_record_(observer_, seen); }
    void operator()(const observed_report& seen) const { see_report_(observer_, seen); }

private:
    template <class Observer, class Seen>
    static void see(void* observer, const Seen& seen)
    {
        if constexpr (std::invocable<Observer&, const Seen&>)
            (*static_cast<Observer*>(observer))(seen);
    }

    void* observer_ = nullptr;
    void (*see_record_)(void*, const observed_record&) = nullptr;
    void (*see_report_)(void*, const observed_report&) = nullptr;
};

} // namespace rollcall
