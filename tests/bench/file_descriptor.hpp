#pragma once

#include <unistd.h> // close

#include <utility> // std::exchange

namespace rollcall::bench {

/// An open file, or none, which is closed with this object.
class file_descriptor {
public:
    file_descriptor() = default;
    explicit file_descriptor(int number) noexcept : number_{number} {}
    file_descriptor(file_descriptor&& other) noexcept : number_{std::exchange(other.number_, none)} {}
    file_descriptor& operator=(file_descriptor other) noexcept
    {
        std::swap(number_, other.number_);
        return *this;
    }
    ~file_descriptor()
    {
        if (number_ != none)
            ::close(number_);
    }

    [[nodiscard]] int get() const noexcept { return number_; }

private:
    static constexpr int none = -1;
    int number_ = none;
};

} // namespace rollcall::bench
