#include "payload_generator.hpp"

#include <CLI/CLI.hpp> // CLI::App

#include <algorithm> // std::find_if
#include <cerrno>    // errno
#include <cstring>   // std::strerror
#include <exception> // std::exception
#include <fstream>   // std::ofstream
#include <iostream>  // std::cout, std::cerr
#include <string>    // std::string
#include <vector>    // std::vector

// The program rollcall-payloads: writes payloads to try things on.

namespace {

using namespace rollcall::bench;

void write(const payload_options& options, std::ostream& out)
{
    write_payload(options, [&](std::string_view piece) { out << piece; });
    out.flush();
}

} // namespace

int main(int argument_count, char** arguments)
{
    CLI::App app{"Writes an attendance payload made up from a seed: the same options, the same bytes.",
                 "rollcall-payloads"};
    payload_options options;
    std::string output;
    app.add_option("--seed", options.seed, "What the payload is made up from")->capture_default_str();
    auto* const records = app.add_option("--records", options.records, "How many records")->capture_default_str();
    app.add_option("--bytes", options.bytes, "As many records as make the payload this long: 500MB, 1GB")
        ->transform(CLI::AsSizeValue{true})
        ->excludes(records);
    app.add_option("--minimum-intervals", options.minimum_intervals, "Fewest intervals of a record")
        ->capture_default_str();
    app.add_option("--maximum-intervals", options.maximum_intervals, "Most intervals of a record")
        ->capture_default_str();
    app.add_option("--communications-users", options.identities.communications_user,
                   "Share of identities of type communicationsUserIdentity")
        ->capture_default_str();
    app.add_option("--communication-services-users", options.identities.azure_communication_services_user,
                   "Share of those of type azureCommunicationServicesUserIdentity")
        ->capture_default_str();
    app.add_option("--plain-identities", options.identities.plain, "Share of those without @odata.type")
        ->capture_default_str();
    app.add_option("--broken", options.broken_per_million, "How many of a million records are broken")
        ->capture_default_str();
    std::vector<std::string> rules;
    for (const defect kind : all_defects())
        rules.emplace_back(rule_of(kind));
    std::vector<std::string> broken_rules;
    app.add_option("--defects", broken_rules, "Rules that they break, in turn, with commas between them; default: all")
        ->delimiter(',')
        ->check(CLI::IsMember(rules));
    bool indented = false;
    bool record_lines = false;
    app.add_flag("--indented", indented, "One property a line");
    auto* const lines = app.add_flag("--record-lines", record_lines, "NDJSON: one record a line");
    std::size_t per_line = 0;
    app.add_option("--collection-lines", per_line, "NDJSON: a collection of so many records a line")
        ->check(CLI::PositiveNumber)
        ->excludes(lines);
    app.add_option("--output", output, "File to write; default: standard output")->type_name("FILE");
    try {
        app.parse(argument_count, arguments);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? 0 : 2;
    }

    if (!broken_rules.empty())
        options.defects.clear();
    for (const std::string& rule : broken_rules)
        options.defects.push_back(*std::find_if(all_defects().begin(), all_defects().end(),
                                                [&](defect kind) { return rule_of(kind) == rule; }));
    if (indented)
        options.layout = payload_layout::indented;
    if (record_lines)
        options.shape = payload_shape::record_lines;
    if (per_line != 0) {
        options.shape = payload_shape::collection_lines;
        options.records_per_line = per_line;
    }
    try {
        std::ofstream file;
        if (!output.empty())
            file.open(output, std::ios::binary);
        std::ostream& out = output.empty() ? std::cout : file;
        if (out)
            write(options, out);
        if (out)
            return 0;
        std::cerr << "rollcall-payloads: " << (output.empty() ? "standard output" : output)
                  << " cannot be written: " << std::strerror(errno) << '\n';
    } catch (const std::exception& error) {
        std::cerr << "rollcall-payloads: " << error.what() << '\n';
    }
    return 2;
}
