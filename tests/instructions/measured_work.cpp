#include "measured_work.hpp"

#include "payload_generator.hpp" // make_payload

#include <rollcall/rollcall.hpp>

#include <functional> // std::function
#include <stdexcept>  // std::runtime_error
#include <string>     // std::string

/// Stays a function with this name, whatever the optimiser makes of the rest.
extern "C" [[gnu::noinline]] bool rollcall_counted_work(const std::function<bool()>& work);

bool rollcall_counted_work(const std::function<bool()>& work)
{
    return work();
}

namespace rollcall::instructions {

void do_work(std::string_view name, std::size_t records)
{
    using collection = model::attendanceRecordCollection;
    using borrowed_collection = model::borrowed::attendanceRecordCollection;

    const bool is_broken = name == "judge-broken";
    const std::string payload =
        bench::make_payload({.records = records, .broken_per_million = is_broken ? 1'000'000U : 0U});
    collection value;
    std::function<bool()> work;
    if (name == "judge" || is_broken) {
        work = [&] { return validate(std::string_view{payload}).diagnostics.empty() != is_broken; };
    } else if (name == "read") {
        work = [&] { return read<collection>(payload).diagnostics.empty(); };
    } else if (name == "read-borrowed") {
        work = [&] { return read_borrowed<borrowed_collection>(payload).diagnostics.empty(); };
    } else if (name == "write") {
        value = std::move(read<collection>(payload).value_or_throw());
        work = [&] { return !write(value).empty(); };
    } else {
        throw std::runtime_error{"there is no work called " + std::string{name}};
    }
    if (!rollcall_counted_work(work))
        throw std::runtime_error{std::string{name} + " comes to a wrong verdict"};
}

} // namespace rollcall::instructions
