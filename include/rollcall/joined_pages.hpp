#pragma once

#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/recognise.hpp>
#include <rollcall/detail/scanner.hpp>
#include <rollcall/detail/text_case.hpp>
#include <rollcall/joined_page.hpp>

#include <algorithm>
#include <cstddef>
#include <deque>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rollcall {

/// Finds out which payloads are pages of one collection, so that they can be judged as one: for uniqueness of ids and
/// for counts. All payloads are added first, then each is judged with what `page_of` gives; that can be done side by
/// side. Takes some 70 bytes for each id, 24 more while pages are joined.
///
/// A page follows another one whose next link is the URL that it was requested from. Where no URL is known, pages are
/// of one collection that have the same `@odata.context`, with the key of what they belong to, and at least one of
/// which names a next page; a page that names none ends the collection, and the next page begins another capture of it.
class joined_pages {
public:
    /// Adds a payload. `number` tells it from all others, and `name` is what messages call it. Gives whether it may be
    /// a page; nothing is kept of it where not.
    bool add(const capture::payload& payload, std::size_t number, std::string name)
    {
        auto page = read(payload);
        if (!page)
            return false;
        page->number = number;
        page->name = std::move(name);
        pages_.push_back(*std::move(page));
        return true;
    }

    /// Joins what was added; to be called once.
    void join()
    {
        groups_.resize(pages_.size());
        for (std::size_t page = 0; page < pages_.size(); ++page)
            groups_[page] = page;
        join_by_url();
        join_by_context();
        make_collections();
        pages_ = {};
    }

    /// What is known of the payload's collection; null where it is no page among others.
    [[nodiscard]] const joined_page* page_of(std::size_t number) const
    {
        const auto found = joined_.find(number);
        return found == joined_.end() ? nullptr : &found->second;
    }

private:
    struct found_page {
        std::size_t number = 0;
        std::string name{};
        std::string url{};
        std::string next_link{};
        /// Empty where it does not say what the entities belong to.
        std::string context{};
        bool holds_reports = false;
        std::size_t item_count = 0;
        /// With the index of the item.
        std::vector<std::pair<id_digest, std::size_t>> ids{};
        bool follows_another = false;
    };

    [[nodiscard]] static std::optional<found_page> read(const capture::payload& payload)
    {
        const std::string_view text = payload.bytes;
        const char* const end = text.data() + text.size();
        const char* const root = detail::skip_separators(text.data(), end);
        const payload_kind kind = detail::recognise(text);
        const bool is_report = kind == payload_kind::meetingAttendanceReport;
        if (!is_report && kind != payload_kind::attendanceRecordCollection &&
            kind != payload_kind::meetingAttendanceReportCollection)
            return std::nullopt;
        // A report is a page of its own records when these are expanded.
        const std::string owner = is_report ? "attendanceRecords" : "";
        const char* items = nullptr;
        found_page result{.url = normal_url(payload.request_url),
                          .holds_reports = kind == payload_kind::meetingAttendanceReportCollection};
        detail::visit_members(root, end, [&](std::string_view name, const char* value) {
            if (name == (is_report ? std::string_view{owner} : std::string_view{"value"}))
                items = value;
            else if (name == owner + "@odata.nextLink")
                result.next_link = normal_url(detail::string_at(value, end).value_or(std::string{}));
            else if (name == owner + "@odata.context")
                result.context = key_of(detail::string_at(value, end).value_or(std::string{}));
            return true;
        });
        const bool may_be_page = !result.next_link.empty() || !result.url.empty() || !result.context.empty();
        if (!items || !may_be_page || (is_report && result.next_link.empty()))
            return std::nullopt;
        detail::visit_items(items, end, [&](std::size_t index, const char* item) {
            if (const auto id = detail::find_only_string_member(item, end, "id"))
                result.ids.emplace_back(id_digest{*id}, index);
            result.item_count = index + 1;
            return true;
        });
        return result;
    }

    /// A URL as it can be compared: a dollar sign may be written with a percent sign.
    [[nodiscard]] static std::string normal_url(std::string_view url)
    {
        constexpr std::string_view escaped_dollar = "%24";
        std::string result;
        for (std::size_t end = 0; (end = url.find(escaped_dollar)) != std::string_view::npos;) {
            result += url.substr(0, end);
            result += '$';
            url.remove_prefix(end + escaped_dollar.size());
        }
        result += url;
        return result;
    }

    /// What a context says of the collection, if it has a key in it; service and version do not matter.
    [[nodiscard]] static std::string key_of(std::string_view context)
    {
        const std::size_t hash = context.find('#');
        if (hash == std::string_view::npos || context.find("('", hash) == std::string_view::npos)
            return {};
        std::string key{context.substr(hash + 1)};
        std::transform(key.begin(), key.end(), key.begin(), detail::lower);
        return key;
    }

    [[nodiscard]] std::size_t group_of(std::size_t page)
    {
        while (groups_[page] != page)
            page = groups_[page] = groups_[groups_[page]];
        return page;
    }

    /// The first page of a group stands for it.
    void unite(std::size_t one, std::size_t other)
    {
        const std::size_t first = group_of(one);
        const std::size_t second = group_of(other);
        groups_[std::max(first, second)] = std::min(first, second);
    }

    /// Of several captures of a page, the one behind the page that names it is taken, if there is one.
    void join_by_url()
    {
        std::map<std::string_view, std::vector<std::size_t>> by_url;
        for (std::size_t index = 0; index < pages_.size(); ++index)
            if (!pages_[index].url.empty())
                by_url[pages_[index].url].push_back(index);
        for (std::size_t index = 0; index < pages_.size(); ++index) {
            const auto next = by_url.find(pages_[index].next_link);
            if (pages_[index].next_link.empty() || next == by_url.end())
                continue;
            const auto is_free = [&](std::size_t candidate) {
                return candidate != index && !pages_[candidate].follows_another;
            };
            auto& candidates = next->second;
            auto found = std::find_if(candidates.begin(), candidates.end(),
                                      [&](std::size_t candidate) { return candidate > index && is_free(candidate); });
            if (found == candidates.end())
                found = std::find_if(candidates.begin(), candidates.end(), is_free);
            if (found == candidates.end())
                continue;
            pages_[*found].follows_another = true;
            unite(index, *found);
            candidates.erase(found);
        }
    }

    void join_by_context()
    {
        std::map<std::string_view, std::vector<std::size_t>> by_context;
        for (std::size_t index = 0; index < pages_.size(); ++index)
            if (pages_[index].url.empty() && !pages_[index].context.empty())
                by_context[pages_[index].context].push_back(index);
        for (const auto& entry : by_context) {
            const std::vector<std::size_t>& candidates = entry.second;
            std::set<std::string_view> all_links;
            std::size_t ends = 0;
            for (const std::size_t index : candidates) {
                all_links.insert(pages_[index].next_link);
                ends += pages_[index].next_link.empty();
            }
            // In whatever order they come, if each is there once; else one capture comes after the other.
            const bool is_one_capture = ends <= 1 && all_links.size() == candidates.size();
            std::set<std::string_view> links;
            const std::size_t* first = nullptr;
            for (const std::size_t& index : candidates) {
                const std::string_view link = pages_[index].next_link;
                if (!is_one_capture && !links.insert(link).second) {
                    first = nullptr;
                    links = {link};
                }
                if (first)
                    unite(*first, index);
                else
                    first = &index;
                if (!is_one_capture && link.empty()) {
                    first = nullptr;
                    links.clear();
                }
            }
        }
    }

    void make_collections()
    {
        std::map<std::size_t, std::vector<std::size_t>> members;
        for (std::size_t index = 0; index < pages_.size(); ++index)
            members[group_of(index)].push_back(index);
        for (const auto& entry : members) {
            const std::vector<std::size_t>& group = entry.second;
            if (group.size() < 2)
                continue;
            page_collection& collection = collections_.emplace_back();
            std::size_t ends = 0;
            std::size_t begins = 0;
            for (const std::size_t index : group) {
                found_page& member = pages_[index];
                ends += member.next_link.empty();
                begins += !member.follows_another && !asks_for_part(member.url);
                collection.add_page(std::move(member.name), member.item_count, std::exchange(member.ids, {}));
                joined_.emplace(member.number,
                                joined_page{&collection, collection.page_count() - 1, member.holds_reports});
            }
            // Where URLs are known, all but the first page follow another one; where they are not, none does.
            const bool has_urls = !pages_[group.front()].url.empty();
            collection.set_complete(ends == 1 && begins == (has_urls ? 1 : group.size()));
        }
    }

    [[nodiscard]] static bool asks_for_part(std::string_view url)
    {
        return detail::contains_without_case(url, "$skip");
    }

    std::vector<found_page> pages_;
    /// Of each page, another one of its group, or itself.
    std::vector<std::size_t> groups_;
    std::deque<page_collection> collections_;
    std::map<std::size_t, joined_page> joined_;
};

} // namespace rollcall
