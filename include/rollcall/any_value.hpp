#pragma once

#include <utility>

namespace rollcall {

/// A value of any type that JSON has, as its text.
template <class Storage>
class any_value {
public:
    using string = typename Storage::string;

    /// Null.
    any_value() = default;
    /// `text` must be one JSON value.
    explicit any_value(string text) : text_{std::move(text)} {}

    /// JSON, exactly as it was read: `1.0` stays `1.0`.
    [[nodiscard]] const string& text() const noexcept { return text_; }

    /// The same text.
    friend bool operator==(const any_value&, const any_value&) = default;

private:
    string text_{"null"};
};

} // namespace rollcall
