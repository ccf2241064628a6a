#include <rollcall/detail/known_ids.hpp>

#include <doctest/doctest.h>

#include <cstddef>
#include <cstdint>
#include <deque>
#include <map>
#include <random>
#include <set>
#include <string>
#include <string_view>
#include <utility>

using rollcall::detail::known_ids;

namespace {

const std::uint32_t* remember(known_ids& known, std::string_view id, std::size_t index)
{
    return known.remember(id, known.hash_of(id), index);
}

} // namespace

TEST_CASE("an id that has been remembered is known by the index of the first that had it, however many there are")
{
    known_ids known;
    std::mt19937 random{7};
    std::deque<std::string> texts;
    std::map<std::string, std::size_t> expected;
    for (std::size_t index = 0; index < 20'000; ++index) {
        const std::string& id = texts.emplace_back(std::to_string(random() % 15'000));
        const auto [entry, is_new] = expected.try_emplace(id, index);
        const auto first = remember(known, id, index);
        REQUIRE((first == nullptr) == is_new);
        if (first)
            REQUIRE(*first == entry->second);
    }
}

TEST_CASE("ids are known whether as many come as were expected, fewer or more")
{
    constexpr std::size_t count = 2000;
    for (const std::size_t expected : {std::size_t{0}, std::size_t{1}, count, 100 * count}) {
        CAPTURE(expected);
        known_ids known;
        std::deque<std::string> texts;
        for (std::size_t index = 0; index < count; ++index) {
            if (known.is_full())
                known.grow(expected);
            REQUIRE_FALSE(known.is_full());
            REQUIRE_FALSE(remember(known, texts.emplace_back(std::to_string(index)), index));
        }
        for (std::size_t index = 0; index < count; ++index) {
            const std::uint32_t* const first = remember(known, texts[index], count + index);
            REQUIRE(first);
            REQUIRE(*first == index);
        }
    }
}

TEST_CASE("ids that differ in one character, or in length, differ")
{
    known_ids known;
    const std::string zeros(40, '\0');
    for (std::size_t size = 0; size <= zeros.size(); ++size)
        CHECK_FALSE(remember(known, {zeros.data(), size}, size));
    std::deque<std::string> texts;
    for (std::size_t index = 0; index < zeros.size(); ++index) {
        texts.push_back(zeros);
        texts.back()[index] = 'x';
        CHECK_FALSE(remember(known, texts.back(), 100 + index));
    }
    const std::uint32_t* const first = remember(known, zeros, 1000);
    REQUIRE(first);
    CHECK(*first == zeros.size());
}

TEST_CASE("what has been cleared is not known, after a small collection and after a large one")
{
    known_ids known;
    std::deque<std::string> texts;
    for (const std::size_t count : {std::size_t{3}, std::size_t{5000}, std::size_t{2}, std::size_t{2}}) {
        known.clear();
        for (std::size_t index = 0; index < count; ++index)
            REQUIRE_FALSE(remember(known, texts.emplace_back(std::to_string(index)), index));
        const std::uint32_t* const first = remember(known, "0", count);
        REQUIRE(first);
        CHECK(*first == 0);
    }
}

TEST_CASE("texts that some hashes mix up whatever they begin with have hashes of their own")
{
    // A multiplication takes a change of the highest bit to the highest bit, where the next eight bytes could undo it.
    const known_ids known;
    const std::string text(16, 'a');
    std::set<std::uint32_t> hashes{known.hash_of(text)};
    for (int shift = 0; shift < 64; ++shift) {
        std::string changed = text;
        changed[7] = static_cast<char>(changed[7] ^ '\x80');
        changed[15] = static_cast<char>(changed[15] ^ '\x80');
        const int index = 8 + shift / 8;
        changed[static_cast<std::size_t>(index)] =
            static_cast<char>(changed[static_cast<std::size_t>(index)] ^ (1 << shift % 8));
        hashes.insert(known.hash_of(changed));
    }
    CHECK(hashes.size() == 65);
}
