#pragma once

#include <rollcall/storage.hpp>

#include <utility>

namespace rollcall {

/// A member of the enumeration `E`, or the text of one that the schema does not list: the service's enumerations may
/// grow, and a member added to them must survive being read and written.
template <class E, class Storage>
class enumeration {
public:
    using string = typename Storage::string;

    constexpr enumeration() = default;
    constexpr enumeration(E member) noexcept : member_{member} {}

    /// A member that the schema does not list, by its text. For the text of a listed one, use the member itself.
    [[nodiscard]] static constexpr enumeration unlisted(string text)
    {
        enumeration result;
        result.text_ = std::move(text);
        result.listed_ = false;
        return result;
    }

    [[nodiscard]] constexpr bool is_listed() const noexcept { return listed_; }

    /// The member; meaningless unless `is_listed()`.
    [[nodiscard]] constexpr E member() const noexcept { return member_; }

    /// The text as read; empty when `is_listed()`.
    [[nodiscard]] constexpr const string& unlisted_text() const noexcept { return text_; }

    friend constexpr bool operator==(const enumeration& left, const enumeration& right)
    {
        return left.listed_ == right.listed_ &&
               (left.listed_ ? left.member_ == right.member_ : left.text_ == right.text_);
    }
    friend constexpr bool operator==(const enumeration& left, E right) noexcept
    {
        return left.listed_ && left.member_ == right;
    }

private:
    string text_{};
    E member_{};
    bool listed_ = true;
};

} // namespace rollcall
