#include "import_command.hpp"

#include "output_folder.hpp"  // output_error, update_folder
#include "present_schema.hpp" // file_changes, import_from

#include <fmt/format.h>  // fmt::format
#include <fmt/ostream.h> // fmt::print

namespace rollcall::codegen {

exit_status import_metadata(const import_options& options, std::ostream& out, std::ostream& err)
{
    const auto imported = import_from(options.metadata, options.output, options.wishes);
    if (!imported.errors.empty()) {
        for (const auto& error : imported.errors)
            fmt::print(err, "{}\n", error);
        fmt::print(err, "{} error{}; nothing was written\n", imported.errors.size(),
                   imported.errors.size() == 1 ? "" : "s");
        return exit_status::failure;
    }
    const auto changes = changes_between(imported.before, imported.after);
    try {
        update_folder(options.output, changes.written, changes.removed);
    } catch (const output_error& error) {
        fmt::print(err, "{}\nnothing was written\n", error.what());
        return exit_status::failure;
    }
    for (const auto& [name, text] : changes.written)
        fmt::print(out, "{}: {}\n", name, imported.before.contains(name) ? "changed" : "new");
    for (const auto& name : changes.removed)
        fmt::print(out, "{}: removed, since the service has no such type any more\n", name);
    if (changes.empty())
        fmt::print(out, "{} says what {} says already\n", options.output, options.metadata);
    return exit_status::success;
}

} // namespace rollcall::codegen
