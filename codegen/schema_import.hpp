#pragma once

#include "cpp_writer.hpp"     // text_files
#include "metadata.hpp"       // metadata
#include "schema_folder.hpp"  // schema_document
#include "type_selection.hpp" // type_wishes

#include <vector> // std::vector

namespace rollcall::codegen {

class error_list;

/// The schema files that say what `$metadata` says, by name.
///
/// `present` are the files that are there already. A type that one of them describes (`x-serviceType`) is wished for,
/// too, and its file is changed only where `$metadata` says something else: order, descriptions, narrower limits, names
/// in C++ and annotations stay. Files of other things stay as they are, and a file whose type is gone is left out.
///
/// What cannot be mapped goes to `errors`, each with the type as its `pointer` and the property as its `keyword`; the
/// result is then of no use.
[[nodiscard]] text_files import_schema(const metadata& all, const type_wishes& wishes,
                                       const std::vector<schema_document>& present, error_list& errors);

} // namespace rollcall::codegen
