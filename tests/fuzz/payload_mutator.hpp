#pragma once

#include "schema_outline.hpp" // engines::schema_outline

#include <cstdint>     // std::uint64_t
#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::fuzz {

/// Changes payloads as JSON, by what the schema says: bytes changed at random seldom get past the parser.
class payload_mutator {
public:
    payload_mutator();

    /// A text that is JSON: another payload, valid or broken, or where the text is JSON, that with values, members and
    /// names changed. Always the same for the same seed.
    [[nodiscard]] std::string mutated(std::string_view text, std::uint64_t seed) const;

private:
    engines::schema_outline schema_;
};

} // namespace rollcall::fuzz
