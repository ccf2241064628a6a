#include <rollcall/box.hpp>
#include <rollcall/property.hpp>

#include <doctest/doctest.h>

#include <string>
#include <utility>

namespace {

struct folder {
    std::string name;
    rollcall::property<rollcall::box<folder>> parent;
    friend bool operator==(const folder&, const folder&) = default;
};

} // namespace

TEST_CASE("a type can contain itself in a box, and copies of it are deep")
{
    folder root{.name = "root", .parent = {}};
    folder leaf{.name = "leaf", .parent = rollcall::box{root}};
    folder copy = leaf;
    CHECK(copy == leaf);
    (*copy.parent)->name = "other";
    CHECK(copy != leaf);
    CHECK((**leaf.parent).name == "root");
    const folder moved = std::move(copy);
    CHECK((*moved.parent)->name == "other");
}

TEST_CASE("a default-made box is empty and equal to another empty one")
{
    rollcall::box<int> box;
    CHECK(box.empty());
    CHECK(box == rollcall::box<int>{});
    box.emplace() = 3;
    CHECK(*box == 3);
    CHECK(box != rollcall::box<int>{});
    CHECK(rollcall::box<int>{} != box);
    const rollcall::box<int> empty;
    box = empty;
    CHECK(box.empty());
}
