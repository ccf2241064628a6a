#pragma once

#include "collect_files.hpp" // collected_file
#include "input_options.hpp" // input_options

#include <rollcall/capture/payload.hpp> // capture::payload
#include <rollcall/joined_pages.hpp>    // joined_pages

#include <cstddef> // std::size_t
#include <map>     // std::map
#include <utility> // std::pair
#include <vector>  // std::vector

namespace rollcall::program {

/// Which payloads of the files are pages of one collection.
class page_index {
public:
    /// Reads all files. One that can be read only once, such as a pipe, is kept in `files` for whoever judges it. What
    /// cannot be read is left for that one to tell.
    page_index(std::vector<collected_file>& files, const input_options& options);

    /// What is known of the collection of a payload, which is one of the file with this number; null where it is no
    /// page among others.
    [[nodiscard]] const joined_page* page_of(std::size_t file, const capture::payload& payload) const;

private:
    void add_payloads_of(std::size_t number, collected_file& file, const input_options& options);

    joined_pages pages_;
    /// The number of each payload, by its file and its place there.
    std::map<std::pair<std::size_t, std::size_t>, std::size_t> numbers_;
};

} // namespace rollcall::program
