#pragma once

#include <rollcall/capture/payload.hpp>
#include <rollcall/detail/chunk_reader.hpp>
#include <rollcall/detail/json_string_text.hpp>

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace rollcall::detail {

/// Follows places of a body, which come in order, into the form that a file holds the body in.
class encoded_places {
public:
    explicit encoded_places(const capture::encoded_body& body) noexcept
        : encoding_{body.encoding}, text_{body.text}, chunks_{body.text}
    {
    }

    /// Where in the file's form of the body the byte at `offset` of the body begins. Behind the body's end it is the
    /// end of that form; in a form that cannot be followed it is its begin.
    [[nodiscard]] std::size_t place_of(std::size_t offset)
    {
        if (encoding_ == capture::body_encoding::opaque)
            return 0;
        while (offset >= decoded_ + piece_decoded_size_ && next_piece()) {
        }
        // Chunks and text without escapes stand for themselves; an escape begins where it begins.
        const bool is_verbatim = piece_size_ == piece_decoded_size_;
        return is_verbatim ? place_ + std::min(offset - decoded_, piece_size_) : place_;
    }

private:
    /// Goes on to the next piece that stands for something; false behind the last one.
    bool next_piece()
    {
        const std::size_t behind = place_ + piece_size_;
        if (encoding_ == capture::body_encoding::json_string) {
            if (behind == text_.size())
                return false;
            const string_piece piece = string_piece_at(text_.substr(behind));
            go_on(behind, piece.size, piece.decoded_size);
            return true;
        }
        const auto chunk = chunks_.next();
        if (!chunk)
            return false;
        go_on(static_cast<std::size_t>(chunk->data() - text_.data()), chunk->size(), chunk->size());
        return true;
    }

    void go_on(std::size_t place, std::size_t size, std::size_t decoded_size) noexcept
    {
        decoded_ += piece_decoded_size_;
        place_ = place;
        piece_size_ = size;
        piece_decoded_size_ = decoded_size;
    }

    capture::body_encoding encoding_;
    std::string_view text_;
    chunk_reader chunks_;
    /// The current piece: where it is in the text and in the body, and how long in either.
    std::size_t place_ = 0;
    std::size_t piece_size_ = 0;
    std::size_t decoded_ = 0;
    std::size_t piece_decoded_size_ = 0;
};

} // namespace rollcall::detail
