#pragma once

namespace rollcall::program {

/// What rollcall-validate ends with; later ones win over earlier ones.
enum class exit_status { success = 0, findings = 1, failure = 2 };

} // namespace rollcall::program
