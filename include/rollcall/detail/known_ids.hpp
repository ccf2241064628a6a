#pragma once

#include <rollcall/detail/expect_large_use.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <limits>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall::detail {

/// The two halves of a product of 128 bits, mixed: every bit of both factors has a part in it.
[[nodiscard]] inline std::uint64_t mixed_product(std::uint64_t left, std::uint64_t right) noexcept
{
#if defined(__SIZEOF_INT128__)
    __extension__ using product_type = unsigned __int128;
    const product_type product = product_type{left} * right;
    return static_cast<std::uint64_t>(product) ^ static_cast<std::uint64_t>(product >> 64);
#else
    constexpr std::uint64_t low_half = 0xFFFFFFFF;
    const std::uint64_t low = (left & low_half) * (right & low_half);
    const std::uint64_t cross = (left >> 32) * (right & low_half) + (low >> 32);
    const std::uint64_t other_cross = (left & low_half) * (right >> 32) + (cross & low_half);
    const std::uint64_t high = (left >> 32) * (right >> 32) + (cross >> 32) + (other_cross >> 32);
    return ((other_cross << 32) | (low & low_half)) ^ high;
#endif
}

/// A hash of a text. It differs from table to table, so that nobody can make texts that all have the same.
class text_hash {
public:
    explicit text_hash(const void* seed) noexcept
        : seed_{mixed_product(reinterpret_cast<std::uintptr_t>(seed) ^ first_constant, second_constant)}
    {
    }

    [[nodiscard]] std::uint64_t operator()(std::string_view text) const noexcept
    {
        constexpr std::size_t step = 16;
        std::uint64_t hash = seed_;
        const char* at = text.data();
        std::size_t rest = text.size();
        for (; rest > step; rest -= step, at += step)
            hash = mixed_product(eight_at(at) ^ first_constant, eight_at(at + 8) ^ hash);
        if (text.size() >= step) {
            // What is left, and of what came before as much as fills the step.
            at = text.data() + text.size() - step;
            hash = mixed_product(eight_at(at) ^ second_constant, eight_at(at + 8) ^ hash);
        } else {
            char padded[step]{};
            text.copy(padded, step);
            hash = mixed_product(eight_at(padded) ^ second_constant, eight_at(padded + 8) ^ hash);
        }
        return mixed_product(hash ^ text.size(), first_constant);
    }

private:
    [[nodiscard]] static std::uint64_t eight_at(const char* at) noexcept
    {
        std::uint64_t characters = 0;
        std::memcpy(&characters, at, sizeof characters);
        return characters;
    }

    static constexpr std::uint64_t first_constant = 0x9E3779B97F4A7C15;
    static constexpr std::uint64_t second_constant = 0xD1B54A32D192ED03;

    std::uint64_t seed_;
};

/// The ids of a collection's entities: a hash table of entry numbers with linear probing. Where the search for a number
/// begins follows from the upper bits of the hash, so that growing goes through old and new memory from begin to end.
/// An id costs 27 to 32 bytes, 43 while the table grows; its text stays where it is. One that is expected and does not
/// come costs 12.
class known_ids {
public:
    void clear()
    {
        // A table that was large for one collection is not gone through for each small one that follows.
        const bool is_small = slots_.size() <= smallest_table || slots_.size() <= 4 * entries_.size();
        if (is_small)
            std::fill(slots_.begin(), slots_.end(), slot{});
        else
            slots_ = {};
        entries_.clear();
    }

    [[nodiscard]] std::uint32_t hash_of(std::string_view id) const noexcept
    {
        return static_cast<std::uint32_t>(text_hash{this}(id) >> 32);
    }

    /// Fetches the memory that remembering an id of this hash will need.
    void prefetch([[maybe_unused]] std::uint32_t hash) const noexcept
    {
#if defined(__GNUC__)
        if (!slots_.empty())
            __builtin_prefetch(&slots_[home_of(hash)], 1);
#endif
    }

    /// Whether the table grows before it takes another id.
    [[nodiscard]] bool is_full() const noexcept { return entries_.size() >= slots_.size() / 4 * 3; }

    /// Makes a larger table: one that has room for as many ids as are expected, but at most eight times as large as it
    /// must be, since what is expected may never come.
    void grow(std::size_t expected = 0)
    {
        const std::size_t least = std::max(smallest_table, slots_.size() / 2 * 3);
        const std::size_t most = 8 * least;
        std::vector<slot> larger;
        larger.reserve(std::clamp(expected + expected / 2, least, most));
        expect_large_use(larger.data(), larger.capacity() * sizeof(slot));
        larger.resize(larger.capacity());
        const std::vector<slot> old = std::exchange(slots_, std::move(larger));
        for (const slot& known : old) {
            if (known.number == 0)
                continue;
            std::size_t place = home_of(known.hash);
            while (slots_[place].number != 0)
                place = next(place);
            slots_[place] = known;
        }
    }

    /// Remembers the id of the entity at `index`, whose text must stay as it is. Gives the index of the entity that had
    /// it before, or null. Nobody remembers ids of 4 GiB.
    const std::uint32_t* remember(std::string_view id, std::uint32_t hash, std::size_t index)
    {
        if (id.size() > std::numeric_limits<std::uint32_t>::max())
            return nullptr;
        if (is_full())
            grow();
        std::size_t place = home_of(hash);
        for (; slots_[place].number != 0; place = next(place))
            if (slots_[place].hash == hash && entries_[slots_[place].number - 1].id() == id)
                return &entries_[slots_[place].number - 1].index;
        entries_.push_back({id.data(), static_cast<std::uint32_t>(id.size()), static_cast<std::uint32_t>(index)});
        slots_[place] = {hash, static_cast<std::uint32_t>(entries_.size())};
        return nullptr;
    }

private:
    struct entry {
        const char* text;
        std::uint32_t size;
        std::uint32_t index;

        [[nodiscard]] std::string_view id() const noexcept { return {text, size}; }
    };

    struct slot {
        std::uint32_t hash = 0;
        /// Of the entry, from 1; 0: there is none.
        std::uint32_t number = 0;
    };

    static constexpr std::size_t smallest_table = 64;

    /// Where the search for a hash begins.
    [[nodiscard]] std::size_t home_of(std::uint32_t hash) const noexcept
    {
        return static_cast<std::size_t>(std::uint64_t{hash} * slots_.size() >> 32);
    }

    [[nodiscard]] std::size_t next(std::size_t place) const noexcept
    {
        return place + 1 == slots_.size() ? 0 : place + 1;
    }

    std::deque<entry> entries_;
    std::vector<slot> slots_;
};

} // namespace rollcall::detail
