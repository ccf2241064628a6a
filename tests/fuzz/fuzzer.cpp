#include "claims.hpp"

#include <algorithm> // std::find
#include <cstdint>   // std::uint8_t
#include <cstdio>    // std::fprintf
#include <cstdlib>   // std::getenv, std::exit

// The program that libFuzzer makes of a claim, which the variable CLAIM names.

namespace {

const rollcall::fuzz::claim& chosen_claim()
{
    const char* const name = std::getenv("CLAIM");
    const auto claims = rollcall::fuzz::all_claims();
    const auto found = std::find_if(claims.begin(), claims.end(),
                                    [&](const auto& claim) { return name != nullptr && claim.name == name; });
    if (found != claims.end())
        return *found;
    std::fprintf(stderr, "set CLAIM to one of:");
    for (const auto& claim : claims)
        std::fprintf(stderr, " %.*s", static_cast<int>(claim.name.size()), claim.name.data());
    std::fprintf(stderr, "\n");
    std::exit(2);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const rollcall::fuzz::claim& claim = chosen_claim();
    claim.check({reinterpret_cast<const char*>(data), size});
    return 0;
}
