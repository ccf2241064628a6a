#pragma once

#include "metadata.hpp"      // metadata
#include "schema_folder.hpp" // schema_document

#include <map>         // std::map
#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::codegen {

/// The name in C++ of a property or an enumeration's member: the service's name, changed only where C++ cannot spell it
/// or generated code needs it itself.
[[nodiscard]] std::string cpp_member_name(std::string_view name);

/// The file of each type: the one that is there, or else one that is called like the type. Where several types have the
/// same name, the one in the outermost namespace keeps it, and the others put their namespace's last part before it.
[[nodiscard]] std::map<const metadata_type*, std::string>
file_names(const metadata& all, const std::map<const metadata_type*, const schema_document*>& present);

} // namespace rollcall::codegen
