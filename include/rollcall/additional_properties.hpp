#pragma once

#include <rollcall/storage.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall {

/// A property that the schema does not declare: an annotation such as `@odata.etag`, or whatever an open type or a
/// newer service adds.
template <class Storage>
struct additional_property {
    /// The name, unescaped.
    typename Storage::string name;
    /// The value as JSON text, exactly as it was read: `1.0` stays `1.0`.
    typename Storage::string text;

    friend bool operator==(const additional_property&, const additional_property&) = default;
    friend auto operator<=>(const additional_property&, const additional_property&) = default;
};

/// The properties of an object that its type does not declare, and the order in which all of its properties were
/// read where that was not the declared one. Empty costs a pointer.
template <class Storage>
class additional_properties {
public:
    using string = typename Storage::string;
    using value_type = additional_property<Storage>;

    /// A place in an object: 0 is the `@odata.type` that names the object's type, 1 the first declared property,
    /// and so on; behind the declared ones come the additional ones.
    using slot = std::uint32_t;

    additional_properties() = default;
    additional_properties(const additional_properties& other)
        : contents_{other.contents_ ? std::make_unique<contents>(*other.contents_) : nullptr}
    {
    }
    additional_properties(additional_properties&&) noexcept = default;
    additional_properties& operator=(const additional_properties& other)
    {
        contents_ = other.contents_ ? std::make_unique<contents>(*other.contents_) : nullptr;
        return *this;
    }
    additional_properties& operator=(additional_properties&&) noexcept = default;
    ~additional_properties() = default;

    [[nodiscard]] bool empty() const noexcept { return !contents_ || contents_->properties.empty(); }
    [[nodiscard]] std::size_t size() const noexcept { return contents_ ? contents_->properties.size() : 0; }
    [[nodiscard]] const value_type* begin() const noexcept
    {
        return contents_ ? contents_->properties.data() : nullptr;
    }
    [[nodiscard]] const value_type* end() const noexcept { return begin() + size(); }

    /// The first property of this name, or null. Linear.
    [[nodiscard]] const value_type* find(std::string_view name) const noexcept
    {
        const auto* found =
            std::find_if(begin(), end(), [&](const value_type& property) { return property.name == name; });
        return found == end() ? nullptr : found;
    }
    [[nodiscard]] bool contains(std::string_view name) const noexcept { return find(name) != nullptr; }

    /// Adds a property behind the others. `text` must be one JSON value.
    void add(string name, string text) { make_contents().properties.push_back({std::move(name), std::move(text)}); }

    /// Removes everything and keeps the memory.
    void clear() noexcept
    {
        if (contents_) {
            contents_->properties.clear();
            contents_->order.clear();
        }
    }

    /// The order in which the properties were read; empty when that was the declared order, additional ones last.
    [[nodiscard]] const std::vector<slot>& order() const noexcept
    {
        static const std::vector<slot> declared_order;
        return contents_ ? contents_->order : declared_order;
    }
    [[nodiscard]] std::vector<slot>& mutable_order() { return make_contents().order; }

    /// The same properties, in any order.
    friend bool operator==(const additional_properties& left, const additional_properties& right)
    {
        if (std::equal(left.begin(), left.end(), right.begin(), right.end()))
            return true;
        return left.size() == right.size() && left.sorted() == right.sorted();
    }

private:
    struct contents {
        std::vector<value_type> properties;
        std::vector<slot> order;
    };

    [[nodiscard]] std::vector<value_type> sorted() const
    {
        std::vector<value_type> result{begin(), end()};
        std::sort(result.begin(), result.end());
        return result;
    }

    contents& make_contents()
    {
        if (!contents_)
            contents_ = std::make_unique<contents>();
        return *contents_;
    }

    std::unique_ptr<contents> contents_;
};

} // namespace rollcall
