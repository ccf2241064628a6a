#pragma once

#include <rollcall/presence.hpp>

#include <cassert>
#include <concepts>
#include <type_traits>
#include <utility>

namespace rollcall {

/// The argument that makes a property null.
struct null_t {
    explicit null_t() = default;
};
inline constexpr null_t null{};

/// A property of a payload: absent (an OData `$select` leaves properties out), null, or present with a value.
/// All three survive reading and writing. A default-made property is absent.
///
/// The value's memory is kept when the property becomes absent or null, so that a record that is read again and
/// again does not allocate. It can only be reached while the property is present. A property of a `date_time` or a
/// `std::string_view` is no larger than that.
template <class T>
class property {
    /// Whether the value tells itself whether it is there.
    static constexpr bool is_within = requires(T& value) { presence_within<T>::set(value, presence::absent); };

public:
    using value_type = T;

    constexpr property()
        requires(!is_within)
    = default;
    constexpr property() noexcept
        requires(is_within)
    {
        set_presence(presence::absent);
    }
    constexpr property(null_t) noexcept { set_presence(presence::null); }

    template <class U = T>
        requires(!std::same_as<std::remove_cvref_t<U>, property> && !std::same_as<std::remove_cvref_t<U>, null_t> &&
                 std::convertible_to<U, T>)
    constexpr property(U&& value) : value_{std::forward<U>(value)}, presence_{presence::present}
    {
    }

    constexpr property& operator=(null_t) noexcept
    {
        set_presence(presence::null);
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

    [[nodiscard]] constexpr rollcall::presence presence() const noexcept
    {
        if constexpr (is_within)
            return presence_within<T>::get(value_);
        else
            return presence_;
    }
    [[nodiscard]] constexpr bool is_absent() const noexcept { return presence() == presence::absent; }
    [[nodiscard]] constexpr bool is_null() const noexcept { return presence() == presence::null; }
    [[nodiscard]] constexpr bool has_value() const noexcept { return presence() == presence::present; }
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

    /// Makes the property present and gives its value to be filled, which may be any.
    constexpr T& make_present() noexcept
    {
        set_presence(presence::present);
        return value_;
    }

    /// Makes the property absent.
    constexpr void reset() noexcept { set_presence(presence::absent); }

    friend constexpr bool operator==(const property& left, const property& right)
    {
        return left.presence() == right.presence() && (!left.has_value() || left.value_ == right.value_);
    }

private:
    /// What stands beside a value that tells its presence itself.
    struct nothing {
        constexpr nothing(rollcall::presence) noexcept {}
    };

    constexpr void set_presence(rollcall::presence presence) noexcept
    {
        if constexpr (is_within)
            presence_within<T>::set(value_, presence);
        else
            presence_ = presence;
    }

    T value_{};
    [[no_unique_address]] std::conditional_t<is_within, nothing, rollcall::presence> presence_ = presence::absent;
};

} // namespace rollcall
