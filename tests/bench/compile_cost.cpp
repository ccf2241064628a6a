#include "compile_cost.hpp"

#include "build_information.hpp" // compiler
#include "child_process.hpp"     // run_child
#include "temporary_folder.hpp"  // temporary_folder

#include <fstream>   // std::ofstream
#include <stdexcept> // std::runtime_error
#include <string>    // std::string
#include <vector>    // std::vector

namespace rollcall::bench {

double compile_cost(std::string_view source, compilation kind)
{
    const temporary_folder folder;
    const std::string file = (folder.path() / "compiled.cpp").string();
    std::ofstream{file} << source;

    std::vector<std::string> words{std::string{compiler}, "-std=c++20"};
    for (const std::string_view include : {include_folder, boost_include_folder})
        words.push_back("-I" + std::string{include});
    if (kind == compilation::check)
        words.insert(words.end(), {"-fsyntax-only", file});
    else
        words.insert(words.end(), {"-O2", "-c", file, "-o", "/dev/null"});

    const child_result compiled = run_child(words);
    if (compiled.status != 0)
        throw std::runtime_error{"what compiling costs cannot be measured, since this does not compile:\n" +
                                 std::string{source} + '\n' + compiled.standard_error};
    return compiled.user_time;
}

} // namespace rollcall::bench
