#pragma once

#include <atomic>  // std::atomic
#include <cstddef> // std::size_t

namespace rollcall::program {

/// Tells how far one large file has been judged, while it is: small ones are told of when they are.
class file_progress {
public:
    /// Nobody wants to know.
    file_progress() = default;

    /// What is judged is added to `judged`, in bytes of a file of `file_size`, which has a text of `text_size`: more
    /// than that when it is compressed.
    file_progress(std::atomic<std::size_t>& judged, std::size_t file_size, std::size_t text_size) noexcept
        : judged_{text_size > step ? &judged : nullptr},
          scale_{static_cast<double>(file_size) / static_cast<double>(text_size)}
    {
    }

    [[nodiscard]] bool is_wanted() const noexcept { return judged_ != nullptr; }

    /// All in front of this place of the text is judged. Tells it when it is a step from the place that was told last.
    void reach(std::size_t place) noexcept
    {
        if (!is_wanted() || place < next_place_)
            return;
        next_place_ = place + step;
        const auto bytes = static_cast<std::size_t>(scale_ * static_cast<double>(place));
        *judged_ += bytes - told_;
        told_ = bytes;
    }

    /// How many bytes were told so far.
    [[nodiscard]] std::size_t told() const noexcept { return told_; }

private:
    static constexpr std::size_t step = 1024UL * 1024;

    std::atomic<std::size_t>* judged_ = nullptr;
    double scale_ = 0;
    std::size_t next_place_ = step;
    std::size_t told_ = 0;
};

} // namespace rollcall::program
