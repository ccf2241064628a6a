#include <rollcall/read.hpp>
#include <rollcall/schema_engine.hpp>
#include <rollcall/write.hpp>
#include <shop/all.hpp>
#include <shop/schema_files.hpp>

#include <boost/json.hpp>
#include <doctest/doctest.h>

#include <algorithm>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace json = boost::json;

namespace {

constexpr std::string_view rich_order =
    R"({"id":"0c6204c3-70b6-4981-9f2c-5194ced1cdd1","number":9007199254740993,"state":"in progress","history":["new",null,"lost"],)"
    R"("orderedAt":"2026-02-28T10:00:00.5+01:00","dueOn":"2028-02-29","isGift":true,"wantsNews":null,"discount":0.25,"weight":31.5,)"
    R"("shelf":-3,"visits":null,"lines":[{"product":{"name":"chair","tags":["wood","oak"],"parts":[{"name":"leg"}],)"
    R"("soldBy":null,"colour":"brown"},"quantity":1000,"price":0,"replaces":{"product":{"name":"stool"},"quantity":1}}],)"
    R"("customer":{"email":"a@b.c","name":null,"since":"2020-01-01T00:00:00Z","orders":[],"recommendedBy":{"email":"d@e.f"},"vip":true},)"
    R"("deliverTo":{"street":"Main Street","city":"Köln","country":"DE"},"payment":{"amount":12.5,"method":"card",)"
    R"("refunds":[{"amount":1,"method":"transfer","reference":"r"},{"amount":2},{"method":"cash","amount":3,"drawer":[1]}],"instead":null,)"
    R"("lastDigits":"0042"},"remarks":[{"author":null,"text":""}],"parcel":{"size":"M","dimensions":[1,null,300],)"
    R"("grid":[[],[1,2.5]]},"class":"A","@odata.etag":"W/1","größe":null,"say \"hi\"\\n":"hi","note@x.y":{"z":1.0}})";

/// "rule pointer" of every finding, in an order of its own.
std::multiset<std::string> by_reader(const std::string& payload)
{
    std::multiset<std::string> result;
    for (const auto& found : rollcall::read<shop::order>(payload).diagnostics)
        if (found.rule != "duplicate-property")
            result.insert(found.rule + ' ' + found.pointer);
    return result;
}

std::multiset<std::string> by_engine(const rollcall::schema_engine& engine, const json::value& payload)
{
    std::multiset<std::string> result;
    for (const auto& found : engine.check(payload, "order.schema.json"))
        result.insert(found.rule + ' ' + found.pointer);
    return result;
}

/// The pointers of all values in a value.
void collect(const json::value& value, const std::string& pointer, std::vector<std::string>& pointers)
{
    pointers.push_back(pointer);
    if (const auto* object = value.if_object())
        for (const auto& [name, member] : *object) {
            std::string at = pointer;
            rollcall::detail::append_to_pointer(at, std::string_view{name.data(), name.size()});
            collect(member, at, pointers);
        }
    if (const auto* array = value.if_array())
        for (std::size_t index = 0; index < array->size(); ++index)
            collect((*array)[index], pointer + '/' + std::to_string(index), pointers);
}

json::value& at(json::value& root, const std::string& pointer)
{
    json::value* current = &root;
    for (std::string_view rest = pointer; !rest.empty();) {
        const std::string step = rollcall::detail::take_step(rest);
        if (auto* object = current->if_object())
            current = &object->at(step);
        else
            current = &current->as_array().at(std::stoul(step));
    }
    return *current;
}

} // namespace

TEST_CASE("a payload of generated types is read and written back as it was")
{
    auto result = rollcall::read<shop::order>(rich_order);
    for (const auto& found : result.diagnostics)
        CHECK_MESSAGE(found.severity == rollcall::severity::warning, found.pointer, ": ", found.message);
    REQUIRE(result.diagnostics.size() == 1); // the unlisted "lost"
    const shop::order& order = result.value_or_throw();
    CHECK(rollcall::write(order) == rich_order);
    CHECK(rollcall::read<shop::order>(rollcall::write(order)).value == order);
    CHECK(rollcall::write(rollcall::read_borrowed<shop::borrowed::order>(rich_order).value) == rich_order);

    CHECK(*order.number == 9007199254740993);
    CHECK(*order.orderClass == "A");
    CHECK(*order.etag == "W/1");
    CHECK(*order.greeting == "hi");
    CHECK(order.groesse.is_null());
    CHECK(*order.history->at(0) == shop::orderState::newOrder);
    CHECK(order.history->at(1).is_null());
    CHECK(order.history->at(2)->unlisted_text() == "lost");
    CHECK(order.customer->additionalProperties.contains("vip"));
    CHECK(order.payment->get_if<shop::cardPayment>() != nullptr);
    const auto& refunds = **order.payment->base().refunds;
    CHECK(refunds.at(0).get_if<shop::transferPayment>() != nullptr);
    CHECK(refunds.at(1).get_if<shop::payment>() != nullptr);
    CHECK(refunds.at(2).is_unknown_subtype());
}

TEST_CASE("the constraints of generated types are checked as valijson checks them, wherever a value is changed")
{
    const rollcall::schema_engine engine{shop::schema_files};
    json::value good = json::parse({rich_order.data(), rich_order.size()});
    at(good, "/history").as_array().pop_back();
    CHECK(by_engine(engine, good).empty());
    CHECK(by_reader(json::serialize(good)).empty());

    std::vector<std::string> pointers;
    collect(good, "", pointers);
    const std::vector<json::value> replacements{nullptr,
                                                true,
                                                0,
                                                -1,
                                                1,
                                                301,
                                                1001,
                                                0.5,
                                                1e300,
                                                -5.5,
                                                "",
                                                "x",
                                                "ABC",
                                                "0c6204c3-70b6-4981-9f2c-5194ced1cdd1",
                                                "0C6204C3-70B6-4981-9F2C-5194CED1CDD1",
                                                "0c6204c3-70b6-4981-9f2c-5194ced1cddg",
                                                "0c6204c3070b6-4981-9f2c-5194ced1cdd1",
                                                "2026-02-29",
                                                "2026-02-28T10:00:00Z",
                                                "a string of more than twenty characters",
                                                json::array{},
                                                json::array{1, 2},
                                                json::object{},
                                                json::object{{"name", "x"}, {"amount", -1}}};
    std::size_t findings = 0;
    for (const std::string& pointer : pointers)
        for (const json::value& replacement : replacements) {
            json::value changed = good;
            at(changed, pointer) = replacement;
            const std::string text = json::serialize(changed);
            const auto read = by_reader(text);
            findings += read.size();
            CHECK_MESSAGE(read == by_engine(engine, changed), pointer, " = ", json::serialize(replacement));
        }
    CHECK(findings > 500);
}

TEST_CASE("a property that is taken away is missed where it is required, by both engines")
{
    const rollcall::schema_engine engine{shop::schema_files};
    json::value good = json::parse({rich_order.data(), rich_order.size()});
    at(good, "/history").as_array().pop_back();
    std::vector<std::string> pointers;
    collect(good, "", pointers);
    std::size_t findings = 0;
    for (const std::string& pointer : pointers) {
        const std::size_t last = pointer.rfind('/');
        if (pointer.empty() || !at(good, pointer.substr(0, last)).is_object())
            continue;
        json::value changed = good;
        std::string_view step = std::string_view{pointer}.substr(last);
        at(changed, pointer.substr(0, last)).as_object().erase(rollcall::detail::take_step(step));
        const auto read = by_reader(json::serialize(changed));
        findings += read.size();
        CHECK_MESSAGE(read == by_engine(engine, changed), pointer);
    }
    CHECK(findings >= 8);
}
