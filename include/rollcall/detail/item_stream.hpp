#pragma once

#include <rollcall/detail/json_pointer.hpp>
#include <rollcall/detail/operations.hpp>

#include <cstddef>
#include <span>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// Takes the items of an array one by one instead of the array keeping them.
class item_stream {
public:
    /// Which arrays: those of this type.
    [[nodiscard]] virtual const array_operations& array() const noexcept = 0;
    /// The array called `pointer` begins.
    virtual void begin(std::string pointer) = 0;
    /// An item begins at `text` in the payload; gives where it goes.
    [[nodiscard]] virtual target item(const value_schema* items, const char* text) = 0;
    /// The item, an object, has been read.
    virtual void item_read(std::size_t index) = 0;
    /// The array ends after `count` items.
    virtual void end(std::size_t count) = 0;

protected:
    ~item_stream() = default;
};

/// An item of an array whose items are taken one by one.
struct item_place {
    /// The property that holds the array, in the item of the array around it or in the payload itself.
    std::string_view name;
    std::size_t index = 0;
    /// Of the array.
    const value_schema* schema = nullptr;
    item_stream* stream = nullptr;
};

/// The pointer of the innermost array; there must be one.
[[nodiscard]] inline std::string pointer_of_array(std::span<const item_place> places)
{
    std::string pointer;
    for (const item_place& place : places.first(places.size() - 1)) {
        append_to_pointer(pointer, place.name);
        append_to_pointer(pointer, place.index);
    }
    append_to_pointer(pointer, places.back().name);
    return pointer;
}

} // namespace rollcall::detail
