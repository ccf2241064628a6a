#pragma once

#include <sys/types.h> // dev_t, ino_t

#include <atomic>      // std::atomic
#include <cstddef>     // std::size_t
#include <string>      // std::string
#include <string_view> // std::string_view

namespace rollcall::program {

/// A file mapped into memory: pages that the system takes back when it needs them.
///
/// A file that another program cuts short meanwhile has no bytes any more for what is mapped behind its new end. Zeros
/// stand there then, and the mapping says so.
class file_mapping {
public:
    /// Maps the first `size` bytes of an open file, whose path tells later whether it still has them. The text is empty
    /// where the system refuses.
    file_mapping(std::string path, int descriptor, std::size_t size);
    file_mapping(const file_mapping&) = delete;
    file_mapping& operator=(const file_mapping&) = delete;
    ~file_mapping();

    [[nodiscard]] std::string_view text() const noexcept { return text_; }

    /// Whether the file was cut short since it was mapped, so that the text may not be what stood in it.
    [[nodiscard]] bool is_cut_short() const noexcept;

    /// For the handler of the bus error that touching a missing byte raises: puts zeros where bytes are missing from
    /// this address on. Gives whether the address is one of a mapped file.
    static bool put_zeros_from(void* address) noexcept;

private:
    std::string path_;
    std::string_view text_;
    dev_t device_{};
    ino_t number_{};
    std::atomic<bool> has_lost_bytes_ = false;
    /// All mappings are in a list, for the handler.
    file_mapping* next_ = nullptr;
};

} // namespace rollcall::program
