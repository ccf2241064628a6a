#include "altered_text.hpp"
#include "claims.hpp"
#include "payload_mutator.hpp"

#include <boost/json/parse.hpp>
#include <doctest/doctest.h>

#include <algorithm>  // std::sort
#include <filesystem> // std::filesystem
#include <fstream>    // std::ifstream
#include <iterator>   // std::istreambuf_iterator
#include <vector>     // std::vector

namespace fs = std::filesystem;

namespace {

using rollcall::fuzz::claim;

const fs::path project{ROLLCALL_SOURCE_DIR};

/// Of the files of a folder and of those in it; in order, so that every run is the same.
std::vector<std::string> texts_in(const fs::path& folder)
{
    std::vector<fs::path> paths;
    if (fs::exists(folder))
        for (const auto& entry : fs::recursive_directory_iterator{folder})
            if (entry.is_regular_file())
                paths.push_back(entry.path());
    std::sort(paths.begin(), paths.end());
    std::vector<std::string> texts;
    for (const fs::path& path : paths) {
        std::ifstream file{path, std::ios::binary};
        texts.emplace_back(std::istreambuf_iterator<char>{file}, std::istreambuf_iterator<char>{});
    }
    return texts;
}

std::vector<std::string> seeds_of(const claim& claim)
{
    std::vector<std::string> seeds;
    for (const std::string_view folder : claim.seeds)
        for (std::string& text : texts_in(project / folder))
            seeds.push_back(std::move(text));
    return seeds;
}

/// What refutes the claim; empty where nothing does.
std::string refutation(const claim& claim, std::string_view text)
{
    try {
        claim.check(text);
        return {};
    } catch (const std::exception& error) {
        return error.what() + std::string{"\nof: "} + std::string{text};
    }
}

} // namespace

TEST_CASE("what refuted a claim once does so no more")
{
    for (const claim& claim : rollcall::fuzz::all_claims())
        for (const std::string& text : texts_in(project / "tests/fuzz/found" / claim.name))
            CHECK_MESSAGE(refutation(claim, text).empty(), claim.name, ": ", refutation(claim, text));
}

TEST_CASE("every claim holds of its seeds, of nothing, and of seeds that were altered")
{
    constexpr std::size_t altered_texts = 400;
    for (const claim& claim : rollcall::fuzz::all_claims()) {
        const std::vector<std::string> seeds = seeds_of(claim);
        REQUIRE_MESSAGE(!seeds.empty(), claim.name, " has no seeds");
        std::vector<std::string> texts = seeds;
        texts.emplace_back();
        rollcall::fuzz::text_alterer alterer{1};
        for (std::size_t count = 0; count < altered_texts; ++count)
            texts.push_back(alterer.altered(seeds[count % seeds.size()], seeds));
        for (const std::string& text : texts)
            if (const std::string reason = refutation(claim, text); !reason.empty())
                FAIL_CHECK(claim.name, ": ", reason);
    }
}

TEST_CASE("a payload changed by what the schema says is JSON and another one, and refutes no claim on payloads")
{
    constexpr std::uint64_t seeds = 200;
    boost::json::parse_options any_depth;
    any_depth.max_depth = std::size_t(-1);
    const rollcall::fuzz::payload_mutator mutator;
    for (const claim& claim : rollcall::fuzz::all_claims()) {
        if (!claim.is_of_payloads)
            continue;
        std::size_t unchanged = 0;
        std::string text;
        for (std::uint64_t seed = 0; seed < seeds; ++seed) {
            const std::string mutated = mutator.mutated(text, seed);
            CHECK(mutator.mutated(text, seed) == mutated);
            CHECK_NOTHROW((void)boost::json::parse(mutated, {}, any_depth));
            CHECK(refutation(claim, mutated) == "");
            unchanged += mutated == text;
            text = mutated.size() < 10'000 ? mutated : std::string{};
        }
        CHECK(unchanged < seeds / 4);
    }
}

TEST_CASE("a text cut off anywhere, or with any one byte exchanged, refutes no claim on payloads")
{
    const std::string payload = R"({"value":[{"id":"\u00e9","role":"Attendee","attendanceIntervals":[)"
                                R"({"joinDateTime":"2022-06-29T22:54:43Z","durationInSeconds":-1}]}]})";
    for (const claim& claim : rollcall::fuzz::all_claims()) {
        if (!claim.is_of_payloads)
            continue;
        for (std::size_t size = 0; size < payload.size(); ++size)
            CHECK(refutation(claim, payload.substr(0, size)).empty());
        for (std::size_t place = 0; place < payload.size(); ++place)
            for (const int byte : {0x00, 0x0A, 0x22, 0x2C, 0x30, 0x5C, 0x5D, 0x65, 0x7B, 0x7D, 0x80, 0xFF}) {
                std::string altered = payload;
                altered[place] = static_cast<char>(byte);
                CHECK(refutation(claim, altered).empty());
            }
    }
}
