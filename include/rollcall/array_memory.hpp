#pragma once

#include <rollcall/detail/expect_large_use.hpp>

#include <algorithm>
#include <cstddef>
#include <memory>
#include <type_traits>
#include <utility>
#include <vector>

namespace rollcall {

/// Memory for the arrays of one result. It is given back as a whole, when this is destroyed.
class array_memory {
public:
    array_memory() = default;
    array_memory(const array_memory&) = delete;
    array_memory& operator=(const array_memory&) = delete;
    ~array_memory() = default;

    /// Memory for an object of any type. Cost: that of an addition, and now and then of a larger block.
    [[nodiscard]] void* allocate(std::size_t size)
    {
        constexpr std::size_t alignment = alignof(std::max_align_t);
        size = (size + alignment - 1) / alignment * alignment;
        if (size > left_)
            add_block(size);
        left_ -= size;
        next_ += size;
        return next_ - size;
    }

private:
    void add_block(std::size_t size)
    {
        constexpr std::size_t largest_block = std::size_t{1} << 25;
        next_size_ = std::min(2 * next_size_, largest_block);
        const std::size_t block_size = std::max(size, next_size_);
        // Not std::make_unique_for_overwrite, which libc++ 14 lacks.
        std::unique_ptr<std::byte[]> block{new std::byte[block_size]};
        blocks_.push_back(std::move(block));
        next_ = blocks_.back().get();
        left_ = block_size;
        detail::expect_large_use(next_, left_);
    }

    std::vector<std::unique_ptr<std::byte[]>> blocks_;
    std::byte* next_ = nullptr;
    std::size_t left_ = 0;
    std::size_t next_size_ = 1024;
};

/// Takes the memory of an array from a result's `array_memory`, and never gives any back to it. Without one it
/// allocates as others do: so do arrays that are made in code, and copies.
template <class T>
class array_allocator {
public:
    using value_type = T;
    using propagate_on_container_move_assignment = std::true_type;
    using propagate_on_container_swap = std::true_type;

    array_allocator() = default;
    explicit array_allocator(array_memory& memory) noexcept : memory_{&memory} {}
    template <class Other>
    array_allocator(const array_allocator<Other>& other) noexcept : memory_{other.memory()}
    {
    }

    [[nodiscard]] T* allocate(std::size_t count)
    {
        static_assert(alignof(T) <= alignof(std::max_align_t));
        return memory_ ? static_cast<T*>(memory_->allocate(count * sizeof(T))) : std::allocator<T>{}.allocate(count);
    }
    void deallocate(T* items, std::size_t count) noexcept
    {
        if (!memory_)
            std::allocator<T>{}.deallocate(items, count);
    }

    [[nodiscard]] array_allocator select_on_container_copy_construction() const noexcept { return {}; }

    /// Null: the allocator takes from no result.
    [[nodiscard]] array_memory* memory() const noexcept { return memory_; }

    friend bool operator==(const array_allocator&, const array_allocator&) = default;

private:
    array_memory* memory_ = nullptr;
};

} // namespace rollcall
