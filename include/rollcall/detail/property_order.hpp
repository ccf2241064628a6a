#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace rollcall::detail {

/// Follows the order in which the properties of an object come, in the slots of `additional_properties`, and keeps it
/// where it is not the declared one.
class property_order {
public:
    /// Takes in the slot of the property that came last. `was_read(slot)` gives whether a declared property has come,
    /// `order()` where the order is kept, or null.
    template <class WasRead, class Order>
    [[gnu::always_inline]] void note(std::size_t slot, std::size_t declared_count, WasRead was_read, Order order)
    {
        if (slot >= next_slot_)
            next_slot_ = slot + 1;
        else if (std::vector<std::uint32_t>* const kept = order())
            keep(*kept, slot, declared_count, was_read);
    }

private:
    static constexpr std::size_t out_of_order = std::size_t(-1);

    template <class WasRead>
    void keep(std::vector<std::uint32_t>& order, std::size_t slot, std::size_t declared_count, WasRead was_read)
    {
        const auto add = [&](std::size_t next) { order.push_back(static_cast<std::uint32_t>(next)); };
        if (next_slot_ != out_of_order) {
            for (std::size_t declared = 0; declared <= declared_count; ++declared)
                if (declared != slot && was_read(declared))
                    add(declared);
            for (std::size_t additional = declared_count + 1; additional < next_slot_; ++additional)
                add(additional);
            next_slot_ = out_of_order;
        }
        add(slot);
    }

    /// The lowest slot that may come next while the order is the declared one.
    std::size_t next_slot_ = 0;
};

} // namespace rollcall::detail
