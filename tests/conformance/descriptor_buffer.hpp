#pragma once

#include <unistd.h> // write

#include <array>     // std::array
#include <cerrno>    // errno
#include <streambuf> // std::streambuf

namespace rollcall::program {

/// Takes what is written to a stream to an open file.
class descriptor_buffer final : public std::streambuf {
public:
    explicit descriptor_buffer(int descriptor) : descriptor_{descriptor}
    {
        setp(buffer_.data(), buffer_.data() + buffer_.size());
    }

    /// The `errno` of the write that failed; 0 when none did. None is tried behind it.
    [[nodiscard]] int error() const noexcept { return error_; }

private:
    int_type overflow(int_type next) override
    {
        if (sync() != 0)
            return traits_type::eof();
        if (!traits_type::eq_int_type(next, traits_type::eof()))
            sputc(traits_type::to_char_type(next));
        return traits_type::not_eof(next);
    }

    int sync() override
    {
        const char* from = pbase();
        while (error_ == 0 && from != pptr()) {
            const ssize_t count = ::write(descriptor_, from, static_cast<std::size_t>(pptr() - from));
            if (count >= 0)
                from += count;
            else if (errno != EINTR)
                error_ = errno;
        }
        setp(buffer_.data(), buffer_.data() + buffer_.size());
        return error_ == 0 ? 0 : -1;
    }

    int descriptor_;
    int error_ = 0;
    std::array<char, 65536> buffer_;
};

} // namespace rollcall::program
