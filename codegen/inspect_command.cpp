#include "inspect_command.hpp"

#include "type_source.hpp" // load_types, type_source_error

#include <fmt/ostream.h> // fmt::print

#include <algorithm> // std::none_of

namespace rollcall::codegen {

exit_status inspect(const inspect_options& options, std::ostream& out, std::ostream& err)
{
    type_outlines types;
    try {
        types = load_types(options.source);
    } catch (const type_source_error& error) {
        fmt::print(err, "{}\n", error.what());
        return exit_status::failure;
    }
    const auto is_called = [](const type_outline& type, const std::string& name) {
        return type.name == name || type.service_type == name || type.service_type.ends_with('.' + name);
    };
    for (const auto& name : options.types) {
        if (std::none_of(types.begin(), types.end(), [&](const auto& type) { return is_called(type, name); })) {
            fmt::print(err, "--type {}: there is no such type in {}; all are shown without --type\n", name,
                       options.source);
            return exit_status::failure;
        }
    }
    if (!options.types.empty())
        std::erase_if(types, [&](const type_outline& type) {
            return std::none_of(options.types.begin(), options.types.end(),
                                [&](const std::string& name) { return is_called(type, name); });
        });
    write_types(types, options.format, out);
    return exit_status::success;
}

} // namespace rollcall::codegen
