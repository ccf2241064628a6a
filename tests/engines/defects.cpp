#include "defects.hpp"

#include "schema_outline.hpp"

#include <rollcall/detail/json_pointer.hpp>

#include <algorithm>        // std::equal
#include <array>            // std::array
#include <cstdint>          // std::int64_t
#include <initializer_list> // std::initializer_list
#include <limits>           // std::numeric_limits
#include <utility>          // std::move

namespace rollcall::engines {

namespace {

constexpr std::array<std::string_view, 27> wrong_date_times{
    R"("")",
    R"("2022-06-29")",
    R"("2022-06-29T22:54:43")",
    R"("2022-06-29 22:54:43Z")",
    R"("2022-06-29t22:54:43Z")",
    R"("2022-06-29T22:54:43z")",
    R"("2022-06-29T22:54Z")",
    R"("2022-06-29T22:54:43.Z")",
    R"("2022-06-29T22:54:43.1234567890123Z")",
    R"("2022-06-29T22:54:43,5Z")",
    R"("2022-06-29T24:00:00Z")",
    R"("2022-06-29T23:60:00Z")",
    R"("2022-06-29T23:59:60Z")",
    R"("2023-02-29T08:00:00Z")",
    R"("1900-02-29T08:00:00Z")",
    R"("2022-04-31T00:00:00Z")",
    R"("2022-00-10T00:00:00Z")",
    R"("2022-13-10T00:00:00Z")",
    R"("2022-10-00T00:00:00Z")",
    R"("0000-01-01T00:00:00Z")",
    R"("12022-06-29T22:54:43Z")",
    R"("2022-06-29T22:54:43+24:00")",
    R"("2022-06-29T22:54:43+0200")",
    R"("2022-06-29T22:54:43+02:60")",
    R"(" 2022-06-29T22:54:43Z")",
    R"("2022-06-29T22:54:43Z\n")",
    R"("2022-06-29T22:54:43Z\u0000")",
};

class defect_finder {
public:
    explicit defect_finder(const written_value& payload) : payload_{payload} {}

    [[nodiscard]] std::vector<defect> found() &&
    {
        look_at(payload_, false);
        return std::move(found_);
    }

private:
    /// `is_in_choice`: whether the object that the value is in may be of several types.
    void look_at(const written_value& value, bool is_in_choice)
    {
        if (value.outline)
            add_wrong_values(*value.outline, value, is_in_choice);
        const bool is_choice = value.outline && value.outline->types.size() > 1;
        if (value.type)
            add_wrong_members(value, is_choice);
        for (std::size_t index = 0; index < value.members.size(); ++index) {
            if (value.what == written_value::shape::object)
                add_duplicate(value, index);
            path_.push_back(index);
            look_at(value.members[index].value, is_choice);
            path_.pop_back();
        }
    }

    /// For the defects of a value that says what its object is: with a wrong one, that is of another type.
    void take_hold_of_object()
    {
        for (defect& one : found_)
            if (one.about == path_)
                one.about.pop_back();
    }

    [[nodiscard]] std::string pointer() const { return pointer_to(payload_, path_); }

    [[nodiscard]] std::string pointer_to_member(std::string_view name) const
    {
        std::string result = pointer();
        detail::append_to_pointer(result, name);
        return result;
    }

    void add_replacement(std::string_view rule, std::string_view text)
    {
        found_.push_back({defect::change::replace, path_, {{}, {}, scalar(text)}, rule, pointer(), path_});
    }

    void add_replacements(std::string_view rule, std::initializer_list<std::string_view> texts)
    {
        for (const std::string_view text : texts)
            add_replacement(rule, text);
    }

    // ------------------------------------------------------------ values

    void add_wrong_values(const value_outline& outline, const written_value& value, bool is_in_choice)
    {
        if (!outline.nullable)
            add_replacements("null-not-allowed", {"null"});
        switch (outline.kind) {
        case value_kind::anything:
            break;
        case value_kind::boolean:
            add_replacements("type", {"0", "1.5", R"("true")", "[]", "{}"});
            break;
        case value_kind::whole_number:
            add_replacements("type", {"true", R"("7")", "[]", "{}", "7.0", "70e-1", "1E0", "0.5", "1e400", "-0.0"});
            add_out_of_range(outline);
            add_no_multiple(outline);
            break;
        case value_kind::number:
            add_replacements("type", {"false", R"("7")", "[]", "{}"});
            add_out_of_limits(outline);
            add_no_multiple(outline);
            break;
        case value_kind::text:
            add_replacements("type", {"true", "7", "1.5", "[]", "{}"});
            add_wrong_length(outline);
            add_no_match(outline);
            break;
        case value_kind::date_time:
            add_replacements("type", {"true", "1656543283", "1.5", "[]", "{}"});
            for (const std::string_view text : wrong_date_times)
                add_replacement("date-time-format", text);
            break;
        case value_kind::date:
            add_replacements("type", {"true", "20220629", "[]", "{}"});
            add_replacements("schema-constraint", {R"("")", R"("2023-02-29")", R"("2022-6-29")", R"("2022-06-29Z")",
                                                   R"("0000-01-01")", R"("2022-13-01")", R"("2022-06-29\u0000")"});
            break;
        case value_kind::uuid:
            add_replacements("type", {"true", "7", "[]", "{}"});
            add_replacements("schema-constraint",
                             {R"("")", R"("0c6204c370b649819f2c5194ced1cdd1")",
                              R"("0c6204c3-70b6-4981-9f2c-5194ced1cddg")", R"("0c6204c3-70b6-4981-9f2c-5194ced1cdd")",
                              R"("{0c6204c3-70b6-4981-9f2c-5194ced1cdd1}")"});
            break;
        case value_kind::enumeration:
            add_replacements("type", {"true", "0", "[]", "{}"});
            add_replacements("unknown-enum-value",
                             {R"("")", R"("foot")", R"("Hand")", R"("hand ")", R"("hand\u0000")", R"("null")"});
            break;
        case value_kind::constant:
            // Where an object may be of several types, this one chooses: another text is another type.
            add_replacements("type", {"true", "7", "[]", "{}"});
            if (is_in_choice)
                take_hold_of_object();
            else
                add_replacements("schema-constraint", {R"("")", R"("#other")"});
            break;
        case value_kind::array:
            add_replacements("type", {"true", "7", R"("x")", "{}"});
            add_wrong_count(outline, value);
            add_equal_item(outline, value);
            break;
        case value_kind::object:
            add_replacements("type", {"true", "7", R"("x")", "[]", "[{}]"});
            break;
        }
    }

    void add_out_of_range(const value_outline& outline)
    {
        using int64_limits = std::numeric_limits<std::int64_t>;
        const std::string_view beyond_type = outline.is_int32() ? "int32-range" : "schema-constraint";
        const auto rule_for = [&](std::int64_t number) {
            const bool is_beyond =
                number < std::numeric_limits<std::int32_t>::min() || number > std::numeric_limits<std::int32_t>::max();
            return is_beyond ? beyond_type : "schema-constraint";
        };
        if (outline.lowest > int64_limits::min())
            add_replacement(rule_for(outline.lowest - 1), std::to_string(outline.lowest - 1));
        if (outline.highest < int64_limits::max())
            add_replacement(rule_for(outline.highest + 1), std::to_string(outline.highest + 1));
        add_replacements(beyond_type, {"9223372036854775808", "18446744073709551616", "-9223372036854775809",
                                       "-123456789012345678901234567890"});
    }

    void add_out_of_limits(const value_outline& outline)
    {
        if (outline.minimum)
            add_replacement("schema-constraint", std::to_string(*outline.minimum - (outline.minimum_excluded ? 0 : 1)));
        if (outline.maximum)
            add_replacement("schema-constraint", std::to_string(*outline.maximum + (outline.maximum_excluded ? 0 : 1)));
    }

    /// Next to the lowest number, which is a multiple itself.
    void add_no_multiple(const value_outline& outline)
    {
        if (outline.divisor && outline.kind == value_kind::whole_number)
            add_replacement("schema-constraint", std::to_string(outline.lowest + 1));
        else if (outline.divisor)
            add_replacement("schema-constraint", std::to_string(outline.minimum.value_or(0) + *outline.divisor / 2));
    }

    /// Patterns are of a whole text, and for capital letters and digits.
    void add_no_match(const value_outline& outline)
    {
        for (const std::string& text : outline.texts) {
            add_replacement("schema-constraint", quoted('a' + text.substr(1)));
            add_replacement("schema-constraint", '"' + text + "\\n\"");
            add_replacement("schema-constraint", '"' + text.substr(1) + "\\u0000\"");
        }
    }

    void add_equal_item(const value_outline& outline, const written_value& array)
    {
        const std::size_t size = array.members.size();
        if (!outline.is_set || size == 0 || size == outline.maximum_size)
            return;
        member_path where = path_;
        where.push_back(size);
        found_.push_back({defect::change::insert, where, array.members.front(), "schema-constraint",
                          pointer() + '/' + std::to_string(size), path_});
    }

    void add_wrong_length(const value_outline& outline)
    {
        if (outline.minimum_size > 0)
            add_replacement("schema-constraint", quoted(repeated("\xC3\xA9", outline.minimum_size - 1)));
        if (outline.maximum_size)
            add_replacement("schema-constraint", quoted(repeated("x", *outline.maximum_size + 1)));
    }

    void add_wrong_count(const value_outline& outline, const written_value& value)
    {
        if (value.members.empty())
            return;
        const std::string item = to_text(value.members.front().value) + ',';
        const auto items = [&](std::size_t count) {
            std::string text = '[' + repeated(item, count);
            if (count != 0)
                text.pop_back();
            return text + ']';
        };
        if (outline.minimum_size > 0)
            add_replacement("schema-constraint", items(outline.minimum_size - 1));
        if (outline.maximum_size)
            add_replacement("schema-constraint", items(*outline.maximum_size + 1));
    }

    [[nodiscard]] static std::string repeated(std::string_view text, std::size_t count)
    {
        std::string result;
        for (; count != 0; --count)
            result += text;
        return result;
    }

    // ------------------------------------------------------------ members

    void add_wrong_members(const written_value& object, bool is_choice)
    {
        const object_outline& type = *object.type;
        const property_outline* const discriminator = type.discriminator();
        for (std::size_t index = 0; index < object.members.size(); ++index) {
            const std::string& name = object.members[index].name;
            // An object that does not say which of several types it is of, is of the first.
            const bool chooses = is_choice && discriminator && discriminator->name == name;
            const bool is_required = type.requires_property(name) && !chooses;
            if (is_required)
                add_at(index, index, {defect::change::remove, {}, {}, "missing-property", pointer()});
            if (!type.open && name.find('@') == std::string::npos)
                add_misspelt(object, index, is_required);
        }
        if (!type.open)
            add_at(object.members.size() / 2, object.members.size(),
                   {defect::change::insert,
                    {},
                    {"remark", "\"remark\"", scalar("{\"value\":[1.0,{}]}")},
                    "unknown-property",
                    pointer_to_member("remark")});
    }

    /// A property that is missing since its name is misspelt in its case is not told twice.
    void add_misspelt(const written_value& object, std::size_t index, bool is_required)
    {
        std::string name = object.members[index].name;
        if (is_required)
            name.front() = static_cast<char>(name.front() - 'a' + 'A');
        else
            name += 's';
        written_member by{name, quoted(name), {}};
        add_at(index, index, {defect::change::rename, {}, std::move(by), "unknown-property", pointer_to_member(name)});
    }

    void add_duplicate(const written_value& object, std::size_t index)
    {
        const written_member& member = object.members[index];
        add_at(object.members.size(), index,
               {defect::change::insert, {}, member, "duplicate-property", pointer_to_member(member.name)});
    }

    /// `about` is the index of the member that the defect takes hold of.
    void add_at(std::size_t index, std::size_t about, defect one)
    {
        one.where = path_;
        one.where.push_back(index);
        one.about = path_;
        one.about.push_back(about);
        found_.push_back(std::move(one));
    }

    [[nodiscard]] static written_value scalar(std::string_view text)
    {
        written_value result;
        result.text = text;
        return result;
    }

    const written_value& payload_;
    member_path path_;
    std::vector<defect> found_;
};

} // namespace

std::vector<defect> defects_of(const written_value& payload)
{
    return defect_finder{payload}.found();
}

void apply(const defect& one, written_value& payload)
{
    if (one.how == defect::change::replace) {
        value_at(payload, one.where) = one.by.value;
        return;
    }
    const member_path container{one.where.begin(), one.where.end() - 1};
    auto& members = value_at(payload, container).members;
    const auto member = members.begin() + static_cast<std::ptrdiff_t>(one.where.back());
    if (one.how == defect::change::remove) {
        members.erase(member);
    } else if (one.how == defect::change::insert) {
        members.insert(member, one.by);
    } else {
        member->name = one.by.name;
        member->spelling = one.by.spelling;
    }
}

bool are_apart(const defect& first, const defect& second)
{
    const auto is_in = [](const member_path& inner, const member_path& outer) {
        return inner.size() >= outer.size() && std::equal(outer.begin(), outer.end(), inner.begin());
    };
    return first.where < second.where && !is_in(first.about, second.about) && !is_in(second.about, first.about);
}

} // namespace rollcall::engines
