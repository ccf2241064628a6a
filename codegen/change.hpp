#pragma once

#include "change_rules.hpp" // change_rule
#include "type_outline.hpp" // outline_place

#include <string> // std::string

namespace rollcall::codegen {

/// One difference between two states of the types.
struct change {
    const change_rule* rule = nullptr;
    /// `attendanceRecord`, `attendanceRecord.role`, `meetingEngagementType.hand`, `attendanceRecord.tags[]`,
    /// `attendanceRecord.identity:guestIdentity`.
    std::string subject{};
    /// What it was and what it is, in words; empty where it was not there, or is not there any more.
    std::string before{};
    std::string after{};
    /// In the new state; in the old one for what is gone.
    outline_place place{};
    bool is_place_in_old = false;
    /// Whether the change is not certain: what is gone and what is new look like the same.
    bool is_guess = false;
    verdict source = verdict::safe;
    verdict wire = verdict::safe;
    bool is_acknowledged = false;

    /// The graver of the two verdicts.
    [[nodiscard]] verdict gravest() const noexcept { return source > wire ? source : wire; }
};

/// The same whenever the same change is found: `property-removed:attendanceRecord.registrantId`,
/// `property-type-changed:attendanceRecord.role:string-to-int32`. It holds no space.
[[nodiscard]] std::string id_of(const change& found);

/// In one sentence: `attendanceRecord.role was string or null and is int32`.
[[nodiscard]] std::string message_of(const change& found);

} // namespace rollcall::codegen
