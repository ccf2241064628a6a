#include "compare_types.hpp" // compare_types
#include "schema_texts.hpp"  // schema, temporary_folder, write_schemas

#include "type_source.hpp" // load_types

#include <doctest/doctest.h>

#include <set> // std::set

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;

namespace {

type_outlines types(const std::vector<schema_text>& schemas)
{
    const temporary_folder folder;
    write_schemas(folder.path(), schemas);
    return load_types(folder.path().string());
}

/// A line break, and for each change its id with both verdicts and a mark when it is a guess.
std::string changes(const type_outlines& before, const type_outlines& after)
{
    std::string result = "\n";
    for (const auto& found : compare_types(before, after))
        result += id_of(found) + " " + std::string{name_of(found.source)} + " " + std::string{name_of(found.wire)} +
                  (found.is_guess ? " guess" : "") + "\n";
    return result;
}

std::string changes(const std::vector<schema_text>& before, const std::vector<schema_text>& after)
{
    return changes(types(before), types(after));
}

/// How a type `thing` changes, with what it has beside `"type": "object"`.
std::string changes_of_object(const std::string& before, const std::string& after)
{
    return changes({schema("thing", R"({"type": "object", )" + before + "}")},
                   {schema("thing", R"({"type": "object", )" + after + "}")});
}

const std::string closed = R"("patternProperties": {"@": {}}, "additionalProperties": false, )";

/// How the value of `thing.value` changes.
std::string changes_of_value(const std::string& before, const std::string& after)
{
    return changes_of_object(R"("properties": {"value": )" + before + "}", R"("properties": {"value": )" + after + "}");
}

std::string changes_of_enumeration(const std::string& before, const std::string& after)
{
    return changes({schema("hue", R"({"type": "string", "enum": [)" + before + "]}")},
                   {schema("hue", R"({"type": "string", "enum": [)" + after + "]}")});
}

} // namespace

TEST_CASE("the ids of rules are different words")
{
    std::set<std::string_view> ids;
    for (const auto& rule : change_rules) {
        CHECK(ids.insert(rule.id).second);
        CHECK(rule.id.find_first_not_of("abcdefghijklmnopqrstuvwxyz-") == std::string_view::npos);
        for (const auto text : {rule.summary, rule.source.reason, rule.wire.reason})
            CHECK_MESSAGE(text.ends_with('.'), rule.id);
    }
    CHECK(find_change_rule("property-vanished") == nullptr);
}

TEST_CASE("types that are the same have no changes")
{
    const auto shop = load_types(ROLLCALL_SOURCE_DIR "/tests/codegen/schemas/shop");
    CHECK(compare_types(shop, shop).empty());
}

TEST_CASE("types that are new or gone are told by name")
{
    const auto item = schema("item", R"({"type": "object"})");
    const auto hue = schema("hue", R"({"type": "string", "enum": ["red"]})");
    CHECK(changes({item}, {item, hue}) == "\ntype-added:hue safe safe\n");
    CHECK(changes({item, hue}, {item}) == "\ntype-removed:hue breaking breaking\n");
    CHECK(changes({hue}, {schema("hue", R"({"type": "object"})")}) ==
          "\ntype-shape-changed:hue:an_enumeration-to-an_object_type breaking breaking\n");
}

TEST_CASE("a type is the same under another name when the service calls it the same")
{
    const auto item = schema("item", R"({"type": "object", "x-serviceType": "shop.item"})");
    const auto article = schema("article", R"({"type": "object", "x-serviceType": "shop.item"})");
    const auto order = [](const std::string& type) {
        return schema("order",
                      R"({"type": "object", "properties": {"item": {"$ref": ")" + type + R"(.schema.json"}}})");
    };
    CHECK(changes({item, order("item")}, {article, order("article")}) ==
          "\ntype-renamed:article:item-to-article breaking safe\n");
}

TEST_CASE("a type is guessed to be renamed when it declares the same and is called much the same")
{
    const auto type = [](const std::string& name) {
        return schema(name, R"({"type": "object", "properties": {"price": {"type": "number"}}})");
    };
    CHECK(changes({type("orderLine")}, {type("orderLines")}) ==
          "\ntype-renamed:orderLines:orderLine-to-orderLines breaking safe guess\n");
    CHECK(changes({type("orderLine")}, {type("customer")}) ==
          "\ntype-added:customer safe safe\ntype-removed:orderLine breaking breaking\n");
    const auto hue = [](const std::string& name, const std::string& member) {
        return schema(name, R"({"type": "string", "enum": ["red", ")" + member + "\"]}");
    };
    CHECK(changes({hue("color", "blue")}, {hue("colour", "blue")}) ==
          "\ntype-renamed:colour:color-to-colour breaking safe guess\n");
    CHECK(changes({hue("color", "blue")}, {hue("colour", "green")}) ==
          "\ntype-added:colour safe safe\ntype-removed:color breaking breaking\n");
}

TEST_CASE("of several names that one could have been renamed to, the nearest is guessed")
{
    CHECK(changes_of_enumeration(R"("lightGray", "lightGrays")", R"("lightGreys", "lightGrey")") ==
          "\nenumeration-member-renamed:hue.lightGray:lightGray-to-lightGrey breaking risky guess\n"
          "enumeration-member-renamed:hue.lightGrays:lightGrays-to-lightGreys breaking risky guess\n");
    CHECK(changes_of_enumeration(R"("lightGray")", R"("lightGrau", "lightGrey")") ==
          "\nenumeration-member-renamed:hue.lightGray:lightGray-to-lightGrau breaking risky guess\n"
          "enumeration-member-added:hue.lightGrey risky risky\n");
}

TEST_CASE("a type's own facts are compared")
{
    CHECK(changes_of_object(R"("x-serviceType": "shop.thing")", R"("x-serviceType": "shop.other")") ==
          "\nservice-type-changed:thing:shop.thing-to-shop.other safe risky\n");
    CHECK(changes_of_object(R"("additionalProperties": true)",
                            R"("patternProperties": {"@": {}}, "additionalProperties": false)") ==
          "\ntype-closed:thing:open-to-closed safe breaking\n");
    CHECK(changes_of_object(R"("patternProperties": {"@": {}}, "additionalProperties": false)",
                            R"("additionalProperties": true)") == "\ntype-opened:thing:closed-to-open safe risky\n");
    const std::string properties = R"("properties": {"a": {"type": "string"}, "b": {"type": "string"}})";
    CHECK(changes_of_object(properties, properties + R"(, "x-key": ["a", "b"])") ==
          "\nkey-changed:thing:none-to-a,_b safe risky\n");
    const auto named = [](const std::string& name) {
        return R"("properties": {"kind": {"const": ")" + name + R"("}}, "required": ["kind"])";
    };
    CHECK(changes_of_object(named("#thing"), named("#shop.thing")) ==
          "\ndiscriminator-changed:thing:kind_#thing-to-kind_#shop.thing safe breaking\n");
}

TEST_CASE("a base that changes moves the properties that it has")
{
    const auto entity = schema("entity", R"({"type": "object", "properties": {"id": {"type": "string"}}})");
    const auto flat = schema("thing", R"({"type": "object", "properties": {"id": {"type": "string"}}})");
    const auto derived = schema("thing", R"({"type": "object", "allOf": [{"$ref": "entity.schema.json"}]})");
    CHECK(changes({entity, flat}, {entity, derived}) ==
          "\nproperty-moved:thing.id:declared_here-to-inherited risky safe\n"
          "base-added:thing:none-to-entity risky safe\n");
    CHECK(changes({entity, derived}, {entity, flat}) ==
          "\nbase-changed:thing:entity-to-none breaking risky\n"
          "property-moved:thing.id:inherited-to-declared_here risky safe\n");
}

TEST_CASE("what a type inherits comes and goes with its base")
{
    const auto entity = schema("entity", R"({"type": "object", "properties": {"id": {"type": "string"}}})");
    const auto flat = schema("thing", R"({"type": "object"})");
    const auto derived = schema("thing", R"({"type": "object", "allOf": [{"$ref": "entity.schema.json"}]})");
    CHECK(changes({entity, flat}, {entity, derived}) ==
          "\nproperty-added-to-open-type:thing.id risky safe\nbase-added:thing:none-to-entity risky safe\n");
    CHECK(changes({entity, derived}, {entity, flat}) == "\nbase-changed:thing:entity-to-none breaking risky\n"
                                                        "property-removed-from-open-type:thing.id breaking safe\n");
}

TEST_CASE("a property that comes or goes is judged by whether the type is open and it must be there")
{
    const std::string none = R"("properties": {})";
    const std::string one = R"("properties": {"tag": {"type": "string"}})";
    CHECK(changes_of_object(none, one) == "\nproperty-added-to-open-type:thing.tag risky safe\n");
    CHECK(changes_of_object(closed + none, closed + one) == "\nproperty-added:thing.tag safe risky\n");
    CHECK(changes_of_object(none, R"("required": ["tag"], )" + one) ==
          "\nproperty-added-required:thing.tag safe breaking\n");
    CHECK(changes_of_object(one, none) == "\nproperty-removed-from-open-type:thing.tag breaking safe\n");
    CHECK(changes_of_object(closed + one, closed + none) == "\nproperty-removed:thing.tag breaking breaking\n");
    CHECK(changes_of_object(R"("required": ["tag"], )" + one, none) ==
          "\nrequired-property-removed:thing.tag breaking breaking\n");
}

TEST_CASE("a property is guessed to be renamed when its type and either its name or its place are much the same")
{
    const auto properties = [](const std::string& name, const std::string& type) {
        return R"("properties": {"id": {"type": "string"}, ")" + name + R"(": {"type": ")" + type + R"("}})";
    };
    CHECK(changes_of_object(properties("registrantId", "string"), properties("registrationId", "string")) ==
          "\nproperty-renamed:thing.registrantId:registrantId-to-registrationId breaking breaking guess\n");
    CHECK(changes_of_object(properties("mail", "string"), properties("address", "string")) ==
          "\nproperty-renamed:thing.mail:mail-to-address breaking breaking guess\n");
    CHECK(changes_of_object(properties("mail", "string"), properties("mails", "number")) ==
          "\nproperty-added-to-open-type:thing.mails risky safe\n"
          "property-removed-from-open-type:thing.mail breaking safe\n");
}

TEST_CASE("a property's name in C++ and the order of properties concern the source only")
{
    CHECK(changes_of_value(R"({"type": "string"})", R"({"type": "string", "x-name": "content"})") ==
          "\nmember-name-changed:thing.value:value-to-content breaking safe\n");
    const std::string a = R"("a": {"type": "string"})";
    const std::string b = R"("b": {"type": "number"})";
    CHECK(changes_of_object(R"("properties": {)" + a + ", " + b + "}", R"("properties": {)" + b + ", " + a + "}") ==
          "\nproperties-reordered:thing:a_before_b-to-b_before_a risky safe\n");
}

TEST_CASE("a value's type, null, bounds and service type are compared")
{
    const std::string text = R"({"type": "string"})";
    const std::string text_or_null = R"({"type": ["string", "null"]})";
    const std::string small = R"({"type": "integer", "format": "int32"})";
    const std::string large = R"({"type": "integer", "format": "int64"})";
    CHECK(changes_of_value(text, small) == "\nproperty-type-changed:thing.value:string-to-int32 breaking breaking\n");
    CHECK(changes_of_value(small, large) == "\nproperty-type-widened:thing.value:int32-to-int64 risky risky\n");
    CHECK(changes_of_value(large, small) == "\nproperty-type-changed:thing.value:int64-to-int32 breaking breaking\n");
    CHECK(changes_of_value(text, text_or_null) ==
          "\nproperty-became-nullable:thing.value:string-to-string_or_null risky risky\n");
    CHECK(changes_of_value(text_or_null, text) ==
          "\nproperty-became-not-null:thing.value:string_or_null-to-string safe breaking\n");
    CHECK(changes_of_value(R"({"type": "string", "x-serviceType": "Edm.String"})",
                           R"({"type": "string", "x-serviceType": "Edm.Guid"})") ==
          "\nservice-type-changed:thing.value:Edm.String-to-Edm.Guid safe risky\n");
    CHECK(changes_of_value(text, R"({"type": "string", "maxLength": 8})") ==
          "\nconstraint-tightened:thing.value:no_maximum_length-to-maximum_length_8 safe breaking\n");
    CHECK(changes_of_value(R"({"type": "number", "minimum": 1})", R"({"type": "number", "minimum": 0})") ==
          "\nconstraint-loosened:thing.value:minimum_1-to-minimum_0 safe risky\n");
    CHECK(changes_of_value(R"({"type": "string", "format": "date"})", R"({"type": "string", "format": "uuid"})") ==
          "\nconstraint-tightened:thing.value:format_date-to-format_uuid safe breaking\n");
}

TEST_CASE("the items of a collection are compared, too")
{
    const auto collection = [](const std::string& items) { return R"({"type": "array", "items": )" + items + "}"; };
    const auto text = collection(R"({"type": "string"})");
    const auto text_or_null = collection(R"({"type": ["string", "null"]})");
    CHECK(changes_of_value(text, text_or_null) ==
          "\nitems-became-nullable:thing.value[]:string-to-string_or_null breaking risky\n");
    CHECK(changes_of_value(text_or_null, text) ==
          "\nitems-became-not-null:thing.value[]:string_or_null-to-string breaking breaking\n");
    CHECK(changes_of_value(text, collection(R"({"type": "boolean"})")) ==
          "\nproperty-type-changed:thing.value[]:string-to-boolean breaking breaking\n");
    CHECK(changes_of_value(text, R"({"type": "string"})") ==
          "\nproperty-type-changed:thing.value:collection_of_string-to-string breaking breaking\n");
}

TEST_CASE("what must be there is told once, where it is said")
{
    const std::string property = R"("properties": {"id": {"type": "string"}})";
    const auto entity = [&](const std::string& more) {
        return schema("entity", R"({"type": "object", )" + property + more + "}");
    };
    const auto derived = [](const std::string& more) {
        return schema("thing", R"({"type": "object", "allOf": [{"$ref": "entity.schema.json"}])" + more + "}");
    };
    const std::string required = R"(, "required": ["id"])";
    CHECK(changes({entity(""), derived("")}, {entity(required), derived("")}) ==
          "\nproperty-became-required:entity.id:optional-to-required safe breaking\n");
    CHECK(changes({entity(""), derived(required)}, {entity(""), derived("")}) ==
          "\nproperty-became-optional:thing.id:required-to-optional risky risky\n");
}

TEST_CASE("the subtypes of a union are compared")
{
    const auto shape = schema("shape", R"({"type": "object"})");
    const auto subtype = [](const std::string& name) {
        return schema(
            name,
            R"({"type": "object", "allOf": [{"$ref": "shape.schema.json"}], "required": ["kind"], "properties": {"kind": {"const": "#)" +
                name + "\"}}}");
    };
    const auto drawing = [](const std::vector<std::string>& names) {
        std::string branches;
        std::string values;
        std::string mapping;
        for (const auto& name : names) {
            branches += R"({"$ref": ")" + name + R"(.schema.json"}, )";
            values += (values.empty() ? "\"#" : ", \"#") + name + '"';
            mapping += (mapping.empty() ? "\"#" : ", \"#") + name + R"(": ")" + name + R"(.schema.json")";
        }
        return schema(
            "drawing",
            R"({"type": "object", "properties": {"shape": {"oneOf": [)" + branches +
                R"({"allOf": [{"$ref": "shape.schema.json"}, {"properties": {"kind": {"type": "string", "not":)" +
                R"( {"enum": [)" + values + R"(]}}}}]}], "x-discriminator": {"propertyName": "kind", "mapping": {)" +
                mapping + "}}}}}");
    };
    const auto circle = subtype("circle");
    const auto square = subtype("square");
    const auto plain =
        schema("drawing", R"({"type": "object", "properties": {"shape": {"$ref": "shape.schema.json"}}})");
    CHECK(
        changes({shape, circle, square, drawing({"circle"})}, {shape, circle, square, drawing({"circle", "square"})}) ==
        "\nsubtype-added:drawing.shape:square risky safe\n");
    CHECK(
        changes({shape, circle, square, drawing({"circle", "square"})}, {shape, circle, square, drawing({"square"})}) ==
        "\nsubtype-removed:drawing.shape:circle breaking risky\n");
    CHECK(changes({shape, circle, plain}, {shape, circle, drawing({"circle"})}) ==
          "\nunion-introduced:drawing.shape:shape-to-shape_or_a_derived_type breaking safe\n");
    CHECK(changes({shape, circle, drawing({"circle"})}, {shape, circle, plain}) ==
          "\nunion-dissolved:drawing.shape:shape_or_a_derived_type-to-shape breaking breaking\n");
}

TEST_CASE("the members of an enumeration are compared")
{
    CHECK(changes_of_enumeration(R"("red")", R"("red", "blue")") ==
          "\nenumeration-member-added:hue.blue risky risky\n");
    CHECK(changes_of_enumeration(R"("red", "blue")", R"("red")") ==
          "\nenumeration-member-removed:hue.blue breaking risky\n");
    CHECK(changes_of_enumeration(R"("lightGray", "blue")", R"("lightGrey", "blue")") ==
          "\nenumeration-member-renamed:hue.lightGray:lightGray-to-lightGrey breaking risky guess\n");
    CHECK(changes_of_enumeration(R"("red", "blue")", R"("blue", "red")") ==
          "\nenumeration-members-reordered:hue:red_before_blue-to-blue_before_red risky safe\n");
    CHECK(changes_of_enumeration(R"("red"], "x-names": {"red": "rouge"}, "examples": [)",
                                 R"("red"], "x-names": {"red": "rot"}, "examples": [)") ==
          "\nmember-name-changed:hue.red:rouge-to-rot breaking safe\n");
}

TEST_CASE("a change has its place in the new state, or in the old one when something is gone")
{
    const auto before =
        types({schema("thing", "{\"type\": \"object\", \"properties\": {\n\"a\": {\"type\": \"number\"}}}")});
    const auto after =
        types({schema("thing", "{\"type\": \"object\", \"properties\": {\n\n\"b\": {\"type\": \"string\"}}}")});
    const auto found = compare_types(before, after);
    REQUIRE(found.size() == 2);
    CHECK(found[0].place.file.ends_with("/thing.schema.json"));
    CHECK(found[0].place.pointer == "#/properties/b");
    CHECK(found[0].place.line == 3);
    CHECK_FALSE(found[0].is_place_in_old);
    CHECK(found[1].place.line == 2);
    CHECK(found[1].is_place_in_old);
}
