#pragma once

#include "generate_command.hpp" // exit_status

#include <sstream> // std::ostringstream
#include <string>  // std::string

namespace rollcall::codegen::test {

/// What a command ended with and wrote.
struct outcome {
    exit_status status;
    std::string out;
    std::string err;
};

template <class Options>
outcome outcome_of(exit_status (*command)(const Options&, std::ostream&, std::ostream&), const Options& options)
{
    std::ostringstream out;
    std::ostringstream err;
    const auto status = command(options, out, err);
    return {status, out.str(), err.str()};
}

} // namespace rollcall::codegen::test
