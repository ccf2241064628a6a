#include "claims.hpp"

#include "cpp_writer.hpp"    // write_headers
#include "metadata.hpp"      // read_metadata
#include "schema_error.hpp"  // error_list
#include "schema_folder.hpp" // read_schema_document
#include "schema_import.hpp" // import_schema
#include "schema_reader.hpp" // read_types

#include <utility> // std::move
#include <vector>  // std::vector

namespace rollcall::fuzz {

namespace {

constexpr std::string_view name_space = "fuzzed";

void check_documents(std::vector<codegen::schema_document> documents, codegen::error_list errors)
{
    const codegen::type_model model = codegen::read_types(documents, name_space, errors);
    if (errors.empty())
        hold(!codegen::write_headers(model, std::string{name_space}).empty(), "there are headers");
    for (const codegen::schema_error& error : errors.sorted())
        hold(!error.problem.empty() && !error.advice.empty(), "an error says what is wrong and what to do");
}

} // namespace

void schemas(std::string_view text)
{
    codegen::error_list errors;
    std::vector<codegen::schema_document> documents;
    documents.push_back(codegen::read_schema_document("fuzzed.schema.json", std::string{text}, errors));
    check_documents(std::move(documents), std::move(errors));
}

void metadata(std::string_view text)
{
    codegen::error_list errors;
    const codegen::metadata all = codegen::read_metadata(text, errors);
    if (!errors.empty())
        return;
    const codegen::text_files imported =
        codegen::import_schema(all, {.types = {"all"}, .navigation = {"all"}, .derived = {"all"}}, {}, errors);
    if (!errors.empty())
        return;
    std::vector<codegen::schema_document> documents;
    for (const auto& [name, file] : imported)
        documents.push_back(codegen::read_schema_document(name, file, errors));
    for (const codegen::schema_error& error : errors.sorted())
        throw refuted{"schema files that were imported are schema files, but " + codegen::to_text(error, {})};
    if (!documents.empty())
        check_documents(std::move(documents), std::move(errors));
}

} // namespace rollcall::fuzz
