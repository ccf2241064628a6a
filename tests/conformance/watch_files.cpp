#include "watch_files.hpp"

#include "collect_files.hpp"   // collect_files
#include "watched_folders.hpp" // watched_folders

#include <rollcall/detail/terminal_text.hpp> // detail::for_terminal

#include <filesystem> // std::filesystem
#include <iostream>   // std::cout
#include <set>        // std::set
#include <string>     // std::string
#include <utility>    // std::move

namespace rollcall::program {

void watch_files(const arguments& given, files_judge& judge)
{
    // Watching begins first, so that no change is missed.
    watched_folders folders{given.paths};
    (void)judge.judge(collect_files(given.paths, given.patterns, given.inputs));
    while (true) {
        std::cout << "watching for changes; Ctrl-C ends\n" << std::flush;
        collected_files again;
        while (again.files.empty()) {
            const std::set<std::string> changed = folders.next_changes();
            for (collected_file& file : collect_files(given.paths, given.patterns, given.inputs).files)
                if (!file.error && changed.count(std::filesystem::path{file.path}.lexically_normal().string()) != 0)
                    again.files.push_back(std::move(file));
        }
        for (const collected_file& file : again.files)
            std::cout << "judging again: " << detail::for_terminal(file.path) << '\n';
        (void)judge.judge(std::move(again), files_judge::scope::some);
    }
}

} // namespace rollcall::program
