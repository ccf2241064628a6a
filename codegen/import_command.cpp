#include "import_command.hpp"

#include "folder_lock.hpp"    // folder_lock
#include "output_folder.hpp"  // output_error, update_folder
#include "present_schema.hpp" // changes_between, import_into, load_present_schema
#include "read_file.hpp"      // read_file

#include <fmt/ostream.h> // fmt::print

namespace rollcall::codegen {

exit_status import_metadata(const import_options& options, std::ostream& out, std::ostream& err)
{
    const folder_lock alone{options.output};
    const auto present = load_present_schema(options.output);
    auto errors = present.errors;
    const auto text = read_file(options.metadata);
    if (!text)
        errors.push_back(cannot_read_metadata(options.metadata));
    imported_schema imported;
    if (errors.empty()) {
        imported = import_into(present, options.metadata, *text, options.wishes);
        errors = imported.errors;
    }
    if (!errors.empty())
        return report_errors(errors, err);
    const auto changes = changes_between(present.files, imported.files);
    try {
        update_folder(options.output, changes.written, changes.removed);
    } catch (const output_error& error) {
        return report_errors({error.what()}, err);
    }
    list_changes(changes, present.files, out);
    if (changes.empty())
        fmt::print(out, "{} says what {} says already\n", options.output, options.metadata);
    return exit_status::success;
}

void list_changes(const file_changes& changes, const text_files& before, std::ostream& out)
{
    for (const auto& [name, text] : changes.written)
        fmt::print(out, "{}: {}\n", name, before.contains(name) ? "changed" : "new");
    for (const auto& name : changes.removed)
        fmt::print(out, "{}: removed, since the service has no such type any more\n", name);
}

} // namespace rollcall::codegen
