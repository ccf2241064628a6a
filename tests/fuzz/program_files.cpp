#include "claims.hpp"

#include "baseline.hpp"           // baseline
#include "configuration_file.hpp" // read_configuration_file
#include "input_file.hpp"         // read_error
#include "report_reader.hpp"      // read_report

#include <sys/mman.h> // memfd_create
#include <unistd.h>   // ftruncate, pwrite

#include <system_error> // std::system_error

namespace rollcall::fuzz {

namespace {

/// A file without a name in any folder that holds a text.
class text_file {
public:
    explicit text_file(std::string_view text) : descriptor_{::memfd_create("text", MFD_CLOEXEC)}
    {
        if (descriptor_ < 0 || ::pwrite(descriptor_, text.data(), text.size(), 0) != static_cast<ssize_t>(text.size()))
            throw std::system_error{errno, std::generic_category(), "a file in memory"};
    }
    text_file(const text_file&) = delete;
    text_file& operator=(const text_file&) = delete;
    ~text_file() { ::close(descriptor_); }

    [[nodiscard]] std::string path() const { return "/proc/self/fd/" + std::to_string(descriptor_); }

private:
    int descriptor_;
};

} // namespace

void configurations(std::string_view text)
{
    const text_file file{text};
    try {
        (void)program::read_configuration_file(file.path());
    } catch (const program::configuration_error& error) {
        hold(!std::string_view{error.what()}.empty(), "there is a reason");
    }
}

void baselines(std::string_view text)
{
    try {
        const std::string written = program::baseline{"baseline", text}.text();
        hold(program::baseline{"written", written}.text() == written, "a baseline is read as it was written");
    } catch (const program::baseline_error& error) {
        hold(!std::string_view{error.what()}.empty(), "there is a reason");
    }
}

void reports(std::string_view text)
{
    const text_file file{text};
    try {
        program::read_report(file.path(), [](const file_report&) {});
    } catch (const program::read_error& error) {
        hold(!std::string_view{error.what()}.empty(), "there is a reason");
    }
}

} // namespace rollcall::fuzz
