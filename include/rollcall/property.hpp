#pragma once

#include <cassert>
#include <concepts>
#include <cstdint>
#include <type_traits>
#include <utility>

namespace rollcall {

/// What a payload says about a property: nothing, null, or a value.
enum class presence : std::uint8_t { absent, null, present };

/// The argument that makes a property null.
struct null_t {
    explicit null_t() = default;
};
inline constexpr null_t null{};

/// A property of a payload: absent (an OData `$select` leaves properties out), null, or present with a value.
/// All three survive reading and writing. A default-made property is absent.
///
/// The value's memory is kept when the property becomes absent or null, so that a record that is read again and
/// again does not allocate. It can only be reached while the property is present.
template <class T>
class property {
public:
    using value_type = T;

    constexpr property() = default;
    constexpr property(null_t) noexcept : presence_{presence::null} {}

    template <class U = T>
        requires(!std::same_as<std::remove_cvref_t<U>, property> && !std::same_as<std::remove_cvref_t<U>, null_t> &&
                 std::convertible_to<U, T>)
    constexpr property(U&& value) : value_{std::forward<U>(value)}, presence_{presence::present}
    {
    }

    constexpr property& operator=(null_t) noexcept
    {
        presence_ = presence::null;
        return *this;
    }

    template <class U = T>
        requires(!std::same_as<std::remove_cvref_t<U>, property> && !std::same_as<std::remove_cvref_t<U>, null_t> &&
                 std::assignable_from<T&, U>)
    constexpr property& operator=(U&& value)
    {
        value_ = std::forward<U>(value);
        presence_ = presence::present;
        return *this;
    }

    [[nodiscard]] constexpr rollcall::presence presence() const noexcept { return presence_; }
    [[nodiscard]] constexpr bool is_absent() const noexcept { return presence_ == presence::absent; }
    [[nodiscard]] constexpr bool is_null() const noexcept { return presence_ == presence::null; }
    [[nodiscard]] constexpr bool has_value() const noexcept { return presence_ == presence::present; }
    [[nodiscard]] constexpr explicit operator bool() const noexcept { return has_value(); }

    /// The value. The property must be present.
    [[nodiscard]] constexpr T& operator*() noexcept
    {
        assert(has_value());
        return value_;
    }
    [[nodiscard]] constexpr const T& operator*() const noexcept
    {
        assert(has_value());
        return value_;
    }
    [[nodiscard]] constexpr T* operator->() noexcept { return &**this; }
    [[nodiscard]] constexpr const T* operator->() const noexcept { return &**this; }

    /// The value, or `otherwise` when the property is null or absent.
    template <class U>
    [[nodiscard]] constexpr T value_or(U&& otherwise) const
    {
        return has_value() ? value_ : static_cast<T>(std::forward<U>(otherwise));
    }

    /// Makes the property present and gives its value to be filled. The value is whatever it was before.
    constexpr T& make_present() noexcept
    {
        presence_ = presence::present;
        return value_;
    }

    /// Makes the property absent.
    constexpr void reset() noexcept { presence_ = presence::absent; }

    friend constexpr bool operator==(const property& left, const property& right)
    {
        return left.presence_ == right.presence_ && (!left.has_value() || left.value_ == right.value_);
    }

private:
    T value_{};
    rollcall::presence presence_ = presence::absent;
};

} // namespace rollcall
