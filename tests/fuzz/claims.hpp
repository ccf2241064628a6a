#pragma once

#include <span>        // std::span
#include <stdexcept>   // std::runtime_error
#include <string>      // std::string
#include <string_view> // std::string_view

// What holds of any bytes whatever. libFuzzer looks for bytes that it does not hold of, and the ordinary tests try
// those that were found once, and many others.

namespace rollcall::fuzz {

/// Something did not hold.
class refuted : public std::runtime_error {
    using runtime_error::runtime_error;
};

inline void hold(bool condition, const std::string& claim)
{
    if (!condition)
        throw refuted{claim};
}

/// Throws, whatever it may be, when it does not hold of a text. It must end, too, and touch no memory but its own.
struct claim {
    /// The folder below `found` with the texts that refuted it once.
    std::string_view name;
    void (*check)(std::string_view text);
    /// The files that look for new ones begin with: patterns below the project's folder.
    std::span<const std::string_view> seeds;
    /// Whether the texts are payloads, which can be changed by what the schema says.
    bool is_of_payloads = false;
};

[[nodiscard]] std::span<const claim> all_claims();

/// Both engines find the same, each place lies in the payload, and what conforms is JSON.
void judging(std::string_view text);
/// What was read is written so that it is read again as the same, and borrowed strings make no difference.
void round_trip(std::string_view text);
/// Whatever a file is taken for, its payloads can be judged or there is a reason.
void captures(std::string_view text);
/// Gzip and deflate give a text within the limit, or a reason.
void compressed(std::string_view text);
/// A date-time's text is the one that was read.
void date_times(std::string_view text);
/// A schema file is refused with a reason, or headers are written for it.
void schemas(std::string_view text);
/// `$metadata` is refused with a reason, or makes schema files that are none the worse.
void metadata(std::string_view text);
/// A configuration is refused with a reason, or taken.
void configurations(std::string_view text);
/// A baseline is refused with a reason, or is the same when it is written and read again.
void baselines(std::string_view text);
/// A report to merge is refused with a reason, or taken.
void reports(std::string_view text);

} // namespace rollcall::fuzz
