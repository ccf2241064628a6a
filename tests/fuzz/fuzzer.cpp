#include "claims.hpp"
#include "payload_mutator.hpp"

#include <algorithm> // std::copy
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

const rollcall::fuzz::claim& the_claim()
{
    static const rollcall::fuzz::claim& claim = chosen_claim();
    return claim;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    the_claim().check({reinterpret_cast<const char*>(data), size});
    return 0;
}

extern "C" std::size_t LLVMFuzzerMutate(std::uint8_t* data, std::size_t size, std::size_t maximum_size);

/// Every other payload is changed as JSON, and all other texts are as libFuzzer does it.
extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t maximum_size,
                                               unsigned seed)
{
    static const rollcall::fuzz::payload_mutator mutator;
    if (the_claim().is_of_payloads && seed % 2 == 0) {
        const std::string text = mutator.mutated({reinterpret_cast<const char*>(data), size}, seed);
        if (text.size() <= maximum_size) {
            std::copy(text.begin(), text.end(), data);
            return text.size();
        }
    }
    return LLVMFuzzerMutate(data, size, maximum_size);
}
