#pragma once

#include <cstdint>
#include <string_view>

namespace rollcall {

/// What a payload says about a property: nothing, null, or a value.
enum class presence : std::uint8_t { absent, null, present };

/// How the bytes of a `T` tell that there is no value, for types that have bytes to spare: a property of it is then no
/// larger than its value. A specialisation has `get(value)`, which gives the presence and `present` for every value
/// that a `T` can have, and `set(value, presence)`, which makes it so.
template <class T>
struct presence_within;

/// A text that is none lies where no text can lie.
template <>
struct presence_within<std::string_view> {
    [[nodiscard]] static constexpr presence get(std::string_view text) noexcept
    {
        if (text.data() == &places[0])
            return presence::absent;
        return text.data() == &places[1] ? presence::null : presence::present;
    }
    static constexpr void set(std::string_view& text, presence presence) noexcept
    {
        // Where it lies is all that it says. NOLINTNEXTLINE(bugprone-string-constructor)
        text = {&places[static_cast<std::size_t>(presence)], 0};
    }

private:
    static constexpr char places[3]{};
};

} // namespace rollcall
