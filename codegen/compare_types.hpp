#pragma once

#include "change.hpp"       // change
#include "type_outline.hpp" // type_outlines

#include <vector> // std::vector

namespace rollcall::codegen {

/// Every difference between two states, each with the verdicts of its rule, by the place in the new state; what is gone
/// comes last, by the place in the old one. A type is the same when the service calls it the same; where the service's
/// name is not known or changed, when its own name is the same. The time grows with the number of types, and with that
/// of the types gone times that of new ones.
[[nodiscard]] std::vector<change> compare_types(const type_outlines& before, const type_outlines& after);

} // namespace rollcall::codegen
