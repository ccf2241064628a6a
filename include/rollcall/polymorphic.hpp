#pragma once

#include <rollcall/additional_properties.hpp>

#include <boost/describe/class.hpp>

#include <concepts>
#include <type_traits>
#include <utility>
#include <variant>

namespace rollcall {

/// A value of a type derived from `Base` that the schema does not know. Its `@odata.type` and the properties that the
/// derived type adds are in `additionalProperties`.
template <class Base>
struct unknown_subtype : Base {
    friend bool operator==(const unknown_subtype&, const unknown_subtype&) = default;

    BOOST_DESCRIBE_CLASS(unknown_subtype, (Base), (), (), ())
};

/// A value of type `Base` or of a type derived from it, chosen by `@odata.type`: one of `Derived`, or one that the
/// schema does not know.
template <class Base, class... Derived>
class polymorphic {
public:
    using base_type = Base;
    using variant_type = std::variant<Base, Derived..., unknown_subtype<Base>>;

    polymorphic() = default;

    template <class T>
        requires(std::same_as<std::remove_cvref_t<T>, Base> || (std::same_as<std::remove_cvref_t<T>, Derived> || ...) ||
                 std::same_as<std::remove_cvref_t<T>, unknown_subtype<Base>>)
    polymorphic(T&& value) : variant_{std::forward<T>(value)}
    {
    }

    /// What all alternatives share.
    [[nodiscard]] Base& base() noexcept
    {
        return std::visit([](auto& value) -> Base& { return value; }, variant_);
    }
    [[nodiscard]] const Base& base() const noexcept
    {
        return std::visit([](const auto& value) -> const Base& { return value; }, variant_);
    }
    [[nodiscard]] Base* operator->() noexcept { return &base(); }
    [[nodiscard]] const Base* operator->() const noexcept { return &base(); }

    /// The value as exactly a `T`, or null.
    template <class T>
    [[nodiscard]] T* get_if() noexcept
    {
        return std::get_if<T>(&variant_);
    }
    template <class T>
    [[nodiscard]] const T* get_if() const noexcept
    {
        return std::get_if<T>(&variant_);
    }
    [[nodiscard]] bool is_unknown_subtype() const noexcept { return get_if<unknown_subtype<Base>>() != nullptr; }

    /// The value as a variant, for `std::visit`.
    [[nodiscard]] variant_type& variant() noexcept { return variant_; }
    [[nodiscard]] const variant_type& variant() const noexcept { return variant_; }

    friend bool operator==(const polymorphic&, const polymorphic&) = default;

private:
    variant_type variant_;
};

} // namespace rollcall
