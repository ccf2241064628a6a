#include "input_file.hpp"

#include <rollcall/capture/decompression.hpp> // capture::decompress

#include <fmt/format.h> // fmt::format

#include <fcntl.h>    // open
#include <sys/stat.h> // fstat
#include <unistd.h>   // read

#include <algorithm> // std::max, std::min
#include <cerrno>    // errno
#include <cstring>   // std::strerror
#include <new>       // std::bad_alloc
#include <utility>   // std::move

namespace rollcall::program {

namespace {

read_error because(const char* what)
{
    return read_error{what + std::string{": "} + std::strerror(errno)};
}

/// An open file, closed at the end unless it is standard input.
class open_file {
public:
    explicit open_file(const std::string& path)
        : descriptor_{path == "-" ? STDIN_FILENO : ::open(path.c_str(), O_RDONLY | O_CLOEXEC)}
    {
        if (descriptor_ < 0)
            throw because("cannot be opened");
    }
    open_file(const open_file&) = delete;
    open_file& operator=(const open_file&) = delete;
    ~open_file()
    {
        if (descriptor_ != STDIN_FILENO)
            ::close(descriptor_);
    }

    [[nodiscard]] int descriptor() const noexcept { return descriptor_; }

    /// The size of a regular file; 0 for all others, and for those that do not tell theirs, such as the ones in /proc.
    [[nodiscard]] std::size_t size() const noexcept
    {
        struct stat status {};
        const bool is_regular = ::fstat(descriptor_, &status) == 0 && S_ISREG(status.st_mode);
        return is_regular ? static_cast<std::size_t>(status.st_size) : 0;
    }

    [[nodiscard]] std::string read_to_end(std::size_t expected_size, std::size_t maximum_size) const
    {
        constexpr std::size_t least_size = 4096;
        std::string text;
        std::size_t size = 0;
        // One byte more than expected, so that the end is seen at once.
        for (std::size_t room = std::max(least_size, expected_size + 1);; room = std::min(2 * size, maximum_size + 1)) {
            text.resize(room);
            while (size != text.size()) {
                const ssize_t count = ::read(descriptor_, text.data() + size, text.size() - size);
                if (count < 0 && errno == EINTR)
                    continue;
                if (count < 0)
                    throw because("cannot be read");
                if (count == 0) {
                    text.resize(size);
                    return text;
                }
                size += static_cast<std::size_t>(count);
                if (size > maximum_size)
                    throw read_error{
                        fmt::format("is larger than {} bytes, and would have to be kept in memory; save it "
                                    "as a file, or allow more (option --max-piped-size)",
                                    maximum_size)};
            }
        }
    }

private:
    int descriptor_;
};

} // namespace

input_file::input_file(const std::string& path, const input_limits& limits)
{
    try {
        read(path, limits.piped_size);
        if (capture::begins_like_gzip(text()))
            decompress(limits.decompressed_size);
    } catch (const std::bad_alloc&) {
        throw read_error{"does not fit into memory"};
    }
}

void input_file::read(const std::string& path, std::size_t maximum_size)
{
    // From here on mapping takes less time than reading.
    constexpr std::size_t least_size_to_map = 256UL * 1024;
    const open_file file{path};
    const std::size_t size = file.size();
    // Standard input may have been read in part.
    const bool is_whole_file = size != 0 && path != "-";
    if (is_whole_file && size >= least_size_to_map && !mapping_.emplace(path, file.descriptor(), size).text().empty())
        return;
    mapping_.reset();
    const bool is_small_file = is_whole_file && size < least_size_to_map;
    read_text_ = file.read_to_end(size, is_small_file ? std::max(maximum_size, least_size_to_map) : maximum_size);
}

void input_file::decompress(std::size_t maximum_size)
{
    try {
        capture::decompressed result = capture::decompress(text(), capture::compression::gzip, maximum_size);
        // Some programs fill up their blocks with zeros.
        if (text().find_first_not_of('\0', result.compressed_size) != std::string_view::npos)
            throw capture::capture_error{
                fmt::format("something that is not compressed follows the compressed data, after {} bytes of the file",
                            result.compressed_size)};
        read_text_ = std::move(result.text);
        mapping_.reset();
    } catch (const capture::capture_error& error) {
        throw read_error{fmt::format("cannot be decompressed: {}", error.what())};
    }
}

} // namespace rollcall::program
