#include "read_file.hpp"

#include <algorithm> // std::max
#include <cerrno>    // errno
#include <cstdio>    // std::fopen, std::fread
#include <cstring>   // std::strerror
#include <memory>    // std::unique_ptr
#include <new>       // std::bad_alloc

namespace rollcall::program {

namespace {

/// Standard C streams, since these say why they fail.
std::string read_to_end(std::FILE* file)
{
    constexpr std::size_t first_size = 65536;
    std::string text;
    std::size_t size = 0;
    do {
        text.resize(std::max(first_size, 2 * size));
        size += std::fread(text.data() + size, 1, text.size() - size, file);
    } while (size == text.size());
    if (std::ferror(file) != 0)
        throw read_error{std::string{"cannot be read: "} + std::strerror(errno)};
    text.resize(size);
    return text;
}

} // namespace

std::string read_file(const std::string& path)
{
    try {
        if (path == "-")
            return read_to_end(stdin);
        const auto close = [](std::FILE* file) { std::fclose(file); };
        const std::unique_ptr<std::FILE, decltype(close)> file{std::fopen(path.c_str(), "rb"), close};
        if (!file)
            throw read_error{std::string{"cannot be opened: "} + std::strerror(errno)};
        return read_to_end(file.get());
    } catch (const std::bad_alloc&) {
        throw read_error{"does not fit into memory"};
    }
}

} // namespace rollcall::program
