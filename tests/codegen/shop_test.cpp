// The shop's headers are generated when the tests are built. Here they are compiled and used.

#include <shop/all.hpp>
#include <shop/schema_files.hpp>

#include <rollcall/read.hpp>  // rollcall::read
#include <rollcall/write.hpp> // rollcall::write

#include "schema_texts.hpp" // read_file

#include <doctest/doctest.h>

#include <algorithm>   // std::find_if
#include <type_traits> // std::is_nothrow_move_constructible_v

namespace {

template <class T>
constexpr auto described_members = boost::mp11::mp_size<
    boost::describe::describe_members<T, boost::describe::mod_public | boost::describe::mod_inherited>>::value;

/// A type can be made, copied, moved and compared, and its schema has a place for each described member.
template <class T>
void check_type()
{
    static_assert(std::is_nothrow_move_constructible_v<T> && std::is_nothrow_move_assignable_v<T>);
    static_assert(described_members<T> == rollcall::schema_of<T>::properties.size());
    T value{};
    T copy = value;
    copy = value;
    T moved = std::move(copy);
    CHECK(moved == value);
}

template <template <class> class... Types>
void check_types()
{
    (check_type<Types<rollcall::owning>>(), ...);
    (check_type<Types<rollcall::borrowed>>(), ...);
}

template <class T>
const rollcall::property_schema& property_of(std::string_view name)
{
    const auto& properties = rollcall::schema_of<T>::properties;
    const auto found =
        std::find_if(properties.begin(), properties.end(), [&](const auto& each) { return each.name == name; });
    REQUIRE(found != properties.end());
    return *found;
}

} // namespace

TEST_CASE("each type of the shop can be made, copied, moved and compared, owning and borrowed")
{
    check_types<shop::basic_address, shop::basic_cardPayment, shop::basic_customer, shop::basic_emptyThing,
                shop::basic_employee, shop::basic_manyThings, shop::basic_order, shop::basic_orderLine,
                shop::basic_orderPage, shop::basic_order_parcel, shop::basic_payment, shop::basic_person,
                shop::basic_product, shop::basic_remark, shop::basic_supplier, shop::basic_transferPayment>();
}

TEST_CASE("types that contain themselves and each other hold values")
{
    shop::product screw;
    screw.name = "screw";
    shop::product shelf;
    shelf.parts.make_present() = {screw, screw};
    shop::supplier supplier;
    supplier.bestSeller = rollcall::box<shop::product>{shelf};
    shelf.soldBy = rollcall::box<shop::supplier>{supplier};
    const auto copy = shelf;
    CHECK(copy == shelf);
    (**(**shelf.soldBy).bestSeller).parts->front().name = "nail";
    CHECK_FALSE(copy == shelf);
    CHECK(*(**(**copy.soldBy).bestSeller).parts->front().name == "screw");
}

TEST_CASE("a payment holds payments of any subtype")
{
    using any_payment = rollcall::polymorphic<shop::payment, shop::transferPayment, shop::cardPayment>;
    shop::cardPayment card;
    card.lastDigits = "1234";
    shop::payment payment;
    payment.instead = rollcall::box<any_payment>{any_payment{card}};
    payment.refunds = rollcall::box<std::vector<any_payment>>{{any_payment{card}, any_payment{payment}}};
    const auto copy = payment;
    CHECK(copy == payment);
    CHECK((**copy.refunds).size() == 2);
    CHECK(*(**copy.instead).get_if<shop::cardPayment>()->lastDigits == "1234");
}

TEST_CASE("the schema beside a type says what its files say")
{
    CHECK(rollcall::schema_of<shop::order>::name == "order");
    CHECK(rollcall::schema_of<shop::order>::service_type == "shop.order");
    CHECK_FALSE(rollcall::schema_of<shop::order>::open);
    CHECK(rollcall::schema_of<shop::order>::key[0] == "id");
    CHECK(rollcall::schema_of<shop::customer>::key[0] == "email");
    CHECK(rollcall::schema_of<shop::product>::open);
    CHECK(rollcall::schema_of<shop::cardPayment>::discriminator_property == "method");
    CHECK(rollcall::schema_of<shop::cardPayment>::discriminator == "card");
    CHECK(rollcall::schema_of<shop::orderState>::members[1] == "in progress");
}

TEST_CASE("constraints reach the items of items")
{
    const auto& dimensions = property_of<shop::order_parcel>("dimensions").value;
    CHECK(dimensions.constraints->minimum_items == 3);
    CHECK(dimensions.items->nullable);
    CHECK(dimensions.items->constraints->minimum == 1.0);
    CHECK(dimensions.items->constraints->maximum == 300.0);
    const auto& weight = property_of<shop::order>("weight").value;
    CHECK(weight.nullable);
    CHECK(weight.constraints->exclusive_minimum == 0.0);
    CHECK(weight.constraints->maximum == 31.5);
    CHECK(property_of<shop::order>("id").value.constraints->format == rollcall::string_format::uuid);
    CHECK(property_of<shop::order>("dueOn").value.constraints->format == rollcall::string_format::date);
    CHECK(property_of<shop::order>("say \"hi\"\\n").value.constraints == nullptr);
}

TEST_CASE("inherited properties are required where the derived type says so")
{
    CHECK_FALSE(property_of<shop::person>("email").required);
    CHECK(property_of<shop::customer>("email").required);
    CHECK(rollcall::schema_of<shop::customer>::properties[0].name == "email");
}

TEST_CASE("an enumeration's members are described by their C++ names")
{
    CHECK(boost::describe::enum_to_string(shop::orderState::linuxShelf, "") == std::string_view{"linuxShelf"});
    CHECK(boost::mp11::mp_size<boost::describe::describe_enumerators<shop::orderState>>::value ==
          rollcall::schema_of<shop::orderState>::members.size());
}

TEST_CASE("types and enumerations have more members than Boost.Describe's macros take")
{
    CHECK(described_members<shop::manyThings> == 61);
    CHECK(boost::describe::enum_to_string(shop::manyThings_choice::choice299, "") == std::string_view{"choice299"});
    auto things = rollcall::read<shop::manyThings>(R"({"flag59": true, "choice": "choice298"})");
    REQUIRE(things.diagnostics.empty());
    CHECK(things.value.flag59 == true);
    CHECK(rollcall::write(things.value) == R"({"flag59":true,"choice":"choice298"})");
}

TEST_CASE("the schema files are in the program, byte for byte")
{
    const auto folder = std::filesystem::path{ROLLCALL_SOURCE_DIR} / "tests" / "codegen" / "schemas" / "shop";
    CHECK(shop::schema_files.size() == 14);
    for (const auto& file : shop::schema_files)
        CHECK_MESSAGE(file.text == rollcall::codegen::test::read_file(folder / file.name), file.name);
}
