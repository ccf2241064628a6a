#pragma once

#include "arguments.hpp"     // arguments
#include "baseline.hpp"      // baseline
#include "collect_files.hpp" // collected_files
#include "engine.hpp"        // engine
#include "exit_status.hpp"   // exit_status
#include "judging_run.hpp"   // judging_run

#include <optional> // std::optional

namespace rollcall::program {

/// Judges files and shows reports on them. Files that could not be judged are told of on standard error, too.
class files_judge {
public:
    /// `given` must live as long. Throws a `std::runtime_error` when schema files or the baseline cannot be used.
    files_judge(const arguments& given, judging_run& run);

    /// Whether all that is asked for is judged, or some of it again: then nothing is known to be gone.
    enum class scope { all, some };

    [[nodiscard]] exit_status judge(collected_files collected, scope of = scope::all);

private:
    const arguments& given_;
    judging_run& run_;
    engine engine_;
    std::optional<baseline> known_;
};

/// Judges all files that are asked for.
[[nodiscard]] exit_status judge_files(const arguments& given);

} // namespace rollcall::program
