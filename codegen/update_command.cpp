#include "update_command.hpp"

#include "change_report.hpp"  // change_report, write_changes
#include "compare_types.hpp"  // compare_types
#include "cpp_names.hpp"      // why_no_namespace
#include "folder_lock.hpp"    // folder_lock
#include "import_command.hpp" // list_changes
#include "lock_file.hpp"      // hash_of, lock_text, read_lock
#include "output_folder.hpp"  // output_error, replace_folder, update_folder
#include "present_schema.hpp" // changes_between, import_into, load_present_schema
#include "read_file.hpp"      // read_file
#include "schema_error.hpp"   // error_list
#include "schema_reader.hpp"  // read_types
#include "type_outline.hpp"   // outlines_of

#include <fmt/format.h>  // fmt::format
#include <fmt/ostream.h> // fmt::print

#include <algorithm> // std::any_of, std::sort, std::unique

namespace rollcall::codegen {

namespace {

/// Something is wrong that is no difference; says what, a line for each.
struct update_error {
    std::vector<std::string> texts;
};

void throw_if_any(const std::vector<std::string>& errors)
{
    if (!errors.empty())
        throw update_error{errors};
}

class updater {
public:
    updater(const update_options& options, std::ostream& out, std::ostream& err)
        : options_{options}, out_{out}, err_{err}
    {
        if (const auto reason = why_no_namespace(options.name_space); !reason.empty())
            throw update_error{
                {fmt::format("--namespace {}: {}; give names like shop or shop::model", options.name_space, reason)}};
        error_list errors;
        lock_ = read_lock(options.schema, errors);
        throw_if_any(errors.texts(options.schema));
        present_ = load_present_schema(options.schema);
        throw_if_any(present_.errors);
        if (options.metadata.empty())
            return;
        metadata_text_ = read_file(options.metadata);
        if (!metadata_text_)
            throw update_error{{cannot_read_metadata(options.metadata)}};
        metadata_hash_ = hash_of(*metadata_text_);
    }

    exit_status check()
    {
        bool is_in_step = true;
        const auto report = [&](std::string_view problem) {
            fmt::print(out_, "{}/{}: {}\n", options_.schema, lock_file_name, problem);
            is_in_step = false;
        };
        if (!lock_)
            report("missing; run rollcall-codegen update");
        else if (lock_->schema_hash != hash_of(present_.files))
            report("the schema files were changed since; run rollcall-codegen update without $metadata");
        if (lock_ && metadata_text_ && lock_->metadata_hash != metadata_hash_)
            report(fmt::format("{} is another $metadata; run rollcall-codegen update with it", options_.metadata));
        const auto generated = generate(
            {.schema = options_.schema, .output = options_.output, .name_space = options_.name_space, .check = true},
            out_, err_);
        return generated == exit_status::success && !is_in_step ? exit_status::difference : generated;
    }

    exit_status write()
    {
        const auto files = imported_files();
        error_list errors;
        std::vector<schema_document> documents;
        for (const auto& [name, text] : files)
            documents.push_back(read_schema_document(name, text, errors));
        const auto model = read_types(documents, options_.name_space, errors);
        throw_if_any(errors.texts(options_.schema));

        if (files != present_.files && !present_.files.empty() && !is_acceptable(model)) {
            fmt::print(out_, "nothing was written\n");
            return exit_status::difference;
        }
        put_in_place(files, write_headers(model, options_.name_space));
        return exit_status::success;
    }

private:
    /// The schema files as `$metadata` has them now.
    text_files imported_files()
    {
        if (!metadata_text_)
            return present_.files;
        const auto& wishes = options_.wishes;
        const bool has_wishes =
            !wishes.types.empty() || !wishes.exclude.empty() || !wishes.navigation.empty() || !wishes.derived.empty();
        if (lock_ && !has_wishes && lock_->metadata_hash == metadata_hash_ &&
            lock_->schema_hash == hash_of(present_.files)) {
            fmt::print(out_, "{}: unchanged since the last update\n", options_.metadata);
            return present_.files;
        }
        auto imported = import_into(present_, options_.metadata, *metadata_text_, all_wishes());
        throw_if_any(imported.errors);
        return std::move(imported.files);
    }

    /// Those of the command line, and what was left out before.
    type_wishes all_wishes() const
    {
        auto wishes = options_.wishes;
        if (lock_)
            wishes.exclude.insert(wishes.exclude.end(), lock_->exclude.begin(), lock_->exclude.end());
        std::sort(wishes.exclude.begin(), wishes.exclude.end());
        wishes.exclude.erase(std::unique(wishes.exclude.begin(), wishes.exclude.end()), wishes.exclude.end());
        return wishes;
    }

    /// Says what the changes mean, and gives whether they may be written.
    bool is_acceptable(const type_model& after)
    {
        error_list errors;
        const auto before = read_types(present_.documents, options_.name_space, errors);
        throw_if_any(errors.texts(options_.schema));
        const change_report report{
            .before = options_.schema,
            .after = options_.metadata,
            .changes = compare_types(outlines_of(before, options_.schema), outlines_of(after, options_.schema))};
        write_changes(report, change_format::text, out_);
        return !options_.fail_on || std::none_of(report.changes.begin(), report.changes.end(), [&](const auto& found) {
            return found.gravest() >= *options_.fail_on;
        });
    }

    void put_in_place(text_files files, const text_files& headers)
    {
        const schema_lock lock{.metadata_hash = metadata_text_ ? metadata_hash_
                                                : lock_        ? lock_->metadata_hash
                                                               : std::string{},
                               .schema_hash = hash_of(files),
                               .exclude = all_wishes().exclude};
        auto before = present_.files;
        if (const auto text = read_file(std::filesystem::path{options_.schema} / lock_file_name))
            before.emplace(lock_file_name, *text);
        files.emplace(lock_file_name, lock_text(lock));

        const auto changes = changes_between(before, files);
        update_folder(options_.schema, changes.written, changes.removed);
        bool has_new_headers = false;
        try {
            has_new_headers = replace_folder(options_.output, headers);
        } catch (const output_error&) {
            const auto back = changes_between(files, before);
            update_folder(options_.schema, back.written, back.removed);
            throw;
        }
        list_changes(changes, before, out_);
        if (has_new_headers)
            fmt::print(out_, "{}: generated anew\n", options_.output);
        else if (changes.empty())
            fmt::print(out_, "{} and {} are in step\n", options_.schema, options_.output);
    }

    const update_options& options_;
    std::ostream& out_;
    std::ostream& err_;
    std::optional<schema_lock> lock_;
    present_schema present_;
    std::optional<std::string> metadata_text_;
    std::string metadata_hash_;
};

} // namespace

exit_status update(const update_options& options, std::ostream& out, std::ostream& err)
{
    try {
        if (options.check)
            return updater{options, out, err}.check();
        const folder_lock alone{options.schema};
        return updater{options, out, err}.write();
    } catch (const update_error& error) {
        return report_errors(error.texts, err);
    } catch (const output_error& error) {
        return report_errors({error.what()}, err);
    }
}

} // namespace rollcall::codegen
