#include <rollcall/detail/nearest_name.hpp>

#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

using rollcall::detail::edit_distance;
using rollcall::detail::nearest_name;

namespace {

/// All texts of up to `longest` characters out of two.
std::vector<std::string> short_texts(std::size_t longest)
{
    std::vector<std::string> texts{""};
    for (std::size_t index = 0; texts[index].size() < longest; ++index)
        for (const char next : {'a', 'b'})
            texts.push_back(texts[index] + next);
    return texts;
}

/// By the definition: what is left to do once the first characters have been dealt with.
std::size_t slow_distance(std::string_view left, std::string_view right)
{
    if (left.empty() || right.empty())
        return left.size() + right.size();
    const std::string_view left_rest = left.substr(1);
    const std::string_view right_rest = right.substr(1);
    if (left.front() == right.front())
        return slow_distance(left_rest, right_rest);
    return 1 + std::min({slow_distance(left_rest, right_rest), slow_distance(left_rest, right),
                         slow_distance(left, right_rest)});
}

} // namespace

TEST_CASE("a distance is the least number of changes, and told exactly unless it is more than is asked for")
{
    const std::vector<std::string> texts = short_texts(5);
    for (const std::string& left : texts)
        for (const std::string& right : texts) {
            CAPTURE(left);
            CAPTURE(right);
            const std::size_t distance = slow_distance(left, right);
            CHECK(edit_distance(left, right) == distance);
            for (std::size_t most = 0; most <= 6; ++most) {
                CAPTURE(most);
                if (distance <= most)
                    CHECK(edit_distance(left, right, most) == distance);
                else
                    CHECK(edit_distance(left, right, most) > most);
            }
        }
}

TEST_CASE("small and capital letters count as the same")
{
    CHECK(edit_distance("JoinDateTime", "joindatetime") == 0);
    CHECK(edit_distance("Roles", "role") == 1);
}

TEST_CASE("the nearest name is found, unless none is near or two are")
{
    constexpr std::array<std::string_view, 3> names{"joinDateTime", "leaveDateTime", "durationInSeconds"};
    CHECK(nearest_name(names, "joinDatetimes") == "joinDateTime");
    CHECK(nearest_name(names, "durationSeconds") == "durationInSeconds");
    CHECK(nearest_name(names, "seconds").empty());
    CHECK(nearest_name(names, "").empty());
    CHECK(nearest_name(std::array<std::string_view, 2>{"cat", "car"}, "cab").empty());
    CHECK(nearest_name(names, "join_date_time", 1).empty());
    CHECK(nearest_name(names, std::string(101, 'j')).empty());
}
