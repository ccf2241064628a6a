#include "today.hpp"

#include <charconv>     // std::from_chars
#include <cstdlib>      // std::getenv
#include <string_view>  // std::string_view
#include <system_error> // std::errc

namespace rollcall::program {

std::chrono::sys_days today()
{
    using namespace std::chrono;
    if (const char* const variable = std::getenv("SOURCE_DATE_EPOCH")) {
        const std::string_view text{variable};
        long long count = 0;
        if (std::from_chars(text.data(), text.data() + text.size(), count).ec == std::errc{})
            return floor<days>(sys_seconds{seconds{count}});
    }
    return floor<days>(system_clock::now());
}

} // namespace rollcall::program
