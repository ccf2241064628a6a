#include "benchmark_cases.hpp"

#include <rollcall/date_time.hpp> // date_time

#include <simdjson.h>

#include <cstdint>     // std::int32_t, std::int64_t
#include <limits>      // std::numeric_limits
#include <memory>      // std::make_shared
#include <optional>    // std::optional
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

// What one writes with simdjson's on-demand interface to check the schema of a collection of attendance records and,
// if wanted, to keep what it says. It knows the schema and none of the rules, tells only whether a payload is right,
// and does not look into what it may skip: members of an identity or annotations that the schema does not declare.

namespace rollcall::bench {

namespace {

namespace ondemand = simdjson::ondemand;

/// Where a value goes that is only checked.
struct nothing {
    nothing& operator=(std::string_view) { return *this; }
    void reset() {}
};

template <class Text>
struct interval {
    std::optional<date_time> joinDateTime;
    std::optional<date_time> leaveDateTime;
    std::optional<std::int32_t> durationInSeconds;
};

template <class Text>
struct engagement {
    std::optional<date_time> dateTime;
    Text engagementType;
    Text engagementSubType;
};

template <class Text>
struct registration {
    Text referrer;
    Text registrationId;
};

template <class Text>
struct identity {
    Text type;
    Text id;
    Text displayName;
    Text tenantId;
    Text azureCommunicationServicesResourceId;
};

template <class Text>
struct record {
    Text id;
    Text emailAddress;
    std::optional<std::int32_t> totalAttendanceInSeconds;
    Text role;
    Text registrantId;
    Text registrationId;
    std::optional<bench::identity<Text>> identity;
    std::vector<interval<Text>> attendanceIntervals;
    std::optional<registration<Text>> externalRegistrationInformation;
    std::vector<engagement<Text>> engagements;
};

template <class Text>
struct collection {
    Text context;
    std::optional<std::int64_t> count;
    Text nextLink;
    std::vector<record<Text>> value;
};

/// Reads with `Text` = std::optional<std::string>, and only checks with `Text` = nothing.
template <class Text>
class schema_reader {
    static constexpr bool keeps = !std::is_same_v<Text, nothing>;

    /// What became of a member.
    enum class outcome { right, wrong, undeclared };

    [[nodiscard]] static outcome right_if(bool is_right) { return is_right ? outcome::right : outcome::wrong; }

    /// Calls `member(name, value)`. A name is compared as it is written, and unescaped only if that did not do.
    template <class Member>
    [[nodiscard]] static bool read_object(ondemand::object object, bool is_open, Member member)
    {
        for (auto each : object) {
            ondemand::field field;
            if (std::move(each).get(field))
                return false;
            const ondemand::raw_json_string written = field.key();
            outcome result = member(written.raw()[0], written, field.value());
            if (result == outcome::undeclared) {
                std::string_view name;
                if (field.unescaped_key().get(name))
                    return false;
                if (!name.empty())
                    result = member(name.front(), name, field.value());
                if (result == outcome::undeclared && (is_open || name.find('@') != std::string_view::npos))
                    result = outcome::right;
            }
            if (result != outcome::right)
                return false;
        }
        return true;
    }

    template <class Item, class ReadItem>
    [[nodiscard]] static bool read_array(ondemand::value value, std::vector<Item>& items, ReadItem read_item)
    {
        ondemand::array array;
        if (value.get_array().get(array))
            return false;
        Item checked;
        for (auto each : array) {
            ondemand::value item;
            if (each.get(item) || !read_item(item, keeps ? items.emplace_back() : checked))
                return false;
        }
        return true;
    }

    [[nodiscard]] static bool is_null(ondemand::value& value)
    {
        bool result = false;
        return !value.is_null().get(result) && result;
    }

    [[nodiscard]] static bool read_text(ondemand::value value, Text& to)
    {
        std::string_view text;
        if (value.get_string().get(text))
            return false;
        to = text;
        return true;
    }

    [[nodiscard]] static bool read_text_or_null(ondemand::value value, Text& to)
    {
        return read_text(value, to) || is_null(value);
    }

    template <class Integer>
    [[nodiscard]] static bool read_integer(ondemand::value value, std::int64_t minimum, std::optional<Integer>& to)
    {
        std::int64_t number = 0;
        if (value.get_int64().get(number) || number < minimum || number > std::numeric_limits<Integer>::max())
            return false;
        to = static_cast<Integer>(number);
        return true;
    }

    [[nodiscard]] static bool read_int32_or_null(ondemand::value value, std::optional<std::int32_t>& to)
    {
        return read_integer(value, std::numeric_limits<std::int32_t>::min(), to) || is_null(value);
    }

    [[nodiscard]] static bool read_date_time_or_null(ondemand::value value, std::optional<date_time>& to)
    {
        std::string_view text;
        if (value.get_string().get(text))
            return is_null(value);
        to = date_time::parse(text);
        return to.has_value();
    }

    [[nodiscard]] static bool read_interval(ondemand::value value, interval<Text>& to)
    {
        ondemand::object object;
        if (value.get_object().get(object))
            return false;
        return read_object(object, false, [&](char first, const auto& name, ondemand::value member) {
            if (first == 'j' && name == "joinDateTime")
                return right_if(read_date_time_or_null(member, to.joinDateTime));
            if (first == 'l' && name == "leaveDateTime")
                return right_if(read_date_time_or_null(member, to.leaveDateTime));
            if (first == 'd' && name == "durationInSeconds")
                return right_if(read_int32_or_null(member, to.durationInSeconds));
            return outcome::undeclared;
        });
    }

    [[nodiscard]] static bool read_engagement(ondemand::value value, engagement<Text>& to)
    {
        ondemand::object object;
        if (value.get_object().get(object))
            return false;
        return read_object(object, false, [&](char, const auto& name, ondemand::value member) {
            if (name == "dateTime")
                return right_if(read_date_time_or_null(member, to.dateTime));
            if (name == "engagementType")
                return right_if(read_engagement_type_or_null(member, to.engagementType));
            if (name == "engagementSubType")
                return right_if(read_text_or_null(member, to.engagementSubType));
            return outcome::undeclared;
        });
    }

    [[nodiscard]] static bool read_engagement_type_or_null(ondemand::value value, Text& to)
    {
        std::string_view text;
        if (value.get_string().get(text))
            return is_null(value);
        to = text;
        return text == "reaction" || text == "hand" || text == "camera" || text == "microphone" ||
               text == "unknownFutureValue";
    }

    [[nodiscard]] static bool read_registration(ondemand::value value, registration<Text>& to)
    {
        ondemand::object object;
        if (value.get_object().get(object))
            return false;
        return read_object(object, false, [&](char, const auto& name, ondemand::value member) {
            if (name == "referrer")
                return right_if(read_text_or_null(member, to.referrer));
            if (name == "registrationId")
                return right_if(read_text_or_null(member, to.registrationId));
            return outcome::undeclared;
        });
    }

    /// Which properties an identity declares depends on its type, which may be its last property.
    [[nodiscard]] static bool read_identity(ondemand::value value, identity<Text>& to)
    {
        ondemand::object object;
        if (value.get_object().get(object))
            return false;
        bool is_user = false, is_of_services = false;
        bool tenant_is_right = true, resource_is_right = true;
        const bool is_right = read_object(object, true, [&](char first, const auto& name, ondemand::value member) {
            if (first == '@' && name == "@odata.type") {
                std::string_view type;
                if (member.get_string().get(type))
                    return outcome::wrong;
                is_user = type == "#microsoft.graph.communicationsUserIdentity";
                is_of_services = type == "#microsoft.graph.azureCommunicationServicesUserIdentity";
                to.type = type;
                return outcome::right;
            }
            if (first == 'i' && name == "id")
                return right_if(read_text_or_null(member, to.id));
            if (first == 'd' && name == "displayName")
                return right_if(read_text_or_null(member, to.displayName));
            if (first == 't' && name == "tenantId") {
                tenant_is_right = read_text_or_null(member, to.tenantId);
                return outcome::right;
            }
            if (first == 'a' && name == "azureCommunicationServicesResourceId") {
                resource_is_right = read_text_or_null(member, to.azureCommunicationServicesResourceId);
                return outcome::right;
            }
            return outcome::undeclared;
        });
        return is_right && (tenant_is_right || !is_user) && (resource_is_right || !is_of_services);
    }

    template <class Part, class ReadPart>
    [[nodiscard]] static bool read_part_or_null(ondemand::value value, std::optional<Part>& to, ReadPart read_part)
    {
        return is_null(value) || read_part(value, to.emplace());
    }

    [[nodiscard]] static bool read_record(ondemand::value value, record<Text>& to)
    {
        ondemand::object object;
        if (value.get_object().get(object))
            return false;
        return read_object(object, false, [&](char first, const auto& name, ondemand::value member) {
            switch (first) {
            case 'i':
                if (name == "id")
                    return right_if(read_text(member, to.id));
                if (name == "identity")
                    return right_if(read_part_or_null(member, to.identity, &read_identity));
                break;
            case 'e':
                if (name == "emailAddress")
                    return right_if(read_text_or_null(member, to.emailAddress));
                if (name == "externalRegistrationInformation")
                    return right_if(read_part_or_null(member, to.externalRegistrationInformation, &read_registration));
                if (name == "engagements")
                    return right_if(read_array(member, to.engagements, &read_engagement));
                break;
            case 't':
                if (name == "totalAttendanceInSeconds")
                    return right_if(read_int32_or_null(member, to.totalAttendanceInSeconds));
                break;
            case 'r':
                if (name == "role")
                    return right_if(read_text_or_null(member, to.role));
                if (name == "registrantId")
                    return right_if(read_text_or_null(member, to.registrantId));
                if (name == "registrationId")
                    return right_if(read_text_or_null(member, to.registrationId));
                break;
            case 'a':
                if (name == "attendanceIntervals")
                    return right_if(read_array(member, to.attendanceIntervals, &read_interval));
                break;
            }
            return outcome::undeclared;
        });
    }

public:
    [[nodiscard]] static bool read(ondemand::parser& parser, const std::string& payload, collection<Text>& to)
    {
        ondemand::document document;
        ondemand::object object;
        if (parser.iterate(payload.data(), payload.size(), payload.capacity()).get(document) ||
            document.get_object().get(object))
            return false;
        bool has_value = false;
        const bool is_right = read_object(object, false, [&](char, const auto& name, ondemand::value member) {
            if (name == "value") {
                has_value = true;
                return right_if(read_array(member, to.value, &read_record));
            }
            if (name == "@odata.context")
                return right_if(read_text(member, to.context));
            if (name == "@odata.count")
                return right_if(read_integer(member, 0, to.count));
            if (name == "@odata.nextLink")
                return right_if(read_text(member, to.nextLink));
            return outcome::undeclared;
        });
        // There is no way to ask whether something follows, but that there is no place any more.
        return is_right && has_value && document.current_location().error() == simdjson::OUT_OF_BOUNDS;
    }
};

template <class Text>
work prepare(const std::string& payload)
{
    return [&payload, parser = std::make_shared<ondemand::parser>()] {
        collection<Text> to;
        return schema_reader<Text>::read(*parser, payload, to);
    };
}

} // namespace

work prepare_simdjson_judging(const std::string& payload)
{
    return prepare<nothing>(payload);
}

work prepare_simdjson_reading(const std::string& payload)
{
    return prepare<std::optional<std::string>>(payload);
}

} // namespace rollcall::bench
