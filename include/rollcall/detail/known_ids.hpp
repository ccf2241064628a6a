#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <limits>
#include <optional>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall::detail {

/// A hash of a text. It differs from table to table, so that nobody can make texts that all have the same.
class text_hash {
public:
    explicit text_hash(const void* seed) noexcept : seed_{reinterpret_cast<std::uintptr_t>(seed) | 1} {}

    [[nodiscard]] std::uint64_t operator()(std::string_view text) const noexcept
    {
        std::uint64_t hash = seed_ ^ text.size();
        while (text.size() >= sizeof hash) {
            std::uint64_t characters = 0;
            std::memcpy(&characters, text.data(), sizeof characters);
            hash = mix(hash ^ characters);
            text.remove_prefix(sizeof characters);
        }
        std::uint64_t rest = 0;
        text.copy(reinterpret_cast<char*>(&rest), text.size());
        return mix(hash ^ rest);
    }

private:
    [[nodiscard]] static std::uint64_t mix(std::uint64_t value) noexcept
    {
        value *= 0x9E3779B97F4A7C15;
        return value ^ (value >> 29);
    }

    std::uint64_t seed_;
};

/// The ids of a collection's entities: a hash table of entry numbers with linear probing. Where the search for a number
/// begins follows from the upper bits of the hash, so that growing goes through old and new memory from begin to end.
/// An id costs 27 to 32 bytes, 43 while the table grows; its text stays where it is.
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

    /// Remembers the id of the entity at `index`, whose text must stay as it is. Gives the index of the entity that had
    /// it before, if there is one. Nobody remembers ids of 4 GiB.
    std::optional<std::size_t> remember(std::string_view id, std::uint32_t hash, std::size_t index)
    {
        if (id.size() > std::numeric_limits<std::uint32_t>::max())
            return std::nullopt;
        if (entries_.size() >= slots_.size() / 4 * 3)
            grow();
        std::size_t place = home_of(hash);
        for (; slots_[place].number != 0; place = next(place))
            if (slots_[place].hash == hash && entries_[slots_[place].number - 1].id() == id)
                return entries_[slots_[place].number - 1].index;
        entries_.push_back({id.data(), static_cast<std::uint32_t>(id.size()), static_cast<std::uint32_t>(index)});
        slots_[place] = {hash, static_cast<std::uint32_t>(entries_.size())};
        return std::nullopt;
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

    void grow()
    {
        const std::vector<slot> old =
            std::exchange(slots_, std::vector<slot>(std::max(smallest_table, slots_.size() / 2 * 3)));
        for (const slot& known : old) {
            if (known.number == 0)
                continue;
            std::size_t place = home_of(known.hash);
            while (slots_[place].number != 0)
                place = next(place);
            slots_[place] = known;
        }
    }

    std::deque<entry> entries_;
    std::vector<slot> slots_;
};

} // namespace rollcall::detail
