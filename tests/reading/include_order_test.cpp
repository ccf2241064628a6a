#include <rollcall/read.hpp>
#include <rollcall/write.hpp>

#include <rollcall/checked.hpp> // behind those that read and write it

#include <doctest/doctest.h>

#include <string_view>
#include <vector>

namespace {

struct any_text {
    static void check(const rollcall::checks::value& at, rollcall::checks::findings& found)
    {
        rollcall::checks::type(at, found, {"string"});
    }
};

} // namespace

TEST_CASE("a value of a type from a header that follows is read and written")
{
    constexpr std::string_view text = R"(["a","b"])";
    const auto result =
        rollcall::read<std::vector<rollcall::checked<rollcall::any_value<rollcall::owning>, any_text>>>(text);
    REQUIRE(result);
    CHECK(rollcall::write(result.value) == text);
    CHECK(rollcall::write(result.value.front()) == R"("a")");
}
