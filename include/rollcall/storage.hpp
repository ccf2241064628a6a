#pragma once

#include <rollcall/array_memory.hpp>

#include <string>
#include <string_view>
#include <vector>

namespace rollcall {

/// Values that own their text: what a program keeps. The default.
struct owning {
    using string = std::string;
    template <class T>
    using array = std::vector<T>;
};

/// Values whose text lies in the payload they were read from, and whose arrays lie in the result they were read into:
/// what judging uses, and what a program uses that looks at a payload and lets it go. Such a value must not outlive the
/// payload's bytes, nor its result.
struct borrowed {
    using string = std::string_view;
    template <class T>
    using array = std::vector<T, array_allocator<T>>;
};

/// An array in the way of a storage.
template <class Storage, class T>
using array = typename Storage::template array<T>;

} // namespace rollcall
