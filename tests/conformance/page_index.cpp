#include "page_index.hpp"

#include "payload_place.hpp" // place_in_file

#include <rollcall/capture/unwrap.hpp> // capture::payload_reader

#include <sys/stat.h> // stat

#include <exception> // std::exception
#include <memory>    // std::make_shared
#include <string>    // std::string

namespace rollcall::program {

namespace {

bool can_be_read_again(const std::string& path)
{
    struct stat status {};
    return path != "-" && ::stat(path.c_str(), &status) == 0 && S_ISREG(status.st_mode);
}

} // namespace

page_index::page_index(std::vector<collected_file>& files, const input_options& options)
{
    for (std::size_t number = 0; number < files.size(); ++number)
        add_payloads_of(number, files[number], options);
    pages_.join();
}

void page_index::add_payloads_of(std::size_t number, collected_file& file, const input_options& options)
{
    if (file.error)
        return;
    try {
        const auto contents = std::make_shared<const input_file>(file.path, options.limits);
        if (!can_be_read_again(file.path))
            file.contents = contents;
        const std::string_view text = contents->text();
        const capture::unwrap_options unwrapping = unwrap_options_of(options);
        capture::payload_reader payloads{text, options.format ? *options.format : capture::kind_of(text), unwrapping};
        while (const auto payload = payloads.next()) {
            const std::string part = payload->entry != 0 ? ", " + payload->source
                                     : payload->line > 1 && payload->source.empty()
                                         ? ", line " + std::to_string(payload->line)
                                         : std::string{};
            if (pages_.add(*payload, numbers_.size(), file.path + part))
                numbers_.emplace(std::pair{number, place_in_file(*payload)}, numbers_.size());
        }
    } catch (const read_error& error) {
        // What was read in part cannot be read again.
        if (!can_be_read_again(file.path))
            file.error = error.what();
    } catch (const std::exception&) {
        return;
    }
}

const joined_page* page_index::page_of(std::size_t file, const capture::payload& payload) const
{
    const auto number = numbers_.find({file, place_in_file(payload)});
    return number == numbers_.end() ? nullptr : pages_.page_of(number->second);
}

} // namespace rollcall::program
