#pragma once

#include <rollcall/detail/conforming_reader.hpp>
#include <rollcall/detail/parse.hpp>
#include <rollcall/detail/text_positions.hpp>

#include <boost/throw_exception.hpp>

#include <deque>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall {

/// Thrown where a value is asked for that a payload does not hold.
class read_error : public std::runtime_error {
public:
    explicit read_error(const diagnostic& first)
        : std::runtime_error{first.pointer + " (line " + std::to_string(first.position.line) + ", column " +
                             std::to_string(first.position.column) + "): " + first.message}
    {
    }
};

/// A value that was read, and what was found on the way.
template <class T>
struct read_result {
    /// The value. Where there are errors it holds what could be read: a property whose value is not what the schema
    /// says is absent. Without errors nothing of the payload is lost.
    T value{};
    /// Everything that is not as the schema says, in the order of the payload.
    std::vector<diagnostic> diagnostics;

    /// Whether the payload is JSON and its values are what the schema says; warnings do not count.
    [[nodiscard]] explicit operator bool() const noexcept { return first_error() == nullptr; }

    /// The value; throws `read_error` with the first error if there is one.
    [[nodiscard]] T& value_or_throw()
    {
        if (const diagnostic* error = first_error())
            boost::throw_exception(read_error{*error});
        return value;
    }

    [[nodiscard]] const diagnostic* first_error() const noexcept
    {
        for (const diagnostic& found : diagnostics)
            if (found.severity == severity::error)
                return &found;
        return nullptr;
    }
};

/// What a borrowed value refers to beside its payload.
struct borrowed_memory {
    /// Strings that had escapes, unescaped.
    std::deque<std::string> copies;
    std::unique_ptr<array_memory> arrays;
};

/// A value whose strings lie in the payload, which must outlive it, and whose arrays lie in the result.
template <class T>
struct borrowed_result : borrowed_memory, read_result<T> {
    borrowed_result() = default;
    borrowed_result(borrowed_result&&) noexcept = default;
    borrowed_result& operator=(borrowed_result&& other) noexcept
    {
        // The value that goes still has its memory.
        read_result<T>::operator=(std::move(other));
        borrowed_memory::operator=(std::move(other));
        return *this;
    }
    ~borrowed_result() = default;
};

struct read_options {
    /// How deep objects and arrays may nest.
    std::size_t maximum_depth = default_maximum_depth;
    /// Whether a comma before a closing bracket is a warning instead of an error.
    bool lenient = false;
};

namespace detail {

template <class T>
void read_into(T& value, std::string_view payload, const read_options& options, std::vector<diagnostic>& found,
               std::deque<std::string>& copies, array_memory* arrays)
{
    if (conforming_reader<>{copies, arrays, options.maximum_depth}.read(payload, value))
        return;
    copies.clear();
    diagnostics report;
    const target root{&operations<T>, &value, &not_null};
    parse(payload, {.maximum_depth = options.maximum_depth, .lenient = options.lenient}, report,
          [&](diagnostics& current) {
              return reader{payload, root, current, copies};
          });
    found = std::move(report.found());
    put_in_order(found);
    fill_text_positions(found, {.bytes = payload});
}

} // namespace detail

/// Reads a payload into a described type, such as `model::attendanceRecordCollection`, in one pass. Never throws on a
/// bad payload (memory exhaustion aside). Cost: linear in the payload.
template <class T>
[[nodiscard]] read_result<T> read(std::string_view payload, const read_options& options = {})
{
    read_result<T> result;
    std::deque<std::string> copies;
    detail::read_into(result.value, payload, options, result.diagnostics, copies, nullptr);
    return result;
}

/// Reads a payload into a described type whose strings lie in the payload, such as
/// `model::borrowed::attendanceRecordCollection`. The payload must outlive the result.
template <class T>
[[nodiscard]] borrowed_result<T> read_borrowed(std::string_view payload, const read_options& options = {})
{
    borrowed_result<T> result;
    result.arrays = std::make_unique<array_memory>();
    detail::read_into(result.value, payload, options, result.diagnostics, result.copies, result.arrays.get());
    return result;
}

} // namespace rollcall
