#pragma once

#include <string_view> // std::string_view

namespace rollcall::codegen {

/// The only pattern that the dialect has: what `rollcall::date_time` takes, said so that validators that do not know
/// the format hold to it, too.
inline constexpr std::string_view date_time_pattern =
    R"(^(?:(?!0000)[0-9]{4}-(?:(?:0[13578]|1[02])-(?:0[1-9]|[12][0-9]|3[01])|(?:0[469]|11)-(?:0[1-9]|[12][0-9]|30))"
    R"(|02-(?:0[1-9]|1[0-9]|2[0-8]))|(?:[0-9]{2}(?:0[48]|[2468][048]|[13579][26])|(?:0[48]|[2468][048]|[13579][26])00))"
    R"(-02-29)T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9](?:\.[0-9]{1,12})?(?:Z|[+-](?:[01][0-9]|2[0-3]):[0-5][0-9])$)";

} // namespace rollcall::codegen
