// rollcall-schema-suite FOLDER: generates types from all schemas of the suite that the generator takes, and what judges
// by them.

#include "generate_command.hpp" // generate
#include "suite_schemas.hpp"    // read_suite, try_schema

#include <filesystem> // std::filesystem
#include <fmt/format.h>
#include <fstream>  // std::ofstream
#include <iostream> // std::cerr

namespace {

using namespace schema_suite;

constexpr std::string_view judges_begin = R"(#include "judged_schema.hpp"

#include <rollcall/read.hpp>
#include <suite/all.hpp>

namespace schema_suite {{

namespace {{

template <class Type>
bool is_valid(std::string_view payload)
{{
    return rollcall::read<Type>(payload).diagnostics.empty();
}}

}} // namespace

const std::vector<judged_schema>& judged_schemas()
{{
    static const std::vector<judged_schema> schemas{{
{}    }};
    return schemas;
}}

}} // namespace schema_suite
)";

int generate_suite(const std::filesystem::path& folder)
{
    const auto schema_folder = folder / "schema";
    std::filesystem::remove_all(schema_folder);
    std::filesystem::create_directories(schema_folder);
    std::string judges;
    for (const auto& schema : read_suite()) {
        const auto result = try_schema(schema);
        if (!result.errors.empty())
            continue;
        for (const auto& document : result.documents)
            std::ofstream{schema_folder / document.name, std::ios::binary} << document.text;
        judges += fmt::format("        {{\"{0}\", {1}, &is_valid<suite::{2}>}},\n", schema.name, result.is_held,
                              result.is_held ? holder_of(schema.name) : schema.name);
    }
    const auto status = rollcall::codegen::generate(
        {.schema = schema_folder.string(), .output = (folder / "suite").string(), .name_space = "suite"}, std::cout,
        std::cerr);
    std::ofstream{folder / "judges.cpp", std::ios::binary} << fmt::format(judges_begin, judges);
    return static_cast<int>(status);
}

} // namespace

int main(int count, char** arguments)
{
    if (count != 2) {
        std::cerr << "usage: rollcall-schema-suite FOLDER\n";
        return 2;
    }
    return generate_suite(arguments[1]);
}
