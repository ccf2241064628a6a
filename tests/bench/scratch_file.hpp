#pragma once

#include <cerrno>       // errno
#include <cstdio>       // std::tmpfile
#include <memory>       // std::unique_ptr
#include <string>       // std::string
#include <system_error> // std::system_error

namespace rollcall::bench {

/// A file without a name, which is gone with this object.
class scratch_file {
public:
    scratch_file() : file_{std::tmpfile()}
    {
        if (!file_)
            throw std::system_error{errno, std::generic_category(), "a temporary file cannot be made"};
    }

    [[nodiscard]] int descriptor() const { return fileno(file_.get()); }

    [[nodiscard]] std::string text() const
    {
        std::string result;
        char buffer[4096];
        std::rewind(file_.get());
        while (const std::size_t size = std::fread(buffer, 1, sizeof buffer, file_.get()))
            result.append(buffer, size);
        return result;
    }

private:
    struct close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::unique_ptr<std::FILE, close> file_;
};

} // namespace rollcall::bench
