#include "compare_types.hpp" // compare_types
#include "schema_texts.hpp"  // temporary_folder, write_file
#include "type_source.hpp"   // load_states, load_types, type_source_error

#include <doctest/doctest.h>

#include <algorithm> // std::find_if

using namespace rollcall::codegen;
using namespace rollcall::codegen::test;

namespace {

/// A file with `$metadata` that has these elements on lines of their own, from line 2 on.
class metadata_file {
public:
    explicit metadata_file(const std::string& elements)
    {
        write_file(path(),
                   R"(<edmx:Edmx Version="4.0" xmlns:edmx="http://docs.oasis-open.org/odata/ns/edmx">)"
                   R"(<edmx:DataServices><Schema Namespace="shop" xmlns="http://docs.oasis-open.org/odata/ns/edm">)"
                   "\n" +
                       elements + "\n</Schema></edmx:DataServices></edmx:Edmx>\n");
    }

    [[nodiscard]] std::string path() const { return (folder_.path() / "shop.csdl").string(); }

private:
    temporary_folder folder_;
};

std::string changes(const std::string& before, const std::string& after)
{
    const metadata_file old_file{before};
    const metadata_file new_file{after};
    const auto states = load_states(old_file.path(), new_file.path());
    std::string result = "\n";
    for (const auto& found : compare_types(states.before, states.after))
        result += id_of(found) + "\n";
    return result;
}

std::string changes_of_property(const std::string& before, const std::string& after)
{
    const auto thing = [](const std::string& property) {
        return R"(<ComplexType Name="thing"><Property Name="value" )" + property + "/></ComplexType>";
    };
    return changes(thing(before), thing(after));
}

} // namespace

TEST_CASE("the types of $metadata have the service's names, and the lines where they stand")
{
    const metadata_file file{R"xml(<EnumType Name="hue"><Member Name="red" Value="0"/></EnumType>
<TypeDefinition Name="text" UnderlyingType="Edm.String"/>
<ComplexType Name="thing" OpenType="true">
<Property Name="tags" Type="Collection(shop.text)"/>
<Property Name="hue" Type="shop.hue" Nullable="false"/></ComplexType>)xml"};
    const auto types = load_types(file.path());
    REQUIRE(types.size() == 2);
    CHECK(types[0].name == "shop.hue");
    CHECK(types[0].members.size() == 1);
    CHECK(types[1].name == "shop.thing");
    CHECK(types[1].open);
    CHECK(types[1].place.line == 4);
    REQUIRE(types[1].properties.size() == 2);
    CHECK(types[1].properties[0].place.line == 5);
    CHECK(words_for(types[1].properties[0].value) == "collection of Edm.String");
    CHECK(words_for(types[1].properties[1].value) == "shop.hue");
}

TEST_CASE("the values of $metadata are compared by the service's types")
{
    CHECK(changes_of_property(R"(Type="Edm.Int32")", R"(Type="Edm.Int64")") ==
          "\nproperty-type-widened:shop.thing.value:Edm.Int32_or_null-to-Edm.Int64_or_null\n");
    CHECK(changes_of_property(R"(Type="Edm.Double")", R"(Type="Edm.Single")") ==
          "\nproperty-type-changed:shop.thing.value:Edm.Double_or_null-to-Edm.Single_or_null\n");
    CHECK(changes_of_property(R"(Type="Edm.String")", R"(Type="Edm.String" Nullable="false")") ==
          "\nproperty-became-not-null:shop.thing.value:Edm.String_or_null-to-Edm.String\n");
    CHECK(changes_of_property(R"(Type="Edm.String" MaxLength="9")", R"(Type="Edm.String")") ==
          "\nconstraint-loosened:shop.thing.value:maximum_length_9-to-no_maximum_length\n");
}

TEST_CASE("a new type that stands in for another one is a subtype of it, where a property holds that")
{
    const std::string shape = R"(<ComplexType Name="shape"/>)";
    const std::string circle = R"(<ComplexType Name="circle" BaseType="shop.shape"/>)";
    const std::string drawing =
        R"(<ComplexType Name="drawing"><Property Name="shape" Type="shop.shape"/></ComplexType>)";
    CHECK(changes(shape, shape + circle) == "\ntype-added:shop.circle\n");
    CHECK(changes(shape + drawing, shape + drawing + circle) ==
          "\ntype-added:shop.circle\nsubtype-added:shop.shape:shop.circle\n");
    CHECK(changes(shape + drawing + circle, shape + drawing) ==
          "\nsubtype-removed:shop.shape:shop.circle\ntype-removed:shop.circle\n");
}

TEST_CASE("a base that comes in between takes no subtype and no key away")
{
    const std::string rest = R"(<EntityType Name="entity"><Key><PropertyRef Name="id"/></Key>)"
                             R"(<Property Name="id" Type="Edm.String"/></EntityType>)"
                             R"(<ComplexType Name="list"><Property Name="first" Type="shop.entity"/></ComplexType>)";
    CHECK(changes(rest + R"(<EntityType Name="item" BaseType="shop.entity"/>)",
                  rest + R"(<EntityType Name="part" BaseType="shop.entity"/>)"
                         R"(<EntityType Name="item" BaseType="shop.part"/>)") ==
          "\ntype-added:shop.part\nsubtype-added:shop.entity:shop.part\n"
          "base-added:shop.item:shop.entity-to-shop.part\n");
}

TEST_CASE("a property that the service is about to drop is told")
{
    const auto thing = [](const std::string& annotation) {
        return R"(<ComplexType Name="thing"><Property Name="value" Type="Edm.String">)" + annotation +
               "</Property></ComplexType>";
    };
    CHECK(
        changes(thing(""), thing(R"(<Annotation Term="Org.OData.Core.V1.Revisions"><Collection><Record>)"
                                 R"(<PropertyValue Property="Date" Date="2026-11-25"/><PropertyValue Property="Kind">)"
                                 R"(<EnumMember>Org.OData.Core.V1.RevisionKind/Deprecated</EnumMember>)"
                                 R"(</PropertyValue></Record></Collection></Annotation>)")) ==
        "\nproperty-deprecated:shop.thing.value:in_use-to-deprecated\n");
    CHECK(changes(thing(""), thing(R"(<Annotation Term="Org.OData.Core.V1.Description" String="Deprecated?"/>)")) ==
          "\n");
}

TEST_CASE("what is wrong with $metadata is told with its line")
{
    const metadata_file file{R"(<ComplexType Name="thing" BaseType="shop.missing"/>)"};
    CHECK_THROWS_WITH_AS((void)load_types(file.path()), doctest::Contains("(line 2)"), type_source_error);
}

TEST_CASE("$metadata is compared with schema files by what they describe of it")
{
    const std::string schema = ROLLCALL_SOURCE_DIR "/schema";
    const std::string samples = ROLLCALL_SOURCE_DIR "/tests/codegen/";
    const auto same = load_states(samples + "metadata/attendance.csdl", schema);
    CHECK(compare_types(same.before, same.after).empty());

    const auto file = samples + "steps/2025-05-02.csdl";
    const auto states = load_states(file, schema);
    std::string ids = "\n";
    for (const auto& found : compare_types(states.before, states.after))
        ids += id_of(found) + "\n";
    CHECK(ids == R"(
property-added:attendanceRecord.registrantId
property-added:attendanceRecord.engagements
type-added:meetingEngagement
type-added:meetingEngagementType
)");

    const auto back = load_states(schema, samples + "metadata/attendance.csdl");
    CHECK(compare_types(back.before, back.after).empty());
}

TEST_CASE("what is imported to be compared has the places of $metadata")
{
    const std::string file = ROLLCALL_SOURCE_DIR "/tests/codegen/steps/2025-05-02.csdl";
    const auto states = load_states(file, ROLLCALL_SOURCE_DIR "/schema");
    const auto record = std::find_if(states.before.begin(), states.before.end(),
                                     [](const auto& type) { return type.name == "attendanceRecord"; });
    REQUIRE(record != states.before.end());
    CHECK(record->place.file == file);
    CHECK(record->place.line == 28);
    REQUIRE(record->properties.front().name == "id");
    CHECK(record->properties.front().place.line == 41);
}
