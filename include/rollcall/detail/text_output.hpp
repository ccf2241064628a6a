#pragma once

#include <array>
#include <cstddef>
#include <cstring>
#include <string>
#include <string_view>

namespace rollcall::detail {

/// Text on its way to a string. It is collected first, so that for most of it nobody has to ask whether the string has
/// room. What is not flushed is lost.
class text_output {
public:
    explicit text_output(std::string& to) : to_{to} {}
    text_output(const text_output&) = delete;
    text_output& operator=(const text_output&) = delete;

    text_output& operator+=(char character)
    {
        *room_for(1) = character;
        ++size_;
        return *this;
    }

    text_output& operator+=(std::string_view text)
    {
        if (text.size() > buffer_.size() - size_) {
            flush();
            if (text.size() > buffer_.size()) {
                to_ += text;
                return *this;
            }
        }
        size_ += text.copy(buffer_.data() + size_, text.size());
        return *this;
    }

    template <std::size_t Size>
    text_output& operator+=(const std::array<char, Size>& text)
    {
        std::memcpy(room_for(Size), text.data(), Size);
        size_ += Size;
        return *this;
    }

    /// Calls `write` with where to write up to `most` characters, far fewer than 4096; it gives the end of what it has
    /// written.
    template <class Write>
    void add(std::size_t most, Write write)
    {
        char* const begin = room_for(most);
        size_ += static_cast<std::size_t>(write(begin) - begin);
    }

    /// How long the string and what is collected are.
    [[nodiscard]] std::size_t size() const noexcept { return to_.size() + size_; }

    /// Says about how much is to come, so that the string grows once.
    void make_room(std::size_t more)
    {
        if (more > to_.capacity() - to_.size())
            to_.reserve(size() + more + more / 16);
    }

    void flush()
    {
        to_.append(buffer_.data(), size_);
        size_ = 0;
    }

private:
    [[nodiscard]] char* room_for(std::size_t size)
    {
        if (size > buffer_.size() - size_)
            flush();
        return buffer_.data() + size_;
    }

    std::string& to_;
    std::size_t size_ = 0;
    std::array<char, 4096> buffer_;
};

} // namespace rollcall::detail
