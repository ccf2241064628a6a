#include "payload_generator.hpp"

#include <algorithm> // std::max, std::swap
#include <array>     // std::array
#include <chrono>    // std::chrono
#include <stdexcept> // std::invalid_argument

namespace rollcall::bench {

namespace {

/// The rules by the values of the enumeration.
constexpr auto rules = std::to_array<std::string_view>({
    "",
    "type",
    "null-not-allowed",
    "int32-range",
    "date-time-format",
    "unknown-property",
    "unknown-enum-value",
    "duplicate-property",
    "total-is-sum",
    "duration-is-difference",
    "duration-is-cut",
    "leave-before-join",
    "missing-endpoint-has-zero-duration",
    "duration-not-negative",
    "intervals-in-order",
    "intervals-overlap",
    "unknown-role",
    "unknown-identity-type",
    "acs-id-names-resource",
    "identity-set-shape",
    "registrant-id-retired",
    "record-id-unique",
});
static_assert(rules[static_cast<std::size_t>(defect::record_id_unique)] == "record-id-unique");

constexpr auto defects = [] {
    std::array<defect, rules.size() - 1> result{};
    for (std::size_t index = 0; index < result.size(); ++index)
        result[index] = static_cast<defect>(index + 1);
    return result;
}();
constexpr auto schema_defect_count = static_cast<std::size_t>(defect::unknown_enum_value);

/// SplitMix64. The distributions of the standard library differ from one to the next, so there are none here.
class random_numbers {
public:
    random_numbers(std::uint64_t seed, std::uint64_t stream) : state_{seed * 0xD1342543DE82EF95 + stream} { next(); }

    std::uint64_t next() noexcept
    {
        std::uint64_t mixed = state_ += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }

    /// A number from 0 to `bound` - 1.
    std::uint32_t below(std::uint32_t bound) noexcept
    {
        return static_cast<std::uint32_t>(((next() >> 32) * bound) >> 32);
    }

    std::uint32_t between(std::uint32_t first, std::uint32_t last) noexcept { return first + below(last - first + 1); }

    template <class Items>
    const auto& one_of(const Items& items) noexcept
    {
        return items[below(static_cast<std::uint32_t>(items.size()))];
    }

private:
    std::uint64_t state_;
};

/// Writes JSON, compact or indented by two spaces. Values come as JSON text.
class json_writer {
public:
    json_writer(std::string& out, payload_layout layout) : out_{out}, indented_{layout == payload_layout::indented} {}

    void open(char bracket)
    {
        out_ += bracket;
        ++depth_;
        is_first_ = true;
    }

    void open(std::string_view name, char bracket)
    {
        start(name);
        open(bracket);
    }

    void close(char bracket)
    {
        --depth_;
        if (!is_first_)
            break_line();
        out_ += bracket;
        is_first_ = false;
    }

    /// Before an item of an array.
    void next_item()
    {
        if (!is_first_)
            out_ += ',';
        is_first_ = false;
        break_line();
    }

    void member(std::string_view name, std::string_view value)
    {
        start(name);
        out_ += value;
    }

    void string_member(std::string_view name, std::string_view text)
    {
        start(name);
        out_ += '"';
        out_ += text;
        out_ += '"';
    }

    void number_member(std::string_view name, std::int64_t value) { member(name, std::to_string(value)); }

private:
    void start(std::string_view name)
    {
        next_item();
        out_ += '"';
        out_ += name;
        out_ += indented_ ? "\": " : "\":";
    }

    void break_line()
    {
        if (!indented_)
            return;
        out_ += '\n';
        out_.append(2 * depth_, ' ');
    }

    std::string& out_;
    bool indented_;
    std::size_t depth_ = 0;
    bool is_first_ = true;
};

constexpr std::int64_t ticks_per_second = 10'000'000;

/// `2022-06-29T22:54:43.656285Z`: 100 ns at best, and no zeros at the end of the fraction.
std::string date_time_text(std::int64_t ticks)
{
    const std::int64_t seconds = ticks / ticks_per_second;
    std::int64_t fraction = ticks % ticks_per_second;
    const std::chrono::sys_seconds moment{std::chrono::seconds{seconds}};
    const auto day = std::chrono::floor<std::chrono::days>(moment);
    const std::chrono::year_month_day date{day};
    const std::int64_t of_day = (moment - day).count();

    std::string text;
    const auto add = [&](std::int64_t value, int digits) {
        std::int64_t divisor = 1;
        for (int digit = 1; digit < digits; ++digit)
            divisor *= 10;
        for (; divisor != 0; divisor /= 10)
            text += static_cast<char>('0' + value / divisor % 10);
    };
    add(static_cast<int>(date.year()), 4);
    text += '-';
    add(static_cast<unsigned>(date.month()), 2);
    text += '-';
    add(static_cast<unsigned>(date.day()), 2);
    text += 'T';
    add(of_day / 3600, 2);
    text += ':';
    add(of_day / 60 % 60, 2);
    text += ':';
    add(of_day % 60, 2);
    if (fraction != 0) {
        int digits = 7;
        for (; fraction % 10 == 0; fraction /= 10)
            --digits;
        text += '.';
        add(fraction, digits);
    }
    text += 'Z';
    return text;
}

std::string uuid_text(random_numbers& random)
{
    std::string text;
    text.reserve(36);
    std::uint64_t bits = 0;
    for (unsigned digit = 0; digit < 32; ++digit, bits >>= 4) {
        if (digit % 16 == 0)
            bits = random.next();
        if (digit == 8 || digit == 12 || digit == 16 || digit == 20)
            text += '-';
        text += "0123456789abcdef"[bits & 0xF];
    }
    return text;
}

struct person_name {
    std::string_view written;
    /// As it stands in an address.
    std::string_view plain;
};

constexpr std::array<person_name, 24> given_names{{
    {"Lisa", "lisa"},      {"Raymond", "raymond"}, {"Frederick", "frederick"}, {"Misty", "misty"},
    {"Jörg", "joerg"},     {"Zoë", "zoe"},         {"Márta", "marta"},         {"Wei", "wei"},
    {"Oluwaseun", "seun"}, {"Amélie", "amelie"},   {"Tomás", "tomas"},         {"Anna", "anna"},
    {"Priya", "priya"},    {"Haruto", "haruto"},   {"Ingrid", "ingrid"},       {"Mateo", "mateo"},
    {"Chen", "chen"},      {"Fatima", "fatima"},   {"Noah", "noah"},           {"Olivia", "olivia"},
    {"Sean", "sean"},      {"Katarzyna", "kasia"}, {"Emil", "emil"},           {"Nadia", "nadia"},
}};
constexpr std::array<person_name, 24> family_names{{
    {"Adkins", "adkins"},   {"Bonilla", "bonilla"}, {"Cormier", "cormier"},       {"Croft", "croft"},
    {"Müller", "mueller"},  {"Nguyễn", "nguyen"},   {"O'Brien", "obrien"},        {"Kowalska", "kowalska"},
    {"Tanaka", "tanaka"},   {"Okafor", "okafor"},   {"Schröder", "schroeder"},    {"Ivanova", "ivanova"},
    {"Lindqvist", "lindq"}, {"García", "garcia"},   {"van der Berg", "vdberg"},   {"Silva", "silva"},
    {"Haddad", "haddad"},   {"Yılmaz", "yilmaz"},   {"Fitzgerald", "fitzgerald"}, {"Novák", "novak"},
    {"Sørensen", "soren"},  {"Dubois", "dubois"},   {"Rossi", "rossi"},           {"Patel", "patel"},
}};
constexpr std::array<std::string_view, 6> domains{"contoso.com", "fabrikam.com",         "adatum.com",
                                                  "litware.com", "northwindtraders.com", "tailspintoys.com"};
/// One of several hundred names has an escape.
constexpr std::uint32_t one_nickname_in = 256;

struct interval {
    /// In ticks since 1970.
    std::int64_t join = 0;
    std::int64_t leave = 0;
    std::int64_t duration = 0;

    void set_duration() noexcept { duration = (leave - join) / ticks_per_second; }
};

/// How many records are in front of this one in its response.
std::size_t number_in_response(const payload_options& options, std::size_t number) noexcept
{
    switch (options.shape) {
    case payload_shape::collection_lines:
        return number % options.records_per_line;
    case payload_shape::record_lines:
        return 0;
    case payload_shape::collection:
        break;
    }
    return number;
}

class record_maker {
public:
    explicit record_maker(const payload_options& options) : options_{options} {}

    void write(std::size_t number, json_writer& out) const
    {
        random_numbers random{options_.seed, number + 1};
        const defect wrong = defect_of(options_, number);
        const std::string id =
            id_of(wrong == defect::record_id_unique ? number - number_in_response(options_, number) : number);
        const std::vector<interval> stays = make_stays(random, wrong);
        const person_name given = random.one_of(given_names);
        const person_name family = random.one_of(family_names);
        const identity_kind identity =
            wrong == defect::acs_id_names_resource ? identity_kind::communication_services : choose_identity(random);

        out.open('{');
        out.string_member("id", id);
        out.string_member("emailAddress", identity == identity_kind::communication_services
                                              ? std::string{}
                                              : std::string{given.plain} + '.' + std::string{family.plain} + '@' +
                                                    std::string{random.one_of(domains)});
        write_total(stays, wrong, out);
        write_role(random, wrong, out);
        if (wrong == defect::unknown_property)
            out.number_member("attendanceDuration", 5);
        out.member("registrantId", wrong == defect::registrant_id_retired ? "\"registrant-7\"" : "null");
        write_identity(random, identity, display_name(random, given, family), wrong, out);
        write_stays(stays, wrong, out);
        if (wrong == defect::unknown_enum_value) {
            out.open("engagements", '[');
            out.next_item();
            out.open('{');
            out.string_member("engagementType", "wave");
            out.close('}');
            out.close(']');
        }
        out.close('}');
    }

private:
    enum class identity_kind { communications_user, communication_services, plain };

    [[nodiscard]] std::string id_of(std::size_t number) const
    {
        random_numbers random{~options_.seed, number + 1};
        return uuid_text(random);
    }

    [[nodiscard]] identity_kind choose_identity(random_numbers& random) const noexcept
    {
        const identity_mix& mix = options_.identities;
        const std::uint32_t choice =
            random.below(mix.communications_user + mix.azure_communication_services_user + mix.plain);
        return choice < mix.communications_user ? identity_kind::communications_user
               : choice - mix.communications_user < mix.azure_communication_services_user
                   ? identity_kind::communication_services
                   : identity_kind::plain;
    }

    [[nodiscard]] std::vector<interval> make_stays(random_numbers& random, defect wrong) const
    {
        const bool needs_two = wrong == defect::intervals_in_order || wrong == defect::intervals_overlap;
        const std::uint32_t least = needs_two ? 2 : wrong != defect::none ? 1 : 0;
        std::vector<interval> stays(
            std::max(least, random.between(options_.minimum_intervals, options_.maximum_intervals)));
        const auto some_ticks = [&](std::uint32_t first_second, std::uint32_t last_second) {
            const std::int64_t seconds = random.between(first_second, last_second - 1);
            return seconds * ticks_per_second + random.below(ticks_per_second);
        };
        // The meetings are those of four years; registrations are retired in the last.
        const std::uint32_t days_since_1970 = random.between(18'993, 18'993 + 1'400);
        const std::uint32_t day = wrong == defect::registrant_id_retired ? 20'200 : days_since_1970;
        std::int64_t now = (day * std::int64_t{24} + random.between(6, 18)) * 3600 * ticks_per_second;
        for (interval& stay : stays) {
            stay.join = now += some_ticks(1, 600);
            stay.leave = now += some_ticks(10, 3600);
            stay.set_duration();
        }
        break_stays(stays, wrong);
        return stays;
    }

    static void break_stays(std::vector<interval>& stays, defect wrong)
    {
        if (wrong == defect::none)
            return;
        interval& first = stays.front();
        switch (wrong) {
        case defect::duration_is_difference:
            first.duration += 60;
            break;
        case defect::duration_is_cut:
            if (first.leave - first.join == first.duration * ticks_per_second)
                ++first.leave;
            ++first.duration;
            break;
        case defect::leave_before_join:
            std::swap(first.join, first.leave);
            break;
        case defect::duration_not_negative:
            first.duration = -first.duration;
            break;
        case defect::intervals_in_order:
            std::swap(first, stays[1]);
            break;
        case defect::intervals_overlap: {
            const std::int64_t earlier = stays[1].join - (first.leave - 5 * ticks_per_second);
            stays[1].join -= earlier;
            stays[1].leave -= earlier;
            break;
        }
        default:
            break;
        }
    }

    static void write_total(const std::vector<interval>& stays, defect wrong, json_writer& out)
    {
        std::int64_t total = 0;
        for (const interval& stay : stays)
            total += stay.duration;
        if (wrong == defect::type)
            out.string_member("totalAttendanceInSeconds", std::to_string(total));
        else
            out.number_member("totalAttendanceInSeconds", wrong == defect::total_is_sum ? total + 30 : total);
    }

    static void write_role(random_numbers& random, defect wrong, json_writer& out)
    {
        // Most who come to a meeting attend.
        constexpr std::array<std::string_view, 8> roles{"Attendee",  "Attendee",  "Attendee",  "Attendee",
                                                        "Presenter", "Presenter", "Organizer", "None"};
        const std::string_view role = random.one_of(roles);
        out.string_member("role", wrong == defect::unknown_role ? "Host" : role);
        if (wrong == defect::duplicate_property)
            out.string_member("role", role);
    }

    [[nodiscard]] static std::string display_name(random_numbers& random, person_name given, person_name family)
    {
        std::string result{given.written};
        if (random.below(one_nickname_in) == 0)
            result += R"( \")" + std::string{given.written.substr(0, 1)} + R"(.\")";
        return (result += ' ') += family.written;
    }

    static void write_identity(random_numbers& random, identity_kind kind, const std::string& name, defect wrong,
                               json_writer& out)
    {
        const std::string id = uuid_text(random);
        const std::string owner = uuid_text(random);
        out.open("identity", '{');
        if (wrong == defect::identity_set_shape) {
            out.open("user", '{');
            out.string_member("id", id);
            out.string_member("displayName", name);
            out.close('}');
        } else if (kind == identity_kind::communication_services) {
            out.string_member("@odata.type", wrong == defect::unknown_identity_type
                                                 ? "#microsoft.graph.communicationsPhoneIdentity"
                                                 : "#microsoft.graph.azureCommunicationServicesUserIdentity");
            out.string_member("id", "8:acs:" + (wrong == defect::acs_id_names_resource ? id : owner) + '_' + id);
            out.string_member("displayName", name);
            out.string_member("azureCommunicationServicesResourceId", owner);
        } else {
            if (wrong == defect::unknown_identity_type)
                out.string_member("@odata.type", "#microsoft.graph.communicationsPhoneIdentity");
            else if (kind == identity_kind::communications_user)
                out.string_member("@odata.type", "#microsoft.graph.communicationsUserIdentity");
            out.string_member("id", id);
            out.string_member("displayName", name);
            // Guests have none.
            if (random.below(8) == 0)
                out.member("tenantId", "null");
            else
                out.string_member("tenantId", owner);
        }
        out.close('}');
    }

    static void write_stays(const std::vector<interval>& stays, defect wrong, json_writer& out)
    {
        if (wrong == defect::null_not_allowed) {
            out.member("attendanceIntervals", "null");
            return;
        }
        out.open("attendanceIntervals", '[');
        for (const interval& stay : stays) {
            // A defect of one interval is that of the first.
            const defect wrong_here = &stay == &stays.front() ? wrong : defect::none;
            std::string join = date_time_text(stay.join);
            if (wrong_here == defect::date_time_format)
                join.replace(join.find('-') + 1, 2, "13");
            out.next_item();
            out.open('{');
            out.string_member("joinDateTime", join);
            if (wrong_here == defect::missing_endpoint_has_zero_duration)
                out.member("leaveDateTime", "null");
            else if (wrong_here != defect::duration_not_negative)
                out.string_member("leaveDateTime", date_time_text(stay.leave));
            out.number_member("durationInSeconds", wrong_here == defect::int32_range ? 3'000'000'000 : stay.duration);
            out.close('}');
        }
        out.close(']');
    }

    const payload_options& options_;
};

void refuse_contradictions(const payload_options& options)
{
    constexpr std::uint32_t most_intervals = 500'000;
    if (options.minimum_intervals > options.maximum_intervals || options.maximum_intervals > most_intervals)
        throw std::invalid_argument{"from " + std::to_string(options.minimum_intervals) + " to " +
                                    std::to_string(options.maximum_intervals) +
                                    " intervals a record cannot be: give the lower number first, and at most 500000"};
    const identity_mix& mix = options.identities;
    const std::uint64_t weights =
        std::uint64_t{mix.communications_user} + mix.azure_communication_services_user + mix.plain;
    if (weights == 0 || weights > 1'000'000)
        throw std::invalid_argument{"the shares of the identities add up to " + std::to_string(weights) +
                                    ": give at least one, and no more than a million in all"};
    if (options.broken_per_million > 1'000'000)
        throw std::invalid_argument{std::to_string(options.broken_per_million) +
                                    " of a million records cannot be broken: give 1000000 at most"};
    if (options.broken_per_million != 0 && options.defects.empty())
        throw std::invalid_argument{"records are to be broken, and no defect is named: name one"};
    if (options.shape != payload_shape::collection && options.layout == payload_layout::indented)
        throw std::invalid_argument{"a line cannot be indented: ask for lines or for indented, not both"};
    if (options.shape == payload_shape::collection_lines && options.records_per_line == 0)
        throw std::invalid_argument{"a line of no records would never come to an end: give at least 1 a line"};
}

} // namespace

std::span<const defect> all_defects() noexcept
{
    return defects;
}

std::span<const defect> schema_defects() noexcept
{
    return std::span{defects}.first(schema_defect_count);
}

std::string_view rule_of(defect kind) noexcept
{
    return rules[static_cast<std::size_t>(kind)];
}

defect defect_of(const payload_options& options, std::size_t record)
{
    // How many of the first `count` records are broken.
    const auto broken_of = [&](std::size_t count) {
        constexpr std::size_t million = 1'000'000;
        return count / million * options.broken_per_million + count % million * options.broken_per_million / million;
    };
    const std::size_t turn = broken_of(record);
    if (options.defects.empty() || broken_of(record + 1) == turn)
        return defect::none;
    const bool is_first = number_in_response(options, record) == 0;
    for (std::size_t step = 0; step < options.defects.size(); ++step) {
        const defect kind = options.defects[(turn + step) % options.defects.size()];
        if (kind != defect::record_id_unique || !is_first)
            return kind;
    }
    return defect::total_is_sum;
}

std::size_t write_payload(const payload_options& options, const std::function<void(std::string_view)>& sink)
{
    refuse_contradictions(options);
    constexpr std::size_t piece_size = 65'536;
    constexpr std::string_view context = "https://graph.microsoft.com/beta/$metadata#communications/"
                                         "onlineMeetings/attendanceReports/attendanceRecords";
    const record_maker records{options};
    std::string piece;
    std::uint64_t written = 0;
    json_writer out{piece, options.layout};
    const auto open_response = [&] {
        out.open('{');
        out.string_member("@odata.context", context);
        out.open("value", '[');
    };
    const auto close_response = [&] {
        out.close(']');
        out.close('}');
        piece += '\n';
    };

    std::size_t number = 0;
    const auto is_enough = [&] {
        return options.bytes != 0 ? written + piece.size() >= options.bytes : number == options.records;
    };
    if (options.shape == payload_shape::collection)
        open_response();
    while (!is_enough()) {
        if (options.shape == payload_shape::collection_lines && number_in_response(options, number) == 0)
            open_response();
        if (options.shape != payload_shape::record_lines)
            out.next_item();
        records.write(number++, out);
        if (options.shape == payload_shape::record_lines)
            piece += '\n';
        else if (options.shape == payload_shape::collection_lines &&
                 (number_in_response(options, number) == 0 || is_enough()))
            close_response();
        if (piece.size() >= piece_size) {
            sink(piece);
            written += piece.size();
            piece.clear();
        }
    }
    if (options.shape == payload_shape::collection)
        close_response();
    sink(piece);
    return number;
}

std::string make_payload(const payload_options& options)
{
    std::string result;
    write_payload(options, [&](std::string_view piece) { result += piece; });
    return result;
}

} // namespace rollcall::bench
