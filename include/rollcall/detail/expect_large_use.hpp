#pragma once

#include <cstddef>
#include <cstdint>

#if defined(__linux__)
#include <sys/mman.h> // madvise
#endif

namespace rollcall::detail {

/// Tells the system that memory which was just allocated will be used whole. Where it hands out memory page by page, a
/// third of the time that a large array takes to fill goes into that; it can take larger pages for an array that is
/// known to be large.
inline void expect_large_use([[maybe_unused]] void* memory, [[maybe_unused]] std::size_t size) noexcept
{
#if defined(MADV_HUGEPAGE)
    constexpr std::uintptr_t large_page = std::uintptr_t{1} << 21;
    const auto address = reinterpret_cast<std::uintptr_t>(memory);
    const std::uintptr_t begin = (address + large_page - 1) / large_page * large_page;
    const std::uintptr_t end = (address + size) / large_page * large_page;
    if (begin < end)
        // Good advice that is not taken does no harm.
        (void)::madvise(static_cast<std::byte*>(memory) + (begin - address), end - begin, MADV_HUGEPAGE);
#endif
}

} // namespace rollcall::detail
