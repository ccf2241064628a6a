#pragma once

#include <rollcall/schema_file.hpp> // rollcall::schema_file

#include <boost/json/object.hpp> // boost::json::object

#include <cstdint>     // std::int64_t
#include <limits>      // std::numeric_limits
#include <map>         // std::map
#include <memory>      // std::shared_ptr
#include <optional>    // std::optional
#include <span>        // std::span
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

// What schema files say of values, as far as one has to know it to make payloads. It is read from the files themselves,
// not taken from the generator: what that overlooked would be missed here, too.

namespace rollcall::engines {

enum class value_kind : std::uint8_t {
    anything,
    boolean,
    whole_number,
    number,
    text,
    date_time,
    date,
    uuid,
    enumeration,
    /// The text that names the type of an object.
    constant,
    array,
    object,
};

struct object_outline;

struct value_outline {
    value_kind kind = value_kind::anything;
    bool nullable = false;

    /// Of a whole number.
    std::int64_t lowest = std::numeric_limits<std::int64_t>::min();
    std::int64_t highest = std::numeric_limits<std::int64_t>::max();
    /// Whether these are within 32 bits.
    [[nodiscard]] bool is_int32() const
    {
        using limits = std::numeric_limits<std::int32_t>;
        return lowest >= limits::min() && highest <= limits::max();
    }

    /// Of a number.
    std::optional<double> minimum{};
    std::optional<double> maximum{};
    bool minimum_excluded = false;
    bool maximum_excluded = false;

    /// Of a number: what it has to be a multiple of.
    std::optional<double> divisor{};

    /// Of a text its code points, of an array its items.
    std::size_t minimum_size = 0;
    std::optional<std::size_t> maximum_size{};
    /// Of an array: whether its items differ.
    bool is_set = false;

    /// Of an enumeration the members; of a constant the only text; of a text with a pattern examples, some at least.
    std::vector<std::string> texts{};

    std::shared_ptr<const value_outline> items{};

    /// What an object can be: its type first, then those derived from it which it can name.
    std::vector<const object_outline*> types{};
};

struct property_outline {
    std::string name;
    value_outline value;
};

struct object_outline {
    /// Of a file the name without its ending; else that of the place in the file.
    std::string name;
    const object_outline* base = nullptr;
    std::vector<property_outline> own_properties{};
    std::vector<std::string> own_required{};
    bool open = true;

    /// The base's properties, too. They are there as long as the outline.
    [[nodiscard]] std::vector<const property_outline*> properties() const;
    [[nodiscard]] bool requires_property(std::string_view property) const;
    /// The property that names the type; null where none does.
    [[nodiscard]] const property_outline* discriminator() const;
};

class schema_outline {
public:
    explicit schema_outline(std::span<const schema_file> files);
    // What it says of types refers to other types of its own.
    schema_outline(const schema_outline&) = delete;
    schema_outline& operator=(const schema_outline&) = delete;

    /// The files that describe an object, in the order of their names.
    [[nodiscard]] const std::vector<const object_outline*>& types() const noexcept { return types_; }
    /// Whether some type is named by a property of this name.
    [[nodiscard]] bool is_discriminator(std::string_view property) const;

private:
    using json_object = boost::json::object;

    /// A schema and the file that its references start from.
    struct place {
        const json_object* schema;
        std::string file;
    };

    [[nodiscard]] place referred_to(const place& from) const;
    [[nodiscard]] value_outline value_at(const place& where);
    [[nodiscard]] const object_outline& object_at(const place& where);
    void take_type(value_outline& value, const place& where);
    static void take_limits(value_outline& value, const json_object& schema);
    void take_alternatives(value_outline& value, const place& where);

    std::map<std::string, json_object> files_;
    std::map<const json_object*, object_outline> objects_;
    std::vector<const object_outline*> types_;
};

} // namespace rollcall::engines
