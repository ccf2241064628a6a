#include "configuration_file.hpp"

#include "configuration.hpp" // configuration
#include "input_file.hpp"    // input_file
#include "size_word.hpp"     // parse_size, size_words
#include "today.hpp"         // parse_day

#include <rollcall/detail/json_pointer.hpp>   // detail::append_to_pointer
#include <rollcall/detail/locator.hpp>        // detail::locator
#include <rollcall/detail/nearest_name.hpp>   // detail::nearest_name
#include <rollcall/detail/right_spelling.hpp> // detail::inside_quotes
#include <rollcall/detail/terminal_text.hpp>  // detail::for_terminal
#include <rollcall/detail/text_excerpt.hpp>   // detail::excerpt, detail::quoted_name
#include <rollcall/detail/text_positions.hpp> // detail::put_in_order, detail::fill_text_positions
#include <rollcall/read.hpp>                  // read
#include <rollcall/rules/catalogue.hpp>       // find_rule, nearest_rule, rule_catalogue

#include <fmt/format.h> // fmt::format

#include <filesystem>       // std::filesystem
#include <initializer_list> // std::initializer_list
#include <string_view>      // std::string_view
#include <system_error>     // std::error_code
#include <utility>          // std::move, std::pair

namespace rollcall::program {

namespace fs = std::filesystem;

namespace {

constexpr const char* file_name = "rollcall.json";

/// Checks what the types of the configuration do not say, and takes it over.
class configuration_checker {
public:
    configuration_checker(std::string path, std::string_view text)
        : text_{text}, folder_{fs::absolute(path).lexically_normal().parent_path()}
    {
        result_.path = std::move(path);
    }

    [[nodiscard]] configuration_file checked()
    {
        auto read = rollcall::read<configuration>(text_);
        mistakes_ = std::move(read.diagnostics);
        // What has no syntax has no values to check.
        if (mistakes_.empty() || mistakes_.front().rule != "json-syntax")
            check(read.value);
        if (!mistakes_.empty())
            throw configuration_error{text_of_mistakes()};
        return std::move(result_);
    }

private:
    void check(const configuration& given)
    {
        if (given.severities)
            check_severities(*given.severities);
        if (given.ignores)
            for (std::size_t index = 0; index < given.ignores->size(); ++index)
                check_ignore((*given.ignores)[index], "/ignores/" + std::to_string(index));
        if (given.inputs)
            check_inputs(*given.inputs);
        if (given.outputs)
            for (std::size_t index = 0; index < given.outputs->size(); ++index)
                take_output((*given.outputs)[index], "/outputs/" + std::to_string(index));
        if (given.failOn)
            result_.fail_on = chosen<severity>(
                "/fail-on", *given.failOn,
                {{"error", severity::error}, {"warning", severity::warning}, {"info", severity::info}});
        if (given.lenient)
            result_.lenient = *given.lenient;
        if (given.maximumDiagnostics)
            result_.maximum_diagnostics = static_cast<std::size_t>(*given.maximumDiagnostics);
        if (given.maximumDepth)
            result_.maximum_depth = static_cast<std::size_t>(*given.maximumDepth);
        if (given.maximumDecompressedSize)
            result_.decompressed_size = size_of("/max-decompressed-size", *given.maximumDecompressedSize);
        if (given.maximumPipedSize)
            result_.piped_size = size_of("/max-piped-size", *given.maximumPipedSize);
        if (given.jobs)
            result_.jobs = static_cast<std::size_t>(*given.jobs);
        if (given.engine)
            result_.engine = chosen<engine_name>("/engine", *given.engine,
                                                 {{"fast", engine_name::fast}, {"valijson", engine_name::valijson}});
        if (given.schema)
            result_.schema = as_seen_from_here(*given.schema);
    }

    void check_severities(const configured_severities& severities)
    {
        for (const auto& [rule, level] : severities.additionalProperties) {
            std::string pointer = "/severities";
            detail::append_to_pointer(pointer, rule);
            if (!is_rule(pointer, rule))
                continue;
            const auto severity_of_rule = chosen<severity>(
                pointer, level.starts_with('"') ? detail::inside_quotes(level) : std::string_view{level},
                {{"off", severity::off},
                 {"info", severity::info},
                 {"warning", severity::warning},
                 {"error", severity::error}});
            if (severity_of_rule)
                result_.severities.insert_or_assign(std::string{rule}, *severity_of_rule);
        }
    }

    void check_ignore(const configured_ignore& given, const std::string& pointer)
    {
        ignore result{.place = pointer};
        if (given.rule && is_rule(pointer + "/rule", *given.rule))
            result.rule = *given.rule;
        if (given.path)
            result.path = path_pattern{folder_.string(), *given.path};
        if (given.pointer) {
            result.pointer = *given.pointer;
            if (!result.pointer.starts_with('/'))
                add(pointer + "/pointer", "this is no pattern of a JSON Pointer",
                    "a text such as /value/*/role, where * is any step and ** any number of them",
                    detail::quoted_name(result.pointer));
        }
        if (given.fingerprint)
            result.fingerprint = *given.fingerprint;
        if (given.reason)
            result.reason = *given.reason;
        if (given.expires) {
            result.expires = parse_day(*given.expires);
            if (!result.expires)
                add(pointer + "/expires", "this is no date", "a day such as 2026-12-31",
                    detail::quoted_name(*given.expires));
        }
        if (!given.rule && !given.path && !given.pointer && !given.fingerprint)
            add(pointer, "this does not say what is ignored", "one or more of rule, path, pointer and fingerprint", {});
        result_.ignores.push_back(std::move(result));
    }

    void check_inputs(const configured_inputs& inputs)
    {
        if (inputs.paths)
            for (const std::string& path : *inputs.paths)
                result_.paths.push_back(as_seen_from_here(path));
        const auto take = [&](const property<std::vector<std::string>>& patterns, std::vector<path_pattern>& to) {
            if (patterns)
                for (const std::string& pattern : *patterns)
                    to.emplace_back(folder_.string(), pattern);
        };
        take(inputs.include, result_.include);
        take(inputs.exclude, result_.exclude);
    }

    void take_output(const configured_output& given, const std::string& pointer)
    {
        if (given.format)
            result_.outputs.push_back(
                {*given.format + (given.file ? "=" + as_seen_from_here(*given.file) : std::string{}), pointer});
    }

    [[nodiscard]] bool is_rule(const std::string& pointer, std::string_view id)
    {
        const auto rules = rule_catalogue();
        if (find_rule(rules, id) != nullptr)
            return true;
        add(pointer, "there is no such rule; all are shown by --list-rules", "a rule's id", detail::quoted_name(id),
            detail::quoted_name(nearest_rule(rules, id)->id));
        return false;
    }

    template <class Value>
    [[nodiscard]] std::optional<Value> chosen(const std::string& pointer, std::string_view word,
                                              std::initializer_list<std::pair<std::string_view, Value>> choices)
    {
        std::string names;
        std::vector<std::string_view> all;
        for (const auto& [name, value] : choices) {
            if (name == word)
                return value;
            names += (names.empty() ? "" : ", ") + std::string{name};
            all.push_back(name);
        }
        const std::string_view nearest = detail::nearest_name(all, word);
        add(pointer, "there is no such choice", "one of " + names, detail::quoted_name(word),
            nearest.empty() ? std::string{} : detail::quoted_name(nearest));
        return std::nullopt;
    }

    [[nodiscard]] std::optional<std::size_t> size_of(const char* pointer, const std::string& word)
    {
        const auto size = parse_size(word);
        if (!size)
            add(pointer, "this is no size", std::string{size_words}, detail::quoted_name(word));
        return size;
    }

    /// A path relative to the file's folder, for the working folder.
    [[nodiscard]] std::string as_seen_from_here(const std::string& path) const
    {
        if (path == "-" || fs::path{path}.is_absolute())
            return path;
        return (folder_ / path).lexically_normal().lexically_proximate(fs::current_path()).string();
    }

    void add(std::string pointer, std::string message, std::string expected, std::string found, std::string fix = {})
    {
        mistakes_.push_back({.rule = {},
                             .pointer = std::move(pointer),
                             .position = {},
                             .message = std::move(message),
                             .expected = std::move(expected),
                             .found = std::move(found),
                             .fix = std::move(fix)});
    }

    [[nodiscard]] std::string text_of_mistakes()
    {
        const char* const begin = text_.data();
        const char* const end = begin + text_.size();
        detail::locator places;
        for (diagnostic& mistake : mistakes_)
            if (mistake.rule.empty())
                places.add(mistake.pointer, mistake.position.offset);
        places.find(begin, detail::skip_separators(begin, end), end);
        detail::put_in_order(mistakes_);
        detail::fill_text_positions(mistakes_, {.bytes = text_});
        std::string result = fmt::format("the configuration {} cannot be used", detail::for_terminal(result_.path));
        for (const diagnostic& mistake : mistakes_) {
            result += fmt::format("\n{}:{}:{}: error: {}", detail::for_terminal(result_.path), mistake.position.line,
                                  mistake.position.column, mistake.message);
            if (!mistake.expected.empty())
                result += "; expected " + mistake.expected;
            if (!mistake.found.empty())
                result += "; found " + mistake.found;
            if (!mistake.fix.empty() && mistake.message.find("did you mean") == std::string::npos)
                result += "; write " + mistake.fix;
        }
        return result;
    }

    std::string_view text_;
    fs::path folder_;
    configuration_file result_;
    std::vector<diagnostic> mistakes_;
};

/// Puts file and line for the pointers that ignores and outputs have for their places.
void find_places(configuration_file& file, std::string_view text)
{
    std::vector<std::string*> places;
    for (ignore& each : file.ignores)
        places.push_back(&each.place);
    for (placed_word& each : file.outputs)
        places.push_back(&each.place);
    std::vector<std::size_t> offsets(places.size());
    detail::locator by_pointer;
    for (std::size_t index = 0; index < places.size(); ++index)
        by_pointer.add(*places[index], offsets[index]);
    const char* const end = text.data() + text.size();
    by_pointer.find(text.data(), detail::skip_separators(text.data(), end), end);
    for (std::size_t index = 0; index < places.size(); ++index)
        *places[index] = fmt::format("{}:{}", file.path, detail::text_walker{text}.position_of(offsets[index]).line);
}

} // namespace

std::optional<std::string> find_configuration_file()
{
    std::error_code ignored;
    const fs::path here = fs::current_path(ignored);
    for (fs::path folder = here;; folder = folder.parent_path()) {
        if (const fs::path file = folder / file_name; fs::exists(file, ignored))
            return file.lexically_proximate(here).string();
        if (fs::exists(folder / ".git", ignored) || folder == folder.root_path() || folder.empty())
            return std::nullopt;
    }
}

configuration_file read_configuration_file(const std::string& path)
{
    try {
        const input_file contents{path};
        configuration_file result = configuration_checker{path, contents.text()}.checked();
        find_places(result, contents.text());
        return result;
    } catch (const read_error& error) {
        throw configuration_error{fmt::format("the configuration {} {}", detail::for_terminal(path), error.what())};
    }
}

} // namespace rollcall::program
