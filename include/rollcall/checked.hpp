#pragma once

#include <rollcall/any_value.hpp>
#include <rollcall/checks.hpp>
#include <rollcall/detail/operations.hpp>
#include <rollcall/detail/text_output.hpp>

#include <concepts>
#include <string_view>
#include <type_traits>
#include <utility>

namespace rollcall {

/// A value that has more to keep to than its type can say. When it is read, `Checks::check` judges its text, unless it
/// is wrong by its type already; nothing judges what is put in by code.
template <class T, class Checks>
class checked {
public:
    checked() = default;
    template <class U = T>
        requires(!std::same_as<std::remove_cvref_t<U>, checked> && std::convertible_to<U, T>)
    checked(U&& value) : value_(std::forward<U>(value))
    {
    }

    [[nodiscard]] T& operator*() noexcept { return value_; }
    [[nodiscard]] const T& operator*() const noexcept { return value_; }
    [[nodiscard]] T* operator->() noexcept { return &value_; }
    [[nodiscard]] const T* operator->() const noexcept { return &value_; }

    // Defaulted, it would be looked into before the types that contain each other are complete.
    friend bool operator==(const checked& left, const checked& right) { return left.value_ == right.value_; }

private:
    T value_{};
};

namespace detail {

template <class Storage>
struct operations_of<any_value<Storage>> {
    static constexpr std::string_view expected = "a value";
    static void set_text(void* value, const payload_text& text)
    {
        typename Storage::string stored;
        text.store(stored);
        as<any_value<Storage>>(value) = any_value<Storage>{std::move(stored)};
    }
};

template <class T, class Checks>
struct wrapper<checked<T, Checks>> {
    using value_type = T;
    static constexpr bool holds_null = false;
    static T& open(checked<T, Checks>& checked) { return *checked; }
    static void close(checked<T, Checks>& checked) { checked = {}; }
    static void check(std::string_view text, check_findings& found)
    {
        checks::findings findings{found};
        Checks::check(checks::value{text}, findings);
    }
};

template <class Storage>
void write_value(text_output& to, const any_value<Storage>& value)
{
    to += std::string_view{value.text()};
}

template <class T, class Checks>
void write_value(text_output& to, const checked<T, Checks>& value)
{
    write_value(to, *value);
}

} // namespace detail

} // namespace rollcall
