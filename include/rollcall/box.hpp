#pragma once

#include <cassert>
#include <memory>
#include <utility>

namespace rollcall {

/// A value in memory of its own, so that a type can contain itself. Copies are deep. A default-made box is empty, as
/// is the one in an absent property; a present property's box holds a value.
template <class T>
class box {
public:
    box() = default;
    box(T value) : value_{std::make_unique<T>(std::move(value))} {}
    box(const box& other) : value_{other.value_ ? std::make_unique<T>(*other.value_) : nullptr} {}
    box(box&&) noexcept = default;
    box& operator=(const box& other)
    {
        value_ = other.value_ ? std::make_unique<T>(*other.value_) : nullptr;
        return *this;
    }
    box& operator=(box&&) noexcept = default;
    ~box() = default;

    [[nodiscard]] bool empty() const noexcept { return !value_; }

    /// The value. The box must not be empty.
    [[nodiscard]] T& operator*() noexcept
    {
        assert(value_);
        return *value_;
    }
    [[nodiscard]] const T& operator*() const noexcept
    {
        assert(value_);
        return *value_;
    }
    [[nodiscard]] T* operator->() noexcept { return &**this; }
    [[nodiscard]] const T* operator->() const noexcept { return &**this; }

    /// Puts a default-made value into the box and gives it.
    T& emplace()
    {
        value_ = std::make_unique<T>();
        return *value_;
    }

    friend bool operator==(const box& left, const box& right)
    {
        return left.empty() || right.empty() ? left.empty() == right.empty() : *left == *right;
    }

private:
    std::unique_ptr<T> value_;
};

} // namespace rollcall
