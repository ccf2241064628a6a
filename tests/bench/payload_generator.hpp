#pragma once

#include <cstddef>     // std::size_t
#include <cstdint>     // std::uint64_t
#include <functional>  // std::function
#include <span>        // std::span
#include <string>      // std::string
#include <string_view> // std::string_view
#include <vector>      // std::vector

// Payloads of any size that look like what the service sends. The same options give the same bytes on every machine,
// and a record depends on nothing but the seed and its number, so that a payload of a gigabyte needs no memory.

namespace rollcall::bench {

/// A way to break a record. Each gives exactly one finding, of the rule that it is called after.
enum class defect : std::uint8_t {
    none,
    type,
    null_not_allowed,
    int32_range,
    date_time_format,
    unknown_property,
    unknown_enum_value,
    duplicate_property,
    total_is_sum,
    duration_is_difference,
    duration_is_cut,
    leave_before_join,
    missing_endpoint_has_zero_duration,
    duration_not_negative,
    intervals_in_order,
    intervals_overlap,
    unknown_role,
    unknown_identity_type,
    acs_id_names_resource,
    identity_set_shape,
    registrant_id_retired,
    record_id_unique,
};

/// Every way, in the order of the enumeration; without none.
[[nodiscard]] std::span<const defect> all_defects() noexcept;
/// Those that a JSON Schema can find: the first of them.
[[nodiscard]] std::span<const defect> schema_defects() noexcept;
/// The id of the rule that finds it; empty for none.
[[nodiscard]] std::string_view rule_of(defect kind) noexcept;

enum class payload_layout : std::uint8_t { compact, indented };

enum class payload_shape : std::uint8_t {
    /// One response with all records.
    collection,
    /// A record on each line.
    record_lines,
    /// A response with some records on each line.
    collection_lines,
};

/// How often each type of identity comes, in relation to the others.
struct identity_mix {
    std::uint32_t communications_user = 6;
    std::uint32_t azure_communication_services_user = 1;
    /// Without `@odata.type`, and with a tenantId that the type does not declare.
    std::uint32_t plain = 3;
};

struct payload_options {
    std::uint64_t seed = 1;
    std::size_t records = 1000;
    /// Unless 0: as many records as make the payload at least this long, instead of `records`.
    std::uint64_t bytes = 0;
    /// Both at most 500,000, or a total would not fit 32 bits. A record gets more where its defect needs them.
    std::uint32_t minimum_intervals = 1;
    std::uint32_t maximum_intervals = 5;
    identity_mix identities{};
    /// How many of a million records are broken. They are spread evenly, so the share is exact.
    std::uint32_t broken_per_million = 0;
    /// Which defects the broken records have, in turn.
    std::vector<defect> defects{all_defects().begin(), all_defects().end()};
    payload_layout layout = payload_layout::compact;
    payload_shape shape = payload_shape::collection;
    /// For `collection_lines`.
    std::size_t records_per_line = 100;
};

/// What is wrong with a record, counted from 0 over the whole payload. The first record of a response cannot repeat an
/// id: where its turn comes it gets the next defect of the list, or total_is_sum.
[[nodiscard]] defect defect_of(const payload_options& options, std::size_t record);

/// Hands a payload on, piece by piece. Gives the number of records. Throws std::invalid_argument for options that
/// contradict each other.
std::size_t write_payload(const payload_options& options, const std::function<void(std::string_view)>& sink);

/// The payload as one text.
[[nodiscard]] std::string make_payload(const payload_options& options);

} // namespace rollcall::bench
