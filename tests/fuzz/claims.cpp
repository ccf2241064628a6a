#include "claims.hpp"

#include <array> // std::array

namespace rollcall::fuzz {

namespace {

constexpr std::array<std::string_view, 1> payloads{"tests/conformance/payloads"};
constexpr std::array<std::string_view, 2> files{"tests/conformance/captures", "tests/conformance/captures-wrapped"};
constexpr std::array<std::string_view, 1> gzip_files{"tests/conformance/captures-wrapped"};
constexpr std::array<std::string_view, 1> schema_files{"schema"};
constexpr std::array<std::string_view, 1> metadata_files{"tests/codegen/steps"};
constexpr std::array<std::string_view, 1> report_files{"tests/conformance/snapshots"};
constexpr std::array<std::string_view, 1> own_seeds{"tests/fuzz/seeds"};

constexpr std::array claims{
    claim{"judging", &judging, payloads, true},   claim{"round_trip", &round_trip, payloads, true},
    claim{"captures", &captures, files},          claim{"compressed", &compressed, gzip_files},
    claim{"date_times", &date_times, own_seeds},  claim{"schemas", &schemas, schema_files},
    claim{"metadata", &metadata, metadata_files}, claim{"configurations", &configurations, own_seeds},
    claim{"baselines", &baselines, own_seeds},    claim{"reports", &reports, report_files},
};

} // namespace

std::span<const claim> all_claims()
{
    return claims;
}

} // namespace rollcall::fuzz
