#pragma once

#include <rollcall/detail/sha256.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall {

/// What stands for an id in place of its text, which takes more memory and is not there any more when it is needed: the
/// first 128 bits of its SHA-256. Nobody has two ids by accident that are told for one.
class id_digest {
public:
    explicit id_digest(std::string_view id)
    {
        const detail::sha256::digest whole = detail::sha256::of(id);
        std::copy_n(whole.begin(), value_.size(), value_.begin());
    }

    friend bool operator<(const id_digest& left, const id_digest& right) noexcept { return left.value_ < right.value_; }

private:
    std::array<unsigned char, 16> value_{};
};

/// A collection whose pages were captured one by one.
class page_collection {
public:
    /// Where an entity stands.
    struct place {
        std::size_t page = 0;
        std::size_t index = 0;
    };

    /// `ids` are those of entities, each with its index in the page.
    void add_page(std::string name, std::size_t item_count, const std::vector<std::pair<id_digest, std::size_t>>& ids)
    {
        for (const auto& [id, index] : ids)
            repeated_count_ += !first_places_.try_emplace(id, place{names_.size(), index}).second;
        item_count_ += item_count;
        names_.push_back(std::move(name));
    }

    void set_complete(bool is_complete) noexcept { is_complete_ = is_complete; }

    [[nodiscard]] std::size_t page_count() const noexcept { return names_.size(); }
    /// How many entities there are on all pages.
    [[nodiscard]] std::size_t item_count() const noexcept { return item_count_; }
    /// And how many of these have the id of one in front of them.
    [[nodiscard]] std::size_t repeated_count() const noexcept { return repeated_count_; }
    /// Whether the first page is there, the last one, and all in between, as far as can be told.
    [[nodiscard]] bool is_complete() const noexcept { return is_complete_; }
    /// What messages call a page.
    [[nodiscard]] const std::string& name_of(std::size_t page) const { return names_[page]; }

    /// Where the entity stands that has an id first; nothing where that is not in front of `page`.
    [[nodiscard]] std::optional<place> place_before(std::string_view id, std::size_t page) const
    {
        const auto found = first_places_.find(id_digest{id});
        return found != first_places_.end() && found->second.page < page ? std::optional{found->second} : std::nullopt;
    }

private:
    std::vector<std::string> names_;
    std::map<id_digest, place> first_places_;
    std::size_t item_count_ = 0;
    std::size_t repeated_count_ = 0;
    bool is_complete_ = false;
};

/// Which page of which collection a payload is.
struct joined_page {
    const page_collection* collection = nullptr;
    /// In the order in which the pages were given, from 0.
    std::size_t number = 0;
    /// Whether the entities are reports, and not records.
    bool holds_reports = false;
};

} // namespace rollcall
