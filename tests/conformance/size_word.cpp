#include "size_word.hpp"

#include <charconv>     // std::from_chars
#include <system_error> // std::errc

namespace rollcall::program {

std::optional<std::size_t> parse_size(std::string_view word) noexcept
{
    constexpr std::size_t kibi = 1024;
    constexpr std::size_t most = 1024 * kibi * kibi * kibi;
    std::size_t size = 0;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), size);
    const std::string_view unit = word.substr(static_cast<std::size_t>(end - word.data()));
    const std::size_t factor = unit.empty()  ? 1
                               : unit == "K" ? kibi
                               : unit == "M" ? kibi * kibi
                               : unit == "G" ? kibi * kibi * kibi
                                             : 0;
    if (error != std::errc{} || factor == 0 || size == 0 || size > most / factor)
        return std::nullopt;
    return size * factor;
}

} // namespace rollcall::program
